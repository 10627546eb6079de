package recognise

import "testing"

// Plan and fact in pieces stand beside the money that was spent on them.
func TestThingsAreNoMoney(t *testing.T) {
	r := report(t, `
ЗВІТ

про виконання Програми «Ясні вікна» на 2021-2022 роки

№ з/п	Захід	Одиниця виміру	Заплановано	Виконано	Використано коштів, тис. грн
1	Заміна вікон у школах	шт.	320	214	642,35
2	Ремонт дахів	кв. м	1450	1310	310,0
	Разом		1770	1524	952,35
`)
	for i, want := range []string{"actual 642,35 (heading thousand_uah)", "actual 310,0 (heading thousand_uah)"} {
		same(t, r.Measures[i].Measure, amounts(r, r.Measures[i].ID), want)
	}
	for _, a := range r.Amounts {
		if a.Printed == "1770" || a.Printed == "1524" {
			t.Errorf("pieces are money in a total: %+v", a)
		}
	}
}

// A unit of the quantity takes nothing from the columns of money, and a unit
// cell of money makes its row's plan and fact money.
func TestMoneyBesideThings(t *testing.T) {
	r := report(t, `
ЗВІТ

про виконання Програми «Ясні вікна» на 2021-2022 роки

тис. грн

№ з/п	Захід	Одиниця виміру	Кількість	План фінансування	Факт
1	Заміна вікон у школах	шт.	214	700,0	642,35
2	Ремонт дахів	тис. грн	12	320,0	310,0
`)
	same(t, "first", amounts(r, r.Measures[0].ID), "planned 700,0 (line_above thousand_uah)", "actual 642,35 (line_above thousand_uah)")
	same(t, "second", amounts(r, r.Measures[1].ID),
		"planned 320,0 (unit_cell thousand_uah)", "actual 310,0 (unit_cell thousand_uah)")
}

// "Кількість" among rows that name their unit counts, under a heading without one.
func TestRowsThatCount(t *testing.T) {
	r := report(t, `
Звіт про виконання Програми «Молода криниця» за 2022 рік

Найменування	План на 2022 рік	Факт за 2022 рік
Пільгові кредити, тис. грн	1400,0	1386,5
Кількість сімей	6	6
Кількість позик на суму, тис. грн	12,5	10,0
`)
	for _, a := range r.Amounts {
		if a.Printed == "6" {
			t.Errorf("families are money: %+v", a)
		}
	}
	if len(r.Amounts) != 4 {
		t.Errorf("%d amounts: %+v", len(r.Amounts), r.Amounts)
	}
}
