package recognise

import (
	"strings"
	"unicode"

	"zvit/extract/document"
)

// readColumns gives each column its heading path and meaning.
func (t *Table) readColumns() {
	t.Columns = make([]Column, t.Table.Columns)
	end := t.BodyFrom
	if t.NumberRow >= 0 {
		end = t.NumberRow
	}
	for col := range t.Columns {
		c := &t.Columns[col]
		c.Index = col
		for r := t.HeadFrom; r < end; r++ {
			cell := t.headingAt(r, col, end)
			if cell == nil {
				continue
			}
			text := oneLine(t.cells.of(cell))
			if text == "" || len(c.Path) > 0 && c.Path[len(c.Path)-1] == text {
				continue
			}
			c.Path = append(c.Path, text)
			c.Cells = append(c.Cells, cell)
		}
		if len(c.Path) > 0 {
			c.Heading = t.heads.Read(c.Path...)
		}
		if t.NumberRow >= 0 {
			c.Number = t.Text(t.NumberRow, col)
		}
	}
	t.settleRoles()
}

// headingAt returns the cell that heads a column at a level. Where flattening
// lost the spans, an empty slot belongs to the heading at its left, as long as
// both have headings below.
func (t *Table) headingAt(row, col, end int) *document.Cell {
	c := t.Cell(row, col)
	if c != nil && t.cells.of(c) != "" {
		return c
	}
	if t.spans(row) || !t.headedBelow(row, col, end) {
		return nil
	}
	for left := col - 1; left >= 0; left-- {
		l := t.Cell(row, left)
		if l == nil || t.cells.of(l) == "" {
			continue
		}
		if t.headedBelow(row, left, end) {
			return l
		}
		return nil
	}
	return nil
}

// headedBelow reports whether a heading row below has a text of its own there.
func (t *Table) headedBelow(row, col, end int) bool {
	for r := row + 1; r < end; r++ {
		if c := t.Cell(r, col); c != nil && c != t.Cell(row, col) && t.cells.of(c) != "" {
			return true
		}
	}
	return false
}

// spans reports whether the source tells spans in a row.
func (t *Table) spans(row int) bool {
	for i := range t.Rows[row].Cells {
		if c := &t.Rows[row].Cells[i]; c.ColSpan > 1 || c.RowSpan > 1 {
			return true
		}
	}
	return false
}

// oneLine puts a text on one line.
func oneLine(s string) string {
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, "\n\t\r\v\f") && !strings.Contains(s, "  ") && !strings.Contains(s, "\u00a0") && !strings.Contains(s, "\u202f") && !strings.Contains(s, "\u2009") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ")
}

func atoi(s string) int {
	n := 0
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return n
}
