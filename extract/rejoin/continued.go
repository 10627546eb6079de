package rejoin

import (
	"math"
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// continueRows appends the rows that a page cut off to the row that they go on,
// column by column. Such a row has no number, figure or term of its own, stands
// at a cut (or, having stood in a foreign column, shows one), and its texts go
// on where the open row's end.
func (g *grid) continueRows() {
	// Where a text stands alone in a row that no cut explains, it is a heading of
	// the rows below, and so are others of its column.
	g.titles = map[int]bool{}
	g.body(func(_ int, r *row) {
		if i := g.alone(r); i >= 0 && !r.cut && !r.changed && !wording.StartsInside(r.cells[i].text) {
			g.titles[i] = true
		}
	})
	var open *row
	cut := false // between the open row and this one
	for _, r := range g.rows {
		if r.gone {
			cut = cut || r.cut
			continue
		}
		cut = cut || r.cut
		if r.header || !r.plain || r.section || r.filled() == 0 {
			open, cut = nil, false
			continue
		}
		if open != nil && g.continues(open, r, cut) {
			g.append(open, r, 0)
			continue
		}
		open, cut = r, false
		r.open = true
	}
}

// continues weighs, as a logarithm of odds, whether r is the rest of open.
func (g *grid) continues(open, r *row, cut bool) bool {
	if g.standsAlone(r) {
		return false
	}
	shifted := r.changed // alignment found it off its columns
	odds := -4.5
	if cut {
		odds = -1.5
	} else if shifted {
		odds = -2.5
	}
	if g.marked && !cut {
		odds -= 4.5 // a row in markup is a row, until its texts say otherwise together
	}
	// Columns that every row fills are empty here.
	for i := range g.columns {
		c := &g.columns[i]
		if x := r.at(i); x == nil || x.blank() {
			odds += math.Min(-math.Log(math.Max(1-c.fill(), 0.03)), 2.5) * 0.6
		}
	}
	if i := g.alone(r); i >= 0 && (g.titles[i] && !wording.StartsInside(r.cells[i].text) || !cut && !shifted && !g.unfinished(open, i)) {
		return false
	}
	first, goesOn := true, false
	for i := range r.cells {
		x := &r.cells[i]
		if x.blank() {
			continue
		}
		if i >= len(g.columns) || !(x.kind.family() == textual || x.kind == measured) || !g.columns[i].prose() && x.kind != word {
			odds -= 3
			continue
		}
		a := open.at(i)
		before := ""
		if a != nil && a.kind != dash {
			before = a.text
		}
		switch {
		case before == "":
			odds--
		case dangles(before):
			odds += 3
			goesOn = true
		case modifies(before):
			odds += 2
		case !wording.EndsSentence(before):
			odds += 0.7
		default:
			odds -= 0.5
		}
		switch {
		case wording.StartsInside(x.text):
			odds += 2.5
			goesOn = true
		case first && i <= 1 && r.filled() == 1:
			odds -= 4 // a heading of the rows below
		default:
			odds -= 0.5
		}
		first = false
	}
	if !goesOn && !shifted {
		if !cut {
			return false // no text says that it goes on
		}
		odds -= 1.5
	}
	return odds > 0 && !isTotalRow(r) && !signs(r)
}

// unfinished reports whether a row's text in column i must go on: by its last
// word, or because the texts of the column end as sentences do and it does not.
// Else a word alone in the row below may be a label of those that follow.
func (g *grid) unfinished(r *row, i int) bool {
	x := r.at(i)
	if x == nil || x.blank() || x.kind == dash {
		return false
	}
	return dangles(x.text) || modifies(x.text) || i < len(g.columns) && g.columns[i].marked > 0.6 && !wording.EndsSentence(x.text)
}

// alone is the column of the only text of a row, or -1.
func (g *grid) alone(r *row) int {
	if r.filled() != 1 {
		return -1
	}
	for i := range r.cells {
		if k := r.cells[i].kind; k == text || k == word {
			return i
		}
	}
	return -1
}

// append puts r's texts at the ends of open's cells; figures is how sure it is
// that what is no text goes on there.
func (g *grid) append(open, r *row, figures float64) {
	g.widen(open)
	for len(open.cells) < len(r.cells) { // r is wider than the table
		open.cells = append(open.cells, cell{})
	}
	for i := range r.cells {
		x := &r.cells[i]
		if x.blank() {
			continue
		}
		parts := asMoved(x.parts)
		a := &open.cells[i]
		p := 0.95
		if len(a.parts) > 0 && !a.blank() {
			parts[0].Join = joinOf(a.text, parts[0].Text)
			if parts[0].Join == document.Space {
				p = 0.98
			}
			parts = append(a.parts[:len(a.parts):len(a.parts)], parts...)
		} else {
			p = 0.9
		}
		if figures > 0 && x.kind.family() != textual {
			p = figures
		}
		g.note(open, i, document.RowContinued, r.src.Place, p, "")
		a.set(parts)
	}
	open.changed = true
	open.joined = true
	r.gone, r.into = true, open
}

// joinOf says how a text goes on after another: within a sentence, as a new
// paragraph, or as the rest of a period ("2018-", "2020") or of an abbreviation
// ("з/", "п").
func joinOf(before, after string) document.Join {
	if s := strings.TrimSuffix(before, "/"); s != before && lastWord(s) != "" && firstWord(after) != "" {
		return document.Glue
	}
	if n := len(strings.TrimRight(before, "-–")); n > 0 && n < len(before) && isDigit(before[n-1]) && startsWithDigit(after) {
		return document.Glue
	}
	if wording.EndsSentence(before) && !wording.StartsInside(after) {
		return document.Paragraphs
	}
	return document.Space
}
