package recognise

import (
	"strings"

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
	// parts says that its sentence gives its parts by source: "у тому числі: обласний
	// бюджет – …"; last, that no other amount was said after it.
	parts, last bool
	said        record.Role // of the last amount of the line
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
	list := amountsIn(l.Read(), l.Place)
	for len(list) > 0 && list[0].start < from {
		list = list[1:]
	}
	if len(list) == 0 || len(list) > 2 {
		return false
	}
	lead := text[from:list[0].start]
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
	} else if year != 0 && strings.TrimSpace(labelOf(lead)) != "" && roleOf(lead) == "" {
		return false
	}
	a := list[0]
	mention := a.Beside
	if mention == nil {
		mention = open.unit
	}
	rec := record.Amount{
		Subject: record.SubjectReport, SubjectID: c.Report.ID, Role: role, Year: year, Source: source, Fund: fund,
		Label: labelOf(text[:a.start]), Printed: a.Printed, Words: a.Words, Row: -1, Col: -1, Place: l.Place, IsTotal: true,
	}
	if mention != nil {
		rec.Mentions = []int{c.Mention(*mention)}
	}
	c.AddAmount(rec)
	return true
}

// partBySource makes an amount a part of the total declared before it in its
// sentence, where the words between announce parts, or parts go on, and name whose
// budget it is of and no role.
func (c *Context) partBySource(a *record.Amount, open *declared, lead string) bool {
	goesOn := open.parts || open.last && partWords(lead)
	open.last = false
	open.parts = goesOn && (a.Source != "" || a.Fund != "") && a.Year == 0 && roleOf(lead) == "" && len([]rune(lead)) <= 90 && c.declares()
	if open.parts {
		a.Subject, a.SubjectID, a.IsTotal, a.Role = record.SubjectReport, c.Report.ID, true, open.role
	}
	return open.parts
}

// opensDeclaration reports whether a line speaks of the programme's whole money and
// announces its parts on the lines below.
func (c *Context) opensDeclaration(l *Line) bool {
	return opensParts(l.Folded) && (volumeOf(l.Text) || wholeProgramme(l.Text)) && c.declares()
}

// totalWithoutUnit adds the figure that a line which opens parts gives as their
// total, where it is its only one: it is money whose unit nothing beside it tells.
func (c *Context) totalWithoutUnit(l *Line, role record.Role) {
	list := amountsIn(l.Read(), l.Place)
	if role == "" || len(list) != 1 {
		return
	}
	if behind := wording.Words(wording.Fold(l.Text[list[0].end:])); len(behind) > 4 || !wholeProgramme(l.Text[:list[0].start]) {
		return // "на 12 об'єктів становить:"
	}
	c.AddAmount(record.Amount{
		Subject: record.SubjectReport, SubjectID: c.Report.ID, Role: role, IsTotal: true,
		Label: shorten(labelOf(l.Text[:list[0].start])), Printed: list[0].Printed, Row: -1, Col: -1, Place: l.Place,
	})
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

// onlyOpensParts reports whether a folded line announces parts and says no more.
func onlyOpensParts(folded string) bool {
	return opensParts(folded) && (wording.IsPart(folded) || strings.HasPrefix(folded, "в тому числі")) && len(wording.Words(folded)) <= 5
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
