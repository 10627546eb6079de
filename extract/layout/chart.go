package layout

import (
	"math"
	"strconv"
	"strings"
)

// isAxis reports whether the columns are the scales of a chart: figures that
// step evenly, in every column.
func isAxis(lines []tableLine, cols int) bool {
	values := make([][]float64, cols)
	for _, t := range lines {
		for _, p := range t.pieces {
			if len(p.words) != 1 || p.a != p.b {
				continue
			}
			s := strings.NewReplacer(",", "", "%", "", "$", "").Replace(p.words[0].Text)
			if v, err := strconv.ParseFloat(s, 64); err == nil {
				values[p.a] = append(values[p.a], v)
			}
		}
	}
	for _, v := range values {
		if len(v) < 3 || !even(v) {
			return false
		}
	}
	return true
}

// even reports whether the values rise or fall by one step.
func even(v []float64) bool {
	step := v[1] - v[0]
	if step == 0 {
		return false
	}
	for i := 2; i < len(v); i++ {
		if math.Abs(v[i]-v[i-1]-step) > 1e-6*math.Abs(step) {
			return false
		}
	}
	return true
}

// captionLines is how many of the first lines are the table's title: single
// runs of text from the left edge over more than the first column, or lines
// that begin as a title does, above the headings.
func captionLines(lines []tableLine, r *region) int {
	n := 0
	for n < len(lines)-2 && n < 6 {
		t := lines[n]
		p := t.pieces[0]
		title := isCaption(t.l.words)
		over := len(t.pieces) == 1 && p.a == 0 && p.b > 0
		if !title && !over {
			break
		}
		n++
	}
	// Only where headings follow: rows may be led by a line over all columns.
	if n == 0 || isBody(lines[n]) && !isCaption(lines[0].l.words) {
		return 0
	}
	return n
}
