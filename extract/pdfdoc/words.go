package pdfdoc

import (
	"math"
	"strings"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// Gaps in parts of the font size: a wider one ends a word, a glyph further
// back than overlap begins a new one. Kerning stays below 0.1, and the space of
// the narrowest text fonts is 0.2.
const (
	wordGap  = 0.15
	overlap  = 0.35
	baseGap  = 0.18
	sizeFold = 1.6
)

// wordBuilder joins glyphs to words as they are drawn.
type wordBuilder struct {
	out  *[]layout.Word
	page document.Box // as shown

	// Of the string that is being shown.
	m      matrix
	ux, uy float64 // direction of the text
	unit   float64 // length of a text space unit along it
	size   float64 // of the font, as shown
	up     float64 // ascent, as shown
	down   float64
	turn   layout.Turn
	bold   bool
	rise   float64
	clip   document.Box

	// The word so far.
	text   strings.Builder
	open   bool
	sx, sy float64 // start on the base line
	ex, ey float64 // end
	w      layout.Word
	wup    float64
	wdown  float64
	wclip  document.Box // of its first glyph
}

// line prepares for the glyphs of one string.
func (b *wordBuilder) line(m matrix, g *graphics, f *font) {
	b.m = m
	b.rise, b.clip = g.rise, g.clip
	b.unit = math.Hypot(m[0], m[1])
	height := math.Hypot(m[2], m[3])
	if b.unit > 0 {
		b.ux, b.uy = m[0]/b.unit, m[1]/b.unit
		if g.size*g.scale < 0 {
			b.ux, b.uy = -b.ux, -b.uy
		}
	} else {
		b.ux, b.uy = 1, 0
	}
	size := math.Abs(g.size) * height
	if f.matrix != (matrix{}) {
		// Type 3 fonts have glyph spaces of any size; a thousandth is usual.
		if s := size * math.Abs(f.matrix[3]) * 1000; s >= 1 && s <= 200 {
			size = s
		}
	}
	b.size = size
	b.up, b.down = size*f.ascent, size*f.descent
	switch {
	case b.ux > 0.97:
		b.turn = layout.Level
	case b.uy < -0.97:
		b.turn = layout.Up
	case b.uy > 0.97:
		b.turn = layout.Down
	default:
		b.turn = layout.Askew
	}
	b.bold = f.bold || g.render == 2
}

// add takes one glyph from x0 to x1 in text space.
func (b *wordBuilder) add(text string, x0, x1 float64) {
	if text == " " {
		b.flush()
		return
	}
	if text == "" {
		return
	}
	ax, ay := b.m.apply(x0, b.rise)
	bx, by := b.m.apply(x1, b.rise)
	if b.open && !b.follows(ax, ay) {
		b.flush()
	}
	if strings.Contains(text, " ") {
		text = strings.TrimSpace(text)
		if text == "" {
			b.flush()
			return
		}
	}
	if !b.open {
		b.open = true
		b.sx, b.sy = ax, ay
		b.w = layout.Word{FontSize: b.size, Bold: b.bold, Turn: b.turn}
		b.wup, b.wdown, b.wclip = b.up, b.down, b.clip
	}
	b.ex, b.ey = bx, by
	b.text.WriteString(text)
}

// follows reports whether a glyph at (x, y) goes on with the word.
func (b *wordBuilder) follows(x, y float64) bool {
	if b.turn != b.w.Turn || b.size > b.w.FontSize*sizeFold || b.size*sizeFold < b.w.FontSize {
		return false
	}
	dx, dy := x-b.ex, y-b.ey
	along := dx*b.ux + dy*b.uy
	across := math.Abs(dx*b.uy - dy*b.ux)
	return across < baseGap*b.size && along < wordGap*b.size && along > -overlap*b.size
}

// flush ends the word.
func (b *wordBuilder) flush() {
	if !b.open {
		return
	}
	b.open = false
	b.w.Text = b.text.String()
	b.text.Reset()
	b.w.Box = wordBox(b.w.Turn, b.sx, b.sy, b.ex, b.ey, b.wup, b.wdown)
	b.w.Hidden = outside(b.w.Box, b.wclip, b.page)
	*b.out = append(*b.out, b.w)
}

// outside reports whether the middle of a box lies outside a clip that ends inside
// the page: a cell's, whose text has no room in it. What runs over the page's own
// edge is text, and a clip that leaves nothing is read wrongly.
func outside(box, clip, page document.Box) bool {
	const slack = 1.0 // points
	if clip.Empty() {
		return false
	}
	x, y := (box.X0+box.X1)/2, (box.Y0+box.Y1)/2
	return y < clip.Y0-slack && clip.Y0 > page.Y0+slack || y > clip.Y1+slack && clip.Y1 < page.Y1-slack ||
		x < clip.X0-slack && clip.X0 > page.X0+slack || x > clip.X1+slack && clip.X1 < page.X1-slack
}

// wordBox is the box from ascent to descent around a base line.
func wordBox(t layout.Turn, x0, y0, x1, y1, up, down float64) document.Box {
	switch t {
	case layout.Level:
		return document.Box{X0: min(x0, x1), X1: max(x0, x1), Y0: min(y0, y1) - up, Y1: max(y0, y1) + down}
	case layout.Up:
		return document.Box{X0: min(x0, x1) - up, X1: max(x0, x1) + down, Y0: min(y0, y1), Y1: max(y0, y1)}
	case layout.Down:
		return document.Box{X0: min(x0, x1) - down, X1: max(x0, x1) + up, Y0: min(y0, y1), Y1: max(y0, y1)}
	case layout.Askew:
	}
	return document.Box{X0: min(x0, x1), X1: max(x0, x1), Y0: min(y0, y1) - up, Y1: max(y0, y1) + down}
}
