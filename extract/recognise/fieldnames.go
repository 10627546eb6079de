package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// fieldName is a heading as databases and open-data exports write it.
var fieldName = wording.Expr(`^[A-Za-z][A-Za-z0-9]*(?:[_ ][A-Za-z0-9]+)*$`)

// shoutedField reports whether a heading is a field name in capitals, as exports
// write them: "GENERAL_FUND", "VALUE".
func shoutedField(s string) bool {
	return len(s) > 2 && fieldName.MatchString(s) && strings.ToUpper(s) == s
}

// fieldNames reports whether a table is the export of a budget programme's
// passport: its headings are field names, among them those of codes, funds, or
// units with values.
func (t *Table) fieldNames() bool {
	if !t.headed() && len(t.Rows) < 2 {
		return false
	}
	named, code, fund, unit, value, other := 0, false, false, false, false, 0
	for i := range t.Columns {
		if len(t.Columns[i].Path) == 0 {
			continue
		}
		leaf := t.Columns[i].Path[len(t.Columns[i].Path)-1]
		if !fieldName.MatchString(leaf) {
			other++
			continue
		}
		named++
		f := strings.ToLower(leaf)
		code = code || strings.Contains(f, "kpkv") || strings.Contains(f, "kfkv")
		fund = fund || strings.Contains(f, "general") || strings.Contains(f, "special")
		unit = unit || strings.Contains(f, "unit") || strings.Contains(f, "measure")
		value = value || strings.Contains(f, "value")
	}
	return named >= 3 && other == 0 && (code && fund || fund && t.Has(wording.ColumnName) || unit && value)
}

// field returns the column whose field name has one of the words, in order of
// the words, or -1.
func (t *Table) field(words ...string) int {
	for _, w := range words {
		for i := range t.Columns {
			if p := t.Columns[i].Path; len(p) > 0 && strings.EqualFold(p[len(p)-1], w) {
				return i
			}
		}
	}
	for _, w := range words {
		for i := range t.Columns {
			if p := t.Columns[i].Path; len(p) > 0 && strings.Contains(strings.ToLower(p[len(p)-1]), w) {
				return i
			}
		}
	}
	return -1
}

// fieldHead fills the head from the first row of an export.
func (c *Context) fieldHead(t *Table) {
	if t.BodyFrom >= t.BodyTo || t.field("kpkvk", "kpkv") < 0 {
		return
	}
	text := func(words ...string) string {
		if col := t.field(words...); col >= 0 {
			return oneLine(t.Text(t.BodyFrom, col))
		}
		return ""
	}
	r := c.Report
	r.Programme = or(r.Programme, text("title", "name"))
	r.Responsible = or(r.Responsible, text("responsible"))
	if m := text("manager"); m != "" {
		r.Issuer = or(r.Issuer, m)
		if strings.Contains(wording.Fold(m), "рада") {
			r.Authority = or(r.Authority, m)
		}
	}
	if years := wording.Years(text("year")); len(years) == 1 && r.PeriodFrom == "" {
		r.PeriodFrom, r.PeriodTo = itoa(years[0]), itoa(years[0])
	}
}

// readFields reads an export: rows of units and values are indicators, rows of
// funds are lines. Rows that only continue a list in one of the fields have no
// figure and give nothing.
func (c *Context) readFields(t *Table) (string, bool) {
	if value := t.field("value"); value >= 0 && t.field("measurement_unit", "unit") >= 0 {
		c.readFieldValues(t, value)
		return "indicators", true
	}
	l := c.layoutOf(t).copied()
	for i := range t.Columns {
		h := &t.Columns[i].Heading
		if h.Column == wording.ColumnMoney && (h.Fund != "" || h.Score >= 0.5) {
			l.money[i], l.weak[i] = true, true
		}
	}
	if name := t.field("title", "name"); name >= 0 {
		l.name, l.named = name, true
	}
	if c.readLines(l) == 0 {
		return string(record.Unknown), true
	}
	for _, line := range c.Report.Lines {
		if line.TableID == t.ID && line.Code != "" {
			c.AddCode(record.TPKVKMB, line.Code, record.SubjectReport, c.Report.ID, line.Place)
		}
	}
	return "passport_plan", true
}

// sectionsByNumber are the sections of indicators as exports number them, in the
// order of the form.
var sectionsByNumber = map[string]record.Section{"1": record.Cost, "2": record.Product, "3": record.Efficiency, "4": record.Quality}

func (c *Context) readFieldValues(t *Table, value int) {
	name, unit, group := t.field("title", "name", "indicator"), t.field("measurement_unit", "unit"), t.field("group", "type")
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		text := func(col int) string {
			if col < 0 || wording.Absent(t.Text(r, col)) {
				return ""
			}
			return oneLine(t.Text(r, col))
		}
		rec := record.Indicator{
			Section: sectionsByNumber[text(group)], Name: text(name), Unit: text(unit), PlannedPrinted: text(value),
		}
		rec.PlannedValue = plainValue(rec.PlannedPrinted)
		if t.Kind(r) == RowHeading || rec.Name == "" && rec.PlannedPrinted == "" {
			continue
		}
		added := c.AddIndicator(t, r, rec)
		if moneyIndicator(rec.Unit, rec.Name) && strings.ContainsAny(rec.PlannedPrinted, "0123456789") {
			c.AddCellAmounts(t, r, value, record.Amount{Subject: record.SubjectIndicator, SubjectID: added.ID, Role: record.Planned})
		}
	}
}
