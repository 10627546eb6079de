package recognise

import "testing"

// A year named by the one reported is the year before it, or after; a part of a
// year is of the year reported. A report on several years leaves both open.
func TestReportedYear(t *testing.T) {
	for _, c := range []struct {
		title, heads, cells string
		want                []string
	}{
		{
			"за 2021 рік", "Факт минулого року, грн	План звітного року, грн	Факт звітного року, грн", "500	700	600",
			[]string{"actual 2020 500 (heading uah)", "planned 2021 700 (heading uah)", "actual 2021 600 (heading uah)"},
		},
		{
			"за 2021 рік", "План, грн	Факт, грн	План на наступний рік, грн", "700	600	800",
			[]string{"planned 2021 700 (heading uah)", "actual 2021 600 (heading uah)", "planned 2022 800 (heading uah)"},
		},
		{
			"за 2021 рік", "Передбачено програмою, грн	План, грн	Факт за попередній рік, грн", "900	700	600",
			[]string{"planned 900 (heading uah)", "planned 2021 700 (heading uah)", "actual 2020 600 (heading uah)"},
		},
		{
			"за 2020-2021 роки", "План, грн	Факт за попередній рік, грн", "700	600",
			[]string{"planned 700 (heading uah)", "actual 600 (heading uah)"},
		},
		{
			"за 2021 рік", "План, грн	Факт, грн", "700	600",
			[]string{"planned 700 (heading uah)", "actual 600 (heading uah)"},
		},
		{
			"за 9 місяців 2021 року", "План на 2021 рік, грн	Профінансовано за 9 місяців 2021 року, грн	Касові видатки, грн", "900	700	600",
			[]string{"planned 2021 900 (heading uah)", "other 2021 700 (heading uah)", "actual 2021 600 (heading uah)"},
		},
		{
			"за 2021 рік", "План на 2021 рік, грн	Виділено, грн	Використано у 2021 році, грн", "900	700	600",
			[]string{"planned 2021 900 (heading uah)", "other 2021 700 (heading uah)", "actual 2021 600 (heading uah)"},
		},
		{
			"за 2021 рік", "План за програмою, грн	План на 2021 рік, грн	Профінансовано у 2021 році, грн	Профінансовано з початку дії програми, грн", "900	700	600	800",
			[]string{"planned 900 (heading uah)", "planned 2021 700 (heading uah)", "actual 2021 600 (heading uah)", "actual 800 (heading uah)"},
		},
		{
			"за 2021 рік", "Кошторисна вартість, грн	План на 2021 рік, грн	Освоєно, грн	Залишок на 01.01.2022, грн", "900	700	600	100",
			[]string{"planned 900 (heading uah)", "planned 2021 700 (heading uah)", "actual 2021 600 (heading uah)", "deviation 2021 100 (heading uah)"},
		},
		{
			"за 2021 рік", "План (рішення від 22.12.2020 № 5), грн	Факт, грн", "700	600",
			[]string{"planned 700 (heading uah)", "actual 600 (heading uah)"},
		},
		{
			"за I квартал 2021 року", "План на 2021 рік, грн	План на I квартал, грн	Факт за I квартал, грн", "900	700	600",
			[]string{"planned 2021 900 (heading uah)", "planned 2021 700 (heading uah)", "actual 2021 600 (heading uah)"},
		},
		{
			"за I півріччя 2021 року", "План на рік, грн	План на I півріччя, грн	Факт, грн", "900	700	600",
			[]string{"planned 900 (heading uah)", "planned 700 (heading uah)", "actual 600 (heading uah)"},
		},
	} {
		t.Run(c.title+" "+c.heads, func(t *testing.T) {
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

	r := report(t, `
Звіт про виконання Програми «Липова тінь» за I півріччя 2021 року

№ з/п	Зміст заходу	План на рік, грн	План на I півріччя, грн	Факт за I півріччя 2021 року, грн	Факт за I півріччя попереднього року, грн	Стан виконання
1	Висадка лип	900	700	600	500	Посаджено липи
`)
	var periods []string
	for _, a := range r.Amounts {
		periods = append(periods, a.Period)
	}
	same(t, "periods", periods, "", "2021-01-01/2021-06-30", "2021-01-01/2021-06-30", "2020-01-01/2020-06-30")
}
