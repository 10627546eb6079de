package wording

import (
	"strings"
	"unicode/utf8"
)

// foldPlain is Fold in one pass, for all texts but those whose letters Fold must
// first bring together: soft hyphens, hyphens at a line's end, letters set
// apart. Then it returns false. A word with Latin letters or digits among its
// letters is folded by itself, as Fold does. A text that is folded as it stands
// is returned itself.
func foldPlain(s string) (string, bool) {
	f := plainFolder{text: s}
	for i := 0; i < len(s); {
		if inWordAt(s, i) > 0 {
			end, ok := f.word(i)
			if !ok {
				return "", false
			}
			i = end
			continue
		}
		r, size := runeAt(s, i)
		switch {
		case r == ' ' || r == '\n' || r == '\t' || r == '\u00A0':
			if r == '\n' && i > 0 && (s[i-1] == '-' || s[i-1] == ' ') {
				return "", false
			}
			if i = f.spaces(i); i < 0 {
				return "", false
			}
			continue
		case r == '—':
			f.replace(i, i+size, "–")
		case r > ' ' && r < utf8.RuneSelf, r == '«', r == '»', r == '№', r == '…', r == '–', r == '“', r == '”', r == '„':
		default:
			return "", false
		}
		f.single = 0
		i += size
	}
	if f.kept == 0 {
		return s, true
	}
	f.out.WriteString(s[f.kept:])
	return f.out.String(), true
}

// plainFolder is the state of foldPlain.
type plainFolder struct {
	text   string
	out    strings.Builder // what became of text[:kept]
	kept   int             // the text from here on is folded as it stands, so far
	single int             // words of one letter in a row, single spaces between
	most   majority        // of the text's letters, once a word of one letter has asked
}

// replace gives text[from:to] another form.
func (f *plainFolder) replace(from, to int, with string) {
	if f.kept == 0 {
		f.out.Grow(len(f.text))
	}
	f.out.WriteString(f.text[f.kept:from])
	f.out.WriteString(with)
	f.kept = to
}

// spaces makes one space of the white space at byte i, none at the text's ends,
// and returns where it ends; -1 where letters may be set apart or a word be cut
// within it.
func (f *plainFolder) spaces(from int) int {
	s := f.text
	i := from
	for i < len(s) {
		r, size := runeAt(s, i)
		if r == '\n' && i > from && s[i-1] == ' ' {
			return -1
		}
		if r != ' ' && r != '\n' && r != '\t' && r != '\u00A0' {
			break
		}
		i += size
	}
	switch {
	case from == 0 || i == len(s):
		f.replace(from, i, "")
	case i > from+1 || s[from] != ' ':
		f.replace(from, i, " ")
	}
	return i
}

// word folds the word at byte from and returns its end; false where letters
// stand set apart.
func (f *plainFolder) word(from int) (end int, ok bool) {
	s := f.text
	latin, cyrillic, digits := 0, 0, 0
	capital, mark := false, false
	i := from
	for i < len(s) {
		if end := smallCyrillic(s, i); end > i {
			cyrillic += (end - i) / 2
			if i = end; i == len(s) {
				break
			}
		}
		size := inWordAt(s, i)
		if size == 0 {
			break
		}
		switch c := s[i]; {
		case isDigit(c):
			digits++
		case c < utf8.RuneSelf && isASCIILetter(rune(c)):
			latin++
			capital = capital || c <= 'Z'
		case size == 2 && c >= 0xD0 && c <= 0xD4:
			cyrillic++
			capital = true // or a small letter that is not Ukrainian: toLower knows
		default:
			mark = mark || c != '\''
		}
		i += size
	}
	letters := latin + cyrillic
	if letters+digits == 0 {
		if mark {
			f.rewrite(from, i)
		}
		return i, true
	}
	f.single++
	if letters != 1 {
		f.single = 0
	}
	switch {
	case cyrillic > 0 && latin+digits > 0, i == from+1 && latin == 1:
		f.refold(from, i)
	case capital || mark:
		f.rewrite(from, i)
	}
	return i, f.single < 3
}

// smallCyrillic returns where the run of small Cyrillic letters (U+0430 to
// U+045F) ends that begins at byte i, or i.
func smallCyrillic(s string, i int) int {
	for i+1 < len(s) && isSmallCyrillic(s[i], s[i+1]) {
		i += 2
	}
	return i
}

// isSmallCyrillic holds for the two bytes of a letter from U+0430 to U+045F.
// Nearly all letters are such, of either first byte: to ask for one and then for
// the other takes three times as long, for the processor guesses wrong.
func isSmallCyrillic(a, b byte) bool {
	return a&0xFE == 0xD0 && b&0xC0 == 0x80 && uint(a)<<6+uint(b)-(0xD0<<6+0xB0) < 0x30
}

// rewrite writes the letters of a word of one alphabet that Fold changes:
// capitals small, apostrophes plain. What stands between them stays.
func (f *plainFolder) rewrite(from, to int) {
	for i := from; i < to; {
		if end := smallCyrillic(f.text, i); end > i {
			i = min(end, to)
			continue
		}
		r, size := runeAt(f.text, i)
		switch {
		case r != '\'' && isApostrophe(r):
			f.replace(i, i+size, "'")
		case toLower(r) != r:
			f.replace(i, i+size, smallOf(r))
		}
		i += size
	}
}

// smallOf is toLower, as a text.
func smallOf(r rune) string {
	const letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя" // of U+0410 to U+042F
	if r >= 'А' && r <= 'Я' {
		at := (r - 'А') * 2
		return letters[at : at+2]
	}
	return string(toLower(r))
}

// refold writes a word anew, its letters folded to one alphabet.
func (f *plainFolder) refold(from, to int) {
	var buf [24]rune
	runes := buf[:0]
	for _, r := range f.text[from:to] {
		runes = append(runes, r)
	}
	if len(runes) == 1 && cyrillicTwin.of(runes[0]) != 0 {
		if f.most == uncounted {
			f.most = majorityOf(f.text)
		}
		if f.most == mostlyCyrillic {
			runes[0] = cyrillicTwin.of(runes[0])
		}
	}
	f.replace(from, to, "")
	for _, r := range Homoglyphs(runes) {
		if isApostrophe(r) {
			r = '\''
		}
		f.out.WriteRune(toLower(r))
	}
}

// inWordAt returns the size of the letter, digit or apostrophe at s[i:], of those
// that foldPlain knows; else 0.
func inWordAt(s string, i int) int {
	c := s[i]
	switch {
	case c < utf8.RuneSelf:
		if isDigit(c) || isASCIILetter(rune(c)) || c == '\'' || c == '`' {
			return 1
		}
	case c >= 0xD0 && c <= 0xD3 && i+1 < len(s) && s[i+1]&0xC0 == 0x80:
		return 2
	default:
		if r, size := runeAt(s, i); isCyrillic(r) || isApostrophe(r) {
			return size
		}
	}
	return 0
}

func isASCIILetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
