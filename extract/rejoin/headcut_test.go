package rejoin_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

// widened makes each cell "<" part of the one before it.
func widened(d *document.Document) *document.Document {
	for _, b := range d.Blocks {
		rows := b.(*document.Table).Rows
		for i := range rows {
			var cells []document.Cell
			for _, c := range rows[i].Cells {
				if c.Text() == "<" {
					cells[len(cells)-1].ColSpan++
					continue
				}
				cells = append(cells, c)
			}
			rows[i].Cells = cells
		}
	}
	return d
}

// shape writes the tables' rows with what their cells span: "text{rows x columns}".
func shape(d *document.Document) string {
	var s strings.Builder
	for _, b := range d.Blocks {
		t, ok := b.(*document.Table)
		if !ok {
			s.WriteString(b.(*document.Paragraph).Text + "\n")
			continue
		}
		for i := range t.Rows {
			for j := range t.Rows[i].Cells {
				c := &t.Rows[i].Cells[j]
				s.WriteString("|" + c.Text())
				if c.RowSpan > 1 || c.ColSpan > 1 {
					fmt.Fprintf(&s, "{%dx%d}", c.RowSpan, c.ColSpan)
				}
			}
			s.WriteString("|\n")
		}
		s.WriteString("\n")
	}
	return s.String()
}

// TestHeaderCutBetweenLevels: the levels of a header that a page parts are one
// header, and a text cut within one of its cells is whole; a table of its own
// stays one, and so does a row of data with merged cells.
func TestHeaderCutBetweenLevels(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"within a cell, numbers below", `
			№ з/|Показники|Затверджено|<|Касові|<

			п||загальний фонд|спеціальний фонд|загальний фонд|спеціальний фонд
			1|2|3|4|5|6
			1|кількість шкіл|2|1|2|1
			2|кількість учнів|20|10|20|10`, `
|№ з/п{2x1}|Показники{2x1}|Затверджено{1x2}|Касові{1x2}|
|загальний фонд|спеціальний фонд|загальний фонд|спеціальний фонд|
|1|2|3|4|5|6|
|1|кількість шкіл|2|1|2|1|
|2|кількість учнів|20|10|20|10|
`},
		{"between the levels, no numbers", `
			Код|Найменування видатків|Загальний фонд|<|Спеціальний фонд|<

			||план на рік|виконано|план на рік|виконано
			0100|Утримання ради|200,00|100,00|20,00|10,00
			0110|Утримання парку|300,00|100,00|30,00|10,00`, `
|Код{2x1}|Найменування видатків{2x1}|Загальний фонд{1x2}|Спеціальний фонд{1x2}|
|план на рік|виконано|план на рік|виконано|
|0100|Утримання ради|200,00|100,00|20,00|10,00|
|0110|Утримання парку|300,00|100,00|30,00|10,00|
`},
		{"within the upper level", `
			Код|Найменування|Загальний фонд,|<|Спеціальний фонд,|<

			|видатків|тис. грн|<|тис. грн|<
			||план на рік|виконано|план на рік|виконано
			0100|Утримання ради|200,00|100,00|20,00|10,00
			0110|Утримання парку|300,00|100,00|30,00|10,00`, `
|Код{2x1}|Найменування видатків{2x1}|Загальний фонд, тис. грн{1x2}|Спеціальний фонд, тис. грн{1x2}|
|план на рік|виконано|план на рік|виконано|
|0100|Утримання ради|200,00|100,00|20,00|10,00|
|0110|Утримання парку|300,00|100,00|30,00|10,00|
`},
		{"another table", `
			Посада|Прізвище|Підпис|<|Дата|<

			Код|Найменування|План на рік|Уточнений план|Виконано|Відхилення
			0100|Утримання ради|200,00|100,00|20,00|10,00
			0110|Утримання парку|300,00|100,00|30,00|10,00`, `
|Посада|Прізвище|Підпис{1x2}|Дата{1x2}|

|Код|Найменування|План на рік|Уточнений план|Виконано|Відхилення|
|0100|Утримання ради|200,00|100,00|20,00|10,00|
|0110|Утримання парку|300,00|100,00|30,00|10,00|
`},
		{"figures below merged words", `
			Розділ|Благоустрій|Кошти|<|Зміни|<

			|лави|200,00|100,00|20,00|10,00
			|урни|300,00|100,00|30,00|10,00`, `
|Розділ|Благоустрій|Кошти{1x2}|Зміни{1x2}|
||лави|200,00|100,00|20,00|10,00|
||урни|300,00|100,00|30,00|10,00|
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := widened(paged(fragments(c.table), []int{1, 2}, make([]document.Box, 2)))
			out, err := rejoin.Rejoin(context.Background(), in)
			if err != nil {
				t.Fatal(err)
			}
			sameInk(t, in, out)
			if diff := cmp.Diff(strings.TrimLeft(c.want, "\n")+"\n", shape(out)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
