package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

const (
	titleLines  = 10  // the most lines of a title
	titleLetter = 600 // the most letters of a title
)

// findTitle sets Title: the lines from the one that opens it on, as far as a
// title goes. opens is the form's; where no line opens a title, none is set.
func (c *Context) findTitle(opens func(line *phrase) bool) {
	if c.Title != nil {
		return
	}
	for i, l := range c.Lines {
		if l.Kind == document.Furniture || !c.opensAt(i, opens) {
			continue
		}
		end := c.titleEnd(i)
		for i > 0 && !l.Gap && leadsToTitle(c.Lines[i-1]) || i > 0 && oneWordTitle(c.Lines[i-1]) {
			i--
			l = c.Lines[i]
		}
		c.titleAt, c.TitleEnd = i, end
		c.Title = c.Lines[c.titleAt:c.TitleEnd]
		return
	}
	c.TitleEnd = 0
}

// opensAt reports whether a title opens at line i, alone or with the line below
// where it is only the head of one: "ПЕРЕЛІК ЗАХОДІВ" over "Програми підтримки …",
// "ІНФОРМАЦІЯ" over "про виконання Програми".
func (c *Context) opensAt(i int, opens func(line *phrase) bool) bool {
	l := c.Lines[i]
	if opens(l.phrase) {
		return true
	}
	if i+1 == len(c.Lines) || !headOfTitle(l.Words()) && !oneWordTitle(l) {
		return false
	}
	next := c.Lines[i+1]
	if next.Kind == document.Furniture || next.Table != l.Table || c.tableBetween(l.Block, next.Block) {
		return false
	}
	return opens(newPhrase(l.Text + " " + next.Text))
}

// headOfTitle reports whether the words only say what kind of list or plan the
// line below names.
func headOfTitle(words []string) bool {
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		switch w {
		case "перелік", "план", "завдання", "завдань", "заходи", "заходів", "напрями", "напрямів", "основні", "основних", "і", "та", "з", "щодо":
		default:
			return false
		}
	}
	return true
}

// oneWordTitle reports whether a line is only the word for a report, which the
// next line goes on with. An order of many councils calls the final report the
// general conclusion on the results.
func oneWordTitle(l *Line) bool {
	switch l.Folded {
	case "інформація", "довідка", "аналіз", "звіт", "узагальнений висновок":
		return l.Kind != document.Furniture
	}
	return false
}

// leadsToTitle reports whether a line says that the programme of the next one was
// carried out, and when: "Про хід реалізації у 2022 році".
func leadsToTitle(l *Line) bool {
	words := l.Words()
	if len(words) < 2 || len(words) > 8 || l.Kind == document.Furniture || words[0] != "про" && words[0] != "щодо" || strings.Contains(l.Folded, "програм") {
		return false
	}
	return aboutProgramme(words[1:], true) && !wording.EndsSentence(l.Text)
}

// titleEnd returns the index after the last line of a title. A title ends
// before a table, a numbered head, a label with a colon, a sentence, an amount of
// money, a volume with its unit, the mark of an approval, a council's name, the
// grounds of a decision, and after a wide gap unless its quotes are still open or its
// words go on.
func (c *Context) titleEnd(from int) int {
	letters := 0
	for i := from; i < len(c.Lines); i++ {
		l := c.Lines[i]
		if i == from {
			letters = len([]rune(l.Text))
			if strings.HasSuffix(l.Text, ".") && letters > titleLetter/2 {
				return i + 1
			}
			continue
		}
		prev := c.Lines[i-1]
		letters += len([]rune(l.Text))
		switch {
		case i-from >= titleLines, letters > titleLetter:
			return i
		case l.Table != prev.Table && l.Table != nil, c.tableBetween(prev.Block, l.Block):
			return i
		case l.Kind == document.Furniture:
			return i
		}
		if openQuote(c.Lines[from:i]) {
			continue
		}
		if words := l.Words(); len(words) > 0 && (words[0] == "затверджено" || words[0] == "погоджено" || strings.HasPrefix(words[0], "обсяг") && len(l.Units()) > 0) {
			return i
		}
		if l.Folded == "україна" || beginsGrounds(l) || isCouncil(l.Folded) && len(prev.Words()) > 2 {
			return i
		}
		if headOfSection(l.Text) || strings.ContainsAny(l.Text, "0123456789") && len(l.Read().Money()) > 0 || strings.Contains(l.Text, ":") || onlyUnit(l.Text, l.Units()) || letterLine.MatchString(l.Text) {
			return i
		}
		if wording.EndsSentence(l.Text) && !goesOn(l.Text) || beginsWithDecision(l.Folded) && hasNumberSign(l.Text) {
			return i
		}
	}
	return len(c.Lines)
}

// sectionHead is "1. Дата і номер", "V. Заходи", "3.Оцінка", "2) Мета".
var sectionHead = wording.Expr(`^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVXІХ]{1,5}[.)])\s*\S`)

func headOfSection(s string) bool { return sectionHead.MatchString(s) }

// goesOn reports whether a line of a title only seems to end a sentence: it ends
// with the years, or with a bracket.
func goesOn(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasSuffix(s, ")") || strings.HasSuffix(s, "р.") || strings.HasSuffix(s, "рр.") || strings.HasSuffix(s, "»") || strings.HasSuffix(s, `"`)
}

// openQuote reports whether the lines open a quote that they do not close.
func openQuote(lines []*Line) bool {
	n := 0
	for _, l := range lines {
		n += strings.Count(l.Text, "«") - strings.Count(l.Text, "»")
		n += strings.Count(l.Text, "“") - strings.Count(l.Text, "”")
	}
	return n > 0 && len(lines) < 4
}

// TitleText joins the lines of the title.
func (c *Context) TitleText() string {
	parts := make([]string, len(c.Title))
	for i, l := range c.Title {
		parts[i] = oneLine(l.Text)
	}
	return strings.Join(parts, " ")
}
