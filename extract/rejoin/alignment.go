package rejoin

import (
	"math"

	"zvit/extract/wording"
)

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
						cost += g.awaits(c, x)
						if !r.untabbed {
							cost += shiftCost * math.Abs(float64(c-i))
						}
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
	return columnsOf(step, m, n), best[at(m, n)]
}

// Steps of an alignment: a cell takes a column, a column is left empty, an
// empty cell is dropped, a cell shares the column before.
const (
	take = iota + 1
	skip
	drop
	merge
)

// columnsOf follows an alignment's steps back from its end and returns the
// column of each of m cells in n columns, -1 where it is dropped.
func columnsOf(step []uint8, m, n int) []int {
	to := make([]int, m)
	for i, c := m, n; i > 0 || c > 0; {
		switch step[i*(n+1)+c] {
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
			return nil
		}
	}
	return to
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
	cost := col.endCost(x.text)
	switch e := a.ends(); {
	case e == dangling || e == modifying:
		return cost - 2.5
	case e == bare && col.repeats && col.values[a.text] > 1:
		return cost + 1.5
	case e == bare && col.marked > 0.6:
		return cost - 2.5
	case e == bare:
		return cost - 0.7
	case wording.StartsInside(x.text):
		return cost + 1.7
	}
	return cost + 0.7
}

func isIdentity(to []int) bool {
	for i, c := range to {
		if c != i {
			return false
		}
	}
	return true
}
