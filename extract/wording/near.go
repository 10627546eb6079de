package wording

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// shortestNear is how many letters a stem has at least that a word with a wrong
// letter is compared with: shorter ones are too near to other words.
const shortestNear = 5

// otherWords are words, by their beginnings, that are one letter away from the
// stem of another: "втрачено" is not "витрачено".
var otherWords = []string{"втрачен", "приведен", "поведен", "передач", "погреб", "масов", "часов", "різни", "утриман"}

// NearStem reports whether a folded word begins with a stem but for one letter,
// which is wrong, missing or extra, or for two that have changed places, as OCR
// and typing leave them (the distance of Damerau, 1964). The stem's last letter
// must hold, for other words differ there, and its first where it has fewer than
// seven. It is for texts in which no stem stands exactly.
func NearStem(word, stem string) bool {
	_, ok := nearTail(word, stem)
	return ok && !isOtherWord(word)
}

// nearTail returns what a word has after a stem that it begins with but for an
// error as NearStem allows.
func nearTail(word, stem string) (tail string, ok bool) {
	if len(word)+2 < len(stem) || fewer(stem, shortestNear) {
		return "", false
	}
	same := 0 // bytes that both begin with, at a rune's start
	for same < len(word) && same < len(stem) && word[same] == stem[same] {
		same++
	}
	if same == len(stem) {
		return word[same:], true
	}
	for same > 0 && !utf8.RuneStart(stem[same]) {
		same--
	}
	if same == 0 && fewer(stem, 7) {
		return "", false
	}
	return oneOff(word[same:], stem[same:])
}

// fewer reports whether a stem has fewer letters than n. No letter of a stem has
// more than two bytes, so that few are counted.
func fewer(stem string, n int) bool {
	return len(stem) < 2*n && utf8.RuneCountInString(stem) < n
}

func isOtherWord(word string) bool {
	return slices.ContainsFunc(otherWords, func(other string) bool { return strings.HasPrefix(word, other) })
}

// oneOff returns how a goes on after b where it begins with b but for an error at
// its first letter, or the first two.
func oneOff(a, b string) (tail string, ok bool) {
	x, mine := utf8.DecodeRuneInString(a)
	y, its := utf8.DecodeRuneInString(b)
	if its == len(b) { // one too many before the last
		if mine == len(a) {
			return "", false
		}
		return strings.CutPrefix(a[mine:], b)
	}
	if tail, ok = strings.CutPrefix(a[mine:], b[its:]); ok { // wrong
		return tail, true
	}
	if tail, ok = strings.CutPrefix(a, b[its:]); ok { // missing
		return tail, true
	}
	if tail, ok = strings.CutPrefix(a[mine:], b); ok { // too many
		return tail, true
	}
	x2, mine2 := utf8.DecodeRuneInString(a[mine:])
	y2, its2 := utf8.DecodeRuneInString(b[its:])
	if x == y2 && y == x2 {
		return strings.CutPrefix(a[mine+mine2:], b[its+its2:])
	}
	return "", false
}
