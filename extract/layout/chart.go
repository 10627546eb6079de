package layout

import (
	"math"
	"strconv"
	"strings"

	"zvit/extract/document"
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
func captionLines(lines []tableLine, above *line) int {
	// A title that begins above goes on in the first lines.
	n, titled := 0, above != nil && isCaption(above.words) && lines[0].l.box.Y0-above.box.Y1 < above.size
	for i := 0; i < 6 && i < len(lines)-2; i++ {
		if isCaption(lines[i].l.words) {
			n, titled = i+1, true
		}
	}
	for n < len(lines)-2 && n < 8 {
		p := lines[n].pieces[0]
		if len(lines[n].pieces) > 1 || p.b == 0 || p.a > 0 && !(titled && lines[n].l.box.X1-lines[n].l.box.X0 > 12*lines[n].l.size) {
			break
		}
		n++
	}
	// Only where headings follow: rows may be led by a line over all columns.
	if !titled && n > 0 && isBody(lines[n]) {
		return 0
	}
	return n
}

// inFigure reports whether a word belongs to a figure: inside it, or beside it
// where the scale is.
func inFigure(w *Word, figures []document.Box) bool {
	m := 3 * sizeOf(w)
	for _, f := range figures {
		if w.Box.X1 > f.X0-m && w.Box.X0 < f.X1+m && midY(w.Box) > f.Y0-0.5*m && midY(w.Box) < f.Y1+0.7*m {
			return true
		}
	}
	return false
}
