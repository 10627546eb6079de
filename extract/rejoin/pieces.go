package rejoin

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/wording"
)

// gap is what stands before a piece of a cell's text.
type gap uint8

const (
	noGap     gap = iota
	sentence      // a sentence's end within a part
	capital       // a capital letter after a word, in a column without full stops
	anywhere      // a word, in a column whose texts begin and end without a sign
	paragraph     // a part of its own
	seam          // a cell of its own
)

// piece is a sentence of a cell, or what stands for one.
type piece struct {
	part       int // of the cell
	start, end int // bytes of the part's text
	gap        gap
	text       string
	year       int // that the sentence begins with, or 0
}

// habit is what a column allows at the head of a text beside a capital letter
// after a sentence's end.
type habit struct {
	bare     bool         // texts end without a full stop
	small    bool         // texts begin with a small letter
	openings map[stem]int // words that texts begin with
}

// pieces cuts a cell's text where a tail could end.
func pieces(x *cell, h habit) []piece {
	const usual = 160 // bytes of a piece
	out := make([]piece, 0, len(x.parts)+len(x.text)/usual)
	for i := range x.parts {
		s := x.parts[i].Text
		g := paragraph
		if i == 0 {
			g = noGap
		} else if i == x.seam {
			g = seam
		}
		start := 0
		for start < len(s) {
			end, next, by := cutAfter(s, start, h)
			out = append(out, piece{part: i, start: start, end: end, gap: g, text: s[start:end], year: leadingYear(s[start:end])})
			start, g = next, by
		}
	}
	return out
}

// longestBare is how many bytes a text may have that is cut at any word.
const longestBare = 1000

// cutAfter finds the end of the piece that begins at start, where the next one
// begins, and what is between.
func cutAfter(s string, start int, h habit) (end, next int, by gap) {
	for i := start; i < len(s); i++ {
		if s[i] > ' ' || s[i] != ' ' && s[i] != '\n' && s[i] != '\t' {
			continue
		}
		j := i
		for j < len(s) && (s[j] == ' ' || s[j] == '\n' || s[j] == '\t') {
			j++
		}
		if j == len(s) {
			break
		}
		r, _ := utf8.DecodeRuneInString(s[j:])
		opens := h.small && isLower(r) || isUpper(r) || isDecimal(r) || r == '«' || r == '"' || r == '–' || r == '-'
		if !opens && !h.bare {
			i = j - 1
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(s[start:i])
		if opens && strings.ContainsRune(".!?…/;»”)\"", last) && wording.EndsSentence(tailOf(s[start:i])) {
			return i, j, sentence
		}
		if h.bare && (isLetter(last) || last == '»' || last == ')') {
			by := noGap
			switch {
			case isUpper(r) || h.small && h.openings[firstStem(s[j:])] > 0:
				by = capital
			case h.small && isLetter(r) && len(s) <= longestBare:
				by = anywhere
			}
			if by != noGap && !dangles(s[start:i]) {
				return i, j, by
			}
		}
		i = j - 1
	}
	return len(s), len(s), noGap
}

// tailOf returns the last bytes of s, for tests that look at its end alone.
func tailOf(s string) string {
	const most = 96
	if len(s) <= most {
		return s
	}
	i := len(s) - most
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}

// leadingYear is the year among a sentence's first words ("Протягом 2019
// року"), or 0: years further on tell of other things.
func leadingYear(s string) int {
	words := 0
	for i := 0; i < len(s) && words < 4 && i < 60; {
		for i < len(s) && s[i] == ' ' {
			i++
		}
		j := i
		for j < len(s) && s[j] != ' ' {
			j++
		}
		if i < j && isDigit(s[i]) {
			w := strings.TrimRight(s[i:j], ",.:;р")
			if len(w) == 4 && (w[0] == '1' && w[1] == '9' || w[0] == '2' && w[1] == '0') && isDigit(w[2]) && isDigit(w[3]) {
				return int(w[0]-'0')*1000 + int(w[1]-'0')*100 + int(w[2]-'0')*10 + int(w[3]-'0')
			}
		}
		words++
		i = j
	}
	return 0
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// ladder lists the years that the pieces begin with.
func ladder(ps []piece) []int {
	var years []int
	for i := range ps {
		if ps[i].year > 0 {
			years = append(years, ps[i].year)
		}
	}
	return years
}

// descents counts how often the years go back.
func descents(years []int) int {
	n := 0
	for i := 1; i < len(years); i++ {
		if years[i] < years[i-1] {
			n++
		}
	}
	return n
}

// stem stands for the words that share their first letters: enough to tell
// whether two texts speak of the same thing.
type stem uint32

const stemLetters = 5

// eachStem calls f for the words of s of four letters and more, with the byte
// at which each ends.
func eachStem(s string, f func(word stem, end int)) {
	h, n := uint32(fnvOffset), 0
	for i := 0; i < len(s); {
		if n == stemLetters {
			i = skipLetters(s, i)
			if i == len(s) {
				break
			}
		}
		l, size := letterAt(s, i)
		if l != 0 {
			if n < stemLetters {
				h = (h ^ uint32(l)) * fnvPrime
				n++
			}
		} else if !apostropheAt(s, i) {
			if n >= 4 {
				f(stem(h), i)
			}
			h, n = fnvOffset, 0
		}
		i += size
	}
	if n >= 4 {
		f(stem(h), len(s))
	}
}

// FNV-1a, for stems are compared and never shown.
const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

// letterAt returns the small letter at s[i], or 0 where there is no letter, and
// how many bytes it takes. Cyrillic and Latin first, for this is where the time
// goes.
func letterAt(s string, i int) (small rune, size int) {
	b := s[i]
	if b|1 == 0xD1 && i+1 < len(s) && s[i+1]&0xC0 == 0x80 {
		return smallCyrillic[b&1<<6|s[i+1]&0x3F], 2
	}
	if b < utf8.RuneSelf {
		if b|0x20 >= 'a' && b|0x20 <= 'z' {
			return rune(b | 0x20), 1
		}
		return 0, 1
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	if isLetter(r) {
		return unicode.ToLower(r), size
	}
	return 0, size
}

// smallCyrillic are the small letters of U+0400 to U+047F.
var smallCyrillic = func() (small [0x80]rune) {
	for i := range small {
		small[i] = unicode.ToLower('\u0400' + rune(i))
	}
	return small
}()

// apostropheAt reports whether an apostrophe that is no letter stands at s[i]:
// it parts no word.
func apostropheAt(s string, i int) bool {
	return s[i] == '\'' || strings.HasPrefix(s[i:], "’")
}

// firstStem is the stem of the first word; short words count too.
func firstStem(s string) stem {
	s = trimSpace(s)
	if i := strings.IndexByte(s, ' '); i > 0 {
		s = s[:i]
	}
	h, n := uint32(fnvOffset), 0
	for _, r := range s {
		if n++; n > stemLetters {
			break
		}
		h = (h ^ uint32(unicode.ToLower(r))) * fnvPrime
	}
	return stem(h)
}

// firstForm stands for the ending of the first word: its last three letters,
// which tell a noun of action from a name. 0 for a short word.
func firstForm(s string) stem {
	s = trimSpace(s)
	if i := strings.IndexByte(s, ' '); i > 0 {
		s = s[:i]
	}
	const letters, shortest = 3, 5
	if utf8.RuneCountInString(s) < shortest {
		return 0
	}
	h, at := uint32(fnvOffset), len(s)
	for range letters {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		h = (h ^ uint32(unicode.ToLower(r))) * fnvPrime
		at -= size
	}
	return stem(h)
}

// itemNumber is the number of a list's item that s begins with ("2. ..."), or 0.
func itemNumber(s string) int {
	n := 0
	for i := 0; i < len(s) && i < 3; i++ {
		switch {
		case isDigit(s[i]):
			n = n*10 + int(s[i]-'0')
		case (s[i] == '.' || s[i] == ')') && i > 0 && i+1 < len(s) && s[i+1] == ' ':
			return n
		default:
			return 0
		}
	}
	return 0
}
