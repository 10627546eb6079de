package rejoin

import (
	"strings"
	"testing"
	"unicode"
)

func TestLetters(t *testing.T) {
	for r := rune(-1); r <= unicode.MaxRune; r++ {
		if isLetter(r) != unicode.IsLetter(r) || isUpper(r) != unicode.IsUpper(r) || isLower(r) != unicode.IsLower(r) || isDecimal(r) != unicode.IsDigit(r) {
			t.Fatalf("%U", r)
		}
		if small, _ := letterAt(string(r), 0); small != 0 != isLetter(r) || small != 0 && small != unicode.ToLower(r) {
			t.Fatalf("%U: %q", r, small)
		}
		for _, s := range []string{string(r), string(r) + "а", "а" + string(r), " " + string(r) + " "} {
			if trimSpace(s) != strings.TrimSpace(s) {
				t.Fatalf("%q: %q", s, trimSpace(s))
			}
		}
	}
}
