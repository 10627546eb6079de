package rejoin_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

// printed makes a PDF's pages, each a fragment: cells between bars, "^2" or
// ">4" after a text for the rows or columns that it spans; "." is a slot that a
// span from above covers.
func printed(pages ...string) *document.Document {
	d := &document.Document{ID: "test", Format: document.PDF}
	for n, page := range pages {
		t := &document.Table{Place: document.Place{Page: n + 1, Table: n + 1, Row: 1}, PageFrom: n + 1, PageTo: n + 1}
		for l := range strings.SplitSeq(strings.TrimSpace(page), "\n") {
			row := document.Row{Place: document.Place{Page: n + 1, Table: n + 1, Row: len(t.Rows) + 1}}
			col := 0
			for _, s := range strings.Split(strings.TrimSpace(l), "|") {
				if s == "." {
					col++
					continue
				}
				c := document.Cell{Col: col, RowSpan: 1, ColSpan: 1}
				if at, span, ok := strings.Cut(s, "^"); ok {
					s, c.RowSpan = at, int(span[0]-'0')
				}
				if at, span, ok := strings.Cut(s, ">"); ok {
					s, c.ColSpan = at, int(span[0]-'0')
				}
				if s != "" {
					place := row.Place
					place.Cell = len(row.Cells) + 1
					c.Parts = []document.Part{{Text: s, Place: place}}
				}
				row.Cells = append(row.Cells, c)
				col += c.ColSpan
			}
			t.Columns = max(t.Columns, col)
			t.Rows = append(t.Rows, row)
		}
		d.Blocks = append(d.Blocks, t)
	}
	return d
}

// TestWideHeadings repeats a header of two levels over each page: both rows of
// it become furniture, and what stands first below them may be a row's rest.
func TestWideHeadings(t *testing.T) {
	const head = `
		Код^2|Назва програми^2|Загальний фонд>2|Спеціальний фонд>2
		.|.|затверджено|зі змінами|затверджено|зі змінами`
	in := printed(head+`
		0118974|Облаштування джерел|1 555,32|3 782,74|4 324,25|7 205,20
		0118253|Утримання пляжів та|4 618,83|6 683,20|6 979,34|7 615,70`, head+`
		|купалень||||
		0112025|Догляд за парками|3 004,20|3 825,43|3 201,50|3 457,66`)
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	sameInk(t, in, out)
	want := []string{
		"0118974¦Облаштування джерел¦1 555,32¦3 782,74¦4 324,25¦7 205,20",
		"0118253¦Утримання пляжів та купалень¦4 618,83¦6 683,20¦6 979,34¦7 615,70",
		"0112025¦Догляд за парками¦3 004,20¦3 825,43¦3 201,50¦3 457,66",
	}
	if got := tableRows(out, 2); !reflect.DeepEqual(got, want) {
		t.Errorf("rows\n%s", strings.Join(got, "\n"))
	}
	furniture := 0
	for _, b := range out.Blocks {
		if p, ok := b.(*document.Paragraph); ok && p.Kind == document.Furniture {
			furniture++
		}
	}
	if furniture != 2 {
		t.Errorf("%d furniture paragraphs, want the two rows of the second header", furniture)
	}
}

// TestRowsUnderWideCells keeps rows of words under a wide cell that is no
// heading, and rows of figures under one that is.
func TestRowsUnderWideCells(t *testing.T) {
	in := printed(`
		№^2|Захід^2|Обсяг, грн>2
		.|.|120,00|100,00
		1|Ремонт дахів|70,00|60,00
		2|Ремонт стін|50,00|40,00`, `
		№^2|Захід^2|Обсяг, грн>2
		.|.|130,00|110,00
		3|Ремонт вікон|130,00|110,00`)
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	sameInk(t, in, out)
	if got := strings.Join(tableRows(out, 1), "\n"); !strings.Contains(got, "¦¦120,00¦100,00") || !strings.Contains(got, "¦¦130,00¦110,00") {
		t.Errorf("rows\n%s", got)
	}
}
