package normalize

import (
	"cmp"
	"context"
	"math"
	"slices"
)

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
