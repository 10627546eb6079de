package rejoin_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

// TestRestsOfOneName: where many pages end within the same name, its rest is no
// value of the column, and joins nothing but the row that it was cut from.
func TestRestsOfOneName(t *testing.T) {
	var s, want strings.Builder
	s.WriteString("№|Захід|Виконавець|План, грн|Інформація\n")
	pupils := []string{"лав", "урн", "клумб", "гойдалок", "ліхтарів", "огорож"}
	for i, x := range pupils {
		fmt.Fprintf(&s, "%d|Фарбування %s|Відділ доріг|%d00,00|Роботи завершено.\n", 2*i+1, x, i+3)
		fmt.Fprintf(&s, "%d|Придбання %s біля|Комунальне підприємство садового|%d50,00|Договір укладено, придбано шість\n\n", 2*i+2, x, i+2)
		fmt.Fprintf(&s, "|озера|господарства||%s та доставлено на місце.\n", x)
		fmt.Fprintf(&want, "%d¦Фарбування %s¦Відділ доріг¦%d00,00¦Роботи завершено.\n", 2*i+1, x, i+3)
		fmt.Fprintf(&want, "%d¦Придбання %s біля озера¦Комунальне підприємство садового господарства¦%d50,00¦Договір укладено, придбано шість %s та доставлено на місце.\n",
			2*i+2, x, i+2, x)
	}
	in := fragments(s.String())
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	sameInk(t, in, out)
	if got := strings.Join(tableRows(out, 1), "\n"); got != strings.TrimSpace(want.String()) {
		t.Errorf("rows\n%s\nwant\n%s", got, want.String())
	}
}

// TestNextPageHeading: a table that begins on the next page with a heading of its
// own is another, and a row that says in words what it has no figures for is none.
func TestNextPageHeading(t *testing.T) {
	const first = `
		Надходження|План, грн|Факт, грн
		Лави|10,00|9,00
		Урни|20,00|19,00
		Клумби|30,00|29,00

		`
	for rest, want := range map[string]int{
		"Об'єкт|Кошторис, тис. грн|Освоєно, тис. грн\nШкола|40,0|39,0\nСадок|50,0|49,0":        2,
		"Огорожі|не фінансувались|не фінансувались\nГойдалки|40,00|39,00\nЛіхтарі|50,00|49,00": 1,
		"Огорожі|не фінансувались у 2021 році|—\nГойдалки|40,00|39,00\nЛіхтарі|50,00|49,00":    1,
		"Надходження|План, грн|Факт, грн\nГойдалки|40,00|39,00\nЛіхтарі|50,00|49,00":           1,
		"Огорожі|60,00|59,00\nГойдалки|40,00|39,00\nЛіхтарі|50,00|49,00":                       1,
	} {
		in := paged(fragments(first+rest), []int{1, 2}, make([]document.Box, 2))
		out, err := rejoin.Rejoin(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		sameInk(t, in, out)
		tables := 0
		for _, b := range out.Blocks {
			if _, ok := b.(*document.Table); ok {
				tables++
			}
		}
		if tables != want {
			t.Errorf("%d tables, want %d\n%s", tables, want, strings.Join(tableRows(out, 0), "\n"))
		}
	}
}

// paged gives the tables of a document pages, one each from the given on, and
// boxes.
func paged(d *document.Document, pages []int, boxes []document.Box) *document.Document {
	d.Format = document.PDF
	i := 0
	for _, b := range d.Blocks {
		if t, ok := b.(*document.Table); ok {
			t.Columns = len(t.Rows[0].Cells)
			t.PageFrom, t.PageTo, t.Place.Page, t.Place.Box = pages[i], pages[i], pages[i], boxes[i]
			i++
		}
	}
	return d
}

// TestFragmentsByPlace: fragments with boxes belong together where one stands
// over the other on the next page, and not beside it or on the same page.
func TestFragmentsByPlace(t *testing.T) {
	const pages = `
		Стаття|План, грн|Факт, грн
		Лави|10,00|9,00
		Урни|20,00|19,00

		Клумби|30,00|29,00
		Огорожі|40,00|39,00`
	left, right := document.Box{X0: 40, Y0: 600, X1: 280, Y1: 780}, document.Box{X0: 300, Y0: 600, X1: 550, Y1: 780}
	for _, c := range []struct {
		name  string
		pages []int
		boxes []document.Box
		want  int
	}{
		{"below on the next page", []int{1, 2}, []document.Box{left, left}, 1},
		{"narrower on the next page", []int{1, 2}, []document.Box{left, {X0: 60, Y0: 40, X1: 200, Y1: 90}}, 1},
		{"beside, on the next page", []int{1, 2}, []document.Box{left, right}, 2},
		{"beside, on the same page", []int{1, 1}, []document.Box{left, right}, 2},
		{"two pages on", []int{1, 3}, []document.Box{left, left}, 2},
		{"without boxes", []int{1, 2}, make([]document.Box, 2), 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := paged(fragments(pages), c.pages, c.boxes)
			out, err := rejoin.Rejoin(context.Background(), in)
			if err != nil {
				t.Fatal(err)
			}
			sameInk(t, in, out)
			if len(out.Blocks) != c.want {
				t.Errorf("%d tables, want %d\n%s", len(out.Blocks), c.want, strings.Join(tableRows(out, 0), "\n"))
			}
		})
	}
}

// TestHeadingPartedFromRows: a heading that a page break parts from its rows
// heads them, in any words; a row of words above rows of words does not.
func TestHeadingPartedFromRows(t *testing.T) {
	box := make([]document.Box, 2)
	for _, c := range []struct {
		name, table  string
		tables, rows int
	}{
		{"a heading alone", `
			Надходження|Торік, грн|Торік теж, грн

			Клумби|30,00|29,00
			Лави|10,00|9,00
			Огорожі|40,00|39,00`, 1, 4},
		{"a heading and a row", `
			Надходження|Торік, грн|Торік теж, грн
			Урни|25,00|24,00

			Клумби|30,00|29,00
			Лави|10,00|9,00
			Огорожі|40,00|39,00`, 1, 5},
		{"a heading cut in its cells", `
			Надходження|План,|Факт,

			|тис. грн|грн
			Лави|10,00|9,00
			Огорожі|40,00|39,00`, 1, 3},
		{"a heading cut in its cells, over words", `
			№|Захід|Стан

			||розпочато
			1|Лави|завершено
			2|Огорожі|завершено`, 1, 4},
		{"a heading of its own", `
			Надходження|Торік, грн|Торік теж, грн

			№|Захід|План, грн|Факт, грн
			1|Клумби|30,00|29,00
			2|Лави|10,00|9,00`, 2, 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := paged(fragments(c.table), []int{1, 2}, box)
			out, err := rejoin.Rejoin(context.Background(), in)
			if err != nil {
				t.Fatal(err)
			}
			sameInk(t, in, out)
			if len(out.Blocks) != c.tables || len(tableRows(out, 0)) != c.rows {
				t.Errorf("%d tables, want %d\n%s", len(out.Blocks), c.tables, strings.Join(tableRows(out, 0), "\n"))
			}
		})
	}
}

// TestCutSpannedRow: a total with merged cells that a page cut through its
// figures is one row; two totals are two.
func TestCutSpannedRow(t *testing.T) {
	merge := func(d *document.Document) *document.Document {
		for _, b := range d.Blocks {
			rows := b.(*document.Table).Rows
			for i := range rows {
				if c := rows[i].Cells; c[0].Text() == "" || strings.HasPrefix(c[0].Text(), "Разом") || c[0].Text() == "програмою" {
					c[0].ColSpan = 2
					rows[i].Cells = append(c[:1:1], c[2:]...)
				}
			}
		}
		return d
	}
	const table = `
		№|Захід|План, грн|Факт, грн
		1|Лави|10 000,00|9 000,00
		2|Урни|20 564,78|19 492,60
		3|Клумби|2 000,00|2 000,00
		`
	for rest, want := range map[string]string{
		"Разом за||32|28\n\n||564,78|492,60":                     "Разом за¦¦32 564,78¦28 492,60",
		"Разом за||32|28 492,60\n\nпрограмою||564,78|":           "Разом за програмою¦¦32 564,78¦28 492,60",
		"Разом за||32 564,78|28 492,60\n\nпрограмою|||":          "Разом за програмою¦¦32 564,78¦28 492,60",
		"Разом||564,78|28,60\n\nРазом з податком||564,78|492,60": "",
		"Разом||564,78|28,60\n\n||564,78|492,60":                 "",
	} {
		in := merge(paged(fragments(table+rest), []int{1, 2}, make([]document.Box, 2)))
		read := tableRows(in, 0)
		out, err := rejoin.Rejoin(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		sameInk(t, in, out)
		got := tableRows(out, 0)
		if want == "" {
			if len(got) != len(read) {
				t.Errorf("joined to %s", got[len(got)-1])
			}
			continue
		}
		if len(got) != len(read)-1 || got[len(got)-1] != want {
			t.Errorf("rows\n%s\nwant %s", strings.Join(got, "\n"), want)
		}
	}
}
