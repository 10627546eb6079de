package layout

import (
	"cmp"
	"slices"
)

// placed is an item on its page.
type placed struct {
	page *analysed
	item
}

// inOrder puts the items of all pages in reading order: from the top, and column
// by column where tables stand side by side. Such columns go on over a page where
// their tables do. A page's furniture and notes stand after the text that goes
// on on the next.
func inOrder(pages []*analysed) []placed {
	var out, text, aside []placed // text is a band that may go on, aside what is no text and stands below it
	flush := func() {
		out = append(append(out, byColumn(text)...), aside...)
		text, aside = nil, nil
	}
	for _, p := range pages {
		goesOn := p.goesOn
		for _, band := range p.bands() {
			switch {
			case !band[0].ofText():
				aside = append(aside, band...)
				continue
			case !goesOn:
				flush()
			}
			goesOn = false
			text = append(text, band...)
		}
	}
	flush()
	return out
}

// bands divides the page's items into those that share some height, from the
// top, or tables that the page's end cuts. What is no text makes a band of its
// own, and parts none.
func (p *analysed) bands() [][]placed {
	var out [][]placed
	last, foot := -1, 0.0 // the last band of text, and its end
	cut := func(it placed) bool { return it.table != nil && it.table.cutAfter }
	for _, it := range p.items {
		b := it.box()
		if it.ofText() && last >= 0 && (b.Y0 < foot-edgeSlack || cut(placed{p, it}) && slices.ContainsFunc(out[last], cut)) {
			out[last] = append(out[last], placed{p, it})
			foot = max(foot, b.Y1)
			continue
		}
		if it.ofText() {
			last, foot = len(out), b.Y1
		}
		out = append(out, []placed{{p, it}})
	}
	return out
}

// byColumn orders the items of a band by the columns that no item reaches over,
// if tables stand in two of them: a heading above one of the tables belongs to
// it, and a note below it too.
func byColumn(band []placed) []placed {
	order := slices.Clone(band)
	slices.SortStableFunc(order, func(x, y placed) int { return cmp.Compare(x.box().X0, y.box().X0) })
	var columns [][]placed
	side, tables := 0.0, 0 // where the last column ends, and columns that hold a table
	held := false          // the last column does
	for _, it := range order {
		b := it.box()
		if n := len(columns); n == 0 || b.X0 > side-openEdge {
			columns = append(columns, nil)
			side, held = b.X1, false
		}
		n := len(columns) - 1
		columns[n] = append(columns[n], it)
		side = max(side, b.X1)
		if it.table != nil && !held {
			held = true
			tables++
		}
	}
	if tables < 2 {
		return band
	}
	for _, c := range columns {
		slices.SortStableFunc(c, func(x, y placed) int {
			return cmp.Or(cmp.Compare(x.page.number, y.page.number), cmp.Compare(x.box().Y0, y.box().Y0))
		})
	}
	return slices.Concat(columns...)
}
