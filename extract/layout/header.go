package layout

import (
	"cmp"
	"slices"
)

// block is a heading: the lines of one cell of the header.
type block struct {
	a, b   int
	y0, y1 float64
	words  []*Word
	row    int
}

// headerBlocks puts the lines of a header together: what stands below one
// another over the same columns is one heading, unless a ruling divides it.
func headerBlocks(lines []tableLine, r *region, cols []span) []block {
	var out []block
	for i, t := range lines {
		next := lineBelow(lines, i)
		over := i+1 < len(lines) && next < len(lines) && len(lines[i+1].pieces) > len(t.pieces)
		for j, p := range t.pieces {
			a, b := underRule(p, t, r, cols)
			if over && a == p.a && b == p.b && !stacked(p, lines[next]) {
				if a, b = centred(t, j, cols); beside(lines, i, a, b) {
					a, b = p.a, p.b
				}
			}
			if i := above(out, a, b, p, t, r); i >= 0 {
				k := &out[i]
				k.words = append(k.words, p.words...)
				k.y1 = t.l.box.Y1
				k.a, k.b = min(k.a, a), max(k.b, b)
				continue
			}
			out = append(out, block{a: a, b: b, y0: t.l.box.Y0, y1: t.l.box.Y1, words: slices.Clone(p.words)})
		}
	}
	return out
}

// beside reports whether other headings of some columns are set to the middle of
// the same height as line i: theirs stand beside one of it, and not below.
func beside(lines []tableLine, i, a, b int) bool {
	for k, t := range lines {
		if k == i || abs(midY(t.l.box)-midY(lines[i].l.box)) >= levelLine*max(t.l.size, lines[i].l.size) {
			continue
		}
		if slices.ContainsFunc(t.pieces, func(p piece) bool { return p.a <= b && p.b >= a }) {
			return true
		}
	}
	return false
}

// lineBelow is the first line that stands below line i; lines between are set
// level with the middle of a neighbour.
func lineBelow(lines []tableLine, i int) int {
	k := i + 1
	for k < len(lines) && midY(lines[k].l.box)-midY(lines[i].l.box) < levelLine*max(lines[k].l.size, lines[i].l.size) {
		k++
	}
	return k
}

// underRule widens a heading to the columns of the ruling right below it: such
// a ruling shows which columns it is over.
func underRule(p piece, t tableLine, r *region, cols []span) (int, int) {
	a, b := p.a, p.b
	for _, h := range r.rules {
		if h.X1-h.X0 > 0.85*(r.box.X1-r.box.X0) || h.Y0 < midY(t.l.box) || h.Y0 > t.l.box.Y1+0.8*t.l.size {
			continue
		}
		if h.X0 > p.x0+3 || h.X1 < p.x1-3 || overOthers(h, p, t) {
			continue
		}
		for i, c := range cols {
			if mid := (c.x0 + c.x1) / 2; mid > h.X0 && mid < h.X1 {
				a, b = min(a, i), max(b, i)
			}
		}
	}
	return a, b
}

// overOthers reports whether another heading of the line stands over the ruling
// too: then it is the line's, not one heading's.
func overOthers(h Ruling, p piece, t tableLine) bool {
	for _, q := range t.pieces {
		if q.x0 != p.x0 && q.x0 < h.X1 && q.x1 > h.X0 {
			return true
		}
	}
	return false
}

// above finds the heading that a piece goes on with.
func above(out []block, a, b int, p piece, t tableLine, r *region) int {
	for i := len(out) - 1; i >= 0; i-- {
		k := out[i]
		if k.b < a || k.a > b {
			continue
		}
		if t.l.box.Y0-k.y1 > 0.9*t.l.size && !r.shaded(p, k.y0, t.l.box.Y1) || midY(t.l.box) <= (k.y0+k.y1)/2 && k.y1-k.y0 < 1.5*t.l.size {
			return -1
		}
		if (k.a != a || k.b != b) && (k.a == k.b || a == b) {
			// A heading over several columns is not gone on with by one of them.
			return -1
		}
		for _, h := range r.rules {
			if h.Y0 > k.y1-0.5*t.l.size && h.Y0 < midY(t.l.box) && h.X0 < p.x1 && h.X1 > p.x0 {
				return -1
			}
		}
		return i
	}
	return -1
}

// level gives each heading its row: the lowest over each column stand in the
// last row, those above others in the rows before it. It returns the rows.
func levels(blocks []block) int {
	order := make([]int, len(blocks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(blocks[y].y0, blocks[x].y0) })
	depth := make([]int, len(blocks))
	deepest := 0
	for n, i := range order {
		for _, j := range order[:n] {
			if blocks[j].a <= blocks[i].b && blocks[j].b >= blocks[i].a && blocks[j].y0 > blocks[i].y0 {
				depth[i] = max(depth[i], depth[j]+1)
			}
		}
		if depth[i] == 0 && blocks[i].b > blocks[i].a {
			depth[i] = 0
		}
		deepest = max(deepest, depth[i])
	}
	for i := range blocks {
		blocks[i].row = deepest - depth[i]
	}
	return deepest + 1
}

// centred widens a heading to the columns that it stands in the middle of,
// between its neighbours on the line.
func centred(t tableLine, j int, cols []span) (int, int) {
	p := t.pieces[j]
	if p.a == 0 {
		return p.a, p.b
	}
	lo, hi := 1, len(cols)-1
	if j > 0 {
		lo = max(lo, t.pieces[j-1].b+1)
		edge := (t.pieces[j-1].x1 + p.x0) / 2
		for lo < p.a && (cols[lo].x0+cols[lo].x1)/2 < edge {
			lo++
		}
	}
	if j+1 < len(t.pieces) {
		hi = min(hi, t.pieces[j+1].a-1)
		edge := (t.pieces[j+1].x0 + p.x1) / 2
		for hi > p.b && (cols[hi].x0+cols[hi].x1)/2 > edge {
			hi--
		}
	}
	if lo > p.a || hi < p.b {
		return p.a, p.b
	}
	mid, width := (cols[lo].x0+cols[hi].x1)/2, cols[hi].x1-cols[lo].x0
	if off := (p.x0+p.x1)/2 - mid; off < 0.1*width && off > -0.1*width && width > p.x1-p.x0 {
		return lo, hi
	}
	return p.a, p.b
}

// stacked reports whether the next line goes on in the column that p stands in:
// set to the same side, or to the same middle.
func stacked(p piece, next tableLine) bool {
	if p.a != p.b {
		return false
	}
	for _, q := range next.pieces {
		if q.a == p.a && q.b == p.b {
			near := 0.4 * next.l.size
			return abs(q.x0-p.x0) < near || abs(q.x1-p.x1) < near || abs(q.x0+q.x1-p.x0-p.x1) < 2*near
		}
	}
	return false
}
