package normalize

import (
	"slices"

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
	p.linkLines()
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
	for _, g := range p.bySubject() {
		for i, whole := range g.form.wholes {
			if whole >= 0 {
				g.cells[i].amount.PartOf = g.cells[whole].amount.ID
			}
		}
	}
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
	index := make(map[string]int, len(p.report.Measures))
	for i := range p.report.Measures {
		index[p.report.Measures[i].ID] = i
	}
	cells := make([][]*cell, len(p.report.Measures))
	spans := map[record.Role]span{}
	last, at := "", -1
	for _, c := range p.cells {
		a := c.amount
		if a.Subject != record.SubjectMeasure || a.SameAs != "" {
			continue
		}
		s, seen := spans[a.Role]
		if !seen {
			s = span{c.dims.year, c.dims.period, true}
			spans[a.Role] = s
		}
		if s.only && (s.year != c.dims.year || s.period != c.dims.period) {
			s.only = false
			spans[a.Role] = s
		}
		if at < 0 || a.SubjectID != last {
			i, ok := index[a.SubjectID]
			if !ok {
				continue
			}
			last, at = a.SubjectID, i
		}
		if cells[at] == nil {
			cells[at] = p.cellLists.take(8)
		}
		cells[at] = append(cells[at], c)
	}
	for i := range p.report.Measures {
		m := &p.report.Measures[i]
		m.Planned, m.PlannedBasis = p.wholeMoney(cells[i], record.Planned, spans)
		for _, role := range []record.Role{record.Annual, record.Approved} {
			// A plan that cannot be read is not its year's share, nor an earlier one.
			if m.Planned == nil && !cannotRead(cells[i], record.Planned) {
				m.Planned, m.PlannedBasis = p.wholeMoney(cells[i], role, spans)
			}
		}
		m.Actual, m.ActualBasis = p.wholeMoney(cells[i], record.Actual, spans)
	}
}

// span is the year and the period of a role's amounts, where they have but one.
type span struct {
	year, period int32
	only         bool
}

// cannotRead reports whether an amount of a role that is no part of another cannot be
// read.
func cannotRead(cells []*cell, role record.Role) bool {
	return slices.ContainsFunc(cells, func(c *cell) bool {
		return c.amount.Role == role && c.amount.PartOf == "" && c.amount.Kopecks == nil
	})
}

func (p *problem) wholeMoney(cells []*cell, role record.Role, spans map[record.Role]span) (*record.Kopecks, record.Basis) {
	var sum record.Kopecks
	n, sole := 0, false
	whole := dims{}
	if s := spans[role]; s.only {
		whole.year, whole.period = s.year, s.period
	}
	if list := wholesOf(cells, role, whole); len(list) > 0 {
		v, basis, sure := list.settle()
		if !sure {
			p.rivals = append(p.rivals, list)
		}
		return &v, basis
	}
	for _, c := range cells {
		a := c.amount
		if a.Role == role && a.Kopecks == nil && a.PartOf == "" && c.dims != whole && c.dims != (dims{}) {
			return nil, "" // a part that cannot be read: the sum of the others would be too small
		}
		if a.Role != role || a.Kopecks == nil {
			continue
		}
		if a.PartOf == "" {
			sum += *a.Kopecks
			n++
			d := c.dims
			d.source = 0
			sole = d == whole
		}
	}
	switch {
	case n == 0:
		return nil, ""
	case n == 1 && sole: // its only source, which is named
		return &sum, record.Printed
	}
	return &sum, record.Sum
}
