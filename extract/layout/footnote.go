package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// noteSize is the largest part of the page's type size that notes are set in.
	noteSize = 0.93
	// noteRule is the longest rule above notes, as a part of the page's width:
	// word processors draw a quarter, typesetters up to two fifths.
	noteRule = 0.5
)

// markFootnotes marks the notes at the foot of a page: the last paragraphs below
// its other text, of which the first has a mark and is set smaller or under a
// short rule, or is both set smaller and under a rule. A page's last paragraph
// of ordinary type stays text, with a list's star or a signature's rule too.
func (p *analysed) markFootnotes(rules []Ruling) {
	last := len(p.items) - 1
	for last >= 0 && p.items[last].para != nil && p.pageNumber(p.items[last].para) {
		last--
	}
	var body []float64
	for _, it := range p.items {
		if it.para != nil {
			for _, w := range it.para.words {
				body = append(body, sizeOf(w))
			}
			continue
		}
		for i := range it.table.cells {
			for _, w := range it.table.cells[i].words {
				body = append(body, sizeOf(w))
			}
		}
	}
	usual := median(body)
	first := -1 // of the notes
	for i := last; i > 0; i-- {
		q := p.items[i].para
		if q == nil || q.box.Y0 < p.height/2 {
			break
		}
		small := sizeOfPara(q) <= noteSize*usual
		ruled := q.underShortRule(rules, p.width)
		if !small && !ruled {
			break
		}
		if marked := noteMark(q); marked && (small || ruled) || small && ruled {
			first = i
		}
	}
	for i := first; i >= 0 && i <= last; i++ {
		p.items[i].para.note = true
	}
}

// pageNumber reports whether a paragraph is a lone number in the margin.
func (p *analysed) pageNumber(q *para) bool {
	return q.box.Y0 > (1-margin)*p.height && len(q.words) <= 3 && strings.Trim(pattern(q), "#-–— ./") == ""
}

func sizeOfPara(q *para) float64 {
	sizes := make([]float64, len(q.words))
	for i, w := range q.words {
		sizes[i] = sizeOf(w)
	}
	return median(sizes)
}

// underShortRule reports whether a short rule stands right above the paragraph,
// at its left.
func (q *para) underShortRule(rules []Ruling, width float64) bool {
	size := sizeOfPara(q)
	for _, r := range rules {
		if gap := q.box.Y0 - r.Y0; gap < -1 || gap > 2*size {
			continue
		}
		if n := r.X1 - r.X0; math.Abs(r.X0-q.box.X0) < 2*size && n > 3*size && n < noteRule*width {
			return true
		}
	}
	return false
}

// noteMark reports whether a paragraph begins with the mark of a note: stars or
// daggers, a raised numeral, alone or before its first word.
func noteMark(q *para) bool {
	w := q.lines[0].words[0]
	r, n := utf8.DecodeRuneInString(w.Text)
	switch {
	case strings.ContainsRune("*†‡¹²³⁴⁵⁶⁷⁸⁹", r):
		return len(q.words) > 1 || len(w.Text) > n
	case !unicode.IsDigit(r) || len(q.lines[0].words) < 2 || utf8.RuneCountInString(w.Text) > 2:
		return false
	}
	next := q.lines[0].words[1]
	return sizeOf(w) < 0.85*sizeOf(next) && w.Box.Y1 < next.Box.Y1-0.05*sizeOf(next)
}
