package wording

import (
	"strings"
	"unicode/utf8"
)

// Absent reports whether a cell's text says that there is no value: empty, a
// dash of any kind, or Х/x as forms print it. A blank to be filled in ("____")
// and an ellipsis are absent as well. Zero is a value.
func Absent(s string) bool {
	s = trimSpace(s)
	switch s {
	case "", "х", "Х", "x", "X", "…", "...":
		return true
	}
	if len(s) > 64 {
		return false
	}
	for _, r := range s {
		if !isDash(r) && r != '_' && !isSpace(r) {
			return false
		}
	}
	return true
}

// RowNumber reads "1", "1.", "1.1.", "2)", "І." as a row's number and returns it
// without the final mark ("1.1"); false where s is no row number.
//
// A number has at most five levels of one to four digits (one to three below
// the first), none with a leading zero; a Roman one is made of I, V and X in
// either alphabet. Whether "2018" or "2.5" is a row's number only its column can
// tell.
func RowNumber(s string) (string, bool) {
	s = trimSpace(s)
	if s == "" || len(s) > 32 {
		return "", false
	}
	if !isDigit(s[0]) {
		return romanNumber(s)
	}
	var out strings.Builder
	levels, i := 0, 0
	for {
		start := i
		for i < len(s) && isDigit(s[i]) {
			i++
		}
		n := i - start
		if n == 0 || n > 4 || levels > 0 && n > 3 || s[start] == '0' || levels == 5 {
			return "", false
		}
		if levels > 0 {
			out.WriteByte('.')
		}
		out.WriteString(s[start:i])
		levels++
		i = skipSpaces(s, i)
		if i == len(s) {
			return out.String(), true
		}
		if s[i] != '.' && s[i] != ')' {
			return "", false
		}
		closed := s[i] == ')'
		i = skipSpaces(s, i+1)
		if i == len(s) {
			return out.String(), true
		}
		if s[i] == ')' && i+1 == len(s) {
			return out.String(), true
		}
		if closed {
			return "", false
		}
	}
}

func skipSpaces(s string, i int) int {
	for i < len(s) {
		n := spaceAt(s, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// romanNumber reads "IV.", in Latin letters or the Cyrillic ones that look like
// them ("ІV", "VІІІ"), and returns it in Latin. "Х" alone is a form's "no value".
func romanNumber(s string) (string, bool) {
	var out []byte
	for i, r := range s {
		switch r {
		case 'I', 'І', 'Ӏ':
			out = append(out, 'I')
		case 'V':
			out = append(out, 'V')
		case 'X', 'Х':
			out = append(out, 'X')
		case '.', ')':
			if i+utf8.RuneLen(r) != len(s) {
				return "", false
			}
		default:
			return "", false
		}
	}
	if len(out) == 0 || len(out) == len(s) && s == "X" || s == "Х" {
		return "", false
	}
	v := romanValue(string(out))
	return string(out), v > 0
}

// romanValue returns the value of a Latin Roman numeral below 40, or 0.
func romanValue(s string) int {
	tens := len(s) - len(strings.TrimLeft(s, "X"))
	if tens > 3 {
		return 0
	}
	for i, unit := range [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"} {
		if s[tens:] == unit {
			return tens*10 + i
		}
	}
	return 0
}
