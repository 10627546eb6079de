package normalize

import (
	"cmp"
	"context"
	"math"
	"slices"

	"zvit/extract/record"
)

// oddRow is the log prior of one given cell in another unit than its block's.
const (
	oddPrior      = -5.1 // of either of the two neighbouring units
	oddTotalPrior = -4.6
)

// shifts are what an odd row's exponent may differ by from its column's.
var shifts = [...]int{3, -3, -6}

// likely leaves out shifts that are not worth a search: from millions down to
// hryvnias is the only step of two units that is ever taken.
func (b *block) likely(shift int) bool {
	return shift != -6 || b.exp == expMillion && !b.free
}

// known reports whether the exponent is that of a unit.
func known(exp int) bool { return unitOf(exp) != record.NoUnit }

// allowed reports whether the cell can be read with the exponent.
func (c *cell) allowed(exp int) bool {
	if !known(exp) && !c.block.free {
		return false
	}
	v := c.at(exp)
	return v > -huge && v < huge
}

// local is the cell's own log score under the present reading: the prior of an
// odd row, its size and decimals within its block.
func (p *problem) local(c *cell) float64 {
	if c.block == nil || c.shift == 0 || c.kind != money {
		return p.fit(c, 0)
	}
	return p.fit(c, c.shift)
}

// oddOf is the log prior of one cell's being odd: rows in hryvnias or thousands
// are what happens, rows in millions hardly ever.
func oddOf(c *cell) float64 {
	s := oddPrior
	if c.amount.IsTotal || c.amount.Subject == record.SubjectReport {
		s = oddTotalPrior
	}
	switch e := c.exp(); {
	case e != expUAH && e != expThousand && !c.block.free:
		s -= 5
	}
	if c.shift > 3 || c.shift < -3 {
		s -= 6
	}
	return s
}

// rowPrior is the log prior of the odd cells of a row: a row was typed from one
// source, so that its cells are odd together more often than one by one.
func (p *problem) rowPrior(k rowKey) float64 {
	odd, live, same := 0, 0, true
	s, shift, size := 0.0, 0, 0.0
	for _, c := range p.rowIndex[k] {
		if !c.live() || c.block == nil {
			continue
		}
		live++
		if c.shift == 0 {
			continue
		}
		if odd++; odd == 1 {
			s, shift = oddOf(c), c.shift
		} else {
			s = math.Min(s, oddOf(c))
		}
		same = same && c.shift == shift
		size += c.sizeFit(c.shift) - c.sizeFit(0)
	}
	switch {
	case odd == 0:
		return 0
	case odd == live && odd > 1 && same:
		// A large measure is large in every column: its size is one clue.
		return s - math.Max(0, 1-3/float64(odd))*math.Max(0, size)
	}
	return s - 2.5*float64(odd-1)
}

// sizeFit is how well the cell's size suits its column.
func (c *cell) sizeFit(shift int) float64 {
	b := c.block
	if c.amount.IsTotal || len(b.cells) < 2 || b.key.table == "" || c.amount.Role == record.Deviation {
		return 0
	}
	n := c.numeral()
	return logStudent(log10abs(n.Mantissa)-float64(n.Decimals)+float64(shift), b.middle, b.spread)
}

// fit is how well size and decimals of a cell suit its block when it is read
// with the given shift.
func (p *problem) fit(c *cell, shift int) float64 {
	if c.kind != money || c.block == nil {
		return 0
	}
	s := 0.0
	b := c.block
	n := c.numeral()
	s += c.sizeFit(shift)
	if !b.free {
		x := log10abs(n.Mantissa) - float64(n.Decimals) + float64(b.exp+shift)
		s -= 2.5 * math.Max(0, x-(p.cap-1.8))
		if c.amount.Role == record.Planned {
			s -= 1.2 * math.Max(0, 4.5-x) // nobody plans a hundred hryvnias
		}
	}
	// Decimals: an odd row keeps the habit of its own unit.
	d := min(n.Decimals, 6)
	switch {
	case b.free:
		return s
	case shift == 0:
		s += 0.6 * math.Log(0.8*b.decimals[d]+0.2*decimalsGiven(d, b.exp)+1e-3)
	default:
		s += 0.6 * math.Log(decimalsGiven(d, b.exp+shift)+1e-3)
	}
	if n.Decimals > b.exp+shift {
		s -= 5
	}
	if c.inWords && kopecks(c.at(b.exp+shift)) == c.words {
		s += 14
	}
	return s
}

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

// around is the score of every factor that the cells take part in.
func (p *problem) around(cells []*cell) float64 {
	score := 0.0
	var relations []*relation
	var pairs []*pair
	var rows []rowKey
	for _, c := range cells {
		score += p.local(c)
		if k := c.row; k.table == "" {
			if c.shift != 0 {
				score += oddOf(c)
			}
		} else if len(rows) == 0 || !slices.Contains(rows, k) {
			rows = append(rows, k)
			score += p.rowPrior(k)
		}
		for _, r := range c.relations {
			if len(cells) == 1 || !slices.Contains(relations, r) {
				relations = append(relations, r)
			}
		}
		for _, q := range c.pairs {
			if len(cells) == 1 || !slices.Contains(pairs, q) {
				pairs = append(pairs, q)
			}
		}
	}
	for _, r := range relations {
		if r.asleep {
			continue
		}
		score += r.trust() * r.score()
		for _, c := range r.out {
			score += r.outPrior(c)
		}
	}
	for _, q := range pairs {
		score += pairTrust(len(q.a.pairs)) * q.rowScore()
	}
	return score
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

// apply makes the move, and returns what takes it back.
func (p *problem) apply(m move) func() {
	was := make([]int, len(m.shift))
	for i := range m.shift {
		was[i] = m.cells[i].shift
		p.setShift(m.cells[i], m.shift[i])
	}
	for _, x := range m.outs {
		x.from.out = append(x.from.out, x.cell)
		x.from.without(x.cell, -1)
	}
	return func() {
		for i := range m.shift {
			p.setShift(m.cells[i], was[i])
		}
		for _, x := range m.outs {
			x.from.without(x.cell, 1)
			x.from.out = slices.DeleteFunc(x.from.out, func(o *cell) bool { return o == x.cell })
		}
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
	undo := p.apply(m)
	after := p.around(m.cells)
	undo()
	return after - before
}

// maxMoves bounds the search: a table with more odd rows than this has no unit.
const maxMoves = 60

// oddities finds odd rows and rows outside a total: from the reading in which
// every column has one unit, the best move is made as long as one helps.
func (p *problem) oddities(ctx context.Context) error {
	for _, c := range p.cells {
		c.shift = 0
	}
	for _, r := range p.relations {
		r.out = nil
	}
	p.refresh()
	defer p.weighOdd()
	for n := 0; n < maxMoves; n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		moves := p.suspects()
		if len(moves) == 0 {
			return nil
		}
		type scored struct {
			move
			gain float64
		}
		var good []scored
		for _, m := range moves {
			if g := p.gain(m); g > 0.05 {
				good = append(good, scored{m, g})
			}
		}
		if len(good) == 0 {
			return nil
		}
		slices.SortStableFunc(good, func(a, b scored) int { return cmp.Compare(b.gain, a.gain) })
		// Moves that touch different rows are made together.
		touched := map[*cell]bool{}
		done := map[*relation]bool{}
		for i, g := range good {
			clash := i > 0 && g.gain < good[0].gain/2
			for _, c := range g.cells {
				clash = clash || touched[c]
				for _, r := range c.relations {
					clash = clash || done[r] && r.kind.vertical()
				}
			}
			if clash || i > 0 && p.gain(g.move) <= 0.05 {
				continue
			}
			p.apply(g.move)
			for _, c := range g.cells {
				touched[c] = true
				for _, r := range c.relations {
					done[r] = true
				}
			}
		}
	}
	return nil
}

// weighOdd settles what the search found: a shift of most of a block becomes the
// block's own, and each odd row is given the weight of what makes it odd.
func (p *problem) weighOdd() {
	p.rebase()
	p.oddWeight = map[rowKey]float64{}
	for _, c := range p.cells {
		if c.shift == 0 || p.oddWeight[c.row] != 0 {
			continue
		}
		m := move{}
		for _, o := range p.rowIndex[c.row] {
			if o.shift != 0 {
				m.cells, m.shift = append(m.cells, o), append(m.shift, 0)
			}
		}
		if len(m.cells) == 0 {
			m = move{cells: []*cell{c}, shift: []int{0}}
		}
		p.oddWeight[c.row] = math.Min(math.Max(0.5, -p.gain(m)), 6) / float64(len(m.cells))
	}
}

// rebase takes a shift that most of a block's cells have for the block's own.
func (p *problem) rebase() {
	for _, b := range p.blocks {
		count := map[int]int{}
		for _, c := range b.cells {
			count[c.shift]++
		}
		for _, s := range shifts {
			if 2*count[s] > len(b.cells) && slices.Contains(b.domain, b.exp+s) {
				b.exp += s
				for _, c := range b.cells {
					c.shift -= s
				}
				break
			}
		}
	}
	p.refresh()
}

// suspects lists the moves worth trying: cells that do not fit their row or
// their column, and rows that would make a failing total hold.
func (p *problem) suspects() []move {
	var moves []move
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
				moves = append(moves, move{cells: []*cell{c}, shift: []int{to}})
				if row := p.rowOf(c); len(row) > 1 {
					m := move{cells: row}
					for range row {
						m.shift = append(m.shift, to)
					}
					moves = append(moves, m)
				}
			}
		}
	}
	asked := map[*cell]bool{}
	ask := func(c *cell) {
		if !asked[c] {
			asked[c] = true
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

// totalSuspects lists what could make a failing total hold, the likeliest few.
func (p *problem) totalSuspects(r *relation, ask func(*cell), moves *[]move) {
	ask(r.total)
	res, n := r.residual(), r.addends()
	type hit struct {
		c     *cell
		out   bool
		score float64
	}
	var hits []hit
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
		seen := map[int64]*cell{}
		for _, c := range r.parts {
			if !c.live() || c.block == nil || c.shift != 0 || !c.allowed(c.block.exp+s) {
				continue
			}
			d := r.times * (c.at(c.block.exp+s) - c.now())
			if other := seen[res-d]; other != nil {
				out = append(out, move{cells: []*cell{other, c}, shift: []int{s, s}})
				if len(out) > 3 {
					return out
				}
			}
			seen[d] = c
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
		if q.percent != nil && q.class.trustsPercent() && !q.percentFits(q.a.exp()-q.b.exp()) {
			return true
		}
	}
	if c.inWords && kopecks(c.now()) != c.words {
		return true
	}
	n := c.numeral()
	x := log10abs(n.Mantissa) - float64(n.Decimals)
	return math.Abs(x-c.block.middle) > 2.2*c.block.spread
}

// rowKey names the cells that were typed as one row: a row of the table, or the
// rows of one subject where each holds a single amount (plan and actual below
// one another).
type rowKey struct {
	table, subject string
	row            int
}

func (p *problem) buildRows() {
	count := map[rowKey]int{}
	for _, c := range p.cells {
		count[rowKey{table: c.amount.TableID, row: c.amount.Row}]++
	}
	for _, c := range p.cells {
		a := c.amount
		if a.TableID == "" {
			continue
		}
		c.row = rowKey{table: a.TableID, row: a.Row}
		if count[c.row] == 1 && a.SubjectID != "" {
			c.row = rowKey{table: a.TableID, subject: a.SubjectID}
		}
		p.rowIndex[c.row] = append(p.rowIndex[c.row], c)
	}
}

// rowOf is the row's cells with money in them: a row may be in another unit as a
// whole.
func (p *problem) rowOf(c *cell) []*cell {
	if c.row.table == "" {
		return nil
	}
	var row []*cell
	for _, o := range p.rowIndex[c.row] {
		if o.live() && o.block != nil {
			row = append(row, o)
		}
	}
	return row
}
