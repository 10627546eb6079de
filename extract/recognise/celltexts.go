package recognise

import (
	"strings"

	"zvit/extract/document"
)

// cellTexts are the texts of a table's cells, each joined from its parts once.
type cellTexts struct {
	joined map[*document.Cell]string // of the cells with several parts
	rows   []rowTexts
}

// rowTexts are the non-empty texts of a row's own cells, with their columns.
type rowTexts struct {
	texts []string
	cols  []int
}

func newCellTexts(t *document.Table) *cellTexts {
	n := 0
	for r := range t.Rows {
		n += len(t.Rows[r].Cells)
	}
	texts := &cellTexts{joined: map[*document.Cell]string{}, rows: make([]rowTexts, len(t.Rows))}
	all := rowTexts{texts: make([]string, 0, n), cols: make([]int, 0, n)}
	for r := range t.Rows {
		from := len(all.texts)
		for i := range t.Rows[r].Cells {
			c := &t.Rows[r].Cells[i]
			if len(c.Parts) > 1 {
				texts.joined[c] = strings.TrimSpace(c.Text())
			}
			if s := texts.of(c); s != "" {
				all.texts = append(all.texts, s)
				all.cols = append(all.cols, c.Col)
			}
		}
		to := len(all.texts)
		texts.rows[r] = rowTexts{all.texts[from:to:to], all.cols[from:to:to]}
	}
	return texts
}

// of returns the text of a cell, one line a paragraph, trimmed.
func (t *cellTexts) of(c *document.Cell) string {
	switch len(c.Parts) {
	case 0:
		return ""
	case 1:
		return strings.TrimSpace(c.Parts[0].Text)
	}
	return t.joined[c]
}
