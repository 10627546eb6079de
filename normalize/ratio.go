package normalize

import (
	"fmt"
	"math"

	"zvit/extract/record"
	"zvit/extract/wording"
)

type pairKind uint8

const (
	execution pairKind = iota // actual against plan
	share                     // a year's plan against the whole period's
	revision                  // an earlier plan against the later
	partOfWhole
)

// pair is two amounts of one row whose ratio is expected to be about one.
type pair struct {
	kind  pairKind
	a, b  *cell // a against b
	class *pairClass
	// percent is the printed ratio, in percent, where one is printed.
	percent *wording.Numeral
	// stated: something is printed in its place; others are the row's percentages of
	// something else.
	stated bool
	others []*wording.Numeral
	seen   int // the last question of around that it was in
}

// pairClass is the pairs between two blocks.
type pairClass struct {
	kind   pairKind
	a, b   *block
	pairs  []*pair
	middle float64 // median of log10 of the digits' ratio, units aside
	// percentFits is how many printed percentages fit at each shift, from
	// -farthest to farthest.
	percentFits [2*farthest + 1]int
	percents    int // printed
}

// farthest is the largest shift of which percentages are counted: six between the
// units of two columns, and maxFactor.
const farthest = 9

// log is log10 of the digits' ratio, units aside.
func (q *pair) log() float64 { return q.a.size() - q.b.size() }

type subjectKey struct {
	table   string
	subject record.Subject
	id      string
}

// bySubject groups amounts by what they say something of, in order.
func (p *problem) bySubject() []group {
	if p.subjects != nil {
		return p.subjects
	}
	index := map[subjectKey]int{}
	last, at := subjectKey{}, -1
	for _, c := range p.cells {
		a := c.amount
		if c.kind == unreadable || a.Role == record.Tariff || a.Role == record.Other || a.Subject == record.SubjectProse {
			continue
		}
		if k := (subjectKey{a.TableID, a.Subject, a.SubjectID}); at < 0 || k != last {
			i, ok := index[k]
			if !ok {
				i = len(p.subjects)
				index[k] = i
				p.subjects = append(p.subjects, group{cells: p.cellLists.take(8)})
			}
			last, at = k, i
		}
		p.subjects[at].cells = append(p.subjects[at].cells, c)
	}
	p.forms = map[string]*rowForm{}
	for i := range p.subjects {
		p.subjects[i].form = p.formOf(p.subjects[i].cells)
	}
	return p.subjects
}

// buildPairs finds the pairs of each row.
func (p *problem) buildPairs() {
	classes := map[[3]int]*pairClass{}
	p.indexPercents()
	for _, g := range p.bySubject() {
		for i := range g.form.pairs {
			f := &g.form.pairs[i]
			a, b := g.cells[f.a], g.cells[f.b]
			if a.block == nil || b.block == nil || a.kind == zero || b.kind == zero {
				continue
			}
			if f.class == nil || f.class.a != a.block || f.class.b != b.block {
				k := [3]int{int(f.kind), a.block.index, b.block.index}
				if f.class = classes[k]; f.class == nil {
					f.class = &pairClass{kind: f.kind, a: a.block, b: b.block}
					classes[k] = f.class
					p.ratios = append(p.ratios, f.class)
				}
			}
			q := p.pairSlab.one()
			*q = pair{kind: f.kind, a: a, b: b, class: f.class}
			f.class.pairs = append(f.class.pairs, q)
			p.pairs = append(p.pairs, q)
		}
	}
	for _, q := range p.pairs {
		q.a.pairCount++
		q.b.pairCount++
	}
	for _, q := range p.pairs {
		for _, c := range []*cell{q.a, q.b} {
			if c.pairs == nil {
				c.pairs = p.pairLists.take(c.pairCount)
			}
			c.pairs = append(c.pairs, q)
		}
	}
	for _, cl := range p.ratios {
		if cl.kind == execution && len(p.percents) > 0 {
			p.givePercents(cl)
		}
		cl.measure()
	}
}

// measure fills what the class's rows have in common.
func (cl *pairClass) measure() {
	var logs []float64
	cl.percentFits, cl.percents = [2*farthest + 1]int{}, 0
	for _, q := range cl.pairs {
		if q.percent != nil {
			cl.percents++
		}
		if q.decided() {
			continue
		}
		odd := q.a.shift - q.b.shift
		logs = append(logs, q.log()+float64(odd))
		if q.percent == nil {
			continue
		}
		// Two digits and more fit at one shift only.
		s := int(math.Round(math.Log10(q.printedPercent()/100) - q.log()))
		if i := s - odd + farthest; i >= 0 && i < len(cl.percentFits) && q.percentFits(s) {
			cl.percentFits[i]++
		}
	}
	if len(logs) > 0 {
		cl.middle = median(logs)
	}
}

// decided: a person said of one of the two that it is in another unit than its
// block, so that their ratio says nothing of the blocks' units.
func (q *pair) decided() bool { return q.a.pinnedApart() || q.b.pinnedApart() }

func (c *cell) pinnedApart() bool { return c.pinned && !(c.decided && c.pinnedExp == c.block.exp) }

// score is the log density of the blocks' middle ratio under their present
// exponents.
func (cl *pairClass) score() float64 {
	shift := cl.a.exp - cl.b.exp
	n := float64(len(cl.pairs))
	s := logMixture(cl.kind, cl.middle+float64(shift), 0.04+0.12/n)
	equal := 0
	digits := 0
	for _, q := range cl.pairs {
		if k, ok := q.equal(); ok {
			equal++
			digits += k
		}
	}
	s += math.Min(9, atom(digits, equal))
	if cl.kind == execution && cl.trustsPercent() {
		percent, _ := cl.percentage(shift)
		s += percent
	}
	return math.Max(s, -13)
}

// equal reports whether the two amounts are the same money under the present
// reading, a person's included, and how many digits they have in common.
func (q *pair) equal() (int, bool) {
	ma, ka := q.a.significant()
	mb, _ := q.b.significant()
	if ma != mb || q.a.pinned && !q.a.decided || q.b.pinned && !q.b.decided {
		return 0, false
	}
	return ka, math.Abs(q.log()+float64(q.a.exp()-q.b.exp())) < 1e-6
}

// atom is what the equality of digits weighs: amounts are spent in full in some
// rows, and hardly ever equal by chance.
func atom(digits, count int) float64 {
	if count == 0 {
		return 0
	}
	return math.Max(0, 2.0*float64(min(digits, 4*count))-1.4*float64(count))
}

// logMixture is the log density of log10 of a ratio: most rows near one, some
// honest ones anywhere below (a measure of which one per cent was spent).
func logMixture(kind pairKind, x, broad float64) float64 {
	main, lo, hi := 0.0, -3.2, 0.6
	switch kind {
	case execution:
		main = logNormal(x, -0.1, 0.3)
	case share:
		main = logNormal(x, -0.4, 0.35)
		hi = 0.15
	case revision:
		main = logNormal(x, 0, 0.25)
		lo, hi = -1.5, 1.5
	case partOfWhole:
		main = logNormal(x, -0.45, 0.45)
		hi = 0.02
	}
	d := (1 - broad) * math.Exp(main)
	if x > lo && x < hi {
		d += 0.85 * broad / (hi - lo)
	}
	if x > -7 && x < 7 {
		d += 0.02 * broad / 14
	}
	return math.Log(d + 1e-9)
}

// rowScore is the log density of one row's ratio under the present reading.
func (q *pair) rowScore() float64 {
	x := q.log() + float64(q.a.exp()-q.b.exp())
	center := q.class.middle + float64(q.a.block.exp-q.b.block.exp)
	n := float64(len(q.class.pairs))
	typical := (n*center - 0.3) / (n + 2)
	if math.Abs(center) > 1.2 {
		typical = center
	}
	d := 0.86*math.Exp(logNormal(x, typical, 0.42)) + 0.01/14
	if x > -3.7 && x < 0.7 {
		d += 0.12 / 4.4
	}
	s := math.Log(d)
	if k, ok := q.equal(); ok {
		s += atom(k, 1)
	}
	if q.percent != nil && q.class.trustsPercent() {
		if q.percentAgrees() {
			s += 4
		} else {
			s -= 3
		}
	}
	return s
}

func (cl *pairClass) String() string {
	return fmt.Sprintf("%d:%d/%d n=%d middle=%.2f", cl.kind, cl.a.index, cl.b.index, len(cl.pairs), cl.middle)
}
