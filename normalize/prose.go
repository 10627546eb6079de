package normalize

import (
	"slices"

	"zvit/extract/record"
)

// proseParts relates a declared total to the sums of the text that it is told in:
// those of the same role and year, or of its funds, or of its sources. Nothing
// but their adding up says that they are its parts, in the printed units or with the
// total in another.
func (p *problem) proseParts(total *cell) *relation {
	var whole, funds, sources []*cell
	for _, c := range p.cells {
		d := c.dims
		if c.amount.Subject != record.SubjectProse || c.amount.TableID != "" || c.amount.Role != total.amount.Role || c.kind == unreadable || c.kind == zero {
			continue
		}
		d.fund, d.source = total.dims.fund, total.dims.source
		switch {
		case d != total.dims:
		case c.dims == total.dims:
			whole = append(whole, c)
		case c.dims.source == total.dims.source:
			funds = append(funds, c)
		case c.dims.fund == total.dims.fund:
			sources = append(sources, c)
		}
	}
	for _, parts := range [][]*cell{whole, funds, sources} {
		if len(parts) < 2 {
			continue
		}
		r := newRelation(declaredKind, total, parts)
		if p.addsUp(r) {
			return r
		}
	}
	return nil
}

// addsUp reports whether the sum holds with the total in its own unit, or in
// another. The sum is left refreshed.
func (p *problem) addsUp(r *relation) bool {
	was, ok := r.total.shift, false
	for _, s := range []int{0, -3, 3} {
		r.total.shift = was + s
		if s != 0 && (r.total.kind == fixed || !known(r.total.exp())) {
			continue
		}
		r.refresh()
		// A total of two digits in millions holds with anything.
		if ok = r.consistent() && (r.residual() == 0 || r.total.width > 2); ok {
			break
		}
	}
	r.total.shift = was
	r.refresh()
	return ok
}

// proseDeviations relates what is said to be left, or over the plan, to the plan
// and the actual money of the text: of the same paragraph, and else of the report.
// Nothing but their adding up, in the printed units or with one of them in another,
// says that it is theirs.
func (p *problem) proseDeviations() {
	for _, c := range p.cells {
		if c.amount.Role != record.Deviation || c.amount.TableID != "" || c.kind != money || c.width < 3 || p.differs(c) {
			continue
		}
		plan, actual := p.spoken(c, record.Planned), p.spoken(c, record.Actual)
		if plan == nil || actual == nil {
			continue
		}
		for _, signs := range [][]int64{{1, -1}, {-1, 1}} {
			r := &relation{kind: deviationKind, total: c, parts: []*cell{plan, actual}, signs: signs, times: 1}
			if p.differ(r) {
				p.addDeviation(r)
				break
			}
		}
	}
}

// differs reports whether a difference along the row has the cell already.
func (p *problem) differs(c *cell) bool {
	return slices.ContainsFunc(p.relations, func(r *relation) bool { return r.kind == deviationKind && r.total == c })
}

// spoken is the only amount of a role that the paragraph of c gives, or else the
// report's.
func (p *problem) spoken(c *cell, role record.Role) *cell {
	var here, declared *cell
	several := 0
	for _, x := range p.cells {
		a := x.amount
		if a.Role != role || a.TableID != "" || x.kind != money || x.dims != c.dims {
			continue
		}
		if a.Place.Page == c.amount.Place.Page && a.Place.Paragraph == c.amount.Place.Paragraph && a.Place.Line == c.amount.Place.Line {
			here = x
			several++
		}
		if a.Subject == record.SubjectReport {
			declared = x
		}
	}
	switch several {
	case 0:
		return declared
	case 1:
		return here
	}
	return nil
}

// differ reports whether the difference holds as printed, or with one of the three
// in another unit, to the kopeck.
func (p *problem) differ(r *relation) bool {
	three := []*cell{r.total, r.parts[0], r.parts[1]}
	holds := func() bool {
		r.refresh()
		return r.residual() == 0
	}
	ok := holds()
	for _, x := range three {
		for _, s := range []int{-3, 3} {
			if ok || !known(x.exp()+s) {
				continue
			}
			x.shift += s
			ok = holds()
			x.shift -= s
		}
	}
	r.refresh()
	return ok
}

// addDeviation makes the difference a clue to the units of the three.
func (p *problem) addDeviation(r *relation) {
	cl := &class{kind: deviationKind, relations: []*relation{r}, judges: []*relation{r}}
	for _, x := range []*cell{r.total, r.parts[0], r.parts[1]} {
		cl.order = append(cl.order, x.block)
		if !slices.Contains(cl.blocks, x.block) {
			cl.blocks = append(cl.blocks, x.block)
		}
	}
	r.class = cl
	p.classes = append(p.classes, cl)
	p.add(r)
}
