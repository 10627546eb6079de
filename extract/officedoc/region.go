package officedoc

import (
	"strings"

	"zvit/extract/document"
)

// A sheet has no paragraphs: the head of a report, its unit line and its
// signatures stand in cells as the table does. Rows between empty rows are a
// region; where two rows of it have cells side by side, they and what stands
// between them are a table, and single cells before and after it are text.

// region adds the blocks of a run of rows, and then what its hidden columns hold.
func (w *workbook) region(sheet string, rows []srow, shape sheetShape) {
	seen, unseen := shape.unhide(rows)
	w.seen(sheet, seen, shape)
	for _, r := range unseen {
		texts := make([]string, len(r.cells))
		for i, c := range r.cells {
			texts[i] = c.text
		}
		w.paragraph(document.Furniture, strings.Join(texts, "\t"), document.Place{Sheet: sheet, Line: r.number})
	}
}

// seen adds the blocks of rows without hidden columns.
func (w *workbook) seen(sheet string, rows []srow, shape sheetShape) {
	first, last, beside := -1, -1, 0
	for i, r := range rows {
		if len(r.cells) > 1 {
			if first < 0 {
				first = i
			}
			last = i
			beside++
		}
	}
	if beside < 2 {
		first, last = len(rows), len(rows)-1
	}
	for first < last && shape.unitLine(rows[first], rows[first+1]) {
		first++
	}
	for _, r := range rows[:min(first, len(rows))] {
		w.lines(sheet, r)
	}
	if first > last {
		return
	}
	if left, right, ok := shape.apart(rows[first : last+1]); ok {
		w.seen(sheet, left, shape)
		w.seen(sheet, right, shape)
	} else {
		w.table(sheet, rows[first:last+1], shape)
	}
	for _, r := range rows[last+1:] {
		w.lines(sheet, r)
	}
}

// lines adds each cell of a row as a paragraph.
func (w *workbook) lines(sheet string, r srow) {
	kind := document.Body
	if r.hidden {
		kind = document.Furniture
	}
	for _, c := range r.cells {
		w.paragraph(kind, c.text, document.Place{Sheet: sheet, Line: r.number})
	}
}

// table adds rows as a table. Every slot that no merged cell covers is a cell.
func (w *workbook) table(sheet string, rows []srow, shape sheetShape) {
	left, right := rows[0].cells[0].col, 0
	for _, r := range rows {
		if len(r.cells) > 0 {
			left = min(left, r.cells[0].col)
			right = max(right, r.cells[len(r.cells)-1].col)
		}
	}
	w.tables++
	t := &document.Table{
		Columns: right - left + 1,
		Place:   document.Place{Sheet: sheet, Table: w.tables, Row: 1},
		Rows:    make([]document.Row, 0, len(rows)),
	}
	until := make([]int, t.Columns) // column: first row that no cell from above covers
	for y, r := range rows {
		row := document.Row{
			Place:  document.Place{Sheet: sheet, Table: w.tables, Row: y + 1, Line: r.number},
			Hidden: r.hidden,
			Header: shape.titleRows[0] > 0 && r.number >= shape.titleRows[0] && r.number <= shape.titleRows[1],
		}
		next := 0 // of r.cells
		for x := 0; x < t.Columns; {
			var text, exact string
			if next < len(r.cells) && r.cells[next].col == left+x {
				text, exact = r.cells[next].text, r.cells[next].exact
				next++
			}
			covered := until[x] > y
			if covered && text == "" {
				x++
				continue
			}
			c := document.Cell{Col: x, RowSpan: 1, ColSpan: 1}
			if end, ok := shape.merged[[2]int{r.number, left + x + 1}]; ok && !covered {
				c.RowSpan = min(end[0]-r.number+1, len(rows)-y)
				c.ColSpan = min(end[1]-(left+x), t.Columns-x)
			}
			if text != "" {
				at := row.Place
				at.Cell = len(row.Cells) + 1
				c.Parts = []document.Part{{Text: text, Exact: exact, Place: at}}
			}
			for i := x; i < x+c.ColSpan; i++ {
				until[i] = max(until[i], y+c.RowSpan)
			}
			row.Cells = append(row.Cells, c)
			x++
		}
		t.Rows = append(t.Rows, row)
	}
	for t.HeaderRows < len(t.Rows) && t.Rows[t.HeaderRows].Header {
		t.HeaderRows++
	}
	w.doc.Blocks = append(w.doc.Blocks, t)
}
