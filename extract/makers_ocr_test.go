package extract

import (
	"fmt"
	"html"
	"strings"
	"unicode/utf8"
)

// A page as an OCR program sees it: words and rulings in pixels at 300 dpi.

type box struct{ x0, y0, x1, y1 int }

type ocrWord struct {
	text string
	box  box
}

type ocrLine struct {
	words []ocrWord
	box   box
}

type ocrPage struct {
	width, height int
	lines         []ocrLine
	rules         []box
}

const (
	pageW, pageH = 3508, 2480 // A4 landscape
	margin       = 150
	charW, lineH = 17, 44 // of 9 point type
	gap          = 20     // inside a cell's edge
)

// layOut prints the report on pages; a row that does not fit goes to the next.
func layOut(report []piece, ruled bool) []ocrPage {
	pages := []ocrPage{{width: pageW, height: pageH}}
	y := margin
	room := func(height int) *ocrPage {
		if y+height > pageH-margin {
			pages = append(pages, ocrPage{width: pageW, height: pageH})
			y = margin
		}
		return &pages[len(pages)-1]
	}
	for _, p := range report {
		if p.table == nil {
			for _, s := range wrap(p.text, (pageW-2*margin)/charW) {
				page := room(lineH)
				page.lines = append(page.lines, lineAt(margin, y, s))
				y += lineH + 8
			}
			y += 40
			continue
		}
		w := widths(p.table, 20)
		for n, row := range p.table {
			if n == 0 { // the heading keeps with its first rows
				room(8 * lineH)
			}
			printed := lines(row, w)
			if len(row) == 1 {
				printed = [][]string{full(row, len(w))}
			}
			height := len(printed)*(lineH+4) + 2*gap
			page := room(height)
			x := margin
			for i := range w {
				x1 := x + w[i]*charW + 2*gap
				for k, line := range printed {
					if line[i] != "" {
						page.lines = append(page.lines, lineAt(x+gap, y+gap+k*(lineH+4), line[i]))
					}
				}
				if ruled && (len(row) > 1 || i == 0) {
					page.rules = append(page.rules, box{x - 1, y, x + 2, y + height})
				}
				x = x1
			}
			if ruled {
				page.rules = append(page.rules, box{x - 1, y, x + 2, y + height}, box{margin, y - 1, x, y + 2}, box{margin, y + height - 1, x, y + height + 2})
			}
			y += height
			if !ruled {
				y += 12
			}
		}
		y += 60
	}
	return pages
}

func lineAt(x, y int, s string) ocrLine {
	l := ocrLine{box: box{x, y, x, y + lineH}}
	for _, text := range strings.Fields(s) {
		n := utf8.RuneCountInString(text)
		l.words = append(l.words, ocrWord{text, box{x, y, x + n*charW, y + lineH}})
		l.box.x1 = x + n*charW
		x += (n + 1) * charW
	}
	return l
}

func asHOCR(pages []ocrPage) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><meta name="ocr-system" content="x"/></head><body>`)
	bbox := func(x box) string { return fmt.Sprintf("bbox %d %d %d %d", x.x0, x.y0, x.x1, x.y1) }
	for i, p := range pages {
		fmt.Fprintf(&b, `<div class="ocr_page" title="image &quot;p.png&quot;; bbox 0 0 %d %d; ppageno %d; scan_res 300 300">`, p.width, p.height, i)
		for _, r := range p.rules {
			fmt.Fprintf(&b, `<div class="ocr_separator" title="%s"></div>`, bbox(r))
		}
		for _, l := range p.lines {
			fmt.Fprintf(&b, `<span class="ocr_line" title="%s; x_size 38">`, bbox(l.box))
			for _, w := range l.words {
				fmt.Fprintf(&b, `<span class="ocrx_word" title="%s; x_wconf 95">%s</span> `, bbox(w.box), html.EscapeString(w.text))
			}
			b.WriteString("</span>\n")
		}
		b.WriteString("</div>\n")
	}
	return b.String() + "</body></html>"
}

func asALTO(pages []ocrPage) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description><MeasurementUnit>inch1200</MeasurementUnit></Description><Layout>`)
	at := func(x box) string { // 300 dpi in 1200ths
		return fmt.Sprintf(`HPOS="%d" VPOS="%d" WIDTH="%d" HEIGHT="%d"`, x.x0*4, x.y0*4, (x.x1-x.x0)*4, (x.y1-x.y0)*4)
	}
	for i, p := range pages {
		fmt.Fprintf(&b, `<Page ID="p%d" WIDTH="%d" HEIGHT="%d"><PrintSpace>`, i, p.width*4, p.height*4)
		for _, r := range p.rules {
			fmt.Fprintf(&b, `<GraphicalElement %s/>`, at(r))
		}
		for _, l := range p.lines {
			fmt.Fprintf(&b, `<TextBlock><TextLine %s>`, at(l.box))
			for _, w := range l.words {
				fmt.Fprintf(&b, `<String CONTENT="%s" WC="0.95" %s/><SP/>`, html.EscapeString(w.text), at(w.box))
			}
			b.WriteString("</TextLine></TextBlock>\n")
		}
		b.WriteString("</PrintSpace></Page>\n")
	}
	return b.String() + "</Layout></alto>"
}

func asTSV(pages []ocrPage) string {
	var b strings.Builder
	b.WriteString("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n")
	row := func(level, page, line, word int, x box, conf int, text string) {
		fmt.Fprintf(&b, "%d\t%d\t1\t1\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%s\n", level, page, line, word, x.x0, x.y0, x.x1-x.x0, x.y1-x.y0, conf, text)
	}
	for i, p := range pages {
		row(1, i+1, 0, 0, box{0, 0, p.width, p.height}, -1, "")
		for j, l := range p.lines {
			row(4, i+1, j+1, 0, l.box, -1, "")
			for k, w := range l.words {
				row(5, i+1, j+1, k+1, w.box, 95, w.text)
			}
		}
	}
	return b.String()
}
