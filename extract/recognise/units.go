package recognise

import (
	"strings"
	"unicode"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// units returns the mentions of a unit of money in whose scope a cell stands,
// the nearest first: beside the number, the row's unit cell, the row's label,
// the column's heading from the leaf up, the line above the table, its caption,
// the report's title, the columns beside; and the running text where all of it
// agrees on one and nothing nearer speaks.
func (c *Context) units(t *Table, row, col int, beside *record.UnitMention) []int {
	var list []int
	add := func(u wording.UnitSpan, source record.MentionSource, at document.Place) {
		i := c.Mention(record.UnitMention{Unit: u.Unit, Source: source, Text: u.Text, Place: at})
		for _, j := range list {
			if i == j {
				return
			}
		}
		list = append(list, i)
	}
	if beside != nil {
		list = append(list, c.Mention(*beside))
	}
	for _, u := range t.Find(wording.ColumnUnit) {
		for _, s := range wording.FindUnits(t.Text(row, u.Index)) {
			add(s, record.UnitCell, t.CellPlace(row, u.Index))
		}
	}
	if label, at := t.Label(row); at >= 0 && at != col {
		if u, ok := unitAtEnd(label); ok {
			add(u, record.RowLabel, t.CellPlace(row, at))
		}
	}
	for _, h := range t.headingUnits(col) {
		add(h.UnitSpan, record.Heading, h.at)
	}
	for i := len(t.Above) - 1; i >= 0; i-- {
		l := t.Above[i]
		for _, u := range unitsWithout(l.Text) {
			source := record.Caption
			if onlyUnit(l.Text) {
				source = record.LineAbove
			}
			add(u, source, l.Place)
		}
	}
	for _, u := range unitsWithout(t.Caption) {
		add(u, record.Caption, t.Place)
	}
	for _, l := range c.Title {
		for _, u := range unitsWithout(l.Text) {
			add(u, record.Title, l.Place)
		}
	}
	if len(list) > 0 {
		return list
	}
	for i := range t.Columns {
		if i == col || t.Columns[i].Heading.Column != wording.ColumnMoney {
			continue
		}
		for _, h := range t.headingUnits(i) {
			add(h.UnitSpan, record.Neighbour, h.at)
		}
	}
	if len(list) > 0 {
		return list
	}
	if m, ok := c.proseUnit(); ok {
		return []int{c.Mention(m)}
	}
	return nil
}

type headingUnit struct {
	wording.UnitSpan
	at document.Place
}

// headingUnits returns the units of a column's heading, the leaf's first.
func (t *Table) headingUnits(col int) []headingUnit {
	h := &t.Columns[col]
	if len(h.Heading.Units) == 0 {
		return nil
	}
	var list []headingUnit
	for i := len(h.Path) - 1; i >= 0; i-- {
		at := t.RowPlace(t.HeadFrom)
		if len(h.Cells[i].Parts) > 0 {
			at = h.Cells[i].Parts[0].Place
		}
		for _, u := range wording.FindUnits(h.Path[i]) {
			list = append(list, headingUnit{u, at})
		}
	}
	return list
}

// tariff reports whether the nearest unit of a cell is money for one of a thing.
func (t *Table) tariff(row, col int) bool {
	for _, u := range t.Find(wording.ColumnUnit) {
		if list := wording.FindUnits(t.Text(row, u.Index)); len(list) > 0 {
			return list[0].Per != ""
		}
	}
	if label, at := t.Label(row); at >= 0 && at != col {
		if u, ok := unitAtEnd(label); ok {
			return u.Per != ""
		}
	}
	list := t.headingUnits(col)
	return len(list) > 0 && list[0].Per != ""
}

// unitAtEnd returns the unit that ends a row's label ("Видатки, тис.грн"), and
// not one that belongs to a number in it ("придбання за 500 грн").
func unitAtEnd(label string) (wording.UnitSpan, bool) {
	list := unitsWithout(label)
	if len(list) == 0 {
		return wording.UnitSpan{}, false
	}
	u := list[len(list)-1]
	if strings.ContainsFunc(label[u.End:], isInk) {
		return wording.UnitSpan{}, false
	}
	return u, true
}

// unitsWithout returns the units of a text that belong to no number in it.
func unitsWithout(s string) []wording.UnitSpan {
	if s == "" {
		return nil
	}
	var list []wording.UnitSpan
	for _, u := range wording.FindUnits(s) {
		before := strings.TrimRightFunc(s[:u.Start], unicode.IsSpace)
		if before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9' {
			continue
		}
		list = append(list, u)
	}
	return list
}

// onlyUnit reports whether a line is a unit and nothing else: "(тис. грн)",
// "Одиниця виміру: грн.".
func onlyUnit(s string) bool {
	units := unitsWithout(s)
	if len(units) != 1 {
		return false
	}
	rest := s[:units[0].Start] + " " + s[units[0].End:]
	for _, w := range wording.Words(wording.Fold(rest)) {
		switch {
		case strings.HasPrefix(w, "одиниц"), strings.HasPrefix(w, "вимір"), w == "у", w == "в", w == "р", w == "сума", w == "суми":
		default:
			return false
		}
	}
	return true
}

func isInk(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// proseUnit returns the unit of the running text, where it has only one.
func (c *Context) proseUnit() (record.UnitMention, bool) {
	var found record.UnitMention
	for _, l := range c.Lines {
		if l.Kind == document.Furniture {
			continue
		}
		for _, m := range wording.FindMoney(l.Text) {
			if found.Unit != "" && found.Unit != m.Unit {
				return record.UnitMention{}, false
			}
			if found.Unit == "" {
				found = record.UnitMention{Unit: m.Unit, Source: record.Prose, Text: m.UnitText, Place: l.Place}
			}
		}
	}
	return found, found.Unit != ""
}
