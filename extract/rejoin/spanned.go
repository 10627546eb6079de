package rejoin

import (
	"zvit/extract/document"
	"zvit/extract/wording"
)

// joinSpanned makes one of a row with merged cells (a total, a section's heading)
// and what the page cut off it: the row at the head of the next page has the same
// merged cells, and all that it holds goes on what stands above it.
func (g *grid) joinSpanned() {
	var above *row
	for _, r := range g.rows {
		switch {
		case r.gone:
			continue
		case r.header:
			above = nil
			continue
		case above != nil && r.cut && sameSpans(above, r) && g.restOfSpanned(above, r):
			g.appendSpanned(above, r)
			continue
		}
		above = r
	}
}

// sameSpans reports whether two rows have the same cells, some of them over
// several columns and none over several rows.
func sameSpans(a, b *row) bool {
	if a.plain || b.plain || a.changed || b.changed || len(a.cells) != len(b.cells) {
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

// restOfSpanned reports whether each text of lower goes on inside a sentence, and
// each figure as the last groups of one that has no decimals where its column
// always has.
func (g *grid) restOfSpanned(upper, lower *row) bool {
	found := false
	for i := range lower.cells {
		x, a := &lower.cells[i], &upper.cells[i]
		if x.blank() {
			continue
		}
		if a.blank() || a.kind == dash || x.kind == dash {
			return false
		}
		if col := lower.src.Cells[i].Col; goesOnInFigures(a.text, x.text) {
			if col >= len(g.columns) || !g.columns[col].lacksDecimals(a.text, x.text) {
				return false
			}
		} else if x.kind.family() != textual || !wording.StartsInside(x.text) || wording.EndsSentence(a.text) {
			return false
		}
		found = true
	}
	return found
}

// appendSpanned puts the contents of r's cells at the ends of open's.
func (g *grid) appendSpanned(open, r *row) {
	open.src.Cells = append([]document.Cell(nil), open.src.Cells...)
	for i := range r.cells {
		if r.cells[i].blank() {
			continue
		}
		parts, a := asMoved(r.cells[i].parts), &open.cells[i]
		parts[0].Join = joinOf(a.text, parts[0].Text)
		a.set(append(a.parts[:len(a.parts):len(a.parts)], parts...))
		open.src.Cells[i].Parts = a.parts
		g.note(open, open.src.Cells[i].Col, document.RowContinued, r.src.Place, 0.95, "")
	}
	open.joined = true
	r.gone, r.into = true, open
}
