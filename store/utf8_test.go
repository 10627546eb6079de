package store

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"zvit/extract/record"
)

func checkUTF8(t interface{ Fatalf(string, ...any) }, s string) {
	if got, want := validUTF8(s), utf8.ValidString(s); got != want {
		t.Fatalf("%q: %t, want %t", s, got, want)
	}
	if !utf8.ValidString(s) {
		return
	}
	want := strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 && (r < 0x400 || r > 0x47f) })
	if want < 0 {
		want = len(s)
	}
	if got := unusual(s, 0); got != want {
		t.Fatalf("%q: %d, want %d", s, got, want)
	}
}

// Letters of all sizes, at all places of a word of eight bytes, whole and broken.
func TestUTF8(t *testing.T) {
	pieces := []string{
		"a", "я", "Ї", "ґ", "Ѐ", "ѿ", "Ҁ", "\u00a0", "\u0080", "\u07ff", "\u0800", "–", "№", "\uffff", "😀",
		"\xc0\x80", "\xc1\xbf", "\xd0", "\xb0", "\xe2\x80", "\xf5\x80\x80\x80", "\xed\xa0\x80", "\xff",
	}
	for _, piece := range pieces {
		for before := range 20 {
			for _, s := range []string{strings.Repeat("a", before) + piece, strings.Repeat("я", before) + piece} {
				checkUTF8(t, s)
				checkUTF8(t, s+"яяяя aaaa яяяя")
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		checkUTF8(t, strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "text"), ""))
	})
}

func FuzzUTF8(f *testing.F) {
	f.Add("Вербова рада – 5 %")
	f.Add("абвг\xd0")
	f.Fuzz(func(t *testing.T, s string) { checkUTF8(t, s) })
}

// Arguments stand as encoding/json writes them.
func TestNamedArguments(t *testing.T) {
	pieces := []string{"a", "я", `"`, `\`, "<", ">", "&", "\u2028", "\u2029", "–", "\n", "\x00", "\x7f", "😀", "\x80", "\xd0", "\xff"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "text"), "")
		want, err := json.Marshal([][2]string{{"x", valid(s)}, {valid(s), "y"}})
		if err != nil {
			t.Fatal(err)
		}
		a := args{}
		a.named([]record.Arg{{Name: "x", Value: s}, {Name: s, Value: "y"}})
		if got := a.vals[0]; got != string(want) {
			t.Fatalf("%q: %s, want %s", s, got, want)
		}
	})
}
