package recognise

import (
	"strings"
	"testing"
)

// Where the heading of a column says neither plan nor fact, the percentages of
// execution tell; words stand above them, and figures that fit twice tell nothing.
func TestRolesByExecution(t *testing.T) {
	for _, c := range []struct {
		heads string
		rows  [3]string
		want  string
	}{
		{"План, грн|Фчкгп, грн|% виконання", [3]string{"200|150|75,0", "400|100|25,0", "80|80|100"}, "planned actual"},
		{"Фчкгп, грн|План, грн|% виконання", [3]string{"150|200|75,0", "100|400|25,0", "80|80|100"}, "actual planned"},
		{"Сума договору, грн|Сума, грн|% виконання", [3]string{"200|150|75,0", "400|100|25,0", "80|80|100"}, "planned actual"},
		{"Пгщн|Факт, грн|% виконання", [3]string{"200|150|75,0", "400|100|25,0", "80|80|100"}, "planned actual"},
		{"План, грн|Факт, грн|% виконання", [3]string{"150|200|75,0", "100|400|25,0", "80|80|100"}, "planned actual"},
		{"План, грн|Сума, грн|% виконання", [3]string{"200|150|60,0", "400|100|20,0", "80|80|90"}, "planned other"},
		{"План, грн|Сума, грн|% виконання", [3]string{"200|200|100", "400|400|100", "80|80|100"}, "planned other"},
		{"План, грн|Сума, грн|Інше, грн|% виконання", [3]string{"200|150|150|75,0", "400|100|100|25,0", "80|80|80|100"}, "planned other other"},
	} {
		text := "Звіт про виконання Програми «Сад» за 2022 рік\n\n№\tЗахід\t" + strings.ReplaceAll(c.heads, "|", "\t")
		for i, row := range c.rows {
			text += "\n" + itoa(i+1) + "\tСаджанці\t" + strings.ReplaceAll(row, "|", "\t")
		}
		r := report(t, text+"\n")
		var got []string
		for _, a := range r.Amounts {
			if a.Row == r.Amounts[0].Row {
				got = append(got, string(a.Role))
			}
		}
		equal(t, c.heads, strings.Join(got, " "), c.want)
	}
}
