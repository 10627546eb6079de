package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// programmeReport is the report on a local target programme, final or annual. No
// national form binds it; each council has its own order (see UNITS.md, 5.1), so
// its tables are known by the words of their headings alone.
type programmeReport struct{}

func (programmeReport) Form() string { return "programme_report" }

// Opens knows "Заключний звіт", "Звіт про виконання програми", "ЗВІТ", "Звіт
// управління про хід виконання програми", "Інформація про хід виконання заходів
// програми" on one line or two, "Стан виконання програми «…»"; it refuses what
// only speaks of a report.
func (programmeReport) Opens(line *phrase) bool {
	folded, words := line.Folded, line.Words()
	for len(words) > 0 && (words[0] == "додаток" || isDigits(words[0])) {
		words = words[1:]
	}
	if len(words) == 0 || len(words) > 60 || strings.HasSuffix(folded, ";") {
		return false
	}
	switch w := words[0]; {
	case w == "звіт":
		if len(words) == 1 {
			return true
		}
		switch words[1] {
		case "про", "щодо", "з", "за", "по", "виконання":
			return aboutProgramme(words[2:], true)
		}
		return reportsBelow(words) && !wording.EndsSentence(folded)
	case w == "інформація" || w == "довідка":
		return len(words) > 2 && (words[1] == "про" || words[1] == "щодо") && aboutProgramme(words[2:], false) &&
			!strings.HasSuffix(folded, ":")
	case strings.HasPrefix(w, "узагальнен") && len(words) > 3 && words[1] == "висновок":
		return words[2] == "про" && aboutProgramme(words[3:], true)
	case w == "про":
		// The second line of "ІНФОРМАЦІЯ / про виконання програми …".
		return len(words) > 3 && reportsBelow(words) && firstQuote(folded) >= 0 && !wording.EndsSentence(folded)
	case w == "аналіз" || w == "моніторинг" || w == "стан" || w == "хід":
		return firstQuote(folded) >= 0 && aboutProgramme(words[1:], false) && !wording.EndsSentence(folded)
	case isReportKind(w):
		for i := 1; i < min(len(words), 4); i++ {
			if words[i] == "звіт" {
				return true
			}
		}
	}
	return false
}

// reportsBelow reports whether the words name, after who writes it, a report on
// a programme: "звіт управління освіти про виконання програми".
func reportsBelow(words []string) bool {
	for i, w := range words {
		if (w == "про" || w == "щодо") && i+1 < len(words) && strings.HasPrefix(words[i+1], "затвердж") {
			return false
		}
		if w == "про" || w == "щодо" {
			done := false
			for _, next := range words[i+1:] {
				done = done || strings.HasPrefix(next, "викон") || strings.HasPrefix(next, "реаліз") || next == "хід"
			}
			return done && aboutProgramme(words[i+1:], false)
		}
	}
	return false
}

// aboutProgramme reports whether the words after "звіт про" are those of a
// report on a programme. bare lets a title that goes on below pass.
func aboutProgramme(words []string, bare bool) bool {
	const reach = 14 // words between "звіт про" and "програми"
	done := false
	for i, w := range words {
		switch {
		case strings.HasPrefix(w, "програм"):
			return i < reach
		case strings.HasPrefix(w, "надходж"):
			return false // of money: a form of the treasury
		case strings.HasPrefix(w, "викон"), strings.HasPrefix(w, "реаліз"), strings.HasPrefix(w, "результат"), w == "хід":
			done = true
		case strings.HasPrefix(w, "паспорт"), strings.HasPrefix(w, "бюджет"), strings.HasPrefix(w, "кошторис"):
			return false
		}
	}
	return bare && done
}

func isReportKind(w string) bool {
	for _, p := range []string{"заключн", "підсумков", "остаточн", "річн", "щорічн", "проміжн", "узагальнен", "квартальн", "піврічн"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// Claim looks for the title, and for tables of measures and of indicators.
func (p programmeReport) Claim(c *Context) float64 {
	claim := 0.0
	for i, l := range c.Lines {
		if c.opensAt(i, p.Opens) {
			claim = 0.5
			break
		}
		if c.opensAt(i, opensProgramme) || opensExecution(l.phrase) || programmeHeading(l.phrase) != "" {
			claim = max(claim, 0.2)
		}
	}
	titled := claim > 0
	for _, t := range c.Tables {
		switch {
		case measuresTable(t, titled), titled && codedMeasures(t):
			claim += 0.25
		case indicatorsTable(t):
			claim += 0.1
		}
	}
	return min(claim, 0.9)
}

// Head fills the head and tells a final report from an annual one and from a
// programme that has no report in it yet.
func (p programmeReport) Head(c *Context) {
	c.findTitle(p.Opens)
	if c.Title == nil {
		c.findTitle(opensProgramme)
	}
	if c.Title == nil {
		c.findTitle(opensExecution)
	}
	if c.Title == nil {
		c.findTitle(func(line *phrase) bool { return programmeHeading(line) != "" })
	}
	c.ReadHead(record.ProgrammeAnnual)
	c.Report.Kind = c.programmeKind()
}

// opensProgramme knows the title of a programme itself, of its plan of measures.
func opensProgramme(line *phrase) bool {
	folded, words := line.Folded, line.Words()
	if len(words) == 0 || len(words) > 30 {
		return false
	}
	for len(words) > 1 && programmeAdjective(words[0]) {
		words = words[1:]
	}
	for _, w := range words[:min(len(words), 3)] {
		switch w {
		case "програма":
			return !wording.EndsSentence(folded)
		case "заходи", "перелік", "план":
			return wording.HasStems(folded, "програм") && !strings.HasSuffix(folded, ":") && !wording.EndsSentence(folded)
		}
	}
	return false
}

// opensExecution knows a report's title without the word for a report: "Виконання
// Програми «…» у 2022 році", "Фінансування заходів Програми «…»". Within a report
// such a line may head a section, so that it opens none where another title does.
func opensExecution(line *phrase) bool {
	words := line.Words()
	if len(words) < 3 || len(words) > 40 {
		return false
	}
	switch words[0] {
	case "виконання", "фінансування", "реалізація":
		return firstQuote(line.Folded) >= 0 && aboutProgramme(words[1:], false) && !wording.EndsSentence(line.Folded)
	}
	return false
}

// reportsInTitle reports whether a folded title says that something was done, and
// not only planned.
func reportsInTitle(title string) bool {
	words := wording.Words(title)
	for _, stem := range []string{"звіт", "інформація", "довідка", "виконання", "хід", "стан", "аналіз", "моніторинг", "висновок"} {
		for _, w := range words {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

func (c *Context) programmeKind() record.ReportKind {
	title := wording.Fold(c.Report.Title)
	for _, stem := range []string{"заключн", "підсумков", "остаточн", "кінцеві результати"} {
		if strings.Contains(title, stem) {
			return record.ProgrammeFinal
		}
	}
	for _, stem := range []string{"річний звіт", "проміжн", "квартал", "півріч"} {
		if strings.Contains(title, stem) {
			return record.ProgrammeAnnual
		}
	}
	actual := false
	for _, t := range c.Tables {
		for i := range t.Columns {
			h := t.Columns[i].Heading
			actual = actual || h.Role == record.Actual || h.Column == wording.ColumnActual
			if h.Role == record.Actual && wording.HasStems(wording.Fold(t.Columns[i].HeaderPath()), "весь", "період") {
				return record.ProgrammeFinal
			}
		}
	}
	if !actual && !reportsInTitle(title) {
		return record.Programme
	}
	if first := c.shared.reported; first.kind != "" && (!reportsInTitle(title) || c.headedBySection()) {
		// One report on several programmes: the title above the first speaks for all.
		c.Report.PeriodFrom, c.Report.PeriodTo = first.from, first.to
		return first.kind
	}
	from, to := wording.Years(c.Report.PeriodFrom), wording.Years(c.Report.PeriodTo)
	if len(from) > 0 && len(to) > 0 && to[0] > from[0] {
		return record.ProgrammeFinal
	}
	return record.ProgrammeAnnual
}

// Table takes tables of measures and of indicators.
func (programmeReport) Table(c *Context, t *Table) (string, bool) {
	switch {
	case indicatorsTable(t):
		c.readIndicators(t)
		return "indicators", true
	case measuresTable(t, len(c.Title) > 0 && c.Report.Kind != record.Unknown):
		c.readMeasures(t)
		return "measures", true
	}
	if !c.onProgramme() {
		return "", false
	}
	if col := c.namedMeasures(t); col >= 0 {
		t.Columns[col].Heading.Column = wording.ColumnMeasure
	} else if !codedMeasures(t) {
		return "", false
	}
	c.readMeasures(t)
	return "measures", true
}

// Prose reads declared totals and the other amounts of the running text.
func (programmeReport) Prose(c *Context) { c.ReadProse() }
