package textdoc

import (
	"fmt"
	"strings"

	"zvit/extract/document"
)

// dump prints a document as tests compare it: a line a paragraph or row.
func dump(doc *document.Document) string {
	var b strings.Builder
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case *document.Paragraph:
			fmt.Fprintf(&b, "%d %s %q\n", block.Place.Line, block.Kind, block.Text)
		case *document.Table:
			fmt.Fprintf(&b, "%d table %dx%d header=%d cut=%v,%v\n", block.Place.Line, len(block.Rows), block.Columns, block.HeaderRows, block.CutBefore, block.CutAfter)
			for i := range block.Rows {
				fmt.Fprintf(&b, "  %d:", block.Rows[i].Place.Line)
				for j := range block.Rows[i].Cells {
					c := &block.Rows[i].Cells[j]
					fmt.Fprintf(&b, " [")
					if c.ColSpan > 1 || c.RowSpan > 1 {
						fmt.Fprintf(&b, "%dx%d@%d ", c.RowSpan, c.ColSpan, c.Col)
					}
					for k, p := range c.Parts {
						if k > 0 {
							b.WriteString([]string{" ", "¶", "+", "~"}[p.Join])
						}
						b.WriteString(p.Text)
					}
					b.WriteString("]")
				}
				b.WriteString("\n")
			}
		}
	}
	return b.String()
}
