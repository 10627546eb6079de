package pdfdoc

import (
	"context"
	"fmt"
	"strconv"
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

// A page whose letters have lost their Unicode is read from its picture; where
// that cannot be, the document says so and keeps what there is.
func TestUnmappedLetters(t *testing.T) {
	show := func(hex string) string { return "BT /F 12 Tf 50 700 Td <" + strings.Repeat(hex, 60) + "> Tj ET" }
	const font = "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/Lost/Encoding/Identity-H/DescendantFonts[" +
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/Lost/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>]%s>>>>"
	const toUnicode = "1 beginbfchar <0041> <0416> endbfchar"
	for name, c := range map[string]struct {
		mapped   string
		problems int
	}{"mapped": {"/ToUnicode 9 0 R", 0}, "unmapped": {"", 1}} {
		t.Run(name, func(t *testing.T) {
			var b builder
			b.add("<<>>") // object 1, not used
			content := b.stream("", show("0041"))
			cmap := b.stream("", toUnicode)
			resources := strings.Replace(font, "%s", strings.Replace(c.mapped, "9", strconv.Itoa(cmap), 1), 1)
			pages := cmap + 2
			page := b.add(fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<<%s>>>>", pages, content, resources))
			b.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", page))
			root := b.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", pages))
			doc, err := Read(context.Background(), b.bytes(root, ""), Options{NoOCR: true})
			if err != nil {
				t.Fatal(err)
			}
			if len(doc.Problems) != c.problems || len(doc.Blocks) == 0 {
				t.Errorf("problems %v, %d blocks", doc.Problems, len(doc.Blocks))
			}
			if c.problems == 0 && !strings.Contains(textOf(doc), "ЖЖЖ") {
				t.Errorf("got %q", textOf(doc))
			}
		})
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
