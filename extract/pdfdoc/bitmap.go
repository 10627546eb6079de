package pdfdoc

import (
	"errors"
	"fmt"
	"image"
	"math"
	"os"
	"strings"
)

// bitmap is a page in black and white; true is ink.
type bitmap struct {
	w, h int
	ink  []bool
}

// binarise splits light from dark by the threshold that parts them best (Otsu,
// "A threshold selection method from gray-level histograms", 1979).
func binarise(g *image.Gray) *bitmap {
	var hist [256]int
	b := g.Bounds()
	m := &bitmap{w: b.Dx(), h: b.Dy(), ink: make([]bool, b.Dx()*b.Dy())}
	for y := range m.h {
		for _, v := range g.Pix[y*g.Stride : y*g.Stride+m.w] {
			hist[v]++
		}
	}
	t := otsu(hist, m.w*m.h)
	for y := range m.h {
		row := g.Pix[y*g.Stride : y*g.Stride+m.w]
		for x, v := range row {
			m.ink[y*m.w+x] = int(v) <= t
		}
	}
	return m
}

func otsu(hist [256]int, total int) int {
	sum := 0.0
	for v, n := range hist {
		sum += float64(v * n)
	}
	best, at, below, below1 := -1.0, 127, 0.0, 0.0
	for v, n := range hist {
		below += float64(n)
		below1 += float64(v * n)
		above := float64(total) - below
		if below == 0 || above == 0 {
			continue
		}
		d := below1/below - (sum-below1)/above
		if s := below * above * d * d; s > best {
			best, at = s, v
		}
	}
	return min(at, 200)
}

// skew is the angle, in radians, by which the page must be turned to stand
// upright: the one at which rows of ink are sharpest. Below a tenth of a degree
// it is 0.
func (m *bitmap) skew() float64 {
	const most, step = 2.0, 0.1 // degrees
	const every = 4             // of the columns are looked at
	// Most of a page is paper: the ink is gathered once, column by column.
	ink := make([][]int32, (m.w+every-1)/every)
	for y := range m.h {
		for x := 0; x < m.w; x += every {
			if m.ink[y*m.w+x] {
				ink[x/every] = append(ink[x/every], int32(y))
			}
		}
	}
	rows := make([]float64, m.h)
	score := func(deg float64) float64 {
		slope := math.Tan(deg * math.Pi / 180)
		clear(rows)
		for i, column := range ink {
			shift := int(math.Round(slope * float64(i*every-m.w/2)))
			for _, at := range column {
				if y := int(at) - shift; y >= 0 && y < m.h {
					rows[y]++
				}
			}
		}
		s := 0.0
		for y := 1; y < m.h; y++ {
			d := rows[y] - rows[y-1]
			s += d * d
		}
		return s
	}
	best, at := score(0)*1.02, 0.0
	for d := -most; d <= most+1e-9; d += step {
		if s := score(d); s > best {
			best, at = s, d
		}
	}
	for _, d := range []float64{at - 0.06, at - 0.03, at + 0.03, at + 0.06} {
		if s := score(d); s > best {
			best, at = s, d
		}
	}
	if math.Abs(at) < step/2 {
		return 0
	}
	return at * math.Pi / 180
}

// rotate turns an image by -a about its middle, with white around it.
func rotate(g *image.Gray, a float64) *image.Gray {
	b := g.Bounds()
	out := image.NewGray(b)
	sin, cos := math.Sincos(a)
	cx, cy := float64(b.Dx())/2, float64(b.Dy())/2
	at := func(x, y int) float64 {
		if x < 0 || y < 0 || x >= b.Dx() || y >= b.Dy() {
			return 255
		}
		return float64(g.Pix[y*g.Stride+x])
	}
	for y := range b.Dy() {
		for x := range b.Dx() {
			dx, dy := float64(x)-cx, float64(y)-cy
			sx, sy := cx+dx*cos-dy*sin, cy+dx*sin+dy*cos
			x0, y0 := int(math.Floor(sx)), int(math.Floor(sy))
			fx, fy := sx-float64(x0), sy-float64(y0)
			v := (at(x0, y0)*(1-fx)+at(x0+1, y0)*fx)*(1-fy) + (at(x0, y0+1)*(1-fx)+at(x0+1, y0+1)*fx)*fy
			out.Pix[y*out.Stride+x] = uint8(v + 0.5)
		}
	}
	return out
}

// loadPGM reads an image as pdftoppm writes it: Netpbm's raw "P5" of one byte a
// pixel.
func loadPGM(path string) (*image.Gray, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the page's image: %w", err)
	}
	var w, h, most int
	head, isGrey := strings.CutPrefix(string(data[:min(len(data), 64)]), "P5")
	if _, err := fmt.Sscan(head, &w, &h, &most); err != nil || !isGrey || most != 255 || w <= 0 || h <= 0 {
		return nil, errors.New("read the page's image: no grey image")
	}
	start := len(data) - w*h
	if start < len("P5 1 1 255 ") || w > len(data) || h > len(data) {
		return nil, errors.New("read the page's image: it is cut off")
	}
	return &image.Gray{Pix: data[start:], Stride: w, Rect: image.Rect(0, 0, w, h)}, nil
}

// savePGM writes an image in the same format, which the engine reads as well.
func savePGM(path string, g *image.Gray) error {
	b := g.Bounds()
	data := fmt.Appendf(nil, "P5\n%d %d\n255\n", b.Dx(), b.Dy())
	for y := range b.Dy() {
		data = append(data, g.Pix[y*g.Stride:y*g.Stride+b.Dx()]...)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return fmt.Errorf("write the page's image: %w", err)
	}
	return nil
}
