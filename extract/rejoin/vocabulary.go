package rejoin

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// vocabulary counts the words of a document as it was read, when first asked.
type vocabulary struct {
	doc   *document.Document
	words map[string]int
	heads map[string]int // first letters of long words
}

// headLetters is how many letters two words must share to be of one root.
const headLetters = 8

func (v *vocabulary) load() {
	if v.words != nil {
		return
	}
	v.words, v.heads = map[string]int{}, map[string]int{}
	add := func(s string) {
		start := -1
		for i, r := range s {
			inside := unicode.IsLetter(r) || (r == '-' || r == '\'' || r == '’') && start >= 0
			switch {
			case inside && start < 0:
				start = i
			case !inside && start >= 0:
				v.count(s[start:i])
				start = -1
			}
		}
		if start >= 0 {
			v.count(s[start:])
		}
	}
	for _, b := range v.doc.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			add(b.Text)
		case *document.Table:
			for i := range b.Rows {
				for j := range b.Rows[i].Cells {
					for _, p := range b.Rows[i].Cells[j].Parts {
						add(p.Text)
					}
				}
			}
		}
	}
}

func (v *vocabulary) count(w string) {
	w = strings.ToLower(strings.TrimRight(w, "-'’"))
	v.words[w]++
	if h, ok := headOf(w); ok {
		v.heads[h]++
	}
}

func headOf(w string) (string, bool) {
	n := 0
	for i := range w {
		if n == headLetters {
			return w[:i], true
		}
		n++
	}
	return w, n == headLetters
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
				p.Join = join
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
	if right == "" || !unicode.IsLower(r) || !strings.HasPrefix(after, right) {
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
		whole := strings.ToLower(left + right)
		compound := strings.ToLower(left + "-" + right)
		spaced := strings.HasSuffix(trimmed[:len(trimmed)-size], " ")
		switch {
		case v.words[whole] > 0:
			return document.Hyphen, 0.98
		case v.words[compound] > 0 && !spaced:
			return document.Glue, 0.95
		}
		if h, ok := headOf(whole); ok && v.heads[h] > 0 && utf8.RuneCountInString(left) < headLetters {
			return document.Hyphen, 0.93
		}
		if h, ok := headOf(whole); ok && v.heads[h] > 1 {
			return document.Hyphen, 0.9
		}
		if !spaced && moved {
			return document.Hyphen, 0.8
		}
		return document.Space, 0
	}
	if !moved || !unicode.IsLetter(last) || wording.EndsSentence(before) {
		return document.Space, 0
	}
	left := lastWord(trimmed)
	if utf8.RuneCountInString(left+right) < 5 {
		return document.Space, 0
	}
	v.load()
	whole := strings.ToLower(left + right)
	l, rr := v.words[strings.ToLower(left)], v.words[right]
	switch {
	case v.words[whole] == 0 || connectives[right]:
	case connectives[strings.ToLower(left)]:
		if rr <= 1 {
			return document.Glue, 0.8
		}
	case l <= 1 || rr <= 1:
		return document.Glue, 0.9
	}
	return document.Space, 0
}

func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	if i < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[i+size:]
}

func firstWord(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	if i < 0 {
		return s
	}
	return s[:i]
}
