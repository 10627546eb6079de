package rejoin

import (
	"math"

	"zvit/extract/document"
)

// A line that has one cell less than its table either ends early, as editors
// leave the tabs at the ends of lines out, or lost an empty cell, or one that was
// not read, in its midst: then all that follows stands a column to the left, and
// figures look alike. Each place of the gap is measured by what the columns hold,
// by the decimals that their figures have, and by the sums and percentages that
// the whole rows keep; so is each empty cell of a line that has one cell more.
// Where two places suit, the repair says how sure it is.

// Costs of a gap's place, in nats.
const (
	endsEarly = 0.7 // how much likelier a row ends early than it lost a cell
	keepsTabs = 1.5 // less so where other rows keep their empty cells at the end
	rowSum    = 2.0 // a sum or a percentage of the other rows holds, or fails
	// sureOdd is how sure it must be that a row that ends early stands as it
	// should, or a repair says that it may not.
	sureOdd = 0.9
	// ragged is how many whole rows there must be for each other one: else that is
	// how the rows of the table are written.
	ragged = 2
)

// alignOdd puts a row with one cell less than the table has, or one more of
// which some are empty, where its cells fit best. It reports whether it has
// decided about the row.
func (g *grid) alignOdd(r *row) bool {
	n := len(r.cells)
	if n != g.width-1 && n != g.width+1 || g.width < 4 || g.width > widestOdd[1] || !g.lined || r.loose() || r.filled()*2 < n || !r.figured() {
		return false
	}
	early := g.early()
	if early.rows < ragged*early.other {
		return false
	}
	ways := oddWays(r, g.width)
	if len(ways) == 0 {
		return false
	}
	sums := g.sumsOfRows()
	costs := make([]float64, len(ways))
	best := 0
	for i, to := range ways {
		costs[i] = g.oddCost(r, to, sums)
		if r.stays(to) {
			costs[i] -= endsEarly
			if n < g.width {
				if early.blank > 0 {
					costs[i] += keepsTabs
				}
				costs[i] -= math.Log(float64(early.other)) // others end early, too
			}
		}
		if costs[i] < costs[best]-1e-9 {
			best = i
		}
	}
	if n > g.width {
		if to, cost := g.align(r, -1); to == nil || merges(to) && cost < costs[best] {
			return false // two texts stand in two cells
		}
	}
	sum := 0.0
	for _, c := range costs {
		sum += math.Exp(costs[best] - c)
	}
	sure := math.Round(math.Min(0.99, 1/sum)*1000) / 1000
	switch {
	case !r.stays(ways[best]):
		g.place(r, ways[best], sure)
	case n > g.width:
		r.cells = r.cells[:g.width] // an empty cell at the end: nothing stands there
		r.changed = true
		fallthrough
	default:
		if sure < sureOdd {
			g.note(r, len(r.cells)-1, document.CellsShifted, r.src.Place, sure, "")
		}
	}
	return true
}

// oddWays lists the columns that the cells of a row with one less, or one more,
// may stand in: with each gap, or without each empty cell, that makes a
// difference.
func oddWays(r *row, width int) [][]int {
	n := len(r.cells)
	var ways [][]int
	add := func(at, step int) {
		to := make([]int, n)
		for i := range to {
			if to[i] = i; i >= at {
				to[i] += step
			}
		}
		if step < 0 && at < n {
			to[at] = -1
		}
		ways = append(ways, to)
	}
	if n < width {
		add(n, 1)
		for gap := n - 1; gap > 0; gap-- {
			if gap > 1 && r.cells[gap-1].blank() || r.blankFrom(gap) {
				continue // the same as another
			}
			add(gap, 1)
		}
		return ways
	}
	for at := n - 1; at >= 0; at-- {
		if r.cells[at].blank() && (at == 0 || !r.cells[at-1].blank()) {
			add(at, -1)
		}
	}
	return ways
}

// stays reports whether no text of the row is put into another column.
func (r *row) stays(to []int) bool {
	for i, c := range to {
		if c != i && !r.cells[i].blank() {
			return false
		}
	}
	return true
}

// figured reports whether the row has a figure.
func (r *row) figured() bool {
	for i := range r.cells {
		if k := r.cells[i].kind; k == decimal || k == integer && i > 0 {
			return true
		}
	}
	return false
}

// oddCost is the cost of the row with its cells put into the columns of to.
func (g *grid) oddCost(r *row, to []int, sums []rowRelation) float64 {
	cost := 0.0
	cells := make([]*cell, g.width)
	for i, c := range to {
		if c < 0 {
			continue
		}
		cells[c] = &r.cells[i]
		cost += g.columns[c].cost(cells[c]) + g.columns[c].decimalCost(cells[c])
	}
	for c, x := range cells {
		if x == nil {
			cost += g.columns[c].vacancy
		}
	}
	met := 0
	for i := range sums {
		switch ok, told := sums[i].holds(func(col int) *cell { return cells[col] }); {
		case told && ok:
			met++
		case told:
			met--
		}
	}
	return cost - rowSum*float64(met)
}

// decimalCost is how unusual it is that a figure of the column has so many
// decimals.
func (c *column) decimalCost(x *cell) float64 {
	if x.kind != decimal && x.kind != integer {
		return 0
	}
	all := 0
	for _, n := range c.decimals {
		all += n
	}
	const smooth = 0.5
	n := float64(c.decimals[min(x.decimals, mostDecimals)])
	return -math.Log((n + smooth) / (float64(all) + 3*smooth))
}

// rowEnds is how the rows of a table end.
type rowEnds struct {
	rows  int // as wide as the table
	blank int // of them, with an empty cell at the end
	other int // of another width
}

// early counts, once, how the rows end.
func (g *grid) early() rowEnds {
	if g.ends != nil {
		return *g.ends
	}
	g.ends = &rowEnds{}
	g.body(func(_ int, r *row) {
		switch {
		case r.section || r.loose() || r.filled()*2 < g.width:
		case len(r.cells) == g.width:
			g.ends.rows++
			if r.cells[g.width-1].blank() {
				g.ends.blank++
			}
		default:
			g.ends.other++
		}
	})
	return *g.ends
}

// rowRelation is a sum or a percentage that the rows of a table keep.
type rowRelation struct {
	sum         blockSum
	part, whole int // of a percentage
	percent     int // its column; 0 for a sum
}

// holds reports whether a row keeps the relation; told is false where it does
// not say.
func (s *rowRelation) holds(at func(col int) *cell) (ok, told bool) {
	if s.percent > 0 {
		return percentOf(at(s.part), at(s.whole), at(s.percent))
	}
	return s.sum.holds(at)
}

// sumsOfRows finds, once, what sums and percentages the whole rows keep: a
// column that is the sum of two others, or of every one, every second or every
// third of those side by side, or the percentage of one of another.
func (g *grid) sumsOfRows() []rowRelation {
	if g.kept {
		return g.relations
	}
	g.kept = true
	body := g.measured()
	if len(body) < fewestSums {
		return nil
	}
	var cols []int
	for c := 1; c < g.width; c++ {
		if g.columns[c].holds(numeric) > 0.5 {
			cols = append(cols, c)
		}
	}
	if len(cols) < 3 || len(cols) > mostFigures {
		return nil
	}
	const most = 100 // more say no more
	keep := func(s rowRelation) {
		if len(g.relations) == most {
			return
		}
		met, failed := 0, 0
		for _, r := range body {
			switch ok, told := s.holds(r.at); {
			case told && ok:
				met++
			case told:
				failed++
			}
			if failed*3 > len(body) {
				return
			}
		}
		if met >= fewestSums && met >= 3*failed {
			g.relations = append(g.relations, s)
		}
	}
	for _, t := range cols {
		for i, a := range cols {
			for _, b := range cols[i+1:] {
				if a != t && b != t {
					keep(rowRelation{sum: blockSum{total: t, parts: []int{a, b}}})
					keep(rowRelation{part: a, whole: b, percent: t})
					keep(rowRelation{part: b, whole: a, percent: t})
				}
			}
		}
		for step := 1; step <= 3; step++ {
			for from := range cols {
				parts := []int{}
				for k := from; k < len(cols) && cols[k] != t; k += step {
					if parts = append(parts, cols[k]); len(parts) > 2 {
						keep(rowRelation{sum: blockSum{total: t, parts: append([]int(nil), parts...)}})
					}
				}
			}
		}
	}
	return g.relations
}
