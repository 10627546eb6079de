package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLexicon: what may be a part of a broken word is no word: at a line's ends,
// beside the gap to another cell, and before a hyphen, which may be drawn apart.
func TestLexicon(t *testing.T) {
	s := newSheet().text(50, 100, "Поточний ремонт водопоста-").text(300, 100, "чання для всіх будинків").text(50, 120, "нові вікна доріж").
		text(50+5*17, 120, "-").text(300, 120, "кінець")
	var words []*Word
	for i := range s.p.Words {
		words = append(words, &s.p.Words[i])
	}
	x := lexicon{}
	for _, l := range linesOf(words) {
		x.add(l)
	}
	if diff := cmp.Diff(lexicon{"ремонт": 1, "всіх": 1, "вікна": 1}, x); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestJoinOfLines(t *testing.T) {
	x := lexicon{"облаштування": 3, "програми": 2, "сквер": 1, "план": 2, "графік": 1}
	cell := func(lines ...string) []*Word {
		s := newSheet()
		for i, l := range lines {
			s.text(50, 100+12*float64(i), l)
		}
		var out []*Word
		for i := range s.p.Words {
			out = append(out, &s.p.Words[i])
		}
		return out
	}
	for _, c := range []struct {
		lines []string
		want  string
	}{
		{[]string{"сквер та", "вулиця"}, "сквер та вулиця"},
		{[]string{"облаштуван", "ня дворів"}, "облаштування дворів"},            // the document has the word whole
		{[]string{"ремонт сквер", "у центрі"}, "ремонт сквер у центрі"},         // "скверу" is not known to be one
		{[]string{"природоохо-", "ронних заходів"}, "природоохоронних заходів"}, // hyphenated
		{[]string{"Івано-", "Франківськ"}, "Івано-Франківськ"},                  // a name with a hyphen
		{[]string{"соціально-", "економічний"}, "соціально-економічний"},        // a compound
		{[]string{"2018-", "2020 роки"}, "2018-2020 роки"},
		{[]string{"План на січень-", "вересень"}, "План на січень-вересень"}, // a span of months
		{[]string{"план-", "графік"}, "план-графік"},                         // two words of the document
		{[]string{"план -", "виконано"}, "план - виконано"},                  // a dash
		{[]string{"162 331", "567,00"}, "162 331 567,00"},                    // figures are never glued
	} {
		if got := x.joinText(cell(c.lines...)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.lines, got, c.want)
		}
	}
}
