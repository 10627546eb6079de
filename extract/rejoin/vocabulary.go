package rejoin

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// vocabulary counts the words of a document as it was read, when first asked.
type vocabulary struct {
	doc   *document.Document
	words map[wordKey]int32
	heads map[wordKey]int32 // first letters of long words
}

// wordKey stands for a word in small letters (FNV-1a).
type wordKey uint64

const (
	keyOffset = 14695981039346656037
	keyPrime  = 1099511628211
	// headLetters is how many letters two words must share to be of one root.
	headLetters = 8
)

func (k wordKey) with(r rune) wordKey { return (k ^ wordKey(r)) * keyPrime }

// keys returns the keys of a word and, where it has as many letters, of its head.
func keys(w string) (word, head wordKey, long bool) {
	word, n := wordKey(keyOffset), 0
	for i := 0; i < len(w); {
		r, size := letterAt(w, i)
		if r == 0 {
			r, _ = utf8.DecodeRuneInString(w[i:])
		}
		i += size
		word = word.with(r)
		if n++; n == headLetters {
			head, long = word, true
		}
	}
	return word, head, long
}

// count is how often the document has the word.
func (v *vocabulary) count(w string) int {
	word, _, _ := keys(w)
	return int(v.words[word])
}

// akin is how many words begin as w does; 0 where w is short.
func (v *vocabulary) akin(w string) int {
	_, head, long := keys(w)
	if !long {
		return 0
	}
	return int(v.heads[head])
}

func (v *vocabulary) load() {
	if v.words != nil {
		return
	}
	v.words, v.heads = make(map[wordKey]int32, manyWords), make(map[wordKey]int32, manyWords)
	for _, b := range v.doc.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			v.add(b.Text)
		case *document.Table:
			for i := range b.Rows {
				for j := range b.Rows[i].Cells {
					for _, p := range b.Rows[i].Cells[j].Parts {
						v.add(p.Text)
					}
				}
			}
		}
	}
}

// manyWords is how many words a report of some pages has.
const manyWords = 1 << 10

// add counts the words of s; a hyphen or an apostrophe inside a word stays.
func (v *vocabulary) add(s string) {
	var here, word, head wordKey // up to this rune, the last letter, the head's end
	runes, letters := 0, 0       // up to this rune, and the last letter
	for i, size := 0, 0; i < len(s); i += size {
		var r rune
		if r, size = letterAt(s, i); r != 0 {
			if runes == 0 {
				here = keyOffset
			}
			here = here.with(r)
			runes++
			word, letters = here, runes
		} else if r, size = utf8.DecodeRuneInString(s[i:]); runes > 0 && (r == '-' || r == '\'' || r == '’') {
			here = here.with(r)
			runes++
		} else {
			v.found(word, head, letters)
			runes, letters = 0, 0
		}
		if runes == headLetters {
			head = here
		}
	}
	v.found(word, head, letters)
}

// found counts a word of so many letters.
func (v *vocabulary) found(word, head wordKey, letters int) {
	if letters == 0 {
		return
	}
	v.words[word]++
	if letters >= headLetters {
		v.heads[head]++
	}
}

// joinWords joins words that a cut left in two pieces: at a hyphen, or where
// the document has the whole word elsewhere and not the pieces.
func (g *grid) joinWords(v *vocabulary) {
	for _, r := range g.rows {
		if !r.plain || r.gone || r.header {
			continue
		}
		for c := range r.cells {
			x := &r.cells[c]
			for i := 1; i < len(x.parts); i++ {
				before, p := x.parts[i-1].Text, &x.parts[i]
				moved := p.Moved || x.parts[i-1].Moved
				join, confidence := joinWord(v, before, p.Text, moved)
				if join == document.Space || join == p.Join {
					continue
				}
				x.parts = slices.Clone(x.parts)
				x.parts[i].Join = join
				r.changed = true
				g.note(r, c, document.WordJoined, p.Place, confidence, lastWord(strings.TrimRight(before, " -\u00ad‐‑¬"))+"|"+firstWord(p.Text))
			}
		}
	}
}

// joinWord says how the word at the end of before and the one at the head of
// after make one word; document.Space where they do not.
func joinWord(v *vocabulary, before, after string, moved bool) (document.Join, float64) {
	right := firstWord(after)
	r, _ := utf8.DecodeRuneInString(right)
	if right == "" || !isLower(r) || !strings.HasPrefix(after, right) {
		return document.Space, 0
	}
	trimmed := strings.TrimRight(before, " ")
	last, size := utf8.DecodeLastRuneInString(trimmed)
	switch last {
	case '-', '\u00ad', '‐', '‑', '¬':
		left := lastWord(strings.TrimRight(trimmed[:len(trimmed)-size], " "))
		if left == "" {
			return document.Space, 0
		}
		v.load()
		whole := left + right
		spaced := strings.HasSuffix(trimmed[:len(trimmed)-size], " ")
		switch {
		case v.count(whole) > 0:
			return document.Hyphen, 0.98
		case v.count(left+"-"+right) > 0 && !spaced:
			return document.Glue, 0.95
		}
		// A long left piece has that head itself.
		if n := v.akin(whole); n > 1 || n == 1 && utf8.RuneCountInString(left) < headLetters {
			return document.Hyphen, 0.92
		}
		if !spaced && moved {
			return document.Hyphen, 0.8
		}
		return document.Space, 0
	}
	if !moved || !isLetter(last) || wording.EndsSentence(before) {
		return document.Space, 0
	}
	left := lastWord(trimmed)
	if utf8.RuneCountInString(left+right) < 5 {
		return document.Space, 0
	}
	v.load()
	switch {
	case v.count(left+right) == 0 || connectives[right]:
	case connectives[strings.ToLower(left)]:
		if v.count(right) <= 1 {
			return document.Glue, 0.8
		}
	case v.count(left) <= 1 || v.count(right) <= 1:
		return document.Glue, 0.9
	}
	return document.Space, 0
}

func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !isLetter(r) && r != '\'' && r != '’' })
	if i < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[i+size:]
}

func firstWord(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !isLetter(r) && r != '\'' && r != '’' })
	if i < 0 {
		return s
	}
	return s[:i]
}
