package rejoin

import (
	"strings"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// A narrow column wraps "65 360,01" at its space, and a page that ends there
// cuts the row through its figures: "65" stands above and "360,01" below, each
// a numeral by itself. joinFigures makes one row of the two where all that the
// lower one holds goes on what stands above it, and something beside that says
// that neither figure is whole: the decimals that the column always has, a
// period that ends with its hyphen, or the table's own total.
//
// A total that the column meets with the figures apart keeps the rows apart.
func (g *grid) joinFigures() {
	var found []*cutRow
	var above *row
	for _, r := range g.rows {
		switch {
		case r.gone:
			continue
		case !r.plain || r.header || r.section:
			above = nil
			continue
		case above != nil && r.cut:
			if c := g.cutThrough(above, r); c != nil {
				found = append(found, c)
			}
		}
		above = r
	}
	if len(found) == 0 {
		return
	}
	own := g.uncut(found)
	for i := range g.columns {
		g.askTotal(i, found, own)
	}
	for _, c := range found {
		if c.apart || !c.hard && !c.summed || c.bare && !own.noneLike(c) || own.hasTextOf(c.lower) {
			continue
		}
		sure := 0.95
		if c.summed {
			sure = 0.99
		}
		g.append(c.upper, c.lower, sure)
	}
}

// cutRow is a row that a page may have cut through its figures.
type cutRow struct {
	upper, lower *row
	figures      []int // columns whose figure goes on
	hard         bool  // more than the form of its cells says so
	bare         bool  // lower holds the rest of one figure, and no text begins small
	lacks        int   // columns that rows of the table fill and lower does not
	summed       bool  // the total of a column is met with the figures joined
	apart        bool  // the total of a column is met with the figures apart
}

// cutThrough returns the cut where each cell of lower may be the rest of the
// cell above it, and nil where one of them begins something.
func (g *grid) cutThrough(upper, lower *row) *cutRow {
	if len(upper.cells) != g.width || len(lower.cells) != g.width {
		return nil
	}
	c := &cutRow{upper: upper, lower: lower}
	texts, usual := 0, 0
	for i := range lower.cells {
		x, a := &lower.cells[i], &upper.cells[i]
		switch {
		case x.blank():
		case a.blank() || a.kind == dash || x.kind == dash || g.headings[i] == wording.ColumnNumber:
			return nil
		case goesOnInFigures(a.text, x.text):
			c.figures = append(c.figures, i)
			if g.columns[i].lacksDecimals(a.text, x.text) {
				usual++
			}
		case joinOf(a.text, x.text) == document.Glue && wording.IsPeriod(a.text+x.text):
			c.hard = true
		case x.kind == measured && a.kind.family() == textual && a.ends() != marked:
			// "Обстежено" and "1200 дерев" below it
		case x.kind.family() != textual || wording.EndsSentence(a.text):
			return nil
		case wording.StartsInside(x.text):
			texts++
		case opensWithCapital(x.text) && !awaitsName(a.text):
			return nil
		}
	}
	c.bare, c.lacks = texts == 0 && usual < 2, g.misses(lower)
	if len(c.figures) == 0 && (!c.hard || texts == 0) || c.bare && (usual == 0 || c.lacks == 0) || isTotalRow(lower) {
		return nil
	}
	c.hard = c.hard || usual > 0
	return c
}

// misses counts the columns that nearly every row of the table fills and r
// does not.
func (g *grid) misses(r *row) int {
	const nearly = 0.85 // of what is learnt, which is never quite sure
	n := 0
	for i := range g.columns {
		if x := r.at(i); (x == nil || x.blank()) && g.columns[i].fill() > nearly {
			n++
		}
	}
	return n
}

func opensWithCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isUpper(r)
}

// awaitsName reports whether a name may follow s: it ends with an abbreviation
// ("вул."), or must go on.
func awaitsName(s string) bool {
	return dangles(s) || strings.HasSuffix(s, ".") && !wording.EndsSentence(s)
}

// goesOnInFigures reports whether two figures, one below the other, are the
// groups of one numeral: the upper has no decimals yet, and the lower begins
// with a group of three.
func goesOnInFigures(upper, lower string) bool {
	if len(lower) < 3 || !isDigit(lower[0]) || !isDigit(lower[1]) || !isDigit(lower[2]) || len(lower) > 3 && isDigit(lower[3]) {
		return false
	}
	if n, ok := wording.ParseNumeral(upper); !ok || n.Decimals > 0 || !isDigit(upper[len(upper)-1]) {
		return false
	}
	n, ok := wording.ParseNumeral(upper + " " + lower)
	return ok && n.Grouped
}

// lacksDecimals reports whether a figure has no decimals, and its rest has, where
// nearly all figures of the column have as many, or the rest begins with a zero,
// as no figure does.
func (c *column) lacksDecimals(upper, lower string) bool {
	whole, ok := wording.ParseNumeral(upper + " " + lower)
	if !ok || whole.Decimals == 0 {
		return false
	}
	if lower[0] == '0' {
		return true
	}
	all := 0
	for _, n := range c.decimals {
		all += n
	}
	n := c.decimals[min(whole.Decimals, mostDecimals)]
	return n >= 3 && n*4 >= all*3
}

// ownRows is what stands in the rows of the table that no page may have cut.
type ownRows struct {
	rows  []*row
	total *row // the last of the table, where it is a total
	texts map[string]bool
	lacks int // columns that one of them, at no cut and with figures, lacks at most
}

// noneLike reports whether nothing but a cut explains the rest of a single figure:
// no row of the table lacks as many columns of its own, and where that is one
// alone, no figure of the column has other decimals.
func (o *ownRows) noneLike(c *cutRow) bool {
	const few = 5
	col, n := c.figures[0], 0
	switch {
	case c.lacks <= o.lacks:
		return false
	case c.lacks > 1 || c.lower.cells[col].text[0] == '0':
		return true
	}
	for _, r := range o.rows {
		if x := r.over(col); x != nil && x.kind.family() == numeric {
			if x.decimals != c.lower.cells[col].decimals {
				return false
			}
			n++
		}
	}
	return n >= few
}

// uncut returns the rows that are not found to be cut.
func (g *grid) uncut(found []*cutRow) *ownRows {
	cut := map[*row]bool{}
	for _, c := range found {
		cut[c.upper], cut[c.lower] = true, true
	}
	own := &ownRows{texts: map[string]bool{}}
	for _, r := range g.rows {
		if r.gone || r.header || r.section || cut[r] {
			continue
		}
		if own.total = nil; isTotalRow(r) {
			own.total = r
		}
		own.rows = append(own.rows, r)
		lacks := 0
		if own.total != r && !r.cut {
			lacks = g.misses(r)
		}
		for i := range r.cells {
			x := &r.cells[i]
			if x.kind.family() == numeric {
				own.lacks = max(own.lacks, lacks)
			}
			if x.kind.family() == textual && !r.cut && len(x.text) <= longestValue {
				own.texts[x.text] = true
			}
		}
	}
	return own
}

// hasTextOf reports whether a text of the row stands in another row as it is: a
// label, and no rest of a text.
func (o *ownRows) hasTextOf(r *row) bool {
	for i := range r.cells {
		if x := &r.cells[i]; x.kind.family() == textual && utf8.RuneCountInString(x.text) > longestWord && o.texts[x.text] {
			return true
		}
	}
	return false
}

// askTotal compares a column's total with its figures, joined and apart, and
// tells the cut rows what it says.
func (g *grid) askTotal(col int, found []*cutRow, own *ownRows) {
	if own.total == nil {
		return
	}
	total, ok := tally{}.with(own.total.over(col))
	if !ok || total.figures == 0 {
		return
	}
	joined := tally{}
	for _, r := range own.rows {
		if r == own.total {
			continue
		}
		if joined, ok = joined.with(r.over(col)); !ok {
			return
		}
	}
	apart, rows := joined, true // and whether each part is a figure by itself
	for _, c := range found {
		a, b := &c.upper.cells[col], &c.lower.cells[col]
		if joined, ok = joined.with(&cell{text: strings.TrimSpace(a.text + " " + b.text), kind: a.kind}); !ok {
			return
		}
		for _, x := range []*cell{a, b} {
			apart, ok = apart.with(x)
			rows = rows && ok
		}
	}
	if rows && apart == joined || joined.figures < 2 {
		return
	}
	for _, c := range found {
		c.summed = c.summed || joined.sum == total.sum
		c.apart = c.apart || rows && apart.sum == total.sum
	}
}

// tally is a sum of figures in units of the last decimal that is counted.
type tally struct {
	sum     int64
	figures int
}

// mostDecimals is how many decimals a sum of money, or of thousands of it, has.
const mostDecimals = 5

// with adds a cell's figure; false where it holds anything else.
func (t tally) with(x *cell) (tally, bool) {
	if x == nil || x.blank() || x.kind == dash {
		return t, true
	}
	n, ok := x.figure()
	if !ok || n.Decimals > mostDecimals {
		return t, false
	}
	for range mostDecimals - n.Decimals {
		n.Mantissa *= 10
	}
	const most = 1 << 56 // far above any budget, and far from an overflow
	if n.Mantissa > most || n.Mantissa < -most || t.sum > most || t.sum < -most {
		return t, false
	}
	return tally{t.sum + n.Mantissa, t.figures + 1}, true
}
