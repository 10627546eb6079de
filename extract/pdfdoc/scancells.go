package pdfdoc

import (
	"image"
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// A page's segmentation overlooks single digits in cells of their own, and a
// figure that is read once may be read wrong. The cells that were left blank
// and those of figures are therefore cut out, set in one column, and read again.
const (
	stripMode  = "6" // one block of text
	stripGap   = scanDPI / 10
	stripSide  = scanDPI / 6
	cellInset  = scanDPI / 60 // from the cell's edges: what is left of its rulings
	leastInk   = scanDPI / 20 // pixels of ink in a cell that is not blank
	tallest    = scanDPI      // of a cell that is set in the strip
	mostWords  = 4            // of a cell of figures
	sureEnough = 0.4          // of a reading that fills a blank
	atOdds     = 0.5          // confidence of a figure that was read in two ways
)

// strip is an image of cells below one another.
type strip struct {
	image  *image.Gray
	pieces []stripPiece
	owner  map[int]int // words of the page, by number, to the pieces that they stand in
}

// stripPiece is a cell in the strip.
type stripPiece struct {
	y0, y1 int     // in the strip
	dx, dy float64 // from the strip to the page, in points
}

// newStrip cuts out the cells that are to be read again; nil where there are none.
func newStrip(page *image.Gray, cells []document.Box, words []layout.Word) *strip {
	const pixels = scanDPI / 72.0
	s := &strip{owner: map[int]int{}}
	var cuts []image.Rectangle
	width, height := 0, stripGap
	for _, c := range cells {
		inside, figures := wordsIn(c, words)
		if len(inside) > 0 && !figures {
			continue
		}
		box := image.Rect(int(c.X0*pixels)+cellInset, int(c.Y0*pixels)+cellInset, int(c.X1*pixels)-cellInset, int(c.Y1*pixels)-cellInset)
		ink := inkIn(page, box.Intersect(page.Rect))
		if ink.Empty() || ink.Dy() > tallest {
			continue
		}
		for _, i := range inside {
			s.owner[i] = len(cuts)
		}
		cuts = append(cuts, ink)
		s.pieces = append(s.pieces, stripPiece{
			y0: height, y1: height + ink.Dy(),
			dx: float64(ink.Min.X-stripSide) / pixels, dy: float64(ink.Min.Y-height) / pixels,
		})
		width, height = max(width, ink.Dx()), height+ink.Dy()+stripGap
	}
	if len(cuts) == 0 {
		return nil
	}
	s.image = image.NewGray(image.Rect(0, 0, width+2*stripSide, height))
	for i := range s.image.Pix {
		s.image.Pix[i] = 255
	}
	for i, c := range cuts {
		lift := 255 - int(paperOf(page, c))
		for y := c.Min.Y; y < c.Max.Y; y++ {
			from := page.Pix[y*page.Stride+c.Min.X : y*page.Stride+c.Max.X]
			to := s.image.Pix[(s.pieces[i].y0+y-c.Min.Y)*s.image.Stride+stripSide:]
			for x, v := range from {
				to[x] = uint8(min(int(v)+lift, 255))
			}
		}
	}
	return s
}

// wordsIn gives the words in a cell, and whether they are figures.
func wordsIn(c document.Box, words []layout.Word) (inside []int, figures bool) {
	figures = true
	for i := range words {
		b := words[i].Box
		if x, y := (b.X0+b.X1)/2, (b.Y0+b.Y1)/2; x > c.X0 && x < c.X1 && y > c.Y0 && y < c.Y1 {
			inside = append(inside, i)
			figures = figures && figureLike(words[i].Text)
		}
	}
	return inside, figures && len(inside) <= mostWords
}

// figureLike reports whether a word is one of digits, or too short to tell.
func figureLike(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters == 0 || utf8.RuneCountInString(s) <= 2
}

// paperOf is the grey of the paper in a part of the page: the most frequent one.
func paperOf(g *image.Gray, r image.Rectangle) uint8 {
	var hist [256]int
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for _, v := range g.Pix[y*g.Stride+r.Min.X : y*g.Stride+r.Max.X] {
			hist[v]++
		}
	}
	best := 255
	for v, n := range hist {
		if n > hist[best] {
			best = v
		}
	}
	return uint8(best)
}

// inkIn is the part of a cell that has ink, with some paper around it; empty
// for a blank cell. Rows and columns with a speck of dirt do not count.
func inkIn(g *image.Gray, r image.Rectangle) image.Rectangle {
	if r.Empty() {
		return r
	}
	const speck, around, depth = 2, scanDPI / 40, 3 * inkDepth
	dark := int(paperOf(g, r)) - depth
	rows, cols, all := make([]int, r.Dy()), make([]int, r.Dx()), 0
	for y := range rows {
		for x, v := range g.Pix[(r.Min.Y+y)*g.Stride+r.Min.X : (r.Min.Y+y)*g.Stride+r.Max.X] {
			if int(v) < dark {
				rows[y]++
				cols[x]++
				all++
			}
		}
	}
	if all < leastInk {
		return image.Rectangle{}
	}
	span := func(counts []int) (int, int) {
		from, to := len(counts), 0
		for i, n := range counts {
			if n >= speck {
				from, to = min(from, i), i+1
			}
		}
		return from, to
	}
	y0, y1 := span(rows)
	x0, x1 := span(cols)
	if y0 >= y1 || x0 >= x1 {
		return image.Rectangle{}
	}
	return image.Rect(r.Min.X+x0-around, r.Min.Y+y0-around, r.Min.X+x1+around, r.Min.Y+y1+around).Intersect(r)
}

// merge puts the second reading to the first: it fills blanks, confirms figures
// or casts doubt on them. No reading is made of parts of both.
func (s *strip) merge(words, again []layout.Word) []layout.Word {
	const pixels = scanDPI / 72.0
	first, second := make([][]layout.Word, len(s.pieces)), make([][]layout.Word, len(s.pieces))
	var out []layout.Word
	for i, w := range words {
		if at, ok := s.owner[i]; ok {
			first[at] = append(first[at], w)
		} else {
			out = append(out, w)
		}
	}
	for _, w := range again {
		y := int((w.Box.Y0 + w.Box.Y1) / 2 * pixels)
		for i, p := range s.pieces {
			if y >= p.y0-stripGap/2 && y < p.y1+stripGap/2 {
				w.Box.X0, w.Box.X1 = w.Box.X0+p.dx, w.Box.X1+p.dx
				w.Box.Y0, w.Box.Y1 = w.Box.Y0+p.dy, w.Box.Y1+p.dy
				second[i] = append(second[i], w)
				break
			}
		}
	}
	for i := range s.pieces {
		out = append(out, agree(first[i], second[i])...)
	}
	return out
}

// agree makes one of two readings of a cell.
func agree(a, b []layout.Word) []layout.Word {
	sa, sb := least(a), least(b)
	switch {
	case len(b) == 0:
		return a
	case len(a) == 0:
		if sb < sureEnough {
			return nil
		}
		return b
	case written(a) == written(b):
		if grouped(b) && !grouped(a) {
			a, sb = b, sa
		}
		for i := range a {
			a[i].Confidence = max(a[i].Confidence, sb)
		}
		return a
	case misreadDigit(a) && figure(b) || misreadDigit(b) == misreadDigit(a) && sb > sa:
		a = b
	}
	for i := range a {
		a[i].Confidence = min(a[i].Confidence, atOdds)
	}
	return a
}

// misreadDigit reports whether a reading is of letters alone, one or two: what a
// digit is often taken for. A percent sign is none.
func misreadDigit(words []layout.Word) bool {
	s := written(words)
	return utf8.RuneCountInString(s) <= 2 && strings.ContainsFunc(s, unicode.IsLetter) && !strings.ContainsAny(s, "0123456789")
}

// least is the confidence of the weakest word.
func least(words []layout.Word) float64 {
	c := 1.0
	for _, w := range words {
		c = min(c, w.Confidence)
	}
	return c
}

// written is what the words say, without white space.
func written(words []layout.Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Text)
	}
	return b.String()
}

// grouped reports whether the words are the groups of one number: three digits
// in all but the first.
func grouped(words []layout.Word) bool {
	for i, w := range words {
		whole, _, _ := strings.Cut(strings.TrimLeft(w.Text, "-–−"), ",")
		if n := len(whole); n == 0 || n > 3 || i > 0 && n != 3 || strings.Trim(whole, "0123456789") != "" {
			return false
		}
	}
	return true
}

// figure reports whether the words are digits and their signs.
func figure(words []layout.Word) bool {
	s := written(words)
	return strings.ContainsAny(s, "0123456789") && !strings.ContainsFunc(s, unicode.IsLetter)
}
