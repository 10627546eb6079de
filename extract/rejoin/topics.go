package rejoin

import "math"

// topics tells which of two rows a sentence speaks of, by the words that it
// shares with each, the rarer the more.
type topics struct {
	rows  int
	seen  map[stem]int // rows that have the stem
	cells map[*row][]map[stem]bool
}

// closenessStep is what one word shared by one in e rows is worth, in nats, and
// closenessMost what one sentence is worth at most.
const (
	closenessStep = 0.55
	closenessMost = 2.5
)

func (g *grid) topics(rows []*row) *topics {
	t := &topics{rows: len(rows), seen: map[stem]int{}, cells: map[*row][]map[stem]bool{}}
	last := map[stem]int{}
	for i, r := range rows {
		for c := range r.cells {
			if r.cells[c].kind != text {
				continue
			}
			for _, p := range r.cells[c].parts {
				eachStem(p.Text, func(s stem) {
					if last[s] != i+1 {
						last[s] = i + 1
						t.seen[s]++
					}
				})
			}
		}
	}
	return t
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
		m[c] = map[stem]bool{}
		for _, p := range r.cells[c].parts {
			eachStem(p.Text, func(s stem) { m[c][s] = true })
		}
	}
	t.cells[r] = m
	return m
}

// fill finds the stems of the pieces.
func (t *topics) fill(ps []piece) {
	for i := range ps {
		eachStem(ps[i].text, func(s stem) { ps[i].stems = append(ps[i].stems, s) })
	}
}

// closeness says for each piece of b's cell in column c how much more it shares
// with a than with b, in nats. A row's own text in that column counts half: of
// b's, only what follows the piece.
func (t *topics) closeness(a, b *row, c int, ps []piece) []float64 {
	out := make([]float64, len(ps))
	delete(t.cells, a) // it may have changed
	upper, lower := t.of(a), t.of(b)
	after := map[stem]int{}
	for i := range ps {
		for _, s := range ps[i].stems {
			after[s] = i
		}
	}
	beside := func(cells []map[stem]bool, s stem) float64 {
		best := 0.0
		for j, m := range cells {
			if j != c && m[s] {
				best = 1
			}
		}
		return best
	}
	for i := range ps {
		sum := 0.0
		counted := map[stem]bool{}
		for _, s := range ps[i].stems {
			if counted[s] {
				continue
			}
			counted[s] = true
			w := math.Log(float64(t.rows+2) / float64(t.seen[s]+1))
			if w <= 0 {
				continue
			}
			up, low := beside(upper, s), beside(lower, s)
			if up == 0 && c < len(upper) && upper[c][s] {
				up = 0.5
			}
			if low == 0 && after[s] > i {
				low = 0.5
			}
			sum += w * (up - low)
		}
		out[i] = math.Max(-closenessMost, math.Min(closenessMost, closenessStep*sum))
	}
	return out
}
