package layout

import (
	"strings"
	"unicode/utf8"

	"zvit/extract/document"
)

// typed are signs that typewriter tables draw their rulings with.
const ruleSigns = "-_=\u2014\u2500\u2501\u2550"

// typedRulings turns words that are lines made of signs into rulings. They hold
// no letter or digit.
func typedRulings(p *Page) ([]*Word, []Ruling) {
	words := make([]*Word, 0, len(p.Words))
	rulings := p.Rulings
	for i := range p.Words {
		w := &p.Words[i]
		if w.Turn == Level && utf8.RuneCountInString(w.Text) >= 8 && strings.Trim(w.Text, ruleSigns) == "" {
			y := midY(w.Box)
			rulings = append(rulings[:len(rulings):len(rulings)], Ruling{X0: w.Box.X0, X1: w.Box.X1, Y0: y, Y1: y, Width: 1})
			continue
		}
		words = append(words, w)
	}
	return words, rulings
}

// unled drops leaders from the end of a cell's text.
func unled(s string) string {
	t := strings.TrimRight(s, ".\u2026\u00b7_ ")
	if utf8.RuneCountInString(s)-utf8.RuneCountInString(t) >= 4 {
		return t
	}
	return s
}

// fillEdges are the upper and lower edges of coloured areas: rows and headings
// that are told apart by colour. Neighbouring cells of one row make one edge.
func fillEdges(p *Page) []Ruling {
	var out []Ruling
	for i, b := range p.Fills {
		if nested(p.Fills, i) {
			continue
		}
		if h := b.Y1 - b.Y0; h < 6 || h > 0.3*p.Height || b.X1-b.X0 < 10 {
			continue
		}
		out = append(out, Ruling{X0: b.X0, X1: b.X1, Y0: b.Y0, Y1: b.Y0}, Ruling{X0: b.X0, X1: b.X1, Y0: b.Y1, Y1: b.Y1})
	}
	return joinLevel(out)
}

// nested reports whether a coloured area lies in one drawn shortly before it: a
// paragraph's shade in that of its cell.
func nested(fills []document.Box, i int) bool {
	b := fills[i]
	for j := i - 1; j >= 0 && j > i-8; j-- {
		a := fills[j]
		if b.X0 >= a.X0-1 && b.X1 <= a.X1+1 && b.Y0 >= a.Y0-1 && b.Y1 <= a.Y1+1 && area(b) < 0.97*area(a) && area(a) < 20*area(b) {
			return true
		}
	}
	return false
}
