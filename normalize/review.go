package normalize

import "zvit/extract/record"

// review pins the amounts that a person decided. The decision wins over the
// search, and its unit is evidence for the rest of its block: the block's other
// amounts were printed by the same hand.
func (p *problem) review(reviews []record.Review) map[*cell]record.Review {
	defer p.refresh()
	applied := map[*cell]record.Review{}
	for _, v := range reviews {
		c := p.byID[v.AmountID]
		if c == nil || v.State == record.Orphaned || v.Printed != "" && v.Printed != c.amount.Printed {
			continue
		}
		e, ok := expOf(v.Unit)
		c.stoodOut = c.kind == money && p.odd(c)
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
				n := c.numeral()
				if c.kind == money && kopecks(scale10(n.Mantissa, e-n.Decimals+guard)) == k {
					c.pinnedExp = e
					c.fits = !c.stoodOut
					break
				}
			}
		case ok:
			c.pinned, c.pinnedExp = true, e
		default:
			continue
		}
		applied[c] = v
	}
	return applied
}

// reviewed is the log score that a person's decisions on a block's amounts give
// to its exponent. A row that stood out of its column tells nothing of it: that
// it is odd has been paid for where rows are odd.
func (b *block) reviewed(e int) float64 {
	score := 0.0
	for _, c := range b.cells {
		if c.pinned && c.pinnedTo == nil && !c.stoodOut || c.fits {
			if c.pinnedExp == e {
				score += 4
			} else {
				score--
			}
		}
	}
	return max(min(score, 12), -12)
}
