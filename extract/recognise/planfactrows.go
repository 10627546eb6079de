package recognise

import (
	"slices"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// findPlanFactRows finds the form of a table of measures that has plan and fact
// as rows: a column whose cells are "план", "факт" in nearly all rows with
// figures right of it. The columns of figures there are money, whose role the row
// says, and t.roleOfRow tells it.
func (t *Table) findPlanFactRows() {
	if !t.Has(wording.ColumnMeasure) || slices.ContainsFunc(t.Find(wording.ColumnMoney), func(c *Column) bool { return slices.ContainsFunc(c.Path, wording.SaysRole) && t.figuresUnder(c.Index) }) {
		return // the columns tell plan and fact
	}
	for col := range t.Columns {
		if c := t.Columns[col].Heading.Column; c == wording.ColumnMeasure || c == wording.ColumnNumber {
			continue
		}
		roles, rows, plan, fact := map[int]record.Role{}, 0, false, false
		for r := t.BodyFrom; r < t.BodyTo; r++ {
			if !t.figuresRightOf(r, col) {
				continue
			}
			rows++
			s := oneLine(t.Text(r, col))
			if len(wording.Words(wording.Fold(s))) > 4 {
				continue
			}
			if role := rowRole(s); role != "" {
				roles[r] = role
				plan, fact = plan || role != record.Actual && role != record.Deviation, fact || role == record.Actual
			}
		}
		if !plan || !fact {
			continue
		}
		t.misreadRoles(col, roles)
		if len(roles)*10 < rows*7 {
			continue
		}
		t.roleOfRow, t.roleColumn = roles, col
		t.Columns[col].Heading.Column, t.Columns[col].Heading.Role = wording.ColumnUnknown, ""
		for i := col + 1; i < len(t.Columns); i++ {
			if h := &t.Columns[i].Heading; h.Column != wording.ColumnPercent && t.mostlyFigures(i) {
				h.Column, h.Role, h.Score = wording.ColumnMoney, "", 0.9
			}
		}
		return
	}
}

// misreadRoles adds the roles of rows whose word has a wrong letter, where others of
// the column say theirs.
func (t *Table) misreadRoles(col int, roles map[int]record.Role) {
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if roles[r] != "" || !t.figuresRightOf(r, col) {
			continue
		}
		if role := misreadRowRole(oneLine(t.Text(r, col))); role != "" {
			roles[r] = role
		}
	}
}

func (t *Table) figuresRightOf(row, col int) bool {
	texts, cols := t.texts(row)
	for i, s := range texts {
		if cols[i] > col && isFigure(s) {
			return true
		}
	}
	return false
}

// mostlyFigures reports whether nearly all cells of a column are figures.
func (t *Table) mostlyFigures(col int) bool {
	cells, figures := 0, 0
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		s := t.Text(r, col)
		if strings.TrimSpace(s) == "" {
			continue
		}
		cells++
		if isFigure(s) || wording.Absent(s) {
			figures++
		}
	}
	return figures > 0 && figures*10 >= cells*8
}

// roleRow adds the money of a row that gives another role of the record above it:
// the fact below the plan. It reports whether the row is one.
func (m *measureTable) roleRow(row int) bool {
	role := m.roleOfRow[row]
	proto := record.Amount{Subject: record.SubjectMeasure, SubjectID: m.open, Role: role}
	switch {
	case role == "":
		return false
	case m.open != "":
		proto.Level = m.depth(m.c.Report.Measures[m.openAt].Number)
		m.moreInformation(row)
	case m.partOf != "":
		proto.Subject, proto.SubjectID, proto.IsTotal = record.SubjectLine, m.partOf, true
	default:
		return false
	}
	m.c.AddRowMoney(m.Table, row, proto)
	return true
}
