package pdfdoc

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

//go:embed glyphlist.txt
var glyphList string

// glyphNames is the glyph list, read when the first font asks for a name.
var glyphNames = sync.OnceValue(func() map[string]rune {
	m := make(map[string]rune, 2000)
	for line := range strings.Lines(glyphList) {
		k, v, ok := strings.Cut(strings.TrimSpace(line), " ")
		if n, err := strconv.ParseUint(v, 16, 32); ok && err == nil {
			m[k] = rune(n)
		}
	}
	return m
})

// runeOfGlyph is the text that a glyph name stands for (Adobe Glyph List
// specification, section 2), or 0.
func runeOfGlyph(n string) rune {
	if r, ok := glyphNames()[n]; ok {
		return r
	}
	base, _, _ := strings.Cut(n, ".")
	if r, ok := glyphNames()[base]; ok {
		return r
	}
	hex := ""
	switch {
	case strings.HasPrefix(base, "uni") && len(base) >= 7:
		hex = base[3:7]
	case strings.HasPrefix(base, "u") && len(base) >= 5 && len(base) <= 7:
		hex = base[1:]
	}
	if v, err := strconv.ParseUint(hex, 16, 32); err == nil && utf8.ValidRune(rune(v)) {
		return rune(v)
	}
	return 0
}

// encoding maps the codes of a simple font to text; 0 where it has none.
type encoding [256]rune

// standardUpper is the upper half of StandardEncoding (ISO 32000-1, D.2) from 0xA1.
const standardUpper = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\x00–†‡·\x00¶•‚„”»…‰\x00¿\x00`´ˆ˜¯˘˙¨\x00˚¸\x00˝˛ˇ—" +
	"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00Æ\x00ª\x00\x00\x00\x00ŁØŒº\x00\x00\x00\x00\x00æ\x00\x00\x00ı\x00\x00łøœß"

// symbolCodes are the letters and signs of the Symbol font from 0x20 that text uses.
const symbolCodes = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"

// symbolUpper is its upper half from 0xA1.
const symbolUpper = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"

func fill(e *encoding, from int, s string) {
	for _, r := range s {
		if from > 255 {
			return
		}
		if r != 0 {
			e[from] = r
		}
		from++
	}
}

// baseEncoding returns the encoding of that name; StandardEncoding for others.
func baseEncoding(n string) encoding {
	var e encoding
	for c := 0x20; c < 0x7f; c++ {
		e[c] = rune(c)
	}
	var m *charmap.Charmap
	switch n {
	case "WinAnsiEncoding":
		m = charmap.Windows1252
	case "MacRomanEncoding":
		m = charmap.Macintosh
	case "Symbol":
		e = encoding{}
		fill(&e, 0x20, symbolCodes)
		fill(&e, 0xa1, symbolUpper)
		return e
	case "ZapfDingbats":
		e[0x6c], e[0x6e], e[0x71], e[0x33], e[0x34], e[0x37], e[0x38] = '●', '■', '❑', '✓', '✔', '✗', '✘'
		return e
	default:
		e['\''], e['`'] = '’', '‘'
		fill(&e, 0xa1, standardUpper)
		return e
	}
	for c := 0x80; c < 0x100; c++ {
		if r := m.DecodeByte(byte(c)); r != utf8.RuneError {
			e[c] = r
		}
	}
	return e
}

// plain spells ligatures and presentation forms in letters, so that a word is
// found however it was set, and turns special spaces into plain ones.
func plain(s string) string {
	for _, r := range s {
		if r == 0xa0 || r >= 0x2000 && r <= 0x200b || r >= 0xfb00 && r <= 0xfb06 || r == 0xad || r < 0x20 || r == 0xfeff {
			return spell.Replace(s)
		}
	}
	return s
}

var spell = func() *strings.Replacer {
	pairs := []string{
		"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st",
		"\u00a0", " ", "\u200b", "", "\ufeff", "", "\u00ad", "-",
	}
	for r := rune(0x2000); r <= 0x200a; r++ {
		pairs = append(pairs, string(r), " ")
	}
	for r := rune(0); r < 0x20; r++ {
		pairs = append(pairs, string(r), " ")
	}
	return strings.NewReplacer(pairs...)
}()
