package pdfdoc

import (
	"strings"

	"golang.org/x/text/encoding/charmap"

	"zvit/extract/layout"
)

// Old Windows programs set Cyrillic with fonts that call their encoding
// WinAnsi: "Ïðîãðàìà" is "Програма" in Windows-1251. No language writes more
// than this part of its letters with accents.
const accented = 0.5

// recode reads the words of a page as Windows-1251 where most of their letters
// are accented Latin ones.
func recode(p *layout.Page) {
	upper, plain := 0, 0
	for i := range p.Words {
		for _, r := range p.Words[i].Text {
			switch {
			case r >= 0xc0 && r <= 0xff:
				upper++
			case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0x400 && r < 0x530:
				plain++
			}
		}
	}
	if upper < 20 || float64(upper) < accented*float64(upper+plain) {
		return
	}
	for i := range p.Words {
		p.Words[i].Text = asWindows1251(p.Words[i].Text)
	}
}

func asWindows1251(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 {
			return r
		}
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			return r
		}
		return charmap.Windows1251.DecodeByte(b)
	}, s)
}
