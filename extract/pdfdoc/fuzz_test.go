package pdfdoc

import (
	"context"
	"testing"
	"time"

	"zvit/extract/document"
)

// FuzzInterpreter runs any bytes as a content stream: it must end, and show
// nothing that is no place on a page.
func FuzzInterpreter(f *testing.F) {
	f.Add([]byte(ruledContent))
	f.Add([]byte("BT /F 9 Tf [(a) -9e9 <41> 3] TJ T* (b) ' 1 2 (c) \" ET BI /W 1 ID \x00\xff EI q q Q cm 1 0 0 1 5 cm Q Q"))
	f.Add([]byte("0 0 1 1 re f 1 2 m 3 4 l 5 6 7 8 9 10 c h W* n /X Do /G gs /C cs 1 scn [ [ ( \\ "))
	f.Fuzz(func(t *testing.T, content []byte) {
		b := &builder{}
		root := b.add("<</Type/Catalog/Pages 2 0 R>>")
		b.add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
		b.add("<</Type/Page" + letter + "/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>")
		b.stream("", "")
		b.add(helvetica)
		src, err := openFast(b.bytes(root, ""))
		if err != nil {
			t.Fatal(err)
		}
		pages := pageTree(context.Background(), src.trailer().key("Root"))
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		in := newInterpreter(ctx, pages[0], 1, newFontCache())
		in.run(content, pages[0].resources)
		in.word.flush()
		if ctx.Err() != nil {
			t.Fatal("did not end")
		}
		for _, w := range in.page.Words {
			if !(w.Box.X1 >= w.Box.X0) || !(w.Box.Y1 >= w.Box.Y0) {
				t.Fatalf("word %q has the box %v", w.Text, w.Box)
			}
		}
		for _, r := range in.page.Rulings {
			if r.X0 != r.X1 && r.Y0 != r.Y1 || !(r.X1 >= r.X0) || !(r.Y1 >= r.Y0) {
				t.Fatalf("ruling %v is neither level nor upright", r)
			}
		}
	})
}

// FuzzCMap parses any bytes as a CMap and decodes a string with it.
func FuzzCMap(f *testing.F) {
	f.Add([]byte("1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfrange <00> <10> <0041> <20> <21> [<0042> <0043>] endbfrange"), []byte("ab"))
	f.Add([]byte("1 beginbfchar <0001> <D83DDE00> endbfchar 1 begincidrange <0000> <ffff> 7 endcidrange <00> endbfrange"), []byte{0, 1})
	f.Fuzz(func(t *testing.T, b, s []byte) {
		m := parseCMap(b)
		fnt := &font{composite: true, wide: map[uint32]glyph{}, toUnicode: m, codes: m, missing: 1}
		n := 0
		fnt.decode(s, func(glyph) { n++ })
		if n > len(s) {
			t.Fatalf("%d characters in %d bytes", n, len(s))
		}
	})
}

// FuzzRead reads any bytes as a file: a document or a failure.
func FuzzRead(f *testing.F) {
	f.Add(onePage(ruledContent, "", ""))
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		d, err := Read(ctx, data, Options{NoOCR: true})
		switch c := document.CategoryOf(err); {
		case err == nil && d == nil:
			t.Fatal("neither a document nor an error")
		case err != nil && (c == document.Internal || c == document.Panicked || c == document.TimedOut):
			t.Fatal(err)
		}
	})
}
