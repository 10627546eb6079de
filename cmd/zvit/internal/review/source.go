package review

import (
	"slices"
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
)

// spot is where something stands in a document as it is stored: a row of a whole
// table, with a column or -1 for all of it, or a paragraph.
type spot struct {
	block  int // index of Document.Blocks; -1 where it was not found
	row    int // -1: the table itself
	col    int
	text   string // what to mark inside the text
	labels []label
}

// label is the place where a unit that counts for the amount is printed.
type label struct {
	place document.Place
	text  string
}

var nowhere = spot{block: -1, row: -1, col: -1}

func (l *loaded) spotOfAmount(a *record.Amount) spot {
	s := nowhere
	if a.TableID != "" {
		s = l.spotInTable(a.TableID, a.Row, a.Col)
	}
	if s.block < 0 {
		s = l.spotAt(a.Place)
	}
	s.text = a.Printed
	r := l.reportOf[a.ID]
	for _, n := range a.Mentions {
		if n >= 0 && n < len(r.Mentions) {
			s.labels = append(s.labels, label{r.Mentions[n].Place, r.Mentions[n].Text})
		}
	}
	return s
}

func (l *loaded) spotInTable(tableID string, row, col int) spot {
	for i, b := range l.doc.Blocks {
		t, ok := b.(*document.Table)
		if ok && record.TableID(l.id, t.Place.Table) == tableID && row < len(t.Rows) {
			return spot{block: i, row: row, col: col}
		}
	}
	return nowhere
}

// spotAt looks for the paragraph, or the row with the cell, that stood at a place.
func (l *loaded) spotAt(p document.Place) spot {
	if p == (document.Place{}) {
		return nowhere
	}
	for i, b := range l.doc.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			if p.Table == 0 && b.Place.Key() == p.Key() {
				return spot{block: i, row: -1, col: -1}
			}
		case *document.Table:
			if row, col, ok := partAt(b, p); ok {
				return spot{block: i, row: row, col: col}
			}
		}
	}
	return nowhere
}

func partAt(t *document.Table, p document.Place) (row, col int, ok bool) {
	if p.Table == 0 {
		return 0, 0, false
	}
	for y := range t.Rows {
		for i := range t.Rows[y].Cells {
			c := &t.Rows[y].Cells[i]
			for _, part := range c.Parts {
				at := part.Place
				switch {
				case at.Table != p.Table || at.Row != p.Row:
				case p.Cell == 0:
					return y, -1, true
				case at.Cell == p.Cell:
					return y, c.Col, true
				}
			}
		}
	}
	return 0, 0, false
}

// spotOfRecord finds a measure, indicator, line, table, paragraph or amount.
func (l *loaded) spotOfRecord(subject record.Subject, id string) spot {
	for _, r := range l.reports {
		switch subject {
		case record.SubjectMeasure:
			for i := range r.Measures {
				if m := &r.Measures[i]; m.ID == id {
					return l.spotInTable(m.TableID, m.Row, -1)
				}
			}
		case record.SubjectIndicator:
			for i := range r.Indicators {
				if x := &r.Indicators[i]; x.ID == id {
					return l.spotInTable(x.TableID, x.Row, -1)
				}
			}
		case record.SubjectLine:
			for i := range r.Lines {
				if x := &r.Lines[i]; x.ID == id {
					return l.spotInTable(x.TableID, x.Row, -1)
				}
			}
		}
	}
	switch subject {
	case record.SubjectAmount:
		if a := l.amounts[id]; a != nil {
			return l.spotOfAmount(a)
		}
	case record.SubjectTable:
		return l.spotInTable(id, -1, -1)
	case record.SubjectProse:
		key := id[strings.LastIndexByte(id, '/')+1:]
		for i, b := range l.doc.Blocks {
			if p, ok := b.(*document.Paragraph); ok && p.Place.Key() == key {
				return spot{block: i, row: -1, col: -1}
			}
		}
	}
	return nowhere
}

// spotOfPlace finds what stands at a place as people write it.
func (l *loaded) spotOfPlace(place string) spot {
	if place == "" {
		return nowhere
	}
	for i, b := range l.doc.Blocks {
		if t, ok := b.(*document.Table); ok {
			for y := range t.Rows {
				if t.Rows[y].Place.String() == place {
					return spot{block: i, row: y, col: -1}
				}
			}
		}
		if b.Where().String() == place {
			return spot{block: i, row: -1, col: -1}
		}
	}
	return nowhere
}

// The size of an excerpt.
const (
	rowsBefore, rowsAfter = 3, 4
	maxHead               = 4 // heading rows shown above it
	paragraphsAround      = 2
	maxRows               = 400 // of a whole table
)

// excerpt is a piece of the source as it was.
type excerpt struct {
	Before, After []paragraph
	Head, Body    []row // of a table; empty for prose
	Here          *paragraph
	Place         document.Place
	More          bool // the table has rows that are not shown
}

type paragraph struct {
	Pieces  []piece
	Heading bool
	Table   bool // a table stands here
}

// piece is a run of text; Mark is "", "figure" or "unit".
type piece struct{ Text, Mark string }

type row struct {
	Number  int // from 1; 0 stands for rows left out
	Skipped int
	Head    bool
	Here    bool
	Cells   []cell
}

type cell struct {
	Pieces           []piece
	RowSpan, ColSpan int
	Here, Moved      bool
	Empty            bool
}

// excerptOf is the source around a spot; nil where the spot was not found.
func (l *loaded) excerptOf(s spot, whole bool) *excerpt {
	if s.block < 0 {
		return nil
	}
	x := &excerpt{}
	for i := max(0, s.block-paragraphsAround); i < min(len(l.doc.Blocks), s.block+paragraphsAround+1); i++ {
		if i == s.block {
			continue
		}
		p := paragraph{Table: true}
		if b, ok := l.doc.Blocks[i].(*document.Paragraph); ok {
			p = paragraph{Pieces: pieces(b.Text, "", s.unitsAt(b.Place)), Heading: b.Kind == document.Heading}
		}
		if i < s.block {
			x.Before = append(x.Before, p)
		} else {
			x.After = append(x.After, p)
		}
	}
	switch b := l.doc.Blocks[s.block].(type) {
	case *document.Paragraph:
		x.Here = &paragraph{Pieces: pieces(b.Text, s.text, s.unitsAt(b.Place)), Heading: b.Kind == document.Heading}
		x.Place = b.Place
	case *document.Table:
		x.Place = b.Place
		x.table(b, s, l.headRows(b), whole)
	}
	return x
}

// headRows is how many rows stand above the first that has money in it.
func (l *loaded) headRows(t *document.Table) int {
	id := record.TableID(l.id, t.Place.Table)
	first := len(t.Rows)
	for _, a := range l.amounts {
		if a.TableID == id {
			first = min(first, a.Row)
		}
	}
	if first == len(t.Rows) {
		first = 1
	}
	return min(max(first, t.HeaderRows), maxHead, len(t.Rows))
}

func (s spot) unitsAt(p document.Place) []string {
	var list []string
	for _, u := range s.labels {
		if u.place == p {
			list = append(list, u.text)
		}
	}
	return list
}

func (x *excerpt) table(t *document.Table, s spot, head int, whole bool) {
	shown := make([]bool, len(t.Rows))
	from, to := s.row-rowsBefore, s.row+rowsAfter
	if s.row < 0 {
		from, to = 0, rowsBefore+rowsAfter
	}
	if whole {
		from, to = 0, maxRows
		if s.row > maxRows/2 {
			from, to = s.row-maxRows/2, s.row+maxRows/2
		}
	}
	skipped := 0
	for y := range shown {
		shown[y] = y < head || y >= from && y <= to
		if !shown[y] {
			skipped++
		}
	}
	x.More = skipped > 0 && !whole
	// A cell goes on from the row above where that is shown, too, and the heading,
	// which stays in view, is not left.
	joined := make([]bool, len(shown)+1)
	for y := 1; y < len(shown); y++ {
		joined[y] = shown[y] && shown[y-1] && y != head
	}
	grid := t.Grid()
	for y := 0; y < len(shown); y++ {
		if !shown[y] {
			n := slices.Index(shown[y:], true)
			if n < 0 {
				n = len(shown) - y
			}
			x.Body = append(x.Body, row{Skipped: n})
			y += n - 1
			continue
		}
		r := row{Number: y + 1, Head: y < head, Here: y == s.row}
		for c := range grid[y] {
			if covered(grid, joined, y, c) {
				continue
			}
			r.Cells = append(r.Cells, shownCell(grid, joined, y, c, s))
		}
		if r.Head {
			x.Head = append(x.Head, r)
		} else {
			x.Body = append(x.Body, r)
		}
	}
}

// covered says that a slot belongs to a cell that is shown from above or from
// the left.
func covered(grid [][]*document.Cell, joined []bool, y, c int) bool {
	here := grid[y][c]
	return here != nil && (c > 0 && grid[y][c-1] == here || joined[y] && grid[y-1][c] == here)
}

func shownCell(grid [][]*document.Cell, joined []bool, y, c int, s spot) cell {
	out := cell{RowSpan: 1, ColSpan: 1}
	here := grid[y][c]
	if here == nil {
		out.Empty, out.Here = true, y == s.row && c == s.col
		return out
	}
	for joined[y+out.RowSpan] && grid[y+out.RowSpan][c] == here {
		out.RowSpan++
	}
	for c+out.ColSpan < len(grid[y]) && grid[y][c+out.ColSpan] == here {
		out.ColSpan++
	}
	out.Here = s.row >= y && s.row < y+out.RowSpan && s.col >= c && s.col < c+out.ColSpan
	figure := ""
	if out.Here {
		figure = s.text
	}
	var labels []string
	for _, part := range here.Parts {
		out.Moved = out.Moved || part.Moved
		labels = append(labels, s.unitsAt(part.Place)...)
	}
	out.Pieces = pieces(here.Text(), figure, labels)
	return out
}

// pieces cuts a text around the first figure and the first of each unit.
func pieces(text, figure string, labels []string) []piece {
	type span struct {
		from, to int
		mark     string
	}
	var spans []span
	add := func(what, mark string) {
		if what == "" {
			return
		}
		if i := indexWhole(text, what); i >= 0 {
			for _, s := range spans {
				if i < s.to && s.from < i+len(what) {
					return
				}
			}
			spans = append(spans, span{i, i + len(what), mark})
		}
	}
	add(figure, "figure")
	for _, u := range labels {
		add(u, "unit")
	}
	slices.SortFunc(spans, func(a, b span) int { return a.from - b.from })
	var list []piece
	at := 0
	for _, s := range spans {
		if s.from > at {
			list = append(list, piece{Text: text[at:s.from]})
		}
		list = append(list, piece{text[s.from:s.to], s.mark})
		at = s.to
	}
	if at < len(text) {
		list = append(list, piece{Text: text[at:]})
	}
	return list
}

// indexWhole finds what where no digit goes on before or after it, so that "1,5"
// is not found in "21,5"; else where it stands first.
func indexWhole(text, what string) int {
	digit := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	for at := 0; ; {
		i := strings.Index(text[at:], what)
		if i < 0 {
			break
		}
		i += at
		if !digit(i-1) && !digit(i+len(what)) {
			return i
		}
		at = i + len(what)
	}
	return strings.Index(text, what)
}
