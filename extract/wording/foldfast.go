package wording

import (
	"unicode"
	"unicode/utf8"
)

// foldPlain is Fold in one pass, for all texts but those whose letters Fold must
// first bring together: soft hyphens, hyphens at a line's end, letters set
// apart. Then it returns false. A word with Latin letters or digits among its
// letters is folded by itself, as Fold does.
func foldPlain(s string) (string, bool) {
	f := plainFolder{text: s, word: -1, out: make([]byte, 0, len(s))}
	space := false
	for i := 0; i < len(s); {
		r, size := runeAt(s, i)
		switch {
		case r >= '0' && r <= '9':
			f.digits++
		case isCyrillic(r):
			f.letters++
		case isASCIILetter(r):
			f.letters++
			f.latin = true
		case isApostrophe(r):
			r = '\''
		case r == ' ' || r == '\n' || r == '\t' || r == '\u00A0':
			if !f.endWord(i) || r == '\n' && i > 0 && (s[i-1] == '-' || s[i-1] == ' ') {
				return "", false
			}
			space = len(f.out) > 0
			i += size
			continue
		case r > ' ' && r < utf8.RuneSelf, r == '«', r == '»', r == '№', r == '…', r == '–', r == '—', r == '“', r == '”', r == '„':
			if !f.endWord(i) {
				return "", false
			}
			f.single = 0
			if r == '—' {
				r = '–'
			}
		default:
			return "", false
		}
		i += size
		if space {
			f.out = append(f.out, ' ')
			space = false
		}
		inside := f.letters+f.digits > 0 || r == '\''
		if inside && f.word < 0 {
			f.word, f.from = len(f.out), i-size
		}
		switch {
		case r < utf8.RuneSelf:
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			f.out = append(f.out, byte(r))
		case r >= 'А' && r <= 'Я':
			f.out = utf8.AppendRune(f.out, r+('а'-'А'))
		default:
			f.out = utf8.AppendRune(f.out, unicode.ToLower(r))
		}
	}
	if !f.endWord(len(s)) {
		return "", false
	}
	return string(f.out), true
}

// plainFolder is the state of foldPlain: what is written, and the word at hand.
type plainFolder struct {
	text            string
	out             []byte
	word, from      int // where the word began, in out and in text; word is -1 between words
	letters, digits int
	latin           bool
	single          int // words of one letter in a row, single spaces between
}

// endWord ends the word at hand before byte i of the text. It returns false
// where letters stand set apart.
func (f *plainFolder) endWord(i int) bool {
	if f.word < 0 || f.letters+f.digits == 0 {
		f.word = -1
		return true
	}
	switch {
	case f.letters == 1:
		f.single++
	default:
		f.single = 0
	}
	if f.latin || f.letters > 0 && f.digits > 0 {
		f.refold(f.text[f.from:i])
	}
	f.word, f.letters, f.digits, f.latin = -1, 0, 0, false
	return f.single < 3
}

// refold writes the word at hand anew, its letters folded to one alphabet.
func (f *plainFolder) refold(word string) {
	runes := []rune(word)
	if len(runes) == 1 && cyrillicTwin[runes[0]] != 0 && mostlyCyrillic([]rune(f.text)) {
		runes[0] = cyrillicTwin[runes[0]]
	}
	f.out = f.out[:f.word]
	for _, r := range Homoglyphs(runes) {
		if isApostrophe(r) {
			r = '\''
		}
		f.out = utf8.AppendRune(f.out, unicode.ToLower(r))
	}
}

func isASCIILetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
