package rejoin_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

const sideBySide = `
	Галузь|Загальний фонд>3|Спеціальний фонд>3|Разом>3
	.|план|виконано|%|план|виконано|%|план|виконано|%
	Освіта|200,50|100,25|50,00|20,00|10,10|50,50|220,50|110,35|50,05
	Охорона здоров'я|90,00|45,00|50,00|10,00|0,00|0,00|100,00|45,00|45,00
	Культура|30,00|15,00|50,00|3,00|1,50|50,00|33,00|16,50|50,00
	Спорт|12,125|6,00|49,48|1,10|0,55|50,00|13,23|6,55|49,51`

// TestBlocksSideBySide gives a row that lost an empty cell its gap where the
// form's own sums show it, and only there.
func TestBlocksSideBySide(t *testing.T) {
	for name, c := range map[string]struct{ row, want string }{
		"a cell lost in the middle block": {"Преса|20,00|12,00|60,00|0,00|0,00|20,00|12,00|60,00", "Преса¦20,00¦12,00¦60,00¦0,00¦0,00¦¦20,00¦12,00¦60,00"},
		"a cell lost in the first block":  {"Зв'язок|20,00|12,00|4,00|3,00|75,00|24,00|15,00|62,50", "Зв'язок¦20,00¦12,00¦¦4,00¦3,00¦75,00¦24,00¦15,00¦62,50"},
		"an empty cell at the end":        {"Преса|20,00|12,00|60,00|4,00|3,00|75,00|24,00|15,00", "Преса¦20,00¦12,00¦60,00¦4,00¦3,00¦75,00¦24,00¦15,00"},
		"figures that add up nowhere":     {"Преса|20,00|12,00|60,00|1,00|7,00|28,00|13,00|60,00", "Преса¦20,00¦12,00¦60,00¦1,00¦7,00¦28,00¦13,00¦60,00"},
	} {
		t.Run(name, func(t *testing.T) {
			in := printed(sideBySide + "\n" + c.row)
			out, err := rejoin.Rejoin(context.Background(), in)
			if err != nil {
				t.Fatal(err)
			}
			sameInk(t, in, out)
			rows, before := tableRows(out, 2), tableRows(in, 2)
			last := len(rows) - 1
			if rows[last] != c.want {
				t.Errorf("row %s, want %s", rows[last], c.want)
			}
			if !reflect.DeepEqual(rows[:last], before[:last]) {
				t.Errorf("whole rows were touched:\n%s", strings.Join(rows, "\n"))
			}
			moved := false
			for _, r := range repairsOf(out) {
				moved = moved || r.Code == document.CellsShifted && r.Row == last+2 && r.Confidence >= 0.8
			}
			if moved != (rows[last] != before[last]) {
				t.Errorf("repairs %+v", repairsOf(out))
			}
		})
	}
}

// TestBlocksWithoutSums leaves a short row alone where the blocks of the whole
// rows are no parts of one another.
func TestBlocksWithoutSums(t *testing.T) {
	in := printed(strings.ReplaceAll(sideBySide, "220,50|110,35", "999,50|888,35") + `
		Транспорт|15,00|10,00|66,67|5,00|5,00|100,00|70,00|15,00|75,00
		Преса|20,00|12,00|60,00|0,00|0,00|20,00|12,00|60,00`)
	for i, row := range in.Blocks[0].(*document.Table).Rows {
		if i > 2 && i < 6 {
			row.Cells[7].Parts[0].Text = "7" + row.Cells[7].Parts[0].Text
			row.Cells[8].Parts[0].Text = "7" + row.Cells[8].Parts[0].Text
		}
	}
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := tableRows(out, 0), tableRows(in, 0); !reflect.DeepEqual(got, want) {
		t.Errorf("was touched:\n%s", strings.Join(got, "\n"))
	}
}
