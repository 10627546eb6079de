package normalize

import "zvit/extract/record"

// linkLines makes rows parts of the row that contains them, so that a sum over
// the amounts of lines counts no hryvnia twice: of a total, what it is meant to
// add up, whether it does or not; of a row with deeper rows below it, those, where
// they are not more than it. What a total leaves out stands beside it. A measure is
// never part of a line: a sum is over amounts of one subject.
func (p *problem) linkLines() {
	for _, r := range p.relations {
		if r.kind != rowsKind && r.kind != partsKind {
			continue
		}
		for _, c := range r.parts {
			if !r.leaves(c) {
				linkLine(c, r.total)
			}
		}
	}
	p.linkTotals()
	for _, t := range p.moneyTables() {
		p.linkDeeperRows(t)
	}
}

// moreTotals is how many totals over one row are looked at.
const moreTotals = 8

// linkTotals makes a total part of the least one that adds up all its rows, and
// others: "Разом за розділом" of "Усього", where both count the measures. Of two
// that add up the same rows the later one has the earlier one's money again.
func (p *problem) linkTotals() {
	over := map[*cell][]*relation{} // by a row's amount
	for _, r := range p.relations {
		if r.kind == rowsKind {
			for _, c := range r.parts {
				if len(over[c]) < moreTotals {
					over[c] = append(over[c], r)
				}
			}
		}
	}
	for _, r := range p.relations {
		if r.kind != rowsKind || len(r.parts) == 0 {
			continue
		}
		var least *relation
		for _, o := range over[r.parts[0]] {
			same := len(o.parts) == len(r.parts)
			if o != r && len(o.parts) >= len(r.parts) && (least == nil || len(o.parts) < len(least.parts)) && o.covers(r) &&
				(!same || o.total.amount.Row > r.total.amount.Row) {
				least = o
			}
		}
		if least != nil {
			linkLine(r.total, least.total)
		}
	}
}

// covers reports whether a total adds up all that another one does.
func (r *relation) covers(o *relation) bool {
	in := make(map[*cell]bool, len(r.parts))
	for _, c := range r.parts {
		in[c] = true
	}
	for _, c := range o.parts {
		if !in[c] {
			return false
		}
	}
	return true
}

// linkLine makes one line's amount part of another's, unless it is part of one
// already or the other is, by whatever way, part of it.
func linkLine(c, whole *cell) {
	if c == whole || c.amount.PartOf != "" || c.amount.Subject != record.SubjectLine || whole.amount.Subject != record.SubjectLine {
		return
	}
	if whole.amount.PartOf != c.amount.ID {
		c.amount.PartOf = whole.amount.ID
	}
}

// linkDeeperRows links the rows of a table to the last row above them that is
// less deep, column by column.
func (p *problem) linkDeeperRows(t *moneyTable) {
	for i, up := range t.rows {
		if up.total {
			continue
		}
		below := t.rowsWithin(i)
		for _, whole := range up.cells {
			var parts []*cell
			sum := int64(0)
			for _, r := range below {
				if c := r.at(whole.column, whole.dims); c != nil {
					parts = append(parts, c)
					sum += c.now()
				}
			}
			if v := whole.now(); v >= 0 && sum >= 0 && sum > v+whole.half(whole.exp()) || v < 0 && sum < v {
				continue
			}
			for _, c := range parts {
				linkLine(c, whole)
			}
		}
	}
}

// rowsWithin are the rows right below the one at i that are one step deeper.
func (t *moneyTable) rowsWithin(i int) (list []*tableRow) {
	least := 0
	for _, r := range t.rows[i+1:] {
		if r.total || r.level <= t.rows[i].level {
			break
		}
		if least == 0 || r.level < least {
			least = r.level
		}
	}
	for _, r := range t.rows[i+1:] {
		if r.total || r.level <= t.rows[i].level {
			break
		}
		if r.level == least {
			list = append(list, r)
		}
	}
	return list
}
