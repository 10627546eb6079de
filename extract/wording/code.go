package wording

import (
	"regexp"
	"strings"

	"zvit/extract/record"
)

// CodeSpan is a code of a classification or register in running text, by bytes.
type CodeSpan struct {
	Kind       record.CodeKind
	Code       string // with its leading zeros
	Valid      bool
	Start, End int
}

var (
	katottg  = Expr(`^(?:UA|UА|УА|УA)\d{17}$`)
	codeText = Expr(`^\(?\s*(\d{3,10})\s*\)?(?:$|[\s.,;:–-])`)
)

// ReadCode reads the code that a cell holds or begins with ("0611010", "2111
// Заробітна плата", "(0100000)"). kind is what the heading says, or "": then the
// shape decides, and stays "" where it fits several classifications, as eight
// digits do. A code that a spreadsheet robbed of its leading zero gets it back
// where its kind is known; ok is false where the cell begins with no code.
func ReadCode(s string, kind record.CodeKind) (code string, found record.CodeKind, ok bool) {
	s = trimSpace(s)
	if katottg.MatchString(s) {
		return "UA" + s[len(s)-17:], record.KATOTTG, true
	}
	m := codeText.FindStringSubmatch(s)
	if m == nil {
		return "", "", false
	}
	code = m[1]
	if kind == "" {
		return code, codeShape(code), true
	}
	switch lengths := codeLengths[kind]; {
	case kind == record.KATOTTG, kind == record.EDRPOU && len(code) == 10:
		kind = "" // КОАТУУ; the number of a person who pays taxes
	case kind == record.TPKVKMB && len(code) < 6, kind == record.EDRPOU && len(code) < 6:
		kind = codeShape(code) // another code in the column: "2111" under "КПКВК"
	default:
		for _, n := range lengths {
			if len(code) == n-1 {
				code = "0" + code
				break
			}
			if len(code) == n {
				break
			}
		}
	}
	return code, kind, true
}

// codeLengths are the digits of a code, the present form first. КФКВК had six
// digits until 2017, the budget's code has ten.
var codeLengths = map[record.CodeKind][]int{
	record.TPKVKMB: {7}, record.KFKVK: {4, 6}, record.KEKV: {4}, record.Budget: {10}, record.EDRPOU: {8},
}

// codeShape is the kind that the digits alone can only be; "" where they can be
// of several.
func codeShape(code string) record.CodeKind {
	switch {
	case len(code) == 7 && ValidCode(record.TPKVKMB, code):
		return record.TPKVKMB
	case len(code) == 4 && ValidCode(record.KFKVK, code):
		return record.KFKVK
	case len(code) == 4 && ValidCode(record.KEKV, code):
		return record.KEKV
	}
	return ""
}

// ValidCode checks a code by the rules of its classification:
//
//   - ТПКВКМБ has seven digits: two of the chief manager, one of the executor (0
//     for the manager itself, then only zeros follow), four of the programme
//     (order 793 of 20.09.2017 of the Ministry of Finance);
//   - КФКВК four, of ten divisions (order 11 of 14.01.2011), or six before 2017;
//   - КЕКВ four, that begin with 2, 3, 4 or 9 (1 before 2013; the same order);
//   - the code of a local budget ten;
//   - ЄДРПОУ eight with a check digit, see ValidEDRPOU;
//   - КАТОТТГ "UA" and 17 digits, that begin with the number of a region.
func ValidCode(kind record.CodeKind, code string) bool {
	if kind == record.KATOTTG {
		return len(code) == 19 && code[:2] == "UA" && isNumberWord(code[2:]) && strings.Contains(katottgRegions, code[2:4]+" ")
	}
	if !isNumberWord(code) {
		return false
	}
	switch kind {
	case record.TPKVKMB:
		return len(code) == 7 && code[:2] != "00" && (code[2] != '0' || code[3:] == "0000")
	case record.KFKVK:
		return len(code) == 6 || len(code) == 4 && (code[0] == '0' && code[1] != '0' || code[:2] == "10")
	case record.KEKV:
		return len(code) == 4 && strings.IndexByte("12349", code[0]) >= 0
	case record.Budget:
		return len(code) == 10 && code[:2] != "00"
	case record.EDRPOU:
		return ValidEDRPOU(code)
	}
	return false
}

// The regions of the codifier of administrative units (order 290 of 26.11.2020).
const katottgRegions = "01 05 07 12 14 18 21 23 26 32 35 44 46 48 51 53 56 59 61 63 65 68 71 73 74 80 85 "

// ValidEDRPOU checks the eighth digit: the seven before it by the weights 1..7 (7,
// 1..6 for numbers from 30 to 60 million) modulo 11; where that gives 10, by the
// weights plus 2; where that gives 10 as well, the digit is 0.
func ValidEDRPOU(code string) bool {
	if len(code) != 8 || !isNumberWord(code) {
		return false
	}
	first := 0
	if c := code[0]; c >= '3' && c <= '5' {
		first = 6
	}
	sum := func(more int) int {
		s := 0
		for i := range 7 {
			s += ((i+first)%7 + 1 + more) * int(code[i]-'0')
		}
		return s % 11
	}
	check := sum(0)
	if check == 10 {
		check = sum(2) % 10
	}
	return int(code[7]-'0') == check
}

// codeLabels are words that a code stands right after in running text.
var codeLabels = []struct {
	kind record.CodeKind
	re   *regexp.Regexp
}{
	{record.TPKVKMB, Expr(`(?:К?ТПКВКМБ|К?ТПКВК\s*МБ|КТПКВ|КПКВК(?:\s*МБ)?)[\s:№–-]*(\d{6,7})(?:\D|$)`)},
	{record.KFKVK, Expr(`КФКВК?[\s:№–-]*(\d{4}|\d{6})(?:\D|$)`)},
	{record.KEKV, Expr(`КЕКВ[\s:№–-]*(\d{4})(?:\D|$)`)},
	{record.EDRPOU, Expr(`(?:ЄДРПОУ|ЕДРПОУ|ЄДРП0У|СДРПОУ)[\s:№)–-]*(\d{8})(?:\D|$)`)},
	{record.Budget, Expr(`[Кк]од\s+бюджету[\s:№)–-]*(\d{10})(?:\D|$)`)},
	{record.KATOTTG, Expr(`((?:UA|УА)\d{17})(?:\D|$)`)},
}

// FindCodes returns the codes that running text names by their classification
// ("КПКВК 0611010", "код ЄДРПОУ: 02124781"), in order of kind and place.
func FindCodes(s string) []CodeSpan {
	if !strings.ContainsAny(s, "КЄСЕUУк") || !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	var found []CodeSpan
	for _, l := range codeLabels {
		for _, m := range l.re.FindAllStringSubmatchIndex(s, -1) {
			code, kind, ok := ReadCode(s[m[2]:m[3]], l.kind)
			if ok {
				found = append(found, CodeSpan{kind, code, ValidCode(kind, code), m[2], m[3]})
			}
		}
	}
	return found
}
