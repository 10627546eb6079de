package layout

import (
	"math"
	"strings"
	"unicode/utf8"

	"zvit/extract/document"
)

// para is a paragraph of one page.
type para struct {
	words []*Word
	lines []*line
	box   document.Box
	kind  document.ParagraphKind
	note  bool // at the foot of the page
}

// paragraphs groups what stands outside tables: lines that follow one another
// closely and are set alike. A line that begins further in, or after a line
// that ends short, begins a paragraph.
func paragraphs(words []*Word, tables []*found) []*para {
	var level, other []*Word
	for _, w := range words {
		if w.Turn == Level || w.Turn == Askew {
			level = append(level, w)
		} else {
			other = append(other, w)
		}
	}
	var out []*para
	for _, column := range columnsOf(linesOf(level)) {
		out = append(out, paragraphsOf(column, tables)...)
	}
	if len(other) > 0 {
		out = append(out, newPara(textLines(other), other))
	}
	return out
}

func paragraphsOf(lines []*line, tables []*found) []*para {
	right := math.Inf(-1)
	for _, l := range lines {
		right = max(right, l.box.X1)
	}
	var out []*para
	var run []*line
	flush := func() {
		if len(run) == 0 {
			return
		}
		var words []*Word
		for _, l := range run {
			words = append(words, l.words...)
		}
		out = append(out, newPara(run, words))
		run = nil
	}
	for i, l := range lines {
		if i > 0 && begins(lines[i-1], l, run, right, tables) {
			flush()
		}
		run = append(run, l)
	}
	flush()
	return out
}

// begins reports whether line l begins a new paragraph after line p.
func begins(p, l *line, run []*line, right float64, tables []*found) bool {
	size := max(p.size, l.size)
	if listMark(l.words[0].Text) && len(l.words) > 1 {
		return true
	}
	if midY(l.box)-midY(p.box) > 1.75*size || math.Abs(p.size-l.size) > 0.15*size {
		return true
	}
	if l.box.X0 > run[0].box.X0+1.2*size && len(run) > 1 || len(run) == 1 && l.box.X0 > p.box.X0+1.2*size && p.box.X1 < right-4*size {
		return true
	}
	if l.box.X0 > p.box.X0+1.2*size && len(run) > 1 {
		return true
	}
	// A line that left room for the next one's first word was its paragraph's last.
	first := l.words[0].Box
	if p.box.X1+first.X1-first.X0+0.5*size < right-size && p.box.X1 < right-3*size {
		return true
	}
	for _, t := range tables {
		if t.box.Y0 >= p.box.Y0 && t.box.Y0 <= l.box.Y1 && t.box.X0 < l.box.X1 && t.box.X1 > l.box.X0 {
			return true
		}
	}
	return false
}

func newPara(lines []*line, words []*Word) *para {
	p := &para{words: words, lines: lines, box: words[0].Box, kind: document.Body}
	bold := true
	for _, w := range words {
		p.box = union(p.box, w.Box)
		bold = bold && w.Bold
	}
	if bold && len(lines) <= 3 && len(words) <= 30 {
		p.kind = document.Heading
	}
	return p
}

// listMark reports whether a word is the mark of an item: "1.", "2)", "1.2.",
// "а)", a dash or a bullet.
func listMark(s string) bool {
	switch s {
	case "-", "–", "—", "•", "·", "▪", "●", "*", "\uf0b7":
		return true
	}
	body := strings.TrimRight(s, ".)")
	if body == s || utf8.RuneCountInString(s) > 7 {
		return false
	}
	if utf8.RuneCountInString(body) == 1 && strings.HasSuffix(s, ")") {
		return true
	}
	return strings.Trim(body, "0123456789.") == ""
}
