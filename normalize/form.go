package normalize

import (
	"encoding/binary"
	"slices"

	"zvit/extract/record"
)

// group is the amounts that one subject has in one table, in order.
type group struct {
	cells []*cell
	form  *rowForm
}

// rowForm is what the roles and dims of a group's amounts make possible. The rows
// of a table have few forms, so that it is found once for all rows of one form;
// amounts are known by their place in the group.
type rowForm struct {
	pairs  []formPair
	sums   []formSum
	twins  [][2]int // the same role and dims, more than once
	wholes []int    // of which amount each is a part; -1 where of none
}

type formPair struct {
	kind  pairKind
	a, b  int
	class *pairClass // of the last row
}

type formSum struct {
	kind    relationKind
	variant byte // tells rival forms of one kind apart
	total   int
	parts   []int
	signs   []int64
	times   int64
	class   *class // of the last row
}

// largest group that is looked at as a row; a subject with more amounts is none.
const largestRow = 200

func roleCode(r record.Role) byte {
	switch r {
	case record.Planned:
		return 1
	case record.Approved:
		return 2
	case record.Annual:
		return 3
	case record.Actual:
		return 4
	case record.Deviation:
		return 5
	}
	return 0
}

// formOf finds the form of a group.
func (p *problem) formOf(cells []*cell) *rowForm {
	key := p.formKey[:0]
	for _, c := range cells {
		key = append(key, roleCode(c.amount.Role), c.dims.fund, c.dims.source)
		key = binary.LittleEndian.AppendUint32(key, uint32(c.dims.year))
		key = binary.LittleEndian.AppendUint32(key, uint32(c.dims.period))
	}
	p.formKey = key
	f := p.forms[string(key)]
	if f == nil {
		f = newForm(cells)
		p.forms[string(key)] = f
	}
	return f
}

func newForm(cells []*cell) *rowForm {
	f := &rowForm{}
	for i, a := range cells {
		for j, b := range cells {
			if i == j {
				continue
			}
			if kind, ok := pairing(a, b, cells); ok {
				f.pairs = append(f.pairs, formPair{kind: kind, a: i, b: j})
			}
		}
	}
	if len(cells) > largestRow {
		return f
	}
	for i, a := range cells {
		for j, b := range cells {
			if i != j && a.amount.Role == b.amount.Role && a.dims == b.dims {
				f.twins = append(f.twins, [2]int{i, j})
			}
		}
		f.wholes = append(f.wholes, wholeOf(cells, i))
		f.sumsTo(cells, i)
	}
	for i := range cells {
		f.differences(cells, i)
	}
	return f
}

// unique returns the place of the group's only amount of a role and dims, or -1.
func unique(cells []*cell, role record.Role, d dims) int {
	found := -1
	for i, c := range cells {
		if c.dims == d && c.amount.Role == role {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// sumsTo lists the sums that an amount may be the total of: years, funds, sources.
func (f *rowForm) sumsTo(cells []*cell, total int) {
	role, d := cells[total].amount.Role, cells[total].dims
	if unique(cells, role, d) < 0 {
		return
	}
	collect := func(role record.Role, part func(dims) (dims, bool)) (parts []int) {
		for i, c := range cells {
			// Sources that no word tells apart may be several.
			if up, ok := part(c.dims); ok && up == d && c.amount.Role == role && (c.dims.source == otherSource || unique(cells, role, c.dims) >= 0) {
				parts = append(parts, i)
			}
		}
		return parts
	}
	propose := func(kind relationKind, variant byte, parts []int) {
		f.sums = append(f.sums, formSum{kind: kind, variant: variant, total: total, parts: parts, times: 1})
	}
	if d.year == 0 {
		year := func(x dims) (dims, bool) {
			ok := x.year != 0
			x.year = 0
			return x, ok
		}
		if parts := collect(role, year); len(parts) >= 1 {
			propose(yearsKind, 0, parts)
		}
		if role == record.Planned {
			if parts := collect(record.Annual, year); len(parts) >= 2 {
				propose(yearsKind, 1, parts)
			}
		}
	}
	if d.fund == 0 {
		parts := collect(role, func(x dims) (dims, bool) {
			ok := x.fund != 0 && x.fund != development
			x.fund = 0
			return x, ok
		})
		if len(parts) < 2 {
			parts = collect(role, func(x dims) (dims, bool) {
				ok := x.fund != 0
				x.fund = 0
				return x, ok
			})
		}
		if len(parts) >= 2 {
			propose(fundsKind, 0, parts)
		}
	}
	if d.source == 0 {
		parts := collect(role, func(x dims) (dims, bool) {
			ok := x.source != 0
			x.source = 0
			return x, ok
		})
		if len(parts) >= 2 {
			propose(sourcesKind, 0, parts)
		}
	}
}

// differences lists what a deviation may be the difference of, and how many years
// a yearly figure may stand for.
func (f *rowForm) differences(cells []*cell, at int) {
	d := cells[at].dims
	switch cells[at].amount.Role {
	case record.Deviation:
		actual := unique(cells, record.Actual, d)
		if actual < 0 {
			return
		}
		for i, role := range []record.Role{record.Planned, record.Annual, record.Approved} {
			plan := unique(cells, role, d)
			if plan < 0 {
				continue
			}
			for _, s := range []int64{1, -1} {
				f.sums = append(f.sums, formSum{kind: deviationKind, variant: byte(2*i) + byte((1-s)/2), total: at, parts: []int{plan, actual}, signs: []int64{s, -s}, times: 1})
			}
		}
	case record.Annual:
		whole := unique(cells, record.Planned, d)
		if whole < 0 || d.year != 0 {
			return
		}
		for n := int64(2); n <= 6; n++ {
			f.sums = append(f.sums, formSum{kind: annualKind, variant: byte(n), total: whole, parts: []int{at}, times: n})
		}
	}
}

// wholeOf finds the amount that another is a part of: the same with one dimension
// taken away, the nearest whole first; -1 where there is none.
func wholeOf(cells []*cell, at int) int {
	role, d := cells[at].amount.Role, cells[at].dims
	try := func(role record.Role, d dims) int {
		if w := unique(cells, role, d); w != at {
			return w
		}
		return -1
	}
	if d.fund == development {
		up := d
		up.fund = special
		if w := try(role, up); w >= 0 {
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
			if w := try(role, up); w >= 0 {
				return w
			}
		}
	}
	if role == record.Annual {
		up := d
		up.year, up.period = 0, 0
		return try(record.Planned, up)
	}
	return -1
}

// pairing says whether a is to be held against b, and as what.
func pairing(a, b *cell, cells []*cell) (pairKind, bool) {
	x, y := a.amount.Role, b.amount.Role
	same := a.dims == b.dims
	switch {
	case x == record.Actual && y == record.Planned && same:
		return execution, true
	case x == record.Actual && (y == record.Annual || y == record.Approved) && same:
		planned := slices.ContainsFunc(cells, func(c *cell) bool { return c.amount.Role == record.Planned && c.dims == a.dims })
		return execution, !planned
	case x == record.Annual && y == record.Planned && a.dims.fund == b.dims.fund && a.dims.source == b.dims.source && b.dims.year == 0:
		return share, true
	case x == record.Approved && y == record.Planned && same:
		return revision, true
	case x == y && (x == record.Planned || x == record.Actual || x == record.Approved):
		// A part against its whole, where the whole is printed in the row.
		d := b.dims
		return partOfWhole, !same && d.year == 0 && d.fund == 0 && d.source == 0 && a.dims.period == d.period
	}
	return 0, false
}
