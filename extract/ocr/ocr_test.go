package ocr

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
)

const hocrPage = `<html><head><title>скан</title></head><body>
<div class='ocr_page' title='image "a.png"; bbox 0 0 2480 3508; scan_res 300 300'>
<div class="ocr_carea"><p class="ocr_par">
<span class='ocr_line' title="bbox 300 300 900 350; x_size 40"><span class='ocrx_word' title='bbox 300 300 500 350; x_wconf 91'>Звіт</span>
<span class='ocrx_word' title='bbox 520 300 700 350; x_wconf 0'><strong>2021</strong></span></span>
<span class="ocr_line" title="bbox 300 400 900 450">без слів</span></p></div>
<div class="ocr_separator" title="bbox 300 500 900 503"></div></div></body></html>`

const altoPage = `<?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v3#">
<Description><MeasurementUnit>mm10</MeasurementUnit></Description>
<Styles><TextStyle ID="s1" FONTSIZE="12" FONTSTYLE="bold"/></Styles>
<Layout><Page WIDTH="2100" HEIGHT="2970"><PrintSpace><TextBlock STYLEREFS="s1">
<TextLine HPOS="254" VPOS="254" WIDTH="600" HEIGHT="40"><String CONTENT="Звіт" HPOS="254" VPOS="254" WIDTH="200" HEIGHT="40" WC="0.9"/><SP/>
<String CONTENT="про&#8203; вико" HPOS="500" VPOS="254" WIDTH="200" HEIGHT="40" WC="0"/><HYP CONTENT="-"/></TextLine>
</TextBlock><GraphicalElement HPOS="254" VPOS="500" WIDTH="600" HEIGHT="3"/></PrintSpace></Page></Layout></alto>`

func TestHOCR(t *testing.T) {
	pages, around, err := hocrPages(context.Background(), hocrPage)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"скан"}, around); d != "" {
		t.Errorf("text around the page: %s", d)
	}
	p := pages[0]
	var words []string
	for _, w := range p.Words {
		words = append(words, w.Text)
	}
	if d := cmp.Diff([]string{"Звіт", "2021", "без", "слів"}, words); d != "" {
		t.Error(d)
	}
	if w := p.Words[0]; w.Box != (document.Box{X0: 72, Y0: 72, X1: 120, Y1: 84}) || w.Confidence != 0.91 || w.FontSize != 9.6 {
		t.Errorf("first word %+v", w)
	}
	if w := p.Words[1]; !w.Bold || w.Confidence == 0 {
		t.Errorf("second word %+v: bold, and its confidence of 0 is one", w)
	}
	if w := p.Words[2]; w.Box.X0 != 72 || w.Box.X1 >= p.Words[3].Box.X0 || w.Confidence != 0 {
		t.Errorf("a line without words: %+v", w)
	}
	if len(p.Rulings) != 1 || p.Rulings[0].Y0 != p.Rulings[0].Y1 {
		t.Errorf("rulings %v", p.Rulings)
	}
}

func TestALTO(t *testing.T) {
	pages, around, err := altoPages(context.Background(), altoPage)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"mm10"}, around); d != "" {
		t.Errorf("text around the page: %s", d)
	}
	p := pages[0]
	if len(p.Words) != 3 || p.Words[2].Text != "вико-" {
		t.Fatalf("words %+v", p.Words)
	}
	if w := p.Words[0]; w.Box.X0 != 72 || w.FontSize != 12 || !w.Bold || w.Confidence != 0.9 {
		t.Errorf("first word %+v", w)
	}
	if len(p.Rulings) != 1 {
		t.Errorf("rulings %v", p.Rulings)
	}
}

func TestNothingLost(t *testing.T) {
	for format, data := range map[document.Format]string{document.HOCR: hocrPage, document.ALTO: altoPage} {
		doc, err := Read(context.Background(), []byte(data), format, Options{})
		if err != nil {
			t.Fatal(err)
		}
		want := map[rune]int{}
		switch format {
		case document.HOCR:
			document.CountInk(want, "скан Звіт 2021 без слів")
		case document.ALTO:
			document.CountInk(want, "mm10 Звіт про вико")
		}
		if d := cmp.Diff(want, doc.Ink()); d != "" {
			t.Errorf("%s: %s", format, d)
		}
	}
}

// What stands before a break in the file is kept, and the break is said.
func TestCutFiles(t *testing.T) {
	cut := altoPage[:strings.Index(altoPage, "<SP/>")] + "<"
	doc, err := Read(context.Background(), []byte(cut), document.ALTO, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Problems) != 1 || doc.Problems[0].Category != document.Damaged {
		t.Errorf("problems %v", doc.Problems)
	}
	for _, nothing := range []string{"<alto><Layout>", "<alto"} {
		if _, err := Read(context.Background(), []byte(nothing), document.ALTO, Options{}); err == nil {
			t.Errorf("%q was read", nothing)
		}
	}
}

// Ten thousand nested elements are neither a crash nor a wait.
func TestDeepNesting(t *testing.T) {
	deep := "<alto><Layout><Page WIDTH='100' HEIGHT='100'>" + strings.Repeat("<ComposedBlock>", 10_000) + `<String CONTENT="а" HPOS="1" VPOS="1" WIDTH="9" HEIGHT="9"/>`
	if _, err := Read(context.Background(), []byte(deep), document.ALTO, Options{}); err != nil {
		t.Errorf("ALTO: %v", err)
	}
	page := strings.Replace(hocrPage, "<div class=\"ocr_carea\">", strings.Repeat("<div>", 10_000), 1)
	if _, err := Read(context.Background(), []byte(page), document.HOCR, Options{}); document.CategoryOf(err) != document.Damaged {
		t.Errorf("hOCR: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(hocrPage), true)
	f.Add([]byte(altoPage), false)
	f.Fuzz(func(_ *testing.T, data []byte, hocr bool) {
		format := document.ALTO
		if hocr {
			format = document.HOCR
		}
		_, _ = Read(context.Background(), data, format, Options{Encoding: "utf-8"}) // must not panic
	})
}
