package wording

import (
	"strings"
	"unicode/utf8"
)

// token is a run of digits, a run of letters, or one other rune of a text;
// white space only sets apart.
type token struct {
	text       string // of letters: folded
	start, end int32
	value      int32 // of digits, where there are at most nine; else -1
	kind       tokenKind
	spaced     bool // white space stands before it
	newline    bool // a line's end stands before it
}

type tokenKind byte

const (
	tokenMark tokenKind = iota
	tokenDigits
	tokenWord
)

// size is how many bytes the token has.
func (t token) size() int { return int(t.end - t.start) }

// number is the value of digits.
func (t token) number() int { return int(t.value) }

// is reports whether the token is one of the words or marks.
func (t token) is(options ...string) bool {
	for _, o := range options {
		if t.text == o {
			return true
		}
	}
	return false
}

func (t token) begins(stems ...string) bool {
	if t.kind != tokenWord {
		return false
	}
	for _, s := range stems {
		if strings.HasPrefix(t.text, s) {
			return true
		}
	}
	return false
}

// lex cuts s into tokens; a letter after a digit begins a new one, so that
// "1631845гривень" is two. Offsets are bytes of s.
func lex(s string) []token {
	tokens := make([]token, 0, min(len(s)/2+1, len(s)/8+6))
	var small strings.Builder // of the words with capitals
	spaced, newline := false, false
	for i := 0; i < len(s); {
		from := i
		t := token{spaced: spaced, newline: newline}
		if size := letterSize(s, i); size > 0 {
			var plain bool
			i, plain = letters(s, i)
			t.kind, t.text = tokenWord, s[from:i]
			if !plain {
				t.text = foldWord(t.text, &small, len(s)-from)
			}
		} else if isDigit(s[i]) {
			for t.kind = tokenDigits; i < len(s) && isDigit(s[i]); i++ {
				if i-from < 9 {
					t.value = t.value*10 + int32(s[i]-'0')
				} else {
					t.value = -1
				}
			}
			t.text = s[from:i]
		} else {
			r, size := runeAt(s, i)
			i += size
			if isSpace(r) || r == '\u00AD' {
				newline = newline || r == '\n'
				spaced = spaced || r != '\u00AD'
				continue
			}
			t.text = s[from:i]
			if isDash(r) {
				t.text = string(foldDash(r))
			}
		}
		t.start, t.end = int32(from), int32(i)
		tokens = append(tokens, t)
		spaced, newline = false, false
	}
	return tokens
}

// letters returns where the word ends that has a letter at byte i, and whether it
// is folded as it stands: small Cyrillic letters alone.
func letters(s string, i int) (end int, plain bool) {
	plain = true
	for i < len(s) {
		if i = smallCyrillic(s, i); i == len(s) {
			break
		}
		size := letterSize(s, i)
		if size == 0 {
			r, n := runeAt(s, i)
			if r != '\u00AD' && !(isApostrophe(r) && i+n < len(s) && letterSize(s, i+n) > 0) {
				break
			}
			size, plain = n, false
		} else {
			plain = false
		}
		i += size
	}
	return i, plain
}

// letterSize returns the size of the letter at s[i:], 0 where it is none.
func letterSize(s string, i int) int {
	c := s[i]
	if c < utf8.RuneSelf {
		if isASCIILetter(rune(c)) {
			return 1
		}
		return 0
	}
	return wordRune(s, i)
}

// foldWord is Fold for one word without digits. Cyrillic words are written to
// out, which gets room for most bytes when it is first needed.
func foldWord(w string, out *strings.Builder, most int) string {
	cyrillic := true
	for i := 0; i < len(w) && cyrillic; i += 2 {
		cyrillic = w[i] == 0xD0 || w[i] == 0xD1
	}
	if !cyrillic {
		return foldForeign(w)
	}
	if out.Cap() == 0 {
		out.Grow(most)
	}
	from := out.Len()
	for i := 0; i < len(w); {
		if end := smallCyrillic(w, i); end > i {
			out.WriteString(w[i:end])
			i = end
			continue
		}
		r, size := runeAt(w, i)
		out.WriteString(smallOf(r))
		i += size
	}
	return out.String()[from:]
}

// foldForeign is foldWord for a word that has more than Cyrillic letters.
func foldForeign(w string) string {
	if folded, ok := foldPlain(w); ok {
		return folded
	}
	out := make([]rune, 0, len(w)/2+1)
	for _, r := range w {
		if r == '\u00AD' {
			continue
		}
		if isApostrophe(r) {
			r = '\''
		}
		out = append(out, r)
	}
	return strings.ToLower(string(Homoglyphs(out)))
}
