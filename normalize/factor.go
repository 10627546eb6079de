package normalize

import (
	"math"
	"slices"

	"zvit/extract/record"
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
	table    bool // of all the words of a table
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
		join(factor{ratio: cl, score: cl.score}, cl.a, cl.b)
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
		if len(b.cells) == 0 || b.printed < 0 || b.inText() {
			continue
		}
		if tables[b.key.table] == nil {
			order = append(order, b.key.table)
		}
		tables[b.key.table] = append(tables[b.key.table], b)
	}
	for _, id := range order {
		columns := tables[id]
		join(factor{table: true, score: func() float64 {
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

// neighbours couples the columns of a table, and the prose's totals to them:
// units seldom change from one column to the next where no words say so.
func (p *problem) neighbours(join func(factor, ...*block)) {
	last := map[string]*block{}
	for _, b := range p.blocks {
		if len(b.cells) == 0 {
			continue
		}
		k := b.key.table
		if b.inText() {
			k = "\x00" + b.key.kind // sentences, in whatever cells
		}
		if before := last[k]; before != nil {
			cost := 2.2
			switch {
			case b.printed < 0 || before.printed < 0:
				cost = 2.6
			case b.printed != before.printed:
				cost = 0
			case b.mentions[0] == before.mentions[0]:
				cost = 3
				if p.report.Mentions[b.mentions[0]].Source == record.Heading {
					cost = 4.2 // one cell over both columns
				}
			}
			if b.inText() {
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
