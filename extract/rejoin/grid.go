package rejoin

import (
	"slices"
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// grid is a table under repair.
type grid struct {
	width    int  // columns of a whole row
	marked   bool // markup says which cell stands where; see markedUp
	headers  int  // leading rows that are header or numbering
	rows     []*row
	headings []wording.Column
	columns  []column
	repairs  []repair
	above    *row         // the row over the one that is being aligned
	titles   map[int]bool // columns in which a text alone is a heading
}

// row is one row under repair. Its cells are indexed by column once aligned; a
// row that is not plain (it has spans, or is covered by one) is left as it is.
type row struct {
	src      document.Row
	cells    []cell
	fragment int
	cut      bool // a page break stands right before it
	plain    bool
	header   bool
	section  bool // one text in its first cells: a heading inside the table
	gone     bool
	changed  bool
	open     bool // a row with content of its own, which others may continue
	into     *row // the row that it was appended to
	joined   bool // rows were appended to it
}

// cell is the content of one cell under repair.
type cell struct {
	parts []document.Part
	kind  kind
	// seam is the index of the first part of a second cell that was put into
	// this one by alignment; 0 where there is none.
	seam int
	// words are the stems of the parts, once asked for.
	words []stem
}

// repair is a document.Repair whose row is not yet counted.
type repair struct {
	row *row
	document.Repair
}

func newGrid(r run) *grid {
	g := &grid{width: r.width, headers: r.headers}
	for f, t := range r.fragments {
		covered := coveredRows(t)
		start := len(g.rows)
		for i := range t.Rows {
			src := cloneRow(t.Rows[i])
			if isRule(&src) {
				continue
			}
			row := &row{src: src, fragment: f, plain: !covered[i] && isPlain(&src)}
			if f == 0 && i < r.headers {
				row.header = true
			}
			row.cut = f > 0 && len(g.rows) == start
			if row.plain {
				row.cells = make([]cell, len(src.Cells))
				for j := range src.Cells {
					row.cells[j].set(src.Cells[j].Parts)
				}
			}
			g.rows = append(g.rows, row)
		}
		if f > 0 && start > 0 && len(g.rows) > start {
			g.note(g.rows[start], 0, document.FragmentJoined, t.Place, joinConfidence(r.fragments[f-1], t), "")
		}
	}
	return g
}

// joinConfidence says how sure it is that b goes on where a ends.
func joinConfidence(a, b *document.Table) float64 {
	if a.CutAfter || b.CutBefore {
		return 0.99
	}
	return 0.97
}

func (c *cell) set(parts []document.Part) {
	c.parts = parts
	c.kind = kindOf(c.text())
	c.words = nil
}

// stems returns the stems of the cell's words, in order.
func (c *cell) stems() []stem {
	if c.words == nil {
		c.words = make([]stem, 0, 8)
		for i := range c.parts {
			eachStem(c.parts[i].Text, func(s stem) { c.words = append(c.words, s) })
		}
	}
	return c.words
}

func (c *cell) text() string {
	if len(c.parts) == 1 {
		return c.parts[0].Text
	}
	d := document.Cell{Parts: c.parts}
	return d.Text()
}

func (c *cell) blank() bool { return c.kind == empty }

// at returns the cell of a column, or nil where the row is too short.
func (r *row) at(col int) *cell {
	if col < 0 || col >= len(r.cells) {
		return nil
	}
	return &r.cells[col]
}

// filled counts the cells that hold anything, dashes included.
func (r *row) filled() int {
	n := 0
	for i := range r.cells {
		if !r.cells[i].blank() {
			n++
		}
	}
	return n
}

func (g *grid) note(r *row, col int, code document.RepairCode, from document.Place, confidence float64, detail string) {
	g.repairs = append(g.repairs, repair{row: r, Repair: document.Repair{
		Code: code, Col: col, From: from, Confidence: confidence, Detail: detail,
	}})
}

// body calls f for each row that may hold data.
func (g *grid) body(f func(i int, r *row)) {
	for i, r := range g.rows {
		if r.plain && !r.header && !r.gone {
			f(i, r)
		}
	}
}

// widen makes sure that the row has a cell in each column of the table.
func (g *grid) widen(r *row) {
	for len(r.cells) < g.width {
		r.cells = append(r.cells, cell{})
	}
}

// table builds the whole table.
func (g *grid) table(r run) *document.Table {
	first := r.fragments[0]
	t := &document.Table{
		Place: first.Place, Caption: first.Caption, HeaderRows: first.HeaderRows,
		PageFrom: first.PageFrom, PageTo: first.PageTo, CutBefore: first.CutBefore,
		Repairs: slices.Clone(first.Repairs),
	}
	number := map[*row]int{}
	t.Rows = make([]document.Row, 0, len(g.rows))
	for _, row := range g.rows {
		number[row] = len(t.Rows)
		if row.gone {
			continue
		}
		if row.changed {
			row.src.Cells = make([]document.Cell, len(row.cells))
			for i := range row.cells {
				row.src.Cells[i] = document.Cell{Col: i, RowSpan: 1, ColSpan: 1, Parts: row.cells[i].parts}
			}
		}
		t.Rows = append(t.Rows, row.src)
		for i := range row.src.Cells {
			c := &row.src.Cells[i]
			t.Columns = max(t.Columns, c.Col+max(c.ColSpan, 1))
		}
	}
	for _, f := range r.fragments {
		if len(g.repairs) == 0 && len(r.fragments) == 1 {
			t.Columns = max(t.Columns, f.Columns)
		}
		t.CutAfter = f.CutAfter
		t.PageTo = max(t.PageTo, f.PageTo)
	}
	for _, p := range g.repairs {
		r := p.row
		for r.into != nil {
			r = r.into
		}
		p.Row = min(number[r], max(len(t.Rows)-1, 0))
		t.Repairs = append(t.Repairs, p.Repair)
	}
	slices.SortStableFunc(t.Repairs, func(a, b document.Repair) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Col - b.Col
	})
	return t
}

func cloneRow(r document.Row) document.Row {
	r.Cells = slices.Clone(r.Cells)
	for i := range r.Cells {
		r.Cells[i].Parts = slices.Clone(r.Cells[i].Parts)
	}
	return r
}

func isPlain(r *document.Row) bool {
	for i := range r.Cells {
		c := &r.Cells[i]
		if c.Col != i || c.RowSpan > 1 || c.ColSpan > 1 {
			return false
		}
	}
	return true
}

// coveredRows says which rows a span from above reaches into.
func coveredRows(t *document.Table) []bool {
	covered := make([]bool, len(t.Rows))
	for i := range t.Rows {
		reach := 0
		for j := range t.Rows[i].Cells {
			reach = max(reach, t.Rows[i].Cells[j].RowSpan)
		}
		for y := i + 1; y < min(i+reach, len(covered)) && !covered[min(i+reach, len(covered))-1]; y++ {
			covered[y] = true
		}
	}
	return covered
}

// isRule reports whether the row is a rule of dashes, as Markdown draws under a
// header: what remains of a page's edge, without ink.
func isRule(r *document.Row) bool {
	seen := false
	for i := range r.Cells {
		for _, p := range r.Cells[i].Parts {
			s := strings.TrimSpace(p.Text)
			if s == "" {
				continue
			}
			if len(s) < 2 || strings.Trim(s, "-:|=_ ") != "" {
				return false
			}
			seen = true
		}
	}
	return seen
}
