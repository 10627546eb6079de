package normalize

import (
	"cmp"
	"context"
	"math"
	"slices"
)

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
