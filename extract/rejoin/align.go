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
		if len(r.cells) < g.width && !g.clash(r) {
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
		if a := g.above.at(i); a == nil || a.blank() || a.kind == dash || endingOf(a.text) == marked {
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
	for i := g.width; i < len(r.cells); i++ {
		if !r.cells[i].blank() {
			return false
		}
	}
	return true
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

// identity is the cost of the row as it was read.
func (g *grid) identity(r *row) float64 {
	loose := r.loose()
	sum := 0.0
	for i := range r.cells {
		switch {
		case i >= g.width:
			if !r.cells[i].blank() {
				sum += 2 * mergeCost
			}
		case loose && r.cells[i].blank():
		case loose:
			sum += g.columns[i].cost(&r.cells[i]) + g.awaits(i, &r.cells[i])
		default:
			sum += g.columns[i].cost(&r.cells[i])
		}
	}
	if !loose {
		for i := len(r.cells); i < g.width; i++ {
			sum += g.columns[i].vacancy
		}
	}
	return sum
}

// align finds the cheapest way to put the row's cells, in order, into columns:
// each cell takes a column, or shares the one before with another text, or is
// dropped when empty; a column may stay empty. lost is a column that must stay
// empty; -1 for none. It returns the column of each cell, -1 where dropped, and
// nil where no way exists.
func (g *grid) align(r *row, lost int) ([]int, float64) {
	m, n := len(r.cells), g.width
	const inf = math.MaxFloat64 / 4
	loose := r.loose()
	best := make([]float64, (m+1)*(n+1))
	step := make([]uint8, (m+1)*(n+1))
	const (
		take = iota + 1
		skip
		drop
		merge
	)
	for i := range best {
		best[i] = inf
	}
	best[0] = 0
	at := func(i, c int) int { return i*(n+1) + c }
	relax := func(k int, cost float64, by uint8) {
		if cost < best[k]-1e-9 {
			best[k], step[k] = cost, by
		}
	}
	for i := 0; i <= m; i++ {
		for c := 0; c <= n; c++ {
			b := best[at(i, c)]
			if b >= inf {
				continue
			}
			if c < n {
				cost := skipCost
				if loose || c == lost {
					cost = 0.05
				} else {
					cost += g.columns[c].vacancy
				}
				relax(at(i, c+1), b+cost, skip)
			}
			if i == m {
				continue
			}
			x := &r.cells[i]
			if c < n && c != lost {
				cost := 0.0
				if !loose || !x.blank() {
					cost = g.columns[c].cost(x)
					if loose {
						cost += shiftCost*math.Abs(float64(c-i)) + g.awaits(c, x)
					}
				}
				relax(at(i+1, c+1), b+cost, take)
			}
			if x.blank() {
				relax(at(i+1, c), b+dropCost, drop)
			} else if c > 0 && c-1 != lost && x.kind.family() == textual && g.columns[c-1].prose() {
				// The later the column, the likelier the overflow.
				cost := mergeCost
				if lost >= 0 && m >= n && !r.cells[m-1].blank() {
					cost = pushCost
				}
				relax(at(i+1, c), b+cost+0.01*float64(n-c), merge)
			}
		}
	}
	if best[at(m, n)] >= inf {
		return nil, 0
	}
	to := make([]int, m)
	for i, c := m, n; i > 0 || c > 0; {
		switch step[at(i, c)] {
		case take:
			i, c = i-1, c-1
			to[i] = c
		case skip:
			c--
		case drop:
			i--
			to[i] = -1
		case merge:
			i--
			to[i] = c - 1
		default:
			return nil, 0
		}
	}
	return to, best[at(m, n)]
}

// awaits is the cost of x going on the cell above in column c: low where that
// cell's text is not finished.
func (g *grid) awaits(c int, x *cell) float64 {
	if g.above == nil {
		return 0
	}
	a := g.above.at(c)
	col := &g.columns[c]
	if !col.prose() {
		return 2
	}
	if a == nil || a.kind.family() != textual {
		return 0.7
	}
	s := a.text
	switch e := endingOf(s); {
	case e == dangling:
		return -2.5
	case e == bare && col.repeats && col.values[s] > 1:
		return 1.5
	case e == bare && col.marked > 0.6:
		return -2.5
	case e == bare:
		return -0.7
	case wording.StartsInside(x.text):
		return 1.7
	}
	return 0.7
}

func isIdentity(to []int) bool {
	for i, c := range to {
		if c != i {
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
