package rejoin

import (
	"math"
)

// wholeAbove is the weight of taking all sentences of a cell from it.
const wholeAbove = 0.002

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

// weighTails compares "nothing of the cell belongs above" with every place at
// which a tail could end.
func (g *grid) weighTails(a, b *row, c int, topics *topics) verdict {
	col := &g.columns[c]
	own := col.style // without what these two cells have told it
	st := &own
	x, y := a.at(c), b.at(c)
	before := ""
	if x != nil && x.kind != dash {
		before = x.text
	}
	ps := pieces(y, st.habit())
	if len(ps) == 0 {
		return verdict{}
	}
	if len(ps) == 1 && before != "" && endingOf(before) == marked && startOf(ps[0].text) == fresh {
		return verdict{} // a whole text below a whole text
	}
	apart := topics.apart(a, b, c, ps)
	var prior []int
	if x != nil {
		prior = ladder(x.whole())
	}
	n := len(ps)
	score := make([]float64, n+1)
	length := 0
	for i := range ps {
		length += len(ps[i].text) + 1
	}

	// No tail: a's text is whole and b's begins with its head.
	e := endingOf(before)
	head := startOf(ps[0].text)
	if !b.cut {
		st.starts[head] = math.Max(st.starts[head]-1, 0)
		if before != "" {
			st.ends[e] = math.Max(st.ends[e]-1, 0)
		}
	}
	score[0] = math.Log(st.start(head))
	if e != marked {
		score[0] += st.opening(ps[0].text, false, !b.cut)
	}
	cut := 0.0
	if before == "" {
		score[0] += math.Log(st.vacant())
		cut += math.Log(0.003)
		e = marked
	} else {
		score[0] += math.Log(st.ending(e))
		cut += math.Log([3]float64{0.12, 0.55, 0.33}[e])
	}
	goesOn := topics.seams(a, b, c, ps)
	if e == marked {
		cut += math.Log([3]float64{0.93, 0.03, 0.04}[head])
	} else {
		cut += math.Log([3]float64{0.16, 0.74, 0.1}[head]) + goesOn[0]
	}
	score[0] += g.yearScore(st, prior) + g.yearScore(st, ladder(ps)) + g.ladderEnds(st, prior, ladder(ps))
	several := len(y.parts) > 1
	if several {
		score[0] += math.Log(st.paragraph())
		cut += math.Log(0.45)
	} else {
		score[0] += math.Log(1 - st.paragraph())
		cut += math.Log(0.55)
	}

	finished := before != "" && e == marked
	weight := make([]float64, n+1)
	total := 0.0
	long := 1.0
	for k := 1; k <= n; k++ {
		w := 0.0
		if k == n {
			w = math.Min(st.vacant()+0.02, 0.2)
			if finished && head == fresh {
				w = wholeAbove // of sentences that begin as a text does, below a whole text
			}
		} else {
			switch ps[k].gap {
			case seam:
				w = 30
			case paragraph:
				w = 0.3 / math.Exp(st.breaks.log(true, 0.3))
			case sentence:
				w = 0.3 / math.Exp(st.breaks.log(false, 0.3))
			case capital:
				w = 0.2
			case anywhere:
				w = 0.03
			}
		}
		weight[k] = w * long
		long *= 0.9
		if k < n && ps[k].gap == paragraph {
			long *= 0.7 // without a word of it, the cut text ends with its paragraph
		}
		total += weight[k]
	}
	for k := 1; k <= n; k++ {
		s := cut + math.Log(weight[k]/math.Max(total, 0.3)) + apart[k]
		tail := append(append([]int(nil), prior...), ladder(ps[:k])...)
		rest := ladder(ps[k:])
		s += g.yearScore(st, tail) + g.yearScore(st, rest) + g.ladderEnds(st, tail, rest)
		s += math.Log(st.ending(endingOf(ps[k-1].text)))
		if k < n {
			s += math.Log(st.start(startOf(ps[k].text)))
			s -= goesOn[k]
			if gap := ps[k].gap; gap == capital || gap == sentence || gap == anywhere {
				s += st.opening(ps[k].text, gap == sentence, false)
			}
			if k == n-1 && col.values[ps[k].text] > 0 {
				s += alike // rows often say the same in a few words
			}
			if itemNumber(ps[k].text) > 1 {
				s -= 3 // a list goes on
			}
		} else if head != inside || c == 0 || b.cells[0].blank() {
			s += math.Log(0.25) // b has nothing left to say, nor a number that names it
		}
		had := len(before)
		for i := range ps[:k] {
			had += len(ps[i].text) + 1
		}
		score[k] = s + col.usualLength(had) + col.usualLength(len(before)+length-had)
	}
	score[0] += col.usualLength(len(before)) + col.usualLength(length)
	// The cell's own end is what it is: with a tail it belongs to what remains.
	score[0] += math.Log(0.9)
	if n == 1 && col.values[ps[0].text] > 1 {
		score[0] += alike
	}
	switch n := itemNumber(ps[0].text); {
	case n > 1:
		score[0] -= 3
	case n == 1:
		score[0] += 3
	}

	return verdict{pieces: ps, score: score}
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
