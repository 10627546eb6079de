package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spaceAt returns the length in bytes of the white space rune at s[i:], or 0.
// NBSP (U+00A0), figure space (U+2007), thin space (U+2009) and narrow NBSP
// (U+202F) all group digits in Ukrainian documents (babel issues 637 and 1061).
func spaceAt(s string, i int) int {
	if c := s[i]; c < utf8.RuneSelf {
		if c == ' ' || c >= '\t' && c <= '\r' {
			return 1
		}
		return 0
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	if isSpace(r) {
		return size
	}
	return 0
}

// isSpace also holds for the zero-width marks that copying leaves in text.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', '\u0085', '\u00A0', '\u202F', '\u205F', '\u3000',
		'\u2028', '\u2029', '\u200B', '\u2060', '\uFEFF':
		return true
	}
	return r >= '\u2000' && r <= '\u200A'
}

// isDash holds for hyphens, dashes and the minus sign.
func isDash(r rune) bool {
	switch r {
	case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u00AF', '\uFE58', '\uFE63', '\uFF0D':
		return true
	}
	return false
}

// isApostrophe holds for the marks that stand for the Ukrainian apostrophe.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '\u2019', '\u02BC', '`', '\u00B4', '\u2018', '\u2032':
		return true
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isCyrillic(r rune) bool { return r >= 0x0400 && r <= 0x052F }

func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == 'ï' || r == 'Ï'
}

// trimSpace is strings.TrimSpace with every kind of space above.
func trimSpace(s string) string {
	if s == "" {
		return s
	}
	if c, d := s[0], s[len(s)-1]; c > ' ' && c < utf8.RuneSelf && d > ' ' && d < utf8.RuneSelf {
		return s
	}
	return strings.TrimFunc(s, isSpace)
}

// isYear holds for the years that reports are on.
func isYear(n int) bool { return n >= 1991 && n <= 2099 }

func isLetter(r rune) bool {
	return isCyrillic(r) || isLatin(r) || r >= utf8.RuneSelf && unicode.IsLetter(r)
}

// isLower is unicode.IsLower, quick for Cyrillic letters.
func isLower(r rune) bool {
	if r >= 'Ѐ' && r <= 'џ' {
		return r >= 'а'
	}
	return unicode.IsLower(r)
}

// toLower is unicode.ToLower, quick for the letters that reports are written in.
func toLower(r rune) rune {
	switch {
	case r >= 'а' && r <= 'џ', r < 'A':
		return r
	case r <= 'Z', r >= 'А' && r <= 'Я':
		return r + ('a' - 'A')
	case r < utf8.RuneSelf:
		return r
	case r >= 'Ѐ' && r <= 'Џ':
		return r + ('ѐ' - 'Ѐ')
	}
	return unicode.ToLower(r)
}

// wordRune returns the size of the letter or digit at s[i:], 0 where it is none.
func wordRune(s string, i int) int {
	c := s[i]
	if c < utf8.RuneSelf {
		if isDigit(c) || isASCIILetter(rune(c)) {
			return 1
		}
		return 0
	}
	if c >= 0xD0 && c <= 0xD3 && i+1 < len(s) && s[i+1]&0xC0 == 0x80 {
		return 2 // U+0400 to U+04FF
	}
	if r, size := utf8.DecodeRuneInString(s[i:]); isLetter(r) {
		return size
	}
	return 0
}

// runeAt decodes the rune at s[i:]. Two-byte ones, which Cyrillic letters are,
// are decoded in place: most of the time of reading a text goes there.
func runeAt(s string, i int) (r rune, size int) {
	c := s[i]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	if c >= 0xC2 && c < 0xE0 && i+1 < len(s) && s[i+1]&0xC0 == 0x80 {
		return rune(c&0x1F)<<6 | rune(s[i+1]&0x3F), 2
	}
	return utf8.DecodeRuneInString(s[i:])
}
