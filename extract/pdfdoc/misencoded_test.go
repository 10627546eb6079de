package pdfdoc

import (
	"strings"
	"testing"

	"zvit/extract/layout"
)

func TestCyrillicUnderALatinEncoding(t *testing.T) {
	page := func(words string) string {
		p := layout.Page{}
		for _, w := range strings.Fields(words) {
			p.Words = append(p.Words, layout.Word{Text: w})
		}
		recode(&p)
		return strings.Join(texts(p.Words), " ")
	}
	if got, want := page("Ïðîãðàìà áëàãîóñòðîþ ì³ñòà, 2020 ¹ 5"), "Програма благоустрою міста, 2020 № 5"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, sound := range []string{
		"Été à Liège, là-bas où l'élève a été très âgé",
		"Програма благоустрою міста",
		"Öl für die Prüfung der Gebühren",
	} {
		if got := page(sound); got != sound {
			t.Errorf("%q became %q", sound, got)
		}
	}
}
