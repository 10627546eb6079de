package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// passportIndicators reports whether a table gives the results of a budget
// programme: names with units, and rows that name the sections.
func passportIndicators(t *Table) bool {
	if t.First(wording.ColumnName) < 0 {
		return false
	}
	if indicatorsTable(t) {
		return true
	}
	sections := 0
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if label, _ := t.Label(r); sectionOf(label) != "" && !strings.Contains(wording.Fold(label), "обсяг") && t.moneyless(r) {
			sections++
		}
	}
	return sections > 1 || sections > 0 && t.Has(wording.ColumnUnit)
}

// moneyless reports whether a row has no figure but its number.
func (t *Table) moneyless(row int) bool {
	texts, cols := t.texts(row)
	for i, s := range texts {
		if cols[i] > 0 && isFigure(s) {
			return false
		}
	}
	return len(texts) > 0
}

// valueColumn is a column of an indicator's values.
type valueColumn struct {
	col  int
	role record.Role
	fund record.Fund
}

// valueColumns lists the columns of values: those of money, planned and actual,
// and in a table with no such, the only one whose heading is "значення".
func (t *Table) valueColumns() []valueColumn {
	var list []valueColumn
	for i := range t.Columns {
		h := &t.Columns[i].Heading
		role := h.Role
		switch h.Column {
		case wording.ColumnMoney:
		case wording.ColumnPlanned:
			role = or(role, record.Planned)
		case wording.ColumnActual:
			role = or(role, record.Actual)
		default:
			if len(t.Columns[i].Path) == 0 || !strings.Contains(wording.Fold(t.Columns[i].Path[len(t.Columns[i].Path)-1]), "значен") {
				continue
			}
			role = record.Planned
		}
		list = append(list, valueColumn{i, or(role, record.Planned), h.Fund})
	}
	return list
}

// wholeOf returns the column of a role's whole value in a row: of no fund, else
// the one fund that the row has a value for.
func (t *Table) wholeOf(list []valueColumn, row int, roles ...record.Role) int {
	for _, role := range roles {
		found := -1
		for _, v := range list {
			if v.role != role || wording.Absent(t.Text(row, v.col)) {
				continue
			}
			if v.fund == "" {
				return v.col
			}
			if found < 0 {
				found = v.col
			}
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}

// readPassportIndicators reads the indicators with their values by fund. A row
// that explains the differences belongs to the indicators above it.
func (c *Context) readPassportIndicators(t *Table) {
	number, name, unit := t.First(wording.ColumnNumber), t.First(wording.ColumnName), t.First(wording.ColumnUnit)
	values := t.valueColumns()
	var section record.Section
	from := len(c.Report.Indicators)
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if k := t.Kind(r); k == RowBlank || k == RowHeading {
			continue
		}
		label, _ := t.Label(r)
		if s := sectionOf(label); s != "" && t.moneyless(r) {
			section = s
			from = len(c.Report.Indicators)
			continue
		}
		if explains(label) {
			for i := from; i < len(c.Report.Indicators); i++ {
				if c.Report.Indicators[i].Reason == "" {
					c.Report.Indicators[i].Reason = oneLine(label)
				}
			}
			from = len(c.Report.Indicators)
			continue
		}
		text := func(col int) string {
			if col < 0 || wording.Absent(t.Text(r, col)) {
				return ""
			}
			return oneLine(t.Text(r, col))
		}
		if t.Kind(r) == RowSection && t.moneyless(r) {
			section = ""
			continue
		}
		rec := record.Indicator{Section: section, Name: text(name), Unit: text(unit)}
		rec.Number, rec.NumberPrinted = t.numbers(r, number)
		rec.PlannedPrinted = text(t.wholeOf(values, r, record.Planned, record.Approved))
		rec.ActualPrinted = text(t.wholeOf(values, r, record.Actual))
		rec.PlannedValue, rec.ActualValue = plainValue(rec.PlannedPrinted), plainValue(rec.ActualPrinted)
		if rec.Name == "" && rec.PlannedPrinted == "" && rec.ActualPrinted == "" {
			continue
		}
		added := c.AddIndicator(t, r, rec)
		if !moneyIndicator(rec.Unit, rec.Name) {
			continue
		}
		for _, v := range values {
			if t.coveredFromLeft(r, v.col) || !strings.ContainsAny(t.Text(r, v.col), "0123456789") {
				continue
			}
			c.AddCellAmounts(t, r, v.col, record.Amount{Subject: record.SubjectIndicator, SubjectID: added.ID, Role: v.role})
		}
	}
}

// explains reports whether a row's text explains differences.
func explains(label string) bool {
	f := wording.Fold(label)
	return strings.HasPrefix(f, "поясненн") || strings.HasPrefix(f, "причин") || strings.HasPrefix(f, "аналіз стану")
}

// moneyIndicator reports whether an indicator is money: by its unit, or by the
// unit that ends its name where it has none.
func moneyIndicator(unit, name string) bool {
	if unit != "" {
		return len(wording.FindUnits(unit)) > 0
	}
	_, ok := unitAtEnd(name)
	return ok
}
