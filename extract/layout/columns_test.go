package layout

import (
	"strings"
	"testing"

	"zvit/extract/document"
)

// TestSplitTight: words that stand over two columns as close as words do are the
// cells of both, but for one heading that goes over both.
func TestSplitTight(t *testing.T) {
	cols := []span{{100, 140}, {148, 190}}
	for text, want := range map[string]int{
		"2000,0 1900,0": 2,
		"План Факт":     2,
		"план факт":     2,
		"Обсяг коштів":  1,
	} {
		left, right, _ := strings.Cut(text, " ")
		words := []*Word{
			{Text: left, Box: document.Box{X0: 100, X1: 140, Y1: 10}},
			{Text: right, Box: document.Box{X0: 148, X1: 190, Y1: 10}},
		}
		if got := splitTight(chunk{words: words, box: union(words[0].Box, words[1].Box)}, cols, 10); len(got) != want {
			t.Errorf("%q: %d cells, want %d", text, len(got), want)
		}
	}
}

// TestNotesBesideFigures: notes of which no line is level with the figures have a
// column of their own; a table without them has none.
func TestNotesBesideFigures(t *testing.T) {
	table := func(notes int) *sheet {
		s := newSheet().text(50, 100, "№").text(80, 100, "Назва заходу").text(300, 100, "План").text(400, 100, "Факт")
		for i, name := range []string{"Сквер", "Став", "Алея", "Джерело"} {
			y := 130 + 40*float64(i)
			s.text(50, y, string(rune('1'+i))).label(80, y, name, "міста", "і села").text(300, y, "10,5").text(400, y, "9,5")
			if i < notes {
				s.label(480, y, "Роботи", "тривають")
			}
		}
		return s
	}
	if got := analyse(table(4)); !strings.Contains(got, "|1|Сквер міста і села|10,5|9,5|Роботи тривають|\n") {
		t.Errorf("notes:\n%s", got)
	}
	if got := analyse(table(0)); !strings.Contains(got, "|1|Сквер міста і села|10,5|9,5|\n") {
		t.Errorf("without notes:\n%s", got)
	}
}
