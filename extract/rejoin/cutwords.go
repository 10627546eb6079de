package rejoin

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// cutWord is a place where a cut may have left a word in two pieces: the end of
// a part of a cell and the head of the next part.
type cutWord struct {
	row         *row
	col, part   int // the part that right stands in
	left, right string
	hyphen      bool // stands behind left
	spaced      bool // before the hyphen
	moved       bool // alignment or a page's cut has brought the parts together
}

// findCutWords lists the places of the table where a word may have been cut.
func (g *grid) findCutWords() {
	for _, r := range g.rows {
		if !r.plain || r.gone || r.header {
			continue
		}
		for c := range r.cells {
			parts := r.cells[c].parts
			for i := 1; i < len(parts); i++ {
				if w, ok := cutBetween(&parts[i-1], &parts[i]); ok {
					w.row, w.col, w.part = r, c, i
					g.cutWords = append(g.cutWords, w)
				}
			}
		}
	}
}

// cutBetween returns the pieces of a word at the end of a part and at the head
// of the next; false where they are no pieces.
func cutBetween(a, b *document.Part) (cutWord, bool) {
	w := cutWord{right: firstWord(b.Text), moved: a.Moved || b.Moved}
	if r, _ := utf8.DecodeRuneInString(w.right); w.right == "" || !isLower(r) {
		return w, false
	}
	before := strings.TrimRight(a.Text, " ")
	last, size := utf8.DecodeLastRuneInString(before)
	switch last {
	case '-', '\u00ad', '‐', '‑', '¬':
		before = before[:len(before)-size]
		w.hyphen, w.spaced = true, strings.HasSuffix(before, " ")
		w.left = lastWord(strings.TrimRight(before, " "))
		return w, w.left != ""
	}
	if !w.moved || !isLetter(last) || wording.EndsSentence(a.Text) {
		return w, false
	}
	const fewest = 5 // letters of both
	w.left = lastWord(before)
	return w, utf8.RuneCountInString(w.left)+utf8.RuneCountInString(w.right) >= fewest
}

// ask lets the words be counted by which joined decides.
func (w *cutWord) ask(v *vocabulary) {
	v.ask(w.left, w.right)
	if w.hyphen {
		v.ask(w.left, "-", w.right)
		v.askAkin(w.left, w.right)
		return
	}
	v.ask(w.left)
	v.ask(w.right)
}

// joined says how the pieces make one word; document.Space where they do not.
func (w *cutWord) joined(v *vocabulary) (document.Join, float64) {
	if w.hyphen {
		switch {
		case v.count(w.left, w.right) > 0:
			return document.Hyphen, 0.98
		case v.count(w.left, "-", w.right) > 0 && !w.spaced:
			return document.Glue, 0.95
		}
		// A long left piece has that head itself.
		if n := v.akin(w.left, w.right); n > 1 || n == 1 && utf8.RuneCountInString(w.left) < headLetters {
			return document.Hyphen, 0.92
		}
		if !w.spaced && w.moved {
			return document.Hyphen, 0.8
		}
		return document.Space, 0
	}
	switch {
	case v.count(w.left, w.right) == 0 || connectives[w.right]:
	case connectives[strings.ToLower(w.left)]:
		if v.count(w.right) <= 1 {
			return document.Glue, 0.8
		}
	case v.count(w.left) <= 1 || v.count(w.right) <= 1:
		return document.Glue, 0.9
	}
	return document.Space, 0
}

// joinWords joins words that a cut left in two pieces: at a hyphen, or where
// the document has the whole word elsewhere and not the pieces.
func (g *grid) joinWords(v *vocabulary) {
	for i := range g.cutWords {
		w := &g.cutWords[i]
		x := &w.row.cells[w.col]
		join, confidence := w.joined(v)
		if join == document.Space || join == x.parts[w.part].Join {
			continue
		}
		x.parts = slices.Clone(x.parts)
		p := &x.parts[w.part]
		p.Join = join
		w.row.changed = true
		g.note(w.row, w.col, document.WordJoined, p.Place, confidence, w.left+"|"+w.right)
	}
}

func lastWord(s string) string {
	i := strings.LastIndexFunc(s[:lettersBack(s, 0)], func(r rune) bool { return !isLetter(r) && r != '\'' && r != '’' })
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
