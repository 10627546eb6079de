package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// ReadProse turns the amounts of the running text into records: those that
// declare a total of the programme, whole or by year or source, are the
// report's; the others are prose.
func (c *Context) ReadProse() {
	var open declared
	var list listed
	last := -1 // the line that was read before
	for i, l := range c.Lines {
		if l.Kind == document.Furniture || i < c.TitleEnd && len(c.Title) > 0 && i >= c.titleAt && len(l.Read().Money()) == 0 {
			continue
		}
		if !list.holds(l) {
			list = listed{}
		}
		list.below = open.role == record.Planned && last == i-1
		if open.open && !c.opensDeclaration(l) && c.declaredPart(l, &open) {
			last = i
			continue
		}
		if strings.ContainsAny(l.Text, "0123456789") || !l.Gap {
			if next, ok := c.proseLine(l, list); ok {
				open, last = next, i
				list = list.after(l, next.said)
				continue
			}
		}
		list = list.after(l, "")
		switch {
		case i > 0 && last == i-1 && open.role != "" && onlyOpensParts(l.Folded):
			open.open = true // "Використано 40 тис. грн" over "у тому числі:"
		case c.opensDeclaration(l):
			// "Обсяг фінансування програми:", the figures stand below.
			open = declared{role: roleOf(l.Text), open: true, bare: true}
			c.totalWithoutUnit(l, open.role)
		case wording.EndsSentence(l.Text) || len(l.Read().Numerals()) > 0:
			open.open = false
		}
	}
}

// proseLine reads the amounts of one line. ok says that it has any; next is the
// declaration that its parts may follow.
func (c *Context) proseLine(l *Line, list listed) (next declared, ok bool) {
	from := 0
	money := l.Read().Money()
	for _, end := range sentenceEnds(l.Text) {
		if within(money, end) {
			continue // "174 320 грн. 15 коп."
		}
		d, found := c.sentence(l, l.Text[from:end], next.open, list)
		ok, list.below = ok || found, false
		if found {
			next = d
		}
		from = end
	}
	next.open = next.open && opensParts(l.Folded)
	return next, ok
}

// within reports whether a byte offset is inside one of the amounts.
func within(money []wording.MoneyAmount, at int) bool {
	for _, m := range money {
		if m.Start < at && at < m.End {
			return true
		}
	}
	return false
}

// sentence reads the amounts of one sentence. after says that the sentence before it
// in the line declared a total: then "Фактично використано …" goes on with it. items
// is what the list that the line is an item of says of its amounts, if it is one.
func (c *Context) sentence(l *Line, s string, after bool, items listed) (next declared, ok bool) {
	var list []wording.MoneyAmount
	if s == l.Text {
		list = l.Read().Money()
	} else {
		list = wording.FindMoney(s)
	}
	if len(list) == 0 {
		return next, false
	}
	var said proseRole
	end, year := 0, 0
	for i, m := range list {
		stop := len(s)
		if i+1 < len(list) {
			stop = list[i+1].Start
		}
		lead, plain := s[end:m.Start], withoutComparison(s[end:m.Start])
		behind := withoutComparison(s[m.End:stop])
		if i+1 < len(list) {
			behind = ownClause(behind)
		}
		said.read(proseAmount{first: i == 0, lead: plain, printed: lead, before: s[:m.Start], behind: behind, rest: s[m.End:stop], after: after, below: items.below, more: i+1 < len(list), item: items.role})
		role, own := or(said.now, record.Other), said.own != ""
		mention := record.UnitMention{Unit: m.Unit, Source: record.Beside, Text: m.UnitText, Place: l.Place}
		a := record.Amount{
			Subject: record.SubjectProse, SubjectID: l.Place.Key(), Role: role,
			Label: shorten(labelOf(plain)), Printed: m.Printed, Words: m.Words, Row: -1, Col: -1, Place: l.Place,
			Mentions: []int{c.Mention(mention)},
		}
		a.Source, a.Fund = wording.SourceAndFund(plain)
		its := or(yearOf(withoutPast(plain)), items.year)
		year = or(its, year)
		a.Year = c.partYear(its)
		if i > 0 && a.Year == 0 && own {
			// "У 2019 році заплановано …, профінансовано …": the year holds on.
			a.Year = c.partYear(year)
		}
		if part := c.partBySource(&a, &next, plain); part {
			said.role, said.now = a.Role, a.Role
		} else if said.total && c.declares() && role != record.Other && (i == 0 || own || a.Year != 0 || a.Source != "") {
			a.Subject, a.SubjectID, a.IsTotal = record.SubjectReport, c.Report.ID, true
			if i == 0 || own {
				// The source that the whole is said to come from is no part of it.
				a.Source, a.Fund = "", ""
			}
			next = declared{role: role, unit: &mention, open: true, last: true}
		}
		c.proseRatio(c.AddAmount(a), s[m.End:stop])
		end = m.End
	}
	next.said = said.now
	return next, true
}

// sentenceEnds returns the byte offsets at which the sentences of s end.
func sentenceEnds(s string) []int {
	var ends []int
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '.', '!', '?', ';':
			if i+1 < len(s) && (s[i+1] == ' ' || s[i+1] == '\n') && wording.EndsSentence(s[:i+1]) && !wording.StartsInside(strings.TrimSpace(s[i+1:])) {
				ends = append(ends, i+1)
			}
		}
	}
	return append(ends, len(s))
}

// cellProse keeps the amounts of a cell of running text: what was done, why not.
func (c *Context) cellProse(t *Table, row int, cols ...int) {
	for _, col := range cols {
		cell := t.Own(row, col)
		if cell == nil {
			continue
		}
		for _, p := range cell.Parts {
			if !strings.ContainsAny(p.Text, "0123456789") {
				continue
			}
			end := 0
			for _, m := range wording.FindMoney(p.Text) {
				lead := p.Text[end:m.Start]
				c.AddAmount(record.Amount{
					Subject: record.SubjectProse, SubjectID: p.Place.Key(), Role: or(roleOf(lead), record.Other),
					Year: yearOf(lead), Label: shorten(labelOf(lead)), Printed: m.Printed, Words: m.Words,
					HeaderPath: t.Columns[col].HeaderPath(), TableID: t.ID, Row: row, Col: col, Place: p.Place,
					Mentions: []int{c.Mention(record.UnitMention{Unit: m.Unit, Source: record.Beside, Text: m.UnitText, Place: p.Place})},
				})
				end = m.End
			}
		}
	}
}
