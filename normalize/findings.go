package normalize

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"zvit/extract/record"
)

// ours are the codes of this room: an earlier settling's findings with them are
// replaced, all others are kept.
var ours = []record.FindingCode{
	record.TotalMismatch, record.UnitContradict, record.OddRowUnit, record.OutsideTotal, record.DoubleCount, record.PercentOff,
	record.WordsDisagree, record.OverExecution, record.TypoSuspected, record.UnitMissing, record.RepeatedAmount, record.NumberUnreadable,
}

func kept(findings []record.Finding) []record.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f record.Finding) bool { return slices.Contains(ours, f.Code) })
}

// finder collects the findings of a report.
type finder struct {
	p   *problem
	out []record.Finding
	ids map[string]int // how often each was given
}

// findings says what a reader of the report should know about its money:
//
//	total_mismatch       the rows give 5 360 600,00, the declared total is 5 200 600,00
//	unit_contradicted    a column is headed "тис.грн" and holds hryvnias
//	odd_row_unit         one row of a column of hryvnias is in thousands
//	outside_total        one row is exactly what the total leaves out
//	double_count         a total counts a row and also its "у тому числі" part
//	percent_off          the printed 104,7 % is not the quotient of the row's sums
//	words_disagree       "36 000,00 грн. (тридцять тисяч гривень)"
//	over_execution       twice the plan and more was spent
//	typo_suspected       one digit, changed, would make two sums hold; never applied
//	unit_missing         no unit is printed for a column, nor in the label of a row of it
//	repeated_amount      an indicator gives a measure's money again
//	number_unreadable    a money cell holds no number: "12О,5О грн"
func (p *problem) findings(decisions []decision) []record.Finding {
	f := &finder{p: p}
	f.units(decisions)
	f.totals()
	f.doubleCounts()
	f.rows()
	f.typos()
	f.repeats()
	return f.out
}

// say appends a finding about one amount.
func (f *finder) say(code record.FindingCode, severity record.Severity, confidence float64, c *cell, args ...record.Arg) *record.Finding {
	a := c.amount
	id := f.p.report.ID + "/" + string(code) + "/" + a.ID
	if f.ids == nil {
		f.ids = map[string]int{}
	}
	if f.ids[id]++; f.ids[id] > 1 { // a row that two totals leave out
		id += "/" + strconv.Itoa(f.ids[id])
	}
	f.out = append(f.out, record.Finding{
		ID:       id,
		ReportID: f.p.report.ID, Code: code, Severity: severity, Confidence: confidence,
		Subject: record.SubjectAmount, SubjectID: a.ID, Args: args, Place: a.Place,
	})
	return &f.out[len(f.out)-1]
}

func (f *finder) units(decisions []decision) {
	type tally struct{ cells, changed int }
	told := map[*block]bool{}
	tallies := map[*block]*tally{}
	for _, d := range decisions {
		if d.cell.kind == money && d.cell.block != nil {
			t := tallies[d.cell.block]
			if t == nil {
				t = &tally{}
				tallies[d.cell.block] = t
			}
			t.cells++
			if d.changed {
				t.changed++
			}
		}
	}
	for _, d := range decisions {
		c := d.cell
		a := c.amount
		b := c.block
		switch {
		case c.kind == unreadable:
			f.say(record.NumberUnreadable, record.Warning, 0.99, c, arg("printed", a.Printed))
		case c.kind == money && c.live() && d.odd:
			x := f.say(record.OddRowUnit, record.Warning, a.Confidence, c,
				arg("printed", a.Printed), arg("unit", string(a.Settled)), arg("column", string(unitOf(b.exp))), arg("heading", a.HeaderPath))
			x.Found = a.Kopecks
		case c.kind == money && d.changed && !told[b] && a.Change == record.Rescaled:
			told[b] = true
			f.say(record.UnitContradict, record.Serious, a.Confidence, c,
				arg("printed", string(a.PrintedUnit)), arg("unit", string(a.Settled)), number("agree", tallies[b].changed), number("rows", tallies[b].cells),
				arg("heading", a.HeaderPath), arg("subject", string(a.Subject)))
		case c.kind == money && d.printed < 0 && b.printed < 0 && !told[b] && !f.p.labels.rows[columnKey{a.TableID, a.Col}]:
			told[b] = true
			f.say(record.UnitMissing, record.Warning, a.Confidence, c,
				arg("unit", string(a.Settled)), number("rows", tallies[b].cells), arg("heading", a.HeaderPath))
		}
		if c.inWords && a.Kopecks != nil && c.words != *a.Kopecks {
			x := f.say(record.WordsDisagree, record.Serious, 0.97, c, arg("printed", a.Printed), arg("words", a.Words))
			w := c.words
			x.Expected, x.Found = &w, a.Kopecks
			setDifference(x)
		}
	}
}

func setDifference(x *record.Finding) {
	if x.Expected != nil && x.Found != nil {
		d := *x.Found - *x.Expected
		x.Difference = &d
	}
}

func kp(m int64) *record.Kopecks {
	k := kopecks(m)
	return &k
}

// totals tells of sums that do not hold, and of the rows that explain them.
func (f *finder) totals() {
	said := map[*cell]bool{}
	for _, r := range f.p.relations {
		if r.kind == partsKind || r.kind == annualKind || said[r.total] {
			continue
		}
		all := r.sum
		tol := r.tol
		var outside []*cell
		for i, c := range r.parts {
			if r.leaves(c) {
				all += r.sign(i) * r.times * c.now()
				tol += r.times * c.half(c.exp())
				outside = append(outside, c)
			}
		}
		whole := r.total.now() - all
		rest := r.residual()
		if whole >= -tol-milli && whole <= tol+milli {
			continue
		}
		if r.addends() == 0 {
			continue
		}
		said[r.total] = true
		args := []record.Arg{
			arg("relation", r.kind.String()), arg("total", r.total.amount.Printed), arg("role", string(r.total.amount.Role)),
			number("rows", len(r.parts)), number("outside", len(outside)),
		}
		if r.total.amount.Year != 0 {
			args = append(args, number("year", r.total.amount.Year))
		}
		for _, c := range outside {
			args = append(args, arg("row", f.p.nameOf(c)), sum("row_kopecks", kopecks(c.now())))
		}
		if len(outside) > 0 && r.consistent() {
			args = append(args, arg("explained", "1"))
			f.mismatch(r, all, args)
		} else {
			if len(outside) > 0 {
				args = append(args, arg("explained", "0"))
			}
			f.mismatch(r, r.sum, args)
		}
		for _, c := range outside {
			x := f.say(record.OutsideTotal, record.Warning, 0.9, c,
				arg("row", f.p.nameOf(c)), arg("total", r.total.amount.Printed), sum("row_kopecks", kopecks(c.now())), sum("difference", kopecks(rest)))
			if !r.consistent() {
				x.Confidence = 0.8
			}
			x.Found = kp(c.now())
		}
	}
}

func (f *finder) mismatch(r *relation, parts int64, args []record.Arg) {
	severity := record.Serious
	if !r.kind.vertical() {
		severity = record.Warning
	}
	x := f.say(record.TotalMismatch, severity, 0.97, r.total, args...)
	x.Expected, x.Found = kp(parts), kp(r.total.now())
	setDifference(x)
}

// nameOf is the printed number or name of a row.
func (p *problem) nameOf(c *cell) string {
	if p.names == nil {
		p.names = make(map[string]string, len(p.report.Measures)+len(p.report.Lines))
		for i := range p.report.Lines {
			l := &p.report.Lines[i]
			p.names[l.ID] = cmp.Or(l.Code, l.Name)
		}
		for i := range p.report.Measures {
			m := &p.report.Measures[i]
			p.names[m.ID] = cmp.Or(m.Number, m.Measure)
		}
	}
	if name, ok := p.names[c.amount.SubjectID]; ok {
		return name
	}
	return cmp.Or(c.amount.Label, c.amount.Printed)
}

// doubleCounts tells of totals that hold only when a row and its own part are
// both added. A part of the total itself is what the total is made of.
func (f *finder) doubleCounts() {
	for _, t := range f.p.moneyTables() {
		for _, r := range t.rows {
			if r.partOf == "" || r.total {
				continue
			}
			for _, c := range r.cells {
				if c.kind != money {
					continue
				}
				for _, rel := range c.column.sums {
					if rel.total.line.id == r.partOf || slices.Contains(rel.parts, c) {
						continue
					}
					if d := rel.residual() - c.now(); !rel.consistent() && len(rel.out) == 0 && d >= -rel.tol-milli && d <= rel.tol+milli {
						x := f.say(record.DoubleCount, record.Serious, 0.9, c, arg("row", f.p.nameOf(c)), arg("total", rel.total.amount.Printed))
						x.Found = kp(c.now())
					}
				}
			}
		}
	}
}

// overExecution is the ratio from which spending more than the plan is worth a
// word: below it, plans changed in the year explain it.
const overExecution = 2.0

// rows tells of percentages that are not the quotient, and of over-execution.
func (f *finder) rows() {
	for _, q := range f.p.pairs {
		if q.kind != execution || q.a.now() <= 0 || q.b.now() <= 0 {
			continue
		}
		if q.percent != nil && q.class.trustsPercent() && !q.percentAgrees() {
			got := float64(q.a.now()) / float64(q.b.now()) * 100
			f.say(record.PercentOff, record.Warning, 0.9, q.a, arg("printed", q.percent.String()), arg("percent", fmt.Sprintf("%.1f", got)),
				arg("row", f.p.nameOf(q.a)))
		}
		if ratio := float64(q.a.now()) / float64(q.b.now()); ratio > overExecution && !q.a.amount.IsTotal {
			x := f.say(record.OverExecution, record.Info, q.a.amount.Confidence, q.a, arg("percent", fmt.Sprintf("%.1f", ratio*100)), arg("row", f.p.nameOf(q.a)))
			x.Expected, x.Found = kp(q.b.now()), kp(q.a.now())
			setDifference(x)
		}
	}
}

func (f *finder) repeats() {
	for _, l := range f.p.links {
		if l.a.amount.SameAs != "" && l.a.amount.Subject == record.SubjectIndicator {
			x := f.say(record.RepeatedAmount, record.Info, 0.95, l.a, arg("printed", l.a.amount.Printed), arg("row", f.p.nameOf(l.b)))
			x.Found = l.a.amount.Kopecks
		}
	}
}
