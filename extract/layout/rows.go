package layout

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// tableLine is a line of a region divided between its columns.
type tableLine struct {
	l      *line
	pieces []piece
	values int // numeric pieces outside the first column
}

// divide divides all lines of a region.
func divide(r *region, cols []span) []tableLine {
	out := make([]tableLine, 0, len(r.lines))
	tight := tightOf(r.lines)
	for _, l := range r.lines {
		t := tableLine{l: l, pieces: pieces(l, cols, r.hard, tight)}
		for _, p := range t.pieces {
			if p.a > 0 && numeric(p.words) {
				t.values++
			}
		}
		out = append(out, t)
	}
	return out
}

// headerLines is how many of the first lines are headings: those before the
// first line of values. Where a ruling runs below them, it decides.
func headerLines(lines []tableLine, r *region) int {
	first := len(lines)
	for i, t := range lines {
		// Figures without a label are headings of more than one line, but where
		// they are level with the middle of a label.
		if isBody(t) && (t.pieces[0].a == 0 || i+1 == len(lines) || lines[i+1].pieces[0].a > 0 || lineBelow(lines, i) > i+1) {
			first = i
			break
		}
	}
	if first == len(lines) {
		// A table of words: the heading ends at the first full ruling inside.
		first = 1
		for _, h := range r.rules {
			if h.X1-h.X0 > 0.7*(r.box.X1-r.box.X0) && h.Y0 > r.lines[0].box.Y1-2 {
				return countAbove(lines, h.Y0, 1)
			}
		}
		return first
	}
	for _, h := range r.rules {
		if h.X1-h.X0 > 0.7*(r.box.X1-r.box.X0) && h.Y0 > r.lines[0].box.Y1-2 {
			n := countAbove(lines, h.Y0, 0)
			if n > 0 && n <= first+1 {
				return n
			}
			break
		}
	}
	// Labels that stand alone before the first values are rows, not headings.
	for first > 0 && len(lines[first-1].pieces) == 1 && lines[first-1].pieces[0].a == 0 {
		first--
	}
	return first
}

// isBody reports whether a line holds values that are no years: most of its
// pieces, or two beside a row's number, as rows of words have them.
func isBody(t tableLine) bool {
	n, years, others := 0, 0, 0
	numbered := false
	for _, p := range t.pieces {
		if p.a == 0 {
			numbered = numeric(p.words)
			continue
		}
		n++
		if numeric(p.words) {
			if year(p.words) {
				years++
			} else {
				others++
			}
		}
	}
	return others > 0 && 2*(others+years) >= n || numbered && others > 1
}

// year reports whether the words are a year or a period of years.
func year(words []*Word) bool {
	if len(words) > 3 {
		return false
	}
	for _, w := range words {
		s := w.Text
		if len(s) < 4 || len(s) > 9 || s[0] != '1' && s[0] != '2' {
			return false
		}
		for i, r := range s {
			if i < 4 && !unicode.IsDigit(r) {
				return false
			}
		}
	}
	return true
}

func countAbove(lines []tableLine, y float64, least int) int {
	n := 0
	for n < len(lines) && midY(lines[n].l.box) < y {
		n++
	}
	return max(n, least)
}

// bodyRows groups the lines below the heading into rows; each row is a run of
// lines. Rulings between the lines divide rows; where there are none, the
// spacing and the text tell a cell that goes on from a new row.
func bodyRows(lines []tableLine, r *region, cols []span) [][]tableLine {
	if len(lines) == 0 {
		return nil
	}
	pitch := rowGap(lines)
	sure := gapsDivideRows(lines, pitch)
	var rows [][]tableLine
	for i, t := range lines {
		if i > 0 {
			prev := rows[len(rows)-1]
			between := held(fullRules(r), lines[i-1].l.box, t.l.box)
			if sure && !between {
				d := midY(t.l.box) - midY(lines[i-1].l.box)
				if d <= pitch {
					rows[len(rows)-1] = append(prev, t)
					continue
				}
			}
			if !between && continues(prev, t, lines, i, pitch, cols, boxed(r, lines)) {
				rows[len(rows)-1] = append(prev, t)
				continue
			}
		}
		rows = append(rows, []tableLine{t})
	}
	return rows
}

// fullRules are the rulings over most of the region.
func fullRules(r *region) []Ruling {
	var out []Ruling
	for _, h := range r.rules {
		if h.X1-h.X0 > 0.6*(r.box.X1-r.box.X0) {
			out = append(out, h)
		}
	}
	return out
}

// boxed reports whether rulings stand between most rows.
func boxed(r *region, lines []tableLine) bool {
	n := 0
	for i := 1; i < len(lines); i++ {
		if held(fullRules(r), lines[i-1].l.box, lines[i].l.box) {
			n++
		}
	}
	values := 0
	for _, t := range lines {
		if t.values > 0 {
			values++
		}
	}
	return n >= 2 && 5*n >= len(lines) && 2*n >= values-1
}

// rowGap is the line distance, in points, from which on a gap divides rows: 0
// where lines are evenly spaced and the distance says nothing. Lines of values
// that are set level with the middle of a label do not count.
func rowGap(lines []tableLine) float64 {
	var d []float64
	for i := 0; i < len(lines); {
		next := lineBelow(lines, i)
		if t := lines[i]; t.pieces[0].a > 0 && t.values == len(t.pieces) && next > i+1 {
			i++ // these values stand between two lines of a label
			continue
		}
		if next < len(lines) {
			d = append(d, midY(lines[next].l.box)-midY(lines[i].l.box))
		}
		i = next
	}
	if len(d) < 4 {
		return 0
	}
	slices.Sort(d)
	// The widest step in the sorted distances parts lines of a cell from rows.
	best, at := 1.22, 0.0
	for i := 1; i < len(d); i++ {
		if d[i-1] < 3 || i < len(d)/8 || i > len(d)-2 {
			continue
		}
		if q := d[i] / d[i-1]; q > best {
			best, at = q, (d[i]+d[i-1])/2
		}
	}
	return at
}

// gapsDivideRows reports whether the spacing alone tells rows: a gap stands
// between any two lines of values.
func gapsDivideRows(lines []tableLine, gap float64) bool {
	if gap == 0 {
		return false
	}
	last, apart, together := -1, 0, 0
	for i, t := range lines {
		if t.values == 0 {
			continue
		}
		if last >= 0 {
			wide := false
			for k := last; k < i; {
				next := lineBelow(lines, k)
				wide = wide || next <= i && midY(lines[next].l.box)-midY(lines[k].l.box) > gap
				k = next
			}
			// Through lines that are set level with a label's middle.
			for k := last; k < i && !wide; k++ {
				wide = midY(lines[k+1].l.box)-midY(lines[k].l.box) > gap
			}
			if wide {
				apart++
			} else {
				together++
			}
		}
		last = i
	}
	return apart >= 3 && together == 0
}

// continues reports whether line t goes on with the row before it.
func continues(row []tableLine, t tableLine, lines []tableLine, i int, gap float64, cols []span, boxed bool) bool {
	prev := row[len(row)-1]
	d := midY(t.l.box) - midY(prev.l.box)
	size := max(prev.l.size, t.l.size)
	if d > 2.2*size {
		return false
	}
	if d < levelLine*size {
		return true // set between the lines of a neighbour: one row, centred
	}
	rowValues := 0
	for _, p := range row {
		rowValues = max(rowValues, p.values)
	}
	if t.values > 0 && rowValues > 0 {
		return false
	}
	if boxed {
		return true
	}
	if gap > 0 && d > gap {
		return false
	}
	stub := t.pieces[0].a == 0
	lower := startsLower(t.pieces[0].words[0].Text)
	switch {
	case spans(prev) || spans(t):
		return false
	case !stub && t.values == 0:
		// Only other columns go on: a cell of several lines.
		return subset(t, row) && d < 1.5*size
	case t.values > 0 && rowValues == 0 && len(prev.pieces) == 1 && stub:
		// The label came first; the values stand at its last line.
		return lower || tooLong(prev, t, cols) && !parent(prev, t, lines, i)
	case len(t.pieces) == 1 && stub && t.values == 0 && rowValues > 0:
		// The label goes on below the values.
		if goesOnBelow(lines, i) {
			return lower && d < 1.35*size
		}
		return (lower || indent(prev, t) > 0.5 && tooLong(prev, t, cols)) && d < 1.5*size
	case stub && t.values == 0 && rowValues == 0:
		if gap > 0 {
			return true
		}
		return lower && d < 1.5*size
	}
	return false
}

// goesOnBelow reports whether the next line is a label's last line with values.
func goesOnBelow(lines []tableLine, i int) bool {
	return i+1 < len(lines) && lines[i+1].values > 0 && startsLower(lines[i+1].pieces[0].words[0].Text)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// spans reports whether the line is one piece over several columns.
func spans(t tableLine) bool { return len(t.pieces) == 1 && t.pieces[0].b > t.pieces[0].a }

// subset reports whether each piece of t stands below text of the row.
func subset(t tableLine, row []tableLine) bool {
	for _, p := range t.pieces {
		below := false
		for _, r := range row {
			for _, q := range r.pieces {
				below = below || q.a <= p.a && q.b >= p.b
			}
		}
		if !below {
			return false
		}
	}
	return true
}

// indent is how far t begins right of prev, in type sizes.
func indent(prev, t tableLine) float64 {
	return (t.pieces[0].x0 - prev.pieces[0].x0) / max(t.l.size, 1)
}

// tooLong reports whether the first word of t had no room at the end of prev's label.
func tooLong(prev, t tableLine, cols []span) bool {
	w := t.pieces[0].words[0].Box
	return prev.pieces[0].x1+0.3*t.l.size+w.X1-w.X0 > cols[1].x0-0.8*t.l.size
}

// parent reports whether prev is the heading of a group that t opens: t stands
// further in, as does a row of its own below it.
func parent(prev, t tableLine, lines []tableLine, i int) bool {
	if indent(prev, t) < 0.4 || i+1 >= len(lines) {
		return false
	}
	next := lines[i+1]
	return next.values > 0 && next.pieces[0].a == 0 && math.Abs(next.pieces[0].x0-t.pieces[0].x0) < 0.3*t.l.size
}
