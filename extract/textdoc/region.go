package textdoc

import (
	"context"
	"strings"

	"zvit/extract/document"
)

// piece is what one line gives to a cell.
type piece struct {
	text string
	line int // index into the lines
	join document.Join
}

// cell is a cell as a shape found it.
type cell struct {
	pieces []piece
	span   int  // columns covered; 0 is 1
	down   int  // rows covered; 0 is 1
	col    int  // 1-based column where the shape knows it; 0 is after the cell before
	marked bool // the source marks its paragraphs, so that they are counted
}

// row is a row as a shape found it, at the line where it begins.
type row struct {
	line  int
	cells []cell
}

// fragment is one Table as it will stand in the document.
type fragment struct {
	from, to            int // lines [from, to), rules among them
	rows                []row
	header              int
	cutBefore, cutAfter bool
}

// shape finds the tables of one form among lines that no shape before it took.
// Fragments come in order and do not overlap; every letter and digit of their
// lines stands in their cells.
type shape func(lines []line) []fragment

// shapes are tried in this order: the surer marks come first.
var shapes = []shape{
	findQuotedTabs,
	findTabs,
	findBoxes,
	findPipes,
	findSemicolons,
	findAligned,
	findStacked,
	findFlat,
	findCommas,
}

// findRegions runs every shape over what the shapes before it have left.
func findRegions(ctx context.Context, lines []line) ([]fragment, error) {
	var found []fragment // in order of lines
	for _, find := range shapes {
		var next []fragment
		at, cells := 0, 0
		search := func(to int) {
			if at >= to {
				return
			}
			for _, f := range find(lines[at:to]) {
				f.shift(at)
				next = append(next, f)
			}
		}
		for _, f := range found {
			search(f.from)
			next = append(next, f)
			at = f.to
		}
		search(len(lines))
		for i := range next {
			cells += next[i].size()
		}
		if cells > maxCells {
			return nil, tooMany("cells", maxCells)
		}
		found = next
		if err := cancelled(ctx); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// shift moves the fragment's line indices by n.
func (f *fragment) shift(n int) {
	if n == 0 {
		return
	}
	f.from += n
	f.to += n
	for i := range f.rows {
		f.rows[i].line += n
		for j := range f.rows[i].cells {
			for k := range f.rows[i].cells[j].pieces {
				f.rows[i].cells[j].pieces[k].line += n
			}
		}
	}
}

// size is the number of cells.
func (f *fragment) size() int {
	n := 0
	for i := range f.rows {
		n += len(f.rows[i].cells)
	}
	return n
}

// pieces is the number of what will be the cells' parts.
func (f *fragment) pieces() int {
	n := 0
	for i := range f.rows {
		for j := range f.rows[i].cells {
			n += len(f.rows[i].cells[j].pieces)
		}
	}
	return n
}

// assemble puts fragments and the lines between them into blocks, in order.
func assemble(ctx context.Context, lines []line, found []fragment, paged bool) ([]document.Block, error) {
	var blocks []document.Block
	prose := newProse(lines, paged)
	at := 0
	for i := range found {
		f := &found[i]
		blocks = prose.add(blocks, at, f.from, true)
		blocks = append(blocks, f.table(lines, i+1, paged))
		at = f.to
		if i%256 == 0 {
			if err := cancelled(ctx); err != nil {
				return nil, err
			}
		}
	}
	return prose.add(blocks, at, len(lines), false), nil
}

// table builds the fragment's Table, the number-th of the document.
func (f *fragment) table(lines []line, number int, paged bool) *document.Table {
	place := func(l int) document.Place {
		p := document.Place{Line: lines[l].num, Table: number}
		if paged {
			p.Page = lines[l].page
		}
		return p
	}
	t := &document.Table{
		HeaderRows: f.header,
		CutBefore:  f.cutBefore,
		CutAfter:   f.cutAfter,
		Rows:       make([]document.Row, len(f.rows)),
	}
	t.Place = place(f.rows[0].line)
	t.Place.Row = 1
	if paged {
		t.PageFrom, t.PageTo = lines[f.from].page, lines[f.to-1].page
	}
	cells, parts := make([]document.Cell, f.size()), make([]document.Part, 0, f.pieces())
	for i := range f.rows {
		r := &t.Rows[i]
		r.Place = place(f.rows[i].line)
		r.Place.Row = i + 1
		r.Header = i < f.header
		n := len(f.rows[i].cells)
		r.Cells, cells = cells[:n:n], cells[n:]
		col := 0
		for j := range f.rows[i].cells {
			from := &f.rows[i].cells[j]
			if from.col > 0 {
				col = from.col - 1
			}
			c := &r.Cells[j]
			*c = document.Cell{Col: col, RowSpan: max(from.down, 1), ColSpan: max(from.span, 1)}
			start := len(parts)
			for k := range from.pieces {
				piece := &from.pieces[k]
				p := place(piece.line)
				p.Row, p.Cell = i+1, j+1
				if len(from.pieces) > 1 || from.marked {
					p.Paragraph = k + 1
				}
				parts = append(parts, document.Part{Text: piece.text, Place: p, Join: piece.join})
			}
			if n := len(parts); n > start {
				c.Parts = parts[start:n:n]
			}
			col += c.ColSpan
		}
		t.Columns = max(t.Columns, col)
	}
	return t
}

// cellOf is the cell whose text is s, on the given line: a piece a paragraph.
func cellOf(s string, l int) cell {
	return cell{marked: strings.Contains(s, mark), pieces: appendPieces(nil, s, l)}
}

// appendPieces appends the pieces of a cell whose text is s, on the given line.
func appendPieces(pieces []piece, s string, l int) []piece {
	paragraphs(s, func(text string) {
		pieces = append(pieces, piece{text: text, line: l, join: document.Paragraphs})
	})
	return pieces
}
