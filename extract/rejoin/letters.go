package rejoin

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isLetter is unicode.IsLetter. It and the two below are asked for most letters
// of a document: those of U+0400 to U+045F are known without tables.
func isLetter(r rune) bool { return r >= 'Ѐ' && r <= 'џ' || unicode.IsLetter(r) }

// isUpper is unicode.IsUpper.
func isUpper(r rune) bool {
	if r >= 'Ѐ' && r <= 'џ' {
		return r <= 'Я'
	}
	return unicode.IsUpper(r)
}

// isLower is unicode.IsLower.
func isLower(r rune) bool {
	if r >= 'Ѐ' && r <= 'џ' {
		return r > 'Я'
	}
	return unicode.IsLower(r)
}

// isDecimal is unicode.IsDigit: beyond ASCII digits begin at U+0660.
func isDecimal(r rune) bool {
	if r < '\u0660' {
		return r >= '0' && r <= '9'
	}
	return unicode.IsDigit(r)
}

// trimSpace is strings.TrimSpace, quick for texts that begin and end with a
// Cyrillic letter.
func trimSpace(s string) string {
	n := len(s)
	if n < 2 || s[0] <= ' ' || s[0] >= utf8.RuneSelf && s[0]|1 != 0xD1 {
		return strings.TrimSpace(s)
	}
	if last := s[n-1]; last > ' ' && last < utf8.RuneSelf || last >= utf8.RuneSelf && s[n-2]|1 == 0xD1 {
		return s
	}
	return strings.TrimSpace(s)
}

// skipLetters passes letters of U+0400 to U+047F from byte i on.
func skipLetters(s string, i int) int {
	for i+1 < len(s) && s[i]|1 == 0xD1 && s[i+1]&0xC0 == 0x80 {
		i += 2
	}
	return i
}

// lettersBack returns where the letters of U+0400 to U+047F begin that s ends
// with, not going below byte least.
func lettersBack(s string, least int) int {
	i := len(s)
	for i >= 2 && i > least && s[i-1]&0xC0 == 0x80 && s[i-2]|1 == 0xD1 {
		i -= 2
	}
	return i
}
