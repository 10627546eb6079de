package pdfdoc

// textOperator runs the operators of text state, positioning and showing
// (ISO 32000-1, 9.3 and 9.4).
func (in *interpreter) textOperator(op []byte, r *resources) {
	switch string(op) {
	case "BT":
		in.tm, in.tlm = identity, identity
	case "Tf":
		if len(in.args) >= 2 {
			in.g.font = r.font(in.fonts, string(in.str(len(in.args)-2)))
			in.g.size = in.num(0, 1)
		}
	case "Tc":
		in.g.charSpace = in.num(0, 1)
	case "Tw":
		in.g.wordSpace = in.num(0, 1)
	case "Tz":
		in.g.scale = in.num(0, 1) / 100
	case "TL":
		in.g.leading = in.num(0, 1)
	case "Ts":
		in.g.rise = in.num(0, 1)
	case "Tr":
		in.g.render = int(in.num(0, 1))
	case "Td":
		in.move(in.num(0, 2), in.num(1, 2))
	case "TD":
		in.g.leading = -in.num(1, 2)
		in.move(in.num(0, 2), in.num(1, 2))
	case "Tm":
		m := matrix{in.num(0, 6), in.num(1, 6), in.num(2, 6), in.num(3, 6), in.num(4, 6), in.num(5, 6)}
		if m.finite() {
			in.tm, in.tlm = m, m
		}
	case "T*":
		in.move(0, -in.g.leading)
	case "Tj":
		in.show(in.lastStr())
	case "'":
		in.move(0, -in.g.leading)
		in.show(in.lastStr())
	case "\"":
		in.g.wordSpace, in.g.charSpace = in.num(0, 3), in.num(1, 3)
		in.move(0, -in.g.leading)
		in.show(in.lastStr())
	case "TJ":
		for i, a := range in.args {
			switch a.kind {
			case tokString:
				in.show(in.str(i))
			case tokNumber:
				in.tm = matrix{1, 0, 0, 1, -a.num / 1000 * in.g.size * in.g.scale, 0}.mul(in.tm)
			case tokEnd, tokName, tokOpen, tokClose, tokDict, tokWord:
			}
		}
	}
}

func (in *interpreter) move(x, y float64) {
	if m := (matrix{1, 0, 0, 1, x, y}).mul(in.tlm); m.finite() {
		in.tm, in.tlm = m, m
	}
}

// show draws a string: each glyph goes to the word builder, and the text
// matrix moves on by its width.
func (in *interpreter) show(s []byte) {
	g := &in.g
	f := g.font
	if f == nil || len(s) == 0 {
		return
	}
	m := in.tm.mul(g.ctm)
	if !m.finite() {
		return
	}
	in.word.line(m, g, f)
	x := 0.0 // along the text, in unscaled text space
	f.decode(s, func(ch glyph) {
		in.glyphs++
		w := ch.width * g.size * g.scale
		in.word.add(ch.text, x, x+w)
		x += w + g.charSpace*g.scale
		if ch.space {
			x += g.wordSpace * g.scale
		}
	})
	if g.render == 3 || g.render == 7 {
		in.hidden += len(s)
	}
	if in.glyphs > maxGlyphs {
		in.err = errTooMuch
	}
	in.tm[4] += x * in.tm[0]
	in.tm[5] += x * in.tm[1]
}
