package rejoin

import (
	"strconv"
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// unframed returns the blocks with the frame of each spreadsheet taken off: the
// row of letters (A, B, C) above and the column of row numbers beside the
// cells, which exports of on-line sheets print. Left on, the letters would be
// the header and the numbers the rows' own. Both stay in the document as
// furniture. Blocks without such a table come back as they are.
func unframed(blocks []document.Block) []document.Block {
	for i, b := range blocks {
		if t, ok := b.(*document.Table); ok && framed(t) {
			out := append([]document.Block(nil), blocks[:i]...)
			letters, inner, numbers := unframe(t)
			return append(append(out, letters, inner, numbers), unframed(blocks[i+1:])...)
		}
	}
	return blocks
}

// framed reports whether the first row is an empty corner and the letters of
// columns, and every other row begins with its number, ever greater.
func framed(t *document.Table) bool {
	const fewest = 3 // "А | Б" heads the columns of many a form; a corner and three letters do not
	if len(t.Rows) < fewest || len(t.Rows[0].Cells) <= fewest || cellText(&t.Rows[0].Cells[0]) != "" {
		return false
	}
	letters := 0
	for i, c := range t.Rows[0].Cells[1:] {
		text := strings.TrimSpace(cellText(&c))
		if text == "" && letters >= fewest {
			continue // beyond the last column
		}
		if c.Col != i+1 || wording.Fold(text) != wording.Fold(columnLetters(i)) {
			return false
		}
		letters++
	}
	last := 0
	for _, r := range t.Rows[1:] {
		if len(r.Cells) == 0 || r.Cells[0].Col != 0 || r.Cells[0].ColSpan > 1 || r.Cells[0].RowSpan > 1 {
			return false
		}
		n, err := strconv.Atoi(strings.TrimSpace(cellText(&r.Cells[0])))
		if err != nil || n <= last {
			return false
		}
		last = n
	}
	return letters >= fewest
}

// unframe takes the frame of a framed table apart.
func unframe(t *document.Table) (letters *document.Paragraph, inner *document.Table, numbers *document.Paragraph) {
	inside := *t
	inside.HeaderRows = max(t.HeaderRows-1, 0)
	inside.Columns = max(t.Columns-1, 0)
	inside.Rows = make([]document.Row, 0, len(t.Rows)-1)
	var beside document.Row
	for _, r := range t.Rows[1:] {
		beside.Cells = append(beside.Cells, r.Cells[0])
		cells := append([]document.Cell(nil), r.Cells[1:]...)
		for i := range cells {
			cells[i].Col--
		}
		r.Cells = cells
		if !blank(cells) {
			inside.Rows = append(inside.Rows, r)
		}
	}
	beside.Place = t.Rows[1].Place
	return asFurniture(&t.Rows[0]), &inside, asFurniture(&beside)
}

func blank(cells []document.Cell) bool {
	for i := range cells {
		if cellText(&cells[i]) != "" {
			return false
		}
	}
	return true
}

// columnLetters names the i-th column of a sheet, from 0: A … Z, AA … (ECMA-376
// part 1, 18.3.1.4, the letters of a cell's reference).
func columnLetters(i int) string {
	var s []byte
	for i++; i > 0; i = (i - 1) / 26 {
		s = append([]byte{byte('A' + (i-1)%26)}, s...)
	}
	return string(s)
}
