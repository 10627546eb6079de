// Package generated makes reports out of numbers, for tests and measurements of
// batches: councils, programmes and money that nobody has. The same number gives
// the same bytes.
package generated

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
)

// Table is a table of a report: its heading first.
type Table [][]string

// Report is what is written in one of the formats.
type Report struct {
	Number int
	Before []string
	Tables []Table
	After  []string
}

var (
	councils   = []string{"Вербівська", "Калинівська", "Ясенівська", "Тернівська", "Дубівська", "Яворівська", "Глодівська", "Сосницька"}
	programmes = []string{"Чиста криниця", "Теплий дім", "Безпечна дорога", "Зелене подвір'я", "Здорова громада", "Світла вулиця", "Наша бібліотека"}
	tasks      = []string{"Очищення криниць", "Ремонт покрівлі", "Придбання насосів", "Висадження дерев", "Утеплення стін", "Заміна вікон", "Навчання працівників", "Облаштування майданчика", "Закупівля ліків", "Освітлення провулків"}
	executors  = []string{"відділ освіти", "управління житлового господарства", "відділ культури", "комунальне підприємство «Джерело»"}
)

// New makes report number n: three to twelve measures with a total, and four
// indicators; every fifth one gives hryvnias in a column headed thousands.
func New(n int) Report {
	r := rand.New(rand.NewPCG(uint64(n), 5))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	year := 2015 + n%9
	slip := n%5 == 0
	money := func(kopecks int) string {
		if slip {
			return fmt.Sprintf("%d", kopecks/100)
		}
		return fmt.Sprintf("%d,%d", kopecks/100_000, kopecks/10_000%10)
	}
	report := Report{Number: n, Before: []string{
		fmt.Sprintf("%s селищна рада", pick(councils)),
		fmt.Sprintf("Звіт про виконання програми «%s-%d» за %d рік", pick(programmes), n, year),
		fmt.Sprintf("Програму затверджено рішенням ради від %02d.12.%d № %d-7/%d.", 1+n%28, year-1, 100+n%800, year-1),
	}}
	measures := Table{{"№ з/п", "Зміст заходу", "Термін виконання", "Виконавець", "Заплановано, тис.грн", "Фактично профінансовано, тис.грн", "Інформація про виконання"}}
	planned, actual := 0, 0
	for row := range 3 + r.IntN(10) {
		p := (20 + r.IntN(4000)) * 10_000
		a := p / 100 * (70 + r.IntN(30)) / 10_000 * 10_000
		planned, actual = planned+p, actual+a
		measures = append(measures, []string{
			fmt.Sprint(row + 1), fmt.Sprintf("%s: об'єкт %d", pick(tasks), 1+r.IntN(90)), fmt.Sprintf("%d рік", year),
			pick(executors), money(p), money(a), fmt.Sprintf("Роботи виконано на %d об'єктах", 1+r.IntN(9)),
		})
	}
	measures = append(measures, []string{"", "Усього", "", "", money(planned), money(actual), ""})
	indicators := Table{{"№ з/п", "Показник", "Одиниця виміру", "Заплановано", "Фактично"}}
	for row := range 4 {
		want := 1 + r.IntN(500)
		indicators = append(indicators, []string{
			fmt.Sprint(row + 1), fmt.Sprintf("Кількість об'єктів: %s", strings.ToLower(pick(tasks))), "од.",
			fmt.Sprint(want), fmt.Sprint(want - r.IntN(want)),
		})
	}
	report.Tables = []Table{measures, indicators}
	report.After = []string{fmt.Sprintf("Начальник відділу                    О. Приклад-%d", n%97)}
	return report
}

// Document gives report n in the format that its number stands for: of twenty
// nine are text, nine web pages, one DOCX and one XLSX.
func Document(n int) (name string, data []byte) {
	r := New(n)
	switch k := n % 20; {
	case k == 18:
		return fmt.Sprintf("%06d.docx", n), r.DOCX()
	case k == 19:
		return fmt.Sprintf("%06d.xlsx", n), r.XLSX()
	case k%2 == 0:
		return fmt.Sprintf("%06d.txt", n), r.Text()
	}
	return fmt.Sprintf("%06d.html", n), r.HTML()
}

// Text separates cells with tabs.
func (r Report) Text() []byte {
	var b bytes.Buffer
	lines := func(list []string) {
		for _, s := range list {
			b.WriteString(s + "\n\n")
		}
	}
	lines(r.Before)
	for _, t := range r.Tables {
		for _, row := range t {
			b.WriteString(strings.Join(row, "\t") + "\n")
		}
		b.WriteByte('\n')
	}
	lines(r.After)
	return b.Bytes()
}

// HTML is a page as sites of councils have them.
func (r Report) HTML() []byte {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Звіт</title></head><body>\n")
	paragraphs := func(list []string) {
		for _, s := range list {
			fmt.Fprintf(&b, "<p>%s</p>\n", s)
		}
	}
	paragraphs(r.Before)
	for _, t := range r.Tables {
		b.WriteString("<table border=\"1\">\n")
		for _, row := range t {
			b.WriteString("<tr><td>" + strings.Join(row, "</td><td>") + "</td></tr>\n")
		}
		b.WriteString("</table>\n")
	}
	paragraphs(r.After)
	b.WriteString("</body></html>\n")
	return b.Bytes()
}

// pack makes the ZIP of an Office Open XML file. Go's writer gives no times, so
// equal parts make equal bytes.
func pack(parts [][2]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range parts {
		w, err := z.Create(part[0])
		if err != nil {
			panic(err) // A buffer takes everything.
		}
		if _, err := w.Write([]byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + part[1])); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

func contentTypes(part string) [2]string {
	return [2]string{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` + part + `</Types>`}
}

func relationship(path, kind, target string) [2]string {
	return [2]string{path, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="` + relations + "/" + kind + `" Target="` + target + `"/></Relationships>`}
}

// DOCX is the report as a word processor keeps it.
func (r Report) DOCX() []byte {
	var b strings.Builder
	b.WriteString(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	text := func(s string) string {
		return `<w:p><w:r><w:t xml:space="preserve">` + s + `</w:t></w:r></w:p>`
	}
	for _, s := range r.Before {
		b.WriteString(text(s))
	}
	for _, t := range r.Tables {
		b.WriteString(`<w:tbl>`)
		for _, row := range t {
			b.WriteString(`<w:tr>`)
			for _, cell := range row {
				b.WriteString(`<w:tc>` + text(cell) + `</w:tc>`)
			}
			b.WriteString(`</w:tr>`)
		}
		b.WriteString(`</w:tbl>`)
	}
	for _, s := range r.After {
		b.WriteString(text(s))
	}
	b.WriteString(`</w:body></w:document>`)
	return pack([][2]string{
		contentTypes(`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>`),
		relationship("_rels/.rels", "officeDocument", "word/document.xml"),
		{"word/document.xml", b.String()},
	})
}

// XLSX is the report as a spreadsheet, all text in the cells themselves.
func (r Report) XLSX() []byte {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	n := 0
	row := func(cells ...string) {
		n++
		fmt.Fprintf(&b, `<row r="%d">`, n)
		for i, cell := range cells {
			fmt.Fprintf(&b, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, n, cell)
		}
		b.WriteString(`</row>`)
	}
	for _, s := range r.Before {
		row(s)
	}
	for _, t := range r.Tables {
		row()
		for _, cells := range t {
			row(cells...)
		}
	}
	row()
	for _, s := range r.After {
		row(s)
	}
	b.WriteString(`</sheetData></worksheet>`)
	return pack([][2]string{
		contentTypes(`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
			`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`),
		relationship("_rels/.rels", "officeDocument", "xl/workbook.xml"),
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + relations + `"><sheets><sheet name="Звіт" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		relationship("xl/_rels/workbook.xml.rels", "worksheet", "worksheets/sheet1.xml"),
		{"xl/worksheets/sheet1.xml", b.String()},
	})
}
