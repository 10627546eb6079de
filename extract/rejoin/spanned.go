package rejoin

import (
	"slices"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// joinSpanned makes one of a row with merged cells (a total, a section's heading),
// or that stands beside some (its task's, its executor's), and what the page cut
// off it. The next page begins with the rest of the cells that reach down, empty,
// and the rest of the row: all that it holds goes on what stands above it in the
// row itself.
func (g *grid) joinSpanned() {
	var above *row
	var decimals []column
	for i, r := range g.rows {
		switch {
		case r.gone:
			continue
		case r.header:
			above = nil
			continue
		case above != nil && r.cut && !(above.plain && r.plain) && !above.changed && !r.changed:
			pairs := pairsOf(above, r)
			if pairs == nil {
				break
			}
			if decimals == nil {
				decimals = g.decimalsOfAll()
			}
			if restOfSpanned(above, r, pairs, decimals) {
				g.appendSpanned(above, r, pairs)
				if i+1 < len(g.rows) && g.rows[i+1].fragment == r.fragment && !g.rows[i+1].gone && !g.rows[i+1].changed {
					r.mergedDown(g.rows[i+1])
				}
				continue
			}
		}
		above = r
	}
}

// pairsOf gives for each cell of lower the cell of upper that stands over the same
// columns, or -1 for an empty one beside which upper has none: a merged cell's
// rest. It is nil where the rows have other columns.
func pairsOf(upper, lower *row) []int {
	pairs := make([]int, len(lower.cells))
	met := 0
	for i := range lower.src.Cells {
		y := &lower.src.Cells[i]
		pairs[i] = slices.IndexFunc(upper.src.Cells, func(x document.Cell) bool { return x.Col == y.Col && x.ColSpan == y.ColSpan })
		switch {
		case pairs[i] >= 0:
			met++
		case !lower.cells[i].blank():
			return nil
		}
	}
	if met < len(upper.src.Cells) {
		return nil
	}
	return pairs
}

// decimalsOfAll counts the figures of each column by their decimals, beside merged
// cells too.
func (g *grid) decimalsOfAll() []column {
	columns := make([]column, g.width)
	for _, r := range g.rows {
		if r.header || r.gone {
			continue
		}
		for i := range r.cells {
			x, col := &r.cells[i], i
			if !r.changed {
				col = r.src.Cells[i].Col
			}
			if col < g.width && (x.kind == decimal || x.kind == integer) {
				columns[col].decimals[min(x.decimals, mostDecimals)]++
			}
		}
	}
	return columns
}

// restOfSpanned reports whether each text of lower goes on inside a sentence,
// and each figure as the last groups of one that has no decimals where its column
// has.
func restOfSpanned(upper, lower *row, pairs []int, decimals []column) bool {
	found := false
	for i := range lower.cells {
		x := &lower.cells[i]
		if x.blank() {
			continue
		}
		a, col := &upper.cells[pairs[i]], lower.src.Cells[i].Col
		switch {
		case a.blank() || a.kind == dash || x.kind == dash:
			return false
		case goesOnInFigures(a.text, x.text):
			if col >= len(decimals) || !decimals[col].lacksDecimals(a.text, x.text) {
				return false
			}
		case x.kind.family() != textual || !wording.StartsInside(x.text) || wording.EndsSentence(a.text):
			return false
		}
		found = true
	}
	return found
}

// appendSpanned puts the contents of r's cells at the ends of those that they
// are paired with.
func (g *grid) appendSpanned(open, r *row, pairs []int) {
	open.src.Cells = slices.Clone(open.src.Cells)
	for i := range r.cells {
		if r.cells[i].blank() {
			continue
		}
		parts, a := asMoved(r.cells[i].parts), &open.cells[pairs[i]]
		parts[0].Join = joinOf(a.text, parts[0].Text)
		a.set(append(a.parts[:len(a.parts):len(a.parts)], parts...))
		over := &open.src.Cells[pairs[i]]
		over.Parts = a.parts
		g.note(open, over.Col, document.RowContinued, r.src.Place, 0.95, "")
	}
	open.joined = true
	r.gone, r.into = true, open
}

// mergedDown gives the row below what its merged cells, without r, begin with.
func (r *row) mergedDown(below *row) {
	for i := range r.src.Cells {
		c := r.src.Cells[i]
		if c.RowSpan <= 1 || !r.cells[i].blank() {
			continue
		}
		c.RowSpan--
		at := slices.IndexFunc(below.src.Cells, func(x document.Cell) bool { return x.Col > c.Col })
		if at < 0 {
			at = len(below.src.Cells)
		}
		below.src.Cells = slices.Insert(slices.Clone(below.src.Cells), at, c)
		below.cells = slices.Insert(slices.Clone(below.cells), at, r.cells[i])
		below.plain = false
	}
}
