package recognise

import (
	"slices"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// indicatorsTable reports whether the headings are those of results: a name,
// with planned and actual values, or with units and rows that name the sections.
func indicatorsTable(t *Table) bool {
	if !t.Has(wording.ColumnName) || t.Has(wording.ColumnCode) {
		return false
	}
	if t.Has(wording.ColumnPlanned) && t.Has(wording.ColumnActual) {
		return true
	}
	planned := t.Has(wording.ColumnPlanned) || t.bareMoney(record.Planned)
	actual := t.Has(wording.ColumnActual) || t.bareMoney(record.Actual)
	if t.Has(wording.ColumnUnit) && !t.Has(wording.ColumnMeasure) && planned && actual {
		return true // "План" and "Факт", each in its row's own unit
	}
	if !t.Has(wording.ColumnUnit) && !t.Has(wording.ColumnPlanned) && !t.Has(wording.ColumnActual) {
		return false
	}
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if t.Kind(r) == RowSection {
			if label, _ := t.Label(r); sectionOf(label) != "" {
				return true
			}
		}
	}
	return false
}

// bareMoney reports whether a column has the role by its words, and no unit of
// money in its heading.
func (t *Table) bareMoney(role record.Role) bool {
	for _, c := range t.Find(wording.ColumnMoney) {
		if c.Heading.Role == role && len(c.Heading.Units) == 0 {
			return true
		}
	}
	return false
}

// sectionOf returns the section that a row's text names, or "".
func sectionOf(label string) record.Section {
	words := wording.Words(wording.Fold(label))
	if len(words) > 6 {
		return ""
	}
	for _, w := range words {
		switch {
		case strings.HasPrefix(w, "затрат"), strings.HasPrefix(w, "витрат"):
			return record.Cost
		case strings.HasPrefix(w, "продукт") && !strings.HasPrefix(w, "продуктив"):
			return record.Product
		case strings.HasPrefix(w, "ефективн"):
			return record.Efficiency
		case strings.HasPrefix(w, "якост"), strings.HasPrefix(w, "якіст"):
			return record.Quality
		}
	}
	return ""
}

// readIndicators reads one table of results.
func (c *Context) readIndicators(t *Table) {
	number, name, unit := t.First(wording.ColumnNumber), t.First(wording.ColumnName), t.First(wording.ColumnUnit)
	planned, actual := t.value(wording.ColumnPlanned, record.Planned), t.value(wording.ColumnActual, record.Actual)
	reason, remedy := t.First(wording.ColumnReason), t.First(wording.ColumnRemedy)
	remark := t.First(wording.ColumnInformation)
	if reason < 0 {
		reason, remark = remark, -1
	}
	var section record.Section
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		switch t.Kind(r) {
		case RowBlank, RowHeading:
			continue
		case RowSection:
			label, _ := t.Label(r)
			if s := sectionOf(label); s != "" {
				section = s
				continue
			}
		case RowTotal:
			label, _ := t.Label(r)
			line := c.AddLine(t, r, record.Line{Name: oneLine(label), IsTotal: true})
			c.AddRowMoney(t, r, record.Amount{Subject: record.SubjectLine, SubjectID: line.ID, IsTotal: true})
			continue
		case RowData, RowPart:
		}
		text := func(col int) string {
			if col < 0 {
				return ""
			}
			if s := t.Text(r, col); !wording.Absent(s) {
				return s
			}
			return ""
		}
		rec := record.Indicator{
			Section: section, Name: oneLine(text(name)), Unit: oneLine(text(unit)),
			Reason: text(reason), Remedy: text(remedy),
		}
		rec.Number, rec.NumberPrinted = t.numbers(r, number)
		rec.PlannedPrinted = oneLine(or(text(planned), text(t.lastYear(r, planned))))
		rec.PlannedValue = plainValue(rec.PlannedPrinted)
		rec.ActualPrinted, rec.ActualNote = c.actualValue(t, r, actual)
		rec.ActualNote = or(rec.ActualNote, text(remark))
		rec.ActualValue = plainValue(rec.ActualPrinted)
		if rec.Name == "" && rec.PlannedPrinted == "" && rec.ActualPrinted == "" {
			continue
		}
		added := c.AddIndicator(t, r, rec)
		c.indicatorMoney(t, r, added.ID)
		for col := range t.Columns {
			if t.Columns[col].Heading.Column == wording.ColumnPercent {
				c.AddRatio(t, r, col, added.ID)
			}
		}
	}
}

// value returns the column of an indicator's planned or actual value, among those
// of the meaning, else the money columns of the role, for tables whose headings
// speak of money alone: the one for the whole programme, which has no year, else
// the last.
func (t *Table) value(meaning wording.Column, role record.Role) int {
	list := t.Find(meaning)
	if len(list) == 0 {
		list = slices.DeleteFunc(t.Find(wording.ColumnMoney), func(c *Column) bool { return c.Heading.Role != role })
	}
	if at := slices.IndexFunc(list, func(c *Column) bool { return c.Heading.Year == 0 }); at >= 0 {
		return list[at].Index
	}
	if len(list) == 0 {
		return -1
	}
	return list[len(list)-1].Index
}

// lastYear returns the last column of a year's plan that has a value in the row,
// for an indicator that has none for the whole programme (a share is no sum); -1
// where none has. The whole is the column that has no year.
func (t *Table) lastYear(row, whole int) int {
	if whole < 0 || t.Columns[whole].Heading.Year != 0 {
		return -1
	}
	w := &t.Columns[whole].Heading
	last := -1
	for _, c := range t.Find(w.Column) {
		if c.Heading.Role == w.Role && c.Heading.Year > 0 && !wording.Absent(t.Text(row, c.Index)) {
			last = c.Index
		}
	}
	return last
}

// actualValue returns the actual value as printed, and the remark that has lost
// its column and was joined to it.
func (c *Context) actualValue(t *Table, row, col int) (printed, note string) {
	cell := t.Cell(row, col)
	if cell == nil {
		return "", ""
	}
	text := cell.Text()
	if wording.Absent(text) {
		return "", ""
	}
	if len(cell.Parts) < 2 {
		value, remark, broken := strings.Cut(text, "\n")
		if broken && plainValue(strings.TrimSpace(value)) != "" && beginsSentence(oneLine(remark)) {
			return oneLine(value), oneLine(remark)
		}
		value, remark = remarkAfter(text)
		return oneLine(value), oneLine(remark)
	}
	if plainValue(cell.Parts[0].Text) == "" {
		return oneLine(text), ""
	}
	first := *cell
	n := 1
	for n < len(cell.Parts) && !cell.Parts[n].Moved && !beginsSentence(cell.Parts[n].Text) {
		n++
	}
	first.Parts = cell.Parts[:n]
	rest := *cell
	rest.Parts = cell.Parts[n:]
	return oneLine(first.Text()), oneLine(rest.Text())
}

// remarkAfter cuts off the remark that stands after the number of a value in its
// cell: in brackets at the end, or behind a mark ("38 (не всі ліки
// надійшли)"). A unit, a rank or a date of the value is none.
func remarkAfter(text string) (value, remark string) {
	if plainValue(text) == "" {
		return text, ""
	}
	at := strings.IndexAny(text, "(;")
	if at < 0 {
		if at = strings.Index(text, " – "); at < 0 {
			at = strings.Index(text, " - ")
		}
	}
	if at <= 0 || len(wording.Years(text[at:])) > 0 {
		return text, ""
	}
	remark = strings.TrimLeft(text[at:], "(;–- ")
	if strings.HasPrefix(text[at:], "(") {
		remark = strings.TrimSuffix(remark, ")")
	}
	words := 0
	for _, w := range wording.Words(wording.Fold(remark)) {
		if len([]rune(w)) > 2 && strings.ContainsFunc(w, isLetter) {
			words++
		}
	}
	if words < 2 {
		return text, ""
	}
	return strings.TrimSpace(text[:at]), remark
}

// beginsSentence reports whether a part of a value's cell is a sentence of its
// own and no more of the value.
func beginsSentence(s string) bool {
	return wording.EndsSentence(s) && !wording.StartsInside(s) && len(strings.Fields(s)) > 3
}

// plainValue returns the number that a value begins with as a plain decimal with
// a dot; "" where it begins with none.
func plainValue(s string) string {
	if n, ok := wording.ParseNumeral(s); ok {
		return strings.Replace(n.String(), ",", ".", 1)
	}
	found := wording.FindNumerals(s)
	if len(found) == 0 || strings.TrimSpace(s[:found[0].Start]) != "" {
		return ""
	}
	return strings.Replace(found[0].String(), ",", ".", 1)
}

// indicatorMoney adds the amounts of an indicator that is money: by its unit
// cell, by the unit that ends its name, or by the headings of its values.
func (c *Context) indicatorMoney(t *Table, row int, id string) {
	unit := t.First(wording.ColumnUnit)
	name := t.First(wording.ColumnName)
	money := unit >= 0 && len(wording.FindUnits(t.Text(row, unit))) > 0
	if !money && (unit < 0 || t.Text(row, unit) == "") && name >= 0 {
		_, money = unitAtEnd(t.Text(row, name))
	}
	for col := range t.Columns {
		h := &t.Columns[col].Heading
		role := h.Role
		switch h.Column {
		case wording.ColumnPlanned:
			role = or(role, record.Planned)
		case wording.ColumnActual:
			role = or(role, record.Actual)
		case wording.ColumnMoney:
			// Where the row has a unit of its own that is no money, the heading's
			// unit is not the row's.
			if unit >= 0 && t.Text(row, unit) != "" && !money {
				continue
			}
		default:
			continue
		}
		if h.Column != wording.ColumnMoney && !money && len(h.Units) == 0 || t.coveredFromLeft(row, col) {
			continue
		}
		c.AddCellAmounts(t, row, col, record.Amount{Subject: record.SubjectIndicator, SubjectID: id, Role: role})
	}
}
