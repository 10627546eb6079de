package recognise

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zvit/extract/wording"
)

// The scanner reads what the expression says.
func TestDecisionNumbers(t *testing.T) {
	expr := wording.Expr(`(?:№|Nº|N°|\bNo?)\.?\s*(\d+(?:\s?[-–/]\s?(?:\d+|[A-ZА-ЯҐЄІЇ]{1,5}))*)`)
	parts := []string{"№", "N", "No", "N°", ".", " ", "\u00a0", "12", "7", "-", "–", "/", "VIII", "МР", "абв", "x", "_", "АБВГҐДЕ"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "text"), "")
		var want, got []string
		for _, m := range expr.FindAllStringSubmatch(s, -1) {
			want = append(want, m[1])
		}
		for _, n := range decisionNumbers(s) {
			got = append(got, s[n.from:n.end])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Fatalf("%q: got %q, want %q", s, got, want)
		}
	})
}
