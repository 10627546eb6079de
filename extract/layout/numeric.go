package layout

import (
	"strings"
	"unicode"
)

// numeric reports whether the words are a value: figures with their signs, or
// a sign that stands for none.
func numeric(words []*Word) bool {
	digits, letters := 0, 0
	for _, w := range words {
		for _, r := range w.Text {
			switch {
			case unicode.IsDigit(r):
				digits++
			case unicode.IsLetter(r):
				letters++
			}
		}
	}
	if digits == 0 {
		return letters == 0 || len(words) == 1 && noValue(words[0].Text)
	}
	return letters <= 2 && digits >= letters || digits > 2*letters
}

// noValue reports the marks that tables put where they have no figure.
func noValue(s string) bool {
	switch strings.ToLower(strings.Trim(s, ".")) {
	case "х", "x", "n.a", "n/a", "na", "н/д":
		return true
	}
	return false
}
