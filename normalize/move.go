package normalize

import (
	"math"
	"slices"
)

// move changes some cells' shifts, and what totals leave out.
type move struct {
	cells []*cell // those whose shifts change, then those that are left out
	shift []int
	outs  []exclusion
}

// exclusion is a cell that a total leaves out.
type exclusion struct {
	from *relation
	cell *cell
}

// leaving makes the move of leaving cells out.
func leaving(outs ...exclusion) move {
	m := move{outs: outs}
	for _, x := range outs {
		if !slices.Contains(m.cells, x.cell) {
			m.cells = append(m.cells, x.cell)
		}
	}
	return m
}

// around is the score of every factor that the cells take part in, each once.
func (p *problem) around(cells []*cell) float64 {
	p.asked++
	score := 0.0
	for _, c := range cells {
		score += p.local(c)
		switch r := c.row; {
		case r == nil:
			if c.shift != 0 {
				score += oddOf(c, c.shift)
			}
		case r.seen != p.asked:
			r.seen = p.asked
			score += r.prior()
		}
	}
	for _, c := range cells {
		for _, r := range c.relations {
			if r.asleep {
				continue
			}
			score += r.vanished(c)
			if r.seen == p.asked {
				continue
			}
			r.seen = p.asked
			score += r.trust() * r.score()
			for _, c := range r.out {
				score += r.outPrior(c)
			}
		}
	}
	for _, c := range cells {
		for _, q := range c.pairs {
			if q.seen != p.asked {
				q.seen = p.asked
				score += pairTrust(len(q.a.pairs)) * q.rowScore()
			}
		}
	}
	return score
}

// vanished is what it costs that an odd cell is too small for the total to tell: to
// it the cell is left out, and its unit explains nothing.
func (r *relation) vanished(c *cell) float64 {
	if c.shift >= 0 || c == r.total || !r.kind.vertical() || r.leaves(c) {
		return 0
	}
	if v := c.now(); v > r.tol || v < -r.tol {
		return 0
	}
	return leftOut(r.addends())
}

// pairTrust shares the weight of a cell's several ratios, which are not
// independent of each other.
func pairTrust(n int) float64 { return 1 / math.Sqrt(float64(max(1, n))) }

// trust weighs relations whose form is a guess.
func (r *relation) trust() float64 {
	if r.kind == partsKind {
		return 0.7
	}
	return 1
}

// apply makes the move and returns the shifts that it changed, for revert; they are
// kept until the next move.
func (p *problem) apply(m move) (was []int) {
	p.was = p.was[:0]
	for i := range m.shift {
		p.was = append(p.was, m.cells[i].shift)
		p.setShift(m.cells[i], m.shift[i])
	}
	for _, x := range m.outs {
		x.from.out = append(x.from.out, x.cell)
		x.from.without(x.cell, -1)
	}
	return p.was
}

// revert takes the move back.
func (p *problem) revert(m move, was []int) {
	for i := range m.shift {
		p.setShift(m.cells[i], was[i])
	}
	for _, x := range m.outs {
		x.from.without(x.cell, 1)
		x.from.out = slices.DeleteFunc(x.from.out, func(o *cell) bool { return o == x.cell })
	}
}

// setShift changes one cell's shift and the sums that it is in.
func (p *problem) setShift(c *cell, shift int) {
	if c.shift == shift {
		return
	}
	before, half := c.now(), c.half(c.exp())
	c.shift = shift
	after, newHalf := c.now(), c.half(c.exp())
	for _, r := range c.relations {
		if r.total == c {
			r.tol += newHalf - half
			continue
		}
		if r.leaves(c) {
			continue
		}
		if r.signs == nil {
			r.sum += r.times * (after - before)
			r.tol += r.times * (newHalf - half)
		} else {
			r.refresh()
		}
	}
}

// gain is the score that a move adds.
func (p *problem) gain(m move) float64 {
	for i, c := range m.cells {
		if i < len(m.shift) && (!c.live() || !c.allowed(c.block.exp+m.shift[i])) {
			return math.Inf(-1)
		}
	}
	before := p.around(m.cells)
	was := p.apply(m)
	after := p.around(m.cells)
	p.revert(m, was)
	return after - before
}
