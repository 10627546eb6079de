package htmldoc

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The table model of the HTML standard (4.9.12): which slots of the grid each
// cell covers. Slots are not built one by one, so a span costs nothing.

// Limits of spans (HTML, 4.9.11, colspan and rowspan).
const (
	maxColSpan = 1000
	maxRowSpan = 65534
)

// model is a table as the algorithm for forming a table leaves it.
type model struct {
	caption *html.Node
	rows    []modelRow
	columns int
	cut     bool // spans reached beyond the rows or columns that have cells
}

type modelRow struct {
	node   *html.Node
	header bool // in thead
	cells  []modelCell
}

type modelCell struct {
	node             *html.Node
	col              int // 0-based
	colSpan, rowSpan int
}

// formTable runs the algorithm of 4.9.12.1 on a table element. Rows and columns
// in which no cell begins are a table model error there; they are cut off the
// end here, and spans with them.
func formTable(table *html.Node) *model {
	m := &model{}
	var groups, feet [][]*html.Node // rows of each group; tfoot comes last (step 15)
	var loose []*html.Node          // rows without a group stand in the table's own
	var heads []bool
	closeLoose := func() {
		if len(loose) > 0 {
			groups, heads, loose = append(groups, loose), append(heads, false), nil
		}
	}
	for c := table.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch c.DataAtom {
		case atom.Caption:
			if m.caption == nil { // the first caption is the table's (step 4)
				m.caption = c
			}
		case atom.Tr:
			loose = append(loose, c)
		case atom.Thead, atom.Tbody:
			closeLoose()
			groups, heads = append(groups, rowsOf(c)), append(heads, c.DataAtom == atom.Thead)
		case atom.Tfoot:
			closeLoose()
			feet = append(feet, rowsOf(c))
		}
	}
	closeLoose()
	for i, group := range groups {
		m.addGroup(group, heads[i])
	}
	for _, group := range feet {
		m.addGroup(group, false)
	}
	m.trim()
	return m
}

func rowsOf(group *html.Node) []*html.Node {
	var rows []*html.Node
	for c := group.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Tr && c.Type == html.ElementNode {
			rows = append(rows, c)
		}
	}
	return rows
}

// addGroup processes the rows of a row group (the algorithms for processing
// row groups and rows). Spans end with the group (the algorithm for ending a
// row group).
func (m *model) addGroup(rows []*html.Node, header bool) {
	var until []int // column: first row of the group that no cell from above covers
	m.rows = slices.Grow(m.rows, len(rows))
	usual := 0 // cells of the row above
	for y, tr := range rows {
		row := modelRow{node: tr, header: header, cells: make([]modelCell, 0, usual)}
		x := 0
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || c.DataAtom != atom.Td && c.DataAtom != atom.Th || hidden(c) {
				continue
			}
			for x < len(until) && until[x] > y { // step 6: the next slot that is free
				x++
			}
			cell := modelCell{node: c, col: x, colSpan: colSpan(c), rowSpan: rowSpan(c)}
			left := len(rows) - y
			if cell.rowSpan == 0 { // all the rows that are left in the group (step 10)
				cell.rowSpan = left
			}
			if cell.rowSpan > left {
				cell.rowSpan, m.cut = left, true
			}
			end := x + cell.colSpan
			if end > len(until) {
				until = append(until, make([]int, end-len(until))...)
			}
			// Step 13: a cell may overlap one that came from above; both keep the slot.
			for ; x < end; x++ {
				until[x] = max(until[x], y+cell.rowSpan)
			}
			row.cells = append(row.cells, cell)
		}
		m.rows = append(m.rows, row)
		usual = len(row.cells)
	}
}

// trim sets the number of columns to those up to the last in which a cell
// begins, and cuts the spans that reach beyond.
func (m *model) trim() {
	for _, row := range m.rows {
		for _, c := range row.cells {
			m.columns = max(m.columns, c.col+1)
		}
	}
	for _, row := range m.rows {
		for i := range row.cells {
			if c := &row.cells[i]; c.col+c.colSpan > m.columns {
				c.colSpan, m.cut = m.columns-c.col, true
			}
		}
	}
}

// colSpan reads the attribute (4.9.11): an error or zero is 1, above 1000 is 1000.
func colSpan(n *html.Node) int {
	span, ok := nonNegative(attr(n, "colspan"))
	if !ok || span == 0 {
		return 1
	}
	return min(span, maxColSpan)
}

// rowSpan reads the attribute (4.9.11): an error is 1, zero means the rest of
// the row group, above 65534 is 65534.
func rowSpan(n *html.Node) int {
	span, ok := nonNegative(attr(n, "rowspan"))
	if !ok {
		return 1
	}
	return min(span, maxRowSpan)
}

// nonNegative follows the rules for parsing non-negative integers (2.3.4.2):
// white space before, a plus, and anything after the digits are let pass; "-0" is 0.
func nonNegative(s string) (int, bool) {
	s = strings.TrimLeft(s, " \t\n\f\r")
	negative := strings.HasPrefix(s, "-")
	if negative || strings.HasPrefix(s, "+") {
		s = s[1:]
	}
	n, digits := 0, 0
	for ; digits < len(s) && s[digits] >= '0' && s[digits] <= '9'; digits++ {
		n = min(n*10+int(s[digits]-'0'), maxRowSpan)
	}
	return n, digits > 0 && !(negative && n > 0)
}
