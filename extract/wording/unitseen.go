package wording

import (
	"strings"
	"unicode/utf8"
)

// mayHaveUnit is false where no word of s begins as a unit of money does; most
// texts have none, and need not be cut into words. Letters of either alphabet
// count, as they do in Fold.
func mayHaveUnit(s string) bool {
	inside := false // the rune before is a letter
	for i := 0; i < len(s); {
		c := s[i]
		if inside && (c == 0xD0 || c == 0xD1) {
			i += 2 // a letter, as nearly all are
			continue
		}
		if c < utf8.RuneSelf && !isASCIILetter(rune(c)) {
			inside = false
			i++
			continue
		}
		size := letterSize(s, i)
		switch {
		case size == 0:
			r, n := runeAt(s, i)
			if r == '₴' || r == '\u00AD' { // a soft hyphen may stand in any word
				return true
			}
			size, inside = n, false
		case !inside:
			if beginsUnit(s, i) {
				return true
			}
			inside = true
		}
		i += size
	}
	return false
}

// beginsUnit looks at three letters of the word at byte i: "грн", "гри", "гр",
// "rрн", "тис", "тыс", "млн", "млр", "міл", "мил", "коп", "ua".
func beginsUnit(s string, i int) bool {
	r, size := runeAt(s, i)
	var second, third string
	switch r {
	case 'г', 'Г':
		second, third = "рРpP", "нНHиИпП"
	case 'т', 'Т', 'T':
		second, third = "иИыЫuU", "сСcC"
	case 'м', 'М', 'M':
		second, third = "лЛіІиИiI", "нНHрРpPлЛ"
	case 'к', 'К', 'k', 'K':
		second, third = "оОoO", "пП"
	case 'r', 'R':
		second, third = "рРpP", "нНH"
	case 'u', 'U':
		second = "aAаА"
	default:
		return false
	}
	i += size
	if i == len(s) {
		return false
	}
	next, size := runeAt(s, i)
	if !strings.ContainsRune(second, next) {
		return false
	}
	i += size
	if third == "" || i == len(s) || letterSize(s, i) == 0 {
		return true
	}
	next, _ = runeAt(s, i)
	return strings.ContainsRune(third, next)
}
