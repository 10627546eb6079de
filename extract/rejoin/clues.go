package rejoin

import (
	"math"
)

// wholeAbove is the weight of taking all sentences of a cell from it.
const wholeAbove = 0.002

// named is what it is worth that a word before the cut calls for a name, and that
// the word behind it may be one, in nats.
const named = 1.5

// lengthWeight is how much the length of a text counts beside the other clues.
const lengthWeight = 0.15

// verdict says how well each number of pieces of a cell fits as the tail of the
// cell above, as logarithms; score[0] is for none.
type verdict struct {
	value  int // bytes of the cell that are the rest of a repeated value
	pieces []piece
	score  []float64
}

// odds are those of any tail against none, by the texts alone.
func (v *verdict) odds() float64 {
	if len(v.score) == 0 {
		return 0
	}
	sum := 0.0
	for _, s := range v.score[1:] {
		sum += math.Exp(s - v.score[0])
	}
	return sum
}

// decide returns the likeliest number of pieces, the probability that it is
// right, and that of any tail, where base is how likely the cell is cut.
func (v *verdict) decide(base float64) (best int, confidence, tail float64) {
	odds := v.odds() * base / (1 - base)
	tail = odds / (1 + odds)
	best = 1
	for k := range v.score {
		if k > 0 && v.score[k] > v.score[best] {
			best = k
		}
	}
	share := math.Exp(v.score[best]-v.score[0]) / v.odds()
	return best, math.Round(math.Min(0.99, tail*share)*1000) / 1000, tail
}

// weighing is one cell at the head of a page beside the text above it.
type weighing struct {
	g      *grid
	a, b   *row
	c      int
	above  string    // the text above; "" where there is none
	years  []int     // that it goes through
	end    ending    // of the text above
	head   beginning // of the cell's own text
	pieces []piece   // of the cell's own text
	bytes  int       // of all pieces
	// What the column's texts do, but for what these two cells have told it.
	style style
	seams []float64 // see topics.seams
	apart []float64 // see topics.apart
}

// weighTails compares "nothing of the cell belongs above" with every place at
// which a tail could end.
func (g *grid) weighTails(a, b *row, c int, topics *topics) verdict {
	w := weighing{g: g, a: a, b: b, c: c, style: g.columns[c].style}
	w.pieces = b.at(c).pieces(w.style.habit())
	if len(w.pieces) == 0 {
		return verdict{}
	}
	x := a.at(c)
	w.end, w.head = marked, startOf(w.pieces[0].text)
	if x != nil && x.kind != dash {
		w.above, w.end = x.text, x.ends()
	}
	if len(w.pieces) == 1 && w.above != "" && w.end == marked && w.head == fresh {
		return verdict{} // a whole text below a whole text
	}
	if x != nil {
		w.years = ladder(x.whole())
	}
	for i := range w.pieces {
		w.bytes += len(w.pieces[i].text) + 1
	}
	if !b.cut {
		w.style.starts[w.head] = math.Max(w.style.starts[w.head]-1, 0)
		if w.above != "" {
			w.style.ends[w.end] = math.Max(w.style.ends[w.end]-1, 0)
		}
	}
	w.apart, w.seams = topics.apart(a, b, c, w.pieces), topics.seams(a, b, c, w.pieces)

	score := make([]float64, len(w.pieces)+1)
	score[0] = w.whole()
	cut, places := w.cut(), w.places()
	for k := 1; k < len(score); k++ {
		score[k] = w.tail(k, cut+math.Log(places[k]))
	}
	return verdict{pieces: w.pieces, score: score}
}

// whole is how usual it is that the text above ends as it does, and the cell's
// begins and goes on as it does.
func (w *weighing) whole() float64 {
	st, col := &w.style, &w.g.columns[w.c]
	s := math.Log(st.start(w.head))
	if w.end != marked {
		s += st.opening(w.pieces[0].text, false, !w.b.cut)
	}
	if w.above == "" {
		s += math.Log(st.vacant())
	} else {
		s += math.Log(st.ending(w.end))
	}
	own := ladder(w.pieces)
	s += w.g.yearScore(st, w.years) + w.g.yearScore(st, own) + w.g.ladderEnds(st, w.years, own)
	if w.several() {
		s += math.Log(st.paragraph())
	} else {
		s += math.Log(1 - st.paragraph())
	}
	s += col.usualLength(len(w.above)) + col.usualLength(w.bytes)
	// The cell's own end is what it is: with a tail it belongs to what remains.
	s += math.Log(0.9)
	if len(w.pieces) == 1 && col.values[w.pieces[0].text] > 1 {
		s += alike
	}
	switch n := itemNumber(w.pieces[0].text); {
	case n > 1:
		s -= 3
	case n == 1:
		s += 3
	}
	return s
}

// How a page cuts a text, as probabilities: the ending of what stands above the
// cut, and the beginning of what stands below where that ending is a sentence's
// and where it is not.
var (
	cutEnds       = [endings]float64{0.12, 0.4, 0.15, 0.33}
	cutStarts     = [beginnings]float64{0.13, 0.74, 0.13}
	cutStartsNext = [beginnings]float64{0.93, 0.03, 0.04}
)

// cut is how usual the end of the text above and the cell's head are for a text
// that a page cut, wherever its tail ends.
func (w *weighing) cut() float64 {
	s := math.Log(0.003)
	if w.above != "" {
		s = math.Log(cutEnds[w.end])
	}
	if w.end == marked {
		s += math.Log(cutStartsNext[w.head])
	} else {
		s += math.Log(cutStarts[w.head]) + w.seams[0]
		if w.head == fresh && names(w.above) && w.style.likeness(w.pieces[0].text, 0) == unlike {
			s += named
		}
	}
	if w.several() {
		return s + math.Log(0.45)
	}
	return s + math.Log(0.55)
}

// several reports whether the cell has paragraphs.
func (w *weighing) several() bool { return len(w.b.at(w.c).parts) > 1 }

// places says how usual it is that a tail ends after k pieces, by what parts
// them and by their number alone; places[0] is not used.
func (w *weighing) places() []float64 {
	st, n := &w.style, len(w.pieces)
	out := make([]float64, n+1)
	total, long := 0.0, 1.0
	for k := 1; k <= n; k++ {
		p := 0.0
		switch {
		case k == n && w.above != "" && w.end == marked && w.head == fresh:
			p = wholeAbove // of sentences that begin as a text does, below a whole text
		case k == n:
			p = math.Min(st.vacant()+0.02, 0.2)
		default:
			p = st.gapWeight(w.pieces[k].gap)
		}
		out[k] = p * long
		total += out[k]
		long *= 0.9
		if k < n && w.pieces[k].gap == paragraph {
			long *= 0.7 // without a word of it, the cut text ends with its paragraph
		}
	}
	for k := range out {
		out[k] /= math.Max(total, 0.3)
	}
	return out
}

// gapWeight is how often a text ends where there is such a gap.
func (s *style) gapWeight(g gap) float64 {
	switch g {
	case seam:
		return 30
	case paragraph:
		return 0.3 / math.Exp(s.breaks.log(true, 0.3))
	case sentence:
		return 0.3 / math.Exp(s.breaks.log(false, 0.3))
	case capital:
		return 0.2
	case anywhere:
		return 0.03
	}
	return 0
}

// tail is how usual both texts are when the first k pieces belong above; s is
// what is known without looking at them.
func (w *weighing) tail(k int, s float64) float64 {
	st, col, ps := &w.style, &w.g.columns[w.c], w.pieces
	s += w.apart[k]
	tail := append(append([]int(nil), w.years...), ladder(ps[:k])...)
	rest := ladder(ps[k:])
	s += w.g.yearScore(st, tail) + w.g.yearScore(st, rest) + w.g.ladderEnds(st, tail, rest)
	s += math.Log(st.ending(endingOf(ps[k-1].text)))
	if k < len(ps) {
		s += math.Log(st.start(startOf(ps[k].text)))
		s -= w.seams[k]
		if gap := ps[k].gap; gap == capital || gap == sentence || gap == anywhere {
			s += st.opening(ps[k].text, gap == sentence, false)
			if gap == capital && names(ps[k-1].text) && st.likeness(ps[k].text, 0) == unlike {
				s -= named
			}
		}
		if k == len(ps)-1 && col.values[ps[k].text] > 0 {
			s += alike // rows often say the same in a few words
		}
		if itemNumber(ps[k].text) > 1 {
			s -= 3 // a list goes on
		}
	} else if w.head != inside || w.c == 0 || w.b.cells[0].blank() {
		s += math.Log(0.25) // b has nothing left to say, nor a number that names it
	}
	had := len(w.above)
	for i := range ps[:k] {
		had += len(ps[i].text) + 1
	}
	return s + col.usualLength(had) + col.usualLength(len(w.above)+w.bytes-had)
}

// yearScore is the logarithm of how usual the years of one text are: in most
// columns they never go back.
func (g *grid) yearScore(st *style, years []int) float64 {
	return float64(descents(years)) * math.Max(math.Log(st.descent()), -4) * 0.9
}

// usualLength is the logarithm of how usual a text of so many bytes is in the
// column, weakly: half a text is shorter than most, and one and a half longer.
func (c *column) usualLength(bytes int) float64 {
	if c.lengths.n < 3 || bytes == 0 {
		return 0
	}
	// Ukrainian takes nearly two bytes a letter.
	z := (math.Log(float64(bytes)/1.85+1) - c.lengths.mean()) / math.Max(c.lengths.deviation(), 0.35)
	return -math.Min(z*z/2, 3) * lengthWeight
}

// ladderEnds favours texts that begin and end with the years that the column's
// other texts begin and end with.
func (g *grid) ladderEnds(st *style, tail, own []int) float64 {
	s := 0.0
	if y, share := mode(st.lasts); share > 0.4 && len(tail) > 0 && tail[len(tail)-1] < y {
		s -= 1.5 * share
	}
	if y, share := mode(st.firsts); share > 0.4 && len(own) > 0 && own[0] > y {
		s -= 1.5 * share
	}
	if len(tail) > 0 && len(own) > 0 && own[0] > tail[0] {
		s -= 0.8
	}
	return s
}
