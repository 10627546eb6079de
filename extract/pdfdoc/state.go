package pdfdoc

import "zvit/extract/document"

// operand of an operator; strings are kept in the interpreter's arena.
type operand struct {
	kind     tokenKind
	num      float64
	from, to int
}

// graphics is the part of the graphics state that q and Q save.
type graphics struct {
	ctm          matrix
	clip         document.Box
	lineWidth    float64
	strokeLight  bool // the stroking colour is white
	fillLight    bool // the non-stroking colour is white
	strokeSpace  int  // components of the colour spaces; 0 for a pattern
	fillSpace    int
	font         *font
	size         float64
	charSpace    float64
	wordSpace    float64
	scale        float64 // Tz / 100
	leading      float64
	rise         float64
	render       int
	transparency bool // the fill is fully transparent
}

func intersect(a, b document.Box) document.Box {
	return document.Box{X0: max(a.X0, b.X0), Y0: max(a.Y0, b.Y0), X1: min(a.X1, b.X1), Y1: min(a.Y1, b.Y1)}
}
