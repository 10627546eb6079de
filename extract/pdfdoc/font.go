package pdfdoc

import (
	"strings"
)

// glyph is what one character code of a font shows.
type glyph struct {
	text  string
	width float64 // in text space units: 1 is the font size
	space bool    // code 32 of a simple font: word spacing applies
}

// font decodes the strings of one font.
type font struct {
	composite bool
	simple    [256]glyph
	wide      map[uint32]glyph // composite: what was decoded so far
	widths    map[uint32]float64
	missing   float64
	toUnicode *cmap
	codes     *cmap // composite: embedded CMap
	bold      bool
	// ascent and descent are in text space units, descent positive below the line.
	ascent, descent float64
	matrix          matrix // of a Type 3 font; its scale is in the widths already
}

// loadFont reads a font dictionary. A font that says nothing decodes to
// Latin text of half the font's size. parse makes its character maps.
func loadFont(o object, parse func([]byte) *cmap) *font {
	f := &font{ascent: 0.75, descent: 0.22, missing: 0.5}
	base := o.key("BaseFont").name()
	if i := strings.IndexByte(base, '+'); i == 6 {
		base = base[7:]
	}
	low := strings.ToLower(base)
	f.bold = strings.Contains(low, "bold") || strings.Contains(low, "black") || strings.Contains(low, "heavy")
	if b, err := o.key("ToUnicode").data(); len(b) > 0 || err == nil {
		f.toUnicode = parse(b)
	}
	if o.key("Subtype").name() == "Type0" {
		f.loadComposite(o, parse)
	} else {
		f.loadSimple(o, base)
	}
	return f
}

func (f *font) descriptor(d object) {
	if d.key("FontWeight").number() >= 600 || int(d.key("Flags").number())&(1<<18) != 0 {
		f.bold = true
	}
}

func (f *font) loadComposite(o object, parse func([]byte) *cmap) {
	f.composite, f.wide, f.missing = true, map[uint32]glyph{}, 1
	d := o.key("DescendantFonts").at(0)
	f.descriptor(d.key("FontDescriptor"))
	if dw := d.key("DW"); dw.kind() == number {
		f.missing = dw.number() / 1000
	}
	f.widths = map[uint32]float64{}
	w := d.key("W")
	for i, n := 0, min(w.length(), maxArray); i < n; {
		first := uint32(w.at(i).number())
		second := w.at(i + 1)
		if second.kind() == array {
			for j, m := 0, min(second.length(), maxArray); j < m; j++ {
				f.widths[first+uint32(j)] = second.at(j).number() / 1000
			}
			i += 2
			continue
		}
		last, v := uint32(second.number()), w.at(i+2).number()/1000
		for c := first; c <= last && c-first < maxArray; c++ {
			f.widths[c] = v
		}
		i += 3
	}
	if e := o.key("Encoding"); e.kind() == stream {
		if b, _ := e.data(); len(b) > 0 {
			f.codes = parse(b)
		}
	}
	if f.toUnicode == nil || len(f.toUnicode.text) == 0 {
		f.toUnicode = embeddedUnicode(d)
	}
}

// decode calls show for each character of a string.
func (f *font) decode(s []byte, show func(glyph)) {
	if !f.composite {
		for _, c := range s {
			show(f.simple[c])
		}
		return
	}
	for len(s) > 0 {
		n := 2
		if f.codes != nil {
			n = f.codes.codeLength(s)
		}
		n = min(n, len(s))
		c := code(s[:n])
		s = s[n:]
		g, ok := f.wide[c]
		if !ok {
			g = f.wideGlyph(c)
			if len(f.wide) < maxArray {
				f.wide[c] = g
			}
		}
		show(g)
	}
}

func (m *cmap) codeLength(s []byte) int {
	for n := 1; n <= 4 && n <= len(s); n++ {
		c := code(s[:n])
		for _, sp := range m.spaces {
			if sp.n == n && c >= sp.lo && c <= sp.hi {
				return n
			}
		}
	}
	if len(m.spaces) > 0 {
		return m.spaces[0].n
	}
	return 2
}

func (f *font) wideGlyph(c uint32) glyph {
	cid := c
	if f.codes != nil {
		cid = f.codes.cid(c)
	}
	g := glyph{width: f.missing}
	if w, ok := f.widths[cid]; ok {
		g.width = w
	}
	if f.toUnicode != nil {
		if t, ok := f.toUnicode.text[c]; ok {
			g.text = plain(t)
			return g
		}
	}
	g.text = "\ufffd"
	return g
}
