package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/wording"
)

// numberSpan is a number with its sign, and the number in it, by bytes.
type numberSpan struct{ start, from, end int }

// decisionNumbers finds the numbers with their signs: "№879", "№ 3-6/VІІІ", "№
// 253 - VII", "№ 4445 - МР", "N 520/2589". Letters of the session may be of
// either alphabet.
func decisionNumbers(s string) []numberSpan {
	var list []numberSpan
	for i := numberSign(s, 0); i < len(s); {
		next := i + 1
		if from := afterNumberSign(s, i); from > 0 {
			if end := decisionNumberEnd(s, from); end > from {
				list = append(list, numberSpan{i, from, end})
				next = end
			}
		}
		i = numberSign(s, next)
	}
	return list
}

// numberSign returns where the first sign stands at or after byte i that a number
// may follow; the length of s where none does.
func numberSign(s string, i int) int {
	for ; i < len(s); i++ {
		if s[i] == 'N' || s[i] == "№"[0] && strings.HasPrefix(s[i:], "№") {
			break
		}
	}
	return i
}

// hasNumberSign reports whether there is one.
func hasNumberSign(s string) bool {
	return strings.IndexByte(s, 'N') >= 0 || strings.Contains(s, "№")
}

// afterNumberSign returns where the number begins after the sign at byte i: "№",
// "Nº", "N°", or "N" and "No" where they begin a word; 0 where no sign stands.
func afterNumberSign(s string, i int) int {
	rest, ok := strings.CutPrefix(s[i:], "№")
	if !ok {
		rest = s[i+1:] // after the N
		if after, raised := cutAny(rest, "º", "°"); raised {
			rest = after
		} else if i > 0 && (s[i-1] == '_' || s[i-1] < utf8.RuneSelf && isInk(rune(s[i-1]))) {
			return 0
		} else {
			rest = strings.TrimPrefix(rest, "o")
		}
	}
	rest = strings.TrimPrefix(rest, ".")
	return len(s) - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
}

func cutAny(s string, prefixes ...string) (rest string, ok bool) {
	for _, p := range prefixes {
		if rest, ok = strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

// decisionNumberEnd returns where the number at byte i ends: digits, and parts of
// digits or of a session's letters after dashes and slashes.
func decisionNumberEnd(s string, i int) int {
	end := i + digitsAt(s[i:])
	if end == i {
		return i
	}
	for {
		rest := trimOneSpace(s[end:])
		rest, ok := cutAny(rest, "-", "–", "/")
		if !ok {
			return end
		}
		rest = trimOneSpace(rest)
		n := digitsAt(rest)
		if n == 0 {
			n = sessionAt(rest)
		}
		if n == 0 {
			return end
		}
		end = len(s) - len(rest) + n
	}
}

func trimOneSpace(s string) string {
	if r, size := utf8.DecodeRuneInString(s); unicode.IsSpace(r) {
		return s[size:]
	}
	return s
}

func digitsAt(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// sessionAt returns how many bytes the capitals take that s begins with, five
// letters at most.
func sessionAt(s string) int {
	n := 0
	for range 5 {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !(r >= 'A' && r <= 'Z' || r >= 'А' && r <= 'Я' || strings.ContainsRune("ҐЄІЇ", r)) {
			break
		}
		n += size
	}
	return n
}

// datesNumber reports whether the text between a date and a number makes them
// one: "р.", "року", a comma, "за", the place where the council sat ("м. Явір").
func datesNumber(gap string) bool {
	gap = trimGap(gap, ",")
	if betweenDateAndNumber.MatchString(gap) {
		return true
	}
	gap, _ = cutAny(gap, "року", "р.", "р")
	gap = trimGap(gap, ",/")
	if place := placeName.FindString(gap); place != "" {
		gap = gap[len(place):]
	}
	after, ok := strings.CutPrefix(gap, "за")
	return gap == "" || ok && after != "" && strings.TrimSpace(after) == ""
}

// betweenDateAndNumber is "рішенням сесії районної ради".
var betweenDateAndNumber = wording.Expr(`^рішення(?:м)?(?:\s+[а-яґєії]+){0,4}\s*$`)

// trimGap takes white space and the marks off a gap's beginning.
func trimGap(gap, marks string) string {
	return strings.TrimLeftFunc(gap, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(marks, r) })
}

// placeName is a town or village that stands at the beginning of a text.
var placeName = wording.Expr(`^(?:м\.|с\.|смт\.?|с-ще)\s*[А-ЯҐЄІЇ][а-яґєіїА-ЯҐЄІЇ'’ʼ-]+[\s,]*`)

// numbersDate reports whether the text between a number and a date makes them
// one: "від", a slash. The і may be of either alphabet.
func numbersDate(gap string) bool {
	gap, ok := cutAny(trimGap(gap, ","), "від", "вiд", "/")
	return ok && strings.TrimSpace(gap) == ""
}

func isInk(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
