package store

import (
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// The key of a text stands in databases: whatever is quick about it, it is made
// of each letter and number of the text in lower case.
func TestInkIsLettersAndDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(
			rapid.StringOf(rapid.RuneFrom(nil, unicode.Cyrillic, unicode.Latin, unicode.Nd, unicode.Po)),
			rapid.String(),
		).Draw(t, "text")
		want, count := "", 0
		for _, r := range text {
			if unicode.IsLetter(r) || unicode.IsNumber(r) {
				want += string(unicode.ToLower(r))
				count++
			}
		}
		if got, n := appendInk(nil, text); string(got) != want || n != count {
			t.Fatalf("%q: %q (%d), not %q (%d)", text, got, n, want, count)
		}
	})
}
