package store

import (
	"crypto/sha256"
	"encoding/hex"
	"unicode"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/record"
)

// claim is a report's word on a whole table.
type claim struct {
	report        int
	form, caption string
}

// writeText writes a document's paragraphs and tables, whole.
func writeText(t *tx, doc int64, d *document.Document, reports []*record.Report) error {
	claims := map[string]claim{}
	for i, r := range reports {
		for _, tb := range r.Tables {
			if _, ok := claims[tb.ID]; !ok {
				claims[tb.ID] = claim{i + 1, tb.Form, tb.Caption}
			}
		}
	}
	problems := t.inserter("problem", "doc, n, category, page, detail")
	for i, p := range d.Problems {
		a := problems.add()
		a.add(doc)
		a.num(i)
		a.must(string(p.Category))
		a.pos(p.Page)
		a.text(p.Detail)
	}
	paragraphs := t.inserter("paragraph", "doc, block, kind, text, "+placeColumns)
	tables := t.inserter("whole_table", "doc, tbl, block, table_id, report, form, title, caption, header_rows, row_count, "+
		"col_count, page_from, page_to, cut_before, cut_after, "+placeColumns)
	var list []*document.Table
	for i, b := range d.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			a := paragraphs.add()
			a.add(doc)
			a.num(i + 1)
			a.must(string(b.Kind))
			a.must(b.Text)
			a.place(b.Place)
		case *document.Table:
			list = append(list, b)
			id := record.TableID(d.ID, b.Place.Table)
			c := claims[id]
			a := tables.add()
			a.add(doc)
			a.num(len(list))
			a.num(i + 1)
			a.must(id)
			a.pos(c.report)
			a.text(c.form)
			a.text(c.caption)
			a.text(b.Caption)
			a.num(b.HeaderRows)
			a.num(len(b.Rows))
			a.num(b.Columns)
			a.pos(b.PageFrom)
			a.pos(b.PageTo)
			a.flag(b.CutBefore)
			a.flag(b.CutAfter)
			a.place(b.Place)
		}
	}
	for _, in := range []*inserter{problems, paragraphs, tables} {
		if err := in.flush(); err != nil {
			return err
		}
	}
	return writeCells(t, doc, list)
}

func writeCells(t *tx, doc int64, tables []*document.Table) error {
	rows := t.inserter("table_row", "doc, tbl, row, header, hidden, "+placeColumns)
	cells := t.inserter("cell", "doc, tbl, row, n, col, row_span, col_span, single, moved, text, "+placeColumns)
	parts := t.inserter("part", "doc, tbl, row, n, part, col, text, joined, moved, "+placeColumns)
	repairs := t.inserter("repair", "doc, tbl, n, code, row, col, confidence, detail, "+placeColumns)
	for ti, tb := range tables {
		for y := range tb.Rows {
			r := &tb.Rows[y]
			a := rows.add()
			a.add(doc)
			a.num(ti + 1)
			a.num(y)
			a.flag(r.Header)
			a.flag(r.Hidden)
			a.place(r.Place)
			for n := range r.Cells {
				c := &r.Cells[n]
				place, only := r.Place, (*document.Part)(nil)
				if len(c.Parts) > 0 {
					place = c.Parts[0].Place
				}
				if len(c.Parts) == 1 {
					only = &c.Parts[0]
				}
				a := cells.add()
				a.add(doc)
				a.num(ti + 1)
				a.num(y)
				a.num(n)
				a.num(c.Col)
				a.num(c.RowSpan)
				a.num(c.ColSpan)
				if only != nil {
					a.num(1 + int(only.Join))
					a.flag(only.Moved)
					a.must(only.Text)
				} else {
					a.num(0)
					a.num(0)
					a.text(c.Text())
				}
				a.place(place)
				if only != nil {
					continue
				}
				for i, p := range c.Parts {
					a := parts.add()
					a.add(doc)
					a.num(ti + 1)
					a.num(y)
					a.num(n)
					a.num(i + 1)
					a.num(c.Col)
					a.must(p.Text)
					a.num(int(p.Join))
					a.flag(p.Moved)
					a.place(p.Place)
				}
			}
		}
		for i, p := range tb.Repairs {
			a := repairs.add()
			a.add(doc)
			a.num(ti + 1)
			a.num(i)
			a.must(string(p.Code))
			a.num(p.Row)
			a.num(p.Col)
			a.float(p.Confidence)
			a.text(p.Detail)
			a.place(p.From)
		}
	}
	for _, in := range []*inserter{rows, cells, parts, repairs} {
		if err := in.flush(); err != nil {
			return err
		}
	}
	return nil
}

// Letters and digits below which two documents may be equal by chance.
const contentMin = 400

// contentOf tells whether an OCR engine read the document, and gives the hash of
// its letters and digits in order, empty for a short one.
func contentOf(d *document.Document) (scanned bool, key string) {
	h := sha256.New()
	n := 0
	buf := make([]byte, 0, 1024)
	for text, at := range d.Texts() {
		scanned = scanned || at.Confidence > 0
		var more int
		buf, more = appendInk(buf[:0], text)
		n += more
		h.Write(buf)
	}
	if n < contentMin {
		return scanned, ""
	}
	return scanned, hex.EncodeToString(h.Sum(nil)[:16])
}

// appendInk appends the letters and digits of a text in lower case and counts
// them. Nearly all are ASCII or Cyrillic of the basic block (U+0400 to U+045F,
// letters alone), which need no tables of Unicode.
func appendInk(buf []byte, text string) ([]byte, int) {
	n := 0
	for i := 0; i < len(text); {
		if end := smallLetters(text, i); end > i {
			buf = append(buf, text[i:end]...)
			n += (end - i) / 2
			i = end
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case r >= 0x410 && r < 0x430:
			buf = utf8.AppendRune(buf, r+0x20)
		case r >= 0x400 && r < 0x410:
			buf = utf8.AppendRune(buf, r+0x50)
		case r >= '0' && r <= '9' || r >= 'a' && r <= 'z':
			buf = append(buf, byte(r))
		case r >= 'A' && r <= 'Z':
			buf = append(buf, byte(r)+'a'-'A')
		case r < utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsNumber(r):
			continue
		default:
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
		n++
	}
	return buf, n
}

// smallLetters returns where the run of small Cyrillic letters (U+0430 to U+045F)
// that begins at byte i ends.
func smallLetters(text string, i int) int {
	for i+1 < len(text) && (text[i] == 0xD0 && text[i+1]-0xB0 < 0x10 || text[i] == 0xD1 && text[i+1]-0x80 < 0x20) {
		i += 2
	}
	return i
}
