package pdfdoc

import (
	"fmt"
	"testing"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// TestTidy: a word drawn twice in one place is one word, and one that stands
// again elsewhere on its line, or a little above it, stays.
func TestTidy(t *testing.T) {
	word := func(s string, x, y float64) layout.Word {
		return layout.Word{Text: s, FontSize: 10, Box: document.Box{X0: x, X1: x + 5, Y0: y - 8, Y1: y}}
	}
	for name, c := range map[string]struct {
		words []layout.Word
		want  string
	}{
		"drawn twice":           {[]layout.Word{word("4", 50, 100), word("4", 50.5, 100)}, "[4]"},
		"again on the line":     {[]layout.Word{word("4", 50, 100), word("4", 420, 100)}, "[4 4]"},
		"again, a little above": {[]layout.Word{word("4", 50, 101.4), word("4", 420, 100.2)}, "[4 4]"},
		"again, a little below": {[]layout.Word{word("4", 50, 100.2), word("4", 420, 101.4)}, "[4 4]"},
		"drawn in pieces":       {[]layout.Word{word("рі", 50, 100), word("к", 55, 100)}, "[рік]"},
	} {
		p := layout.Page{Words: c.words}
		tidy(&p)
		var got []string
		for _, w := range p.Words {
			got = append(got, w.Text)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}
