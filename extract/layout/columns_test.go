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
