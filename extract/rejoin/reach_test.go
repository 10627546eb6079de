package rejoin_test

import (
	"context"
	"fmt"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

// placedCell is a cell of one column that reaches over some rows.
func placedCell(col, rows int, text string) document.Cell {
	c := document.Cell{Col: col, RowSpan: rows, ColSpan: 1}
	if text != "" {
		c.Parts = []document.Part{{Text: text}}
	}
	return c
}

// TestMergedLastColumn: rows beside a merged cell in the last column are as wide
// as their table, and a row that has that column for itself has no cell too many.
func TestMergedLastColumn(t *testing.T) {
	cell := placedCell
	in := &document.Document{ID: "test", Format: document.PDF}
	table := &document.Table{Columns: 7}
	row := func(cells ...document.Cell) { table.Rows = append(table.Rows, document.Row{Cells: cells}) }
	row(cell(0, 1, "№"), cell(1, 1, "Захід"), cell(2, 1, "Джерела"), cell(3, 1, "План, тис. грн"), cell(4, 1, "Факт, тис. грн"), cell(5, 1, "Відхилення"), cell(6, 1, "Примітка"))
	for i := range 8 {
		a, b := fmt.Sprintf("%d0,5", i+1), fmt.Sprintf("%d5,7", i+2)
		row(cell(0, 4, strconv.Itoa(i+1)), cell(1, 4, "Ремонт будинку культури"), cell(2, 1, "Всього"), cell(3, 1, a), cell(4, 1, b), cell(5, 1, "-"+a), cell(6, 4, ""))
		for _, source := range []string{"Державний бюджет", "Обласний бюджет", "Місцевий бюджет"} {
			row(cell(2, 1, source), cell(3, 1, b), cell(4, 1, a), cell(5, 1, "-"+b))
		}
	}
	row(cell(0, 1, "9"), cell(1, 1, "Ремонт школи"), cell(2, 1, "Всього"), cell(3, 1, "1 399,7"), cell(4, 1, "705,4"), cell(5, 1, "-694,3"), cell(6, 1, "Розпочато роботи"))
	in.Blocks = append(in.Blocks, table)
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(shape(in), shape(out)); diff != "" {
		t.Errorf("a healthy table was changed (-want +got):\n%s", diff)
	}
}
