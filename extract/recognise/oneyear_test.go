package recognise

import "testing"

// In a report on one year plan and fact are both of the year; a plan of the whole
// programme is not.
func TestOneYear(t *testing.T) {
	for _, c := range []struct {
		title, heads, cells string
		want                []string
	}{
		{"за 2021 рік", "План на 2021 рік, грн	Факт, грн", "700	600", []string{"planned 2021 700 (heading uah)", "actual 2021 600 (heading uah)"}},
		{"за 2021 рік", "План, грн	Профінансовано у 2021 році, грн", "700	600", []string{"planned 2021 700 (heading uah)", "actual 2021 600 (heading uah)"}},
		{"за 2021 рік", "План, грн	Факт, грн", "700	600", []string{"planned 700 (heading uah)", "actual 600 (heading uah)"}},
		{"за 2020-2021 роки", "План, грн	Факт за 2021 рік, грн", "700	600", []string{"planned 700 (heading uah)", "actual 2021 600 (heading uah)"}},
		{
			"за 2021 рік", "Передбачено програмою, грн	План на 2021 рік, грн	Факт, грн", "900	700	600",
			[]string{"planned 900 (heading uah)", "planned 2021 700 (heading uah)", "actual 2021 600 (heading uah)"},
		},
	} {
		t.Run(c.heads, func(t *testing.T) {
			r := report(t, `
Звіт про виконання Програми «Липова тінь» `+c.title+`

№ з/п	Зміст заходу	`+c.heads+`	Стан виконання
1	Висадка лип	`+c.cells+`	Посаджено липи
`)
			if len(r.Measures) != 1 {
				t.Fatalf("%d measures, want 1", len(r.Measures))
			}
			same(t, "amounts", amounts(r, r.Measures[0].ID), c.want...)
		})
	}
}
