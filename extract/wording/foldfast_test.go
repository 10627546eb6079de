package wording

import (
	"testing"

	"pgregory.net/rapid"
)

// The quick way gives what the thorough one gives, or leaves it alone.
func TestFoldPlainIsFold(t *testing.T) {
	letters := []rune("абвгґєіїйЯІЇЄҐКМёЁѝҚ'’ʼ -–—.,:;()«»№…0123456789aeiopxABC\n\t\u00a0\u00ad\u202f")
	rapid.Check(t, func(t *rapid.T) {
		of := letters
		if rapid.Bool().Draw(t, "plain") {
			of = letters[:40]
		}
		s := rapid.StringOf(rapid.SampledFrom(of)).Draw(t, "text")
		if got, ok := foldPlain(s); ok && got != foldAny(s) {
			t.Fatalf("%q: %q, want %q", s, got, foldAny(s))
		}
	})
	for _, s := range []string{"Орієнтовний загальний обсяг", "у т.ч. за роками: 2019", "об'єднаної"} {
		if _, ok := foldPlain(s); !ok {
			t.Errorf("%q is not taken for plain", s)
		}
	}
}

func TestSmallCyrillic(t *testing.T) {
	for a := range 256 {
		for b := range 256 {
			two := string([]byte{byte(a), byte(b)})
			r := []rune(two)
			want := len(r) == 1 && r[0] >= 'а' && r[0] <= 'џ'
			if isSmallCyrillic(byte(a), byte(b)) != want {
				t.Fatalf("%x %x: want %v", a, b, want)
			}
		}
	}
	for r := rune(0); r < 0x600; r++ {
		if smallOf(r) != string(toLower(r)) {
			t.Errorf("%U: %q", r, smallOf(r))
		}
	}
}
