package layout

import (
	"cmp"
	"math"
	"slices"

	"zvit/extract/document"
)

// line is the words that stand on one base line, from left to right.
type line struct {
	words []*Word
	box   document.Box
	size  float64 // of the largest type in it
}

func union(a, b document.Box) document.Box {
	return document.Box{X0: min(a.X0, b.X0), Y0: min(a.Y0, b.Y0), X1: max(a.X1, b.X1), Y1: max(a.Y1, b.Y1)}
}

func midY(b document.Box) float64 { return (b.Y0 + b.Y1) / 2 }
func midX(b document.Box) float64 { return (b.X0 + b.X1) / 2 }

// sizeOf is the word's type size; its height stands in where none is known.
func sizeOf(w *Word) float64 {
	if w.FontSize > 0 {
		return w.FontSize
	}
	return max(w.Box.Y1-w.Box.Y0, 1)
}

// sameLine is how far, in parts of the larger height, the middles of two words
// of a line may be apart: a superscript is within it, the next line is not.
const sameLine = 0.4

// linesOf groups level words into lines, from top to bottom.
func linesOf(words []*Word) []*line {
	sorted := slices.Clone(words)
	slices.SortStableFunc(sorted, func(a, b *Word) int { return cmp.Compare(midY(a.Box), midY(b.Box)) })
	var lines []*line
	var mids []float64 // of the word that each line is measured by
	for _, w := range sorted {
		h, m := w.Box.Y1-w.Box.Y0, midY(w.Box)
		best, near := -1, math.Inf(1)
		for i := len(lines) - 1; i >= 0 && i >= len(lines)-12; i-- {
			l := lines[i]
			reach := sameLine * max(h, l.size)
			if d := math.Abs(m - mids[i]); d < reach && d < near {
				best, near = i, d
			}
		}
		if best < 0 {
			lines = append(lines, &line{words: []*Word{w}, box: w.Box, size: h})
			mids = append(mids, m)
			continue
		}
		l := lines[best]
		l.words = append(l.words, w)
		l.box = union(l.box, w.Box)
		if h > l.size*1.05 {
			l.size, mids[best] = h, m
		}
	}
	for _, l := range lines {
		l.finish()
	}
	slices.SortStableFunc(lines, func(a, b *line) int { return cmp.Compare(midY(a.box), midY(b.box)) })
	return lines
}

// finish sorts the words and takes the size and box from them.
func (l *line) finish() {
	slices.SortStableFunc(l.words, func(a, b *Word) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
	l.size, l.box = 0, l.words[0].Box
	for _, w := range l.words {
		l.size = max(l.size, sizeOf(w))
		l.box = union(l.box, w.Box)
	}
}

// lineOf makes a line of words that are known to stand on one.
func lineOf(words []*Word) *line {
	l := &line{words: words}
	l.finish()
	return l
}

// chunk is a run of words of a line without a wide gap.
type chunk struct {
	words []*Word
	box   document.Box
}

// chunks splits the line at gaps wider than gap times the type size.
func (l *line) chunks(gap float64) []chunk {
	var out []chunk
	for _, w := range l.words {
		if n := len(out); n > 0 {
			last := &out[n-1]
			if w.Box.X0-last.box.X1 <= gap*min(l.size, max(sizeOf(w), sizeOf(last.words[len(last.words)-1]))) {
				last.words = append(last.words, w)
				last.box = union(last.box, w.Box)
				continue
			}
		}
		out = append(out, chunk{words: []*Word{w}, box: w.Box})
	}
	return out
}

// median of a list; 0 of none.
func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	s := slices.Clone(v)
	slices.Sort(s)
	return s[len(s)/2]
}
