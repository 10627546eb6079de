package normalize

import "zvit/extract/record"

// review pins the amounts that a person decided. The decision wins over the
// search, and its unit is evidence for the rest of its block: the block's other
// amounts were printed by the same hand.
func (p *problem) review(reviews []record.Review) map[*cell]record.Review {
	applied := map[*cell]record.Review{}
	if len(reviews) == 0 {
		return applied
	}
	byID := make(map[string]*cell, len(p.cells))
	for _, c := range p.cells {
		byID[c.amount.ID] = c
	}
	stands := func(v record.Review) *cell {
		c := byID[v.AmountID]
		if c == nil || v.State == record.Orphaned || v.Printed != "" && v.Printed != c.amount.Printed {
			return nil
		}
		return c
	}
	for _, v := range reviews { // before any of them is pinned
		if c := stands(v); c != nil {
			c.stoodOut = c.kind == money && p.odd(c)
		}
	}
	for _, v := range reviews {
		c := stands(v)
		if c == nil {
			continue
		}
		e, ok := expOf(v.Unit)
		switch {
		case v.Kopecks != nil:
			k := *v.Kopecks
			c.pinnedTo = &k
			c.pinned = true
			c.pinnedExp = expUAH
			if c.kind == unreadable {
				c.kind = fixed
				p.subjects, p.tables = nil, nil
				c.value = k
			}
			// The unit that makes the digits the accepted sum, if there is one.
			for _, e := range []int{expUAH, expThousand, expMillion, expKopeck, expBillion} {
				if c.kind == money && kopecks(c.in(e)) == k {
					c.pinnedExp = e
					c.decided = true
					break
				}
			}
		case ok:
			c.pinned, c.pinnedExp, c.decided = true, e, c.kind == money
		default:
			continue
		}
		if c.row != nil {
			c.row.decided = true
		}
		applied[c] = v
	}
	p.refresh()
	return applied
}

// reviewed is the log score that a person's decisions on a block's amounts give
// to its exponent: an amount that is in another unit than its block costs what an
// odd row costs, once for the cells that were decided of the row. A row that stood
// out of its column tells nothing of it.
func (p *problem) reviewed(b *block, e int) float64 {
	score := 0.0
	for _, c := range b.cells {
		if !c.tellsUnit() || c.pinnedExp == e {
			continue
		}
		n := 1
		if c.row != nil {
			for _, o := range c.row.cells {
				if o != c && o.tellsUnit() {
					n++
				}
			}
		}
		score += oddPrior / float64(n)
	}
	return max(score, -12)
}

func (c *cell) tellsUnit() bool { return c.decided && !c.stoodOut }
