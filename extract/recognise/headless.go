package recognise

import (
	"zvit/extract/record"
	"zvit/extract/wording"
)

// headlessMoney makes money, in a role that nothing tells, of a column of figures
// that lost its heading beside columns of money that have theirs: figures with
// decimals or groups of thousands, and larger than a percentage is. Numbers of
// rows, codes, years and counts are none. It returns the columns that it found.
func (t *Table) headlessMoney() (found []int) {
	if !t.headed() || !t.Has(wording.ColumnMoney) {
		return nil
	}
	money := func(i int) bool {
		return i >= 0 && i < len(t.Columns) && t.Columns[i].Heading.Column == wording.ColumnMoney && len(t.Columns[i].Path) > 0
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		if len(c.Path) > 0 || !money(i-1) && !money(i+1) && !t.moneyShaped(i) {
			continue
		}
		s := t.stats(i)
		if s.figures < 2 || s.figures*10 < s.cells*8 || s.codeLike || !t.sizedAsMoney(i) {
			continue
		}
		c.Heading.Column, c.Heading.Role, c.Heading.Score = wording.ColumnMoney, record.Other, 0.4
		found = append(found, i)
	}
	return found
}

// headlessMoney is Table.headlessMoney, and says that the headings of the table may
// stand over other columns than theirs: one of them is lost, and nobody can tell
// whether the others slid.
func (c *Context) headlessMoney(t *Table) []int {
	const sure = 0.6 // that the headings stand where they belong
	found := t.headlessMoney()
	if len(found) == 0 {
		return nil
	}
	at := t.RowPlace(t.HeadFrom)
	c.AddFinding(record.Finding{
		Code: record.CellsMoved, Severity: record.Warning, Confidence: sure, Subject: record.SubjectTable, SubjectID: t.ID,
		Args: []record.Arg{
			{Name: "detail"}, {Name: "row", Value: itoa(t.HeadFrom + 1)}, {Name: "column", Value: itoa(found[0] + 1)}, {Name: "from", Value: at.Key()},
		},
		Place: at,
	})
	return found
}

// sizedAsMoney reports whether a figure of a column is too large for a percentage
// of execution, and one has decimals or groups.
func (t *Table) sizedAsMoney(col int) bool {
	const percent = 200 // above it reports say how many times
	large, shaped := false, false
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		n, ok := wording.ParseNumeral(t.Text(r, col))
		if !ok {
			continue
		}
		large = large || decimal(n) > percent
		shaped = shaped || n.Decimals > 0 || n.Grouped
	}
	return large && shaped
}
