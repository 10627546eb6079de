package normalize

import (
	"math"

	"zvit/extract/record"
)

// declared relates the totals that the prose declares to the rows of a table,
// of one or of several tables together, whichever fits best at any unit.
func (p *problem) declared(tables []*moneyTable) {
	for _, c := range p.cells {
		a := c.amount
		if a.Subject != record.SubjectReport || c.kind != money && c.kind != fixed || a.TableID != "" {
			continue
		}
		var best *relation
		bestScore := math.Inf(-1)
		var joined []*cell
		consider := func(parts []*cell, prior float64) {
			r := newRelation(declaredKind, c, parts)
			if r.addends() == 0 {
				return
			}
			if s := p.fitDeclared(r) + prior; s > bestScore {
				best, bestScore = r, s
			}
		}
		several := 0
		for _, t := range tables {
			parts := p.itemsOf(t, a)
			if len(parts) == 0 {
				continue
			}
			several++
			joined = append(joined, parts...)
			consider(parts, 0)
		}
		if several > 1 {
			consider(joined, -0.5)
		}
		if best != nil {
			p.add(best)
			best.rivals = []*relation{best}
			p.totals[totalKey{c.index, declaredKind}] = best
		}
	}
}

// itemsOf picks the rows of a table that a declared total counts: those of its
// role, year, fund and source that are no totals and no parts of others.
func (p *problem) itemsOf(t *moneyTable, a *record.Amount) []*cell {
	for _, k := range t.series {
		if k.dims.year != a.Year || k.dims.fund != a.Fund || k.dims.source != a.Source {
			continue
		}
		if k.role != a.Role && !(a.Year != 0 && a.Role == record.Planned && k.role == record.Annual) {
			continue
		}
		var parts []*cell
		for _, r := range t.rows {
			if c := r.cells[k]; c != nil && !r.total && !r.inner {
				parts = append(parts, c)
			}
		}
		if len(parts) > 0 {
			return parts
		}
	}
	return nil
}

// fitDeclared is the best score over the units that total and rows may have
// against each other.
func (p *problem) fitDeclared(r *relation) float64 {
	best := math.Inf(-1)
	was := r.total.shift
	for _, s := range []int{-6, -3, 0, 3, 6} {
		r.total.shift = was + s
		if e := r.total.exp(); e < expKopeck || e > expBillion {
			continue
		}
		r.refresh()
		s := math.Max(r.score(), r.oneException())
		best = math.Max(best, s)
	}
	r.total.shift = was
	r.refresh()
	return best
}

// sameLink is two amounts that are probably the same money, said twice.
type sameLink struct {
	a, b   *cell // a repeats b
	weight float64
}

// buildLinks finds indicators and prose that repeat an amount of a table, and
// total rows that repeat a declared total: the same digits, the same role.
func (p *problem) buildLinks() {
	type key struct {
		digits int64
		role   record.Role
	}
	index := map[key][]*cell{}
	for _, c := range p.cells {
		if c.kind == money && (c.amount.Subject == record.SubjectMeasure || c.amount.Subject == record.SubjectLine) {
			m, _ := c.significant()
			index[key{m, c.amount.Role}] = append(index[key{m, c.amount.Role}], c)
			if c.amount.Role != "" {
				index[key{m, ""}] = append(index[key{m, ""}], c)
			}
		}
	}
	for _, group := range p.repeating() {
		var hits []sameLink
		subjects := map[string]int{}
		for _, c := range group {
			m, n := c.significant()
			role := c.amount.Role
			if role == record.Other || c.amount.Subject == record.SubjectProse {
				role = ""
			}
			found := index[key{m, role}]
			if len(found) == 0 || n < 2 && len(group) < 2 {
				continue
			}
			for _, f := range found {
				subjects[f.amount.SubjectID]++
			}
			bonus := 0.0
			if c.amount.Subject == record.SubjectReport {
				for i, f := range found {
					if f.amount.IsTotal && dimsOf(f.amount) == dimsOf(c.amount) {
						found = found[i : i+1]
						bonus = 3 // a declared total is the total row's
						break
					}
				}
			}
			hits = append(hits, sameLink{a: c, b: found[0], weight: math.Min(7, bonus+2.1*float64(n)-math.Log(float64(1+len(p.cells)))-0.7*float64(len(found)-1))})
		}
		// Two amounts of one indicator that meet in one row are hardly chance.
		bestSubject, bestCount := "", 0
		for _, h := range hits {
			m, _ := h.a.significant()
			for _, f := range index[key{m, h.a.amount.Role}] {
				if n := subjects[f.amount.SubjectID]; n > bestCount {
					bestSubject, bestCount = f.amount.SubjectID, n
				}
			}
		}
		for _, h := range hits {
			m, _ := h.a.significant()
			if bestCount > 1 {
				for _, f := range index[key{m, h.a.amount.Role}] {
					if f.amount.SubjectID == bestSubject {
						h.b, h.weight = f, math.Max(h.weight, 0)+3
					}
				}
			}
			if h.weight > 1 {
				p.links = append(p.links, h)
			}
		}
	}
}

// repeating groups the amounts that may repeat others, by subject.
func (p *problem) repeating() [][]*cell {
	index := map[string]int{}
	var out [][]*cell
	for _, c := range p.cells {
		a := c.amount
		if c.kind != money || a.Role == record.Tariff || a.Subject != record.SubjectIndicator && a.Subject != record.SubjectProse && a.Subject != record.SubjectReport {
			continue
		}
		k := string(a.Subject) + a.SubjectID
		if a.Subject != record.SubjectIndicator {
			k += a.ID
		}
		i, ok := index[k]
		if !ok {
			i = len(out)
			index[k] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], c)
	}
	return out
}
