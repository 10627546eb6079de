package store

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zvit/extract/wording"
)

// Words are cut where anything but a letter, a digit or a mark of one stands,
// and the index's own tokenizer finds nothing more to cut in them.
func TestSearchWords(t *testing.T) {
	runes := []rune("абїґЯёѓҐ'’ʼ-–—.,:;()«»№…_/%019azAZé\u0301\u0482\u0488\ue000 \n\t\u00a0\u00ad\u2116\uffff漢½")
	rapid.Check(t, func(t *rapid.T) {
		folded := wording.Fold(rapid.StringOf(rapid.SampledFrom(runes)).Draw(t, "text"))
		words := strings.Fields(wordsOf(folded))
		want := strings.FieldsFunc(folded, func(r rune) bool { return !tokenRune(r) })
		if !slices.Equal(words, want) {
			t.Fatalf("%q: %q, want %q", folded, words, want)
		}
		for _, w := range words {
			if strings.ContainsFunc(w, func(r rune) bool { return r < 0x80 && !tokenRune(r) || r >= 'A' && r <= 'Z' }) {
				t.Fatalf("%q: %q", folded, w)
			}
		}
	})
}

func FuzzSearchWords(f *testing.F) {
	for _, s := range []string{"пам'ятка", "\xd0", "а\xd0 б", "№ 5-а"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := wording.Fold(s)
		if got, want := strings.Fields(wordsOf(folded)), strings.FieldsFunc(folded, func(r rune) bool { return !tokenRune(r) }); !slices.Equal(got, want) {
			t.Fatalf("%q: %q, want %q", folded, got, want)
		}
	})
}
