package pdfdoc

import (
	"cmp"
	"math"
	"slices"

	"zvit/extract/layout"
)

// tidy mends what the order of drawing did to the words: a word drawn twice,
// a little to the side, to look bold is one word; pieces of a word that were
// drawn apart, but touch, are one word.
func tidy(p *layout.Page) {
	recode(p)
	w := p.Words
	if len(w) < 2 {
		return
	}
	order := make([]int, 0, len(w))
	for i := range w {
		if w[i].Turn == layout.Level {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(math.Round(w[a].Box.Y1), math.Round(w[b].Box.Y1)), cmp.Compare(w[a].Box.X0, w[b].Box.X0))
	})
	gone := make([]bool, len(w))
	lost := false
	for i := 1; i < len(order); i++ {
		a, b := order[i-1], order[i]
		if math.Abs(w[a].Box.Y1-w[b].Box.Y1) > 0.15*w[a].FontSize {
			continue
		}
		gap := w[b].Box.X0 - w[a].Box.X1
		twice := w[a].Text == w[b].Text && math.Abs(w[b].Box.X0-w[a].Box.X0) < 0.12*w[a].FontSize
		touching := math.Abs(gap) < 0.03*w[a].FontSize && math.Abs(w[a].FontSize-w[b].FontSize) < 0.1*w[a].FontSize
		switch {
		case twice:
			w[a].Bold = true
			gone[b], lost, order[i] = true, true, a
		case touching:
			w[a].Text += w[b].Text
			w[a].Box.X1 = w[b].Box.X1
			gone[b], lost, order[i] = true, true, a
		}
	}
	if !lost {
		return
	}
	kept := w[:0]
	for i := range w {
		if !gone[i] {
			kept = append(kept, w[i])
		}
	}
	p.Words = kept
}

// fewWords is what a scanner or an archive prints over the image of a page.
const fewWords = 8

// pictured reports whether the page is an image of text: no words of its own and
// an image over a good part of it, or a stamp of a few words on a full one.
func pictured(p layout.Page) bool {
	if len(p.Words) > fewWords {
		return false
	}
	area := 0.0
	for _, b := range p.Images {
		area += (b.X1 - b.X0) * (b.Y1 - b.Y0)
	}
	if len(p.Words) > 0 {
		return area > 0.8*p.Width*p.Height
	}
	return area > 0.25*p.Width*p.Height
}
