package rejoin

import (
	"cmp"
	"math"
	"slices"
)

// topics tells which of two rows a sentence speaks of, by the words that it
// shares with each, the rarer the more.
type topics struct {
	rows  int
	words map[stem]*wordRows
	cells map[*row][]map[stem]bool
}

// topicStep is what a word on both sides is worth, in nats a nat of its rarity,
// and topicMost what all words together are.
const (
	topicStep = 0.5
	topicMost = 7.0
	toldAlike = 0.4 // what a word is worth that only texts of this column share
)

func (g *grid) topics(rows []*row) *topics {
	t := &topics{rows: len(rows), words: map[stem]*wordRows{}, cells: map[*row][]map[stem]bool{}}
	for _, r := range rows {
		for c := range r.cells {
			if r.cells[c].kind != text {
				continue
			}
			for _, s := range r.cells[c].stems() {
				t.add(s, r)
			}
		}
	}
	return t
}

// wordRows counts the rows that have a stem, and keeps the first of them.
type wordRows struct {
	n     int
	last  *row
	first [kinRows]*row
}

func (t *topics) add(s stem, r *row) {
	w := t.words[s]
	if w == nil {
		w = &wordRows{}
		t.words[s] = w
	}
	if w.last == r {
		return
	}
	if w.n < kinRows {
		w.first[w.n] = r
	}
	w.n++
	w.last = r
}

// seen is how many rows have the stem.
func (t *topics) seen(s stem) int {
	if w := t.words[s]; w != nil {
		return w.n
	}
	return 0
}

// of returns the stems of each cell of a row.
func (t *topics) of(r *row) []map[stem]bool {
	if m, ok := t.cells[r]; ok {
		return m
	}
	m := make([]map[stem]bool, len(r.cells))
	for c := range r.cells {
		if r.cells[c].kind != text {
			continue
		}
		words := r.cells[c].stems()
		m[c] = make(map[stem]bool, len(words))
		for _, s := range words {
			m[c][s] = true
		}
	}
	t.cells[r] = m
	return m
}

// forget drops what is known of a row whose texts have changed.
func (t *topics) forget(r *row) { delete(t.cells, r) }

// fill finds the stems of the pieces.
func (t *topics) fill(ps []piece) {
	for i := range ps {
		eachStem(ps[i].text, func(s stem) { ps[i].stems = append(ps[i].stems, s) })
	}
}

// kinRows is how many rows a word may stand in that makes rows kin, and kinMost
// how many kin of a row are asked.
const (
	kinRows = 8
	kinMost = 4
)

// kin returns the stems of column c in the rows whose other cells are most like
// r's: what they tell of, r may tell of. Rows r and not are left out.
func (t *topics) kin(r, not *row, c int) []map[stem]bool {
	weight := map[*row]float64{}
	var order []*row
	for j := range r.cells {
		if j == c || r.cells[j].kind != text {
			continue
		}
		for _, s := range r.cells[j].stems() {
			n := t.seen(s)
			if n < 2 || n > kinRows || n*3 > t.rows {
				continue
			}
			for _, k := range t.words[s].first[:n] {
				if k == r || k == not {
					continue
				}
				if weight[k] == 0 {
					order = append(order, k)
				}
				weight[k] += 1 / float64(n)
			}
		}
	}
	slices.SortStableFunc(order, func(x, y *row) int { return cmp.Compare(weight[y], weight[x]) })
	var out []map[stem]bool
	for _, k := range order[:min(kinMost, len(order))] {
		if m := t.of(k); c < len(m) && m[c] != nil {
			out = append(out, m[c])
		}
	}
	return out
}

func akin(kin []map[stem]bool, s stem) bool {
	for _, m := range kin {
		if m[s] {
			return true
		}
	}
	return false
}

// apart says for each k how well the first k pieces of b's cell in column c go
// with a, and the others with b, in nats: a word that stands on both sides of
// the split speaks against it, the more the fewer rows have it.
func (t *topics) apart(a, b *row, c int, ps []piece) []float64 {
	upper, lower := t.of(a), t.of(b)
	first, last := map[stem]int{}, map[stem]int{}
	var order []stem
	for i := range ps {
		for _, s := range ps[i].stems {
			if _, ok := first[s]; !ok {
				first[s] = i
				order = append(order, s)
			}
			last[s] = i
		}
	}
	var upperKin, lowerKin []map[stem]bool
	if len(ps) > 1 {
		upperKin, lowerKin = t.kin(a, b, c), t.kin(b, a, c)
	}
	step := make([]float64, len(ps)+2)
	cost := func(from, to int, w float64) { // for k from..to
		if from <= to {
			step[from] += w
			step[to+1] -= w
		}
	}
	for _, s := range order {
		w := topicStep * math.Log(float64(t.rows+2)/float64(t.seen(s)+1))
		if w <= 0 {
			continue
		}
		above, told, below := false, c < len(upper) && upper[c][s], false
		for j, m := range upper {
			above = above || j != c && m[s]
		}
		for j, m := range lower {
			below = below || j != c && m[s]
		}
		near, far := akin(upperKin, s), akin(lowerKin, s)
		switch {
		case above && below:
		case above:
			cost(0, last[s], w)
		case below:
			cost(first[s]+1, len(ps), w)
		case told || near && !far:
			cost(0, last[s], w*toldAlike)
		case far && !near:
			cost(first[s]+1, len(ps), w*toldAlike)
		default:
			cost(first[s]+1, last[s], w*toldAlike)
		}
	}
	out := make([]float64, len(ps)+1)
	sum := 0.0
	for k := range out {
		sum += step[k]
		out[k] = -sum
	}
	base := out[0]
	for k := range out {
		out[k] = math.Max(-topicMost, math.Min(topicMost, out[k]-base))
	}
	return out
}
