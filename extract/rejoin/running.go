package rejoin

import (
	"strings"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// What stands between two pages of a table in plain text may be the page's and
// not the report's: a title that each page repeats with its number, or a note
// below the page. The same words may name another table ("Таблиця 2"), so that
// the rows must go on by themselves: see goesOn.

// running knows the lines of a document that stand in it more than once.
type running struct {
	doc    *document.Document
	counts map[string]int
}

// Limits of a page's line: bytes, and letters without which it says nothing.
const (
	longestRunning  = 240
	shortestRunning = 8
)

// mayFrame reports whether a paragraph is short enough to be a page's line.
func mayFrame(p *document.Paragraph) bool {
	return p.Kind != document.Heading && len(p.Text) <= longestRunning
}

// frames reports whether a paragraph may belong to the page and not to the text:
// it is repeated but for its figures, or a note with an asterisk.
func (l *running) frames(p *document.Paragraph) bool {
	s := strings.TrimSpace(p.Text)
	if strings.HasPrefix(s, "*") {
		return true
	}
	if l.counts == nil {
		l.counts = map[string]int{}
		for _, b := range l.doc.Blocks {
			if p, ok := b.(*document.Paragraph); ok && len(p.Text) <= longestRunning {
				l.counts[lettersOf(p.Text)]++
			}
		}
	}
	key := lettersOf(s)
	return utf8.RuneCountInString(key) >= shortestRunning && l.counts[key] > 1
}

// lettersOf folds a text and takes all but its letters out.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if isLetter(r) {
			return r
		}
		return -1
	}, wording.Fold(s))
}

// goesOn reports whether the rows of t show that they go on with the table's:
// their numbers do, or the first is the rest of the last row above.
func (r *run) goesOn(t *fragment) bool {
	if r.numbersGoOn(t.rows) {
		return true
	}
	above := r.fragments[len(r.fragments)-1].rows
	for len(above) > 0 && above[len(above)-1].rule {
		above = above[:len(above)-1]
	}
	if len(above) == 0 || len(t.rows) == 0 {
		return false
	}
	return restOf(&t.rows[0], &above[len(above)-1])
}

// restOf reports whether a row is the rest of the one above it: nothing but
// texts that begin within a sentence, below texts that have not ended.
func restOf(r, above *row) bool {
	if !r.loose() || r.filled() == 0 || isTotalRow(r) {
		return false
	}
	for i := range r.cells {
		x, a := &r.cells[i], above.at(i)
		if !x.blank() && (!wording.StartsInside(x.text) || a == nil || a.blank() || a.ends() == marked) {
			return false
		}
	}
	return true
}

// unfinished reports whether a line of text is the rest of the table's last row,
// whose tabs an editor took off: it begins within a sentence, and a text of the
// row has not ended.
func (r *run) unfinished(p *document.Paragraph) bool {
	const longest = 2000 // bytes of what a page leaves of one row
	if p.Kind == document.Heading || len(p.Text) > longest || !wording.StartsInside(p.Text) {
		return false
	}
	above := r.fragments[len(r.fragments)-1].rows
	for i := len(above) - 1; i >= 0; i-- {
		if above[i].rule {
			continue
		}
		for j := range above[i].cells {
			if x := &above[i].cells[j]; x.kind == text && x.ends() != marked {
				return true
			}
		}
		return false
	}
	return false
}

// asRow makes a fragment of one row of a line of text that stands before a
// table's rows. Its place stays what it was.
func asRow(p *document.Paragraph, before *document.Table) *document.Table {
	cell := document.Cell{RowSpan: 1, ColSpan: 1, Parts: []document.Part{{Text: p.Text, Place: p.Place}}}
	return &document.Table{
		Place: p.Place, Columns: 1, PageFrom: before.PageFrom, PageTo: before.PageFrom,
		Rows: []document.Row{{Place: p.Place, Cells: []document.Cell{cell}}},
	}
}

// dropFrames takes lines of a page's frame out of the table where a reader has
// taken them for rows: a note with an asterisk, or a line that the table repeats
// but for its figures, between a row and its rest. Both would be headings inside
// the table, and a heading stands within no sentence. They become furniture.
func (g *grid) dropFrames() {
	var counts map[string]int
	repeated := func(s string) bool {
		if counts == nil {
			counts = map[string]int{}
			g.body(func(_ int, r *row) {
				if r.section {
					counts[lettersOf(r.cells[0].text)]++
				}
			})
		}
		key := lettersOf(s)
		return utf8.RuneCountInString(key) >= shortestRunning && counts[key] > 1
	}
	for i := 1; i+1 < len(g.rows); i++ {
		above, r, below := g.rows[i-1], g.rows[i], g.rows[i+1]
		if !r.section || r.header || above.section || above.header || above.gone || below.gone || !below.plain || !above.plain {
			continue
		}
		s := r.cells[0].text
		if !strings.HasPrefix(s, "*") && !((g.hasUnfinished(above) || paged(s)) && repeated(s)) || !restOf(below, above) {
			continue
		}
		r.gone, below.cut = true, true
		g.furniture[r.fragment] = append(g.furniture[r.fragment], asFurniture(&r.src))
		g.note(below, 0, document.RowDropped, r.src.Place, 0.9, "")
	}
}

// paged reports whether a line of several words begins or ends with a page's
// number.
func paged(s string) bool {
	words := strings.Fields(s)
	const several = 4
	return len(words) >= several && (startsWithDigit(words[0]) || startsWithDigit(words[len(words)-1]))
}

// hasUnfinished reports whether a text of the row must go on.
func (g *grid) hasUnfinished(r *row) bool {
	for i := range r.cells {
		if g.unfinished(r, i) {
			return true
		}
	}
	return false
}
