package tesseract

import (
	"context"
	"math"
	"testing"

	"zvit/extract/document"
)

const head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"

func TestPages(t *testing.T) {
	tsv := head + "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n" +
		"4\t1\t1\t1\t1\t0\t300\t600\t900\t50\t-1\t\n" +
		"5\t1\t1\t1\t1\t1\t300\t600\t150\t50\t96.5\tПлан\n" +
		"5\t1\t1\t1\t1\t2\t600\t640\t10\t8\t0\t.\n" +
		"5\t1\t1\t1\t1\t3\t650\t610\t10\t8\t95\t \n" +
		"1\t2\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n"
	pages, err := Pages(context.Background(), []byte(tsv), 300)
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != 2 || len(pages[0].Words) != 2 || pages[1].Number != 2 {
		t.Fatalf("%d pages, %d words", len(pages), len(pages[0].Words))
	}
	if w, h := pages[0].Width, pages[0].Height; math.Abs(w-595.2) > 0.1 || math.Abs(h-841.9) > 0.1 {
		t.Errorf("page of %.1f by %.1f points, want A4", w, h)
	}
	w := pages[0].Words[0]
	if w.Text != "План" || w.Confidence != 0.965 || w.Group != 1 || w.Box != (document.Box{X0: 72, Y0: 144, X1: 108, Y1: 156}) {
		t.Errorf("word %+v", w)
	}
	if dot := pages[0].Words[1]; dot.Confidence <= 0 || dot.Confidence > 0.01 {
		t.Errorf("a confidence of 0 became %v: it must stay apart from none", dot.Confidence)
	}
}

func TestBrokenRows(t *testing.T) {
	for _, bad := range []string{"5\t1\t1\n", "5\tx\t1\t1\t1\t1\t1\t1\t1\t1\t1\tа\n", "5\t1\t1\t1\t1\t1\t1e300\t1\t1\t1\t1\tа\n"} {
		pages, err := Pages(context.Background(), []byte(head+"5\t1\t1\t1\t1\t1\t1\t1\t9\t9\t90\tцілий\n"+bad), 300)
		if err == nil || len(pages) != 1 || len(pages[0].Words) != 1 {
			t.Errorf("%q: %v, pages %v", bad, err, pages)
		}
	}
}

func TestScaleGuessesTheResolution(t *testing.T) {
	for _, dpi := range []float64{72, 150, 200, 300, 400, 600} {
		if got := Scale(0, 8.27*dpi, 11.69*dpi); math.Abs(got-72/dpi) > 1e-9 {
			t.Errorf("A4 at %v dpi: %v points a pixel", dpi, got)
		}
	}
}

func TestInLine(t *testing.T) {
	line := document.Box{X0: 0, Y0: 10, X1: 100, Y1: 22}
	if got := InLine(document.Box{X0: 5, Y0: 13, X1: 9, Y1: 20}, line); got.Y0 != 10 || got.Y1 != 22 {
		t.Errorf("%v: not stretched to its line", got)
	}
	askew := document.Box{X0: 0, Y0: 10, X1: 100, Y1: 60}
	if got := InLine(document.Box{X0: 5, Y0: 13, X1: 9, Y1: 20}, askew); got.Y1 != 20 {
		t.Errorf("%v: stretched to a line that is askew", got)
	}
}

func FuzzPages(f *testing.F) {
	f.Add([]byte(head + "5\t1\t1\t1\t1\t1\t1\t1\t9\t9\t90\tа\n"))
	f.Fuzz(func(_ *testing.T, tsv []byte) {
		_, _ = Pages(context.Background(), tsv, 0) // must not panic
	})
}
