package normalize

import (
	"math"
	"slices"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

type percentKey struct{ table, subject string }

// printedPercent is a percentage of execution that can be held against a row.
type printedPercent struct {
	ratio   *record.Ratio
	numeral wording.Numeral
}

// indexPercents reads the printed percentages of execution.
func (p *problem) indexPercents() {
	p.percents = map[percentKey][]printedPercent{}
	for i := range p.report.Ratios {
		r := &p.report.Ratios[i]
		n, ok := wording.ParseNumeral(strings.TrimSpace(strings.TrimRight(strings.TrimSpace(r.Printed), ". %")))
		if r.TableID == "" && r.SubjectID == "" || !ok {
			continue
		}
		k := percentKey{r.TableID, r.SubjectID}
		p.percents[k] = append(p.percents[k], printedPercent{r, n})
	}
}

// givePercents gives the class's rows their printed percentages of execution: those
// of one column. Where rows print several ("of the year's plan", "of the quarter's"),
// it is the column whose percentages are the rows' ratio at one shift.
func (p *problem) givePercents(cl *pairClass) {
	var columns []int
	for _, q := range cl.pairs {
		for _, x := range p.percentsOf(q.a) {
			if !slices.Contains(columns, x.ratio.Col) {
				columns = append(columns, x.ratio.Col)
			}
		}
	}
	best, most := -1, 0
	for i, col := range columns {
		p.takePercents(cl, col)
		if len(columns) == 1 {
			return
		}
		cl.measure()
		if n := slices.Max(cl.percentFits[:]); n > most && 2*n > cl.percents {
			best, most = i, n
		}
	}
	if best < 0 || most < 2 {
		for _, q := range cl.pairs {
			q.percent = nil // of what, nobody says
		}
		return
	}
	p.takePercents(cl, columns[best])
}

// takePercents gives the rows the percentages of one column.
func (p *problem) takePercents(cl *pairClass, col int) {
	for _, q := range cl.pairs {
		q.percent, q.stated, q.others = nil, false, nil
		list := p.percentsOf(q.a)
		for i := range list {
			switch x := &list[i]; {
			case x.ratio.Col != col:
				q.others = append(q.others, &x.numeral)
			case !q.stated:
				q.stated = true
				if x.numeral.Mantissa >= 10 { // one digit fits by chance
					q.percent = &x.numeral
				}
			}
		}
	}
}

// percentsOf lists the printed percentages of an actual amount's row.
func (p *problem) percentsOf(a *cell) []printedPercent {
	x := a.amount
	list := p.percents[percentKey{x.TableID, x.SubjectID}]
	fits := func(y *printedPercent) bool {
		r := y.ratio
		return (r.Year == x.Year || r.Year == 0 && r.Row == x.Row && a.soleOfRole()) && r.Fund == x.Fund && (r.SubjectID != "" || r.Row == x.Row)
	}
	for i := range list {
		if !fits(&list[i]) {
			var some []printedPercent
			for i := range list {
				if fits(&list[i]) {
					some = append(some, list[i])
				}
			}
			return some
		}
	}
	return list
}

// soleOfRole reports whether the row gives one amount of this role and fund: then
// what its headings say of no year is said of it.
func (c *cell) soleOfRole() bool {
	if c.row == nil {
		return false
	}
	return !slices.ContainsFunc(c.row.cells, func(o *cell) bool {
		return o != c && o.amount.Role == c.amount.Role && o.dims.fund == c.dims.fund
	})
}

// percentFits reports whether the printed percentage is a/b at a relative shift
// of the two cells' exponents, within its printed decimals.
func (q *pair) percentFits(shift int) bool {
	if q.percent == nil {
		return false
	}
	return prints(q.percent, 100*math.Pow(10, q.log()+float64(shift)))
}

// prints reports whether a printed percentage is a ratio within its decimals.
func prints(n *wording.Numeral, ratio float64) bool {
	unit := float64(pow10[min(n.Decimals, 9)])
	want := float64(n.Mantissa) / unit
	return math.Abs(ratio-want) <= 0.51/unit+1e-9*want
}

func (q *pair) printedPercent() float64 {
	return float64(q.percent.Mantissa) / float64(pow10[min(q.percent.Decimals, 9)])
}

// maxFactor bounds the power of ten by which a column of percentages may be off as
// a whole, and percentFactor is the log prior of one given such power: columns of
// shares ("0,68") and of shares that were divided once more are published.
const (
	maxFactor     = 3
	percentFactor = -4.0
)

// percentage is what the printed percentages say of the blocks' being shifted
// against each other, and the power of ten by which all of them are off then. One
// factor in all rows is a habit of the form and no reason to move a scale.
func (cl *pairClass) percentage(shift int) (score float64, factor int) {
	for f := -maxFactor; f <= maxFactor; f++ {
		i := shift + f + farthest
		if i < 0 || i >= len(cl.percentFits) || cl.percentFits[i] == 0 {
			continue
		}
		s := math.Min(18, 4*float64(cl.percentFits[i]))
		if f != 0 {
			s += percentFactor
		}
		if s > score {
			score, factor = s, f
		}
	}
	return score, factor
}

// percentAgrees reports whether the printed percentage is the row's ratio under
// the present reading, by the factor of its column.
func (q *pair) percentAgrees() bool {
	_, f := q.class.percentage(q.a.block.exp - q.b.block.exp)
	return q.percentFits(q.a.exp() - q.b.exp() + f)
}

// trustsPercent: the printed percentages are of use only where most of them are
// the ratio at one shift.
func (cl *pairClass) trustsPercent() bool {
	best := 0
	for _, n := range cl.percentFits {
		best = max(best, n)
	}
	return best*2 > cl.percents
}
