package recognise

import (
	"testing"

	"pgregory.net/rapid"

	"zvit/extract/wording"
)

// The word is found as the expression finds it, which takes thirty times as long.
func TestFindProgrammeWord(t *testing.T) {
	expr := wording.Expr(`(?i)п\s?р\s?о\s?г\s?р\s?а\s?м\s?(?:и|а|у|ою|і)(?:$|[\s«“"„,:])`)
	pieces := []string{
		"програма", "Програми", "ПРОГРАМУ", "програмою", "програмі", "п р о г р а м а", "п\u00a0рограма", "програм", "програмо", "програм и", "програм  и",
		"підпрограма", "пpограма", " ", "  ", "\t", "\u2003", "«", "“", "\"", "„", ",", ":", ".", "п", "на", "Сад",
	}
	rapid.Check(t, func(t *rapid.T) {
		s := ""
		for _, piece := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 6).Draw(t, "pieces") {
			s += piece
		}
		from := 0
		for _, want := range expr.FindAllStringIndex(s, -1) {
			at, end := findProgrammeWord(s, from)
			if at != want[0] || end != want[1] {
				t.Fatalf("%q from %d: %d to %d, want %v", s, from, at, end, want)
			}
			from = end
		}
		if at, end := findProgrammeWord(s, from); at >= 0 {
			t.Fatalf("%q: %d to %d, want none more", s, at, end)
		}
	})
}
