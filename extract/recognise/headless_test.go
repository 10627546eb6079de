package recognise

import (
	"strings"
	"testing"

	"zvit/extract/record"
)

// A column of money that lost its heading keeps its figures, in a role that nothing
// tells; percentages, counts, numbers of rows and empty columns are none.
func TestHeadlessMoney(t *testing.T) {
	for _, c := range []struct{ cells, want string }{
		{"1 900,0|500,5|18,0", "other 1 900,0 (neighbour thousand_uah)"},
		{"104,5|99,0|88,1", ""},
		{"400|300|200", ""},
		{"||", ""},
		{"так|ні|1 900,0", ""},
	} {
		cells := strings.Split(c.cells, "|")
		r := report(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№	Зміст заходу	План, тис. грн		Стан виконання
1	Висадка лип	2 000,0	`+cells[0]+`	Посаджено липи
2	Полив	600,0	`+cells[1]+`	Полито
3	Догляд	20,0	`+cells[2]+`	Доглянуто
`)
		got := amounts(r, r.Measures[0].ID)
		want := []string{"planned 2 000,0 (heading thousand_uah)"}
		if c.want != "" {
			want = append(want, c.want)
		}
		same(t, c.cells, got, want...)
		if moved := len(r.Findings) == 1 && r.Findings[0].Code == record.CellsMoved; moved != (c.want != "") {
			t.Errorf("%s: findings %+v", c.cells, r.Findings)
		}
	}
}
