package pdfdoc

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// textOf is all text of a document: paragraphs as lines, tables as rows of
// cells between bars.
func textOf(d *document.Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case *document.Paragraph:
			b.WriteString(block.Text + "\n")
		case *document.Table:
			for _, row := range block.Rows {
				for i := range row.Cells {
					b.WriteString("|" + row.Cells[i].Text())
				}
				b.WriteString("|\n")
			}
		}
	}
	return b.String()
}

func readText(t *testing.T, data []byte) string {
	t.Helper()
	d, err := Read(context.Background(), data, Options{NoOCR: true})
	if err != nil {
		t.Fatal(err)
	}
	return textOf(d)
}

const ruledText = "|Name|Plan|Fact|\n|Trees|100,00|99,50|\n"

func TestReadContent(t *testing.T) {
	show := func(s string) string { return "BT /F 10 Tf 100 700 Td " + s + " ET" }
	for _, c := range []struct{ name, content, entries, resources, want string }{
		{"ruled table", ruledContent, "", "", ruledText},
		{"borders filled under a transformation", strings.NewReplacer(
			"q 1 w", "q .5 0 0 .5 0 0 cm", "100 700 m 400 700 l S", "200 1400 600 1 re f", "100 670 m 400 670 l S", "200 1340 600 1 re f",
			"100 640 m 400 640 l S", "200 1280 600 1 re f", "100 640 m 100 700 l S", "200 1280 1 120 re f", "200 640 m 200 700 l S", "400 1280 1 120 re f",
			"300 640 m 300 700 l S", "600 1280 1 120 re f", "400 640 m 400 700 l S", "800 1280 1 120 re f").Replace(ruledContent), "", "", ruledText},
		{"white rulings do not show", strings.Replace(ruledContent, "1 w", "1 w 1 G", 1), "", "", "Name Plan Fact\nTrees 100,00 99,50\n"},
		{"what a cell has no room for stands in no other", ruledContent + " q 100 671 100 28 re W n BT /F 10 Tf 105 652 Td (unseen) Tj ET Q", "", "", ruledText + "unseen\n"},
		{"a clip around all that is seen", "q 100 640 300 60 re W n " + ruledContent + " Q", "", "", ruledText},
		{"text over the page's edge", "q 0 0 612 792 re W n BT /F 10 Tf 600 700 Td (edge) Tj ET Q", "", "", "edge\n"},
		{"spaces by position", show("[(two) -400 (words)] TJ"), "", "", "two words\n"},
		{"kerning is no space", show("[(o) 60 (n) -60 (e)] TJ"), "", "", "one\n"},
		{"escapes", show(`(a\(b\)\101\
c) Tj`), "", "", "a(b)Ac\n"},
		{"hex string", show("<48 656C6C 6F> Tj"), "", "", "Hello\n"},
		{"ligature", show("<66fb> Tj"), "", "", "fû\n"},
		{"inline image", "q 10 0 0 10 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q " + show("(after) Tj"), "", "", "after\n"},
		{"unbalanced and unknown operators", "Q Q Q ] >> foo " + show("(still) Tj") + " ET Q", "", "", "still\n"},
		{"upside down page", "q -1 0 0 -1 612 792 cm " + show("(turned) Tj") + " Q", "/Rotate 180", "", "turned\n"},
		{"rotated page", "q 0 1 -1 0 612 0 cm " + show("(landscape) Tj") + " Q", "/Rotate 90", "", "landscape\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := readText(t, onePage(c.content, c.entries, c.resources))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestBoxesAreFromTheTopLeftOfTheCroppedPage(t *testing.T) {
	data := onePage("BT /F 10 Tf 150 692 Td (here) Tj ET", "/MediaBox[0 0 612 792]/CropBox[100 100 500 742]", "")
	var seen layout.Page
	_, err := Read(context.Background(), data, Options{Debug: func(p layout.Page) { seen = p }})
	if err != nil {
		t.Fatal(err)
	}
	if seen.Width != 400 || seen.Height != 642 {
		t.Errorf("page is %v x %v, want 400 x 642", seen.Width, seen.Height)
	}
	if b := seen.Words[0].Box; b.X0 != 50 || b.Y0 > 50 || b.Y1 < 50 {
		t.Errorf("box %v, want it at x 50 around y 50", b)
	}
}

func TestFormObjectsFieldsAndNotes(t *testing.T) {
	b := &builder{}
	font := b.add(helvetica)
	form := b.stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Matrix[1 0 0 1 50 0]/Resources<</Font<</F %d 0 R>>>>", font),
		"BT /F 10 Tf 10 100 Td (inside) Tj ET")
	content := b.stream("", "/X Do")
	field := b.add("<</Type/Annot/Subtype/Widget/FT/Tx/Rect[100 300 300 320]/V(filled in)>>")
	note := b.add("<</Type/Annot/Subtype/FreeText/Rect[100 200 300 220]/Contents<FEFF041F0440>>>")
	link := b.add("<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(not shown)>>")
	page := b.add(fmt.Sprintf("<</Type/Page%s/Contents %d 0 R/Annots[%d 0 R %d 0 R %d 0 R]/Resources<</XObject<</X %d 0 R>>>>>>",
		letter, content, field, note, link, form))
	pages := b.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", page))
	root := b.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", pages))
	got := readText(t, b.bytes(root, ""))
	for _, want := range []string{"inside", "filled in", "Пр"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is lost in %q", want, got)
		}
	}
	if strings.Contains(got, "not shown") {
		t.Errorf("a link's description was read: %q", got)
	}
}

func TestCompositeFontWithToUnicode(t *testing.T) {
	b := &builder{}
	cmap := b.stream("", "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0003> <0020> endbfchar\n"+
		"2 beginbfrange <0010> <0012> <0410> <0020> <0021> [<0456> <00660069>] endbfrange")
	desc := b.add("<</Type/Font/Subtype/CIDFontType2/DW 500/W[16[600 600 600] 32 33 300]>>")
	font := b.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", desc, cmap))
	content := b.stream("", "BT /F 10 Tf 100 700 Td <00100011001200200021> Tj <0003> Tj <0010> Tj ET")
	page := b.add(fmt.Sprintf("<</Type/Page%s/Contents %d 0 R/Resources<</Font<</F %d 0 R>>>>>>", letter, content, font))
	pages := b.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", page))
	root := b.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", pages))
	if got, want := readText(t, b.bytes(root, "")), "АБВіfi А\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestImageOnlyPageNeedsOCR(t *testing.T) {
	data := onePage("q 612 0 0 792 0 0 cm /I Do Q", "", "/XObject<</I<</Subtype/Image/Width 1/Height 1>>>>")
	_, err := Read(context.Background(), data, Options{NoOCR: true})
	var f *document.Failure
	if !errors.As(err, &f) || f.Category != document.NoOCR || !strings.Contains(f.Detail, "tesseract") {
		t.Errorf("got %v, want a failure that names the packages for OCR", err)
	}
}

// A scanner's text layer that makes no words is read anew from the image; where
// that cannot be, it is kept, and the page is said to be doubtful.
func TestUnsoundLayerIsAProblem(t *testing.T) {
	const image = "q 612 0 0 792 0 0 cm /I Do Q "
	const resources = "/XObject<</I 99 0 R>>"
	for text, problems := range map[string]int{
		"Annual report of the council on the parks and streets of the town, with their costs": 0,
		"3BiT npo BHKOHaHHA IIporpaMH po3BHTKy cKBepiB BHIIIHiBcbKoi MicbKoi paAH 3a piK":     1,
	} {
		b := &builder{}
		picture := b.stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "x")
		c := b.stream("", image+"BT /F 10 Tf 3 Tr 50 700 Td ("+text+") Tj ET")
		font := b.add(helvetica)
		page := b.add(fmt.Sprintf("<</Type/Page/Parent %d 0 R/Contents %d 0 R%s/Resources<</Font<</F %d 0 R>>%s>>>>",
			len(b.objects)+2, c, letter, font, strings.Replace(resources, "99", fmt.Sprint(picture), 1)))
		pages := b.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", page))
		root := b.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", pages))
		doc, err := Read(context.Background(), b.bytes(root, ""), Options{NoOCR: true})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(strings.Fields(textOf(doc)), " "); !strings.Contains(got, text) {
			t.Errorf("the layer is lost: %q", got)
		}
		if len(doc.Problems) != problems || problems > 0 && doc.Problems[0].Category != document.NoOCR {
			t.Errorf("%q: problems %v, want %d of no_ocr", text, doc.Problems, problems)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, onePage(ruledContent, "", ""), Options{})
	if document.CategoryOf(err) != document.Cancelled {
		t.Errorf("got %v, want cancelled", err)
	}
}
