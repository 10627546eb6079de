package recognise

import (
	"strings"
	"unicode"

	"zvit/extract/wording"
)

// garbled reports whether digits are left over between the figures of a short
// text without words, or one letter beside them that may be a digit ("l 204,5"):
// a misread figure, of which no part may be taken for it.
func garbled(text string, list, others []foundAmount) bool {
	rest := []byte(text)
	bare := true
	for _, figures := range [][]foundAmount{list, others} {
		for _, f := range figures {
			bare = bare && f.Beside == nil
			for i := f.start; i < f.end; i++ {
				rest[i] = ' '
			}
		}
	}
	letters, digits := 0, 0
	for _, r := range string(rest) {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > 0 && letters <= 3 || letters == 1 && bare && !strings.Contains(text, ")")
}

// runTogether reports whether two figures without units, labels and a line's end
// between them may be one that was misread or wrapped ("1 204, 5", "271,49 8"),
// or an addition whose sum is not said.
func runTogether(text string, list []foundAmount) bool {
	for i := 1; i < len(list); i++ {
		a, b := &list[i-1], &list[i]
		if a.Beside != nil || b.Beside != nil || a.Label != "" && b.Label != "" {
			continue
		}
		gap := text[a.end:b.start]
		switch words := wording.Words(wording.Fold(gap)); {
		case len(words) == 1 && (words[0] == "тис" || words[0] == "млн" || words[0] == "млрд"):
			return true
		case len(words) > 0 || strings.ContainsAny(gap, "\n/();:|"):
		case strings.Contains(gap, "+"):
			if !strings.Contains(text, "=") {
				return true
			}
		case strings.Contains(gap, "="):
			if !strings.Contains(text[:a.end], "+") {
				return true
			}
		default:
			return true
		}
	}
	return false
}
