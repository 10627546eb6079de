package layout

import (
	"math"

	"zvit/extract/document"
)

const (
	// cellGap is the gap, in type sizes, that divides a line into chunks: wider
	// than any space between words, also in justified text.
	cellGap = 1.0
	// farLine is the distance between lines, in type sizes, that ends a table
	// which no rulings hold together.
	farLine = 3.2
	// levelLine is the distance, in type sizes, below which a line stands between
	// the lines of a neighbour rather than under it.
	levelLine = 0.75
)

// region is a run of lines that may be a table without a grid.
type region struct {
	lines []*line
	box   document.Box
	rules []Ruling // level rulings in it or at its edges, from the top
	// framed says that level rulings run over the table from edge to edge.
	framed bool
	// hard are places of upright rulings: a gap between words there divides cells.
	hard []float64
	// goesOn says that the region goes on with the table of the page before.
	goesOn bool
	// above is the line before the region; nil where it is the first.
	above *line
	// shades are coloured areas: cells that are told apart by colour.
	shades []document.Box
}

// shaded reports whether one coloured cell holds a piece of a line and all from
// y0 to y1.
func (r *region) shaded(p piece, y0, y1 float64) bool {
	for _, b := range r.shades {
		if b.X0 <= p.x0+1 && b.X1 >= p.x1-1 && b.Y0 <= y0+2 && b.Y1 >= y1-2 && b.Y1-b.Y0 < 8*(y1-y0) {
			return true
		}
	}
	return false
}

// divided reports whether a line has a gap as between cells.
func divided(l *line) bool { return len(l.chunks(cellGap)) > 1 }

// regionsOf finds the runs of divided lines in a column of the page. Lines
// with one chunk stay inside a run: section rows and labels that go on.
func regionsOf(lines []*line, rules []Ruling) []region {
	left, right := math.Inf(1), math.Inf(-1)
	for _, l := range lines {
		left, right = min(left, l.box.X0), max(right, l.box.X1)
	}
	tab := make([]bool, len(lines))
	prose := make([]bool, len(lines))
	for i, l := range lines {
		tab[i] = divided(l)
		// A value level with the middle of a label of two lines.
		tab[i] = tab[i] || i > 0 && level(lines[i-1], l) && numeric(l.words) && lines[i-1].box.X1+cellGap*l.size < l.box.X0
		prose[i] = !tab[i] && l.box.X1-l.box.X0 > 0.8*(right-left) && len(l.words) > 5
	}
	var out []region
	taken := 0 // lines of the regions so far
	for i := 0; i < len(lines); {
		if !tab[i] {
			i++
			continue
		}
		end := runEnd(lines, tab, prose, rules, i)
		start, stop := toRules(lines, tab, prose, rules, i, end)
		start = withLabel(lines, tab, max(start, taken), i, taken)
		start, stop = withMiddles(lines, start, stop, taken)
		if r, ok := newRegion(lines[start:stop], rules); ok {
			if start > 0 {
				r.above = lines[start-1]
			}
			out = append(out, r)
			i, taken = stop, stop
			continue
		}
		i = end
	}
	return out
}

// withLabel takes in the lines close above the first divided line of a run, at
// most as many as follow it, that stand right of its first cell's text: the upper
// half of a label whose figures are set to its middle.
func withLabel(lines []*line, tab []bool, start, first, floor int) int {
	cells := lines[first].chunks(cellGap)
	if start != first || len(cells) < 2 {
		return start
	}
	mayBe := func(i, next int) bool {
		return !tab[i] && closeBelow(lines[min(i, next)], lines[max(i, next)]) && inCell(lines[first], lines[i]) && lines[i].box.X0 > cells[0].box.X1
	}
	below := 0
	for k := first + 1; k < len(lines) && mayBe(k, k-1); k++ {
		below++
	}
	for start > floor && first-start < below && mayBe(start-1, start) {
		start--
	}
	return start
}

// withMiddles takes in the lines between which the first and the last line of a
// run stand: labels of two lines with their values level with the middle.
func withMiddles(lines []*line, start, stop, floor int) (int, int) {
	for start > floor && level(lines[start-1], lines[start]) {
		start--
	}
	for stop < len(lines) && level(lines[stop-1], lines[stop]) {
		stop++
	}
	return start, stop
}

// runEnd is the index after the last divided line of the run that begins at i.
func runEnd(lines []*line, tab, prose []bool, rules []Ruling, i int) int {
	end, single := i+1, 0.0
	for j := i + 1; j < len(lines); j++ {
		if farApart(lines[j-1], lines[j], rules) {
			return end
		}
		switch {
		case tab[j]:
			single = 0
			end = j + 1
		case prose[j]:
			single += 2
		case !closeBelow(lines[j-1], lines[j]) || !inCell(lines[end-1], lines[j]):
			single++
		}
		if single > 3 {
			return end
		}
	}
	return end
}

// closeBelow reports whether a line stands below another as in one cell.
func closeBelow(above, l *line) bool {
	const near = 1.6
	return midY(l.box)-midY(above.box) <= near*max(l.size, above.size)
}

// inCell reports whether a line stands in a cell of a divided line: between the
// beginnings of two of its cells.
func inCell(divided, l *line) bool {
	cs := divided.chunks(cellGap)
	for i := len(cs) - 1; i >= 0; i-- {
		if l.box.X0 > cs[i].box.X0-0.5*l.size {
			return i+1 < len(cs) && l.box.X1 < cs[i+1].box.X0
		}
	}
	return false
}

// farApart reports whether so much white stands between two lines that a table
// ends there; more where a ruling holds them together.
func farApart(a, b *line, rules []Ruling) bool {
	far := farLine
	if held(rules, a.box, b.box) {
		far *= 2
	}
	return midY(b.box)-midY(a.box) > far*max(a.size, b.size)
}

// held reports whether a level ruling stands between two lines.
func held(rules []Ruling, a, b document.Box) bool {
	for _, r := range rules {
		if r.Y0 > midY(a) && r.Y0 < midY(b) && r.X0 < max(a.X1, b.X1) && r.X1 > min(a.X0, b.X0) {
			return true
		}
	}
	return false
}

// toRules moves the ends of a run to the rulings that frame it: up to a ruling
// close above that has the heading below it, and not past the last ruling
// where only a note or two stand below.
func toRules(lines []*line, tab, prose []bool, rules []Ruling, start, end int) (int, int) {
	x0, x1 := math.Inf(1), math.Inf(-1)
	for i := start; i < end; i++ {
		if tab[i] {
			x0, x1 = min(x0, lines[i].box.X0), max(x1, lines[i].box.X1)
		}
	}
	var wide []float64 // rulings over most of the run
	drawn := true      // the last of them is no shade's edge
	top, bottom := lines[max(start-5, 0)].box.Y0, lines[min(end+2, len(lines)-1)].box.Y1
	for _, r := range rules {
		if min(r.X1, x1)-max(r.X0, x0) > 0.7*(x1-x0) && r.Y0 > top-20 && r.Y0 < bottom+20 {
			wide = append(wide, r.Y0)
			drawn = r.Width > 0
		}
	}
	if len(wide) == 0 {
		return headingUp(lines, prose, start, x0, x1), tailDown(lines, tab, prose, end, x0, x1)
	}
	first, last := wide[0], wide[len(wide)-1]
	inside := 0
	for i := start; i < end; i++ {
		if tab[i] && midY(lines[i].box) > first && midY(lines[i].box) < last {
			inside++
		}
	}
	// Up, to lines that stand below the first ruling.
	s := start
	for s > 0 && midY(lines[s-1].box) > first && !prose[s-1] && start-s < 5 {
		s--
	}
	// Captions above the first ruling.
	for n := 0; s < end && midY(lines[s].box) < first && n < 3 && inside >= 2 && !tab[s]; n++ {
		s++
	}
	// A running head: the table's first ruling holds it to nothing.
	for s+1 < end && midY(lines[s].box) < first && farApart(lines[s], lines[s+1], nil) {
		s++
	}
	if s < len(lines) && midY(lines[s].box) < first {
		// Headings above the first ruling: it is drawn under them.
		s = headingUp(lines, prose, s, x0, x1)
	}
	e := end
	below := 0
	for i := start; i < end; i++ {
		if tab[i] && midY(lines[i].box) > last {
			below++
		}
	}
	if inside >= 2 && below <= 2 && below*3 <= inside && (drawn || below == 0) {
		for e > s && midY(lines[e-1].box) > last {
			e--
		}
	}
	for e < len(lines) && midY(lines[e].box) < last && !prose[e] && e-end < 3 && !farApart(lines[e-1], lines[e], rules) {
		e++
	}
	if s >= e {
		return start, end
	}
	return s, e
}

// headingUp takes in the lines close above a run without rulings that look
// like headings of its columns: they begin right of the first column.
func headingUp(lines []*line, prose []bool, start int, x0, x1 float64) int {
	s := start
	for s > 0 && start-s < 3 {
		l := lines[s-1]
		gap := midY(lines[s].box) - midY(l.box)
		if prose[s-1] || gap > 1.6*max(l.size, lines[s].size) || l.box.X0 < x0+0.15*(x1-x0) || l.box.X1 > x1+5 {
			break
		}
		s--
	}
	return s
}

// tailDown takes in the lines close below a run without rulings on which cells
// of its last row go on: they begin inside a word's sentence, and not at the
// left, as a paragraph does.
func tailDown(lines []*line, tab, prose []bool, end int, x0, x1 float64) int {
	const most = 3
	for n := 0; n < most && end < len(lines) && !tab[end] && !prose[end]; n++ {
		l := lines[end]
		near := midY(l.box)-midY(lines[end-1].box) < 1.5*max(l.size, lines[end-1].size)
		if !near || l.box.X0 < x0+0.02*(x1-x0) || l.box.X1 > x1+5 || !startsLower(l.words[0].Text) {
			break
		}
		end++
	}
	return end
}

func newRegion(lines []*line, rules []Ruling) (region, bool) {
	r := region{lines: lines}
	if len(lines) < 2 {
		return r, false
	}
	r.box = lines[0].box
	for _, l := range lines {
		r.box = union(r.box, l.box)
	}
	full := 0
	for _, h := range rules {
		over := min(h.X1, r.box.X1) - max(h.X0, r.box.X0)
		if h.Y0 > r.box.Y0-12 && h.Y0 < r.box.Y1+12 && over > 0 {
			r.rules = append(r.rules, h)
			if over > 0.7*(r.box.X1-r.box.X0) {
				full++
			}
		}
	}
	r.framed = full >= 2
	return r, true
}
