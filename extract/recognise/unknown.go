package recognise

import "zvit/extract/record"

// readUnknown takes a table of no known form: with money it becomes lines, each
// with its amounts, label and heading path; without money it stays cells, and
// what its texts say of money is kept beside them.
func (c *Context) readUnknown(t *Table) string {
	l := c.layoutOf(t)
	if l.any() || !t.headed() {
		if c.readLines(l) > 0 {
			return "lines"
		}
		return string(record.Unknown)
	}
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		for i := range t.Rows[r].Cells {
			c.cellProse(t, r, t.Rows[r].Cells[i].Col)
		}
	}
	return string(record.Unknown)
}
