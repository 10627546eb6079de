package recognise

import (
	"strings"
	"unicode"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// readPeriod fills the period that the report is of: the time that the title says
// ("за", "станом на"); a label of the reporting period; the programme's term by
// its label; the title's years after "на", those of the programme's name too;
// the term of whatever is carried out.
func (c *Context) readPeriod() {
	r := c.Report
	outside := outsideFirstQuotes(r.Title)
	if t, ok := findReported(outside); ok {
		if c.setPeriod(outside[t.from:]) {
			if t.state {
				c.periodOfState()
			}
			return
		}
	}
	if v, _ := c.Labelled("звітн", "період"); v != "" && c.setPeriod(v) || c.termLabelled() {
		return
	}
	if m := afterOn.FindStringSubmatch(outside); m != nil && c.setPeriod(m[1]) || c.setPeriod(r.Title) {
		return
	}
	// A label of any term counts only where the title has no years at all.
	for _, stems := range [][]string{{"строк", "викон"}, {"термін", "викон"}} {
		if v, _ := c.Labelled(stems...); v != "" && c.setPeriod(v) {
			return
		}
	}
}

var afterOn = wording.Expr(`(?i)(?:^|\s)на\s+(?:період\s+)?((?:19|20)\d\d.*)$`)

// termLabelled takes the programme's term by its label.
func (c *Context) termLabelled() bool {
	for _, stems := range [][]string{{"термін", "реаліз"}, {"строк", "реаліз"}, {"термін", "викон", "програм"}, {"строк", "викон", "програм"}, {"термін", "дії"}, {"строк", "дії"}, {"період", "реаліз"}, {"період", "викон"}} {
		if v, _ := c.Labelled(stems...); v != "" && c.setPeriod(v) {
			return true
		}
	}
	return false
}

// setPeriod takes the first period of a text, with its days where it is a part of
// a year.
func (c *Context) setPeriod(s string) bool {
	p, ok := wording.FindPeriod(s)
	if !ok {
		return false
	}
	r := c.Report
	r.PeriodFrom, r.PeriodTo = p.From, p.To
	from, to, ok := strings.Cut(p.Within, "/")
	if ok && !strings.Contains(p.From, "-") && !(strings.HasSuffix(from, "-01-01") && strings.HasSuffix(to, "-12-31")) {
		r.PeriodFrom, r.PeriodTo = from, to
	}
	return true
}

// periodOfState makes of the day that a report states things at the period that it
// reports: on the first day of a year the year before is over; after the last year
// of the programme, as its name or its label says, the whole of it is. What only
// lists or plans has the day itself.
func (c *Context) periodOfState() {
	r := c.Report
	day := r.PeriodTo
	if r.Kind == record.Register || r.Kind == record.Programme || r.PeriodFrom != day || len(day) != len("2006-01-02") {
		return
	}
	year := wording.Years(day[:4])
	if len(year) == 0 {
		return
	}
	last := year[0] - 1 // the last year that is over
	from, to := r.PeriodFrom, r.PeriodTo
	if strings.HasSuffix(day, "-01-01") {
		from, to = itoa(last), itoa(last)
	}
	if c.programmeTerm() {
		if end := wording.Years(r.PeriodTo); len(end) == 1 && end[0] <= last && wording.Years(r.PeriodFrom) != nil {
			return
		}
	}
	r.PeriodFrom, r.PeriodTo = from, to
}

// programmeTerm sets the period to the years of the programme: those of its name,
// else those of its label.
func (c *Context) programmeTerm() bool {
	name := c.Report.Title
	if t, ok := findReported(name); ok {
		name = name[:t.at]
	}
	if p, ok := wording.FindPeriod(name); ok && len(p.From) == 4 {
		c.Report.PeriodFrom, c.Report.PeriodTo = p.From, p.To
		return true
	}
	return c.termLabelled()
}

// stateYear gives a text's state on the first day of a year ("станом на
// 01.01.2022") the year before, and any other period as it is.
func stateYear(text string, p wording.Period) wording.Period {
	if t, ok := findReported(text); ok && t.state && p.From == p.To && strings.HasSuffix(p.To, "-01-01") {
		if years := wording.Years(p.To[:4]); len(years) == 1 {
			p.From, p.To = itoa(years[0]-1), itoa(years[0]-1)
		}
	}
	return p
}

// outsideFirstQuotes leaves the first quoted part of a title out: the name of the
// programme.
func outsideFirstQuotes(s string) string {
	if i := firstQuote(s); i >= 0 {
		if _, end := quoted(s[i:]); end > 0 {
			return s[:i] + s[i+end:]
		}
	}
	return s
}

// reportedTime is where a text says what time it reports on.
type reportedTime struct {
	at    int  // byte of the word that leads to it
	from  int  // byte after that word
	state bool // the day of a state, and no span
}

// findReported finds the time that a title reports on: after "за" or "станом на",
// else after "у", else a day after "на" ("на 01.01.2022"). Nothing but words of
// time stands between: "у громаді на 2021-2025 роки" says no such thing.
func findReported(text string) (reportedTime, bool) {
	const said, within, on = 3, 2, 1 // the surer, the higher
	var best reportedTime
	rank := 0
	for at := 0; at < len(text); {
		word, next := wordAt(text, at)
		t := reportedTime{at: at, from: next}
		sure := 0
		switch strings.ToLower(strings.TrimLeft(word, "(")) {
		case "за":
			sure = said
		case "станом":
			if on, after := wordAt(text, next); strings.EqualFold(on, "на") {
				t.from, t.state, sure = after, true, said
			}
		case "у", "в":
			sure = within
		case "на":
			if day, _ := wordAt(text, next); len(wording.FindDates(day)) > 0 {
				t.state, sure = true, on
			}
		}
		if sure > rank && beginsTime(text[t.from:]) {
			best, rank = t, sure
		}
		at = next
	}
	return best, rank > 0
}

// wordAt returns the word of a text at byte at, up to white space, and where the
// next one begins.
func wordAt(text string, at int) (word string, next int) {
	end := strings.IndexFunc(text[at:], unicode.IsSpace)
	if end < 0 {
		return text[at:], len(text)
	}
	word = text[at : at+end]
	rest := strings.TrimLeftFunc(text[at+end:], unicode.IsSpace)
	return word, len(text) - len(rest)
}

// beginsTime reports whether a text begins with a period that has its year, after
// words of time alone: "І півріччя 2020 року", "підсумками 2021 року".
func beginsTime(text string) bool {
	const reach = 6 // words up to the year
	from, at := 0, 0
	for n := range reach {
		if at >= len(text) {
			return false
		}
		word, next := wordAt(text, at)
		if n == 0 {
			for _, stem := range []string{"підсумк", "результат", "звітн", "бюджетн"} {
				if strings.HasPrefix(wording.Fold(word), stem) {
					from = next
				}
			}
		}
		if from <= at {
			if said := strings.Trim(text[from:next], " ,.;()"); len(wording.Years(said)) > 0 {
				return wording.IsPeriod(said)
			}
		}
		at = next
	}
	return false
}
