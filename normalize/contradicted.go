package normalize

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
	"zvit/normalize/explain"
)

// doubt marks an amount as one that a person should look at, with the reason. It
// changes no figure.
func doubt(a *record.Amount, confidence float64, code string, args []record.Arg) {
	a.Confidence, a.Doubtful = min(a.Confidence, confidence), true
	a.Evidence = append([]record.Evidence{{Kind: code, Weight: -1, Args: args}}, a.Evidence...)
	a.Reason = explain.Reason(code, args)
}

// A figure that slid into another column, or whose comma was lost, stands in a
// right unit and is wrong. What the table itself says against such a figure makes it
// doubtful, unless a sum down its column bears it out.
const (
	contradicted = 0.6
	slid         = 0.5
	// agreeing is how many other rows must agree with their percentages.
	agreeing = 2
)

// contradict marks the amounts that the table contradicts.
func (p *problem) contradict() {
	for _, cl := range p.ratios {
		if cl.kind == execution && cl.trustsPercent() {
			cl.contradictPercents()
		}
	}
	for _, r := range p.relations {
		if r.kind != partsKind && r.kind != annualKind && len(r.out) == 0 && !r.consistent() {
			r.contradictComma()
		}
	}
}

// contradictPercents marks plan and actual money whose printed percentage is not
// their ratio, and those of the only row without one, where the other rows agree.
func (cl *pairClass) contradictPercents() {
	agree, silent := 0, []*pair(nil)
	for _, q := range cl.pairs {
		switch {
		case !q.stated:
			silent = append(silent, q)
		case q.percent != nil && q.percentAgrees():
			agree++
		}
	}
	for _, q := range cl.pairs {
		got := 100 * math.Pow(10, q.log()+float64(q.a.exp()-q.b.exp()))
		args := []record.Arg{arg("percent", strconv.FormatFloat(got, 'f', 1, 64))}
		switch {
		case !q.stated && len(silent) == 1 && agree >= 2*agreeing && len(q.others) > 0 && !q.ofOtherPlan():
			q.doubt("percent_absent", args)
		case q.percent != nil && agree >= agreeing && !q.percentAgrees():
			q.doubt("percent_contradicts", append(args, arg("printed", q.percent.String())))
		}
	}
}

// ofOtherPlan reports whether a percentage of the row is that of its actual money to
// another plan of the row.
func (q *pair) ofOtherPlan() bool {
	return slices.ContainsFunc(q.a.row.cells, func(o *cell) bool {
		if o == q.b || o.kind != money || o.amount.Role != record.Planned && o.amount.Role != record.Annual && o.amount.Role != record.Approved {
			return false
		}
		ratio := 100 * math.Pow(10, q.a.size()-o.size()+float64(q.a.exp()-o.exp()))
		return slices.ContainsFunc(q.others, func(n *wording.Numeral) bool { return prints(n, ratio) })
	})
}

// doubt marks the two amounts, but for one that a sum down its column bears out.
func (q *pair) doubt(code string, args []record.Arg) {
	for _, c := range []*cell{q.a, q.b} {
		if c.live() && !c.addsUp() {
			doubt(c.amount, contradicted, code, args)
		}
	}
}

// contradictComma marks the one amount of a failing sum that makes it hold to the
// kopeck with its comma one place or two further on, as figures lose it ("1205" for
// "120,5"). No digit is changed.
func (r *relation) contradictComma() {
	type slide struct {
		c *cell
		v int64
	}
	var found []slide
	for _, c := range append([]*cell{r.total}, r.parts...) {
		if !c.live() || c.width < 3 {
			continue
		}
		for _, places := range []int{-2, -1, 1, 2} {
			if v := c.at(c.exp() + places); r.exactWith(c, v) {
				found = append(found, slide{c, v})
			}
		}
	}
	if len(found) != 1 {
		return
	}
	c, v := found[0].c, kopecks(found[0].v)
	for _, o := range c.relations {
		if o != r && o.consistent() && o.addends() > 1 && !o.leaves(c) {
			return // as printed it stands in a sum that holds
		}
	}
	c.amount.Alternative = &v
	doubt(c.amount, slid, "comma_slid", []record.Arg{
		arg("printed", strings.TrimSpace(c.amount.Printed)), sum("alternative", v), arg("total", r.total.amount.Printed), arg("relation", r.kind.String()),
	})
}

// exactWith reports whether the relation holds with another value of one cell, not
// by rounding alone.
func (r *relation) exactWith(c *cell, v int64) bool {
	return r.holdsWith(c, v) && r.total.width > 2
}
