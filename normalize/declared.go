package normalize

import (
	"math"
	"slices"

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
		consider := func(parts []*cell, sure bool, prior float64) {
			r := newRelation(declaredKind, c, parts)
			if r.addends() == 0 {
				return
			}
			if r.refresh(); !sure && !r.consistent() {
				return
			}
			if s := p.fitDeclared(r) + prior; s > bestScore {
				best, bestScore = r, s
			}
		}
		several, all := 0, true
		for _, t := range tables {
			parts, sure := p.itemsOf(t, c)
			if len(parts) == 0 {
				continue
			}
			several++
			joined = append(joined, parts...)
			all = all && sure
			consider(parts, sure, 0)
		}
		if several > 1 {
			consider(joined, all, -0.5)
		}
		if best == nil {
			best = p.proseParts(c)
		}
		if best != nil {
			p.add(best)
			best.rivals = []*relation{best}
			p.totals[totalKey{c.index, declaredKind}] = best
		}
	}
	p.proseDeviations()
}

// itemsOf picks the rows of a table that a declared total counts: those of its
// role, year, fund and source that are no totals and no parts of others. A column
// that prints them is better than one that prints the sources of some.
func (p *problem) itemsOf(t *moneyTable, total *cell) (parts []*cell, sure bool) {
	a := total.amount
	var rows []*tableRow
	for _, r := range t.rows {
		if !r.total && !r.inner {
			rows = append(rows, r)
		}
	}
	t.choose(rows)
	best := -1
	for _, col := range t.columns {
		if col.role != a.Role && !(a.Year != 0 && a.Role == record.Planned && col.role == record.Annual) {
			continue
		}
		for _, d := range col.periods(total.dims) {
			found, ok := t.addends(nil, col, d, nil)
			rank := 0
			switch same, all := alike(found, d); {
			case len(found) == 0 || same && !all:
				continue // a column of one source or year is not the whole
			case all:
				rank = 2
			case ok:
				rank = 1
			}
			if rank > best {
				best, parts, sure = rank, found, ok
			}
		}
	}
	return parts, sure
}

// alike reports whether the amounts are of the same year, fund and source, and
// whether these are d's.
func alike(cells []*cell, d dims) (same, all bool) {
	same, all = true, true
	for _, c := range cells {
		x := c.dims
		if x.source == 0 {
			x.source = d.source // its only one, which its label names
		}
		same = same && c.dims == cells[0].dims
		all = all && x == d
	}
	return same, all
}

// periods lists the dims with the column's own periods: the prose seldom repeats
// which part of the year a report is for.
func (col *moneyColumn) periods(d dims) []dims {
	out := []dims{d}
	for _, c := range col.cells {
		if d.period = c.dims.period; !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
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
	groups := p.repeating()
	wanted := map[int64]bool{}
	for _, group := range groups {
		for _, c := range group {
			wanted[c.digits] = true
		}
	}
	index := map[key][]*cell{}
	for _, c := range p.cells {
		if len(wanted) > 0 && c.kind == money && (c.amount.Subject == record.SubjectMeasure || c.amount.Subject == record.SubjectLine) && wanted[c.digits] {
			m, _ := c.significant()
			index[key{m, c.amount.Role}] = append(index[key{m, c.amount.Role}], c)
			if c.amount.Role != "" {
				index[key{m, ""}] = append(index[key{m, ""}], c)
			}
		}
	}
	for _, group := range groups {
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
					if f.amount.IsTotal && f.dims == c.dims {
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
