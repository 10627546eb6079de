package recognise

import (
	"zvit/extract/record"
	"zvit/extract/wording"
)

// ownTotals finds the rows called "Всього" that are the whole of a measure over
// its rows of years or sources, and no total of the table. A span that brings the
// measure's words down to the row says so surely. Without spans the word must
// stand in the column where the measure's own row has its part, right below the
// measure's rows, and for more than one measure: a single such row ends the table.
func (m *measureTable) ownTotals() map[int]bool {
	own := map[int]bool{}
	var blank []int
	open := -1 // row of the measure whose rows go on, flat
	for r := m.BodyFrom; r < m.BodyTo; r++ {
		switch m.Kind(r) {
		case RowTotal:
			switch {
			case m.spanned(r):
				own[r] = true
			case open >= 0 && m.totalOfFlat(r, open):
				blank = append(blank, r)
			}
			open = -1
		case RowData:
			if m.unnamed(r) {
				continue
			}
			open = r
		case RowSection:
			open = -1
		case RowBlank, RowHeading, RowPart, RowPercent:
		}
	}
	if len(blank) > 1 {
		for _, r := range blank {
			own[r] = true
		}
	}
	return own
}

// named returns the column whose words name a measure.
func (m *measureTable) named() int {
	if m.measure >= 0 {
		return m.measure
	}
	return m.task
}

// spanned reports whether a measure's words come down to the row by a span from
// above, and nothing in its number's column begins here.
func (m *measureTable) spanned(row int) bool {
	c := m.Cell(row, m.named())
	if c == nil || row == m.BodyFrom || m.Cell(row-1, m.named()) != c || m.cells.of(c) == "" || m.Kind(row-1) == RowSection {
		return false
	}
	return m.number < 0 || m.Own(row, m.number) == nil || m.Text(row, m.number) == ""
}

// unnamed reports whether a row says neither a number nor a task or measure.
func (m *measureTable) unnamed(row int) bool {
	for _, col := range []int{m.number, m.task, m.measure} {
		if col >= 0 && m.Own(row, col) != nil && !wording.Absent(m.Text(row, col)) {
			return false
		}
	}
	return true
}

// totalOfFlat reports whether the total row has its word where the measure that
// began in row from names its first part: a year or a source.
func (m *measureTable) totalOfFlat(row, from int) bool {
	_, at := m.Label(row)
	return m.unnamed(row) && at > m.named() && m.Columns[at].Heading.Column != wording.ColumnMoney && m.namesPart(m.Text(from, at))
}

// namesPart reports whether a text is a year or names a source or a fund.
func (m *measureTable) namesPart(s string) bool {
	if s == "" || wording.Absent(s) {
		return false
	}
	h := m.heads.Read(oneLine(s))
	return isYear(s) || wording.IsPeriod(s) || h.Source != "" || h.Fund != ""
}

// whole is the total row of the open measure.
func (m *measureTable) whole(row int) {
	label, at := m.Label(row)
	proto := record.Amount{Subject: record.SubjectMeasure, SubjectID: m.open}
	if at != m.year {
		proto.Year = m.rowYear(row)
	}
	proto.Label, m.said[row] = oneLine(label), oneLine(label)
	m.c.AddRowMoney(m.Table, row, proto)
	m.moreInformation(row)
}
