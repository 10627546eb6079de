package wording

import (
	"strings"
	"unicode/utf8"
)

// NumeralSpan is a numeral found in running text, by bytes.
type NumeralSpan struct {
	Numeral
	Start, End int
}

// FindNumerals returns the numerals of running text, in order: "5 200 600,0" is
// one; "2018-2020" is two, as is "12, 13". Parts of codes, dates ("18.12.2017"),
// row numbers ("1.2.") and words ("95-ї", "№879") are left out.
//
// A hyphen is a minus after a space or an opening bracket; at a line's beginning
// it is a bullet, unless nothing but a unit of money follows its number.
func FindNumerals(s string) []NumeralSpan {
	if !hasDigit(s) {
		return nil
	}
	return spansOf(numeralsOf(s, lex(s)))
}

func spansOf(numerals []numeralTokens) []NumeralSpan {
	if len(numerals) == 0 {
		return nil
	}
	spans := make([]NumeralSpan, len(numerals))
	for i, n := range numerals {
		spans[i] = n.NumeralSpan
	}
	return spans
}

// numeralTokens is a numeral with the tokens that it covers.
type numeralTokens struct {
	NumeralSpan
	first, next int
	misread     bool // a letter stands for a digit: see withMisread
}

func numeralsOf(s string, tokens []token) []numeralTokens {
	var found []numeralTokens
	for i := 0; i < len(tokens); {
		if _, next := dateAt(tokens, i); next > 0 {
			i = next
			continue
		}
		if tokens[i].kind != tokenDigits {
			i++
			continue
		}
		next, ok := numeralAt(s, tokens, i)
		if ok {
			start, end := int(tokens[i].start), int(tokens[next-1].end)
			if minusBefore(tokens, i, next) {
				start = int(tokens[i-1].start)
			}
			if n, parsed := ParseNumeral(s[start:end]); parsed {
				if found == nil {
					found = make([]numeralTokens, 0, 6)
				}
				found = append(found, numeralTokens{NumeralSpan: NumeralSpan{n, start, end}, first: i, next: next})
			}
		}
		i = next
	}
	return found
}

// apostropheGroup reports whether an apostrophe with three digits glued to it stands
// at tokens[i]: a group of "1'203'060,00".
func apostropheGroup(tokens []token, i int) bool {
	if i+1 >= len(tokens) || tokens[i].kind != tokenMark || tokens[i].spaced || tokens[i+1].spaced || tokens[i+1].kind != tokenDigits || tokens[i+1].size() != 3 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(tokens[i].text)
	return isApostrophe(r)
}

// numeralAt returns the token after the numeral or code that begins at
// tokens[i], and whether it is a numeral.
func numeralAt(s string, tokens []token, i int) (next int, ok bool) {
	j := i + 1
	if first := tokens[i]; first.size() <= 3 && s[first.start] != '0' {
		for j < len(tokens) {
			if tokens[j].kind == tokenDigits && oneSpace(s, tokens, j) && tokens[j].size()%3 == 0 {
				j++
			} else if apostropheGroup(tokens, j) {
				j += 2
			} else {
				break
			}
		}
	}
	marks := 0
	dotted := true
	for j+1 < len(tokens) && tokens[j].is(",", ".") && !tokens[j].spaced && tokens[j+1].kind == tokenDigits && !tokens[j+1].spaced {
		marks++
		dotted = dotted && tokens[j].is(".")
		j += 2
	}
	if marks == 0 && setOff(s, tokens, i, j) {
		marks, dotted = 1, false
		j += 2
	}
	if !startsNumeral(tokens, i) {
		// Only what is glued belongs to the code: "№5 540,0 тис.грн".
		k := i + 1
		for k+1 < len(tokens) && tokens[k].is(",", ".") && !tokens[k].spaced && tokens[k+1].kind == tokenDigits && !tokens[k+1].spaced {
			k += 2
		}
		return chainEnd(tokens, k), false
	}
	if lineStart(tokens, i) && dotted && rowMark(tokens, j) {
		return j, false
	}
	if marks > 1 {
		if _, ok := ParseNumeral(s[tokens[i].start:tokens[j-1].end]); !ok {
			return j, false
		}
	}
	if j >= len(tokens) || tokens[j].spaced {
		return j, true
	}
	switch after := tokens[j]; {
	case after.kind == tokenWord:
		return j, countable(after.text)
	case after.kind == tokenMark && j+1 < len(tokens) && !tokens[j+1].spaced:
		following := tokens[j+1]
		switch {
		case after.is("-") && following.kind == tokenWord:
			return j + 2, false // "95-ї", "10-річчя"
		case after.is("-", "/", "+", "\\") && following.kind == tokenDigits:
			end := chainEnd(tokens, j)
			pair := end == j+2
			if pair && (after.is("-") || marks > 0) {
				return j, true // "2018-2020", "470,6/470,6"
			}
			return end, false
		case after.is("/") && following.kind == tokenWord && romanFolded(following.text) > 0:
			return j + 2, false // "20/VII"
		}
	}
	return j, true
}

// chainEnd passes the digits of a code or telephone number: "-12-19", "/2589".
func chainEnd(tokens []token, j int) int {
	for j+1 < len(tokens) && tokens[j].is("-", "/", "+", ".", "\\") && !tokens[j].spaced && tokens[j+1].kind != tokenMark && !tokens[j+1].spaced {
		if tokens[j+1].kind == tokenWord && romanFolded(tokens[j+1].text) == 0 {
			break
		}
		j += 2
	}
	return j
}

// startsNumeral looks at what stands before tokens[i].
func startsNumeral(tokens []token, i int) bool {
	if i == 0 {
		return true
	}
	t, prev := tokens[i], tokens[i-1]
	switch {
	case prev.is("№", "#") || prev.kind == tokenWord && prev.is("n", "no", "nº"):
		return false
	case prev.kind == tokenWord && !t.spaced:
		return false // "А4", "О240209"
	case prev.kind == tokenWord && t.size() >= 5 && utf8.RuneCountInString(prev.text) == 1 && (i+1 == len(tokens) || tokens[i+1].kind == tokenMark && !tokens[i+1].is(",")):
		return false // "О 240209", the number of a bridge
	case prev.kind == tokenWord && prev.is("км") && i+1 < len(tokens) && tokens[i+1].is("+"):
		return false
	case prev.is("-") && !t.spaced && !prev.spaced && i > 1 && tokens[i-2].kind == tokenWord:
		// "сумі-1561650" and, a short word before decimals, "газ-24603,8" have lost
		// their spaces; "COVID-19" and "Ту-134" are names.
		return (len(tokens[i-2].text) > 6 || t.size() > 3 && decimalsAfter(tokens, i+1)) && isCyrillic([]rune(tokens[i-2].text)[0])
	}
	return true
}

// decimalsAfter reports whether a comma with digits glued to it stands at tokens[i].
func decimalsAfter(tokens []token, i int) bool {
	return i+1 < len(tokens) && tokens[i].is(",") && !tokens[i].spaced && tokens[i+1].kind == tokenDigits && !tokens[i+1].spaced
}

// setOff reports whether the two digits of kopecks stand at tokens[j] behind a comma
// and a space, with the hryvnia after them: "2 147 360, 00 грн".
func setOff(s string, tokens []token, i, j int) bool {
	if j+2 >= len(tokens) || !tokens[j].is(",") || tokens[j].spaced || tokens[j+1].kind != tokenDigits || tokens[j+1].size() != 2 || !oneSpace(s, tokens, j+1) {
		return false
	}
	return (j > i+1 || tokens[j+1].text[0] == '0') && isCurrency(tokens[j+2].text, false)
}

// oneSpace reports whether one space of any kind, and no tab or line's end,
// stands before tokens[j].
func oneSpace(s string, tokens []token, j int) bool {
	gap := s[tokens[j-1].end:tokens[j].start]
	r, size := utf8.DecodeRuneInString(gap)
	return size == len(gap) && size > 0 && r != '\t' && r != '\n' && r != '\r'
}

func lineStart(tokens []token, i int) bool { return i == 0 || tokens[i].newline }

// rowMark reports whether tokens[j] is the mark of a row's number, with a word
// or nothing after it: "1.2. Захід", "3) ".
func rowMark(tokens []token, j int) bool {
	if j >= len(tokens) || !tokens[j].is(".", ")") || tokens[j].spaced {
		return false
	}
	return j+1 == len(tokens) || tokens[j+1].kind != tokenDigits || tokens[j+1].spaced
}

// minusBefore tells a minus from a hyphen and from a bullet.
func minusBefore(tokens []token, i, next int) bool {
	if i == 0 || tokens[i].spaced || !tokens[i-1].is("-", "\u2212") {
		return false
	}
	prev := tokens[i-1]
	if i > 1 && !prev.newline {
		return prev.spaced || tokens[i-2].is("(", "[", "«", "/", ":", ";", "|")
	}
	for j := next; j < len(tokens) && !tokens[j].newline; j++ {
		if m := unitAt(tokens, j); m.next > 0 {
			j = m.next - 1
		} else if tokens[j].kind != tokenMark {
			return false
		}
	}
	return true
}

// countable holds for what may be glued to a number without making it a code.
func countable(w string) bool {
	if u, _ := multiplier(w); u != "" || isCurrency(w, false) || isKopeck(w) || isMeasure(w) {
		return true
	}
	switch w {
	case "р", "рр", "року", "рік", "роки", "років", "х", "дн", "хв", "раз", "рази", "разів", "осіб", "особи", "чоловік", "відсотків", "мм", "см", "гр":
		return true
	}
	return strings.HasPrefix(w, "рок") || strings.HasPrefix(w, "відсот") || strings.HasPrefix(w, "квт")
}
