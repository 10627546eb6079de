package normalize

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// maxMoves bounds the search: a table with more odd rows than this has no unit.
const maxMoves = 60

// scored is a move with what it adds.
type scored struct {
	move
	gain float64
}

// oddities finds odd rows and rows outside a total: from the reading in which
// every column has one unit, the best move is made as long as one helps.
func (p *problem) oddities(ctx context.Context) error {
	p.straighten()
	defer p.weighOdd()
	for n := 0; n < maxMoves; n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.tallyOdd()
		moves := p.suspects()
		if len(moves) == 0 {
			return nil
		}
		good := p.good[:0]
		for _, m := range moves {
			if g := p.gain(m); g > 0.05 {
				good = append(good, scored{m, g})
			}
		}
		p.good = good
		if len(good) == 0 {
			return nil
		}
		slices.SortStableFunc(good, func(a, b scored) int { return cmp.Compare(b.gain, a.gain) })
		// Moves that touch different rows are made together.
		p.turn++
		for i, g := range good {
			clash := i > 0 && g.gain < good[0].gain/2
			for _, c := range g.cells {
				clash = clash || c.moved == p.turn
				for _, r := range c.relations {
					clash = clash || r.moved == p.turn && r.kind.vertical()
				}
			}
			if clash || i > 0 && p.gain(g.move) <= 0.05 {
				continue
			}
			p.apply(g.move)
			for _, c := range g.cells {
				c.moved = p.turn
				for _, r := range c.relations {
					r.moved = p.turn
				}
			}
		}
	}
	return nil
}

// straighten takes back all shifts and exclusions.
func (p *problem) straighten() {
	changed := false
	for _, c := range p.cells {
		changed = changed || c.shift != 0
		c.shift = 0
	}
	for _, r := range p.relations {
		changed = changed || len(r.out) > 0
		r.out = nil
	}
	if changed {
		p.refresh()
	}
}

// weighOdd settles what the search found: a shift of most of a block becomes the
// block's own, and each odd row is given the weight of what makes it odd.
func (p *problem) weighOdd() {
	p.rebase()
	p.tallyOdd()
	for _, c := range p.cells {
		c.oddWeight = 0
	}
	for _, c := range p.cells {
		if c.shift == 0 || c.oddWeight != 0 {
			continue
		}
		m := move{}
		if c.row != nil {
			for _, o := range c.row.cells {
				if o.shift != 0 {
					m.cells, m.shift = append(m.cells, o), append(m.shift, 0)
				}
			}
		}
		if len(m.cells) == 0 {
			m = move{cells: []*cell{c}, shift: []int{0}}
		}
		w := math.Min(math.Max(0.5, -p.gain(m)), 6) / float64(len(m.cells))
		for _, o := range m.cells {
			o.oddWeight = w
		}
	}
}

// rebase takes a shift that most of a block's cells have for the block's own. The
// cells' values stay as they are, and so do the sums.
func (p *problem) rebase() {
	for _, b := range p.blocks {
		var count [1 + len(shifts)]int
		for _, c := range b.cells {
			count[c.step()]++
		}
		for i, s := range steps {
			if i > 0 && 2*count[i] > len(b.cells) && slices.Contains(b.domain, b.exp+s) {
				b.exp += s
				for _, c := range b.cells {
					c.shift -= s
				}
				p.refresh()
				break
			}
		}
	}
}
