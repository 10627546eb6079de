package normalize

import (
	"zvit/extract/record"
)

// linkAmounts fills part_of, same_as and in_total, so that a sum over amounts
// with neither of the first two counts no hryvnia twice.
func (p *problem) linkAmounts() {
	for _, c := range p.cells {
		c.amount.PartOf, c.amount.SameAs, c.amount.InTotal = "", "", record.InTotalUnknown
	}
	p.linkParts()
	p.linkPartRows()
	p.linkTwins()
	for _, l := range p.links {
		if l.a.amount.Kopecks != nil && l.b.amount.Kopecks != nil && *l.a.amount.Kopecks == *l.b.amount.Kopecks {
			l.a.amount.SameAs = l.b.amount.ID
		}
	}
	for _, r := range p.relations {
		if r.kind.vertical() {
			p.countIn(r)
		}
	}
}

// linkParts: a year, a fund or a source is part of the same row's whole.
func (p *problem) linkParts() {
	for _, group := range p.bySubject() {
		if len(group) > 200 {
			continue
		}
		for _, c := range group {
			d := dimsOf(c.amount)
			if whole := wholeOf(group, c, d); whole != nil {
				c.amount.PartOf = whole.amount.ID
			}
		}
	}
}

// wholeOf finds the amount that c is a part of: the same with one dimension
// taken away, the nearest whole first.
func wholeOf(group []*cell, c *cell, d dims) *cell {
	role := c.amount.Role
	try := func(role record.Role, d dims) *cell {
		if w := unique(group, role, d); w != nil && w != c {
			return w
		}
		return nil
	}
	if d.fund == record.Development {
		up := d
		up.fund = record.Special
		if w := try(role, up); w != nil {
			return w
		}
	}
	for _, less := range []func(dims) dims{
		func(d dims) dims { d.source = ""; return d },
		func(d dims) dims { d.fund = ""; return d },
		func(d dims) dims { d.year = 0; return d },
		func(d dims) dims { d.period = ""; return d },
	} {
		if up := less(d); up != d {
			if w := try(role, up); w != nil {
				return w
			}
		}
	}
	if role == record.Annual {
		up := d
		up.year, up.period = 0, ""
		return try(record.Planned, up)
	}
	return nil
}

// linkPartRows: a "у тому числі" row is part of the row that it is inside of.
func (p *problem) linkPartRows() {
	for _, t := range p.moneyTables() {
		byID := map[string]*tableRow{}
		for _, r := range t.rows {
			if r.id != "" {
				byID[r.id] = r
			}
		}
		for _, r := range t.rows {
			up := byID[r.partOf]
			if r.partOf == "" || up == nil || up == r {
				continue
			}
			for k, c := range r.cells {
				if w := up.cells[k]; w != nil && c.amount.PartOf == "" {
					c.amount.PartOf = w.amount.ID
				}
			}
		}
	}
}

// countIn says of each row whether the total above counts it. Where the total
// holds, it counts all that were not found outside; where a difference is left,
// it still counts the rows that are larger than twice the difference.
func (p *problem) countIn(r *relation) {
	res := r.residual()
	if res < 0 {
		res = -res
	}
	ok := r.consistent()
	for _, c := range r.parts {
		a := c.amount
		v := c.now()
		if v < 0 {
			v = -v
		}
		switch {
		case r.leaves(c):
			a.InTotal = record.InTotalNo
		case a.InTotal == record.InTotalNo:
		case ok || c.kind == zero || v/2 > res:
			a.InTotal = record.InTotalYes
		}
	}
}

// fillMeasures gives each measure its whole plan and its whole actual money:
// printed, or the sum of its parts where only they are printed.
func (p *problem) fillMeasures() {
	bySubject := map[string][]*cell{}
	for _, c := range p.cells {
		if c.amount.Subject == record.SubjectMeasure && c.amount.SameAs == "" {
			bySubject[c.amount.SubjectID] = append(bySubject[c.amount.SubjectID], c)
		}
	}
	for i := range p.report.Measures {
		m := &p.report.Measures[i]
		cells := bySubject[m.ID]
		m.Planned, m.PlannedBasis = wholeMoney(cells, record.Planned)
		if m.Planned == nil {
			m.Planned, m.PlannedBasis = wholeMoney(cells, record.Annual)
		}
		if m.Planned == nil {
			m.Planned, m.PlannedBasis = wholeMoney(cells, record.Approved)
		}
		m.Actual, m.ActualBasis = wholeMoney(cells, record.Actual)
	}
}

func wholeMoney(cells []*cell, role record.Role) (*record.Kopecks, record.Basis) {
	var sum record.Kopecks
	n := 0
	for _, c := range cells {
		a := c.amount
		if a.Role != role || a.Kopecks == nil {
			continue
		}
		if a.Year == 0 && a.Period == "" && a.Fund == "" && a.Source == "" {
			v := *a.Kopecks
			return &v, record.Printed
		}
		if a.PartOf == "" {
			sum += *a.Kopecks
			n++
		}
	}
	if n == 0 {
		return nil, ""
	}
	return &sum, record.Sum
}
