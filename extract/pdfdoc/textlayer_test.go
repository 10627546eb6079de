package pdfdoc

import (
	"strings"
	"testing"

	"zvit/extract/document"
	"zvit/extract/layout"
)

func layerOf(text string) (words []layout.Word) {
	for _, w := range strings.Fields(text) {
		words = append(words, layout.Word{Text: w})
	}
	return words
}

func TestSoundLayers(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"Ukrainian":           {"Звіт про виконання Програми розвитку скверів Вишнівської міської ради за 2021 рік, тис. грн: ремонт об'єктів", true},
		"hard clusters":       {"Сприяння агентствам, забезпечення проєктів підприємств енергозбереження, багатоквартирних будинків, у т.ч. ЦНСП", true},
		"some mistakes":       {"Звiт про виконання Прогрaми розвитку скверів Вишнівської міської ради за рік, ремонт дитячих майданчиків", true},
		"English":             {"Annual report of the council on strengths of its programmes, lengths of the streets and parks", true},
		"figures alone":       {"1 234,50 2 345,60 18,2 100 № 12", true},
		"read as English":     {"3BiT npo BHKOHaHHA IIporpaMH po3BHTKy cKBepiB BHIIIHiBcbKoi MicbKoi paAH 3a piK, peMoHT AHTAHHX MaH1naHHHKiB", false},
		"broken code table":   {"Ôâ³ò ïðî ¤èêîíàííÿ Ïðîãðàìè ðîçâèòêó ñêâåð³â Âèøí³âñüêî¿ ì³ñüêî¿ ðàäè çà ð³ê ðåìîíò ìàéäàí÷èê³â", false},
		"replacement marks":   {strings.Repeat("\ufffd\ufffd\ufffd\ufffd\ufffd ", 12), false},
		"letters in disarray": {"зВ вТкПр щЖкШ вНкЛ ппРрК жЖдлЛж твПрст кЛмНпр сТвшШ дЛрПк мНпрСт вКлДрн", false},
	} {
		if got := sound(layerOf(c.text)); got != c.want {
			t.Errorf("%s: sound is %v, want %v", name, got, c.want)
		}
	}
}

// A layer that OCR has replaced stays in the document, as furniture.
func TestReplacedLayerIsKept(t *testing.T) {
	before := []document.Block{&document.Paragraph{Place: document.Place{Paragraph: 3}}}
	layer := layout.Page{Number: 2, Words: []layout.Word{{Text: "Ïðîãðàìà"}, {Text: "2021"}}}
	got := furnitureOf([]layout.Page{layer}, before)
	p, ok := got[0].(*document.Paragraph)
	if len(got) != 1 || !ok || p.Kind != document.Furniture || p.Text != "Ïðîãðàìà 2021" || p.Place.Page != 2 || p.Place.Paragraph != 4 {
		t.Errorf("%+v", got)
	}
}
