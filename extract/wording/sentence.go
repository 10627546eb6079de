package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// EndsSentence reports whether s ends as a sentence does (final mark, closing
// quote or bracket after one). Abbreviations ("м.", "т.д.", "р.") do not count,
// nor do initials and row numbers. "грн." does: more often than not it closes
// its sentence, for within one it has no full stop (DSTU 3582).
func EndsSentence(s string) bool {
	if n := len(s); n > 1 && s[n-2]|1 == 0xD1 && s[n-1] >= utf8.RuneSelf {
		return false // a Cyrillic letter, as most texts without a mark end with
	}
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return isSpace(r) || strings.ContainsRune("»”\"'’“)]", r)
	})
	r, size := utf8.DecodeLastRuneInString(s)
	switch r {
	case '!', '?', '…':
		return true
	case '.':
	default:
		return false
	}
	s = s[:len(s)-size]
	if strings.HasSuffix(s, ".") {
		return true // an ellipsis of full stops
	}
	if _, ok := RowNumber(s); ok {
		return false
	}
	start := len(s)
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if !isLetter(r) && !(r >= '0' && r <= '9') && !isApostrophe(r) {
			break
		}
		start -= n
	}
	word := s[start:]
	if word == "" {
		return strings.TrimRightFunc(s, isSpace) != ""
	}
	if utf8.RuneCountInString(word) == 1 {
		return isDigit(word[0])
	}
	return !abbreviations[Fold(word)]
}

// abbreviations stand before the word that they belong to, so a full stop after
// them says nothing.
var abbreviations = map[string]bool{
	"тис": true, "млн": true, "млрд": true, "рр": true, "пп": true, "вул": true, "просп": true, "пров": true, "пл": true,
	"бульв": true, "буд": true, "кв": true, "ім": true, "ст": true, "стор": true, "рис": true, "табл": true, "гр": true, "див": true,
	"напр": true, "тел": true, "обл": true, "смт": true, "куб": true, "пог": true, "кап": true, "буд-во": true, "тов": true, "чл": true,
	"зав": true, "заст": true, "нач": true, "проф": true, "доц": true, "акад": true, "інж": true, "один": true, "тзв": true,
}

// StartsInside reports whether s begins inside a sentence: with a small letter,
// a closing bracket or quote, a comma. A list's item ("а) ремонт") begins its own.
func StartsInside(s string) bool {
	s = strings.TrimLeftFunc(s, isSpace)
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case ')', ']', '»', ',', ';', ':', '.', '%':
		return true
	case '”':
		next, _ := utf8.DecodeRuneInString(s[size:])
		return size == len(s) || !unicode.IsUpper(next)
	}
	if !isLower(r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[size:])
	return next != ')'
}
