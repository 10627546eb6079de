package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// measuresTable reports whether the headings are those of a programme's
// measures: a task or a measure, with two of money, what was done, who does it
// and when, and no code of the budget's classification, which other forms have.
// In a report on a programme, titled says, a measure and its money are enough.
func measuresTable(t *Table, titled bool) bool {
	if !t.Has(wording.ColumnMeasure) && !t.Has(wording.ColumnTask) || t.Has(wording.ColumnCode) {
		return false
	}
	if !t.Has(wording.ColumnMeasure) && t.listsProgrammes() {
		return false
	}
	with := 0
	if t.Has(wording.ColumnMeasure) && t.Has(wording.ColumnTask) {
		with++
	}
	if titled && t.Has(wording.ColumnMeasure) && t.Has(wording.ColumnMoney) {
		return true
	}
	for _, m := range []wording.Column{wording.ColumnMoney, wording.ColumnInformation, wording.ColumnExecutor, wording.ColumnTerm} {
		if t.Has(m) {
			with++
		}
	}
	return with >= 2
}

// listsProgrammes reports whether the rows are programmes ("Назва програми"), of
// which a register has one a row, and not the tasks of one.
func (t *Table) listsProgrammes() bool {
	for _, c := range t.Find(wording.ColumnTask) {
		leaf := wording.Fold(c.Path[len(c.Path)-1])
		if wording.HasStems(leaf, "програм") && !wording.HasStems(leaf, "завдан") && !wording.HasStems(leaf, "заход") && !wording.HasStems(leaf, "напрям") {
			return true
		}
	}
	return false
}

// codedMeasures reports whether a table of a report on a programme has measures
// that each bear a code of the budget ("Захід", "КЕКВ"): there the code says from
// where a measure is paid, and not what the row is.
func codedMeasures(t *Table) bool {
	return t.Has(wording.ColumnMeasure) && t.Has(wording.ColumnCode) && t.Has(wording.ColumnMoney)
}

// namedMeasures returns the column that names the measures of a report on a
// programme under a heading that any list has ("Найменування", "Напрям"); -1
// where the table is of something else. Plan and fact stand beside the names; the
// rows are no sources, years or articles of the budget; and no table of the report
// has measures by its headings, whose money this one would only split once more.
func (c *Context) namedMeasures(t *Table) int {
	col := t.First(wording.ColumnTask)
	if col < 0 {
		col = t.First(wording.ColumnName)
	}
	if col < 0 || t.Has(wording.ColumnMeasure) || t.Has(wording.ColumnCode) || t.Has(wording.ColumnUnit) || t.Has(wording.ColumnSource) ||
		t.listsProgrammes() || !generalName(t.Columns[col].Path) || !t.planAndFact() {
		return -1
	}
	for _, other := range c.Tables {
		if other != t && (measuresTable(other, true) || codedMeasures(other)) {
			return -1
		}
	}
	if l := c.layoutOf(t); len(l.codes) > 0 || l.rowRoles() != nil {
		return -1
	}
	rows, kinds := 0, 0
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if t.Kind(r) != RowData {
			continue
		}
		rows++
		if s := oneLine(t.Text(r, col)); s == "" || shortSource(s) != "" || wording.FundOf(s) != "" || wording.IsPeriod(s) || rowRole(s) != "" {
			kinds++
		}
	}
	if rows == 0 || kinds*4 > rows {
		return -1
	}
	return col
}

// generalName reports whether a heading names the rows of any list, and neither
// indicators nor what a budget is made of.
func generalName(path []string) bool {
	for _, text := range path {
		folded := wording.Fold(text)
		for _, stem := range []string{"показник", "індикатор", "статт", "видатк", "доход", "надходж", "код", "бюджет", "класифік", "установ", "розпорядник"} {
			if wording.HasStems(folded, stem) {
				return false
			}
		}
	}
	return strings.Join(path, "") != ""
}

// planAndFact reports whether columns of money give a plan and what was spent.
func (t *Table) planAndFact() bool {
	plan, fact := false, false
	for _, c := range t.Find(wording.ColumnMoney) {
		plan = plan || c.Heading.Role == record.Planned
		fact = fact || c.Heading.Role == record.Actual
	}
	return plan && fact
}

// onProgramme reports whether the report is known to be one on a programme.
func (c *Context) onProgramme() bool {
	switch c.Report.Kind {
	case record.ProgrammeAnnual, record.ProgrammeFinal, record.Programme:
		return len(c.Title) > 0
	}
	return false
}
