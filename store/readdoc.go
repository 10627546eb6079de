package store

import (
	"context"
	"database/sql/driver"

	"zvit/extract/document"
)

// Document reads a document's text back as it was put: what a person is shown
// beside an amount. One that could not be read has no blocks. A document that is
// not there fails with ErrUnknown.
func (db *DB) Document(ctx context.Context, documentID string) (d *document.Document, err error) {
	err = db.reading(ctx, "read document "+documentID, func(q reader) error {
		d, err = readDocument(q, documentID)
		return err
	})
	return d, err
}

func readDocument(q eachReader, documentID string) (*document.Document, error) {
	doc, err := docOf(q, documentID)
	if err != nil {
		return nil, err
	}
	d := &document.Document{ID: documentID}
	key := []driver.Value{doc}
	blocks := map[int]document.Block{}
	var tables []*document.Table
	count := 0
	cellOf := func(c *cursor) *document.Cell {
		t, row, n := tables[c.num()-1], c.num(), c.num()
		return &t.Rows[row].Cells[n]
	}
	for _, part := range []struct {
		query string
		take  func(c *cursor)
	}{
		{"SELECT format, encoding, bytes, pages FROM document WHERE doc = ?", func(c *cursor) {
			d.Format, d.Encoding, d.Bytes, d.Pages = document.Format(c.text()), c.text(), c.num64(), c.num()
		}},
		{"SELECT category, page, detail FROM problem WHERE doc = ? ORDER BY doc, n", func(c *cursor) {
			d.Problems = append(d.Problems, document.Problem{Category: document.Category(c.text()), Page: c.num(), Detail: c.text()})
		}},
		{"SELECT block, kind, text, " + placeColumns + " FROM paragraph WHERE doc = ?", func(c *cursor) {
			n := c.num()
			count = max(count, n)
			blocks[n] = &document.Paragraph{Kind: document.ParagraphKind(c.text()), Text: c.text(), Place: c.place()}
		}},
		{`SELECT block, caption, header_rows, col_count, page_from, page_to, cut_before, cut_after, ` + placeColumns + `
			FROM whole_table WHERE doc = ? ORDER BY doc, tbl`, func(c *cursor) {
			n := c.num()
			count = max(count, n)
			t := &document.Table{
				Caption: c.text(), HeaderRows: c.num(), Columns: c.num(), PageFrom: c.num(), PageTo: c.num(),
				CutBefore: c.flag(), CutAfter: c.flag(), Place: c.place(),
			}
			tables = append(tables, t)
			blocks[n] = t
		}},
		{"SELECT tbl, header, hidden, " + placeColumns + " FROM table_row WHERE doc = ? ORDER BY doc, tbl, row", func(c *cursor) {
			t := tables[c.num()-1]
			t.Rows = append(t.Rows, document.Row{Header: c.flag(), Hidden: c.flag(), Place: c.place()})
		}},
		{`SELECT tbl, row, col, row_span, col_span, single, moved, text, ` + placeColumns + `
			FROM cell WHERE doc = ? ORDER BY doc, tbl, row, n`, func(c *cursor) {
			r := &tables[c.num()-1].Rows[c.num()]
			x := document.Cell{Col: c.num(), RowSpan: c.num(), ColSpan: c.num()}
			if single, moved := c.num(), c.flag(); single > 0 {
				x.Parts = []document.Part{{Text: c.text(), Place: c.place(), Join: document.Join(single - 1), Moved: moved}}
			}
			r.Cells = append(r.Cells, x)
		}},
		{`SELECT tbl, row, n, text, joined, moved, ` + placeColumns + ` FROM part WHERE doc = ?
			ORDER BY doc, tbl, row, n, part`, func(c *cursor) {
			x := cellOf(c)
			x.Parts = append(x.Parts, document.Part{
				Text: c.text(), Join: document.Join(c.num()), Moved: c.flag(), Place: c.place(),
			})
		}},
		{`SELECT tbl, code, row, col, confidence, detail, ` + placeColumns + ` FROM repair WHERE doc = ?
			ORDER BY doc, tbl, n`, func(c *cursor) {
			t := tables[c.num()-1]
			t.Repairs = append(t.Repairs, document.Repair{
				Code: document.RepairCode(c.text()), Row: c.num(), Col: c.num(), Confidence: c.float(), Detail: c.text(),
				From: c.place(),
			})
		}},
	} {
		if err := q.each(part.query, key, func(c *cursor) error {
			part.take(c)
			return nil
		}); err != nil {
			return nil, err
		}
	}
	for n := 1; n <= count; n++ {
		if b, ok := blocks[n]; ok {
			d.Blocks = append(d.Blocks, b)
		}
	}
	return d, nil
}
