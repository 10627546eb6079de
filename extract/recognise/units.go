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
	if beside != nil {
		list = append(list, c.Mention(*beside))
	}
	for _, u := range t.rowUnits(row) {
		if u.col != col {
			list = c.mention(list, u.UnitSpan, u.source, t.CellPlace(row, u.col))
		}
	}
	for _, i := range c.columnUnits(t, col) {
		list = appendNew(list, i)
	}
	if len(list) > 0 {
		return list
	}
	for i := range t.Columns {
		if i == col || t.Columns[i].Heading.Column != wording.ColumnMoney {
			continue
		}
		for _, h := range t.headingUnits(i) {
			list = c.mention(list, h.UnitSpan, record.Neighbour, h.at)
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

// columnUnits returns the mentions that all cells of a column share: of its
// heading, of the lines above the table, its caption and the report's title.
func (c *Context) columnUnits(t *Table, col int) []int {
	if t.scope == nil {
		t.scope = make([][]int, len(t.Columns))
	}
	if t.scope[col] != nil {
		return t.scope[col]
	}
	list := []int{}
	for _, h := range t.headingUnits(col) {
		list = c.mention(list, h.UnitSpan, record.Heading, h.at)
	}
	for i := len(t.Above) - 1; i >= 0; i-- {
		l := t.Above[i]
		for _, u := range l.Units() {
			source := record.Caption
			if onlyUnit(l.Text, l.Units()) {
				source = record.LineAbove
			}
			list = c.mention(list, u, source, l.Place)
		}
	}
	for _, u := range unitsWithout(t.Caption) {
		list = c.mention(list, u, record.Caption, t.Place)
	}
	for _, l := range c.Title {
		for _, u := range l.Units() {
			list = c.mention(list, u, record.Title, l.Place)
		}
	}
	t.scope[col] = list
	return list
}

// mention adds the index of a mention to list, unless it is there.
func (c *Context) mention(list []int, u wording.UnitSpan, source record.MentionSource, at document.Place) []int {
	return appendNew(list, c.Mention(record.UnitMention{Unit: u.Unit, Source: source, Text: u.Text, Place: at}))
}

func appendNew(list []int, i int) []int {
	for _, j := range list {
		if i == j {
			return list
		}
	}
	return append(list, i)
}

// rowUnit is a unit that a row gives all its figures.
type rowUnit struct {
	wording.UnitSpan
	source record.MentionSource
	col    int
}

// rowUnits returns the units of a row's unit cell and of its label.
func (t *Table) rowUnits(row int) []rowUnit {
	if t.rowUnitsAt == row+1 {
		return t.rowUnitsHave
	}
	var list []rowUnit
	for i := range t.Columns {
		if t.Columns[i].Heading.Column == wording.ColumnUnit {
			for _, s := range wording.FindUnits(t.Text(row, i)) {
				list = append(list, rowUnit{s, record.UnitCell, i})
			}
		}
	}
	if label, at := t.Label(row); at >= 0 {
		if u, ok := unitAtEnd(label); ok {
			list = append(list, rowUnit{u, record.RowLabel, at})
		}
	}
	if t.roleColumn > 0 && len(list) == 0 {
		if u, ok := unitAtEnd(t.Text(row, t.roleColumn)); ok {
			list = append(list, rowUnit{u, record.RowLabel, t.roleColumn})
		}
	}
	t.rowUnitsAt, t.rowUnitsHave = row+1, list
	return list
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

// unitOfEach returns the units of the figures of a cell, in order, where its heading
// names as many ("План, тис. грн (грн)" over "120,5 (120500)") and the figures have
// none of their own; else none.
func (t *Table) unitOfEach(col int, list []CellAmount) []record.UnitMention {
	if len(list) != 2 || len(t.Columns[col].Heading.Units) != 2 {
		return nil
	}
	units := t.headingUnits(col)
	if len(units) != 2 || units[0].Unit == units[1].Unit || list[0].Beside != nil || list[1].Beside != nil {
		return nil
	}
	each := make([]record.UnitMention, len(list))
	for i, u := range units {
		each[i] = record.UnitMention{Unit: u.Unit, Source: record.Heading, Text: u.Text, Place: u.at}
	}
	return each
}

// tariff reports whether the nearest unit of a cell is money for one of a thing.
func (t *Table) tariff(row, col int) bool {
	for _, u := range t.rowUnits(row) {
		if u.col != col {
			return u.Per != ""
		}
	}
	list := t.Columns[col].Heading.Units
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
	return withoutNumber(s, wording.FindUnits(s))
}

func withoutNumber(s string, units []wording.UnitSpan) []wording.UnitSpan {
	var list []wording.UnitSpan
	for _, u := range units {
		before := strings.TrimRightFunc(s[:u.Start], unicode.IsSpace)
		if before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9' {
			continue
		}
		list = append(list, u)
	}
	return list
}

// onlyUnit reports whether a line with these units is one of them and nothing
// else: "(тис. грн)", "Одиниця виміру: грн.".
func onlyUnit(s string, units []wording.UnitSpan) bool {
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

// proseUnit returns the unit of the running text, where it has only one.
func (c *Context) proseUnit() (record.UnitMention, bool) {
	if c.proseUnitOf == nil {
		m := c.findProseUnit()
		c.proseUnitOf = &m
	}
	return *c.proseUnitOf, c.proseUnitOf.Unit != ""
}

func (c *Context) findProseUnit() record.UnitMention {
	var found record.UnitMention
	for _, l := range c.Lines {
		if l.Kind == document.Furniture {
			continue
		}
		for _, m := range l.Read().Money() {
			if found.Unit != "" && found.Unit != m.Unit {
				return record.UnitMention{}
			}
			if found.Unit == "" {
				found = record.UnitMention{Unit: m.Unit, Source: record.Prose, Text: m.UnitText, Place: l.Place}
			}
		}
	}
	return found
}
