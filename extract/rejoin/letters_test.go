package rejoin

import (
	"testing"
	"unicode"
)

func TestLetters(t *testing.T) {
	for r := rune(-1); r <= unicode.MaxRune; r++ {
		if isLetter(r) != unicode.IsLetter(r) || isUpper(r) != unicode.IsUpper(r) || isLower(r) != unicode.IsLower(r) {
			t.Fatalf("%U", r)
		}
	}
}
