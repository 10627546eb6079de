package charset

import (
	"math"
	"strings"
	"unicode"
)

// frequency is the share of each letter in Ukrainian text, in per mille, as
// published tables give it; the four Russian letters are met in names and in
// older papers.
func frequency(r rune) float64 {
	switch r {
	case 'о':
		return 94
	case 'а':
		return 83
	case 'н':
		return 68
	case 'и':
		return 61
	case 'і':
		return 57
	case 'в', 'т', 'р':
		return 54
	case 'е':
		return 48
	case 'с':
		return 44
	case 'к', 'л', 'д':
		return 36
	case 'у', 'м':
		return 33
	case 'п':
		return 29
	case 'я', 'з':
		return 22
	case 'ь', 'б', 'г':
		return 17
	case 'й', 'ч', 'х':
		return 12
	case 'ц', 'ю', 'ж':
		return 8
	case 'ї', 'є', 'ш':
		return 6
	case 'щ', 'ф':
		return 4
	case 'ґ':
		return 0.1
	case 'ы', 'э', 'ъ', 'ё':
		return 0.5
	}
	return 0
}

// marks are the signs beyond ASCII that reports use.
const marks = "№«»–—’‘“”„…§°•·\u00a0±²³€"

// Weights of what stands beside a letter, in nats.
const (
	foreignSign   = -9.5 // a sign or letter that Ukrainian does not use
	capitalStart  = -1.5
	capitalInside = -6.0 // after a small letter
	capitalLast   = -3.0 // small letter wanted after a capital inside a word
	impossible    = -5.0
	unlikely      = -2.5
	mixedScript   = -2.0
)

// weigh scores the high byte that reads as r, after before and last.
func weigh(before, last, r, next rune) float64 {
	switch {
	case strings.ContainsRune(marks, r):
		return -5.5
	case r >= '\u2500' && r <= '\u259f': // boxes and shades
		return -5.8
	}
	low := unicode.ToLower(r)
	f := frequency(low)
	if f == 0 {
		return foreignSign
	}
	score := math.Log(f / 1000)
	if low != r {
		switch {
		case unicode.IsLower(last):
			score += capitalInside
		case unicode.IsUpper(last):
		default:
			score += capitalStart
		}
		if unicode.IsUpper(last) && unicode.IsLower(next) {
			score += capitalLast
		}
	}
	return score + pair(unicode.ToLower(before), unicode.ToLower(last), low)
}

// pair scores what Ukrainian spelling forbids or shuns.
func pair(before, last, r rune) float64 {
	const vowels = "аеєиіїоуюяыэё"
	score := 0.0
	wordStart := !isLetter(last) && last != '\'' && last != '’'
	switch r {
	case 'ь', 'ъ', 'ы':
		if wordStart || strings.ContainsRune(vowels, last) || last == 'ь' || last == 'й' {
			score += impossible
		}
	case 'й':
		if isLetter(last) && !strings.ContainsRune(vowels, last) && last != 'i' {
			score += unlikely
		}
	case 'ї':
		if isLetter(last) && !strings.ContainsRune(vowels, last) && last != 'i' {
			score += impossible
		}
	case 'и':
		if wordStart {
			score += unlikely
		}
	}
	if r == last && r == before {
		score += impossible
	}
	if last != 'i' && isASCIILetter(last) {
		score += mixedScript
	}
	return score
}

func isLetter(r rune) bool { return unicode.IsLetter(r) }

func isASCIILetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
