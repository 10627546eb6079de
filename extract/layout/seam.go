package layout

import "math"

const (
	// seamRows is how many level rulings of its own each side of a seam has.
	seamRows = 3
	// seamShared is how many may run on over it: the upper and lower edges of
	// two tables of one height, drawn in one line.
	seamShared = 2
	// seamWidth is how wide, in points, the outer edges of two tables that touch
	// are together at least.
	seamWidth = 2.0
)

// apartAtSeams divides networks of tables that stand side by side and touch:
// at an upright where the rows of one side are not those of the other.
func apartAtSeams(in []network) []network {
	var out []network
	for _, n := range in {
		for {
			x, ok := n.seam()
			if !ok {
				break
			}
			var left network
			left, n = n.cut(x)
			out = append(out, left)
		}
		out = append(out, n)
	}
	return out
}

// seam is the place of the first upright that divides the network.
func (n network) seam() (float64, bool) {
	if len(n.upright) < 4 {
		return 0, false
	}
	var xs []float64
	for _, u := range n.upright {
		xs = append(xs, u.X0)
	}
	xs = cluster(xs, samePlace)
	for _, x := range xs[min(1, len(xs)):max(len(xs)-1, 1)] {
		if n.dividedAt(x) {
			return x, true
		}
	}
	return 0, false
}

// dividedAt reports whether the rows left of x are not those right of it.
func (n network) dividedAt(x float64) bool {
	var left, right []float64
	crossing := 0
	for _, h := range n.level {
		switch {
		case h.X0 < x-openEdge && h.X1 > x+openEdge:
			crossing++
		case math.Abs(h.X1-x) <= openEdge:
			left = append(left, h.Y0)
		case math.Abs(h.X0-x) <= openEdge:
			right = append(right, h.Y0)
		}
	}
	// Lines of a height on both sides are one row's, badly drawn.
	level := 0
	for _, y := range left {
		for _, z := range right {
			if math.Abs(y-z) < 1 {
				level++
			}
		}
	}
	if n.drawnTwice(x) || crossing == 0 && n.drawnBeside(x) {
		// Each table has its own edge there; lines that meet do so by chance.
		own := min(len(left), len(right)) - level
		return own > 0 && len(left)+len(right)-2*level >= seamRows
	}
	return crossing <= seamShared && len(left) >= seamRows && len(right) >= seamRows &&
		3*(crossing+level) <= min(len(left), len(right))+seamShared
}

// drawnTwice reports whether two uprights stand at x with white between them.
func (n network) drawnTwice(x float64) bool {
	for _, u := range n.upright {
		if math.Abs(u.X0-x) <= samePlace && u.Width >= seamWidth {
			return true
		}
	}
	return false
}

// drawnBeside reports whether two uprights of other heights, which make no double
// border, stand at x with white between them and are level for a while: the right
// edge of a table and the left one of a table that begins beside its last row.
func (n network) drawnBeside(x float64) bool {
	for i, u := range n.upright {
		for _, v := range n.upright[i+1:] {
			near := math.Abs(u.X0-x) <= touching && math.Abs(v.X0-x) <= touching
			if near && math.Abs(u.X0-v.X0) >= seamWidth && u.Y0 <= v.Y1 && v.Y0 <= u.Y1 {
				return true
			}
		}
	}
	return false
}

// cut divides the network at x; what crosses is cut.
func (n network) cut(x float64) (left, right network) {
	for _, u := range n.upright {
		if u.X0 <= x+samePlace {
			left.upright = append(left.upright, u)
		}
		if u.X0 >= x-samePlace {
			right.upright = append(right.upright, u)
		}
	}
	for _, h := range n.level {
		a, b := h, h
		a.X1, b.X0 = min(h.X1, x), max(h.X0, x)
		if a.X1-a.X0 > openEdge {
			left.level = append(left.level, a)
		}
		if b.X1-b.X0 > openEdge {
			right.level = append(right.level, b)
		}
	}
	return left, right
}
