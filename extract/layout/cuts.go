package layout

import (
	"cmp"
	"math"
	"slices"

	"zvit/extract/document"
)

const (
	// edgeSlack is how far boxes of things that follow one another may overlap.
	edgeSlack = 3.0
	// sameExtent is the part of the wider table's width that two fragments of one
	// table share: it stands at the same place on both pages.
	sameExtent = 0.8
	// sameEdge is how far the edges of a column may differ from page to page.
	sameEdge = 4.0
	// titleHeight is how much lower, in points, a table begins under a title of its
	// own than the one beside it.
	titleHeight = 30.0
)

// markCuts marks the tables that a page break may have cut: the last of a page
// and the first of the next, with nothing but furniture and footnotes between
// them. Of tables that stand side by side there, each goes on at its own place.
func markCuts(pages []*analysed) {
	for i := 1; i < len(pages); i++ {
		p, q := pages[i-1], pages[i]
		if len(p.atFoot()) > 1 || len(q.atHead()) > 1 {
			p.partLike(q.atHead(), p.atFoot())
			q.partLike(p.atFoot(), q.atHead())
			for _, a := range p.atFoot() {
				for _, b := range q.atHead() {
					if p.turn == q.turn && sharedWidth(a.box, b.box) {
						a.goesOnIn(b)
						q.goesOn = true
					}
				}
			}
			continue
		}
		a, b := lastBody(p), firstBody(q)
		if a != nil && b != nil && a.table != nil && b.table != nil {
			a.table.goesOnIn(b.table)
			// The last of those that stood side by side goes on alone.
			q.goesOn = p.goesOn && p.turn == q.turn && sharedWidth(a.table.box, b.table.box)
		}
	}
}

// goesOnIn marks that a page break may have cut f, which t goes on. Where one of
// them shows a row or two, with merged cells, its columns are the other's.
func (f *found) goesOnIn(t *found) {
	const few = 2
	f.cutAfter, t.cutBefore = true, true
	switch {
	case t.rows <= few:
		t.takeColumnsOf(f)
	case f.rows <= few:
		f.takeColumnsOf(t)
	}
}

// takeColumnsOf puts the cells of f over the columns of t, if all edges of f are
// edges of t: a total that stands alone on its page shows the edges of its own
// merged cells only.
func (f *found) takeColumnsOf(t *found) {
	const drawn = 1.5 // how far rulings of one edge differ from page to page
	if !f.ruled || !t.ruled || f.cols >= t.cols {
		return
	}
	mine, others := append(f.edges(), f.box.X1), append(t.edges(), t.box.X1)
	at := make([]int, len(mine)) // others by mine
	for i, k := 0, 0; i < len(mine); i++ {
		for k < len(others) && others[k] < mine[i]-drawn {
			k++
		}
		if k == len(others) || !(others[k] <= mine[i]+drawn) {
			return
		}
		at[i] = k
	}
	if at[0] != 0 || at[len(at)-1] != t.cols {
		return
	}
	f.part()
	for i := range f.cells {
		c := &f.cells[i]
		c.col, c.cols = at[c.col], at[min(c.col+c.cols, f.cols)]-at[c.col]
	}
	f.cols = t.cols
}

// sharedWidth reports whether two fragments stand over one another on their pages.
func sharedWidth(a, b document.Box) bool {
	return min(a.X1, b.X1)-max(a.X0, b.X0) > sameExtent*max(a.X1-a.X0, b.X1-b.X0)
}

// ofText reports whether an item belongs to the page's own text: it is neither
// furniture nor a footnote.
func (it item) ofText() bool {
	return it.table != nil || it.para.kind != document.Furniture && !it.para.note
}

func lastBody(p *analysed) *item {
	for i := len(p.items) - 1; i >= 0; i-- {
		if it := &p.items[i]; it.ofText() {
			return it
		}
	}
	return nil
}

func firstBody(p *analysed) *item {
	for i := range p.items {
		if it := &p.items[i]; it.table != nil || it.para.kind != document.Furniture {
			return it
		}
	}
	return nil
}

// atFoot are the tables of a page below which none of its text begins, from the
// left: several where they stand side by side. One of these may have begun lower
// than the other ends, under a title of its own.
func (p *analysed) atFoot() []*found {
	lowest, last := math.Inf(-1), false // the text that begins last, and whether it is a table
	for _, it := range p.items {
		if it.ofText() && it.box().Y0 >= lowest {
			lowest, last = it.box().Y0, it.table != nil
		}
	}
	return p.tablesWhere(func(b document.Box) bool {
		return b.Y1-edgeSlack > lowest || last && b.Y1+titleHeight > lowest && p.clearBelow(b)
	})
}

// clearBelow reports whether none of the page's text begins below a box in its
// own width.
func (p *analysed) clearBelow(b document.Box) bool {
	return !slices.ContainsFunc(p.items, func(it item) bool {
		x := it.box()
		return it.ofText() && x.Y0 > b.Y1-edgeSlack && x.X0 < b.X1 && x.X1 > b.X0
	})
}

// atHead are the tables of a page above which none of its text ends.
func (p *analysed) atHead() []*found {
	highest := math.Inf(1)
	for _, it := range p.items {
		if it.table != nil || it.para.kind != document.Furniture {
			highest = min(highest, it.box().Y1)
		}
	}
	return p.tablesWhere(func(b document.Box) bool { return b.Y0+edgeSlack < highest })
}

func (p *analysed) tablesWhere(ok func(document.Box) bool) []*found {
	var out []*found
	for _, it := range p.items {
		if it.table != nil && ok(it.table.box) {
			out = append(out, it.table)
		}
	}
	slices.SortStableFunc(out, func(a, b *found) int { return cmp.Compare(a.box.X0, b.box.X0) })
	return out
}

// hasColumnsOf reports whether a table of the page has the columns that f has: two
// or more, with all edges at their places.
func (p *analysed) hasColumnsOf(f *found) bool {
	if p == nil || f.cols < 2 || f.filled() == 0 {
		return false
	}
	for _, it := range p.items {
		if t := it.table; t != nil && t.ruled && near(t.box.X1, f.box.X1) && slices.EqualFunc(t.edges(), f.edges(), near) {
			return true
		}
	}
	return false
}

// partLike parts those of the tables that the fragments on the other side of the
// page break show to be two. Tables that touch, and of which so few rows fit on
// a page that they are level, have one grid to the eye.
func (p *analysed) partLike(others, tables []*found) {
	for _, t := range tables {
		for i := 1; i < len(others); i++ {
			left, right := t.partBetween(others[i-1], others[i])
			if left == nil {
				continue
			}
			at := slices.IndexFunc(p.items, func(it item) bool { return it.table == t })
			p.items = slices.Insert(p.items, at+1, item{table: right})
			p.items[at].table = left
			t = right
		}
	}
}

// partBetween divides a table between the columns of a and those of b, where its
// first columns are a's and the next are b's. It returns nil where they are not,
// or where a cell reaches over the border.
func (f *found) partBetween(a, b *found) (left, right *found) {
	k := a.cols
	if k >= f.cols || !slices.EqualFunc(f.edges()[:min(k+b.cols, f.cols)], append(a.edges(), b.edges()...), near) {
		return nil, nil
	}
	f.part()
	l, r := *f, *f
	l.cells, r.cells, l.cols, r.cols = nil, nil, k, f.cols-k
	l.box, r.box = document.Box{}, document.Box{}
	for _, c := range f.cells {
		part := &l
		switch {
		case c.col < k && c.col+c.cols > k:
			return nil, nil
		case c.col >= k:
			c.col -= k
			part = &r
		}
		if len(part.cells) == 0 {
			part.box = c.box
		}
		part.cells = append(part.cells, c)
		part.box = union(part.box, c.box)
	}
	for _, part := range []*found{&l, &r} {
		part.closeRows()
		part.trim()
	}
	return &l, &r
}

// closeRows takes out the rows in which no cell begins: they were another's.
func (f *found) closeRows() {
	at := make([]int, f.rows+1) // new rows before the old
	for i := range f.cells {
		at[f.cells[i].row+1] = 1
	}
	for i := 1; i < len(at); i++ {
		at[i] += at[i-1]
	}
	for i := range f.cells {
		c := &f.cells[i]
		c.row, c.rows = at[c.row], at[min(c.row+c.rows, f.rows)]-at[c.row]
	}
	f.rows = at[f.rows]
}

func near(x, y float64) bool { return math.Abs(x-y) <= sameEdge }

// edges are the left edges of the columns. A column in which no cell begins is
// at the left edge of the one before it.
func (f *found) edges() []float64 {
	out := make([]float64, f.cols)
	for i := range out {
		out[i] = math.NaN()
	}
	for i := range f.cells {
		if c := &f.cells[i]; c.col >= 0 && c.col < f.cols {
			out[c.col] = c.box.X0
		}
	}
	for i := 1; i < len(out); i++ {
		if math.IsNaN(out[i]) {
			out[i] = out[i-1]
		}
	}
	return out
}
