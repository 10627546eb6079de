package normalize

import (
	"math"
	"slices"
)

// buildRelations finds every sum that the report promises.
func (p *problem) buildRelations() {
	tables := p.moneyTables()
	for _, t := range tables {
		p.partRows(t)
		p.groupRows(t)
		p.totalRows(t)
	}
	p.acrossRow()
	p.declared(tables)
	p.attach()
}

// partRows relates a row to its "у тому числі" rows: where they add up to it
// they are a sum, and in any case they are counted by it and not beside it.
func (p *problem) partRows(t *moneyTable) {
	byID := map[string]*tableRow{}
	for _, r := range t.rows {
		if r.id != "" {
			byID[r.id] = r
		}
	}
	children := map[*tableRow][]*tableRow{}
	var parents []*tableRow
	for _, r := range t.rows {
		if up := byID[r.partOf]; r.partOf != "" && up != nil && up != r {
			r.inner = true
			if len(children[up]) == 0 {
				parents = append(parents, up)
			}
			children[up] = append(children[up], r)
		} else if r.partOf != "" {
			r.inner = true
		}
	}
	for _, up := range parents {
		if p.support(t, up, children[up]) > 0 {
			p.relate(t, partsKind, up, children[up])
		}
	}
}

// groupRows finds rows that are the sum of the deeper rows right below them.
func (p *problem) groupRows(t *moneyTable) {
	for i, up := range t.rows {
		if up.total || up.inner {
			continue
		}
		var below, direct []*tableRow
		for _, r := range t.rows[i+1:] {
			if r.total || r.level <= up.level {
				break
			}
			if !r.inner {
				below = append(below, r)
			}
		}
		if len(below) == 0 {
			continue
		}
		least := math.MaxInt
		for _, r := range below {
			least = min(least, r.level)
		}
		for _, r := range below {
			if r.level == least {
				direct = append(direct, r)
			}
		}
		if p.support(t, up, direct) <= 0 {
			continue
		}
		up.group = true
		for _, r := range direct {
			r.inner = true
		}
		p.relate(t, rowsKind, up, direct)
	}
}

// totalRows decides for each total row which rows it counts: those after the
// total before it, all rows above, the totals above, the rows below, by which
// choice makes the most columns add up.
func (p *problem) totalRows(t *moneyTable) {
	counted := map[*tableRow]bool{} // totals that a later total already counts
	for i, total := range t.rows {
		if !total.total || total.inner {
			continue
		}
		best, parts := math.Inf(-1), []*tableRow(nil)
		for _, candidate := range candidates(t, i, counted) {
			if len(candidate.rows) == 0 {
				continue
			}
			if s := p.support(t, total, candidate.rows) + candidate.prior; s > best {
				best, parts = s, candidate.rows
			}
		}
		if parts == nil {
			continue
		}
		for _, r := range parts {
			if r.total {
				counted[r] = true
			}
		}
		p.relate(t, rowsKind, total, parts)
	}
}

type partition struct {
	rows  []*tableRow
	prior float64
}

func candidates(t *moneyTable, at int, counted map[*tableRow]bool) []partition {
	ordinary := func(rows []*tableRow) (out []*tableRow) {
		for _, r := range rows {
			if !r.total && !r.inner {
				out = append(out, r)
			}
		}
		return out
	}
	before := t.rows[:at]
	lastTotal, nextTotal := -1, len(t.rows)
	for i, r := range t.rows {
		if r.total && !r.inner {
			if i < at {
				lastTotal = i
			}
			if i > at && nextTotal == len(t.rows) {
				nextTotal = i
			}
		}
	}
	// Totals above that no total counts yet, with the rows after the last one.
	var totals []*tableRow
	for _, r := range before {
		if r.total && !r.inner && !counted[r] {
			totals = append(totals, r)
		}
	}
	loose := ordinary(t.rows[lastTotal+1 : at])
	var totalsBelow []*tableRow
	for _, r := range t.rows[at+1:] {
		if r.total && !r.inner {
			totalsBelow = append(totalsBelow, r)
		}
	}
	above := ordinary(before)
	out := []partition{
		{loose, 0},
		{above, -0.5},
		{slices.Concat(totals, loose), -0.5},
		{totals, -1},
		{ordinary(t.rows[at+1 : nextTotal]), -1},
		{ordinary(t.rows[at+1:]), -1.5},
		{totalsBelow, -1.5},
		{ordinary(t.rows), -2.5},
	}
	// A breakdown that is not complete adds up to nothing, and is a part all the same.
	if top := topmost(loose); len(top) < len(loose) {
		out = append(out, partition{top, partial})
	}
	if top := topmost(above); len(top) < len(above) && len(above) > len(loose) {
		out = append(out, partition{top, partial - 0.5})
	}
	if lastTotal >= 0 {
		// The same total again, or one that goes over two groups.
		var recent []*tableRow
		for i := at - 1; i >= 0 && len(recent) < 3; i-- {
			if t.rows[i].total && !t.rows[i].inner {
				recent = append(recent, t.rows[i])
				if len(recent) > 1 {
					out = append(out, partition{slices.Clone(recent), -2})
				}
			}
		}
	}
	return out
}

// partial is the log prior of a total that counts the rows of the upper levels
// alone, where those below them were not found to be their sums.
const partial = 0.2

// topmost leaves out the rows that are deeper than one above them.
func topmost(rows []*tableRow) []*tableRow {
	var out []*tableRow
	least := math.MaxInt
	for _, r := range rows {
		if least = min(least, r.level); r.level == least {
			out = append(out, r)
		}
	}
	return out
}

// support is how well a choice of rows explains a total row over the columns: a
// mean log probability against a total that has nothing to do with them.
func (p *problem) support(t *moneyTable, total *tableRow, parts []*tableRow) float64 {
	score, n := 0.0, 0
	t.choose(parts)
	r := &p.tried
	for _, c := range total.cells {
		if c.kind != money {
			continue
		}
		addends, sure := t.addends(r.parts[:0], c.column, c.dims, c)
		*r = relation{kind: rowsKind, total: c, parts: addends, times: 1}
		if !sure || r.addends() == 0 {
			continue
		}
		r.refresh()
		n++
		best := r.score()
		if best < -4 {
			best = math.Max(best, r.oneException())
			for _, s := range []int{-3, 3} { // the total's own unit
				e := c.exp() + s
				best = math.Max(best, scoreResidual(c.at(e)-r.sum, r.tol-c.half(c.exp())+c.half(e), c.grain(e), c.at(e))-5)
			}
		}
		_, digits := c.significant()
		score += best + math.Min(8, 2*float64(digits)) + 1
	}
	if n == 0 {
		return math.Inf(-1)
	}
	return score / math.Sqrt(float64(n))
}

// oneException is the best score with one row left out or in another unit.
func (r *relation) oneException() float64 {
	res, out := r.residual(), leftOut(r.addends())
	total := r.total.now()
	grain := r.total.grain(r.total.exp())
	best := math.Inf(-1)
	try := func(res int64, prior float64) {
		if holds := res >= -r.tol-milli && res <= r.tol+milli; holds || bestFailing+prior > best {
			best = math.Max(best, scoreResidual(res, r.tol, grain, total)+prior)
		}
	}
	for i, c := range r.parts {
		if c.kind != money {
			continue
		}
		v := r.sign(i) * c.now()
		try(res+v, out)
		for _, s := range []int{-3, 3} {
			if known(c.exp() + s) {
				try(res+v-r.sign(i)*c.at(c.exp()+s), -5.5)
			}
		}
	}
	return best
}

// relate adds the relation for every column that has the total. What is not sure
// to be a sum is one only where it holds as printed.
func (p *problem) relate(t *moneyTable, kind relationKind, total *tableRow, parts []*tableRow) {
	var all []*relation
	t.choose(parts)
	for _, c := range total.cells {
		addends, sure := t.addends(nil, c.column, c.dims, c)
		r := newRelation(kind, c, addends)
		if len(r.parts) == 0 || c.kind == zero && r.addends() == 0 {
			continue
		}
		if !sure {
			if r.refresh(); !r.consistent() {
				continue
			}
		}
		p.add(r)
		if kind == rowsKind {
			c.column.sums = append(c.column.sums, r)
			p.totals[totalKey{c.index, rowsKind}] = r
		}
		all = append(all, r)
	}
	for _, r := range all {
		r.rivals = all
	}
}
