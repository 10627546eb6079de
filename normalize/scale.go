package normalize

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// factor is a score that depends on the exponents of a few blocks.
type factor struct {
	blocks []*block
	score  func() float64 // with the blocks' exponents set
	values []float64      // known scores, by the blocks' places in their domains; NaN elsewhere
	// What the factor is of; at most one is set, none for neighbours.
	ratio    *pairClass
	class    *class
	declared *relation
	link     *sameLink
}

// mostValues bounds what a factor keeps: five blocks of three units.
const mostValues = 243

func newFactor(f factor, blocks []*block) *factor {
	f.blocks = blocks
	n := 1
	for _, b := range blocks {
		if n *= len(b.domain); n > mostValues {
			return &f
		}
	}
	f.values = make([]float64, n)
	for i := range f.values {
		f.values[i] = math.NaN()
	}
	return &f
}

func (f *factor) value() float64 {
	if f.values == nil {
		return f.score()
	}
	at := 0
	for _, b := range f.blocks {
		at = at*len(b.domain) + slices.Index(b.domain, b.exp)
	}
	if math.IsNaN(f.values[at]) {
		f.values[at] = f.score()
	}
	return f.values[at]
}

// beamWidth joint readings are kept; a report has few blocks that hang together,
// so this loses nothing in practice and bounds the rest.
const beamWidth = 160

// assignment is one joint reading of a component's first blocks.
type assignment struct {
	at    int // of its exponents among those of all
	score float64
}

// beam is the joint readings of a component's first blocks, with the exponents of
// all one after another.
type beam struct {
	states []assignment
	exps   []int8
}

// of are the exponents of a reading of n blocks.
func (b *beam) of(s assignment, n int) []int8 { return b.exps[s.at : s.at+n] }

// keep leaves the best readings, the best first.
func (b *beam) keep() {
	slices.SortFunc(b.states, func(x, y assignment) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.at, y.at))
	})
	b.states = b.states[:min(beamWidth, len(b.states))]
}

// scales searches the blocks' units jointly and leaves each block at its unit in
// the best reading, with the probabilities of its units.
func (p *problem) scales(ctx context.Context) error {
	factors := p.factors()
	p.joined = factors
	before := make([]int, len(p.blocks))
	for i, b := range p.blocks {
		before[i] = b.exp
	}
	for _, component := range components(p.blocks, factors) {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.searchComponent(component, factors)
	}
	p.refreshAfter(before, factors)
	return nil
}

// refreshAfter puts right the sums that the search may have left under another
// reading: all of them where a block's unit is another than before, else those that
// the factors looked at.
func (p *problem) refreshAfter(before []int, factors []*factor) {
	for i, b := range p.blocks {
		if b.exp != before[i] {
			p.refresh()
			return
		}
	}
	for _, f := range factors {
		f.refresh()
	}
}

// refresh recomputes the sums that the factor's score looks at.
func (f *factor) refresh() {
	switch {
	case f.class != nil:
		for _, r := range f.class.judges {
			r.refresh()
		}
	case f.declared != nil:
		f.declared.refresh()
	}
}

func (p *problem) searchComponent(component []*block, factors []*factor) {
	position := map[*block]int{}
	for i, b := range component {
		position[b] = i
	}
	ending := make([][]*factor, len(component))
	for _, f := range factors {
		if _, ok := position[f.blocks[0]]; !ok {
			continue
		}
		last := 0
		for _, b := range f.blocks {
			last = max(last, position[b])
		}
		ending[last] = append(ending[last], f)
	}
	own := make([]byExp, len(component))
	for i, b := range component {
		for _, e := range b.domain {
			own[i][e] = b.unary[e] + p.certain(b, e) + p.misfits(b, e)
		}
	}
	now, next := &p.beams[0], &p.beams[1]
	now.states, now.exps = append(now.states[:0], assignment{}), now.exps[:0]
	for i, b := range component {
		next.states, next.exps = next.states[:0], next.exps[:0]
		for _, s := range now.states {
			exps := now.of(s, i)
			for j, e := range exps {
				component[j].exp = int(e)
			}
			for _, e := range b.domain {
				b.exp = e
				score := s.score + own[i][e]
				for _, f := range ending[i] {
					score += f.value()
				}
				next.states = append(next.states, assignment{len(next.exps), score})
				next.exps = append(append(next.exps, exps...), int8(e))
			}
		}
		next.keep()
		now, next = next, now
	}
	best := now.states[0]
	total := 0.0
	for _, s := range now.states {
		total += math.Exp(s.score - best.score)
	}
	for i, b := range component {
		b.posterior = byExp{}
		for _, s := range now.states {
			b.posterior[now.of(s, len(component))[i]] += math.Exp(s.score-best.score) / total
		}
		b.exp = int(now.of(best, len(component))[i])
	}
}

// misfits is what it costs that odd rows would be in a unit that does not exist:
// they would not be odd then, and what made them so is unexplained. Rows in
// millions are rare.
func (p *problem) misfits(b *block, e int) float64 {
	score := 0.0
	for _, c := range b.cells {
		switch x := e + c.shift; {
		case c.shift == 0:
		case !known(x):
			score -= c.oddWeight
		case x != expUAH && x != expThousand:
			score -= math.Min(4, c.oddWeight)
		}
	}
	return math.Max(score, -6)
}

// components splits the blocks by the factors that join them; inside one, blocks
// stand next to those that they are joined to.
func components(blocks []*block, factors []*factor) [][]*block {
	next := map[*block][]*block{}
	for _, f := range factors {
		for _, a := range f.blocks {
			for _, b := range f.blocks {
				if a != b {
					next[a] = append(next[a], b)
				}
			}
		}
	}
	seen := map[*block]bool{}
	var out [][]*block
	for _, b := range blocks {
		if seen[b] {
			continue
		}
		seen[b] = true
		queue := []*block{b}
		for i := 0; i < len(queue); i++ {
			for _, n := range next[queue[i]] {
				if !seen[n] {
					seen[n] = true
					queue = append(queue, n)
				}
			}
		}
		out = append(out, queue)
	}
	return out
}

// factors lists what joins the blocks.
func (p *problem) factors() []*factor {
	var out []*factor
	join := func(f factor, blocks ...*block) {
		var distinct []*block
		for _, b := range blocks {
			if b != nil && !slices.Contains(distinct, b) {
				distinct = append(distinct, b)
			}
		}
		if len(distinct) > 1 {
			out = append(out, newFactor(f, distinct))
		}
	}
	for _, cl := range p.ratios {
		join(factor{ratio: cl, score: func() float64 { return cl.score(cl.a.exp - cl.b.exp) }}, cl.a, cl.b)
	}
	for _, cl := range p.classes {
		join(factor{class: cl, score: cl.score}, cl.blocks...)
	}
	for _, r := range p.relations {
		if r.kind != declaredKind {
			continue
		}
		blocks := []*block{r.total.block}
		for _, c := range r.parts {
			if c.block != nil {
				blocks = append(blocks, c.block)
			}
		}
		join(factor{declared: r, score: r.explained}, blocks...)
	}
	for i := range p.links {
		l := &p.links[i]
		join(factor{link: l, score: func() float64 {
			if l.a.now() == l.b.now() {
				return l.weight
			}
			return 0
		}}, l.a.block, l.b.block)
	}
	p.neighbours(join)
	p.wholeTables(join)
	return out
}

// wholeLie is the log odds by which wrong words stand over one column of a table
// rather than over all of them.
const wholeLie = 1.0

// wholeTables adds what it costs to overrule every printed unit of a table: then
// nothing in it bears the reading out, and what speaks for it are sizes alone.
func (p *problem) wholeTables(join func(factor, ...*block)) {
	tables := map[string][]*block{}
	var order []string
	for _, b := range p.blocks {
		if len(b.cells) == 0 || b.printed < 0 || b.key.table == "" {
			continue
		}
		if tables[b.key.table] == nil {
			order = append(order, b.key.table)
		}
		tables[b.key.table] = append(tables[b.key.table], b)
	}
	for _, id := range order {
		columns := tables[id]
		join(factor{score: func() float64 {
			for _, b := range columns {
				if b.exp == b.printed {
					return 0
				}
			}
			return -wholeLie
		}}, columns...)
	}
}

// score is the class's log score: how its rows add up, each row being odd with
// a small probability.
func (cl *class) score() float64 {
	score := 0.0
	for _, r := range cl.judges {
		r.refresh()
		score += math.Max(r.score(), -9)
	}
	return math.Max(score, -80)
}

// explained is the log score of a declared total under the present exponents,
// with the best of: every row counted, one left out, one odd, two left out.
func (r *relation) explained() float64 {
	r.refresh()
	best := math.Max(r.score(), r.oneException())
	if x := r.twoLeftOut(); x != nil {
		best = math.Max(best, math.Log(holds)+2*leftOut(r.addends()))
	}
	return best
}

// twoLeftOut finds two rows that together are the residual, to the kopeck; nil
// where there are none, or more than one choice.
func (r *relation) twoLeftOut() []*cell {
	want := -r.residual()
	if want <= 0 {
		return nil
	}
	var found []*cell
	earlier := newEarlier(len(r.parts))
	for i, c := range r.parts {
		if c.kind == zero || r.leaves(c) {
			continue
		}
		v := r.sign(i) * r.times * c.now()
		if other := earlier.with(want - v); other != nil {
			if found != nil {
				return nil
			}
			found = []*cell{other, c}
		}
		earlier.add(v, c)
	}
	return found
}

// earlier finds the last of the cells before that has a value: by a look over
// them where they are few.
type earlier struct {
	index  map[int64]*cell
	n      int
	values [32]int64
	cells  [32]*cell
}

func newEarlier(n int) *earlier {
	e := &earlier{}
	if n > len(e.values) {
		e.index = make(map[int64]*cell, n)
	}
	return e
}

func (e *earlier) with(v int64) *cell {
	if e.index != nil {
		return e.index[v]
	}
	for i := e.n - 1; i >= 0; i-- {
		if e.values[i] == v {
			return e.cells[i]
		}
	}
	return nil
}

func (e *earlier) add(v int64, c *cell) {
	if e.index != nil {
		e.index[v] = c
		return
	}
	e.values[e.n], e.cells[e.n] = v, c
	e.n++
}

// neighbours couples the columns of a table, and the prose's totals to them:
// units seldom change from one column to the next where no words say so.
func (p *problem) neighbours(join func(factor, ...*block)) {
	last := map[string]*block{}
	for _, b := range p.blocks {
		if len(b.cells) == 0 {
			continue
		}
		k := b.key.table
		if before := last[k]; before != nil && (k != "" || before.key.kind == b.key.kind) {
			cost := 2.2
			switch {
			case b.printed < 0 || before.printed < 0:
				cost = 2.6
			case b.printed != before.printed:
				cost = 0
			case b.mentions[0] == before.mentions[0]:
				cost = 2.6
			}
			if k == "" {
				cost /= 2
			}
			if cost > 0 {
				join(factor{score: func() float64 {
					if b.exp != before.exp {
						return -cost
					}
					return 0
				}}, before, b)
			}
		}
		last[k] = b
	}
}
