package extract

import (
	"zvit/extract/charset"
	"zvit/extract/document"
)

// lost counts the words of a document whose letters an earlier conversion has
// lost, as charset.LostLetters finds them.
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
	for text, at := range doc.Texts() {
		examples, count := charset.LostLetters(text, 1)
		if count > 0 && l.words == 0 {
			l.example, l.first = examples[0], at
		}
		l.words += count
	}
	return l
}
