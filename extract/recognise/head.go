package recognise

import (
	"strings"
	"unicode"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// ReadHead fills what every form has in common: title, programme, letterhead,
// labels, period, decisions and signature. kind is set where the form knows it.
// A form that knows a field better sets it afterwards.
func (c *Context) ReadHead(kind record.ReportKind) {
	r := c.Report
	r.Kind = kind
	r.Title = c.TitleText()
	r.Programme = programmeName(r.Title)
	c.readLetterhead()
	c.readLabels()
	c.readPeriod()
	c.readDecisions()
	c.readSignature()
	if r.Programme == "" {
		r.Programme = c.programmeElsewhere()
	}
	if r.Territory == "" {
		r.Territory = territory(r.Title)
	}
	own := or(r.Authority, or(councilIn(r.Title), councilIn(r.Responsible)))
	if own == "" {
		own = c.councilBelowTitle()
	}
	r.Authority = own
	if own == "" {
		r.Authority = c.authorityInText()
		if first := c.shared.authority; first != "" && wording.Fold(first) != wording.Fold(r.Authority) {
			r.Authority = first // as its key has it
		}
	}
	c.keyProgramme(own)
}

// councilBelowTitle returns the council whose name alone stands on one of the
// lines right below the title.
func (c *Context) councilBelowTitle() string {
	const reach = 2
	if len(c.Title) == 0 {
		return ""
	}
	for _, l := range c.Lines[c.TitleEnd:min(len(c.Lines), c.TitleEnd+reach)] {
		if l.Kind != document.Furniture && l.Table == nil && isCouncil(l.Folded) && !wording.EndsSentence(l.Text) && !strings.ContainsAny(l.Text, "0123456789") {
			return oneLine(l.Text)
		}
	}
	return ""
}

// keyProgramme sets the key of the report's programme by the authority that the
// report's head names; where it names none, by that of the document's other
// reports, else by the one of the running text.
func (c *Context) keyProgramme(authority string) {
	r := c.Report
	r.ProgrammeKey = ""
	if r.Programme == "" {
		return
	}
	authority = or(authority, c.shared.authority)
	if authority == "" {
		authority = or(c.authorityInText(), r.Territory)
	}
	r.ProgrammeKey = wording.Key(withoutPlace(r.Programme), authority)
}

// Labelled returns the value of the first label whose words begin with the
// stems, in order: after the colon of a line, on the line below a label that
// ends with its colon, or in the next cell of a row.
func (c *Context) Labelled(stems ...string) (value string, at *Line) {
	const longest = 160 // letters of a label
	for i, l := range c.Lines {
		if l.Kind == document.Furniture {
			continue
		}
		colon := strings.Index(l.Text, ":")
		if v := dashValue(l.Text, colon, stems); v != "" {
			return v, l
		}
		if colon < 0 || len([]rune(l.Text[:colon])) > longest {
			continue
		}
		if !wording.HasStems(wording.Fold(l.Text[:colon]), stems...) {
			continue
		}
		if v := labelValue(l.Text[colon+1:]); v != "" {
			return v, l
		}
		if i+1 < len(c.Lines) && !strings.Contains(c.Lines[i+1].Text, ":") {
			return labelValue(c.Lines[i+1].Text), c.Lines[i+1]
		}
	}
	for _, t := range c.Tables {
		if len(t.Columns) > 4 || t.BodyFrom > t.HeadFrom {
			continue // with headings its rows are records, no labels
		}
		for r := range t.Rows {
			texts, _ := t.texts(r)
			for i := 0; i+1 < len(texts); i++ {
				if len([]rune(texts[i])) <= longest && wording.HasStems(wording.Fold(texts[i]), stems...) {
					return labelValue(oneLine(texts[i+1])), &Line{phrase: newPhrase(oneLine(texts[i+1])), Place: t.RowPlace(r), Table: t, Row: r}
				}
			}
		}
	}
	return "", nil
}

// dashValue is the value of a label that a dash with spaces around it ends
// ("Відповідальний виконавець програми – КП «Став»"): a label so short that it
// is no sentence's beginning. A colon before the dash ends the label instead.
func dashValue(text string, colon int, stems []string) string {
	const longest = 60 // letters of the label
	for _, dash := range []string{" – ", " — ", " - "} {
		i := strings.Index(text, dash)
		if i < 0 || colon >= 0 && colon < i || len([]rune(text[:i])) > longest || !wording.HasStems(wording.Fold(text[:i]), stems...) {
			continue
		}
		return labelValue(text[i+len(dash):])
	}
	return ""
}

// labelValue trims a label's value: the final full stop is the sentence's.
func labelValue(s string) string {
	s = oneLine(s)
	s = strings.TrimLeft(s, "–—- ")
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "р.") {
		s = strings.TrimSuffix(s, ".")
	}
	return strings.Trim(s, " _;")
}

func (c *Context) readLabels() {
	r := c.Report
	for _, stems := range [][]string{{"відповідальн", "виконав"}, {"головн", "розпорядн"}, {"виконав", "програм"}} {
		if v, _ := c.Labelled(stems...); v != "" {
			r.Responsible = v
			break
		}
	}
	if r.Programme == "" {
		for _, stems := range [][]string{{"назв", "програм"}, {"найменув", "програм"}} {
			if v, _ := c.Labelled(stems...); v != "" {
				r.Programme = withoutYears(strings.Trim(unquote(v), " "))
				break
			}
		}
	}
}

// unquote takes the quotes off a text that is wholly in quotes.
func unquote(s string) string {
	if name, end := quoted(s); name != "" && strings.HasPrefix(s, s[:len(s)-len(strings.TrimLeft(s, "«“„\"”"))]) {
		if strings.IndexAny(s, "«“„\"”") == 0 && end >= len(s)-1 {
			return name
		}
	}
	return s
}

// programmeElsewhere looks for the programme's name where the title has none: in
// the heading above the first table, else in quotes in the running text.
func (c *Context) programmeElsewhere() string {
	for _, l := range c.Lines {
		if l.Table != nil || len(c.Tables) > 0 && l.Block > c.Tables[0].block {
			break
		}
		if name := programmeHeading(l.phrase); name != "" && l.Kind != document.Furniture {
			return name
		}
	}
	for _, l := range c.Lines {
		if l.Kind == document.Furniture {
			continue
		}
		i := programmeWord(l.Text)
		if i < 0 {
			continue
		}
		rest := l.Text[i:]
		if j := firstQuote(rest); j >= 0 && j < 60 {
			if name, _ := quoted(rest[j:]); strings.ContainsFunc(name, unicode.IsLetter) {
				return withoutYears(name)
			}
		}
	}
	return ""
}

// territory returns the community or place that a title names after the
// programme, in the nominative.
func territory(title string) string {
	m := territoryName.FindString(afterQuotes(title))
	return nominative(strings.TrimSpace(m))
}

var territoryName = wording.Expr(communityName + `|[А-ЯҐЄІЇ][а-яґєії'’ʼ-]+(?:ського|цького|зького)\s+району|[А-ЯҐЄІЇ][а-яґєії'’ʼ-]+(?:ської|цької|зької)\s+області`)

func afterQuotes(s string) string {
	i := firstQuote(s)
	if i < 0 {
		return s
	}
	if _, end := quoted(s[i:]); end > 0 && i+end < len(s) {
		return s[i+end:]
	}
	return ""
}
