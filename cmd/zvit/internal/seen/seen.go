// Package seen draws what a reader saw on its pages and the tables that came of
// it, for people who want to know why a table came out as it did.
package seen

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// MaxPages is how many pages one picture holds.
const MaxPages = 20

const (
	scale = 1.5 // pixels a point
	gap   = 12  // pixels between pages
	side  = 4000
)

// The colours of a picture.
var (
	paper   = color.RGBA{255, 255, 255, 255}
	desk    = color.RGBA{200, 200, 200, 255}
	picture = color.RGBA{225, 225, 225, 255}
	shade   = color.RGBA{246, 240, 220, 255}
	within  = color.RGBA{226, 243, 226, 255}
	edge    = color.RGBA{0, 140, 60, 255}
	ruling  = color.RGBA{220, 30, 30, 255}
	glyphs  = color.RGBA{150, 180, 255, 255}
	ink     = color.RGBA{40, 40, 40, 255}
)

// PNG writes a picture of at most MaxPages pages, one below the other: words in
// blue boxes, rulings red, tables and their filled cells green, images and shaded
// areas grey and yellow. Boxes are in points from the page's top left.
func PNG(w io.Writer, pages []layout.Page, tables []*document.Table) error {
	pages = pages[:min(len(pages), MaxPages)]
	width, height := 1, gap
	for _, p := range pages {
		width = max(width, pixels(p.Width))
		height += pixels(p.Height) + gap
	}
	img := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{desk, paper, picture, shade, within, edge, ruling, glyphs, ink})
	letters, err := newLetters(img)
	if err != nil {
		return err
	}
	top := gap
	for _, p := range pages {
		size := image.Rect(0, 0, pixels(p.Width), pixels(p.Height)).Add(image.Pt(0, top))
		c := canvas{img: img, area: size}
		c.fill(size, paper)
		c.page(p, tables, letters)
		top = size.Max.Y + gap
	}
	if err := png.Encode(w, img); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}

// pixels is a length of a page; hostile files have pages of any size.
func pixels(points float64) int {
	if !(points > 0) {
		return 1
	}
	return int(min(math.Ceil(points*scale), side))
}

// canvas is one page within the picture.
type canvas struct {
	img  draw.Image
	area image.Rectangle
}

func (c canvas) page(p layout.Page, tables []*document.Table, l *letters) {
	for _, b := range p.Images {
		c.fill(c.rect(b), picture)
	}
	for _, b := range p.Fills {
		c.fill(c.rect(b), shade)
	}
	for _, t := range tables {
		c.table(t, p.Number)
	}
	for _, r := range p.Rulings {
		c.fill(c.rect(document.Box{X0: r.X0, Y0: r.Y0, X1: r.X1, Y1: r.Y1}), ruling)
	}
	for i := range p.Words {
		c.outline(c.rect(p.Words[i].Box), glyphs)
	}
	for i := range p.Words {
		l.write(&p.Words[i], c.area.Min)
	}
}

// table draws the part of a table that stands on the page.
func (c canvas) table(t *document.Table, page int) {
	var cells []document.Box
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			for _, part := range t.Rows[i].Cells[j].Parts {
				if part.Place.Page == page && part.Place.Box != (document.Box{}) {
					cells = append(cells, part.Place.Box)
				}
			}
		}
	}
	for _, b := range cells {
		c.fill(c.rect(b), within)
	}
	for _, b := range cells {
		c.outline(c.rect(b), edge)
	}
	if t.Place.Page == page && t.Place.Box != (document.Box{}) {
		outer := c.rect(t.Place.Box)
		c.outline(outer.Inset(-1), edge)
		c.outline(outer.Inset(-2), edge)
	}
}

func (c canvas) rect(b document.Box) image.Rectangle {
	at := func(v float64) int { return int(math.Round(min(max(v*scale, -side), 2*side))) }
	r := image.Rect(at(b.X0), at(b.Y0), at(b.X1), at(b.Y1))
	r.Max = image.Pt(max(r.Max.X, r.Min.X+1), max(r.Max.Y, r.Min.Y+1))
	return r.Add(c.area.Min)
}

func (c canvas) fill(r image.Rectangle, col color.Color) {
	draw.Draw(c.img, r.Intersect(c.area), image.NewUniform(col), image.Point{}, draw.Src)
}

func (c canvas) outline(r image.Rectangle, col color.Color) {
	c.fill(image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+1), col)
	c.fill(image.Rect(r.Min.X, r.Max.Y-1, r.Max.X, r.Max.Y), col)
	c.fill(image.Rect(r.Min.X, r.Min.Y, r.Min.X+1, r.Max.Y), col)
	c.fill(image.Rect(r.Max.X-1, r.Min.Y, r.Max.X, r.Max.Y), col)
}

// letters writes words in a typeface that has the letters of Ukrainian.
type letters struct {
	typeface *opentype.Font
	faces    map[int]font.Face // by size in pixels
	drawer   font.Drawer
}

func newLetters(img draw.Image) (*letters, error) {
	typeface, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return nil, fmt.Errorf("open the typeface: %w", err)
	}
	return &letters{
		typeface: typeface, faces: map[int]font.Face{},
		drawer: font.Drawer{Dst: img, Src: image.NewUniform(ink)},
	}, nil
}

// write puts a level word into its box; others are their boxes alone.
func (l *letters) write(w *layout.Word, origin image.Point) {
	if w.Turn != layout.Level {
		return
	}
	high := cmp.Or(w.FontSize, 0.8*(w.Box.Y1-w.Box.Y0)) * scale
	size := int(math.Round(min(max(high, 6), 60)))
	face := l.faces[size]
	if face == nil {
		var err error
		face, err = opentype.NewFace(l.typeface, &opentype.FaceOptions{Size: float64(size), DPI: 72})
		if err != nil {
			return // The box stays without letters.
		}
		l.faces[size] = face
	}
	wide := font.MeasureString(face, w.Text)
	if room := fixed.Int26_6(max(w.Box.X1-w.Box.X0, 0) * scale * 64); wide > room && size > 6 {
		// Another typeface than the document's: smaller until it fits.
		smaller := *w
		smaller.FontSize = max(float64(size)*max(float64(room)/float64(wide), 0.5), 6)/scale - 0.01
		if math.Round(smaller.FontSize*scale) < float64(size) {
			l.write(&smaller, origin)
			return
		}
	}
	l.drawer.Face = face
	l.drawer.Dot = fixed.P(origin.X+int(w.Box.X0*scale), origin.Y+int(w.Box.Y1*scale-0.22*high))
	l.drawer.DrawString(w.Text)
}
