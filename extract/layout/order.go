package layout

import (
	"cmp"
	"slices"
)

// readingOrder puts items in order from the top. Where tables stand side by
// side, what stands at their height is read column by column: a heading above
// one of them belongs to it, and a note below it too.
func readingOrder(items []item) {
	slices.SortStableFunc(items, func(x, y item) int { return cmp.Compare(x.box().Y0, y.box().Y0) })
	for i := 0; i < len(items); {
		j, foot := i+1, items[i].box().Y1
		for j < len(items) && items[j].box().Y0 < foot-edgeSlack {
			foot = max(foot, items[j].box().Y1)
			j++
		}
		byColumn(items[i:j])
		i = j
	}
}

// byColumn orders the items of a band of the page by the columns that no item
// reaches over, if tables stand in two of them.
func byColumn(band []item) {
	if len(band) < 2 {
		return
	}
	order := slices.Clone(band)
	slices.SortStableFunc(order, func(x, y item) int { return cmp.Compare(x.box().X0, y.box().X0) })
	tables, start := 0, 0 // columns with a table, and where the last column begins
	side, held := order[0].box().X1, false
	for i, it := range order {
		if it.box().X0 > side-openEdge {
			start, held = i, false
		}
		side = max(side, it.box().X1)
		if it.table != nil && !held {
			held = true
			tables++
		}
		// Within its column from the top.
		for k := i; k > start && order[k].box().Y0 < order[k-1].box().Y0; k-- {
			order[k], order[k-1] = order[k-1], order[k]
		}
	}
	if tables > 1 {
		copy(band, order)
	}
}
