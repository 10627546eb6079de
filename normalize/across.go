package normalize

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"zvit/extract/record"
)

// acrossRow finds the sums along a row (or over the rows of one subject): funds,
// years, sources, deviations, a yearly figure times the years. A form is kept
// where the rows bear it out.
func (p *problem) acrossRow() {
	classes := map[string]*class{}
	var order []*class
	var name []byte
	propose := func(variant string, r *relation) {
		if r.total.block == nil {
			return
		}
		name = append(append(name[:0], byte('0'+r.kind)), variant...)
		name = strconv.AppendInt(append(name, ':'), int64(r.total.block.index), 10)
		for _, c := range r.parts {
			if c.block == nil {
				return
			}
			name = strconv.AppendInt(append(name, ','), int64(c.block.index), 10)
		}
		cl := classes[string(name)]
		if cl == nil {
			key := string(name)
			cl = &class{kind: r.kind, cache: map[string]float64{}}
			classes[key] = cl
			order = append(order, cl)
		}
		r.class = cl
		cl.relations = append(cl.relations, r)
		for _, c := range append([]*cell{r.total}, r.parts...) {
			if !slices.Contains(cl.blocks, c.block) {
				cl.blocks = append(cl.blocks, c.block)
			}
		}
	}
	for _, group := range p.bySubject() {
		p.proposeSums(group, propose)
		p.proposeDifferences(group, propose)
	}
	p.keepClasses(order)
}

// unique returns the group's only cell of a role and dims, or nil.
func unique(group []*cell, role record.Role, d dims) *cell {
	var found *cell
	for _, c := range group {
		if c.amount.Role == role && c.dims == d {
			if found != nil {
				return nil
			}
			found = c
		}
	}
	return found
}

func (p *problem) proposeSums(group []*cell, propose func(string, *relation)) {
	if len(group) > 200 {
		return // a subject with that many amounts is no row
	}
	for _, total := range group {
		a := total.amount
		d := total.dims
		if unique(group, a.Role, d) == nil {
			continue
		}
		collect := func(role record.Role, part func(dims) (dims, bool)) (parts []*cell) {
			for _, c := range group {
				x := c.dims
				if up, ok := part(x); ok && up == d && c.amount.Role == role && unique(group, role, x) != nil {
					parts = append(parts, c)
				}
			}
			return parts
		}
		if d.year == 0 {
			year := func(x dims) (dims, bool) {
				ok := x.year != 0
				x.year = 0
				return x, ok
			}
			if parts := collect(a.Role, year); len(parts) >= 1 {
				propose("", newRelation(yearsKind, total, parts))
			}
			if a.Role == record.Planned {
				if parts := collect(record.Annual, year); len(parts) >= 2 {
					propose("annual", newRelation(yearsKind, total, parts))
				}
			}
		}
		if d.fund == 0 {
			parts := collect(a.Role, func(x dims) (dims, bool) {
				ok := x.fund != 0 && x.fund != development
				x.fund = 0
				return x, ok
			})
			if len(parts) < 2 {
				parts = collect(a.Role, func(x dims) (dims, bool) {
					ok := x.fund != 0
					x.fund = 0
					return x, ok
				})
			}
			if len(parts) >= 2 {
				propose("", newRelation(fundsKind, total, parts))
			}
		}
		if d.source == 0 {
			parts := collect(a.Role, func(x dims) (dims, bool) {
				ok := x.source != 0
				x.source = 0
				return x, ok
			})
			if len(parts) >= 2 {
				propose("", newRelation(sourcesKind, total, parts))
			}
		}
	}
}

func (p *problem) proposeDifferences(group []*cell, propose func(string, *relation)) {
	for _, c := range group {
		d := c.dims
		switch c.amount.Role {
		case record.Deviation:
			actual := unique(group, record.Actual, d)
			if actual == nil {
				continue
			}
			for _, role := range []record.Role{record.Planned, record.Annual, record.Approved} {
				plan := unique(group, role, d)
				if plan == nil {
					continue
				}
				for _, s := range []int64{1, -1} {
					r := newRelation(deviationKind, c, []*cell{plan, actual})
					r.signs = []int64{s, -s}
					propose(fmt.Sprint(role, s), r)
				}
			}
		case record.Annual:
			whole := unique(group, record.Planned, d)
			if whole == nil || d.year != 0 {
				continue
			}
			for n := int64(2); n <= 6; n++ {
				r := newRelation(annualKind, whole, []*cell{c})
				r.times = n
				propose(fmt.Sprint(n), r)
			}
		}
	}
}

// keepClasses keeps of each rival set of forms the one that most rows bear out,
// with the blocks' exponents as they may be.
func (p *problem) keepClasses(classes []*class) {
	type rival struct {
		kind  relationKind
		total *block
	}
	best := map[rival]*class{}
	weight := map[*class]float64{}
	for _, cl := range classes {
		weight[cl] = cl.borneOut()
	}
	slices.SortStableFunc(classes, func(a, b *class) int { return cmp.Compare(weight[b], weight[a]) })
	for _, cl := range classes {
		if weight[cl] <= 0 {
			continue
		}
		if cl.kind == deviationKind || cl.kind == annualKind {
			k := rival{cl.kind, cl.relations[0].total.block}
			if best[k] != nil {
				continue
			}
			best[k] = cl
		}
		p.classes = append(p.classes, cl)
		for _, r := range cl.relations {
			p.add(r)
		}
	}
}

// borneOut is above zero where the form's rows add up at some choice of the
// blocks' exponents more often than chance would have it.
func (cl *class) borneOut() float64 {
	best := 0.0
	check := func() {
		good, all := 0.0, 0.0
		for i, r := range cl.relations {
			if i >= 60 {
				break
			}
			if r.total.kind == zero && r.addends() == 0 {
				continue
			}
			r.refresh()
			_, digits := r.total.significant()
			w := math.Min(4, float64(digits))
			all += w
			if r.consistent() {
				good += w
			}
		}
		if good > 0 && good >= 0.34*all {
			best = math.Max(best, good+good/all)
		}
	}
	check()
	if best > 0 {
		return best
	}
	// Blocks in different units: shift one block at a time.
	for _, b := range cl.blocks {
		was := b.exp
		for _, s := range []int{-6, -3, 3, 6} {
			if was+s >= expKopeck && was+s <= expBillion {
				b.exp = was + s
				check()
			}
		}
		b.exp = was
	}
	if best == 0 && (cl.kind == fundsKind || cl.kind == sourcesKind || cl.kind == yearsKind) && len(cl.relations) == 1 {
		// One row alone, a declared total with its years: the form is certain
		// enough from its words; where it fails, that is worth saying.
		if r := cl.relations[0]; r.total.amount.Subject == record.SubjectReport && len(r.parts) > 1 {
			best = 0.1
		}
	}
	return best
}
