package charset

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// codec is a named encoding.
type codec struct {
	name     string
	encoding encoding.Encoding
	table    *[128]rune // of the upper half, where encoding is nil
}

// candidates are the single-byte encodings that are told apart by their letters,
// in order of how often they are met.
func candidates() []codec {
	return []codec{
		{name: Windows1251, encoding: charmap.Windows1251},
		{name: KOI8U, encoding: charmap.KOI8U},
		{name: IBM866, encoding: charmap.CodePage866},
		{name: CP1125, table: cp1125()},
		{name: MacCyrillic, encoding: charmap.MacintoshCyrillic},
		{name: ISO8859x5, encoding: charmap.ISO8859_5},
		{name: Windows1252, encoding: charmap.Windows1252},
	}
}

// ours returns the encodings that the WHATWG index lacks, or names otherwise
// than Ukrainian files need: what is declared as KOI8-R is KOI8-U with і.
func ours(name string) (codec, bool) {
	switch name {
	case "cp1125", "ibm1125", "1125", "ruscii", "cp866u", "x-cp1125", "dos-1125":
		return codec{name: CP1125, table: cp1125()}, true
	case "koi8-r", "koi8-u", "koi8-ru", "koi8r", "koi8u", "koi8":
		return codec{name: KOI8U, encoding: charmap.KOI8U}, true
	case "cp1251", "win-1251", "win1251", "windows1251", "1251", "ansi-1251":
		return codec{name: Windows1251, encoding: charmap.Windows1251}, true
	case "cp866", "dos-866", "866", "dos":
		return codec{name: IBM866, encoding: charmap.CodePage866}, true
	case "mac-cyrillic", "maccyrillic", "x-mac-ukraine", "mac-ukrainian", "macukrainian", "x-mac-ukrainian":
		return codec{name: MacCyrillic, encoding: charmap.MacintoshCyrillic}, true
	case "utf-16", "utf-16le", "utf16", "utf16le", "ucs-2", "unicode":
		return codec{name: UTF16LE, encoding: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}, true
	case "utf-16be", "utf16be":
		return codec{name: UTF16BE, encoding: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}, true
	case "utf-32le", "utf-32":
		return codec{name: "utf-32le", encoding: utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)}, true
	case "utf-32be":
		return codec{name: "utf-32be", encoding: utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)}, true
	case "utf-8", "utf8", "utf-8-sig", "ascii", "us-ascii":
		return codec{name: UTF8, encoding: encoding.Nop}, true
	}
	return codec{}, false
}

// decode returns data in UTF-8, U+FFFD for what the encoding does not have.
func (c codec) decode(data []byte) string {
	switch {
	case c.name == UTF8:
		return strings.ToValidUTF8(string(data), "\ufffd")
	case c.table != nil:
		var b strings.Builder
		b.Grow(2 * len(data))
		for _, x := range data {
			b.WriteRune(c.rune(x))
		}
		return b.String()
	}
	out, err := c.encoding.NewDecoder().Bytes(data)
	if err != nil { // Decoders replace; none of these fails.
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	return string(out)
}

// rune decodes one byte of a single-byte encoding.
func (c codec) rune(x byte) rune {
	if x < utf8.RuneSelf {
		return rune(x)
	}
	if c.table != nil {
		return c.table[x-utf8.RuneSelf]
	}
	return c.encoding.(*charmap.Charmap).DecodeByte(x)
}

// cp1125 is the Ukrainian DOS encoding (RST 2018-91): CP866 but for the eight
// letters that it puts in place of the Belarusian and Ukrainian ones.
func cp1125() *[128]rune {
	var t [128]rune
	for i := range t {
		t[i] = charmap.CodePage866.DecodeByte(byte(i + utf8.RuneSelf))
	}
	copy(t[0xf2-utf8.RuneSelf:], []rune("ҐґЄєІіЇї"))
	return &t
}
