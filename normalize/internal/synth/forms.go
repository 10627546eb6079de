package synth

import (
	"math"

	"zvit/extract/record"
)

// quantize makes hryvnias a whole number of printed units, not zero; people plan
// in round sums.
func (g *generator) quantize(hryvnias float64, u unit, round bool) int64 {
	q := u.quantum()
	n := int64(math.Max(1, math.Round(hryvnias*100/float64(q))))
	if round && n > 100 {
		p := pow(len64(n) - 2 - g.IntN(2))
		n = max(n/p, 1) * p
	}
	return n * q
}

func len64(n int64) int {
	d := 0
	for ; n > 0; n /= 10 {
		d++
	}
	return d
}

// spend draws what was spent of a plan, as printed in a unit.
func (g *generator) spend(plan int64, u unit) int64 {
	share := g.executed()
	if share == 0 {
		return 0
	}
	q := u.quantum()
	if share == 1 {
		return plan / q * q
	}
	return int64(math.Round(float64(plan)*share/float64(q))) * q
}

// other gives the unit of a column beside one in u: the same, with its own
// decimals now and then, or another where the report mixes units.
func (g *generator) other(u unit) unit {
	if g.chance(g.h.mixedColumn) {
		exp := []int{2, 5}[g.IntN(2)]
		return unit{exp, g.drawDecimals(exp)}
	}
	if g.chance(0.25) {
		return unit{u.exp, g.drawDecimals(u.exp)}
	}
	return u
}

// programme: plan and actual, perhaps a yearly figure, a deviation, a
// percentage, declared totals.
func (g *generator) programme() {
	s := &sheet{}
	g.layout(s, g.rows())
	u := g.drawUnit()
	plan := &column{role: record.Planned, of: u}
	actual := &column{role: record.Actual, of: g.other(u)}
	s.cols = []*column{plan, actual}
	years := int64(0)
	if g.chance(0.2) {
		years = int64(2 + g.IntN(3))
	}
	for i := range s.rows {
		p := g.quantize(g.rowSize(), u, g.chance(0.7))
		if up := s.rows[i].partOf; up >= 0 {
			p = max(1, plan.values[up]/int64(2+g.IntN(3))/u.quantum()) * u.quantum()
		}
		if years > 0 {
			p *= years
		}
		plan.values = append(plan.values, p)
		a := g.spend(p, actual.of)
		if up := s.rows[i].partOf; up >= 0 {
			a = min(a, actual.values[up])
		}
		actual.values = append(actual.values, a)
	}
	if years > 0 {
		annual := &column{role: record.Annual, of: u}
		for _, p := range plan.values {
			annual.values = append(annual.values, p/years)
		}
		s.cols = []*column{plan, annual, actual}
	}
	g.addUp(s)
	if g.chance(0.2) {
		d := &column{role: record.Deviation, of: u}
		sign := []int64{1, -1}[g.IntN(2)]
		for i := range s.rows {
			d.values = append(d.values, sign*(plan.values[i]-actual.values[i]))
		}
		s.cols = append(s.cols, d)
	}
	g.say(s, true)
	g.emit(s)
	if g.chance(0.25) {
		g.percentages(s, plan, actual)
	}
	if g.chance(g.h.declared) {
		g.declareTotals(s, plan, actual)
	}
	if g.chance(0.12) {
		g.indicator(s, plan, actual)
	}
}

// declareTotals writes the totals of plan and actual into the prose, perhaps by
// years.
func (g *generator) declareTotals(s *sheet, plan, actual *column) {
	u := plan.of
	if g.chance(0.4) {
		u = unit{[]int{2, 5}[g.IntN(2)], 0}
		u.decimals = g.drawDecimals(u.exp)
	}
	says := u.exp
	if g.mute {
		says = -1
	} else if !g.lied && g.chance(g.h.lyingReport) {
		g.lied = true
		says = 7 - u.exp // thousands for hryvnias, and the other way
		if says != 2 && says != 5 {
			says = 5
		}
	}
	fine := u
	for _, c := range []*column{plan, actual} {
		sum := int64(0)
		for i, r := range s.rows {
			if !r.total && r.partOf < 0 && (c.blank == nil || !c.blank(i)) {
				sum += c.values[i]
			}
		}
		if g.chance(g.h.outside / 2) {
			i := g.IntN(len(s.rows))
			if !s.rows[i].total && s.rows[i].partOf < 0 {
				sum -= c.values[i]
			}
		}
		if g.chance(g.h.wrongTotal) {
			sum += c.of.quantum() * int64(1+g.IntN(900))
		}
		u := fine
		for u.decimals < u.exp && sum%u.quantum() != 0 && g.chance(0.9) {
			u.decimals++
		}
		sum = sum / u.quantum() * u.quantum()
		g.declare(c.role, 0, sum, u, says)
		if g.chance(0.5) && sum > 0 {
			a := sum / 3 / u.quantum() * u.quantum()
			b := sum / 4 / u.quantum() * u.quantum()
			g.declare(c.role, 2021, a, u, says)
			g.declare(c.role, 2022, b, u, says)
			g.declare(c.role, 2023, sum-a-b, u, says)
		}
	}
}

// indicator repeats one measure's money in a table of indicators.
func (g *generator) indicator(s *sheet, plan, actual *column) {
	for i, r := range s.rows {
		if r.total || plan.values[i] == 0 {
			continue
		}
		x := &sheet{rows: []row{{kind: record.SubjectIndicator, partOf: -1}}}
		for _, c := range []*column{plan, actual} {
			m := -1
			if !g.mute {
				m = g.mention(c.of.exp, record.UnitCell)
			}
			x.cols = append(x.cols, &column{role: c.role, of: c.of, says: c.of.exp, values: []int64{c.values[i]}, mention: m})
		}
		g.emit(x)
		return
	}
}

// percentages prints the execution of each row.
func (g *generator) percentages(s *sheet, plan, actual *column) {
	off := 1.0
	if g.chance(g.h.percentWrong) {
		off = 0.1
	}
	byRow := map[string][2]*record.Amount{}
	for i := range g.r.Amounts {
		a := &g.r.Amounts[i]
		v := byRow[a.SubjectID]
		switch a.Role {
		case record.Planned:
			v[0] = a
		case record.Actual:
			v[1] = a
		}
		byRow[a.SubjectID] = v
	}
	for _, r := range s.rows {
		v := byRow[r.subject]
		if v[0] == nil || v[1] == nil {
			continue
		}
		p, a := g.truth[v[0].ID].Kopecks, g.truth[v[1].ID].Kopecks
		if p == 0 {
			continue
		}
		ratio := record.Ratio{SubjectID: r.subject, TableID: v[0].TableID, Row: v[0].Row, Col: 20, Printed: percent(float64(a) / float64(p) * 100 * off)}
		g.r.Ratios = append(g.r.Ratios, ratio)
	}
}

// budget: lines by code with groups before or after, approved and revised plan,
// actual.
func (g *generator) budget() {
	g.r.Kind = record.BudgetExecution
	s := &sheet{}
	u := g.drawUnit()
	before := g.chance(0.5)
	var tops []int
	for range 1 + g.IntN(5) {
		up := -1
		if before {
			up = s.item()
		}
		var items []int
		for range 1 + g.IntN(6) {
			i := s.item()
			s.rows[i].level = boolLevel(before)
			items = append(items, i)
		}
		if before {
			s.rows[up].parts = items
			tops = append(tops, up)
		} else {
			tops = append(tops, items...)
		}
	}
	if g.chance(0.8) {
		s.totalOf(tops...)
	}
	for i := range s.rows {
		s.rows[i].kind = record.SubjectLine
	}
	plan, actual := &column{role: record.Planned, of: u}, &column{role: record.Actual, of: g.other(u)}
	cols := []*column{plan, actual}
	var approved *column
	if g.chance(0.5) {
		approved = &column{role: record.Approved, of: u}
		cols = []*column{approved, plan, actual}
	}
	for range s.rows {
		p := g.quantize(g.rowSize(), u, g.chance(0.4))
		plan.values = append(plan.values, p)
		actual.values = append(actual.values, g.spend(p, actual.of))
		if approved != nil {
			v := p
			if g.chance(0.5) {
				v = g.quantize(float64(p)/100*(0.6+0.6*g.Float64()), u, false)
			}
			approved.values = append(approved.values, v)
		}
	}
	s.cols = cols
	for _, c := range cols {
		for i, r := range s.rows {
			if !r.total && len(r.parts) > 0 {
				c.values[i] = 0
				for _, p := range r.parts {
					c.values[i] += c.values[p]
				}
			}
		}
	}
	g.addUp(s)
	g.say(s, g.chance(0.4))
	g.emit(s)
	if g.chance(0.6) {
		g.percentages(s, plan, actual)
	}
}

func boolLevel(b bool) int {
	if b {
		return 1
	}
	return 0
}

// register: one column of money and nothing to hold it against.
func (g *generator) register() {
	g.r.Kind = record.Register
	s := &sheet{}
	g.layout(s, g.rows())
	u := g.drawUnit()
	c := &column{role: record.Planned, of: u}
	for i := range s.rows {
		v := g.quantize(g.rowSize(), u, g.chance(0.5))
		if up := s.rows[i].partOf; up >= 0 {
			v = max(1, c.values[up]/2/u.quantum()) * u.quantum()
		}
		c.values = append(c.values, v)
	}
	s.cols = []*column{c}
	g.addUp(s)
	g.say(s, true)
	g.emit(s)
}

// factRows: plan and actual as two rows of one programme.
func (g *generator) factRows() {
	s := &sheet{}
	u := g.drawUnit()
	c := &column{of: u}
	for m := range max(2, g.rows()/2) {
		subject := "synth/p" + string(rune('a'+m%26)) + string(rune('a'+m/26))
		g.r.Measures = append(g.r.Measures, record.Measure{ID: subject, Ordinal: m + 1, Number: "1"})
		p := g.quantize(g.rowSize(), u, g.chance(0.6))
		for _, x := range []struct {
			role record.Role
			v    int64
		}{{record.Planned, p}, {record.Actual, g.spend(p, u)}} {
			i := s.item()
			s.rows[i].subject, s.rows[i].role = subject, x.role
			c.values = append(c.values, x.v)
		}
	}
	s.cols = []*column{c}
	g.say(s, false)
	g.emit(s)
}
