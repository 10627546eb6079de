package rejoin_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

// TestCutBesideMergedCells: a row beside a task's merged cell that a page cut
// within its texts and figures is one row; a row of its own stays one.
func TestCutBesideMergedCells(t *testing.T) {
	cell := placedCell
	for _, c := range []struct {
		name string
		rest []string // the row at the head of the second page
		want string
	}{
		{"a rest", []string{"вздовж вулиці", "688,5", "роботи завершено."}, `
|Завдання|Захід|План, тис. грн|Стан|
|Парки{2x1}|Висаджування дерев|1 200,4|Виконано.|
|Ремонт лав вздовж вулиці|3 688,5|Майже всі роботи завершено.|
||Ремонт урн|2 100,6|Виконано.|
|Сквери{2x1}|Ремонт клумб|1 300,7|Виконано.|
|Ремонт огорож|1 400,8|Виконано.|
`},
		{"a row of its own", []string{"Ремонт альтанок", "688,5", "Роботи завершено."}, `
|Завдання|Захід|План, тис. грн|Стан|
|Парки{2x1}|Висаджування дерев|1 200,4|Виконано.|
|Ремонт лав|3|Майже всі|
|{2x1}|Ремонт альтанок|688,5|Роботи завершено.|
|Ремонт урн|2 100,6|Виконано.|
|Сквери{2x1}|Ремонт клумб|1 300,7|Виконано.|
|Ремонт огорож|1 400,8|Виконано.|
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := func(n int, rows ...[]document.Cell) *document.Table {
				x := &document.Table{Columns: 4, PageFrom: n, PageTo: n, CutAfter: n == 1, CutBefore: n == 2, Place: document.Place{Page: n}}
				for _, r := range rows {
					x.Rows = append(x.Rows, document.Row{Cells: r})
				}
				return x
			}
			in := &document.Document{ID: "test", Format: document.PDF, Blocks: []document.Block{
				page(1, []document.Cell{cell(0, 1, "Завдання"), cell(1, 1, "Захід"), cell(2, 1, "План, тис. грн"), cell(3, 1, "Стан")},
					[]document.Cell{cell(0, 2, "Парки"), cell(1, 1, "Висаджування дерев"), cell(2, 1, "1 200,4"), cell(3, 1, "Виконано.")},
					[]document.Cell{cell(1, 1, "Ремонт лав"), cell(2, 1, "3"), cell(3, 1, "Майже всі")}),
				page(2, []document.Cell{cell(0, 2, ""), cell(1, 1, c.rest[0]), cell(2, 1, c.rest[1]), cell(3, 1, c.rest[2])},
					[]document.Cell{cell(1, 1, "Ремонт урн"), cell(2, 1, "2 100,6"), cell(3, 1, "Виконано.")},
					[]document.Cell{cell(0, 2, "Сквери"), cell(1, 1, "Ремонт клумб"), cell(2, 1, "1 300,7"), cell(3, 1, "Виконано.")},
					[]document.Cell{cell(1, 1, "Ремонт огорож"), cell(2, 1, "1 400,8"), cell(3, 1, "Виконано.")}),
			}}
			out, err := rejoin.Rejoin(context.Background(), in)
			if err != nil {
				t.Fatal(err)
			}
			sameInk(t, in, out)
			want := strings.TrimLeft(c.want, "\n") + "\n"
			if diff := cmp.Diff(want, shape(out)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
