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
			d := c.dims
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
	if d.fund == development {
		up := d
		up.fund = special
		if w := try(role, up); w != nil {
			return w
		}
	}
	for _, less := range []func(dims) dims{
		func(d dims) dims { d.source = 0; return d },
		func(d dims) dims { d.fund = 0; return d },
		func(d dims) dims { d.year = 0; return d },
		func(d dims) dims { d.period = 0; return d },
	} {
		if up := less(d); up != d {
			if w := try(role, up); w != nil {
				return w
			}
		}
	}
	if role == record.Annual {
		up := d
		up.year, up.period = 0, 0
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
			for _, c := range r.cells {
				if c.amount.PartOf == "" {
					if w := up.whole(c); w != nil {
						c.amount.PartOf = w.amount.ID
					}
				}
			}
		}
	}
}

// whole is the row's amount that another row's amount is a part of: the same, or
// without its source or fund.
func (r *tableRow) whole(c *cell) *cell {
	var found *cell
	for _, w := range r.cells {
		if w.column == c.column && (w.dims == c.dims || found == nil && c.dims.refines(w.dims) && w.dims.year == c.dims.year) {
			found = w
		}
	}
	return found
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
// printed, or the sum of its parts where only they are printed. In a report that
// gives one year only, that year's money is the whole.
func (p *problem) fillMeasures() {
	bySubject := map[string][]*cell{}
	spans := map[record.Role]span{}
	for _, c := range p.cells {
		a := c.amount
		if a.Subject != record.SubjectMeasure || a.SameAs != "" {
			continue
		}
		bySubject[a.SubjectID] = append(bySubject[a.SubjectID], c)
		s, seen := spans[a.Role]
		if !seen {
			s = span{c.dims.year, c.dims.period, true}
		}
		s.only = s.only && s.year == c.dims.year && s.period == c.dims.period
		spans[a.Role] = s
	}
	for i := range p.report.Measures {
		m := &p.report.Measures[i]
		cells := bySubject[m.ID]
		m.Planned, m.PlannedBasis = wholeMoney(cells, record.Planned, spans)
		if m.Planned == nil {
			m.Planned, m.PlannedBasis = wholeMoney(cells, record.Annual, spans)
		}
		if m.Planned == nil {
			m.Planned, m.PlannedBasis = wholeMoney(cells, record.Approved, spans)
		}
		m.Actual, m.ActualBasis = wholeMoney(cells, record.Actual, spans)
	}
}

// span is the year and the period of a role's amounts, where they have but one.
type span struct {
	year, period int32
	only         bool
}

func wholeMoney(cells []*cell, role record.Role, spans map[record.Role]span) (*record.Kopecks, record.Basis) {
	var sum record.Kopecks
	n := 0
	whole := dims{}
	if s := spans[role]; s.only {
		whole.year, whole.period = s.year, s.period
	}
	for _, c := range cells {
		a := c.amount
		if a.Role != role || a.Kopecks == nil {
			continue
		}
		if c.dims == whole || c.dims == (dims{}) {
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
