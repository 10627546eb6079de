package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// decisionTitle returns the lines of a council's decision that say what it is on:
// "Про затвердження звіту / про виконання районного бюджету за 2021 рік", below the
// word for a decision and above its grounds. from is to where there are none.
func (c *Context) decisionTitle() (from, to int) {
	const head, reach = 40, 12 // lines: of a document's head, between the word and the title
	for i, l := range c.Lines[:min(head, len(c.Lines))] {
		if !decisionWord(l) {
			continue
		}
		for j := i + 1; j < min(i+reach, len(c.Lines)); j++ {
			if below := c.Lines[j]; below.Table != nil || below.Kind != document.Furniture && beginsGrounds(below) {
				break
			} else if words := below.Words(); len(words) > 1 && words[0] == "про" && below.Kind != document.Furniture {
				return j, c.decisionTitleEnd(j)
			}
		}
	}
	return 0, 0
}

// decisionWord reports whether a line is the word for a decision, spaced out or not,
// with its number and date or none.
func decisionWord(l *Line) bool {
	const longest = 19 // words: letters set apart, number and date
	words := l.Words()
	if len(words) == 0 || len(words) > longest || l.Kind == document.Furniture || l.Table != nil {
		return false
	}
	squeezed := strings.Join(words, "")
	for _, draft := range []string{"проєкт", "проект"} {
		squeezed = strings.TrimPrefix(squeezed, draft)
	}
	for _, word := range []string{"рішення", "ухвала", "розпорядження"} {
		if rest, ok := strings.CutPrefix(squeezed, word); ok {
			return rest == "" || strings.ContainsAny(l.Text, "№N") || rest == "проєкт" || rest == "проект"
		}
	}
	return false
}

// beginsGrounds reports whether a line begins the grounds of a decision.
func beginsGrounds(l *Line) bool {
	words := l.Words()
	if len(words) == 0 {
		return false
	}
	switch words[0] {
	case "відповідно", "керуючись", "розглянувши", "заслухавши", "враховуючи", "беручи", "обговоривши", "згідно":
		return true
	case "з":
		return len(words) > 1 && words[1] == "метою"
	case "на":
		return len(words) > 1 && words[1] == "підставі"
	}
	return false
}

// decisionTitleEnd returns the index after the last line of a decision's title.
func (c *Context) decisionTitleEnd(from int) int {
	const most, longest = 7, 200 // lines, letters of a line
	for i := from; i < min(from+most, len(c.Lines)); i++ {
		l := c.Lines[i]
		text := strings.TrimSpace(l.Text)
		switch {
		case l.Table != nil, l.Kind == document.Furniture, len([]rune(text)) > longest, strings.HasSuffix(text, ":"), beginsGrounds(l):
			return i
		case i == from:
			continue
		case l.Folded == "україна", isCouncil(l.Folded), headOfSection(text), isDigits(text), strings.HasPrefix(text, "("), decisionWord(l):
			return i
		case strings.ContainsAny(text, "0123456789") && len(l.Read().Money()) > 0:
			return i
		case wording.EndsSentence(c.Lines[i-1].Text) && !goesOn(c.Lines[i-1].Text):
			return i
		}
	}
	return min(from+most, len(c.Lines))
}

// linesText joins lines as one text.
func (c *Context) linesText(from, to int) string {
	parts := make([]string, 0, to-from)
	for _, l := range c.Lines[from:to] {
		parts = append(parts, oneLine(l.Text))
	}
	return strings.Join(parts, " ")
}
