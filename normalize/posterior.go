package normalize

import (
	"cmp"
	"math"
	"slices"

	"zvit/extract/record"
)

// reading is one value that an amount may have, with its probability.
type reading struct {
	exp   int
	value record.Kopecks
	p     float64
}

// slip is the probability that a figure is wrong for a reason that no clue here
// can show: a misread digit, a form that nobody foresaw.
const slip = 0.0015

// steps are no shift and the shifts.
var steps = [1 + len(shifts)]int{0, shifts[0], shifts[1], shifts[2]}

// readings returns the readings of a cell's digits, the likeliest first; they are
// kept until those of the next cell. The
// probabilities of the block's unit and of the row's being odd are combined.
func (p *problem) readings(c *cell) []reading {
	shift := p.shiftOdds(c)
	p.calibrateShift(c, &shift)
	out := p.found[:0]
	add := func(exp int, v record.Kopecks, w float64) {
		for i := range out {
			if out[i].value == v {
				out[i].p += w
				if out[i].exp != c.block.exp+c.shift && exp == c.block.exp+c.shift {
					out[i].exp = exp
				}
				return
			}
		}
		out = append(out, reading{exp, v, w})
	}
	for _, e := range c.block.domain {
		pb := c.block.chances[e]
		for i, s := range steps {
			if w := pb * shift[i]; w > 0 && c.allowed(e+s) {
				add(e+s, kopecks(c.at(e+s)), w)
			}
		}
	}
	if c.grouped != nil {
		other := c.num
		if !c.useGrouped {
			other = *c.grouped
		}
		// Groups would leave some numbers of the column without a comma, or with two.
		w := 0.02 / float64(max(1, c.block.ambiguous)) // of 9 000 reports from seed 710000, and none of them groups so: kept for real ones
		if !c.useGrouped && c.block.plainDecimals {
			w = min(w, 0.004)
		}
		for _, r := range c.relations {
			if r.consistent() && r.addends() > 1 && !r.leaves(c) {
				w = 0.002
			}
		}
		e := c.block.exp + c.shift
		if e >= other.Decimals {
			add(e, kopecks(scale10(other.Mantissa, e-other.Decimals+guard)), w)
		}
	}
	p.found = out
	slices.SortStableFunc(out, func(a, b reading) int { return cmp.Compare(b.p, a.p) })
	total := slip
	for _, r := range out {
		total += r.p
	}
	for i := range out {
		out[i].p /= total
	}
	return out
}

// shiftOdds is the probability of each shift of a cell against its block: none,
// then shifts in their order; the present reading of all else is held.
func (p *problem) shiftOdds(c *cell) [1 + len(shifts)]float64 {
	var gains [1 + len(shifts)]float64
	total := 0.0
	if p.plain(c) {
		gains[0] = 1
		return gains
	}
	for i, s := range steps {
		switch {
		case s == c.shift:
			gains[i] = 0
		case !c.allowed(c.block.exp+s) || s != 0 && !c.block.likely(s):
			gains[i] = math.Inf(-1)
		default:
			gains[i] = p.gainOf(c, s)
			// The row may be odd and stand outside the total as well.
			if g := p.outsideGain(c, s); g > gains[i] {
				gains[i] = g
			}
			if g := p.rowGain(c, i); g > gains[i] {
				gains[i] = g
			}
		}
		gains[i] = math.Exp(math.Min(gains[i], 40))
		total += gains[i]
	}
	for i := range gains {
		gains[i] /= total
	}
	return gains
}

// step is the place of the cell's shift in steps.
func (c *cell) step() int {
	if c.shift == 0 {
		return 0
	}
	return slices.Index(shifts[:], c.shift) + 1
}

// rowGain is what reading the whole row with a shift adds, the same for each of
// its cells; it is kept for as long as decisions are made.
func (p *problem) rowGain(c *cell, step int) float64 {
	r := c.row
	if r == nil {
		return math.Inf(-1)
	}
	if r.known[step] {
		return r.gains[step]
	}
	g := math.Inf(-1)
	if p.rowCells = r.live(p.rowCells[:0]); len(p.rowCells) > 1 {
		p.rowShifts = p.rowShifts[:0]
		for range p.rowCells {
			p.rowShifts = append(p.rowShifts, steps[step])
		}
		g = p.gain(move{cells: p.rowCells, shift: p.rowShifts})
	}
	r.gains[step], r.known[step] = g, true
	return g
}

// plain reports whether the cell is as its column and its sums want it: it would
// take two errors at once to hide another unit.
func (p *problem) plain(c *cell) bool { return c.shift == 0 && p.confirmed(c) && !p.odd(c) }

// confirmed reports whether the cell stands in a sum that holds.
func (p *problem) confirmed(c *cell) bool {
	for _, r := range c.relations {
		if r.consistent() && r.addends() > 1 && !r.leaves(c) && (r.kind.vertical() || len(c.pairs) == 0) {
			return true
		}
	}
	return false
}

// gainOf is what reading one cell with a shift adds.
func (p *problem) gainOf(c *cell, shift int) float64 {
	p.oneCell[0], p.oneShift[0] = c, shift
	return p.gain(move{cells: p.oneCell[:], shift: p.oneShift[:]})
}

// outsideGain is what a shift adds where the total above leaves the row out.
func (p *problem) outsideGain(c *cell, shift int) float64 {
	var total *relation
	for _, r := range c.relations {
		if r.kind.vertical() && r.total != c && !r.leaves(c) {
			if total != nil {
				return math.Inf(-1)
			}
			total = r
		}
	}
	if total == nil {
		return math.Inf(-1)
	}
	one := []*cell{c}
	m := move{cells: one, shift: []int{shift}, outs: []exclusion{{total, c}}}
	before := p.around(one)
	was := p.apply(m)
	after := p.around(one)
	p.revert(m, was)
	return after - before
}
