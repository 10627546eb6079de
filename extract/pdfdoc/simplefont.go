package pdfdoc

import (
	"bytes"
	"strconv"
	"strings"

	corefont "github.com/pdfcpu/pdfcpu/pkg/font"
)

// loadSimple reads a font of one-byte codes: Type 1, TrueType or Type 3.
func (f *font) loadSimple(o object, base string) {
	d := o.key("FontDescriptor")
	f.descriptor(d)
	scale := 0.001
	if o.key("Subtype").name() == "Type3" {
		f.matrix = matrixOf(o.key("FontMatrix"))
		scale = f.matrix[0]
		if scale < 0 {
			scale = -scale
		}
	}
	enc := f.encodingOf(o, d, base)
	for c := range f.simple {
		g := &f.simple[c]
		g.space = c == 32
		g.width = 0.5
		if f.toUnicode != nil {
			if t, ok := f.toUnicode.text[uint32(c)]; ok {
				g.text = plain(t)
				continue
			}
		}
		switch {
		case enc[c] != 0:
			g.text = plain(string(enc[c]))
		case c > 32:
			g.text = "\ufffd"
		default:
			g.text = " "
		}
	}
	f.simpleWidths(o, d, base, enc, scale)
}

func (f *font) simpleWidths(o, d object, base string, enc encoding, scale float64) {
	w := o.key("Widths")
	if w.kind() != array {
		core := coreName(base)
		for c := range f.simple {
			r := enc[c]
			if r == 0 {
				continue
			}
			if v, err := corefont.CharWidth(core, r); err == nil && v > 0 {
				f.simple[c].width = float64(v) / 1000
			}
		}
		return
	}
	missing := d.key("MissingWidth").number() * scale
	for c := range f.simple {
		f.simple[c].width = missing
	}
	first := int(o.key("FirstChar").number())
	for i, v := range numbers(w) {
		if c := first + i; c >= 0 && c < 256 && v >= 0 && v*scale < 20 {
			f.simple[c].width = v * scale
		}
	}
}

// coreName is the standard font (ISO 32000-1, 9.6.2.2) whose widths a font
// without its own is set in.
func coreName(base string) string {
	low := strings.ToLower(base)
	bold, italic := strings.Contains(low, "bold"), strings.Contains(low, "italic") || strings.Contains(low, "oblique")
	pick := func(plain, b, i, bi string) string {
		switch {
		case bold && italic:
			return bi
		case bold:
			return b
		case italic:
			return i
		}
		return plain
	}
	switch {
	case strings.Contains(low, "symbol"):
		return "Symbol"
	case strings.Contains(low, "dingbats"):
		return "ZapfDingbats"
	case strings.Contains(low, "courier"), strings.Contains(low, "mono"):
		return pick("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique")
	case strings.Contains(low, "times"), strings.Contains(low, "serif") && !strings.Contains(low, "sans"):
		return pick("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic")
	}
	return pick("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique")
}

// encodingOf is the font's encoding: the named base, or the font program's own,
// with the differences over it (ISO 32000-1, 9.6.6).
func (f *font) encodingOf(o, d object, base string) encoding {
	e := o.key("Encoding")
	baseName := e.name()
	if e.kind() == dict {
		baseName = e.key("BaseEncoding").name()
	}
	symbolic := int(d.key("Flags").number())&4 != 0
	if baseName == "" {
		low := strings.ToLower(base)
		switch {
		case strings.HasPrefix(low, "symbol"):
			baseName = "Symbol"
		case strings.Contains(low, "dingbats"):
			baseName = "ZapfDingbats"
		case o.key("Subtype").name() == "TrueType" && !symbolic:
			baseName = "WinAnsiEncoding"
		case o.key("Subtype").name() == "TrueType" && e.kind() == null:
			baseName = "WinAnsiEncoding"
		}
	}
	enc := baseEncoding(baseName)
	if baseName == "" {
		builtIn(&enc, d)
	}
	diff := e.key("Differences")
	c := 0
	for i, n := 0, min(diff.length(), maxArray); i < n; i++ {
		v := diff.at(i)
		if v.kind() == number {
			c = int(v.number())
			continue
		}
		if c >= 0 && c < 256 {
			if r := runeOfGlyph(v.name()); r != 0 {
				enc[c] = r
			} else if enc[c] == 0 || v.name() != ".notdef" {
				enc[c] = numbered(v.name(), enc[c])
			}
		}
		c++
	}
	return enc
}

// numbered guesses the code point behind names such as "c65" and "a65", which
// converters make of a character code; keep is returned for other names.
func numbered(n string, keep rune) rune {
	if len(n) < 2 || strings.IndexByte("cCaGg", n[0]) < 0 {
		return keep
	}
	if v, err := strconv.Atoi(n[1:]); err == nil && v >= 32 && v < 127 {
		return rune(v)
	}
	return keep
}

// builtIn reads the encoding of an embedded Type 1 program from its clear text:
// "dup 65 /A put".
func builtIn(enc *encoding, d object) {
	b, _ := d.key("FontFile").data()
	if i := bytes.Index(b, []byte("eexec")); i >= 0 {
		b = b[:i]
	}
	i := bytes.Index(b, []byte("/Encoding"))
	if i < 0 || bytes.HasPrefix(bytes.TrimSpace(b[i+len("/Encoding"):]), []byte("StandardEncoding")) {
		return
	}
	l := lexer{b: b, pos: i}
	last := -1
	for {
		t := l.next()
		switch t.kind {
		case tokEnd:
			return
		case tokNumber:
			last = int(t.num)
		case tokName:
			if last >= 0 && last < 256 {
				if r := runeOfGlyph(string(t.b)); r != 0 {
					enc[last] = r
				}
			}
			last = -1
		case tokWord:
			if string(t.b) == "def" || string(t.b) == "readonly" {
				return
			}
		case tokString, tokOpen, tokClose, tokDict:
		}
	}
}
