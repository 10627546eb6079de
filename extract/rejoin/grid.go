package rejoin

import (
	"slices"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// grid is a table under repair.
type grid struct {
	width   int  // columns of a whole row
	marked  bool // markup says which cell stands where; see markedUp
	lined   bool // rows are lines of text, and nothing says where a cell stands
	headers int  // leading rows that are header or numbering
	rows    []*row
	// For each fragment, the paragraphs that rows of a page's frame and repeated
	// header rows became.
	furniture [][]*document.Paragraph
	cutWords  []cutWord // see findCutWords
	headings  []wording.Column
	columns   []column
	repairs   []repair
	above     *row         // the row over the one that is being aligned
	titles    map[int]bool // columns in which a text alone is a heading
	ends      *rowEnds     // see early
	// What the whole rows keep, once it was asked for; see sumsOfRows.
	relations []rowRelation
	kept      bool
}

// repair is a document.Repair whose row is not yet counted.
type repair struct {
	row *row
	document.Repair
}

func newGrid(r *run) *grid {
	rows := 0
	for i := range r.fragments {
		rows += len(r.fragments[i].rows)
	}
	g := &grid{
		width: r.width, headers: r.headers, rows: make([]*row, 0, rows),
		furniture: make([][]*document.Paragraph, len(r.fragments)),
	}
	for f := range r.fragments {
		start := len(g.rows)
		for i := range r.fragments[f].rows {
			row := &r.fragments[f].rows[i]
			if row.rule {
				continue
			}
			row.fragment = f
			row.header = row.header || f == 0 && i < r.headers
			row.cut = f > 0 && len(g.rows) == start
			g.rows = append(g.rows, row)
		}
		if f > 0 && start > 0 && len(g.rows) > start {
			t := r.fragments[f].Table
			g.note(g.rows[start], 0, document.FragmentJoined, t.Place, joinConfidence(r.fragments[f-1].Table, t), "")
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
func (g *grid) table(r *run) *document.Table {
	first := r.fragments[0]
	t := &document.Table{
		Place: first.Place, Caption: first.Caption, HeaderRows: first.HeaderRows,
		PageFrom: first.PageFrom, PageTo: first.PageTo, CutBefore: first.CutBefore,
		Repairs: slices.Grow(slices.Clone(first.Repairs), len(g.repairs)),
	}
	t.Rows = make([]document.Row, 0, len(g.rows))
	for _, row := range g.rows {
		row.number = len(t.Rows)
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
		p.Row = min(r.number, max(len(t.Rows)-1, 0))
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
