package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// programmeWord returns the byte at which the word "програма" stands that the
// name follows: the first with a quote after it, else the first; -1 where there
// is none.
func programmeWord(s string) int {
	first := -1
	for at, end := findProgrammeWord(s, 0); at >= 0; at, end = findProgrammeWord(s, end) {
		if first < 0 {
			first = at
		}
		if quoteFollows(s[at:]) {
			return at
		}
	}
	return first
}

// quoteFollows reports whether the first word of a text is followed by a quote.
func quoteFollows(s string) bool {
	j := strings.IndexAny(s, " «“\"„")
	if j < 0 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimSpace(s[j:]))
	return strings.ContainsRune("«“\"„", next)
}

// findProgrammeWord returns where the word "програма" begins, in any case, with
// letters that may be set apart, and where what ends it does: white space, a mark
// or the text's end. It is looked for from byte i on; at is -1 where there is none.
func findProgrammeWord(s string, i int) (at, end int) {
	for ; i+1 < len(s); i++ {
		if s[i] == "п"[0] && s[i+1] == "п"[1] || s[i] == "П"[0] && s[i+1] == "П"[1] {
			if end := programmeWordEnd(s, i); end > 0 {
				return i, end
			}
		}
	}
	return -1, -1
}

// programmeWordEnd returns the end of the word that findProgrammeWord looks for,
// were it to begin at byte i; 0 where it does not.
func programmeWordEnd(s string, i int) int {
	next := func(letter rune) bool {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.ToLower(r) != letter {
			return false
		}
		i += size
		return true
	}
	for _, letter := range "програм" {
		if !next(letter) {
			return 0
		}
		if r, size := utf8.DecodeRuneInString(s[i:]); isWhite(r) {
			i += size
		}
	}
	if !(next('и') || next('а') || next('у') || next('і') || next('о') && next('ю')) {
		return 0
	}
	if i == len(s) {
		return i
	}
	if r, size := utf8.DecodeRuneInString(s[i:]); isWhite(r) || strings.ContainsRune("«“\"„,:", r) {
		return i + size
	}
	return 0
}

// isWhite holds for the white space that wording.Expr knows.
func isWhite(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\f', '\r', '\u0085':
		return true
	}
	return unicode.Is(unicode.Z, r)
}
