package layout

import (
	"math"

	"zvit/extract/document"
)

const (
	// samePlace joins the places of rulings that make one edge of the grid.
	samePlace = 3.0
	// wall is the part of a slot's side that a ruling must cover to close it.
	wall = 0.6
	// openEdge is how far uprights must stick out of the last level ruling
	// before the grid is taken to be open there: less is a corner badly drawn.
	openEdge = 7.0
	maxLanes = 400 // rows or columns of one grid
)

// slot is one field of a grid with the slots that it spans.
type slot struct {
	row, col, rows, cols int
	box                  document.Box
}

// grid is a lattice of rulings.
type grid struct {
	xs, ys []float64
	slots  []slot
	// openTop and openBottom say that the producer drew no edge there.
	openTop, openBottom bool
}

func (g *grid) box() document.Box {
	return document.Box{X0: g.xs[0], Y0: g.ys[0], X1: g.xs[len(g.xs)-1], Y1: g.ys[len(g.ys)-1]}
}

// gridOf makes the grid of a network: edges that the producer left open are
// closed at the ends of the rulings that stick out, and slots without a wall
// between them are one.
func gridOf(n network) *grid {
	level, upright, openTop, openBottom := closeEdges(n)
	var xs, ys []float64
	for _, v := range upright {
		xs = append(xs, v.X0)
	}
	for _, h := range level {
		ys = append(ys, h.Y0)
	}
	g := &grid{xs: cluster(xs, samePlace), ys: cluster(ys, samePlace), openTop: openTop, openBottom: openBottom}
	rows, cols := len(g.ys)-1, len(g.xs)-1
	if rows < 1 || cols < 1 || rows > maxLanes || cols > maxLanes {
		return nil
	}
	right := walls(upright, g.xs, g.ys, true)
	below := walls(level, g.ys, g.xs, false)
	g.slots = rectangles(rows, cols, right, below)
	for i := range g.slots {
		s := &g.slots[i]
		s.box = document.Box{X0: g.xs[s.col], Y0: g.ys[s.row], X1: g.xs[s.col+s.cols], Y1: g.ys[s.row+s.rows]}
	}
	return g
}

// walls tells for each slot whether its side at the far edge is drawn:
// walls[across][along] with the edges of the rulings' direction.
func walls(rulings []Ruling, edges, lanes []float64, upright bool) [][]bool {
	covered := make([][]float64, len(edges))
	for i := range covered {
		covered[i] = make([]float64, len(lanes)-1)
	}
	for _, r := range rulings {
		at, from, to := r.Y0, r.X0, r.X1
		if upright {
			at, from, to = r.X0, r.Y0, r.Y1
		}
		e := nearest(edges, at)
		for k := range covered[e] {
			over := min(to, lanes[k+1]) - max(from, lanes[k])
			if over > 0 {
				covered[e][k] += over
			}
		}
	}
	out := make([][]bool, len(edges))
	for e := range out {
		out[e] = make([]bool, len(lanes)-1)
		for k := range out[e] {
			out[e][k] = covered[e][k] >= wall*(lanes[k+1]-lanes[k])
		}
	}
	return out
}

func nearest(v []float64, x float64) int {
	best := 0
	for i := range v {
		if math.Abs(v[i]-x) < math.Abs(v[best]-x) {
			best = i
		}
	}
	return best
}

// rectangles joins slots without walls between them: right from each free
// slot, then down as far as the whole width is open.
func rectangles(rows, cols int, right, below [][]bool) []slot {
	taken := make([][]bool, rows)
	for i := range taken {
		taken[i] = make([]bool, cols)
	}
	var out []slot
	for r := range rows {
		for c := range cols {
			if taken[r][c] {
				continue
			}
			w := 1
			for c+w < cols && !taken[r][c+w] && !right[c+w][r] {
				w++
			}
			h := 1
			for r+h < rows && openBelow(r+h, c, w, taken, right, below) {
				h++
			}
			for y := r; y < r+h; y++ {
				for x := c; x < c+w; x++ {
					taken[y][x] = true
				}
			}
			out = append(out, slot{row: r, col: c, rows: h, cols: w})
		}
	}
	return out
}

// openBelow reports whether the slots of row r from c on are free, not walled
// off above, and not divided.
func openBelow(r, c, w int, taken, right, below [][]bool) bool {
	for x := c; x < c+w; x++ {
		if taken[r][x] || below[r][x] || x > c && right[x][r] {
			return false
		}
	}
	return true
}

// closeEdges adds the edges that a producer does not draw: at a page break, and
// on the outer sides of tables with open borders.
func closeEdges(n network) (level, upright []Ruling, top, bottom bool) {
	level, upright = n.level, n.upright
	y0, y1 := math.Inf(1), math.Inf(-1)
	for _, h := range level {
		y0, y1 = min(y0, h.Y0), max(y1, h.Y0)
	}
	x0, x1 := math.Inf(1), math.Inf(-1)
	for _, v := range upright {
		x0, x1 = min(x0, v.X0), max(x1, v.X0)
	}
	v0, v1, nTop, nBottom := y0, y1, 0, 0
	for _, v := range upright {
		if v.Y0 < y0-openEdge {
			nTop++
			v0 = min(v0, v.Y0)
		}
		if v.Y1 > y1+openEdge {
			nBottom++
			v1 = max(v1, v.Y1)
		}
	}
	if nTop >= 2 || nTop == len(upright) && nTop > 0 {
		level = append([]Ruling{{X0: x0, Y0: v0, X1: x1, Y1: v0}}, level...)
		top = true
	}
	if nBottom >= 2 || nBottom == len(upright) && nBottom > 0 {
		level = append(level[:len(level):len(level)], Ruling{X0: x0, Y0: v1, X1: x1, Y1: v1})
		bottom = true
	}
	upright = closeSides(level, upright, x0, x1)
	return level, upright, top, bottom
}

// closeSides closes the left and right where at least two level rulings go on
// to one place beyond the outer upright.
func closeSides(level, upright []Ruling, x0, x1 float64) []Ruling {
	var left, right []Ruling
	for _, h := range level {
		if h.X0 < x0-openEdge {
			left = append(left, h)
		}
		if h.X1 > x1+openEdge {
			right = append(right, h)
		}
	}
	side := func(rs []Ruling, end func(Ruling) float64) {
		if len(rs) < 2 {
			return
		}
		ends := make([]float64, len(rs))
		for i, r := range rs {
			ends[i] = end(r)
		}
		at, y0, y1, same := median(ends), math.Inf(1), math.Inf(-1), 0
		for i, r := range rs {
			if math.Abs(ends[i]-at) <= samePlace {
				same++
				y0, y1 = min(y0, r.Y0), max(y1, r.Y0)
			}
		}
		if same >= 2 {
			upright = append(upright[:len(upright):len(upright)], Ruling{X0: at, Y0: y0, X1: at, Y1: y1})
		}
	}
	side(left, func(r Ruling) float64 { return r.X0 })
	side(right, func(r Ruling) float64 { return r.X1 })
	return upright
}
