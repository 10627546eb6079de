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
	texts := &cellTexts{joined: map[*document.Cell]string{}, rows: make([]rowTexts, len(t.Rows))}
	for r := range t.Rows {
		cells := t.Rows[r].Cells
		row := rowTexts{texts: make([]string, 0, len(cells)), cols: make([]int, 0, len(cells))}
		for i := range cells {
			if len(cells[i].Parts) > 1 {
				texts.joined[&cells[i]] = strings.TrimSpace(cells[i].Text())
			}
			if s := texts.of(&cells[i]); s != "" {
				row.texts = append(row.texts, s)
				row.cols = append(row.cols, cells[i].Col)
			}
		}
		texts.rows[r] = row
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
