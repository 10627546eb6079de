package pdfdoc

import (
	"image"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// A page's segmentation overlooks single digits in cells of their own, and a
// figure that is read once may be read wrong. The cells that were left blank
// and those of figures are therefore cut out and read again, line by line.
const (
	cellInset = scanDPI / 60 // from the cell's edges: what is left of its rulings
	leastInk  = scanDPI / 20 // pixels of ink in a cell that is not blank
	tallest   = scanDPI      // of a cell that is read again
	mostWords = 4            // of a cell of figures
	margin    = scanDPI / 15 // of paper around a line that is cut out
)

// excerpt is a part of a page that is read again: a cell, or one word.
type excerpt struct {
	lines    []image.Rectangle // the ink of each line of text
	word     int               // of Latin letters: its number among the page's other words
	readings [][]layout.Word   // the page's first
	shape    string            // see figureShape
}

// excerpts picks what is to be read again: cells of figures, cells with ink that
// were left blank, and "96" that has the shape of "%"; and, as texts, words of
// Latin letters on a Ukrainian page. It returns the words of the page but for
// those of the figures.
func excerpts(page *image.Gray, cells []document.Box, words []layout.Word) (figures, texts []*excerpt, rest []layout.Word) {
	taken := make([]bool, len(words))
	for _, c := range cells {
		inside, figuresOnly := wordsIn(c, words)
		if !figuresOnly || slices.ContainsFunc(inside, func(i int) bool { return taken[i] }) {
			continue
		}
		ink := inkIn(page, pixels(c).Inset(cellInset).Intersect(page.Rect))
		if ink.Empty() || ink.Dy() > tallest {
			continue
		}
		var read []layout.Word
		for _, i := range inside {
			taken[i] = true
			read = append(read, words[i])
		}
		figures = append(figures, &excerpt{lines: linesOf(page, ink), readings: [][]layout.Word{read}})
	}
	ukrainian := cyrillic(words)
	for i, w := range words {
		if taken[i] {
			continue
		}
		box := pixels(w.Box).Intersect(page.Rect)
		e := &excerpt{lines: []image.Rectangle{box}, word: len(rest), readings: [][]layout.Word{words[i : i+1]}}
		if !box.Empty() && percentLike(page, box, w.Text) {
			figures = append(figures, e)
			continue
		}
		rest = append(rest, w)
		if !box.Empty() && ukrainian && latin(w.Text) {
			texts = append(texts, e)
		}
	}
	return figures, texts, rest
}

// percentLike reports whether a word looks like "96" and has the shape of "%".
func percentLike(page *image.Gray, box image.Rectangle, text string) bool {
	return len(text) == 2 && strings.ContainsAny(text, "69") && figureShape(blobsIn(page, box)) == string(percentShape)
}

// pixels is a box of the page in its image.
func pixels(b document.Box) image.Rectangle {
	const scale = scanDPI / 72.0
	return image.Rect(int(b.X0*scale), int(b.Y0*scale), int(b.X1*scale), int(b.Y1*scale))
}

// wordsIn gives the words in a cell, and whether there are none or only figures,
// or what may be one that the engine made nothing of.
func wordsIn(c document.Box, words []layout.Word) (inside []int, figures bool) {
	figures = true
	for i := range words {
		b := words[i].Box
		if x, y := (b.X0+b.X1)/2, (b.Y0+b.Y1)/2; x > c.X0 && x < c.X1 && y > c.Y0 && y < c.Y1 {
			inside = append(inside, i)
			figures = figures && (figureLike(words[i].Text) || words[i].Confidence < sureEnough)
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

// crop cuts a line out, with paper around it that is white.
func crop(page *image.Gray, line image.Rectangle) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, line.Dx()+2*margin, line.Dy()+2*margin))
	for i := range out.Pix {
		out.Pix[i] = 255
	}
	lift := 255 - int(paperOf(page, line))
	for y := line.Min.Y; y < line.Max.Y; y++ {
		from := page.Pix[y*page.Stride+line.Min.X : y*page.Stride+line.Max.X]
		to := out.Pix[(margin+y-line.Min.Y)*out.Stride+margin:]
		for x, v := range from {
			to[x] = uint8(min(int(v)+lift, 255))
		}
	}
	return out
}

// linesOf parts the ink of a cell into lines of text: bands of rows with ink.
// Dots and accents go with the letters next to them.
func linesOf(g *image.Gray, r image.Rectangle) []image.Rectangle {
	const speck = 2
	dark := int(paperOf(g, r)) - 3*inkDepth
	var bands [][2]int
	for y := r.Min.Y; y < r.Max.Y; y++ {
		n := 0
		for _, v := range g.Pix[y*g.Stride+r.Min.X : y*g.Stride+r.Max.X] {
			if int(v) < dark {
				n++
			}
		}
		switch last := len(bands) - 1; {
		case n < speck:
		case last >= 0 && y-bands[last][1] < scanDPI/50:
			bands[last][1] = y + 1
		default:
			bands = append(bands, [2]int{y, y + 1})
		}
	}
	tall := 0
	for _, b := range bands {
		tall = max(tall, b[1]-b[0])
	}
	for i := 0; len(bands) > 1 && i < len(bands); {
		if 2*(bands[i][1]-bands[i][0]) >= tall {
			i++
			continue
		}
		if i+1 == len(bands) || i > 0 && bands[i][0]-bands[i-1][1] < bands[i+1][0]-bands[i][1] {
			i--
		}
		bands[i][1] = bands[i+1][1]
		bands = slices.Delete(bands, i+1, i+2)
	}
	if len(bands) == 0 {
		return []image.Rectangle{r}
	}
	var out []image.Rectangle
	for i, b := range bands {
		above, below := r.Min.Y, r.Max.Y
		if i > 0 {
			above = (bands[i-1][1] + b[0]) / 2
		}
		if i+1 < len(bands) {
			below = (b[1] + bands[i+1][0]) / 2
		}
		out = append(out, image.Rect(r.Min.X, max(b[0]-inkAround, above), r.Max.X, min(b[1]+inkAround, below)))
	}
	return out
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

// inkAround is the paper that is left around ink.
const inkAround = scanDPI / 40

// inkIn is the part of a cell that has ink, with some paper around it; empty
// for a blank cell. Rows and columns with a speck of dirt do not count.
func inkIn(g *image.Gray, r image.Rectangle) image.Rectangle {
	if r.Empty() {
		return r
	}
	const speck, depth = 2, 3 * inkDepth
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
	return image.Rect(x0, y0, x1, y1).Add(r.Min).Inset(-inkAround).Intersect(r)
}
