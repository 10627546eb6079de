package pdfdoc

import (
	"context"
	"image"
	"math"
	"math/rand/v2"
	"testing"

	"zvit/extract/layout"
)

// scanned draws a grid of hairlines and rows of letter-like blots, turned by a,
// with noise.
func scanned(a float64) *image.Gray {
	g := image.NewGray(image.Rect(0, 0, 1600, 1200))
	for i := range g.Pix {
		g.Pix[i] = 250
	}
	dark := func(x, y int, v uint8) { g.Pix[y*g.Stride+x] = v }
	for _, y := range []int{200, 320, 440, 560} {
		for x := 200; x <= 1400; x++ {
			dark(x, y, 120)
		}
	}
	for _, x := range []int{200, 600, 1000, 1400} {
		for y := 200; y <= 560; y++ {
			dark(x, y, 120)
		}
	}
	for _, y := range []int{80, 240, 360, 480, 700, 760, 820} {
		for x := 230; x < 1380; x++ {
			if x%23 < 11 && (x-200)%400 > 30 && (x-200)%400 < 370 {
				for k := range 24 {
					dark(x, y+k, 20)
				}
			}
		}
	}
	if a != 0 {
		g = rotate(g, -a)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for i, v := range g.Pix {
		g.Pix[i] = uint8(min(max(float64(v)+rng.NormFloat64()*4, 0), 255))
	}
	return g
}

func TestSkewIsFoundAndRemoved(t *testing.T) {
	for _, degrees := range []float64{0, 0.5, -1} {
		g := scanned(degrees * math.Pi / 180)
		got := binarise(g).skew() * 180 / math.Pi
		if math.Abs(got-degrees) > 0.08 {
			t.Errorf("skew of %v degrees was measured as %v", degrees, got)
		}
	}
}

func TestRulingsOfAScan(t *testing.T) {
	for _, degrees := range []float64{0, 0.7} {
		g := scanned(degrees * math.Pi / 180)
		if a := binarise(g).skew(); a != 0 {
			g = rotate(g, a)
		}
		// How much of each drawn line is found; pieces of one are joined later.
		level, upright := map[int]float64{}, map[int]float64{}
		for _, r := range scanRulings(g, 1) {
			if r.Y0 == r.Y1 {
				level[int(math.Round((r.Y0-200)/120))] += r.X1 - r.X0
			} else {
				upright[int(math.Round((r.X0-200)/400))] += r.Y1 - r.Y0
			}
		}
		if len(level) != 4 || len(upright) != 4 {
			t.Errorf("at %v degrees: rulings at %v and %v, want four each: rows of letters are none", degrees, level, upright)
		}
		for i := range 4 {
			if level[i] < 1150 || upright[i] < 330 {
				t.Errorf("at %v degrees: %v of 1200 and %v of 360 points of ruling %d were found", degrees, level[i], upright[i], i)
			}
		}
	}
}

func TestWordsOfTheEngine(t *testing.T) {
	tsv := "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
		"1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n" +
		"4\t1\t1\t1\t1\t0\t100\t100\t300\t40\t-1\t\n" +
		"5\t1\t1\t1\t1\t1\t100\t100\t120\t40\t96.5\tПлан\n" +
		"5\t1\t1\t1\t1\t2\t240\t100\t5\t90\t30\t|\n" +
		"4\t1\t1\t1\t2\t0\t100\t200\t120\t40\t-1\t\n" +
		"5\t1\t1\t1\t2\t1\t100\t200\t120\t40\t0\t10,5\n"
	pages, err := scanWords(context.Background(), tsv)
	if err != nil || len(pages) != 1 || len(pages[0]) != 2 {
		t.Fatalf("want 2 words: %v %v", pages, err)
	}
	words := pages[0]
	w := words[0]
	if w.Text != "План" || w.Box.X0 != 24 || w.Confidence != 0.965 || words[1].Group == w.Group {
		t.Errorf("got %+v and %+v", w, words[1])
	}
	if words[1].Confidence <= 0 {
		t.Error("a word that an engine read must carry a confidence above 0")
	}
}

func texts(words []layout.Word) (s []string) {
	for _, w := range words {
		s = append(s, w.Text)
	}
	return s
}
