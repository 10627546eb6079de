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
		var lines []string
		w.lines(m.caption, func(line string) {
			lines = append(lines, line)
			w.paragraph(w.kind, line)
		})
		t.Caption = strings.Join(lines, " ")
	}
	t.Rows = make([]document.Row, 0, len(m.rows))
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
	r.Cells = make([]document.Cell, len(row.cells))
	parts := make([]document.Part, 0, len(row.cells)) // one allocation for the usual row
	for i, c := range row.cells {
		place.Cell = i + 1
		from := len(parts)
		w.lines(c.node, func(line string) {
			parts = append(parts, document.Part{Text: line, Place: place, Join: document.Paragraphs})
		})
		own := parts[from:len(parts):len(parts)]
		if len(own) > 1 {
			for p := range own {
				own[p].Place.Paragraph = p + 1
			}
		}
		r.Cells[i] = document.Cell{Col: c.col, RowSpan: c.rowSpan, ColSpan: c.colSpan, Parts: own}
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

// lines gives yield the lines of a cell or caption: its blocks and what <br>
// separates. Nested tables and hidden content are put off until the table is done.
func (w *walker) lines(n *html.Node, yield func(string)) {
	for n.FirstChild != nil && n.FirstChild == n.LastChild && n.FirstChild.Type == html.ElementNode && plain(n.FirstChild) {
		n = n.FirstChild
	}
	if c := n.FirstChild; c != nil && c == n.LastChild && c.Type == html.TextNode && tidy(c.Data) && n.DataAtom != atom.Pre {
		yield(c.Data) // nearly every cell: nothing to collapse, nothing to copy
		return
	}
	var text lineBuilder
	w.inline(&text, n)
	for _, line := range text.take() {
		yield(line)
	}
}

// plain reports whether an element only formats the text in it.
func plain(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Span, atom.B, atom.Strong, atom.Font, atom.Div:
		return len(n.Attr) == 0 || !hidden(n) && !struck(n)
	}
	return false
}

// tidy reports whether text is as collapsing would leave it.
func tidy(s string) bool {
	if s == "" || s[0] == ' ' || s[len(s)-1] == ' ' {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\t' || c == '\n' || c == '\r' || c == '\f', c == ' ' && s[i+1] == ' ', c == 0xc2, c >= 0xe1 && c <= 0xe3:
			return false // the last: no-break and other wide spaces, which may be trimmed
		}
	}
	return true
}

func (w *walker) inline(text *lineBuilder, parent *html.Node) {
	for n := parent.FirstChild; n != nil; n = n.NextSibling {
		switch {
		case n.Type == html.TextNode:
			text.add(raised(n), parent.DataAtom == atom.Pre)
		case n.Type != html.ElementNode || silent(n):
		case struck(n):
			w.later = append(w.later, n)
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
	cells, nested := 0, false
	data := false
	eachRow(n, func(tr *html.Node) bool {
		beside := 0
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			cells++
			own, inner := ownText(c)
			nested = nested || inner
			if own && !inner {
				beside++
			}
		}
		data = data || beside > 1
		return !data
	})
	return !data && (cells == 1 || nested)
}

// eachRow calls f for the rows of a table until it returns false.
func eachRow(table *html.Node, f func(tr *html.Node) bool) {
	for c := table.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode:
		case c.DataAtom == atom.Tr:
			if !f(c) {
				return
			}
		case c.DataAtom == atom.Thead || c.DataAtom == atom.Tbody || c.DataAtom == atom.Tfoot:
			for tr := c.FirstChild; tr != nil; tr = tr.NextSibling {
				if tr.DataAtom == atom.Tr && tr.Type == html.ElementNode && !f(tr) {
					return
				}
			}
		}
	}
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
