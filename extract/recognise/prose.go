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
	last := -1 // the line that was read before
	for i, l := range c.Lines {
		if l.Kind == document.Furniture || i < c.TitleEnd && len(c.Title) > 0 && i >= c.titleAt {
			continue
		}
		if open.open && !c.opensDeclaration(l) && c.declaredPart(l, &open) {
			continue
		}
		if strings.ContainsAny(l.Text, "0123456789") || !l.Gap {
			if next, ok := c.proseLine(l); ok {
				open, last = next, i
				continue
			}
		}
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
func (c *Context) proseLine(l *Line) (next declared, ok bool) {
	from := 0
	money := l.Read().Money()
	for _, end := range sentenceEnds(l.Text) {
		if within(money, end) {
			continue // "174 320 грн. 15 коп."
		}
		d, found := c.sentence(l, l.Text[from:end], next.open)
		ok = ok || found
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

// sentence reads the amounts of one sentence.
// after says that the sentence before it in the line declared a total: then "Фактично
// використано …" goes on with it.
func (c *Context) sentence(l *Line, s string, after bool) (next declared, ok bool) {
	var list []wording.MoneyAmount
	if s == l.Text {
		list = l.Read().Money()
	} else {
		list = wording.FindMoney(s)
	}
	if len(list) == 0 {
		return next, false
	}
	role, whole := record.Role(""), false
	end, year := 0, 0
	for i, m := range list {
		lead := withoutComparison(s[end:m.Start])
		stop := len(s)
		if i+1 < len(list) {
			stop = list[i+1].Start
		}
		r, behind := roleOf(lead), withoutComparison(s[m.End:stop])
		if i+1 < len(list) {
			behind = ownClause(behind)
		}
		if r == "" && i == 0 && roleOf(behind) == "" && volumeOf(lead) {
			r = record.Planned
		}
		if r != "" {
			role = r
			whole = (wholeProgramme(s[:m.Start]) || after && bareActual(s[:m.Start]) || whole && bareActual(lead)) && (i == 0 || whole || wholeProgramme(lead)) && !partWords(lead)
		} else if i == 0 {
			role = roleOf(behind)
			whole = role != "" && wholeProgramme(s[:m.Start]+" "+behind) && !partWords(lead)
		} else if partWords(lead) && yearOf(lead) == 0 {
			whole = false
		}
		mention := record.UnitMention{Unit: m.Unit, Source: record.Beside, Text: m.UnitText, Place: l.Place}
		a := record.Amount{
			Subject: record.SubjectProse, SubjectID: l.Place.Key(), Role: or(role, record.Other),
			Label: shorten(labelOf(lead)), Printed: m.Printed, Words: m.Words, Row: -1, Col: -1, Place: l.Place,
			Mentions: []int{c.Mention(mention)},
		}
		a.Source, a.Fund = wording.SourceAndFund(lead)
		year = or(yearOf(lead), year)
		a.Year = c.partYear(yearOf(lead))
		if i > 0 && a.Year == 0 && roleOf(lead) != "" {
			// "У 2019 році заплановано …, профінансовано …": the year holds on.
			a.Year = c.partYear(year)
		}
		if part := c.partBySource(&a, &next, lead); part {
			role = a.Role
		} else if whole && c.declares() && role != "" && role != record.Other && (i == 0 || roleOf(lead) != "" || a.Year != 0 || a.Source != "") {
			a.Subject, a.SubjectID, a.IsTotal = record.SubjectReport, c.Report.ID, true
			if i == 0 || roleOf(lead) != "" {
				// The source that the whole is said to come from is no part of it.
				a.Source, a.Fund = "", ""
			}
			next = declared{role: role, unit: &mention, open: true, last: true}
		}
		c.proseRatio(c.AddAmount(a), s[m.End:stop])
		end = m.End
	}
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
