package htmldoc

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zvit/extract/document"
)

// table adds a table, its caption before it, and what its cells hold beside
// their own text after it: nested tables and hidden content.
func (w *walker) table(n *html.Node) error {
	w.flush()
	m := formTable(n)
	if m.cut {
		w.problem("spans of table %d reach beyond its rows or columns; they are cut", w.tables+1)
	}
	w.tables++
	t := &document.Table{Columns: m.columns, Place: document.Place{Table: w.tables, Row: 1}}
	outer := w.later
	w.later = nil
	if m.caption != nil {
		lines := w.lines(m.caption)
		t.Caption = strings.Join(lines, " ")
		for _, line := range lines {
			w.paragraph(w.kind, line)
		}
	}
	for y, row := range m.rows {
		if err := w.row(t, row, y); err != nil {
			return err
		}
	}
	for t.HeaderRows < len(t.Rows) && t.Rows[t.HeaderRows].Header {
		t.HeaderRows++
	}
	if len(t.Rows) > 0 {
		w.doc.Blocks = append(w.doc.Blocks, t)
	} else {
		w.tables--
	}
	later := w.later
	w.later = outer
	if err := w.rest(n); err != nil {
		return err
	}
	for _, n := range later {
		if err := w.walk(n); err != nil {
			return err
		}
	}
	w.flush()
	return nil
}

// row adds one row of the model. A row that is not shown is furniture.
func (w *walker) row(t *document.Table, row modelRow, y int) error {
	place := document.Place{Table: t.Place.Table, Row: y + 1}
	r := document.Row{Place: place, Header: row.header || headerRow(row)}
	r.Hidden = hidden(row.node)
	for i, c := range row.cells {
		place.Cell = i + 1
		cell := document.Cell{Col: c.col, RowSpan: c.rowSpan, ColSpan: c.colSpan}
		lines := w.lines(c.node)
		for p, line := range lines {
			part := document.Part{Text: line, Place: place, Join: document.Paragraphs}
			if len(lines) > 1 {
				part.Place.Paragraph = p + 1
			}
			cell.Parts = append(cell.Parts, part)
		}
		r.Cells = append(r.Cells, cell)
	}
	t.Rows = append(t.Rows, r)
	return w.alive()
}

// headerRow reports whether every cell of a row is a header cell.
func headerRow(row modelRow) bool {
	for _, c := range row.cells {
		if c.node.DataAtom != atom.Th {
			return false
		}
	}
	return len(row.cells) > 0
}

// lines returns the lines of a cell or caption: its blocks and what <br>
// separates. Nested tables and hidden content are put off until the table is done.
func (w *walker) lines(n *html.Node) []string {
	var text lineBuilder
	w.inline(&text, n)
	return text.take()
}

func (w *walker) inline(text *lineBuilder, parent *html.Node) {
	for n := parent.FirstChild; n != nil; n = n.NextSibling {
		switch {
		case n.Type == html.TextNode:
			text.add(n.Data, parent.DataAtom == atom.Pre)
		case n.Type != html.ElementNode || silent(n):
		case n.DataAtom == atom.Table || hidden(n):
			text.end()
			w.later = append(w.later, n)
		case n.DataAtom == atom.Br || breaks(n):
			text.end()
			w.inline(text, n)
			text.end()
		default:
			w.inline(text, n)
		}
	}
}

// rest adds what the model passes over, so that it is not lost: further
// captions, hidden cells, and what stands between rows.
func (w *walker) rest(table *html.Node) error {
	var err error
	first := true
	var look func(n *html.Node)
	look = func(n *html.Node) {
		for c := n.FirstChild; c != nil && err == nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Caption:
				if first {
					first = false
					continue
				}
			case atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr:
				if c.Type == html.ElementNode {
					look(c)
					continue
				}
			case atom.Td, atom.Th:
				if !hidden(c) {
					continue
				}
			}
			err = w.walk(c)
		}
	}
	look(table)
	w.flush()
	return err
}

// layoutTable reports whether a table only arranges the page: it says so (ARIA
// presentation), it is a single cell, or it holds other tables and no two cells
// with text of their own stand side by side in it.
func layoutTable(n *html.Node) bool {
	switch attr(n, "role") {
	case "presentation", "none":
		return true
	}
	m := formTable(n)
	cells, nested, beside := 0, false, false
	for _, row := range m.rows {
		withText := 0
		for _, c := range row.cells {
			cells++
			own, inner := ownText(c.node)
			nested = nested || inner
			if own && !inner {
				withText++
			}
		}
		beside = beside || withText > 1
	}
	return cells == 1 || nested && !beside
}

// ownText reports whether a cell has text outside nested tables, and whether it
// has a nested table.
func ownText(cell *html.Node) (own, nested bool) {
	for c := cell.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			own = own || strings.TrimSpace(c.Data) != ""
		case c.Type == html.ElementNode && c.DataAtom == atom.Table:
			nested = true
		case c.Type == html.ElementNode && !silent(c):
			o, n := ownText(c)
			own, nested = own || o, nested || n
		}
	}
	return own, nested
}
