package rejoin_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

// grids are the tables of a rejoined document, rows of cells between bars, and
// the text of its furniture.
func grids(t *testing.T, source string) (tables [][]string, furniture []string) {
	t.Helper()
	d := fragments(source)
	got, err := rejoin.Rejoin(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d.Ink(), got.Ink()); diff != "" {
		t.Errorf("ink of the source -, of the result +:\n%s", diff)
	}
	for _, b := range got.Blocks {
		switch b := b.(type) {
		case *document.Table:
			var rows []string
			for _, r := range b.Rows {
				var cells []string
				for i := range r.Cells {
					cells = append(cells, r.Cells[i].Text())
				}
				rows = append(rows, strings.Join(cells, "|"))
			}
			tables = append(tables, rows)
		case *document.Paragraph:
			if b.Kind == document.Furniture {
				furniture = append(furniture, b.Text)
			}
		}
	}
	return tables, furniture
}

// An export of an on-line sheet prints the sheet's own letters and numbers.
func TestSheetFrame(t *testing.T) {
	tables, furniture := grids(t, `
		|A|B|C|D
		2|№|Захід|План|Факт
		3|1|Ремонт джерела|45,0|42,3
		4||||
		7|2|Нові лавки|310,5|310,5`)
	want := [][]string{{"№|Захід|План|Факт", "1|Ремонт джерела|45,0|42,3", "2|Нові лавки|310,5|310,5"}}
	if diff := cmp.Diff(want, tables); diff != "" {
		t.Errorf("tables, want -, got +:\n%s", diff)
	}
	if diff := cmp.Diff([]string{"A B C D", "2 3 4 7"}, furniture); diff != "" {
		t.Errorf("furniture, want -, got +:\n%s", diff)
	}
}

// Letters above and numbers beside are a frame only together, and only in order.
func TestNoSheetFrame(t *testing.T) {
	for name, source := range map[string]string{
		"letters head groups": `
			|A|B|C
			Школа № 2|10|12|14
			Школа № 4|11|12|15`,
		"numbers of another order": `
			|A|B|C
			2|10|12|14
			1|11|12|15`,
		"letters of another order": `
			|B|A|C
			1|10|12|14
			2|11|12|15`,
		"the corner is a heading": `
			№|A|B|C
			1|10|12|14
			2|11|12|15`,
	} {
		t.Run(name, func(t *testing.T) {
			tables, furniture := grids(t, source)
			var want []string
			for l := range strings.SplitSeq(strings.TrimSpace(source), "\n") {
				want = append(want, strings.TrimSpace(l))
			}
			if diff := cmp.Diff([][]string{want}, tables); diff != "" || furniture != nil {
				t.Errorf("furniture %q; tables, want -, got +:\n%s", furniture, diff)
			}
		})
	}
}
