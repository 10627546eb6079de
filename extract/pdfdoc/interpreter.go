package pdfdoc

import (
	"context"
	"errors"

	"zvit/extract/document"
	"zvit/extract/layout"
)

var errTooMuch = errors.New("page is over a limit")

// interpreter runs the content stream of one page and collects its words,
// rulings, fills and images (ISO 32000-1, 8 and 9).
type interpreter struct {
	ctx   context.Context
	fonts *fontCache
	page  layout.Page

	g     graphics
	stack []graphics
	tm    matrix
	tlm   matrix
	args  []operand
	arena []byte
	path  path
	word  wordBuilder

	ops, glyphs int
	depth       int
	hidden      int   // glyphs in render mode 3
	err         error // first limit that was reached
}

// newInterpreter prepares for a page.
func newInterpreter(ctx context.Context, p page, number int, fonts *fontCache) *interpreter {
	m, w, h := p.frame()
	in := &interpreter{ctx: ctx, fonts: fonts}
	in.page = layout.Page{
		Number: number, Width: w, Height: h,
		// The page before tells how much there will be.
		Words: make([]layout.Word, 0, fonts.words+fonts.words/8), Rulings: make([]layout.Ruling, 0, fonts.rulings+fonts.rulings/8),
	}
	in.args, in.arena, in.path.points = fonts.args, fonts.arena, fonts.points
	in.word.out = &in.page.Words
	in.word.page = document.Box{X1: w, Y1: h}
	in.g = graphics{ctm: m, scale: 1, lineWidth: 1, clip: in.word.page}
	return in
}

// done leaves the room that the page took to the next one.
func (in *interpreter) done() {
	c := in.fonts
	c.words, c.rulings = min(len(in.page.Words), 4096), min(len(in.page.Rulings), 4096)
	c.args, c.arena, c.points = in.args[:0], in.arena[:0], in.path.points[:0]
}

// run interprets one stream with its resources.
func (in *interpreter) run(b []byte, res object) {
	l := lexer{b: b}
	r := resources{o: res}
	in.args, in.arena = in.args[:0], in.arena[:0]
	for in.err == nil {
		t := l.next()
		switch t.kind {
		case tokEnd:
			return
		case tokNumber:
			in.push(operand{kind: tokNumber, num: t.num})
		case tokString, tokName:
			from := len(in.arena)
			in.arena = append(in.arena, t.b...)
			in.push(operand{kind: t.kind, from: from, to: len(in.arena)})
		case tokOpen, tokClose, tokDict:
			in.push(operand{kind: t.kind})
		case tokWord:
			in.ops++
			if in.ops&0xfff == 0 && in.ctx.Err() != nil {
				in.err = in.ctx.Err()
			}
			if in.ops > maxOps {
				in.err = errTooMuch
			}
			if string(t.b) == "ID" {
				l.skipImage()
				in.image()
			} else {
				in.operator(t.b, &r)
			}
			in.args, in.arena = in.args[:0], in.arena[:0]
		}
	}
}

func (in *interpreter) push(o operand) {
	if len(in.args) < maxOperands*16 {
		in.args = append(in.args, o)
	}
}

// num is the i-th operand counted from the end of n.
func (in *interpreter) num(i, n int) float64 {
	if i += len(in.args) - n; i >= 0 && i < len(in.args) {
		return in.args[i].num
	}
	return 0
}

func (in *interpreter) str(i int) []byte {
	if i >= 0 && i < len(in.args) {
		return in.arena[in.args[i].from:in.args[i].to]
	}
	return nil
}

func (in *interpreter) lastStr() []byte { return in.str(len(in.args) - 1) }

func (in *interpreter) operator(op []byte, r *resources) {
	switch string(op) {
	case "q":
		if len(in.stack) < maxState {
			in.stack = append(in.stack, in.g)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			in.g = in.stack[n-1]
			in.stack = in.stack[:n-1]
		}
	case "cm":
		m := matrix{in.num(0, 6), in.num(1, 6), in.num(2, 6), in.num(3, 6), in.num(4, 6), in.num(5, 6)}.mul(in.g.ctm)
		if m.finite() {
			in.g.ctm = m
		}
	case "w":
		in.g.lineWidth = in.num(0, 1)
	case "gs":
		in.extended(r.entry("ExtGState", string(in.lastStr())))
	case "Do":
		in.object(r, string(in.lastStr()))
	case "m", "l", "c", "v", "y", "h", "re":
		in.construct(op)
	case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "W", "W*":
		in.paint(op)
	case "g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN":
		in.colour(op, r)
	default:
		in.textOperator(op, r)
	}
}

// extended applies an external graphics state: of it, only what hides fills.
func (in *interpreter) extended(o object) {
	if ca := o.key("ca"); ca.kind() == number {
		in.g.transparency = ca.number() < 0.02
	}
	if lw := o.key("LW"); lw.kind() == number {
		in.g.lineWidth = lw.number()
	}
	if f := o.key("Font"); f.kind() == array {
		in.g.font, in.g.size = in.fonts.load(f.at(0), ""), f.at(1).number()
	}
}

// object draws a form or an image.
func (in *interpreter) object(r *resources, n string) {
	o := r.entry("XObject", n)
	switch o.key("Subtype").name() {
	case "Image":
		in.image()
	case "Form":
		in.form(o, r.o)
	}
}

func (in *interpreter) form(o, outer object) {
	if in.depth >= maxDepth {
		return
	}
	b, _ := o.data()
	if len(b) == 0 {
		return
	}
	res := o.key("Resources")
	if res.kind() == null {
		res = outer
	}
	in.depth++
	saved, stack, args, arena := in.g, in.stack, in.args, in.arena
	in.stack, in.args, in.arena = nil, nil, nil
	in.g.ctm = matrixOf(o.key("Matrix")).mul(in.g.ctm)
	if bb := numbers(o.key("BBox")); len(bb) == 4 {
		in.g.clip = intersect(in.g.clip, in.shown(bb[0], bb[1], bb[2], bb[3]))
	}
	in.run(b, res)
	in.g, in.stack, in.args, in.arena = saved, stack, args, arena
	in.depth--
}

// shown is the box of a rectangle of user space as it is shown.
func (in *interpreter) shown(x0, y0, x1, y1 float64) document.Box {
	ax, ay := in.g.ctm.apply(x0, y0)
	bx, by := in.g.ctm.apply(x1, y1)
	cx, cy := in.g.ctm.apply(x0, y1)
	dx, dy := in.g.ctm.apply(x1, y0)
	return document.Box{
		X0: min(ax, bx, cx, dx), Y0: min(ay, by, cy, dy),
		X1: max(ax, bx, cx, dx), Y1: max(ay, by, cy, dy),
	}
}

// image notes where an image is shown; a thin one is a ruling.
func (in *interpreter) image() {
	box := intersect(in.g.clip, in.shown(0, 0, 1, 1))
	if box.X1 < box.X0 || box.Y1 < box.Y0 || len(in.page.Images) >= maxRulings {
		return
	}
	if !in.thin(box) {
		in.page.Images = append(in.page.Images, box)
	}
}

// resources resolves named resources of one stream, each once.
type resources struct {
	o     object
	kinds map[string]object
	refs  map[string]string // of the Font dictionary
	seen  map[string]*font
}

func (r *resources) category(k string) object {
	if c, ok := r.kinds[k]; ok {
		return c
	}
	if r.kinds == nil {
		r.kinds = map[string]object{}
	}
	c := r.o.key(k)
	r.kinds[k] = c
	return c
}

func (r *resources) entry(category, n string) object { return r.category(category).key(n) }

// font is the font of that name; fonts of one object are loaded once a document.
func (r *resources) font(c *fontCache, n string) *font {
	if f, ok := r.seen[n]; ok {
		return f
	}
	if r.seen == nil {
		r.seen, r.refs = map[string]*font{}, r.category("Font").refs()
	}
	f := c.load(r.entry("Font", n), r.refs[n])
	r.seen[n] = f
	return f
}
