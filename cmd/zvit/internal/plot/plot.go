// Package plot draws what the analysts' views say: plan against actual as bars,
// and the shape of the doubtful. Every word comes from the caller; letters are
// those of the bundled Liberation Sans, which has Cyrillic.
package plot

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Figure is a picture that knows its size.
type Figure interface {
	size() (width, height vg.Length)
	draw(c draw.Canvas) error
}

// Format is the picture's format.
type Format string

// The formats.
const (
	SVG Format = "svg"
	PNG Format = "png"
)

// Write draws the figure: SVG with text as text, PNG at 144 dots an inch.
func Write(w io.Writer, f Figure, format Format) error {
	width, height := f.size()
	if format == PNG {
		c := vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(144))
		if err := f.draw(draw.New(c)); err != nil {
			return err
		}
		if _, err := (vgimg.PngCanvas{Canvas: c}).WriteTo(w); err != nil {
			return fmt.Errorf("write the picture: %w", err)
		}
		return nil
	}
	c := vgsvg.New(width, height)
	if err := f.draw(draw.New(c)); err != nil {
		return err
	}
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	// Where the font is not installed, one with the same widths takes its place.
	svg := bytes.ReplaceAll(b.Bytes(), []byte("font-family:Liberation Sans"), []byte("font-family:'Liberation Sans',Arial,Helvetica,sans-serif"))
	if _, err := w.Write(svg); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}

// The colours are told apart with any kind of colour vision, and in grey.
var (
	ink      = color.RGBA{0x22, 0x2b, 0x36, 0xff}
	faint    = color.RGBA{0xdd, 0xe2, 0xe8, 0xff}
	planned  = color.RGBA{0xb4, 0xc4, 0xd8, 0xff}
	actual   = color.RGBA{0x1f, 0x5a, 0x94, 0xff}
	doubtful = color.RGBA{0xd9, 0x7b, 0x1c, 0xff}
	unread   = color.RGBA{0x7a, 0x1f, 0x2e, 0xff}
)

// newPlot returns a plot in our letters and colours; title and keys are drawn by
// header.
func newPlot() *plot.Plot {
	p := plot.New()
	for _, s := range []*text.Style{&p.X.Label.TextStyle, &p.Y.Label.TextStyle, &p.X.Tick.Label, &p.Y.Tick.Label} {
		s.Font.Variant, s.Font.Size, s.Color = "Sans", 9, ink
	}
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.LineStyle.Color = ink
		a.LineStyle.Width = 0.5
		a.Tick.LineStyle.Color = ink
		a.Tick.LineStyle.Width = 0.5
		a.Label.Padding = 6
	}
	return p
}

// key says what a colour means.
type key struct {
	name   string
	colour color.Color
}

// header draws the title and, in a line under it where they cover no bar, the
// keys; it returns what is left of the canvas.
func header(c draw.Canvas, title string, keys []key) draw.Canvas {
	c.SetColor(color.White)
	c.Fill(c.Rectangle.Path())
	c = draw.Crop(c, 14, -22, 10, -12)
	style := text.Style{Color: ink, Font: plot.DefaultFont, Handler: plot.DefaultTextHandler, YAlign: draw.YTop}
	style.Font.Variant, style.Font.Size = "Sans", 13
	title = fit(title, int(c.Max.X-c.Min.X)/8, 3)
	c.FillText(style, vg.Point{X: c.Min.X, Y: c.Max.Y}, title)
	c.Max.Y -= style.Height(title) + 8
	style.Font.Size = 9
	x := c.Min.X
	for _, k := range keys {
		c.SetColor(k.colour)
		c.Fill(vg.Rectangle{Min: vg.Point{X: x, Y: c.Max.Y - 10}, Max: vg.Point{X: x + 10, Y: c.Max.Y}}.Path())
		c.FillText(style, vg.Point{X: x + 14, Y: c.Max.Y + 1}, k.name)
		x += 14 + style.Width(k.name) + 18
	}
	c.Max.Y -= 22
	return c
}

// noAxis leaves an axis its labels alone.
func noAxis(a *plot.Axis) {
	a.LineStyle.Width = 0
	a.Tick.LineStyle.Width = 0
	a.Tick.Length = 2
	a.Padding = 2
}

// fit breaks a text into lines of at most width letters, and the last of them
// is cut where there are more than lines.
func fit(s string, width, lines int) string {
	var out []string
	line := ""
	words := strings.Fields(s)
	for i, w := range words {
		joined := strings.TrimSpace(line + " " + w)
		if len([]rune(joined)) <= width || line == "" {
			line = joined
			continue
		}
		if len(out) == lines-1 {
			line += " " + strings.Join(words[i:], " ")
			break
		}
		out = append(out, line)
		line = w
	}
	for i, l := range append(out, line) {
		if r := []rune(l); len(r) > width {
			l = strings.TrimRight(string(r[:width-1]), " ,.;:") + "…"
		}
		if i < len(out) {
			out[i] = l
		} else {
			line = l
		}
	}
	return strings.Join(append(out, line), "\n")
}
