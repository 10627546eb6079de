package layout

import "slices"

// A few rows at the head of a page, the last of a table without rulings, tell too
// little of its columns: two sums that stand close are one text to them, and two
// rows are no table. The page before knows better.

// goesOnIn gives a region at the head of a page the columns of the table without a
// grid that ends p, if it may go on with it: all lines down to it, too, begin
// where that table's do or further in, and no word stands in two of its columns.
// The region then begins with the first of these lines.
func (p *analysed) goesOnIn(next *Page, r *region, lines []*line) {
	t := p.openAtFoot()
	if t == nil {
		return
	}
	first, end := slices.Index(lines, r.lines[0]), slices.Index(lines, r.lines[len(r.lines)-1])+1
	start := first
	for start > 0 && first-start < mostCut && t.restIn(lines[start-1]) {
		start--
	}
	if first < 0 || start > 0 && lines[start-1].box.Y1 > margin*next.Height {
		return // there is more than a running head
	}
	const sameSide = 0.5 // type sizes
	if slices.ContainsFunc(lines[start:end], func(l *line) bool { return l.box.X0 < t.box.X0-sameSide*l.size }) {
		return
	}
	hard := guttersWith(t.spans, lines[start:end])
	if whole, ok := newRegion(lines[start:end], r.rules); ok && hard != nil {
		whole.shades, whole.hard, whole.goesOn = r.shades, hard, true
		*r = whole
	}
}

// restIn reports whether a line stands in columns of the table but not in its first,
// as what a page's end cut off a row does.
func (f *found) restIn(l *line) bool {
	return l.box.X0 > f.spans[0].x1 && l.box.X1 < f.box.X1+l.size && guttersWith(f.spans, []*line{l}) != nil
}

// guttersWith are the middles of the white between columns and further lines over
// them; nil where words of more than a few lines reach into a second column: a
// total's label does.
func guttersWith(cols []span, lines []*line) []float64 {
	const few = 3 // one line in so many
	cols = slices.Clone(cols)
	crossing := 0
	for _, l := range lines {
		if crosses(l, cols) {
			if crossing++; crossing*few > len(lines) {
				return nil
			}
			continue
		}
		for _, w := range l.words {
			c := &cols[columnAt(cols, w.Box.X0, w.Box.X1)]
			c.x0, c.x1 = min(c.x0, w.Box.X0), max(c.x1, w.Box.X1)
		}
	}
	var out []float64
	for i := 1; i < len(cols); i++ {
		if cols[i].x0-cols[i-1].x1 < leastGutter {
			return nil
		}
		out = append(out, (cols[i-1].x1+cols[i].x0)/2)
	}
	return out
}

// leastGutter is how much white, in points, parts columns that are known.
const leastGutter = 1.0

// crosses reports whether a word of the line reaches into two columns.
func crosses(l *line, cols []span) bool {
	return slices.ContainsFunc(l.words, func(w *Word) bool {
		n := 0
		for _, c := range cols {
			if w.Box.X0 < c.x1+leastGutter && w.Box.X1 > c.x0-leastGutter {
				n++
			}
		}
		return n > 1
	})
}

// mostCut is how many lines of a row a page's end may cut off.
const mostCut = 12

// openAtFoot is the table without a grid that nothing stands below on its page,
// but in the margin; nil where there is none.
func (p *analysed) openAtFoot() *found {
	if p == nil {
		return nil
	}
	var last *found
	for _, it := range p.items {
		if it.table != nil {
			last = it.table
		} else if it.para.box.Y0 < (1-margin)*p.height {
			last = nil
		}
	}
	if last == nil || len(last.spans) < 2 {
		return nil
	}
	return last
}

// toFoot takes the last lines of a page into a region that they end, though they
// stand in one column alone, set as close as the region's rows are: the heading of
// a group whose rows stand on the next page, or the rest of a label.
func (r *region) toFoot(p *Page, lines []*line) {
	const foot, most = 0.8, 2 // of the page's height; lines
	n := len(r.lines)
	end := slices.Index(lines, r.lines[n-1]) + 1
	if end == 0 || len(lines)-end > most || n < 3 {
		return
	}
	pitch, cells := 0.0, r.lines[0]
	for i := 1; i < n; i++ {
		pitch = max(pitch, midY(r.lines[i].box)-midY(r.lines[i-1].box))
		if divided(r.lines[i]) {
			cells = r.lines[i]
		}
	}
	last := end
	for ; last < len(lines) && midY(lines[last].box)-midY(lines[last-1].box) <= pitch; last++ {
		l := lines[last]
		set := slices.IndexFunc(cells.words, func(w *Word) bool { return abs(w.Box.X0-l.box.X0) < 0.3*l.size })
		if l.box.Y0 < foot*p.Height || set < 0 || set > 0 && !startsLower(l.words[0].Text) || !inCell(cells, l) {
			return
		}
	}
	if last < len(lines) && lines[last].box.Y0 < (1-margin)*p.Height {
		return
	}
	if whole, ok := newRegion(slices.Concat(r.lines, lines[end:last]), r.rules); ok && last > end {
		whole.shades, whole.hard, whole.goesOn, whole.above = r.shades, r.hard, r.goesOn, r.above
		*r = whole
	}
}
