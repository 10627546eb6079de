package wording

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zvit/extract/record"
)

// shortestNear is how many letters a stem has at least that a word with a wrong
// letter is compared with: shorter ones are too near to other words.
const shortestNear = 5

// otherWords are words, by their beginnings, that are one letter away from the
// stem of another: "втрачено" is not "витрачено".
var otherWords = []string{"втрачен", "приведен", "поведен", "передач", "погреб", "масов", "часов", "різни"}

// NearStem reports whether a folded word begins with a stem but for one letter,
// which is wrong, missing or extra, or for two that have changed places, as OCR
// and typing leave them (the distance of Damerau, 1964). The stem's last letter
// must hold, for other words differ there, and its first where it has fewer than
// seven. It is for texts in which no stem stands exactly.
func NearStem(word, stem string) bool {
	if len(word)+2 < len(stem) || fewer(stem, shortestNear) {
		return false
	}
	same := 0 // bytes that both begin with, at a rune's start
	for same < len(word) && same < len(stem) && word[same] == stem[same] {
		same++
	}
	if same == len(stem) {
		return true
	}
	for same > 0 && !utf8.RuneStart(stem[same]) {
		same--
	}
	if !oneOff(word[same:], stem[same:]) || same == 0 && fewer(stem, 7) {
		return false
	}
	return !isOtherWord(word)
}

// fewer reports whether a stem has fewer letters than n. No letter of a stem has
// more than two bytes, so that few are counted.
func fewer(stem string, n int) bool {
	return len(stem) < 2*n && utf8.RuneCountInString(stem) < n
}

func isOtherWord(word string) bool {
	return slices.ContainsFunc(otherWords, func(other string) bool { return strings.HasPrefix(word, other) })
}

// oneOff reports whether a begins with b but for an error at its first letter, or
// the first two, and b goes on after it.
func oneOff(a, b string) bool {
	x, mine := utf8.DecodeRuneInString(a)
	y, its := utf8.DecodeRuneInString(b)
	if its == len(b) {
		return mine < len(a) && strings.HasPrefix(a[mine:], b) // one too many before the last
	}
	if strings.HasPrefix(a[mine:], b[its:]) || strings.HasPrefix(a, b[its:]) || strings.HasPrefix(a[mine:], b) {
		return true
	}
	x2, mine2 := utf8.DecodeRuneInString(a[mine:])
	y2, its2 := utf8.DecodeRuneInString(b[its:])
	return x == y2 && y == x2 && strings.HasPrefix(a[mine+mine2:], b[its+its2:])
}

// nearRole is the role of a level in which no word of one stands exactly: that of
// the first word that is near one.
func nearRole(l *level) (record.Role, bool) {
	for _, w := range l.words {
		for _, r := range [...]struct {
			role  record.Role
			stems []string
		}{{record.Actual, actualStems}, {record.Planned, planStems}, {record.Deviation, deviationStems}} {
			for _, stem := range r.stems {
				if NearStem(w, stem) {
					return r.role, true
				}
			}
		}
	}
	return "", false
}
