package recognise

import "testing"

// A fund named alone above a table is the fund of all its money; a fund that
// columns or rows name, or that a sentence only speaks of, is not.
func TestFundAbove(t *testing.T) {
	for _, c := range []struct{ above, table, want string }{
		{"Загальний фонд, тис. грн", "Захід\tПлан\tФакт\n1. Липи\t10,0\t9,0\n", "general"},
		{"(тис. грн)", "Захід\tПлан\tФакт\n1. Липи\t10,0\t9,0\n", ""},
		{"На липи з бюджету пішов загальний фонд міста, тис. грн", "Захід\tПлан\tФакт\n1. Липи\t10,0\t9,0\n", ""},
		{"Загальний фонд, тис. грн", "Захід\tПлан, загальний фонд\tПлан, спеціальний фонд\n1. Липи\t10,0\t9,0\n", "general"},
		{"Загальний фонд, тис. грн", "Захід\tПлан\tФакт\nСпеціальний фонд\t10,0\t9,0\n", ""},
	} {
		r := report(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

`+c.above+"\n\n"+c.table)
		if len(r.Amounts) < 2 {
			t.Fatalf("%s: %d amounts", c.above, len(r.Amounts))
		}
		if c.want == "" && r.Amounts[0].Fund == "general" || c.want != "" && string(r.Amounts[0].Fund) != c.want {
			t.Errorf("%s: fund %q, want %q", c.above, r.Amounts[0].Fund, c.want)
		}
	}
}
