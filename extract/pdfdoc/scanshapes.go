package pdfdoc

import (
	"cmp"
	"image"
	"math"
	"slices"
	"strings"
	"unicode"

	"zvit/extract/layout"
)

// blob is a sign as a bitmap shows it: ink that hangs together, or pieces of
// it that stand above one another.
type blob struct {
	box image.Rectangle
	ink int // pixels
}

// blobsIn finds the signs of a line of text, from the left: connected pieces of
// ink (eight neighbours), those above one another put together.
// Specks are left out.
func blobsIn(g *image.Gray, r image.Rectangle) []blob {
	w, h := r.Dx(), r.Dy()
	dark := inkLevel(g, r)
	seen := make([]bool, w*h)
	inked := func(x, y int) bool { return int(g.Pix[(r.Min.Y+y)*g.Stride+r.Min.X+x]) < dark }
	var out []blob
	var stack []image.Point
	for x := range w {
		for y := range h {
			if seen[y*w+x] || !inked(x, y) {
				continue
			}
			b := blob{box: image.Rect(x, y, x+1, y+1)}
			seen[y*w+x] = true
			for stack = append(stack[:0], image.Pt(x, y)); len(stack) > 0; {
				p := stack[len(stack)-1]
				stack = stack[:len(stack)-1]
				b.ink++
				b.box = b.box.Union(image.Rect(p.X, p.Y, p.X+1, p.Y+1))
				for ny := max(p.Y-1, 0); ny <= min(p.Y+1, h-1); ny++ {
					for nx := max(p.X-1, 0); nx <= min(p.X+1, w-1); nx++ {
						if !seen[ny*w+nx] && inked(nx, ny) {
							seen[ny*w+nx] = true
							stack = append(stack, image.Pt(nx, ny))
						}
					}
				}
			}
			if b.ink >= leastBlob {
				out = append(out, b)
			}
		}
	}
	return upright(out)
}

// leastBlob is the least ink of a sign, in pixels: half of a full stop of 7 points.
const leastBlob = scanDPI / 25

// hairline is how dark ink is at the least, in hundredths of the way from paper
// to the darkest: the thin parts of a "0" are hairlines that a scan makes grey. At
// 50 half of the figures came apart, from 20 on digits touch.
const hairline = 30

// inkLevel is the grey from which on ink is dark.
func inkLevel(g *image.Gray, r image.Rectangle) int {
	least := uint8(255)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		least = min(least, slices.Min(g.Pix[y*g.Stride+r.Min.X:y*g.Stride+r.Max.X]))
	}
	paper := int(paperOf(g, r))
	return min(paper-(paper-int(least))*hairline/100, paper-2*inkDepth)
}

// upright joins pieces that share many of the columns of the narrower one: the
// rings of "%" and its bar.
func upright(in []blob) []blob {
	slices.SortFunc(in, func(a, b blob) int {
		return cmp.Or(cmp.Compare(a.box.Min.X, b.box.Min.X), cmp.Compare(a.box.Min.Y, b.box.Min.Y))
	})
	var out []blob
	for _, b := range in {
		if n := len(out); n > 0 {
			last := &out[n-1]
			shared := min(last.box.Max.X, b.box.Max.X) - b.box.Min.X
			if 5*shared >= 2*min(last.box.Dx(), b.box.Dx()) {
				last.box, last.ink = last.box.Union(b.box), last.ink+b.ink
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// Signs of a figure by their shapes.
const (
	digitShape   = '9'
	pointShape   = ','
	dashShape    = '-'
	percentShape = '%' // or a dash that touches a digit
	pairShape    = '~' // two digits that touch, or a dash and a digit
)

// figureShape says what a line looks like if it is a figure: digits (they are as
// high as the line), points and dashes, with blanks where digits stand wider
// apart than their pitch. Digits that touch are counted by their width.
func figureShape(blobs []blob) string {
	high, base := 0, 0
	for _, b := range blobs {
		if b.box.Dy() > high {
			high, base = b.box.Dy(), b.box.Max.Y
		}
	}
	if len(blobs) == 1 && blobs[0].box.Dx() > blobs[0].box.Dy()*3/2 && high < scanDPI/25 {
		return string(dashShape)
	}
	kind := func(b blob) rune {
		switch {
		case 4*b.box.Dy() >= 3*high && 20*b.box.Dx() > 19*high && 4*b.box.Dx() < 5*high:
			return percentShape // wider than a digit, narrower than two that touch
		case 4*b.box.Dy() >= 3*high:
			return digitShape
		case 3*b.box.Dy() < high && b.box.Dx() > b.box.Dy() && b.box.Max.Y < base-high/5:
			return dashShape
		case 2*b.box.Dy() < high+high/5 && b.box.Min.Y > base-high/2:
			return pointShape
		}
		return unicode.ReplacementChar
	}
	pitch := digitPitch(blobs, kind, high)
	var s strings.Builder
	last, lastKind := 0.0, ' '
	for _, b := range blobs {
		k, n := kind(b), 1
		middle := float64(b.box.Min.X+b.box.Max.X) / 2
		first := middle
		if k == digitShape {
			n = max(int(math.Round((float64(b.box.Dx())+0.1*pitch)/pitch)), 1)
			first = middle - float64(n-1)*pitch/2
		}
		if k == digitShape && lastKind == digitShape && first-last > 1.3*pitch {
			s.WriteByte(' ')
		}
		if s.Len() == 0 && n > 1 {
			s.WriteRune(pairShape)
			n -= 2
		}
		for range n {
			s.WriteRune(k)
		}
		last, lastKind = middle+float64(n-1)*pitch/2, k
	}
	return s.String()
}

// digitPitch is how far digits stand from one another, from middle to middle:
// the same for all pairs in nearly all type.
func digitPitch(blobs []blob, kind func(blob) rune, high int) float64 {
	usual := 0.74 * float64(high) // Times; other faces have wider ones
	best := math.Inf(1)
	for i := 1; i < len(blobs); i++ {
		a, b := blobs[i-1], blobs[i]
		if kind(a) != digitShape || kind(b) != digitShape || max(a.box.Dx(), b.box.Dx()) > high*19/20 {
			continue
		}
		best = min(best, float64(b.box.Min.X+b.box.Max.X-a.box.Min.X-a.box.Max.X)/2)
	}
	if best < 0.6*usual || best > 1.35*usual {
		return usual
	}
	return best
}

// shapeOf is what a reading should look like.
func shapeOf(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return digitShape
		case r == '%':
			return percentShape
		case strings.ContainsRune(points, r):
			return pointShape
		case r == '-' || r == '–' || r == '—' || r == '−':
			return dashShape
		case unicode.IsSpace(r):
			return -1
		}
		return unicode.ReplacementChar
	}, s)
}

// points are what the engine takes a point or comma for.
const points = ",.;:"

// fits reports whether a reading has the signs that the bitmap shows. A line may
// begin with two that touch.
func fits(words []layout.Word, shape string) bool {
	if len(words) == 0 {
		return false
	}
	read, seen := shapeOf(written(words)), strings.ReplaceAll(shape, " ", "")
	for touching, signs := range map[string][]string{string(pairShape): {"99", "-9"}, string(percentShape): {"%", "-9"}} {
		if rest, ok := strings.CutPrefix(seen, touching); ok {
			return slices.ContainsFunc(signs, func(s string) bool { return read == s+rest })
		}
	}
	return read == seen
}

// pointed takes ";" and ":" in a reading that fits for "," and ".": the bitmap
// shows that nothing stands above the lower part of the sign.
func pointed(words []layout.Word, shape string) []layout.Word {
	if !fits(words, shape) {
		return words
	}
	out := slices.Clone(words)
	for i := range out {
		out[i].Text = strings.NewReplacer(";", ",", ":", ".").Replace(out[i].Text)
	}
	return out
}

// spacedAs parts the signs of a figure where the bitmap shows blanks, if that
// makes the groups of a number and the engine's blanks do not ("1090 500,25").
// The signs and their order stay.
func spacedAs(words []layout.Word, shape string) []layout.Word {
	if grouped(words) {
		return words
	}
	signs := []rune(written(words))
	box := words[0].Box
	for _, w := range words {
		box.X0, box.X1 = min(box.X0, w.Box.X0), max(box.X1, w.Box.X1)
		if w.Box.Y0 != box.Y0 {
			return words // more lines than one
		}
	}
	step := (box.X1 - box.X0) / float64(len([]rune(shape)))
	var out []layout.Word
	at := 0
	for _, g := range strings.Fields(shape) {
		w := words[0]
		n := len([]rune(g))
		w.Text, signs = string(signs[:n]), signs[n:]
		w.Box.X0, w.Box.X1 = box.X0+float64(at)*step, box.X0+float64(at+n)*step
		at += n + 1
		out = append(out, w)
	}
	if !grouped(out) {
		return words
	}
	return out
}
