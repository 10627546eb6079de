package extract

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"html"
	"io"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// file is a report in one format.
type file struct {
	name, file string
	data       []byte
}

// formats writes the report in every format, shape and encoding.
func formats(t *testing.T, report []piece) []file {
	text := asTabs(report)
	utf16of := func(bigEndian bool) []byte {
		var b []byte
		for _, u := range utf16.Encode([]rune(text)) {
			if bigEndian {
				b = append(b, byte(u>>8), byte(u))
			} else {
				b = append(b, byte(u), byte(u>>8))
			}
		}
		return b
	}
	files := []file{
		{"HTML", "r.html", []byte(asHTML(report))},
		{"HTML in windows-1251", "r.html", encoded(t, charmap.Windows1251, strings.Replace(asHTML(report), "utf-8", "windows-1251", 1))},
		{"DOCX", "r.docx", asDOCX(t, report)},
		{"XLSX", "r.xlsx", asXLSX(t, report)},
		{"Markdown", "r.md", []byte(asMarkdown(report))},
		{"boxed text", "r.txt", []byte(asBoxes(report))},
		{"aligned text", "r.txt", []byte(asAligned(report))},
		{"one cell a line", "r.txt", []byte(asStacked(report))},
		{"CSV", "r.csv", []byte(asCSV(t, report, ';'))},
		{"CSV with commas", "r.csv", []byte(asCSV(t, report, ','))},
		{"UTF-8 with BOM", "r.txt", []byte("\ufeff" + text)},
		{"UTF-16LE with BOM", "r.txt", append([]byte{0xff, 0xfe}, utf16of(false)...)},
		{"UTF-16BE with BOM", "r.txt", append([]byte{0xfe, 0xff}, utf16of(true)...)},
		{"UTF-16LE", "r.txt", utf16of(false)},
		{"UTF-16BE", "r.txt", utf16of(true)},
		{"windows-1251", "r.txt", encoded(t, charmap.Windows1251, text)},
		{"Mac Cyrillic", "r.txt", encoded(t, charmap.MacintoshCyrillic, text)},
		{"CP1125", "r.txt", cp1125(text)},
		// These have no № (KOI8-U), no « » (all three), no і and ґ (CP866): what people typed instead.
		{"KOI8-U", "r.txt", encoded(t, charmap.KOI8U, typed.Replace(text))},
		{"ISO-8859-5", "r.txt", encoded(t, charmap.ISO8859_5, typed.Replace(text))},
		{"CP866", "r.txt", encoded(t, charmap.CodePage866, strings.NewReplacer("і", "i", "І", "I").Replace(typed.Replace(text)))},
	}
	for _, ruled := range []bool{true, false} {
		pages := layOut(report, ruled)
		name := map[bool]string{true: " with rulings", false: " without rulings"}[ruled]
		files = append(files,
			file{"hOCR" + name, "r.html", []byte(asHOCR(pages))},
			file{"ALTO" + name, "r.xml", []byte(asALTO(pages))})
		if !ruled {
			files = append(files, file{"Tesseract TSV", "r.tsv", []byte(asTSV(pages))})
		}
	}
	return files
}

var typed = strings.NewReplacer("№", "N", "«", `"`, "»", `"`)

func encoded(t *testing.T, m *charmap.Charmap, text string) []byte {
	b, err := m.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// cp1125 is CP866 with the Ukrainian letters in eight places (RST 2018-91).
func cp1125(text string) []byte {
	var out []byte
	for _, r := range typed.Replace(text) {
		if i := strings.IndexRune("ҐґЄєІіЇї", r); i >= 0 {
			out = append(out, 0xf2+byte(i/2))
			continue
		}
		b, ok := charmap.CodePage866.EncodeRune(r)
		if !ok {
			b = '?'
		}
		out = append(out, b)
	}
	return out
}

// columns returns the number of columns of a table.
func columns(table [][]string) int { return len(table[0]) }

// full returns the row with its empty cells.
func full(row []string, n int) []string {
	return append(append([]string{}, row...), make([]string, n-len(row))...)
}

func asTabs(report []piece) string {
	return write(report, "\n\n", func(b *strings.Builder, table [][]string) {
		for _, row := range table {
			b.WriteString(strings.Join(full(row, columns(table)), "\t") + "\n")
		}
	})
}

func write(report []piece, end string, table func(*strings.Builder, [][]string)) string {
	var b strings.Builder
	for _, p := range report {
		if p.table == nil {
			b.WriteString(p.text + end)
			continue
		}
		table(&b, p.table)
		b.WriteString("\n")
	}
	return b.String()
}

func asMarkdown(report []piece) string {
	return write(report, "\n\n", func(b *strings.Builder, table [][]string) {
		for i, row := range table {
			b.WriteString("| " + strings.Join(full(row, columns(table)), " | ") + " |\n")
			if i == 0 {
				b.WriteString("|" + strings.Repeat(" --- |", columns(table)) + "\n")
			}
		}
	})
}

// wrap breaks a text into lines of at most width characters.
func wrap(s string, width int) []string {
	lines := []string{""}
	for _, w := range strings.Fields(s) {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = w
		case utf8.RuneCountInString(*last)+1+utf8.RuneCountInString(w) <= width:
			*last += " " + w
		default:
			lines = append(lines, w)
		}
	}
	return lines
}

// widths gives each column a width in characters that its longest word and
// every number fit in.
func widths(table [][]string, prose int) []int {
	w := make([]int, columns(table))
	for _, row := range table {
		if len(row) == 1 {
			continue
		}
		for i, cell := range row {
			n := min(utf8.RuneCountInString(cell), prose)
			for _, word := range strings.Fields(cell) {
				n = max(n, utf8.RuneCountInString(word))
			}
			if strings.ContainsAny(cell, "0123456789") && len(cell) < 12 {
				n = max(n, utf8.RuneCountInString(cell))
			}
			w[i] = max(w[i], n)
		}
	}
	return w
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// asBoxes wraps cells, as programs that print boxes do.
func asBoxes(report []piece) string {
	return write(report, "\n\n", func(b *strings.Builder, table [][]string) {
		w := widths(table, 22)
		var rule strings.Builder
		for _, n := range w {
			rule.WriteString("+" + strings.Repeat("-", n+2))
		}
		rule.WriteString("+\n")
		b.WriteString(rule.String())
		for _, row := range table {
			if len(row) == 1 { // a section row is not wrapped: it has room
				b.WriteString("| " + pad(row[0], sum(w)+3*(len(w)-1)) + " |\n" + rule.String())
				continue
			}
			for _, line := range lines(row, w) {
				b.WriteString("|")
				for i, cell := range line {
					b.WriteString(" " + pad(cell, w[i]) + " |")
				}
				b.WriteString("\n")
			}
			b.WriteString(rule.String())
		}
	})
}

// lines returns the printed lines of a row.
func lines(row []string, w []int) [][]string {
	var cells [][]string
	height := 1
	for i, cell := range full(row, len(w)) {
		cells = append(cells, wrap(cell, w[i]))
		height = max(height, len(cells[i]))
	}
	out := make([][]string, height)
	for y := range out {
		for _, c := range cells {
			line := ""
			if y < len(c) {
				line = c[y]
			}
			out[y] = append(out[y], line)
		}
	}
	return out
}

func sum(w []int) int {
	total := 0
	for _, n := range w {
		total += n
	}
	return total
}

// asAligned puts each row on one line, columns two spaces apart.
func asAligned(report []piece) string {
	return write(report, "\n\n", func(b *strings.Builder, table [][]string) {
		w := widths(table, 1000)
		for _, row := range table {
			for i, cell := range full(row, len(w)) {
				b.WriteString(pad(cell, w[i]) + "   ")
			}
			b.WriteString("\n")
		}
	})
}

// asStacked puts each cell on a line of its own, ended by a bar.
func asStacked(report []piece) string {
	return write(report, "\n\n", func(b *strings.Builder, table [][]string) {
		for _, row := range table {
			for _, cell := range full(row, columns(table)) {
				b.WriteString(cell + " |\n")
			}
		}
	})
}

func asCSV(t *testing.T, report []piece, comma rune) string {
	return write(report, "\n\n", func(b *strings.Builder, table [][]string) {
		w := csv.NewWriter(b)
		w.Comma = comma
		for _, row := range table {
			if err := w.Write(full(row, columns(table))); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
	})
}

func asHTML(report []piece) string {
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="uk"><head><meta charset="utf-8"></head><body>`)
	for _, p := range report {
		if p.table == nil {
			b.WriteString("<p>" + html.EscapeString(p.text) + "</p>\n")
			continue
		}
		b.WriteString("<table>\n")
		for _, row := range p.table {
			b.WriteString("<tr>")
			for _, cell := range row {
				span := ""
				if len(row) == 1 {
					span = fmt.Sprintf(` colspan="%d"`, columns(p.table))
				}
				b.WriteString("<td" + span + "><p>" + html.EscapeString(cell) + "</p></td>")
			}
			b.WriteString("</tr>\n")
		}
		b.WriteString("</table>\n")
	}
	return b.String() + "</body></html>"
}

func asDOCX(t *testing.T, report []piece) []byte {
	para := func(s string) string {
		return `<w:p><w:r><w:t xml:space="preserve">` + html.EscapeString(s) + `</w:t></w:r></w:p>`
	}
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, p := range report {
		if p.table == nil {
			b.WriteString(para(p.text))
			continue
		}
		b.WriteString("<w:tbl>")
		for _, row := range p.table {
			b.WriteString("<w:tr>")
			for _, cell := range row {
				span := ""
				if len(row) == 1 {
					span = fmt.Sprintf(`<w:tcPr><w:gridSpan w:val="%d"/></w:tcPr>`, columns(p.table))
				}
				b.WriteString("<w:tc>" + span + para(cell) + "</w:tc>")
			}
			b.WriteString("</w:tr>")
		}
		b.WriteString("</w:tbl>")
	}
	b.WriteString("</w:body></w:document>")
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	f, err := z.Create("word/document.xml")
	if err == nil {
		_, err = io.WriteString(f, b.String())
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// asXLSX writes cells as text: numbers as printed.
func asXLSX(t *testing.T, report []piece) []byte {
	f := excelize.NewFile()
	defer f.Close()
	y := 1
	put := func(x int, s string) {
		cell, err := excelize.CoordinatesToCellName(x, y)
		if err == nil {
			err = f.SetCellStr("Sheet1", cell, s)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range report {
		if p.table == nil {
			put(1, p.text)
			y += 2
			continue
		}
		for _, row := range p.table {
			for i, cell := range row {
				put(i+1, cell)
			}
			y++
		}
		y++
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
