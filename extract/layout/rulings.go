package layout

import (
	"cmp"
	"math"
	"slices"
)

const (
	// doubled is how far apart two parallel rulings may be drawn that are one
	// line to the eye: a double border.
	doubled = 3.0
	// bridged is the longest gap along a ruling that is still drawn through:
	// crossings and dashes.
	bridged = 4.0
	// touching is how far a ruling may end short of the one that it meets.
	touching = 4.0
)

// grouped are the page's rulings, each drawn line once.
type grouped struct {
	level, upright []Ruling // sorted by place, then start
}

// groupRulings joins collinear and doubled rulings.
func groupRulings(all []Ruling) grouped {
	var g grouped
	for _, r := range all {
		if r.level() {
			g.level = append(g.level, r)
		} else {
			g.upright = append(g.upright, Ruling{r.Y0, r.X0, r.Y1, r.X1, r.Width})
		}
	}
	g.level = joinLevel(g.level)
	g.upright = joinLevel(g.upright)
	for i, r := range g.upright {
		g.upright[i] = Ruling{r.Y0, r.X0, r.Y1, r.X1, r.Width}
	}
	return g
}

// joinLevel joins level rulings that continue or double one another. A run of
// dashes has gaps as long as its strokes, and is joined through them.
func joinLevel(in []Ruling) []Ruling {
	byPlace := func(a, b Ruling) int { return cmp.Or(cmp.Compare(a.Y0, b.Y0), cmp.Compare(a.X0, b.X0)) }
	slices.SortStableFunc(in, byPlace)
	var out []Ruling
	for i := 0; i < len(in); {
		j := i + 1
		for j < len(in) && in[j].Y0-in[j-1].Y0 <= 0.9 && in[j].Y0-in[i].Y0 <= doubled {
			j++
		}
		out = append(out, joinRun(in[i:j])...)
		i = j
	}
	slices.SortStableFunc(out, byPlace) // a run is along its line
	return mergeDoubles(out)
}

// joinRun joins rulings of one height along it.
func joinRun(run []Ruling) []Ruling {
	slices.SortStableFunc(run, func(a, b Ruling) int { return cmp.Compare(a.X0, b.X0) })
	var out []Ruling
	for _, r := range run {
		if n := len(out); n > 0 {
			last := &out[n-1]
			gap := bridged
			if d := r.X1 - r.X0; d < 12 && last.Width < 3 {
				gap = max(gap, min(2*d, 8)) // a dash
			}
			if r.X0 <= last.X1+gap {
				if over := min(last.X1, r.X1) - r.X0; 2*over > min(last.X1-last.X0, r.X1-r.X0) {
					last.Width = max(last.Width, together(*last, r))
				}
				last.X1 = max(last.X1, r.X1)
				last.Width = max(last.Width, r.Width)
				continue
			}
		}
		out = append(out, r)
	}
	kept := out[:0]
	for _, r := range out {
		if r.X1-r.X0 >= 3 {
			kept = append(kept, r)
		}
	}
	return kept
}

// together is how wide two rulings are that run side by side, with what is
// between them.
func together(a, b Ruling) float64 {
	return max(a.Width, b.Width, math.Abs(a.Y0-b.Y0)+(a.Width+b.Width)/2)
}

// mergeDoubles makes one of rulings that run side by side: the longer stays, as
// wide as both with what is between them.
func mergeDoubles(in []Ruling) []Ruling {
	gone := make([]bool, len(in))
	for i := range in {
		for j := i + 1; j < len(in) && in[j].Y0-in[i].Y0 <= doubled; j++ {
			if gone[i] || gone[j] {
				continue
			}
			over := min(in[i].X1, in[j].X1) - max(in[i].X0, in[j].X0)
			if over < 0.8*min(in[i].X1-in[i].X0, in[j].X1-in[j].X0) {
				continue
			}
			a, b := i, j
			if in[j].X1-in[j].X0 > in[i].X1-in[i].X0 {
				a, b = j, i
			}
			in[a].Width = together(in[i], in[j])
			in[a].X0, in[a].X1 = min(in[a].X0, in[b].X0), max(in[a].X1, in[b].X1)
			gone[b] = true
		}
	}
	out := in[:0]
	for i, r := range in {
		if !gone[i] {
			out = append(out, r)
		}
	}
	return out
}

// network is a set of rulings that cross or touch one another.
type network struct{ level, upright []Ruling }

// networks finds the connected sets of rulings that have both directions.
func (g grouped) networks() []network {
	n := len(g.level)
	parent := make([]int, n+len(g.upright))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for j, v := range g.upright {
		from, _ := slices.BinarySearchFunc(g.level, v.Y0-touching, func(r Ruling, y float64) int { return cmp.Compare(r.Y0, y) })
		for i := from; i < n && g.level[i].Y0 <= v.Y1+touching; i++ {
			h := g.level[i]
			if v.X0 >= h.X0-touching && v.X0 <= h.X1+touching {
				parent[find(n+j)] = find(i)
			}
		}
	}
	index := map[int]int{}
	var out []network
	at := func(i int) *network {
		r := find(i)
		k, ok := index[r]
		if !ok {
			k = len(out)
			index[r] = k
			out = append(out, network{})
		}
		return &out[k]
	}
	for i, h := range g.level {
		w := at(i)
		w.level = append(w.level, h)
	}
	for j, v := range g.upright {
		w := at(n + j)
		w.upright = append(w.upright, v)
	}
	kept := out[:0]
	for _, w := range out {
		if len(w.level) > 0 && len(w.upright) > 0 && len(w.level)+len(w.upright) >= 3 {
			kept = append(kept, w)
		}
	}
	return kept
}

// cluster joins sorted places closer than tol to their mean.
func cluster(v []float64, tol float64) []float64 {
	slices.Sort(v)
	var out []float64
	n := 0
	for _, x := range v {
		if k := len(out); k > 0 && math.Abs(x-out[k-1]) <= tol {
			n++
			out[k-1] += (x - out[k-1]) / float64(n)
			continue
		}
		out = append(out, x)
		n = 1
	}
	return out
}
