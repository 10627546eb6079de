package layout

import (
	"math"
	"slices"
)

const (
	// proseLines is how many lines of text must stand side by side before a
	// page is taken to be set in columns, and proseWords how many words such a
	// line has on average: cells of tables are shorter.
	proseLines = 8
	proseWords = 4
	proseFill  = 0.6 // of the column's width, that a line of text fills
	columnGap  = 0.8 // type sizes between columns at least
)

// columnsOf divides lines into the columns of the page, in reading order: what
// stands above the columns, the left one, the right one, what stands below. It
// is one group where the text runs over the whole width, and for tables.
func columnsOf(lines []*line) [][]*line { return divideColumns(lines, 0) }

func divideColumns(lines []*line, depth int) [][]*line {
	if len(lines) < proseLines || depth > 3 {
		if len(lines) == 0 {
			return nil
		}
		return [][]*line{lines}
	}
	x := columnGutter(lines)
	if math.IsNaN(x) {
		return [][]*line{lines}
	}
	var out [][]*line
	var full, left, right []*line
	endColumns := func() {
		out = append(out, divideColumns(left, depth+1)...)
		out = append(out, divideColumns(right, depth+1)...)
		left, right = nil, nil
	}
	for _, l := range lines {
		a, b, crosses := sides(l, x)
		if crosses {
			endColumns()
			full = append(full, l)
			continue
		}
		if len(full) > 0 {
			out = append(out, full)
			full = nil
		}
		if len(a) > 0 {
			left = append(left, lineOf(a))
		}
		if len(b) > 0 {
			right = append(right, lineOf(b))
		}
	}
	endColumns()
	if len(full) > 0 {
		out = append(out, full)
	}
	return out
}

// sides divides a line at x; crosses says that there is no gap.
func sides(l *line, x float64) (a, b []*Word, crosses bool) {
	for _, w := range l.words {
		switch {
		case w.Box.X1 <= x:
			a = append(a, w)
		case w.Box.X0 >= x:
			b = append(b, w)
		default:
			return nil, nil, true
		}
	}
	if len(a) > 0 && len(b) > 0 && b[0].Box.X0-a[len(a)-1].Box.X1 < columnGap*l.size {
		return nil, nil, true
	}
	return a, b, false
}

// columnGutter is the place of a gutter with running text on both sides; NaN
// where there is none.
func columnGutter(lines []*line) float64 {
	x0, x1 := math.Inf(1), math.Inf(-1)
	for _, l := range lines {
		x0, x1 = min(x0, l.box.X0), max(x1, l.box.X1)
	}
	if !(x1-x0 > 100) || x1-x0 > 1e5 {
		return math.NaN()
	}
	votes := make([]int, int(x1-x0)+2)
	vote := func(a, b, size float64) {
		if b-a < columnGap*size {
			return
		}
		for k := max(int(a-x0)+1, 1); k <= int(b-x0) && k < len(votes); k++ {
			votes[k]++
		}
	}
	for n, l := range lines {
		for i := 1; i < len(l.words); i++ {
			vote(l.words[i-1].Box.X1, l.words[i].Box.X0, l.size)
		}
		// Lines of columns whose base lines do not meet stand beside one another.
		if n+1 < len(lines) && level(l, lines[n+1]) {
			vote(l.box.X1, lines[n+1].box.X0, l.size)
			vote(lines[n+1].box.X1, l.box.X0, l.size)
		}
	}
	// The middle of the widest run of most votes, in the page's middle part.
	best, from, to := 0, 0, 0
	for k := len(votes) / 5; k < len(votes)*4/5; k++ {
		switch {
		case votes[k] > best:
			best, from, to = votes[k], k, k
		case votes[k] == best && to == k-1:
			to = k
		}
	}
	if best < proseLines {
		return math.NaN()
	}
	x := x0 + float64(from+to)/2
	if !proseBeside(lines, x) {
		return math.NaN()
	}
	return x
}

// level reports whether a line stands beside the one before it, not under it.
func level(a, b *line) bool { return midY(b.box)-midY(a.box) < levelLine*max(a.size, b.size) }

// proseBeside reports whether running text stands on both sides of x.
func proseBeside(lines []*line, x float64) bool {
	var a, b []chunk
	both := 0
	for n, l := range lines {
		if n+1 < len(lines) && level(l, lines[n+1]) {
			if a, b := l.box, lines[n+1].box; a.X1 <= x && b.X0 >= x || b.X1 <= x && a.X0 >= x {
				both++
			}
		}
		l1, l2, crosses := sides(l, x)
		if crosses {
			continue
		}
		if len(l1) > 0 && len(l2) > 0 {
			both++
		}
		if len(l1) > 0 {
			a = append(a, chunk{l1, lineOf(l1).box})
		}
		if len(l2) > 0 {
			b = append(b, chunk{l2, lineOf(l2).box})
		}
	}
	return both >= proseLines && isProse(a) && isProse(b)
}

func isProse(side []chunk) bool {
	x0, x1 := math.Inf(1), math.Inf(-1)
	words := 0
	for _, c := range side {
		x0, x1 = min(x0, c.box.X0), max(x1, c.box.X1)
		words += len(c.words)
	}
	full, tabbed := 0, 0
	for _, c := range side {
		if c.box.X1-c.box.X0 > proseFill*(x1-x0) {
			full++
		}
		if spread(c.words) {
			tabbed++
		}
	}
	n := len(side)
	return n > 0 && words >= proseWords*n && 10*full >= 6*n && 4*tabbed < n
}

// spread reports whether a line has a gap as between cells: wide, and wider than
// its other gaps. The gaps of a justified line are all alike.
func spread(words []*Word) bool {
	var gaps []float64
	for i := 1; i < len(words); i++ {
		gaps = append(gaps, words[i].Box.X0-words[i-1].Box.X1)
	}
	if len(gaps) == 0 {
		return false
	}
	widest := slices.Max(gaps)
	return widest > 1.5*sizeOf(words[0]) && (len(gaps) < 3 || widest > 2*median(gaps))
}
