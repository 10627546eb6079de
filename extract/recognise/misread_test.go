package recognise

import (
	"testing"

	"zvit/extract/document"
)

// The row that numbers the columns is known where an OCR engine misread a cell
// of it, and only there.
func TestMisreadNumbersOfColumns(t *testing.T) {
	for _, c := range []struct {
		row        string
		confidence float64
		want       bool
	}{
		{"1\t2\t3\t4\t5\t6\t7\tll", 0.7, true},
		{"1\t2\tЗ\t4\t5\t6\t7\tп", 0.7, true},
		{"1\t2\tЗ\t4\t5\t6\t7\tп", 0, false},
		{"1\t2\tЗ\t4\tб\t6\t7\tп", 0.7, false},
		{"1\t2\t3\t4\t5\t6\t7\tусе", 0.7, false},
		{"1\t2\t3\t4\t6\t6\t7\tп", 0.7, true},
		{"5\t12\tа\tб\t3\t4\t1\t2", 0.7, false},
	} {
		doc := docOf(c.row + "\n1\tРемонт\tКП\t2020\t10,0\t9,0\t1\tзроблено\n")
		table := doc.Blocks[0].(*document.Table)
		for i := range table.Rows[0].Cells {
			table.Rows[0].Cells[i].Parts[0].Place.Confidence = c.confidence
		}
		if got := analyseAll(table, nil)[0].numbersColumns(0); got != c.want {
			t.Errorf("%q with %v: %v", c.row, c.confidence, got)
		}
	}
}
