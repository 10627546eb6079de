package wording

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// HasStems finds in the text itself what it would find among its words.
func TestHasStemsIsOfWords(t *testing.T) {
	parts := []string{"про", "програм", "програми", "рада", "'", "-", " ", "  ", "1", "12", "а", "б", ".", ",", "«", "ще", "latin"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "text"), "")
		stems := rapid.SliceOfN(rapid.SampledFrom([]string{"про", "програм", "рад", "а", "1", "б-", "про-"}), 0, 3).Draw(t, "stems")
		left := stems
		for _, w := range Words(text) {
			if len(left) > 0 && strings.HasPrefix(w, left[0]) {
				left = left[1:]
			}
		}
		if got := HasStems(text, stems...); got != (len(left) == 0) {
			t.Fatalf("HasStems(%q, %q) is %v", text, stems, got)
		}
	})
}

// A Text answers as the functions do, in any order.
func TestTextAnswersAsTheFunctions(t *testing.T) {
	for _, s := range []string{benchText, "", "без чисел", "12 грн 05 коп. від 01.02.2020", "Обсяг, тис.грн", "2019, 2020"} {
		text := Read(s)
		if got, want := len(text.Dates()), len(FindDates(s)); got != want {
			t.Errorf("%q: %d dates, want %d", s, got, want)
		}
		for range 2 {
			if got, want := len(text.Money()), len(FindMoney(s)); got != want {
				t.Errorf("%q: %d amounts, want %d", s, got, want)
			}
			if got, want := len(text.Units()), len(FindUnits(s)); got != want {
				t.Errorf("%q: %d units, want %d", s, got, want)
			}
			if got, want := len(text.Numerals()), len(FindNumerals(s)); got != want {
				t.Errorf("%q: %d numerals, want %d", s, got, want)
			}
		}
	}
}
