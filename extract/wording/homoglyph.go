package wording

import (
	"strings"
	"unicode/utf8"
)

// twins gives for a letter below U+0460 the one that looks like it, or 0. It is
// asked for every letter of a mixed word, which a map takes long to answer.
type twins [0x460]rune

func (t *twins) of(r rune) rune {
	if r < 0 || int(r) >= len(t) {
		return 0
	}
	return t[r]
}

// cyrillicTwin gives the Cyrillic letter that looks like a Latin one. Small m,
// h, b, t are left out: upright, they look like nothing Cyrillic.
var cyrillicTwin = twins{
	'a': 'а', 'c': 'с', 'e': 'е', 'i': 'і', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у', 'k': 'к', 'ï': 'ї',
	'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'I': 'І', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'T': 'Т', 'X': 'Х', 'Y': 'У', 'Ï': 'Ї',
}

// latinTwin is the reverse, without the letters that only stand in for a digit.
var latinTwin = func() (t twins) {
	for latin, cyrillic := range cyrillicTwin[:utf8.RuneSelf] { // ï stands in Cyrillic words only
		if cyrillic != 0 {
			t[cyrillic] = rune(latin)
		}
	}
	return t
}()

// Homoglyphs folds the letters of one word to one alphabet: the one of its
// letters that have no twin in the other, else of its majority, else Cyrillic.
// Words of one alphabet stay as they are, so that "COVID" and "PR" do. Digits
// that look like letters are folded inside a Cyrillic word ("рішенн3я" is not
// guessed at its end, where footnote marks stand) and at its beginning where
// no unit of measure follows ("3аходи", but "3грн").
//
// Evidence: "Пaспоpт бюджетної пpогpaми" in an official text, "видаткiв",
// "Лiсова" in exports. The result is for matching, never for storing.
func Homoglyphs(word []rune) []rune {
	var cyr, lat, onlyCyr, onlyLat, digits int
	for _, r := range word {
		switch {
		case isCyrillic(r):
			cyr++
			if latinTwin.of(r) == 0 {
				onlyCyr++
			}
		case isLatin(r):
			lat++
			if cyrillicTwin.of(r) == 0 {
				onlyLat++
			}
		case r >= '0' && r <= '9':
			digits++
		}
	}
	if cyr == 0 || lat == 0 && digits == 0 {
		return word
	}
	out := word
	switch {
	case lat == 0:
	case onlyCyr > 0 && onlyLat == 0, (onlyCyr > 0) == (onlyLat > 0) && cyr >= lat:
		out = mapRunes(word, &cyrillicTwin)
	default:
		return mapRunes(word, &latinTwin)
	}
	if digits > 0 && cyr >= 3 {
		out = foldDigits(out)
	}
	return out
}

func mapRunes(word []rune, twin *twins) []rune {
	out := make([]rune, len(word))
	for i, r := range word {
		out[i] = r
		if t := twin.of(r); t != 0 {
			out[i] = t
		}
	}
	return out
}

// lookalikeDigit gives the letter that OCR prints as a digit.
func lookalikeDigit(r rune) rune {
	switch r {
	case '0':
		return 'о'
	case '3':
		return 'з'
	case '6':
		return 'б'
	case '1':
		return 'і'
	}
	return 0
}

func foldDigits(word []rune) []rune {
	out := append([]rune(nil), word...)
	for i, r := range word {
		t := lookalikeDigit(r)
		if t == 0 || i+1 == len(word) || !isCyrillic(word[i+1]) {
			continue
		}
		if i > 0 && isCyrillic(word[i-1]) || i == 0 && r != '1' && r != '6' && !beginsMeasure(word[1:]) {
			out[i] = t
		}
	}
	return out
}

// beginsMeasure reports whether what is glued to a digit names a thing that is
// counted, or is too short to tell.
func beginsMeasure(rest []rune) bool {
	if len(rest) < 4 {
		return true
	}
	s := strings.ToLower(string(rest))
	for _, stem := range [...]string{
		"грив", "гривн", "тис", "міль", "млрд", "копі", "відс", "місц", "особ", "осіб", "люд", "раз", "шту",
		"один", "кіломет", "метр", "тонн", "годин", "днів", "років", "рок", "місяц", "кварт", "чолов", "дитин", "дітей",
	} {
		if strings.HasPrefix(s, stem) {
			return true
		}
	}
	return false
}
