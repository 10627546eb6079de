package review

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/record"
)

// The size of an excerpt.
const (
	rowsBefore, rowsAfter = 3, 4
	maxHead               = 4 // heading rows shown above it
	paragraphsAround      = 2
	maxRows               = 400 // of a whole table
	longName              = 80  // letters of a name that count
	longText              = 90  // letters from which a cell may be cut, so that its whole text is beside it
)

// excerpt is a piece of the source as it was.
type excerpt struct {
	Before, After []paragraph
	Head, Body    []row // of a table; empty for prose
	Here          *paragraph
	Place         document.Place
	Row           int  // of the whole table where it stands, from 1; 0 outside tables
	More          bool // the table has rows that are not shown
	Moved         bool // a cell is shown that stood elsewhere
}

type paragraph struct {
	Pieces  []piece
	Heading bool
	// Of the table that stands here instead; empty of a paragraph.
	TableID, DocumentID string
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
	Name             bool   // of the column that tells the rows apart
	Whole            string // the text, where it is so long that it may be cut
}

// Class says how the cell is shown.
func (c cell) Class() string {
	var list []string
	for _, x := range []struct {
		is   bool
		name string
	}{{c.Here, "here"}, {c.Moved, "moved"}, {c.Name, "name"}} {
		if x.is {
			list = append(list, x.name)
		}
	}
	return strings.Join(list, " ")
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
		var p paragraph
		switch b := l.doc.Blocks[i].(type) {
		case *document.Paragraph:
			p = paragraph{Pieces: pieces(b.Text, "", s.unitsAt(b.Place)), Heading: b.Kind == document.Heading}
		case *document.Table:
			p = paragraph{TableID: record.TableID(l.id, b.Place.Table), DocumentID: l.id}
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
		x.Place, x.Row = b.Place, s.row+1
		x.table(b, s, l.headRows(b), whole)
	}
	return x
}

// RowBeside is the row's number in the table shown where its place in the source,
// which is said beside it, counts otherwise: in lines of a file, or in the rows of
// the page's piece of the table. Else it is 0.
func (x *excerpt) RowBeside(p document.Place) int {
	if x.Row > 0 && (p.Line > 0 || p.Row != x.Row || p.Table != x.Place.Table) {
		return x.Row
	}
	return 0
}

// nameColumn is the column that tells a table's rows apart, left of the one in
// question: the one with the most to read, each text once. -1: there is none.
func nameColumn(grid [][]*document.Cell, head, left int) int {
	best, most := -1, 0
	for c := 0; len(grid) > 0 && c < len(grid[0]) && (left < 0 || c < left); c++ {
		said := map[string]bool{}
		n := 0
		for y := head; y < min(len(grid), head+maxRows); y++ {
			if grid[y][c] == nil || c > 0 && grid[y][c-1] == grid[y][c] {
				continue
			}
			text := grid[y][c].Text()
			if said[text] {
				continue
			}
			said[text] = true
			letters := 0
			for _, r := range text {
				if unicode.IsLetter(r) {
					letters++
				}
			}
			n += min(letters, longName)
		}
		if n > most {
			best, most = c, n
		}
	}
	return best
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
	name := nameColumn(grid, head, s.col)
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
			shown := shownCell(grid, joined, y, c, s)
			shown.Name = c == name && shown.ColSpan == 1
			x.Moved = x.Moved || shown.Moved
			r.Cells = append(r.Cells, shown)
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
	text := here.Text()
	out.Pieces = pieces(text, figure, labels)
	if utf8.RuneCountInString(text) > longText {
		out.Whole = text
	}
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
