package pdfdoc

import (
	"image"
	"math/rand/v2"
	"testing"

	"zvit/extract/layout"
)

// drawing is a grey page to draw rulings and letters on.
type drawing struct{ *image.Gray }

func newDrawing() drawing {
	d := drawing{image.NewGray(image.Rect(0, 0, 1600, 1200))}
	d.fill(0, 0, 1600, 1200, 248)
	return d
}

func (d drawing) fill(x0, y0, x1, y1 int, v uint8) {
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			d.Pix[y*d.Stride+x] = v
		}
	}
}

// letters draws stems on a base line, as close as those of a word.
func (d drawing) letters(x0, x1, y int) {
	for x := x0; x < x1; x += 9 {
		d.fill(x, y, x+4, y+22, 25)
		d.fill(x, y+19, x+8, y+22, 25) // the foot
	}
}

func (d drawing) noisy() *image.Gray {
	rng := rand.New(rand.NewPCG(3, 4))
	for i, v := range d.Pix {
		d.Pix[i] = uint8(min(max(float64(v)+rng.NormFloat64()*6, 0), 255))
	}
	return d.Gray
}

// framed draws a grid with rows 60 pixels high, the first of them shaded.
func framed(shade uint8) drawing {
	d := newDrawing()
	d.fill(200, 300, 1200, 360, shade)
	for y := 300; y <= 540; y += 60 {
		d.fill(200, y-1, 1201, y+2, 60)
	}
	for _, x := range []int{200, 500, 800, 1200} {
		d.fill(x-1, 300, x+2, 541, 60)
	}
	return d
}

func cellsOf(g *image.Gray) int {
	p := layout.Page{Width: 1600, Height: 1200, Rulings: scanRulings(g, 72.0/scanDPI)}
	return len(layout.DrawnCells(&p))
}

func TestGridsOfScans(t *testing.T) {
	shaded := framed(205)
	shaded.letters(230, 470, 320)
	shaded.letters(530, 780, 320)

	full := framed(248) // A word from wall to wall of its cell is no ruling.
	full.letters(503, 797, 440)

	merged := framed(248) // The last row is one cell, with a stem below each upright.
	merged.fill(499, 483, 504, 538, 248)
	merged.fill(799, 483, 804, 538, 248)
	merged.letters(230, 1100, 500)
	merged.fill(499, 492, 503, 522, 25)
	merged.fill(799, 492, 803, 522, 25)

	for _, c := range []struct {
		name string
		page drawing
		want int
	}{
		{"plain", framed(248), 12},
		{"a shaded row", shaded, 12},
		{"a word from wall to wall", full, 12},
		{"a row over all columns", merged, 10},
	} {
		if got := cellsOf(c.page.noisy()); got != c.want {
			t.Errorf("%s: %d cells, want %d", c.name, got, c.want)
		}
	}
}

// A row between two others that has uprights of its own, as high as a line of text.
func TestUprightsOfOneRow(t *testing.T) {
	d := newDrawing()
	for _, y := range []int{300, 360, 420} {
		d.fill(200, y-1, 1201, y+2, 60)
	}
	d.fill(199, 300, 202, 421, 60)
	d.fill(1199, 300, 1202, 421, 60)
	d.fill(599, 360, 602, 421, 60)
	d.fill(400, 311, 408, 348, 25) // a tall letter is no upright
	if got := cellsOf(d.noisy()); got != 3 {
		t.Errorf("%d cells, want 3", got)
	}
}
