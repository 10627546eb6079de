package rejoin

import (
	"slices"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// A page may cut a header of several levels between them. The upper ones then
// stand alone at its foot; the next page begins with the levels below, and beside
// them with what was cut off the headings that reach down ("№ з/" and "п").

// mostUpper is how many levels of a header may stand alone at a page's foot.
const mostUpper = 2

// restOfHeading counts the rows at the head of t that are the rest of a header
// whose upper levels are all that the table has so far.
func (r *run) restOfHeading(t *fragment) int {
	first := &r.fragments[0]
	if len(r.fragments) > 1 || len(first.rows) == 0 || len(first.rows) > mostUpper || first.Columns != t.Columns || len(t.rows) < 2 {
		return 0
	}
	upper := headRows(first.rows)
	for _, u := range upper {
		if u.filled() == 0 || !u.saysWords() {
			return 0
		}
	}
	n := 0
	if sameSpans(upper[len(upper)-1], &t.rows[0]) && goesOnInWords(upper, &t.rows[0]) {
		n = 1 // nothing but what was cut off
	}
	known := levelBelow(upper, &t.rows[n], n == 0)
	if known < 0 {
		return 0
	}
	for n++; n < len(t.rows) && deepens(&t.rows[n-1], &t.rows[n]); n++ {
	}
	if n < len(t.rows) && isNumbering(&t.rows[n]) {
		return n + 1
	}
	if known < 2 {
		return 0
	}
	return n
}

func headRows(rows []row) []*row {
	out := make([]*row, len(rows))
	for i := range rows {
		out[i] = &rows[i]
	}
	return out
}

// sameSpans reports whether two rows have the same cells, some of them over
// several columns and none over several rows.
func sameSpans(a, b *row) bool {
	if a.plain || b.plain || len(a.cells) != len(b.cells) {
		return false
	}
	for i := range a.src.Cells {
		x, y := &a.src.Cells[i], &b.src.Cells[i]
		if x.Col != y.Col || x.ColSpan != y.ColSpan || x.RowSpan > 1 || y.RowSpan > 1 {
			return false
		}
	}
	return true
}

// saysWords reports whether no cell of the row holds a figure.
func (r *row) saysWords() bool {
	for i := range r.cells {
		if r.cells[i].kind.family() == numeric {
			return false
		}
	}
	return true
}

// coveredBy finds the cell of the upper rows that stands over a column, the
// lowest first.
func coveredBy(upper []*row, col int) (*row, int) {
	for i := len(upper) - 1; i >= 0; i-- {
		for j := range upper[i].src.Cells {
			if c := &upper[i].src.Cells[j]; col >= c.Col && col < c.Col+max(c.ColSpan, 1) {
				return upper[i], j
			}
		}
	}
	return nil, 0
}

// levelBelow reports how many texts of a row are known for headings that stand
// under wide ones: -1 where the row is no level below the upper rows, all of
// whose texts stand under wide headings. At a cut, others may go on the headings
// that they stand under.
func levelBelow(upper []*row, r *row, cut bool) int {
	under, known := 0, 0
	for i := range r.cells {
		x := &r.cells[i]
		if x.blank() {
			continue
		}
		u, j := coveredBy(upper, r.src.Cells[i].Col)
		if u == nil || x.kind.family() == numeric {
			return -1
		}
		if u.src.Cells[j].ColSpan <= 1 {
			if !cut || !goesOnHeading(u.cells[j].text, x.text) {
				return -1
			}
			continue
		}
		under++
		if x.headsColumn() {
			known++
		}
	}
	if under < 2 {
		return -1
	}
	return known
}

// goesOnInWords reports whether all that a row holds goes on the headings that it
// stands under.
func goesOnInWords(upper []*row, r *row) bool {
	for i := range r.cells {
		if r.cells[i].blank() {
			continue
		}
		if u, j := coveredBy(upper, r.src.Cells[i].Col); u == nil || !goesOnHeading(u.cells[j].text, r.cells[i].text) {
			return false
		}
	}
	return r.filled() > 0
}

// goesOnHeading reports whether a text may be the rest of a heading.
func goesOnHeading(above, rest string) bool {
	return above != "" && !wording.EndsSentence(above) && !opensWithCapital(rest)
}

// joinHeading puts a header that a page cut between its levels together: what was
// cut off a heading goes to it, and headings with nothing below reach down.
func (g *grid) joinHeading() {
	var upper, lower []*row
	for _, r := range g.rows {
		switch {
		case !r.header || isNumbering(r):
		case len(lower) > 0 || r.cut:
			lower = append(lower, r)
			continue
		default:
			upper = append(upper, r)
			continue
		}
		break
	}
	if len(upper) == 0 || len(lower) == 0 {
		return
	}
	if last := upper[len(upper)-1]; len(lower) > 1 && sameSpans(last, lower[0]) {
		g.appendSpanned(last, lower[0], pairsOf(last, lower[0]))
		lower = lower[1:]
	}
	for _, r := range lower {
		g.reachDown(upper, r)
	}
}

// reachDown lets the narrow headings of the upper rows reach over a level below
// them, where that holds nothing but their rests.
func (g *grid) reachDown(upper []*row, r *row) {
	var cells []document.Cell
	var kept []cell
	for i := range r.cells {
		c := r.src.Cells[i]
		u, j := coveredBy(upper, c.Col)
		x := &r.cells[i]
		if u == nil || u.src.Cells[j].ColSpan > 1 || c.ColSpan > 1 || !x.blank() && !r.cut {
			cells, kept = append(cells, c), append(kept, *x)
			continue
		}
		u.src.Cells = slices.Clone(u.src.Cells)
		over := &u.src.Cells[j]
		over.RowSpan = max(over.RowSpan, 1) + 1
		if x.blank() {
			continue
		}
		a := &u.cells[j]
		parts := asMoved(x.parts)
		parts[0].Join = joinOf(a.text, parts[0].Text)
		a.set(append(a.parts[:len(a.parts):len(a.parts)], parts...))
		over.Parts = a.parts
		g.note(u, over.Col, document.RowContinued, r.src.Place, 0.95, "")
	}
	r.src.Cells, r.cells, r.plain = cells, kept, false
}
