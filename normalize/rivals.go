package normalize

import (
	"strconv"

	"zvit/extract/record"
)

// rivals are amounts of one measure that are each printed as its whole money of
// one role, year, fund and source: they cannot all be.
type rivals []*cell

// wholesOf lists the amounts of a role that are printed as the whole: those that
// are written as the first of them is.
func wholesOf(cells []*cell, role record.Role, whole dims) rivals {
	var list rivals
	for _, c := range cells {
		a := c.amount
		if a.Role != role || a.Kopecks == nil || a.PartOf != "" || c.dims != whole && c.dims != (dims{}) {
			continue
		}
		if len(list) == 0 || c.dims == list[0].dims {
			list = append(list, c)
		}
	}
	return list
}

// settle gives the money that rivals stand for. In rows of one column, the one
// that is exactly the sum of two others or more is the whole; else the rows are
// shares of it. Of several columns the first is taken. It is sure where a sum says
// so: the rows' own, or a total that counts each of them.
func (r rivals) settle() (v record.Kopecks, basis record.Basis, sure bool) {
	first := r[0].amount
	if len(r) == 1 {
		return *first.Kopecks, record.Printed, true
	}
	var sum record.Kopecks
	rows, counted := true, true
	for i, c := range r {
		a := c.amount
		sum += *a.Kopecks
		rows = rows && a.TableID == first.TableID && a.Col == first.Col && (i == 0 || a.Row != r[i-1].amount.Row)
		counted = counted && a.InTotal == record.InTotalYes
	}
	if !rows {
		return *first.Kopecks, record.Printed, false
	}
	for _, c := range r {
		if v := *c.amount.Kopecks; len(r) > 2 && v != 0 && v == sum-v {
			for _, part := range r {
				if part != c {
					part.amount.PartOf = c.amount.ID
				}
			}
			return v, record.Printed, true
		}
	}
	return sum, record.Sum, counted
}

// doubtRivals marks the amounts of which nothing tells the whole.
func (p *problem) doubtRivals() {
	for _, list := range p.rivals {
		for _, c := range list {
			a := c.amount
			if a.Change == record.Reviewed {
				continue
			}
			doubt(a, likely, "rivals", []record.Arg{arg("role", string(a.Role)), arg("count", strconv.Itoa(len(list)))})
		}
	}
}
