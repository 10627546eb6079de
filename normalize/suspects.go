package normalize

import (
	"cmp"
	"math"
	"slices"
)

// shifting makes the move of shifting cells alike.
func (p *problem) shifting(to int, cells []*cell) move {
	m := move{cells: cells, shift: p.moveShifts.take(len(cells))}
	for range cells {
		m.shift = append(m.shift, to)
	}
	return m
}

// suspects lists the moves worth trying, until the next time: cells that do not fit their row or
// their column, and rows that would make a failing total hold.
func (p *problem) suspects() []move {
	moves := p.moves[:0]
	defer func() { p.moves = moves }()
	p.moveCells.reset()
	p.moveShifts.reset()
	type rowShift struct {
		row   *typedRow
		shift int
	}
	rows := map[rowShift]bool{}
	flips := func(c *cell) {
		if !c.live() || c.block == nil {
			return
		}
		for _, s := range shifts {
			if c.shift == 0 && c.block.likely(s) || c.shift == s {
				to := s
				if c.shift == s {
					to = 0
				}
				moves = append(moves, p.shifting(to, append(p.moveCells.take(1), c)))
				k := rowShift{c.row, to}
				if rows[k] {
					continue // another cell of the row has asked
				}
				if row := c.row.live(p.moveCells.take(c.row.size())); len(row) > 1 {
					rows[k] = true
					moves = append(moves, p.shifting(to, row))
				}
			}
		}
	}
	p.asked++
	asked := p.asked
	ask := func(c *cell) {
		if c.seen != asked {
			c.seen = asked
			flips(c)
		}
	}
	for _, c := range p.cells {
		if c.live() && c.block != nil && p.odd(c) {
			ask(c)
		}
	}
	for _, r := range p.relations {
		if r.asleep || r.consistent() {
			continue
		}
		if !r.kind.vertical() {
			ask(r.total)
			for _, c := range r.parts {
				ask(c)
			}
			continue
		}
		p.totalSuspects(r, ask, &moves)
	}
	return moves
}

// hit is a part of a total that may be outside it, or odd.
type hit struct {
	c     *cell
	out   bool
	score float64
}

// totalSuspects lists what could make a failing total hold, the likeliest few.
func (p *problem) totalSuspects(r *relation, ask func(*cell), moves *[]move) {
	ask(r.total)
	res, n := r.residual(), r.addends()
	hits := p.hits[:0]
	for _, c := range r.parts {
		if c.kind == zero || r.leaves(c) {
			continue
		}
		v := r.times * c.now()
		hits = append(hits, hit{c, true, r.scored(res+v) + leftOut(n)})
		if !c.live() {
			continue
		}
		for _, s := range shifts {
			if !c.allowed(c.block.exp+s) || !c.block.likely(s) {
				continue
			}
			w := r.times * c.at(c.block.exp+s)
			hits = append(hits, hit{c, false, r.scored(res+v-w) + oddPrior})
		}
	}
	p.hits = hits
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.score, a.score) })
	for _, h := range hits[:min(6, len(hits))] {
		if h.out {
			*moves = append(*moves, leaving(exclusion{r, h.c}))
			if row := outRow(r, h.c); len(row) > 1 {
				*moves = append(*moves, leaving(row...))
			}
		} else {
			ask(h.c)
		}
	}
	if two := r.twoLeftOut(); two != nil {
		*moves = append(*moves, leaving(exclusion{r, two[0]}, exclusion{r, two[1]}))
	}
	*moves = append(*moves, p.twoOdd(r)...)
}

// outRow leaves a whole row out: its cells in every column whose total stands in
// the same row.
func outRow(r *relation, c *cell) []exclusion {
	var out []exclusion
	for _, x := range r.rivals {
		for _, o := range x.parts {
			if o.row == c.row && o.kind != zero && !x.leaves(o) {
				out = append(out, exclusion{x, o})
			}
		}
	}
	return out
}

// outPrior is the log prior of one given cell's being left out. A row that is
// outside the total is so in every column: the columns after the first cost
// little.
func (r *relation) outPrior(c *cell) float64 {
	k := 0
	for _, x := range r.rivals {
		for _, o := range x.out {
			if o.row == c.row {
				k++
			}
		}
	}
	k = max(k, 1)
	return (leftOut(r.addends()) - 0.8*float64(k-1)) / float64(k)
}

// twoOdd finds two rows that make the total hold when both are in the other
// unit.
func (p *problem) twoOdd(r *relation) []move {
	var out []move
	res := r.residual()
	for _, s := range []int{3, -3} {
		before := newEarlier(len(r.parts))
		for _, c := range r.parts {
			if !c.live() || c.block == nil || c.shift != 0 || !c.allowed(c.block.exp+s) {
				continue
			}
			d := r.times * (c.at(c.block.exp+s) - c.now())
			if other := before.with(res - d); other != nil {
				out = append(out, move{cells: []*cell{other, c}, shift: []int{s, s}})
				if len(out) > 3 {
					return out
				}
			}
			before.add(d, c)
		}
	}
	return out
}

// odd reports whether a cell stands out enough to be looked at.
func (p *problem) odd(c *cell) bool {
	if c.shift != 0 {
		return true
	}
	for _, q := range c.pairs {
		center := q.class.middle + float64(q.a.block.exp-q.b.block.exp)
		x := q.log() + float64(q.a.exp()-q.b.exp())
		if math.Abs(x-center) > 1.3 {
			return true
		}
		if q.percent != nil && q.class.trustsPercent() && !q.percentAgrees() {
			return true
		}
	}
	if c.inWords && kopecks(c.now()) != c.words {
		return true
	}
	return math.Abs(c.size()-c.block.middle) > 2.2*c.block.spread
}
