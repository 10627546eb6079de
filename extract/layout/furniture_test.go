package layout

import (
	"strings"
	"testing"
)

// TestTitlesInTheMargin: a title that comes to stand at the head of some pages is
// text where the tables of others reach as high; a running head is furniture,
// though tables begin right below it.
func TestTitlesInTheMargin(t *testing.T) {
	var titles, heads []*sheet
	for i := range 6 {
		page, running := newSheet(), newSheet()
		if i%3 == 0 {
			page.text(50, 45, "Квартал 2, 2021 рік").rows(50, 70, head, a1)
			running.text(50, 45, "Звіт за 2021 рік").rows(50, 58, head, a1)
		} else {
			page.rows(50, 45, a2, a3)
			running.rows(50, 58, a2, a3)
		}
		titles, heads = append(titles, page), append(heads, running)
	}
	if got := cuts(titles...); strings.Count(got, "|") != 6+2 {
		t.Errorf("titles part tables: %s", got)
	}
	if got := analyse(titles...); strings.Contains(got, "~") {
		t.Errorf("titles are furniture:\n%s", got)
	}
	if got := analyse(heads...); strings.Count(got, "~") != 2 {
		t.Errorf("running heads are text:\n%s", got)
	}
}
