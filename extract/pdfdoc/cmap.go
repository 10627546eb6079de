package pdfdoc

import (
	"unicode/utf16"
	"unicode/utf8"
)

// cmap maps character codes to text (ToUnicode, ISO 32000-1, 9.10.3) or to
// glyph numbers (an embedded CMap of a composite font).
type cmap struct {
	text   map[uint32]string
	cids   map[uint32]uint32
	ranges []cidRange
	spaces []codespace
}

type cidRange struct{ lo, hi, cid uint32 }

// codespace is a range of codes of one length.
type codespace struct {
	n      int
	lo, hi uint32
}

// maxCMap bounds the entries of one CMap: all of Unicode's base plane, twice.
const maxCMap = 1 << 17

// parseCMap reads a CMap. It never fails: what it does not understand is skipped.
func parseCMap(b []byte) *cmap {
	m := &cmap{text: map[uint32]string{}, cids: map[uint32]uint32{}}
	l := lexer{b: b}
	var held []operand // since the last begin... word
	var arena []byte
	for {
		t := l.next()
		switch t.kind {
		case tokEnd:
			return m
		case tokNumber:
			held = append(held, operand{kind: t.kind, num: t.num})
		case tokString:
			held = append(held, operand{kind: t.kind, from: len(arena), to: len(arena) + len(t.b)})
			arena = append(arena, t.b...)
		case tokOpen, tokClose:
			held = append(held, operand{kind: t.kind})
		case tokWord:
			m.word(string(t.b), held, arena)
			held, arena = held[:0], arena[:0]
		case tokName, tokDict:
		}
		if len(held) > maxCMap {
			held, arena = held[:0], arena[:0]
		}
	}
}

func (m *cmap) word(w string, held []operand, arena []byte) {
	if len(m.text)+len(m.cids)+len(m.ranges) > maxCMap {
		return
	}
	str := func(o operand) []byte { return arena[o.from:o.to] }
	switch w {
	case "endcodespacerange":
		for i := 0; i+1 < len(held); i += 2 {
			lo, hi := str(held[i]), str(held[i+1])
			if len(lo) > 0 && len(lo) <= 4 {
				m.spaces = append(m.spaces, codespace{len(lo), code(lo), code(hi)})
			}
		}
	case "endbfchar":
		for i := 0; i+1 < len(held); i += 2 {
			if held[i].kind == tokString && held[i+1].kind == tokString {
				m.text[code(str(held[i]))] = utf16Text(str(held[i+1]))
			}
		}
	case "endbfrange":
		m.bfRanges(held, str)
	case "endcidchar":
		for i := 0; i+1 < len(held); i += 2 {
			m.cids[code(str(held[i]))] = uint32(held[i+1].num)
		}
	case "endcidrange":
		for i := 0; i+2 < len(held); i += 3 {
			m.ranges = append(m.ranges, cidRange{code(str(held[i])), code(str(held[i+1])), uint32(held[i+2].num)})
		}
	}
}

func (m *cmap) bfRanges(held []operand, str func(operand) []byte) {
	for i := 0; i+2 < len(held); {
		lo, hi := code(str(held[i])), code(str(held[i+1]))
		if hi < lo || hi-lo > maxCMap {
			hi = lo
		}
		i += 2
		if held[i].kind != tokOpen {
			to := str(held[i])
			for c := lo; c <= hi && len(m.text) < maxCMap; c++ {
				m.text[c] = utf16Text(to)
				to = increment(to)
			}
			i++
			continue
		}
		i++
		for c := lo; i < len(held) && held[i].kind != tokClose; i, c = i+1, c+1 {
			if c <= hi {
				m.text[c] = utf16Text(str(held[i]))
			}
		}
		i++
	}
}

// increment is the next code: the last two bytes count up.
func increment(b []byte) []byte {
	c := append([]byte(nil), b...)
	for i := len(c) - 1; i >= 0 && i >= len(c)-2; i-- {
		c[i]++
		if c[i] != 0 {
			break
		}
	}
	return c
}

// cid is the glyph number of a code; the code itself where the map has none.
func (m *cmap) cid(c uint32) uint32 {
	if v, ok := m.cids[c]; ok {
		return v
	}
	for _, r := range m.ranges {
		if c >= r.lo && c <= r.hi {
			return r.cid + c - r.lo
		}
	}
	return c
}

func code(b []byte) (c uint32) {
	for _, x := range b {
		c = c<<8 | uint32(x)
	}
	return c
}

// utf16Text decodes UTF-16BE; a lone byte is Latin 1, as some producers write it.
func utf16Text(b []byte) string {
	if len(b) == 1 {
		return string(rune(b[0]))
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	s := string(utf16.Decode(units))
	if !utf8.ValidString(s) {
		return ""
	}
	return s
}
