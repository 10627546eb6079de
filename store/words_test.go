package store

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zvit/extract/wording"
)

// simpleTokens cuts a text as the tokenizer of the index does (fts3_tokenizer1.c).
func simpleTokens(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return r < 0x80 && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
}

// The index has the words of a text, no more and no fewer.
func TestIndexedWords(t *testing.T) {
	runes := []rune("абїґЯёѓҐ'’ʼ-–—.,:;()«»№…_/%019azAZé\u0301\u0482\u0488\ue000 \n\t\u00a0\u00ad\u2116\uffff漢½")
	rapid.Check(t, func(t *rapid.T) {
		folded := wording.Fold(rapid.StringOf(rapid.SampledFrom(runes)).Draw(t, "text"))
		if got, want := simpleTokens(indexed(folded)), wordsOf(folded); !slices.Equal(got, want) {
			t.Fatalf("%q: %q, want %q", folded, got, want)
		}
	})
}

func FuzzIndexedWords(f *testing.F) {
	for _, s := range []string{"пам'ятка", "\xd0", "а\xd0 б", "№ 5-а", "«Лелека» – 2 шт…"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := wording.Fold(s)
		if got, want := simpleTokens(indexed(folded)), wordsOf(folded); !slices.Equal(got, want) {
			t.Fatalf("%q: %q, want %q", folded, got, want)
		}
	})
}
