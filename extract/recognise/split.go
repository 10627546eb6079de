package recognise

import (
	"slices"
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// split cuts a document's blocks into reports. A line that opens a title of any
// form begins a report where the one before it is over: it has been signed, or
// has tables of its own while the new title has a head of its own (a programme
// in quotes, or the labels that a report begins with) and tables to follow. So
// does the heading of another programme than those named so far. Annexes and
// captions that only repeat a title, or its programme, stay with their report. The
// letterhead above a title goes with it.
func split(blocks []document.Block, forms []Recogniser, known *phrases) [][]document.Block {
	if len(blocks) == 0 {
		return nil
	}
	var cuts []int
	s := splitter{forms: forms, known: known}
	for i, b := range blocks {
		switch b := b.(type) {
		case *document.Table:
			switch {
			case !signature(b):
				s.table = true
			case s.table:
				s.signed = true
			}
		case *document.Paragraph:
			if b.Kind != document.Furniture && s.begins(blocks[i:], cleanLine(b.Text)) {
				cuts = append(cuts, letterheadFrom(blocks, i, last(cuts)))
			}
		}
	}
	var list [][]document.Block
	from := 0
	for _, c := range cuts {
		list = append(list, blocks[from:c])
		from = c
	}
	return append(list, blocks[from:])
}

// splitter is what splitting knows of the report that it is in.
type splitter struct {
	forms                []Recogniser
	known                *phrases
	title, table, signed bool          // that it has one, or is
	headed               bool          // a heading names its programme
	named                namedHeadings // in its title and headings
	before               string        // the paragraph before
}

// begins takes the text of the paragraph that blocks begin with and reports
// whether a report begins there.
func (s *splitter) begins(blocks []document.Block, text string) bool {
	before := s.before
	s.before = text
	if signedBelow(before, text) {
		s.signed = s.signed || s.title || s.table
		return false
	}
	if text == "" || len(text) > longestTitle {
		return false
	}
	line := s.known.line(text)
	name := programmeHeading(line)
	heading := name != ""
	opening := opens(line, s.forms)
	if !opening && !heading {
		return false
	}
	if name == "" {
		name = headProgramme(blocks)
	}
	begins := s.title && (opening && s.signed || s.table && s.another(line, name, opening, heading, blocks) && tableFollows(blocks, s.forms, s.known))
	if begins {
		*s = splitter{forms: s.forms, known: s.known, before: text}
	}
	s.title = s.title || opening || begins
	s.headed = s.headed || heading
	s.named.add(name)
	return begins
}

// another reports whether a line that opens a title, or is the heading of a
// programme, below a table is of another report: it has a head of its own, and
// does not caption a part of the programme that the report is on. The heading of
// a programme without quotes must be numbered, have years or the decision that
// approves it, or stand for one as the report's own heading does.
func (s *splitter) another(line *phrase, name string, opening, heading bool, blocks []document.Block) bool {
	fresh := name != "" && !s.named.has(name)
	switch {
	case heading && fresh:
		return s.headed || headNumber.MatchString(line.Text) || len(wording.Years(line.Text)) > 0 || firstQuote(line.Text) >= 0 || approvalFollows(blocks)
	case !opening, !fresh && name != "" && !reportsInTitle(line.Folded):
		return false
	}
	return headFollows(blocks)
}

// approvalFollows reports whether the paragraph after the first says what approved
// a programme.
func approvalFollows(blocks []document.Block) bool {
	if len(blocks) < 2 {
		return false
	}
	p, ok := blocks[1].(*document.Paragraph)
	return ok && wording.HasStems(wording.Fold(p.Text), "затвердж", "рішенн")
}

// headProgramme returns the programme that a title of the lines from the first
// block on names.
func headProgramme(blocks []document.Block) string {
	const reach = 4 // lines of a title
	var title []string
	for _, b := range blocks[:min(len(blocks), reach)] {
		p, ok := b.(*document.Paragraph)
		if !ok {
			break
		}
		title = append(title, cleanLine(p.Text))
		if name := programmeName(strings.Join(title, " ")); name != "" {
			return name
		}
	}
	return ""
}

func last(cuts []int) int {
	if len(cuts) == 0 {
		return 0
	}
	return cuts[len(cuts)-1]
}

const longestTitle = 800 // bytes of a line that opens one

// opens reports whether a line begins the title of a report of any form.
func opens(line *phrase, forms []Recogniser) bool {
	return slices.ContainsFunc(forms, func(f Recogniser) bool { return f.Opens(line) })
}

const headReach = 14 // lines of a title and its first labels

// headFollows reports whether the lines from a title on name a programme in
// quotes, or give the labels that a report begins with, before any table.
func headFollows(blocks []document.Block) bool {
	for _, b := range blocks[:min(len(blocks), headReach)] {
		p, ok := b.(*document.Paragraph)
		if !ok {
			return false
		}
		folded := wording.Fold(p.Text)
		if wording.HasStems(folded, "відповідальн", "викон") && strings.Contains(folded, ":") ||
			wording.HasStems(folded, "дат", "номер", "рішенн") {
			return true
		}
		if name, _ := quoted(p.Text); name != "" && !wording.EndsSentence(p.Text) {
			return true
		}
	}
	return false
}

// tableFollows reports whether a table stands before the next title.
func tableFollows(blocks []document.Block, forms []Recogniser, known *phrases) bool {
	for i, b := range blocks {
		switch b := b.(type) {
		case *document.Table:
			return true
		case *document.Paragraph:
			if text := cleanLine(b.Text); i > headReach && text != "" && len(text) <= longestTitle && opens(known.line(text), forms) {
				return false
			}
		}
	}
	return false
}

// letterheadFrom goes up from a title over short lines that look like what
// stands above one, as long as one of them is of a letterhead, and returns where
// the report begins.
func letterheadFrom(blocks []document.Block, title, after int) int {
	from := title
	for i := title - 1; i > after; i-- {
		p, ok := blocks[i].(*document.Paragraph)
		if !ok {
			break
		}
		text := cleanLine(p.Text)
		if signedLine(text) || len([]rune(text)) > 120 || strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "р.") {
			break
		}
		if letterheadLine(wording.Fold(text)) {
			from = i
		}
	}
	return from
}

// letterheadLine reports whether a folded line is of those that open a letter:
// the state, the council, the body that writes, an annex mark, a number and date.
func letterheadLine(folded string) bool {
	switch {
	case folded == "україна", strings.HasPrefix(folded, "додаток"), strings.HasPrefix(folded, "затверджен"), strings.HasPrefix(folded, "погоджен"):
		return true
	case isCouncil(folded):
		return true
	}
	words := wording.Words(folded)
	return len(words) > 0 && isBody(words[0]) && len(words) < 14
}

// isBody reports whether a folded word names a kind of public body in the
// nominative: the first word of who writes a report.
func isBody(word string) bool {
	switch word {
	case "управління", "департамент", "відділ", "відділення", "виконавчий", "виконком", "комітет", "сектор", "служба", "центр",
		"комунальне", "комунальна", "комунальний", "установа", "інспекція", "агенція", "адміністрація", "апарат", "секретаріат":
		return true
	}
	return false
}
