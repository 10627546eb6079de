package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// declared is a total that the running text declares, while the lines below may
// still give its parts: "… становлять X тис. гривень, зокрема:".
type declared struct {
	role record.Role
	unit *record.UnitMention
	open bool
	// bare says that only a heading was read: each line gives its role.
	bare bool
}

// ReadProse turns the amounts of the running text into records: those that
// declare a total of the programme, whole or by year or source, are the
// report's; the others are prose.
func (c *Context) ReadProse() {
	var open declared
	for i, l := range c.Lines {
		if l.Kind == document.Furniture || i < c.TitleEnd && len(c.Title) > 0 && i >= c.titleAt {
			continue
		}
		if open.open && c.declaredPart(l, &open) {
			continue
		}
		if strings.ContainsAny(l.Text, "0123456789") || !l.Gap {
			if next, ok := c.proseLine(l); ok {
				open = next
				continue
			}
		}
		switch {
		case opensParts(l.Folded) && (volumeOf(l.Text) || wholeProgramme(l.Text)) && c.declares():
			// "Обсяг фінансування програми:", the figures stand below.
			open = declared{role: roleOf(l.Text), open: true, bare: true}
		case wording.EndsSentence(l.Text) || len(l.Read().Numerals()) > 0:
			open.open = false
		}
	}
}

// yearItem is the head of a line that gives one year of a total: "у 2018 році –",
// "2019 рік:", "- за 2020 р.".
var yearItem = wording.Expr(`(?i)^[\s\-–—•*·]*(?:у|в|на|за|протягом)?\s*((?:19|20)\d\d)\s*(?:р(?:оці|ік|оку|\.|\b)?)?[\s\-–—:,]*(?:становить|становили|склав|склали|складає)?\s*`)

// declaredPart reads a line as a part of an open declaration: a year or a source
// with one amount, with a unit or in the declaration's.
func (c *Context) declaredPart(l *Line, open *declared) bool {
	text := l.Text
	var year int
	var source record.MoneySource
	var fund record.Fund
	from := 0
	if m := yearItem.FindStringSubmatchIndex(text); m != nil {
		year, from = atoi(text[m[2]:m[3]]), m[1]
	}
	list := amountsIn(text[from:], l.Place)
	if len(list) == 0 || len(list) > 2 {
		return false
	}
	lead := text[:list[0].start]
	role := open.role
	if open.bare {
		role = or(roleOf(lead), role)
		if role == "" || len([]rune(lead)) > 90 {
			return false
		}
	}
	if year == 0 && !open.bare {
		source, fund = wording.SourceAndFund(lead)
		if source == "" && fund == "" || len([]rune(lead)) > 90 {
			return false
		}
	} else if year != 0 && strings.TrimSpace(labelOf(text[from:from+list[0].start])) != "" && roleOf(text[from:from+list[0].start]) == "" {
		return false
	}
	a := list[0]
	mention := a.Beside
	if mention == nil {
		mention = open.unit
	}
	rec := record.Amount{
		Subject: record.SubjectReport, SubjectID: c.Report.ID, Role: role, Year: year, Source: source, Fund: fund,
		Label: labelOf(text[:from+a.start]), Printed: a.Printed, Words: a.Words, Row: -1, Col: -1, Place: l.Place, IsTotal: true,
	}
	if mention != nil {
		rec.Mentions = []int{c.Mention(*mention)}
	}
	c.AddAmount(rec)
	return true
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

// opensParts reports whether a folded line announces parts on the lines below.
func opensParts(folded string) bool {
	f := strings.TrimSpace(folded)
	if strings.HasSuffix(f, ":") {
		return true
	}
	for _, w := range []string{"зокрема", "у тому числі", "в тому числі", "з них", "в т.ч.", "у т.ч.", "за роками"} {
		if strings.HasSuffix(strings.TrimRight(f, " ,:"), w) {
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
		lead := s[end:m.Start]
		stop := len(s)
		if i+1 < len(list) {
			stop = list[i+1].Start
		}
		r, behind := roleOf(lead), s[m.End:stop]
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
		if whole && c.declares() && role != "" && role != record.Other && (i == 0 || roleOf(lead) != "" || a.Year != 0 || a.Source != "") {
			a.Subject, a.SubjectID, a.IsTotal = record.SubjectReport, c.Report.ID, true
			if i == 0 || roleOf(lead) != "" {
				// The source that the whole is said to come from is no part of it.
				a.Source, a.Fund = "", ""
			}
			next = declared{role: role, unit: &mention, open: true}
		}
		c.AddAmount(a)
		end = m.End
	}
	return next, true
}

// declares reports whether the report is of a programme, so that its text can
// declare the programme's totals.
func (c *Context) declares() bool {
	switch c.Report.Kind {
	case record.ProgrammeFinal, record.ProgrammeAnnual, record.Programme, record.Passport, record.PassportReport:
		return true
	}
	return false
}

// partYear leaves a year out where it is the whole of the report's period.
func (c *Context) partYear(year int) int {
	from, to := wording.Years(c.Report.PeriodFrom), wording.Years(c.Report.PeriodTo)
	if len(from) > 0 && len(to) > 0 && from[0] == year && to[0] == year {
		return 0
	}
	return year
}

// yearOf returns the one year that a text names; 0 where it names none, or a
// period.
func yearOf(s string) int {
	years := wording.Years(s)
	if len(years) != 1 {
		return 0
	}
	// A year in a decision's date is none of the money.
	for _, d := range wording.FindDates(s) {
		if strings.Contains(s[d.Start:d.End], itoa(years[0])) {
			return 0
		}
	}
	return years[0]
}

// roleStems are the words by which running text says what an amount is.
var roleStems = []struct {
	role  record.Role
	stems []string
}{
	{record.Actual, []string{"факт", "фактичн", "профінансован", "освоєн", "використан", "касов", "витрачен", "сплачен", "перерахован", "проведен", "виконан", "надійшл", "отриман", "одержан", "спрямован"}},
	{record.Planned, []string{"прогнозн", "планув", "плануєт", "планов", "запланован", "передбач", "орієнтовн", "потреб", "затвердж", "виділен", "очікуван", "необхідн", "план"}},
	{record.Deviation, []string{"відхилен", "недовикон", "перевикон", "економі", "залишок", "залишк", "недофінансован", "невикористан"}},
}

// roleOf returns the role that the last speaking word of a text gives, or "".
func roleOf(s string) record.Role {
	words := wording.Words(wording.Fold(s))
	for i := len(words) - 1; i >= 0; i-- {
		for _, r := range roleStems {
			for _, stem := range r.stems {
				switch stem {
				case "план", "факт": // whole words: "планшет", "фактор" say nothing
					if w := words[i]; w == stem || w == stem+"у" || w == stem+"і" || w == stem+"ом" {
						return roleAfter(words[:i], r.role)
					}
					continue
				}
				if stem == "виконан" && words[i] != "виконано" {
					continue // "на виконання програми" says nothing of the money
				}
				if strings.HasPrefix(words[i], stem) {
					return roleAfter(words[:i], r.role)
				}
			}
		}
	}
	return ""
}

// roleAfter is the role that a word gives after the words before it: what will be
// spent is planned, and what a plan was not carried out by is the deviation.
func roleAfter(before []string, role record.Role) record.Role {
	last := ""
	if len(before) > 0 {
		last = before[len(before)-1]
	}
	switch {
	case role == record.Actual && (last == "буде" || last == "будуть"):
		return record.Planned
	case role == record.Planned && (strings.HasPrefix(last, "невиконан") || strings.HasPrefix(last, "відхилен")):
		return record.Deviation
	}
	return role
}

// ownClause cuts the text between two amounts where the clause of the second may
// begin: what follows "340,0 тис. грн, фактично використано" is said of the next.
func ownClause(after string) string {
	if i := strings.IndexAny(after, ",;:(–—."); i >= 0 {
		return after[:i]
	}
	return after
}

// wholeProgramme reports whether a text speaks of the money of the programme as
// a whole: its volume, its financing, a sum in all.
func wholeProgramme(s string) bool {
	f := wording.Fold(outsideQuotes(s))
	words := wording.Words(f)
	has := func(stems ...string) bool {
		for _, w := range words {
			for _, stem := range stems {
				if strings.HasPrefix(w, stem) {
					return true
				}
			}
		}
		return false
	}
	for _, w := range words {
		switch w {
		case "захід", "заходу", "заходом", "завданню", "пункт", "пункту", "напрям", "напрямом", "напрямком":
			return false
		}
	}
	money := has("обсяг", "фінансув", "видатк", "кошт", "асигнув", "сум", "профінансован", "використан", "освоєн", "передбач", "виділен", "заплан")
	programme := has("програм")
	all := has("загальн", "всього", "усього", "разом")
	return money && programme || plainVolume(words) || all && has("фінансув", "видатк", "кошт")
}

// partWords reports whether a text leads to a part of what was said before it.
func partWords(s string) bool {
	f := wording.Fold(s)
	for _, w := range []string{"з них", "із них", "у тому числі", "в тому числі", "зокрема", "у т.ч", "в т.ч"} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
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
