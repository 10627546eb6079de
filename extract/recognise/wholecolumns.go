package recognise

import (
	"slices"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// partsBesideWhole finds the columns that are parts of the one beside them which
// is only called "всього": under one heading, of one year, period and fund, every
// other column is a part of it, whatever its word. Money of a source that no word
// tells is of another source; what the money is for ("оплата праці") is beside
// the whole and not one more plan.
func (t *Table) partsBesideWhole() {
	for i := range t.Columns {
		whole := &t.Columns[i]
		if !whole.isWhole() {
			continue
		}
		parts := t.beside(i)
		sourced := slices.ContainsFunc(parts, func(c *Column) bool { return c.Heading.Source != "" })
		for _, c := range parts {
			h, leaf := &c.Heading, c.Path[len(c.Path)-1]
			if h.Source != "" {
				continue
			}
			switch {
			case sourced || namesFunding(leaf):
				h.Source, h.Role, c.Part = record.OtherSource, whole.Heading.Role, leaf
			default:
				h.Role = record.Other
			}
		}
	}
}

// partsUnderWhole finds the columns of plans that stand under "у тому числі" beside
// "усього" at the same level: of one year, period, fund and source they are what
// the money is for, and no more plans.
func (t *Table) partsUnderWhole() {
	for i := range t.Columns {
		c := &t.Columns[i]
		level := slices.IndexFunc(c.Path, func(s string) bool { return wording.IsPart(s) && len(wording.Words(wording.Fold(s))) <= 10 })
		if c.Heading.Column != wording.ColumnMoney || level < 1 {
			continue
		}
		if slices.ContainsFunc(t.Columns, func(w Column) bool {
			a, b := &c.Heading, &w.Heading
			return b.Column == wording.ColumnMoney && len(w.Path) > level && slices.EqualFunc(w.Path[:level], c.Path[:level], sameWords) && wording.IsTotal(w.Path[level]) &&
				a.Role == b.Role && a.Year == b.Year && a.Period == b.Period && a.Fund == b.Fund && a.Source == b.Source
		}) {
			c.Heading.Role = record.Other
		}
	}
}

// wholeOfSources reports whether the column is a total beside columns of its role,
// year, period and fund that each say whose money theirs is: then it is of none of
// them, whatever source its row names.
func (t *Table) wholeOfSources(at int) bool {
	whole := &t.Columns[at]
	w := &whole.Heading
	if len(whole.Path) == 0 || !slices.ContainsFunc(wording.Words(wording.Fold(whole.Path[len(whole.Path)-1])), wording.IsTotal) {
		return false
	}
	parts := 0
	for i := range t.Columns {
		h := &t.Columns[i].Heading
		if h.Column == wording.ColumnMoney && h.Source != "" && h.Role == w.Role && h.Year == w.Year && h.Period == w.Period && h.Fund == w.Fund {
			parts++
		}
	}
	return parts > 1
}

// isWhole reports whether a column of money under another heading is only called
// a total.
func (c *Column) isWhole() bool {
	n := len(c.Path)
	return n > 1 && c.Heading.Column == wording.ColumnMoney && c.Heading.Source == "" &&
		wording.IsTotal(c.Path[n-1]) && len(wording.Words(wording.Fold(c.Path[n-1]))) <= 4
}

// beside returns the columns of money that stand under the heading of column at,
// side by side with it, of the same year, period and fund, whose own words do
// not say plan or fact.
func (t *Table) beside(at int) []*Column {
	whole := &t.Columns[at]
	parent := whole.Path[:len(whole.Path)-1]
	var list []*Column
	for _, step := range []int{-1, 1} {
		for i := at + step; i >= 0 && i < len(t.Columns); i += step {
			c := &t.Columns[i]
			if len(c.Path) <= len(parent) || !slices.EqualFunc(c.Path[:len(parent)], parent, sameWords) {
				break
			}
			h, w := &c.Heading, &whole.Heading
			own := c.Path[len(parent):]
			if h.Column != wording.ColumnMoney || h.Year != w.Year || h.Period != w.Period || h.Fund != w.Fund || c.isWhole() ||
				slices.ContainsFunc(own, wording.SaysRole) {
				continue
			}
			list = append(list, c)
		}
	}
	return list
}

// namesFunding reports whether a text speaks of where money comes from.
func namesFunding(text string) bool {
	for _, w := range wording.Words(wording.Fold(text)) {
		for _, stem := range []string{"кошт", "джерел", "бюджет", "внес", "грант", "спонсор", "інвест", "субвенц", "кредит", "позик", "донор", "благодійн"} {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}
