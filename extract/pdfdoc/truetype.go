package pdfdoc

import "encoding/binary"

// embeddedUnicode makes the text of a composite font without ToUnicode from
// the character map of its TrueType program, read backwards. It returns nil
// where there is none. It holds for Identity-H with an identity glyph map,
// which is what producers write.
func embeddedUnicode(d object) *cmap {
	b, _ := d.key("FontDescriptor").key("FontFile2").data()
	t := sfntTable(b, "cmap")
	if len(t) < 4 {
		return nil
	}
	m := &cmap{text: map[uint32]string{}}
	n := int(binary.BigEndian.Uint16(t[2:]))
	for i := 0; i < n && 4+8*i+8 <= len(t); i++ {
		off := int(binary.BigEndian.Uint32(t[4+8*i+4:]))
		if off+16 <= len(t) && binary.BigEndian.Uint16(t[off:]) == 4 {
			reverseFormat4(t[off:], m.text)
		}
	}
	if len(m.text) == 0 {
		return nil
	}
	return m
}

// sfntTable finds a table of a TrueType file (OpenType specification, "Organization of an OpenType Font").
func sfntTable(b []byte, tag string) []byte {
	if len(b) < 12 {
		return nil
	}
	n := int(binary.BigEndian.Uint16(b[4:]))
	for i := 0; i < n && 12+16*i+16 <= len(b); i++ {
		e := b[12+16*i:]
		if string(e[:4]) != tag {
			continue
		}
		off, size := int(binary.BigEndian.Uint32(e[8:])), int(binary.BigEndian.Uint32(e[12:]))
		if off >= len(b) || size < 0 {
			return nil
		}
		return b[off:min(off+size, len(b))]
	}
	return nil
}

// reverseFormat4 adds glyph to character for a segment map (format 4).
func reverseFormat4(t []byte, text map[uint32]string) {
	u16 := func(i int) int {
		if i < 0 || i+2 > len(t) {
			return 0
		}
		return int(binary.BigEndian.Uint16(t[i:]))
	}
	seg := u16(6) / 2
	for s := range seg {
		end, start := u16(14+2*s), u16(16+2*seg+2*s)
		delta, at := u16(16+4*seg+2*s), 16+6*seg+2*s
		off := u16(at)
		for c := start; c <= end && c < 0xffff; c++ {
			g := (c + delta) & 0xffff
			if off != 0 {
				if g = u16(at + off + 2*(c-start)); g != 0 {
					g = (g + delta) & 0xffff
				}
			}
			if g != 0 {
				if _, seen := text[uint32(g)]; !seen {
					text[uint32(g)] = string(rune(c))
				}
			}
		}
	}
}
