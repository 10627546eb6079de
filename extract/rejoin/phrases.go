package rejoin

import "math"

// A table's own texts tell how its words are used: which of them end a text,
// and which follow one another. Where a page cuts "пожежної охорони | громади",
// the word before the cut ends no other text, or the two stand side by side
// elsewhere. The weights are logarithms of likelihood ratios, smoothed by what
// any word does, so that a word that is met nowhere else says nothing.

// Smoothing of the counts, in occurrences, and the most that one clue may say.
const (
	useSmooth = 2.0
	useMost   = 3.0
)

// use is how a word stands in the texts of other rows.
type use struct {
	inside   int // within a text
	ends     int // as the last of its part
	followed int // right before the word in question
}

// usesOf counts how w stands in rows other than two, next after it.
func (t *topics) usesOf(w, next wordID, not, nor int) use {
	var u use
	in := &t.words[w]
	for _, r := range in.first[:min(in.n, kinRows)] {
		if int(r) == not || int(r) == nor {
			continue
		}
		for _, words := range t.cells[r] {
			for i := range words {
				switch {
				case words[i].wordID != w:
				case i+1 == len(words) || words[i+1].part != words[i].part:
					u.ends++
				default:
					u.inside++
					if words[i+1].wordID == next {
						u.followed++
					}
				}
			}
		}
	}
	return u
}

// goesOn says how much likelier it is that a text goes on from word w to next
// than that it ends with w and another begins with next.
func (t *topics) goesOn(w, next wordID, not, nor int) float64 {
	u := t.usesOf(w, next, not, nor)
	n := float64(u.inside + u.ends)
	if n == 0 {
		return 0
	}
	base := float64(t.texts+1) / float64(t.count+2)
	end := (float64(u.ends) + useSmooth*base) / (n + useSmooth)
	s := math.Log(1-end) - math.Log(1-base) - math.Log(end) + math.Log(base)
	chance := (float64(t.words[next].n) + 0.5) / float64(t.count+1)
	s += math.Log((float64(u.followed)/chance + useSmooth) / (float64(u.inside) + useSmooth))
	return math.Max(-useMost, math.Min(useMost, s))
}

// seams says, for the cell above and for each piece of b's cell in column c but
// the first, how much likelier the text goes on into that piece than that it
// ends before it; 0 where a word is missing. The first is for the cut itself.
func (t *topics) seams(a, b *row, c int, ps []piece) []float64 {
	out := make([]float64, len(ps))
	words := t.of(b, c)
	upper, lower := t.at[a], t.at[b]
	k := 0
	for i, w := range words {
		from := k
		for ps[k].part < int(w.part) || ps[k].end < int(w.end) {
			k++
		}
		switch {
		case i == 0:
			if x := a.at(c); k == 0 && x != nil && x.kind != dash && c < len(t.cells[upper]) {
				if above := t.of(a, c); len(above) > 0 {
					out[0] = t.goesOn(above[len(above)-1].wordID, w.wordID, upper, lower)
				}
			}
		case k == from+1 && ps[k].gap != sentence && ps[k].gap != paragraph && ps[k].gap != seam:
			out[k] = t.goesOn(words[i-1].wordID, w.wordID, upper, lower)
		}
	}
	return out
}
