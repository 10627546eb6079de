package normalize

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"zvit/extract/record"
)

// acrossRow finds the sums along a row (or over the rows of one subject): funds,
// years, sources, deviations, a yearly figure times the years. A form is kept
// where the rows bear it out.
func (p *problem) acrossRow() {
	classes := map[string]*class{}
	var order []*class
	var name []byte
	for _, g := range p.bySubject() {
		for i := range g.form.sums {
			s := &g.form.sums[i]
			if g.cells[s.total].block == nil || slices.ContainsFunc(s.parts, func(i int) bool { return g.cells[i].block == nil }) {
				continue
			}
			if s.class == nil || !s.class.isOf(g, s) {
				name = append(name[:0], byte(s.kind), s.variant)
				name = binary.AppendUvarint(name, uint64(g.cells[s.total].block.index))
				for _, i := range s.parts {
					name = binary.AppendUvarint(name, uint64(g.cells[i].block.index))
				}
				if s.class = classes[string(name)]; s.class == nil {
					s.class = newClass(g, s)
					classes[string(name)] = s.class
					order = append(order, s.class)
				}
			}
			s.class.members = append(s.class.members, member{g.cells, s})
		}
	}
	p.keepClasses(order)
}

// member is a row that a class may hold of.
type member struct {
	cells []*cell
	sum   *formSum
}

// relation makes the member's relation.
func (p *problem) relation(cl *class, m member) *relation {
	r := p.relationSlab.one()
	*r = relation{kind: m.sum.kind, total: m.cells[m.sum.total], signs: m.sum.signs, times: m.sum.times, class: cl}
	r.parts = p.cellLists.take(len(m.sum.parts))
	for _, i := range m.sum.parts {
		r.parts = append(r.parts, m.cells[i])
	}
	return r
}

func newClass(g group, s *formSum) *class {
	cl := &class{kind: s.kind, order: []*block{g.cells[s.total].block}}
	for _, i := range s.parts {
		cl.order = append(cl.order, g.cells[i].block)
	}
	for _, b := range cl.order {
		if !slices.Contains(cl.blocks, b) {
			cl.blocks = append(cl.blocks, b)
		}
	}
	return cl
}

// isOf reports whether the class is of a group's blocks.
func (cl *class) isOf(g group, s *formSum) bool {
	if g.cells[s.total].block != cl.order[0] {
		return false
	}
	for i, at := range s.parts {
		if g.cells[at].block != cl.order[i+1] {
			return false
		}
	}
	return true
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
		for _, m := range cl.members[:min(judged, len(cl.members))] {
			cl.relations = append(cl.relations, p.relation(cl, m))
		}
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
		for _, m := range cl.members[len(cl.relations):] {
			cl.relations = append(cl.relations, p.relation(cl, m))
		}
		for _, r := range cl.relations {
			if len(cl.judges) < judged && (r.total.kind != zero || r.addends() > 0) {
				cl.judges = append(cl.judges, r)
			}
		}
		p.classes = append(p.classes, cl)
		for _, r := range cl.relations {
			p.add(r)
		}
	}
}

// judged is how many rows a class is judged by.
const judged = 60

// borneOut is above zero where the form's rows add up at some choice of the
// blocks' exponents more often than chance would have it.
func (cl *class) borneOut() float64 {
	best := 0.0
	check := func() {
		good, all := 0.0, 0.0
		for _, r := range cl.relations {
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
