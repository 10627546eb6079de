package layout

import (
	"math"
)

// Where less than this part of a grid's lines of text show columns of their
// own, the rulings are taken at their word.
const hiddenColumns = 0.4

// refine looks whether a grid draws only groups of the table's rows or columns:
// a box around the body, a single upright after the labels. It then reads the
// table by its white space, with the rulings as bounds. It returns nil where
// the grid explains its text as well.
func refine(p *Page, f *found, g grouped) *found {
	hidden := columnsHidden(f)
	if !hidden && !rowsHidden(f) {
		return nil
	}
	var words []*Word
	for i := range f.cells {
		for _, w := range f.cells[i].words {
			if w.Turn != Level {
				return nil
			}
			words = append(words, w)
		}
	}
	r := region{lines: linesOf(words), box: f.box, framed: true}
	for _, h := range g.level {
		if h.Y0 > f.box.Y0-2 && h.Y0 < f.box.Y1+2 && h.X0 < f.box.X1 && h.X1 > f.box.X0 {
			r.rules = append(r.rules, h)
		}
	}
	for _, v := range g.upright {
		if v.X0 > f.box.X0+2 && v.X0 < f.box.X1-2 && min(v.Y1, f.box.Y1)-max(v.Y0, f.box.Y0) > 0.6*(f.box.Y1-f.box.Y0) {
			r.hard = append(r.hard, v.X0)
		}
	}
	if hidden {
		// The heading's uprights bound the columns that the body leaves open.
		r.hard = append(r.hard, freeEdges(g, f, words)...)
	}
	t := openTable(p, &r)
	if t == nil || t.cols < f.cols {
		return nil
	}
	t.box, t.cutBefore, t.cutAfter = f.box, f.cutBefore, f.cutAfter
	return t
}

// freeEdges are the places of uprights inside the grid that no word lies across.
func freeEdges(g grouped, f *found, words []*Word) []float64 {
	var out []float64
	for _, v := range g.upright {
		if v.X0 < f.box.X0+2 || v.X0 > f.box.X1-2 || v.Y1 < f.box.Y0 || v.Y0 > f.box.Y1 {
			continue
		}
		crossed := 0
		for _, w := range words {
			if w.Box.X0 < v.X0-1 && w.Box.X1 > v.X0+1 {
				crossed++
			}
		}
		if crossed == 0 {
			out = append(out, v.X0)
		}
	}
	return cluster(out, samePlace)
}

// columnsHidden reports whether much of the text inside single cells is divided
// by gaps that run down through it. It counts chunks, so that a wide body
// outweighs a heading of many cells.
func columnsHidden(f *found) bool {
	chunks, hidden, lines := 0, 0, 0
	for i := range f.cells {
		c := &f.cells[i]
		ls := linesOf(c.words)
		n, of := 0, 0
		for _, l := range ls {
			k := len(l.chunks(1.2))
			chunks += k
			if k > 1 {
				n += k
				of++
			}
		}
		if n > 0 && (c.cols > 1 || len(ls) >= 3 && gutters(ls, ls, nil, tightOf(ls)) != nil) {
			hidden += n
			lines += of
		}
	}
	return lines >= 3 && float64(hidden) >= hiddenColumns*float64(chunks)
}

// rowsHidden reports whether one row of a small grid holds most of the table:
// columns of figures, one below the other, level with labels.
func rowsHidden(f *found) bool {
	if f.rows > 5 || f.cols < 2 {
		return false
	}
	total := 0
	stacks := make([]int, f.rows) // columns of stacked figures
	tall := make([]int, f.rows)
	for i := range f.cells {
		c := &f.cells[i]
		ls := linesOf(c.words)
		total = max(total, 0)
		tall[c.row] = max(tall[c.row], len(ls))
		if c.col == 0 || c.cols > 1 || len(ls) < 3 {
			continue
		}
		all := true
		for _, l := range ls {
			all = all && numeric(l.words)
		}
		if all && levelWithLabels(f, c.row, ls) {
			stacks[c.row]++
		}
	}
	for _, n := range tall {
		total += n
	}
	for r, n := range stacks {
		if 2*tall[r] > total && (n >= 2 || n == 1 && f.cols == 2) {
			return true
		}
	}
	return false
}

// levelWithLabels reports whether each line stands beside a line of the first column.
func levelWithLabels(f *found, row int, ls []*line) bool {
	var labels []*line
	for i := range f.cells {
		if c := &f.cells[i]; c.row == row && c.col == 0 {
			labels = linesOf(c.words)
		}
	}
	for _, l := range ls {
		near := math.Inf(1)
		for _, k := range labels {
			near = min(near, math.Abs(midY(k.box)-midY(l.box)))
		}
		if near > 0.3*l.size {
			return false
		}
	}
	return true
}
