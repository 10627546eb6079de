package normalize

import (
	"zvit/extract/record"
)

// Confidence from which a reading is settled, and from which it is taken though
// marked doubtful; below, the amount stays as printed.
const (
	sure   = 0.95
	likely = 0.6
	// overrule is asked for against the printed unit of a whole column: a change
	// of what was right is worse than a doubt left standing.
	overrule = 0.8
)

// decision is what was settled for one cell, with what findings and sentences
// need of how it came about.
type decision struct {
	cell       *cell
	best, next reading
	printed    int // exponent; -1 where no unit is printed
	odd        bool
	changed    bool
}

// decide writes the settled reading into every amount.
func (p *problem) decide() []decision {
	p.anchor()
	for _, c := range p.cells {
		if c.row != nil {
			c.row.known = [len(c.row.known)]bool{}
		}
	}
	out := make([]decision, 0, len(p.cells))
	for _, c := range p.cells {
		d := p.decideCell(c)
		out = append(out, d)
	}
	return out
}

// sum keeps a value for an amount to point to.
func (p *problem) sum(v record.Kopecks) *record.Kopecks {
	k := p.kopeckSlab.one()
	*k = v
	return k
}

func (p *problem) decideCell(c *cell) decision {
	a := c.amount
	a.PrintedUnit, a.PrintedKopecks, a.Alternative = record.NoUnit, nil, nil
	a.Change, a.Doubtful, a.Evidence, a.Reason = record.Unchanged, false, nil, record.Sentence{}
	d := decision{cell: c, printed: -1}
	if len(a.Mentions) > 0 && validMention(a.Mentions[0], p.report.Mentions) {
		a.PrintedUnit = p.report.Mentions[a.Mentions[0]].Unit
		d.printed, _ = expOf(a.PrintedUnit)
	}
	set := func(exp int, v record.Kopecks, confidence float64) {
		a.Settled, a.Kopecks, a.Confidence = unitOf(exp), p.sum(v), confidence
		d.best = reading{exp, v, confidence}
	}
	switch c.kind {
	case unreadable:
		a.Settled, a.Kopecks, a.Change = record.NoUnit, nil, record.Unreadable
		a.Doubtful, a.Confidence = true, 0
		return d
	case fixed:
		v := c.value
		a.PrintedKopecks = &v
		set(max(d.printed, expUAH), c.value, 0.99)
		return d
	}
	if d.printed >= 0 {
		v := kopecks(c.at(d.printed))
		if c.pinnedTo != nil {
			v = kopecks(c.in(d.printed))
		}
		a.PrintedKopecks = p.sum(v)
	}
	switch {
	case c.pinnedTo != nil:
		set(c.pinnedExp, *c.pinnedTo, 1)
		a.Change = record.Reviewed
		return d
	case c.pinned:
		set(c.pinnedExp, kopecks(c.at(c.pinnedExp)), 1)
		a.Change = record.Reviewed
		return d
	case c.kind == zero:
		exp := c.block.exp
		if len(c.block.cells) == 0 && d.printed >= 0 {
			exp = d.printed
		}
		set(exp, 0, 1)
		return d
	}
	rs := p.readings(c)
	best := rs[0]
	enough := likely
	if best.exp == c.block.exp && best.exp != d.printed && d.printed >= 0 {
		enough = p.overrules(c.block, best.exp)
	}
	undecided := best.p < enough && d.printed >= 0 && best.exp != d.printed
	if undecided {
		for i, r := range rs {
			if r.exp == d.printed {
				rs[0], rs[i] = rs[i], rs[0]
				break
			}
		}
		best = rs[0]
		best.p = min(best.p, likely)
	}
	set(best.exp, best.value, best.p)
	if len(rs) > 1 {
		d.next = rs[1]
		a.Alternative = p.sum(rs[1].value)
	}
	a.Doubtful = best.p < p.settledFrom(c)
	// A column that stays as printed because nothing overrules it surely has no odd
	// rows for that.
	d.odd = best.exp != c.block.exp && !(undecided && d.printed == c.block.printed)
	if d.printed >= 0 && best.value != *a.PrintedKopecks {
		a.Change, d.changed = record.Rescaled, true
	}
	return d
}
