package layout

import (
	"slices"
	"strings"
	"unicode"
)

// In tables made with word processors the cells of a row are often set to its
// middle: a label of four lines has its figures level with the space between the
// second and the third. Lines above such figures belong to their row, and no
// line's distance says so; what does is that the lines of each row have their
// middle where its figures stand, all down the table.

// offMiddle is how far, in type sizes, the figures of a row may stand off the
// middle of its lines.
const offMiddle = 0.2

// centredRows divides the lines of a table into rows whose cells are set to the
// middle. It returns the number of lines above the first row, which are headings,
// or no rows where the table is not set so.
func centredRows(lines []tableLine) (head int, rows [][]tableLine) {
	var anchors []int
	for i, t := range lines {
		if len(anchors) == 0 && isBody(t) || len(anchors) > 0 && t.anchors() {
			anchors = append(anchors, i)
		}
	}
	if len(anchors) < 2 {
		return 0, nil
	}
	for head = anchors[0]; head >= 0; head-- {
		if rows = centredFrom(lines, anchors, head); rows != nil && setToMiddle(rows) {
			return head, rows
		}
	}
	return 0, nil
}

// anchors reports whether a line says where its row stands: it has a value, or a
// number before a label.
func (t *tableLine) anchors() bool {
	return t.values > 0 || len(t.pieces) > 1 && t.pieces[0].a == 0 && numeric(t.pieces[0].words) && figures(t.pieces[0].words)
}

// figures reports whether some of the words hold a digit.
func figures(words []*Word) bool {
	return slices.ContainsFunc(words, func(w *Word) bool { return strings.ContainsFunc(w.Text, unicode.IsDigit) })
}

// centredFrom divides the lines from head on into rows around the anchors, each
// with as much above its anchor as below; nil where they cannot be.
func centredFrom(lines []tableLine, anchors []int, head int) [][]tableLine {
	var rows [][]tableLine
	start := head
	for k, a := range anchors {
		limit := len(lines)
		if k+1 < len(anchors) {
			limit = anchors[k+1]
		}
		if start > a {
			return nil
		}
		y, off, end := midY(lines[a].l.box), offMiddle*lines[a].l.size, -1
		for e := a; e < limit; e++ {
			if !closeTogether(lines[max(e-1, a) : e+1]) {
				break
			}
			if d := abs((midY(lines[start].l.box)+midY(lines[e].l.box))/2 - y); d <= off {
				end, off = e+1, d
			}
		}
		if end != limit && k+1 == len(anchors) && (k > 1 || start == a) && closeTogether(lines[a:]) {
			end = limit // a page may cut the last row
		}
		if end < 0 {
			return nil
		}
		if besideFigures(lines[start:end], &lines[a]) {
			return nil
		}
		rows = append(rows, lines[start:end])
		start = end
	}
	if start < len(lines) {
		return nil
	}
	return rows
}

// closeTogether reports whether lines follow one another as those of a cell do.
func closeTogether(lines []tableLine) bool {
	for i := 1; i < len(lines); i++ {
		if !closeBelow(lines[i-1].l, lines[i].l) {
			return false
		}
	}
	return true
}

// besideFigures reports whether another line of a row has text over or under one
// of the anchor's figures: these have one line.
func besideFigures(row []tableLine, anchor *tableLine) bool {
	for i := range row {
		for _, p := range row[i].pieces {
			for _, q := range anchor.pieces {
				if row[i].l != anchor.l && p.a <= q.b && q.a <= p.b && numeric(q.words) {
					return true
				}
			}
		}
	}
	return false
}

// setToMiddle reports whether rows that were divided so have texts which begin
// at the first line of their rows, and at least one with lines above its figures.
func setToMiddle(rows [][]tableLine) bool {
	above, inside := 0, 0
	for _, row := range rows {
		first := slices.IndexFunc(row, func(t tableLine) bool { return t.anchors() })
		if first == 0 {
			continue
		}
		above++
		if startsLower(row[0].pieces[0].words[0].Text) {
			inside++
		}
	}
	return above > 0 && 4*inside <= above
}
