package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/document"
)

// lost counts words whose letters an earlier conversion has lost: a question
// mark or U+FFFD between Cyrillic letters ("ф?зичних").
type lost struct {
	words   int
	example string
	first   document.Place
}

// confidence grows with the count: one such word may be a typing error.
func (l lost) confidence() float64 {
	if l.words >= 3 {
		return 0.97
	}
	return 0.6
}

func countLost(doc *document.Document) lost {
	var l lost
	see := func(text string, at document.Place) {
		if !strings.ContainsAny(text, "?\ufffd") {
			return
		}
		for _, w := range strings.Fields(text) {
			if !losesLetter(w) {
				continue
			}
			if l.words == 0 {
				l.example, l.first = w, at
			}
			l.words++
		}
	}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			see(b.Text, b.Place)
		case *document.Table:
			for i := range b.Rows {
				for j := range b.Rows[i].Cells {
					for _, p := range b.Rows[i].Cells[j].Parts {
						see(p.Text, p.Place)
					}
				}
			}
		}
	}
	return l
}

func losesLetter(word string) bool {
	for i, r := range word {
		if r != '?' && r != utf8.RuneError {
			continue
		}
		_, width := utf8.DecodeRuneInString(word[i:])
		before, _ := utf8.DecodeLastRuneInString(word[:i])
		after, _ := utf8.DecodeRuneInString(word[i+width:])
		if unicode.Is(unicode.Cyrillic, before) && unicode.Is(unicode.Cyrillic, after) && unicode.IsLower(after) {
			return true
		}
	}
	return false
}
