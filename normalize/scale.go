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
	cache  map[[6]int8]float64
	// What the factor is of; at most one is set, none for neighbours.
	ratio    *pairClass
	class    *class
	declared *relation
	link     *sameLink
}

func (f *factor) value() float64 {
	var key [6]int8
	if len(f.blocks) > len(key) {
		return f.score()
	}
	for i, b := range f.blocks {
		key[i] = int8(b.exp)
	}
	if v, ok := f.cache[key]; ok {
		return v
	}
	v := f.score()
	f.cache[key] = v
	return v
}

// beamWidth joint readings are kept; a report has few blocks that hang together,
// so this loses nothing in practice and bounds the rest.
const beamWidth = 160

// assignment is one joint reading of a component's blocks.
type assignment struct {
	exps  []int
	score float64
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
	states := []assignment{{}}
	for i, b := range component {
		next := make([]assignment, 0, len(states)*len(b.domain))
		exps := make([]int, 0, len(states)*len(b.domain)*(i+1))
		for _, s := range states {
			for j, e := range s.exps {
				component[j].exp = e
			}
			for _, e := range b.domain {
				b.exp = e
				score := s.score + own[i][e]
				for _, f := range ending[i] {
					score += f.value()
				}
				at := len(exps)
				exps = append(append(exps, s.exps...), e)
				next = append(next, assignment{exps[at:len(exps):len(exps)], score})
			}
		}
		slices.SortStableFunc(next, func(a, b assignment) int { return cmp.Compare(b.score, a.score) })
		states = next[:min(beamWidth, len(next))]
	}
	total := 0.0
	for _, s := range states {
		total += math.Exp(s.score - states[0].score)
	}
	for i, b := range component {
		b.posterior = byExp{}
		for _, s := range states {
			b.posterior[s.exps[i]] += math.Exp(s.score-states[0].score) / total
		}
		b.exp = states[0].exps[i]
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
			f.blocks, f.cache = distinct, map[[6]int8]float64{}
			out = append(out, &f)
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
	seen := map[int64]*cell{}
	var found []*cell
	for i, c := range r.parts {
		if c.kind == zero || r.leaves(c) {
			continue
		}
		v := r.sign(i) * r.times * c.now()
		if other := seen[want-v]; other != nil {
			if found != nil {
				return nil
			}
			found = []*cell{other, c}
		}
		seen[v] = c
	}
	return found
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
