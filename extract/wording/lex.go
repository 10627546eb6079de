package wording

import (
	"strings"
)

// token is a run of digits, a run of letters, or one other rune of a text;
// white space only sets apart.
type token struct {
	kind       tokenKind
	start, end int
	text       string // of letters: folded
	value      int    // of digits, where there are at most nine; else -1
	spaced     bool   // white space stands before it
	newline    bool   // a line's end stands before it
}

type tokenKind byte

const (
	tokenMark tokenKind = iota
	tokenDigits
	tokenWord
)

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
	tokens := make([]token, 0, len(s)/6+4)
	spaced, newline := false, false
	for i := 0; i < len(s); {
		r, size := runeAt(s, i)
		switch {
		case isSpace(r) || r == '\u00AD':
			newline = newline || r == '\n'
			spaced = spaced || r != '\u00AD'
			i += size
			continue
		case r >= '0' && r <= '9':
			j, v := i, 0
			for j < len(s) && isDigit(s[j]) {
				if j-i < 9 {
					v = v*10 + int(s[j]-'0')
				} else {
					v = -1
				}
				j++
			}
			tokens = append(tokens, token{tokenDigits, i, j, s[i:j], v, spaced, newline})
			i = j
		case isLetter(r):
			j := i
			for j < len(s) {
				r, size := runeAt(s, j)
				if !isLetter(r) && r != '\u00AD' && !(isApostrophe(r) && letterAt(s, j+size)) {
					break
				}
				j += size
			}
			tokens = append(tokens, token{tokenWord, i, j, foldWord(s[i:j]), 0, spaced, newline})
			i = j
		default:
			text := s[i : i+size]
			if isDash(r) {
				text = string(foldDash(r))
			}
			tokens = append(tokens, token{tokenMark, i, i + size, text, 0, spaced, newline})
			i += size
		}
		spaced, newline = false, false
	}
	return tokens
}

func letterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := runeAt(s, i)
	return isLetter(r)
}

// foldWord is Fold for one word without digits.
func foldWord(w string) string {
	lower := true
	for _, r := range w {
		if r < 'а' || r > 'ї' || r > 'я' && r < 'є' {
			lower = false
			break
		}
	}
	if lower {
		return w
	}
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
