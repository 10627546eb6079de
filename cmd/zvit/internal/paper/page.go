package paper

import (
	"fmt"
	"html"
	"strings"

	"zvit/extract/document"
)

// Style is how a page is set.
type Style struct {
	Name      string
	Landscape bool
	Points    float64 // size of the text; tables are set a point smaller
	Band      bool    // shade the heading and the rows of groups, and merge those
	Open      bool    // draw no borders
}

// HTML writes a document as a page: its paragraphs, and its tables with their
// spans. Numbers keep to one line, as they do in reports.
func HTML(d *document.Document, s Style) string {
	sheet := "portrait"
	if s.Landscape {
		sheet = "landscape"
	}
	border, band := "1px solid black", ""
	if s.Open {
		border = "none"
	}
	if s.Band {
		band = "th,.group{background:#d4dcea}"
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang=uk><head><meta charset=utf-8><title>%s</title><style>@page{size:A4 %s;margin:15mm}
body{font-family:'Liberation Serif',serif;font-size:%gpt}table{border-collapse:collapse;width:100%%;margin:8pt 0;font-size:%gpt}
td,th{border:%s;padding:2pt 4pt;vertical-align:top;text-align:left;font-weight:normal}td p{margin:0}%s</style></head><body>
`, s.Name, sheet, s.Points, s.Points-1, border, band)
	for _, block := range d.Blocks {
		switch x := block.(type) {
		case *document.Paragraph:
			if x.Kind == document.Heading {
				fmt.Fprintf(&b, "<p><b>%s</b></p>\n", html.EscapeString(x.Text))
			} else {
				fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(x.Text))
			}
		case *document.Table:
			b.WriteString("<table>")
			for i := range x.Rows {
				writeRow(&b, &x.Rows[i], i == 0, s.Band)
			}
			b.WriteString("</table>\n")
		}
	}
	b.WriteString("</body></html>\n")
	return b.String()
}

func writeRow(b *strings.Builder, r *document.Row, heading, merge bool) {
	tag, class := "td", ""
	if heading {
		tag = "th"
	}
	if filled := filledCells(r); filled == 1 && len(r.Cells) > 0 && len(r.Cells[0].Parts) > 0 {
		class = " class=group"
		if merge {
			last := r.Cells[len(r.Cells)-1]
			r = &document.Row{Cells: []document.Cell{{ColSpan: last.Col + last.ColSpan, RowSpan: 1, Parts: r.Cells[0].Parts}}}
		}
	}
	b.WriteString("<tr" + class + ">")
	for i := range r.Cells {
		c := &r.Cells[i]
		span := ""
		if c.ColSpan > 1 {
			span += fmt.Sprintf(" colspan=%d", c.ColSpan)
		}
		if c.RowSpan > 1 {
			span += fmt.Sprintf(" rowspan=%d", c.RowSpan)
		}
		lines := strings.Split(c.Text(), "\n")
		for k, l := range lines {
			lines[k] = html.EscapeString(l)
			if strings.Trim(l, "0123456789 ,.\u00a0") == "" {
				lines[k] = strings.ReplaceAll(lines[k], " ", "\u00a0")
			}
		}
		text := lines[0]
		if len(lines) > 1 {
			text = "<p>" + strings.Join(lines, "</p><p>") + "</p>"
		}
		fmt.Fprintf(b, "<%s%s>%s</%s>", tag, span, text, tag)
	}
	b.WriteString("</tr>\n")
}

func filledCells(r *document.Row) (n int) {
	for i := range r.Cells {
		if len(r.Cells[i].Parts) > 0 {
			n++
		}
	}
	return n
}
