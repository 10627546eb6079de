package wording

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// LooseNumeral reads a cell that ParseNumeral refuses and a person could still
// read: a dash of another kind for the minus, or one set off by a space ("–
// 147,8"), brackets of accounts for it, a space about the decimal mark or in
// its place ("2489 80", "162 331, 35"), a long first group ("1117 777,5").
// It is a guess: whoever uses it must mark the amount doubtful.
func LooseNumeral(s string) (Numeral, bool) {
	if n, ok := ParseNumeral(s); ok {
		return n, true
	}
	s = trimSpace(s)
	negative := false
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		negative, s = true, trimSpace(s[1:len(s)-1])
	} else if r, size := utf8.DecodeRuneInString(s); isDash(r) {
		negative, s = true, trimSpace(s[size:])
	}
	if s == "" || s[0] < '0' || s[0] > '9' {
		return Numeral{}, false
	}
	n, ok := ParseNumeral(s)
	if !ok {
		n, ok = looseSpaces(s)
	}
	if negative {
		n.Mantissa = -n.Mantissa
	}
	return n, ok
}

func looseSpaces(s string) (Numeral, bool) {
	runs := strings.FieldsFunc(s, isSpace)
	joined := strings.Join(runs, " ")
	for _, mark := range []string{",", "."} {
		tight := strings.ReplaceAll(strings.ReplaceAll(joined, " "+mark, mark), mark+" ", mark)
		if tight != joined && strings.Count(tight, mark) == 1 {
			if n, ok := ParseNumeral(tight); ok {
				return n, true
			}
		}
	}
	if len(runs) < 2 || strings.ContainsAny(joined[:len(joined)-len(runs[len(runs)-1])], ",.") {
		return Numeral{}, false
	}
	if y, err := strconv.Atoi(runs[0]); err == nil && isYear(y) {
		return Numeral{}, false // "2018 540" is a year and a number
	}
	last := runs[len(runs)-1]
	if len(last) == 2 {
		return ParseNumeral(strings.Join(runs[:len(runs)-1], " ") + "," + last)
	}
	if len(runs[0]) > 3 {
		n, ok := ParseNumeral("1 " + strings.Join(runs[1:], " ")) // the later groups must be sound
		if !ok || n.Mantissa < 0 {
			return Numeral{}, false
		}
		n, ok = ParseNumeral(strings.Join(runs, ""))
		n.Grouped = true
		return n, ok
	}
	return Numeral{}, false
}
