package rejoin

import (
	"math"
	"slices"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// Costs of an alignment's steps, in nats beside the columns' own.
const (
	dropCost  = 0.7 // an empty cell that no column has
	skipCost  = 0.6 // a column without a cell, beside being empty
	mergeCost = 4.5 // two texts in one column
	pushCost  = 1.5 // the same where a lost column is known to push texts together
	shiftCost = 0.5 // a column's step of a continuation row's cell
	// realign is by how much another alignment must be better than the one as
	// read before it is taken, for a row as wide as the table.
	realign = 5.0
	// slid is the same for a row whose unit is lost: the row itself has told the
	// columns what it holds.
	slid = -3.0
	// relocate is the same for a row that holds nothing but a few texts.
	relocate = 1.5
)

// margin is by how much another alignment of the row must be better.
func (g *grid) margin(r *row) float64 {
	switch {
	case r.loose() && len(r.cells) > g.width:
		return 0.2
	case r.loose() && r.cells[0].blank():
		return relocate
	case g.unitless(r) >= 0:
		return slid
	case len(r.cells) != g.width:
		return relocate * 1.5
	}
	return realign
}

// alignRows puts the cells of ragged and shifted rows into the table's columns.
// A row that is as wide as the table, or shorter, is touched only where its
// cells are foreign to the columns that they stand in.
func (g *grid) alignRows() {
	if g.width < 2 {
		return
	}
	var above *row
	g.body(func(_ int, r *row) {
		if r.section || r.filled() == 0 {
			return
		}
		g.above = above
		if !r.loose() {
			above = r
		}
		if len(r.cells) == g.width && (g.marked && !r.cut || !g.suspect(r) && !g.strays(r)) || len(r.cells) > 4*g.width {
			return
		}
		if g.alignOdd(r) || len(r.cells) < g.width && !g.clash(r) {
			return
		}
		lost := g.unitless(r)
		to, cost := g.align(r, lost)
		if to == nil {
			return
		}
		if len(r.cells) <= g.width {
			same := g.identity(r)
			if cost > same-g.margin(r) || isIdentity(to) {
				return
			}
			sure := confidence(same - cost)
			if lost >= 0 {
				sure = math.Max(sure, 0.8)
			}
			g.place(r, to, sure)
			return
		}
		// Of a row too wide some empty cell must go: the last, if none is better.
		if g.trailing(r) && !g.clash(r) && cost > g.identity(r)+dropCost-g.margin(r) {
			r.cells = r.cells[:g.width] // empty cells at the end: nothing stands there
			r.changed = true
			return
		}
		g.place(r, to, confidence(realign+2))
	})
}

// confidence turns a margin in nats into a probability, never quite sure.
func confidence(margin float64) float64 {
	return math.Round(math.Min(0.99, 1/(1+math.Exp(-margin)))*1000) / 1000
}

// suspect reports whether a row as wide as the table holds cells that are
// foreign to their columns: two of them, a figure for a unit, or one in a row that holds no figure
// and no term at all, which only a cut leaves behind.
func (g *grid) suspect(r *row) bool {
	clashes, figures := 0, 0
	for i := range r.cells {
		f := r.cells[i].kind.family()
		if f == numeric || f == temporal || r.cells[i].kind == year {
			figures++
		}
		if g.columns[i].clashes(r.cells[i].kind) {
			clashes++
			if f == numeric && g.columns[i].heading == wording.ColumnUnit {
				clashes++ // a figure is no unit
			}
		}
	}
	return clashes >= 2 || clashes == 1 && figures == 0 && r.cells[0].blank()
}

// strays reports whether a row at the head of a page, without a figure or a term,
// holds a text that goes on nothing: the text above it is finished.
func (g *grid) strays(r *row) bool {
	if !r.cut || !r.loose() || g.above == nil || !r.cells[0].blank() {
		return false
	}
	for i := range r.cells {
		x := &r.cells[i]
		if x.blank() || !wording.StartsInside(x.text) {
			continue
		}
		if a := g.above.at(i); a == nil || a.blank() || a.kind == dash || a.ends() == marked {
			return true
		}
	}
	return false
}

// unitless reports whether a figure stands where the row's unit should, and an
// empty cell at the end: the unit's cell is lost, and all that follows slid.
// It returns the unit's column, or -1.
func (g *grid) unitless(r *row) int {
	if len(r.cells) != g.width || !r.cells[len(r.cells)-1].blank() {
		return -1
	}
	for i := range r.cells {
		f := r.cells[i].kind
		if g.columns[i].heading == wording.ColumnUnit && f.family() == numeric && g.columns[i].clashes(f) {
			return i
		}
	}
	return -1
}

func (g *grid) clash(r *row) bool {
	for i := range r.cells {
		if i < g.width && g.columns[i].clashes(r.cells[i].kind) {
			return true
		}
	}
	return false
}

// trailing reports whether all cells beyond the table's width are empty.
func (g *grid) trailing(r *row) bool {
	return r.blankFrom(g.width)
}

// loose reports whether the row has no number, no figure and no term: what is
// left of a row that a page cut, if anything. Its empty cells cost nothing.
func (r *row) loose() bool {
	for i := range r.cells {
		switch r.cells[i].kind {
		case empty, word, text:
		default:
			return false
		}
	}
	return true
}

// place moves the row's cells to their columns and notes what moved.
func (g *grid) place(r *row, to []int, confidence float64) {
	cells := make([]cell, g.width)
	moved, textMoved := 0, -1
	var from document.Place
	taken := make([]bool, g.width)
	for i, c := range to {
		x := &r.cells[i]
		if c < 0 || x.blank() && taken[c] {
			continue
		}
		parts := x.parts
		if c != i && !x.blank() {
			parts = asMoved(parts)
			if moved == 0 {
				from = parts[0].Place
			}
			moved++
			textMoved = c
		}
		if !taken[c] || cells[c].blank() {
			cells[c].set(parts)
		} else {
			seam := len(cells[c].parts)
			parts = asMoved(parts)
			parts[0].Join = document.Paragraphs
			cells[c].set(append(slices.Clip(cells[c].parts), parts...))
			cells[c].seam = seam
		}
		taken[c] = true
	}
	r.cells = cells
	r.changed = true
	switch {
	case moved == 0:
	case r.loose() && moved == 1:
		g.note(r, textMoved, document.TextMoved, from, confidence, "")
	default:
		g.note(r, textMoved, document.CellsShifted, from, confidence, "")
	}
}

// asMoved copies the parts and marks them as moved.
func asMoved(parts []document.Part) []document.Part {
	out := make([]document.Part, len(parts))
	copy(out, parts)
	for i := range out {
		out[i].Moved = true
	}
	return out
}
