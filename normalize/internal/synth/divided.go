package synth

import "zvit/extract/record"

// years: a plan by years with its total.
func (g *generator) years() {
	s := &sheet{}
	g.layout(s, g.rows())
	u := g.drawUnit()
	whole := &column{role: record.Planned, of: u}
	n := 2 + g.IntN(4)
	var parts []*column
	for y := range n {
		parts = append(parts, &column{role: record.Planned, year: 2021 + y, of: u})
	}
	if g.chance(0.3) {
		parts[n-1].of.decimals = g.drawDecimals(u.exp)
	}
	for range s.rows {
		sum := int64(0)
		for _, c := range parts {
			v := int64(0)
			if g.chance(0.85) {
				v = g.quantize(g.rowSize()/float64(n), c.of, g.chance(0.7))
			}
			c.values = append(c.values, v)
			sum += v
		}
		whole.values = append(whole.values, sum)
	}
	fine := u
	for _, c := range parts {
		fine.decimals = max(fine.decimals, c.of.decimals)
	}
	whole.of = fine
	s.cols = append([]*column{whole}, parts...)
	if g.chance(0.4) {
		s.cols = append(parts, whole)
	}
	if g.chance(0.3) {
		actual := &column{role: record.Actual, of: g.other(u)}
		for i := range s.rows {
			actual.values = append(actual.values, g.spend(whole.values[i], actual.of))
		}
		s.cols = append(s.cols, actual)
	}
	g.partsWithin(s)
	g.addUp(s)
	g.say(s, true)
	g.emit(s)
}

// partsWithin makes "у тому числі" rows no larger than the row they are in.
func (g *generator) partsWithin(s *sheet) {
	for i, r := range s.rows {
		if r.partOf < 0 {
			continue
		}
		for _, c := range s.cols {
			if c.year == 0 && c.fund == "" && c.source == "" && c.role != record.Actual {
				c.values[i] = 0
				for _, x := range s.cols {
					if x != c && x.role == c.role {
						x.values[i] = x.values[r.partOf] / 2 / x.of.quantum() * x.of.quantum()
						c.values[i] += x.values[i]
					}
				}
			} else if c.role == record.Actual {
				c.values[i] = min(c.values[i], c.values[r.partOf])
			}
		}
	}
}

// funds: plan, actual and deviation, each by funds with a total.
func (g *generator) funds() {
	s := &sheet{}
	g.layout(s, g.rows())
	u := g.drawUnit()
	of := map[record.Role]unit{record.Planned: u, record.Actual: u, record.Deviation: u}
	roles := []record.Role{record.Planned, record.Actual}
	if g.chance(0.6) {
		roles = append(roles, record.Deviation)
	} else if g.chance(2 * g.h.mixedColumn) {
		of[record.Actual] = g.other(u)
	}
	make3 := func(r record.Role) []*column {
		return []*column{{role: r, fund: record.General, of: of[r]}, {role: r, fund: record.Special, of: of[r]}, {role: r, of: of[r]}}
	}
	cols := map[record.Role][]*column{}
	for _, r := range roles {
		cols[r] = make3(r)
		s.cols = append(s.cols, cols[r]...)
	}
	sign := []int64{1, -1}[g.IntN(2)]
	for range s.rows {
		for f := range 2 {
			p := int64(0)
			if f == 0 || g.chance(0.5) {
				p = g.quantize(g.rowSize(), u, g.chance(0.5))
			}
			a := g.spend(p, of[record.Actual])
			cols[record.Planned][f].values = append(cols[record.Planned][f].values, p)
			cols[record.Actual][f].values = append(cols[record.Actual][f].values, a)
			if d := cols[record.Deviation]; d != nil {
				d[f].values = append(d[f].values, sign*(p-a))
			}
		}
		for _, r := range roles {
			i := len(cols[r][2].values)
			cols[r][2].values = append(cols[r][2].values, cols[r][0].values[i]+cols[r][1].values[i])
		}
	}
	for i := range s.rows {
		s.rows[i].partOf = -1
		if s.rows[i].kind == record.SubjectMeasure {
			s.rows[i].kind = record.SubjectLine
		}
	}
	g.countAll(s)
	g.addUp(s)
	g.say(s, true)
	g.emit(s)
}

// countAll gives the totals the items that insertParts took from them.
func (g *generator) countAll(s *sheet) {
	counted := map[int]bool{}
	for _, r := range s.rows {
		for _, p := range r.parts {
			counted[p] = true
		}
	}
	for i, r := range s.rows {
		if r.total || counted[i] {
			continue
		}
		for j := range s.rows {
			for _, p := range s.rows[j].parts {
				if p == i-1 && s.rows[j].total {
					s.rows[j].parts = append(s.rows[j].parts, i)
					counted[i] = true
					break
				}
			}
			if counted[i] {
				break
			}
		}
	}
}

// sources: a plan by sources of money as columns.
func (g *generator) sources() {
	s := &sheet{}
	g.layout(s, g.rows())
	u := g.drawUnit()
	whole := &column{role: record.Planned, of: u}
	parts := []*column{{role: record.Planned, source: record.StateBudget, of: u}, {role: record.Planned, source: record.LocalBudget, of: u}, {role: record.Planned, source: record.OtherSource, of: u}}
	for range s.rows {
		sum := int64(0)
		for i, c := range parts {
			v := int64(0)
			if i == 1 || g.chance(0.4) {
				v = g.quantize(g.rowSize(), u, g.chance(0.6))
			}
			c.values = append(c.values, v)
			sum += v
		}
		whole.values = append(whole.values, sum)
	}
	s.cols = append([]*column{whole}, parts...)
	g.partsWithin(s)
	g.addUp(s)
	g.say(s, true)
	g.emit(s)
}

// sourceRows: each measure has a row a source and one for all of them.
func (g *generator) sourceRows() {
	s := &sheet{}
	u := g.drawUnit()
	plan := &column{role: record.Planned, of: u}
	actual := &column{role: record.Actual, of: g.other(u)}
	s.cols = []*column{plan, actual}
	for m := range max(2, g.rows()/2) {
		subject := "synth/m" + string(rune('a'+m%26)) + string(rune('a'+m/26))
		g.r.Measures = append(g.r.Measures, record.Measure{ID: subject, Ordinal: m + 1, Number: "1"})
		at := s.item()
		s.rows[at].subject = subject
		plan.values, actual.values = append(plan.values, 0), append(actual.values, 0)
		for _, source := range []record.MoneySource{record.StateBudget, record.LocalBudget, record.OblastBudget}[:2+g.IntN(2)] {
			i := s.item()
			s.rows[i].subject, s.rows[i].source = subject, source
			p := g.quantize(g.rowSize(), u, g.chance(0.6))
			a := g.spend(p, actual.of)
			plan.values, actual.values = append(plan.values, p), append(actual.values, a)
			plan.values[at] += p
			actual.values[at] += a
		}
	}
	g.say(s, true)
	g.emit(s)
}
