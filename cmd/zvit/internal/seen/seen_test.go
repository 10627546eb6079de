package seen_test

import (
	"bytes"
	"image/color"
	"image/png"
	"math"
	"testing"

	"zvit/cmd/zvit/internal/seen"
	"zvit/extract/document"
	"zvit/extract/layout"
)

// TestPicture finds a word's box, a ruling and a cell where they stood.
func TestPicture(t *testing.T) {
	page := layout.Page{
		Number: 3, Width: 200, Height: 100,
		Words:   []layout.Word{{Text: "Ґанок", FontSize: 10, Box: document.Box{X0: 20, Y0: 60, X1: 60, Y1: 72}}},
		Rulings: []layout.Ruling{{X0: 100, Y0: 20, X1: 180, Y1: 20}},
	}
	cell := document.Cell{Parts: []document.Part{{Text: "x", Place: document.Place{Page: 3, Box: document.Box{X0: 100, Y0: 40, X1: 180, Y1: 60}}}}}
	table := &document.Table{Rows: []document.Row{{Cells: []document.Cell{cell}}}}
	var b bytes.Buffer
	if err := seen.PNG(&b, []layout.Page{page}, []*document.Table{table}); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	at := func(x, y float64) color.RGBA { // points on the page; 12 pixels of margin above
		r, g, bl, a := img.At(int(x*1.5), int(y*1.5)+12).RGBA()
		return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(bl >> 8), uint8(a >> 8)}
	}
	if c := at(140, 20); c.R < 200 || c.G > 100 {
		t.Errorf("the ruling is %v, not red", c)
	}
	if c := at(140, 40); c.G < 100 || c.R > 100 {
		t.Errorf("the cell's edge is %v, not green", c)
	}
	if c := at(20, 66); c.B < 200 || c.R > 200 {
		t.Errorf("the word's edge is %v, not blue", c)
	}
	dark := 0
	for x := 21.0; x < 59; x++ {
		for y := 61.0; y < 71; y++ {
			if c := at(x, y); c.R < 100 && c.B < 100 {
				dark++
			}
		}
	}
	if dark < 10 {
		t.Errorf("%d dark points in the word's box: its letters are not drawn", dark)
	}
}

// TestHostilePages draws pages of impossible sizes and boxes.
func TestHostilePages(t *testing.T) {
	pages := []layout.Page{
		{Width: math.NaN(), Height: math.Inf(1)},
		{Width: 1e12, Height: -5, Words: []layout.Word{{Text: "x", Box: document.Box{X0: -1e300, X1: 1e300, Y1: math.NaN()}}}},
	}
	for range 40 {
		pages = append(pages, layout.Page{Width: 10, Height: 10})
	}
	var b bytes.Buffer
	if err := seen.PNG(&b, pages, nil); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	if h := img.Bounds().Dy(); h > 5000 {
		t.Errorf("%d points high: pages are not limited", h)
	}
}
