package recognise

import (
	"strings"
	"unicode"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// split cuts a document's blocks into reports. A line that opens a title of any
// form begins a report where the one before it is over: it has been signed, or
// has tables of its own while the new title has a head of its own (a programme
// in quotes, or the labels that a report begins with) and tables to follow.
// Annexes and captions that only repeat a title stay with their report. The
// letterhead above a title goes with it.
func split(blocks []document.Block, forms []Recogniser, known *phrases) [][]document.Block {
	if len(blocks) == 0 {
		return nil
	}
	var cuts []int
	seen := struct{ title, table, signed bool }{}
	before := "" // the paragraph before
	for i, b := range blocks {
		p, ok := b.(*document.Paragraph)
		if !ok {
			if t, ok := b.(*document.Table); ok {
				if signature(t) {
					seen.signed = seen.signed || seen.table
				} else {
					seen.table = true
				}
			}
			continue
		}
		if p.Kind == document.Furniture {
			continue
		}
		text := cleanLine(p.Text)
		if signedLine(text) || signedAfter(before, text) {
			seen.signed = seen.signed || seen.title || seen.table
			before = text
			continue
		}
		before = text
		if !opens(text, forms, known) {
			continue
		}
		if seen.title && (seen.signed || seen.table && headFollows(blocks[i:]) && tableFollows(blocks[i:], forms, known)) {
			from := letterheadFrom(blocks, i, last(cuts))
			cuts = append(cuts, from)
			seen.table, seen.signed = false, false
		}
		seen.title = true
	}
	var list [][]document.Block
	from := 0
	for _, c := range cuts {
		list = append(list, blocks[from:c])
		from = c
	}
	return append(list, blocks[from:])
}

func last(cuts []int) int {
	if len(cuts) == 0 {
		return 0
	}
	return cuts[len(cuts)-1]
}

// opens reports whether a line begins the title of a report of any form.
func opens(text string, forms []Recogniser, known *phrases) bool {
	const longest = 400
	if text == "" || len(text) > 2*longest {
		return false
	}
	line := known.line(text)
	for _, f := range forms {
		if f.Opens(line) {
			return true
		}
	}
	return false
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
			if i > headReach && opens(cleanLine(b.Text), forms, known) {
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

// quoted returns the first text in quotes of any kind, without them, and where
// it ends in s; nested quotes of another kind stay inside.
func quoted(s string) (string, int) {
	pairs := map[rune]string{'«': "»", '“': "”“\"", '„': "“”\"", '"': "\"”", '”': "”\"", '″': "″"}
	for i, r := range s {
		ends, ok := pairs[r]
		if !ok {
			continue
		}
		from := i + len(string(r))
		depth := 1
		for j, q := range s[from:] {
			switch {
			case q == r && !strings.ContainsRune(ends, q):
				depth++
			case strings.ContainsRune(ends, q):
				depth--
			}
			if depth == 0 {
				return strings.TrimFunc(s[from:from+j], unicode.IsSpace), from + j + len(string(q))
			}
		}
		// A quote that never ends closes with the line: scans lose the last mark.
		return strings.TrimFunc(s[from:], unicode.IsSpace), len(s)
	}
	return "", 0
}
