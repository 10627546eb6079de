package layout

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// tight is the gap, in type sizes, that a column gap must be wider than at least,
// and widest what it is raised to where words are set far apart.
const (
	tight  = 0.38
	widest = 0.62
)

// tightOf raises tight for text whose words are set farther apart, as type of
// one width is. Gaps between words of letters tell it: between numbers they are
// columns'.
func tightOf(lines []*line) float64 {
	var gaps []float64
	for _, l := range lines {
		for i := 1; i < len(l.words); i++ {
			a, b := l.words[i-1], l.words[i]
			gap := (b.Box.X0 - a.Box.X1) / max(l.size, 1)
			if gap > 0 && gap < cellGap && wordy(a.Text) && wordy(b.Text) {
				gaps = append(gaps, gap)
			}
		}
	}
	const few = 8
	if len(gaps) < few {
		return tight
	}
	const slack = 1.3
	return min(max(tight, median(gaps)*slack), widest)
}

// wordy reports whether s is a word of letters.
func wordy(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 2
}

// span is an interval along the line.
type span struct{ x0, x1 float64 }

// columnSpans finds the columns of a region by the white space that runs down
// through its lines. Lines with few chunks, as headings over several columns,
// do not count. It returns nil where there are not two columns.
func columnSpans(r *region) []span {
	var counts []int
	for _, l := range r.lines {
		if n := len(l.chunks(cellGap)); n > 1 {
			counts = append(counts, n)
		}
	}
	if len(counts) == 0 {
		return nil
	}
	slices.Sort(counts)
	typical := counts[len(counts)*3/4]
	var body []*line
	for _, l := range r.lines {
		if n := len(l.chunks(cellGap)); n > 1 && 5*n >= 3*typical {
			body = append(body, l)
		}
	}
	if len(body) < 2 {
		return nil
	}
	return withAside(gutters(body, r.lines, r.hard, tightOf(r.lines)), r.lines)
}

// withAside adds the columns in which nothing stands level with the figures, as
// notes set to the middle of high rows: text of two lines or more that stands
// clear of all columns.
func withAside(cols []span, lines []*line) []span {
	if cols == nil {
		return nil
	}
	type run struct {
		span
		lines int
	}
	var found []run
	for _, l := range lines {
		for _, c := range l.chunks(cellGap) {
			at := span{c.box.X0, c.box.X1}
			if slices.ContainsFunc(cols, func(s span) bool { return at.x0 < s.x1+0.5*l.size && at.x1 > s.x0-0.5*l.size }) {
				continue
			}
			if i := slices.IndexFunc(found, func(f run) bool { return at.x0 < f.x1 && at.x1 > f.x0 }); i >= 0 {
				f := &found[i]
				f.x0, f.x1, f.lines = min(f.x0, at.x0), max(f.x1, at.x1), f.lines+1
				continue
			}
			found = append(found, run{at, 1})
			if divided(l) {
				found[len(found)-1].lines++ // level with another heading
			}
		}
	}
	for _, f := range found {
		if f.lines > 1 {
			cols = append(cols, f.span)
		}
	}
	slices.SortFunc(cols, func(a, b span) int { return cmp.Compare(a.x0, b.x0) })
	return cols
}

// edge is where one more or one less line covers the page.
type edge struct {
	x float64
	d int
}

// gutters sweeps over the lines of a table's body and cuts where hardly any covers.
// all are the lines of the whole region: a column that the body has little text in may
// have it in the others, see supported.
func gutters(body, all []*line, hard []float64, tight float64) []span {
	var edges []edge
	var sizes []float64
	for _, l := range body {
		sizes = append(sizes, l.size)
		for _, c := range l.divided(tight, hard) {
			if slices.ContainsFunc(hard, func(h float64) bool { return h > c.box.X0 && h < c.box.X1 }) {
				continue // a word across a border that is known: a cell of two columns
			}
			edges = append(edges, edge{c.box.X0, 1}, edge{c.box.X1, -1})
		}
	}
	slices.SortStableFunc(edges, func(a, b edge) int {
		switch {
		case a.x < b.x:
			return -1
		case a.x > b.x:
			return 1
		}
		return b.d - a.d
	})
	em := median(sizes)
	least := 1.0 * em
	switch n := len(body); {
	case n >= 8:
		least = 0.45 * em
	case n >= 5:
		least = 0.6 * em
	case n >= 4:
		least = 0.75 * em
	}
	tol := 0
	if len(body) >= 12 {
		tol = len(body) / 20
	}
	var out []span
	depth, open := 0, false
	for _, e := range edges {
		depth += e.d
		switch {
		case !open && depth > tol:
			out = append(out, span{e.x, e.x})
			open = true
		case open && depth <= tol:
			out[len(out)-1].x1 = e.x
			open = false
		}
	}
	// Gutters too narrow are no gutters.
	merged := out[:0]
	for _, s := range out {
		if n := len(merged); n > 0 && s.x0-merged[n-1].x1 < least && !parted(hard, merged[n-1].x1, s.x0) {
			merged[n-1].x1 = max(merged[n-1].x1, s.x1)
			continue
		}
		merged = append(merged, s)
	}
	merged = supported(merged, body, all, hard)
	if len(merged) < 2 {
		return nil
	}
	return merged
}

// supported joins columns in which but one of many lines has text to the
// nearer neighbour: a heading set wider than its column.
func supported(cols []span, body, all []*line, hard []float64) []span {
	if len(body) < 6 {
		return cols
	}
	lines := make([]int, len(cols))
	for _, l := range all {
		for i, c := range cols {
			for _, w := range l.words {
				if min(w.Box.X1, c.x1)-max(w.Box.X0, c.x0) > 0.5 {
					lines[i]++
					break
				}
			}
		}
	}
	var out []span
	for i, c := range cols {
		n := len(out)
		lone := lines[i] <= 1
		after := i > 0 && lines[i-1] <= 1 && n == 1
		if n > 0 && (lone || after) && !parted(hard, out[n-1].x1, c.x0) {
			right := math.Inf(1)
			if i+1 < len(cols) && !after {
				right = cols[i+1].x0 - c.x1
			}
			if c.x0-out[n-1].x1 <= right {
				out[n-1].x1 = c.x1
				continue
			}
			if lone && i+1 < len(cols) {
				cols[i+1].x0 = c.x0
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

// columnAt is the column that an interval overlaps most, or the nearest.
func columnAt(cols []span, x0, x1 float64) int {
	best, most := 0, math.Inf(-1)
	for i, c := range cols {
		if over := min(x1, c.x1) - max(x0, c.x0); over > most {
			best, most = i, over
		}
	}
	return best
}

// piece is the words of one line that stand in one cell.
type piece struct {
	words  []*Word
	x0, x1 float64
	a, b   int // first and last column
}

// pieces divides a line between the columns. A word that lies over a gutter
// joins the columns on its sides. Gaps up to tight are spaces.
func pieces(l *line, cols []span, hard []float64, tight float64) []piece {
	var out []piece
	for _, c := range l.divided(tight, hard) {
		for _, d := range splitTight(c, cols, l.size) {
			a, b := reach(cols, d.box.X0, d.box.X1)
			out = append(out, piece{d.words, d.box.X0, d.box.X1, a, b})
		}
	}
	// Chunks of one column are one piece.
	merged := out[:0]
	for _, p := range out {
		if n := len(merged); n > 0 && p.a <= merged[n-1].b {
			m := &merged[n-1]
			m.words = append(slices.Clone(m.words), p.words...)
			m.x1, m.b = p.x1, max(m.b, p.b)
			continue
		}
		merged = append(merged, p)
	}
	return merged
}

// reach is the range of columns that an interval covers: columns of which it
// covers a fair part, or which hold a fair part of it.
func reach(cols []span, x0, x1 float64) (int, int) {
	a, b := -1, -1
	for i, c := range cols {
		over := min(x1, c.x1) - max(x0, c.x0)
		if over > 0.25*min(c.x1-c.x0, x1-x0) && over > 1 {
			if a < 0 {
				a = i
			}
			b = i
		}
	}
	if a < 0 {
		a = columnAt(cols, x0, x1)
		b = a
	}
	return a, b
}

// divided are the chunks of the line, parted also where an upright ruling
// stands between two words.
func (l *line) divided(gap float64, hard []float64) []chunk {
	cs := l.chunks(gap)
	if len(hard) == 0 {
		return cs
	}
	var out []chunk
	for _, c := range cs {
		last := chunk{words: c.words[:1:1], box: c.words[0].Box}
		for _, w := range c.words[1:] {
			if parted(hard, last.box.X1, w.Box.X0) {
				out = append(out, last)
				last = chunk{words: []*Word{w}, box: w.Box}
				continue
			}
			last.words = append(last.words, w)
			last.box = union(last.box, w.Box)
		}
		out = append(out, last)
	}
	return out
}

// parted reports whether an upright ruling stands between x0 and x1.
func parted(hard []float64, x0, x1 float64) bool {
	for _, h := range hard {
		if h > x0-1 && h < x1+1 {
			return true
		}
	}
	return false
}

// Headings of neighbouring columns may be set as close as words. A chunk over
// several columns is divided where each of its spaces over a gutter is at least
// this wide, in type sizes: more for two columns than for a row of them.
const (
	closePair = 0.31
	closeRow  = 0.2
)

// oneHeading reports whether parts of a chunk read as one heading: it opens with
// a capital, and none after it does.
func oneHeading(parts []chunk) bool {
	for i, c := range parts {
		if r, _ := utf8.DecodeRuneInString(c.words[0].Text); i == 0 && !unicode.IsUpper(r) || i > 0 && !unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// splitTight divides a chunk whose parts each stand over a column of their own.
func splitTight(c chunk, cols []span, size float64) []chunk {
	a, b := reach(cols, c.box.X0, c.box.X1)
	if a == b || len(c.words) < 2 {
		return []chunk{c}
	}
	least := closePair
	if b-a >= 2 {
		least = closeRow
	}
	out := []chunk{{words: c.words[:1:1], box: c.words[0].Box}}
	for i, w := range c.words[1:] {
		last := &out[len(out)-1]
		_, before := reach(cols, c.words[i].Box.X0, c.words[i].Box.X1)
		after, _ := reach(cols, w.Box.X0, w.Box.X1)
		// A word that reaches into the other's column is no cell of its own.
		apart := c.words[i].Box.X1 <= cols[after].x0+0.1*size && w.Box.X0 >= cols[before].x1-0.1*size
		if after > before && apart && w.Box.X0-c.words[i].Box.X1 >= least*size {
			out = append(out, chunk{words: []*Word{w}, box: w.Box})
			continue
		}
		last.words = append(last.words, w)
		last.box = union(last.box, w.Box)
	}
	if len(out) != b-a+1 || oneHeading(out) {
		return []chunk{c}
	}
	return out
}
