package recognise

import "testing"

// A column without a word of plan or fact takes no role from one that has it.
func TestSurerRoles(t *testing.T) {
	for _, c := range []struct {
		plan, fact string
		want       []string
	}{
		{"Виділено коштів", "Фактично профінансовано", []string{"planned 700,00 (heading uah)", "actual 600,00 (heading uah)"}},
		{"Обсяг фінансування", "Видатки", []string{"planned 700,00 (heading uah)", "actual 600,00 (heading uah)"}},
		{"Передбачено", "Оплачено", []string{"planned 700,00 (heading uah)", "actual 600,00 (heading uah)"}},
		{"План", "Вартість робіт", []string{"planned 700,00 (heading uah)", "other 600,00 (heading uah)"}},
		{"Сума за програмою", "План на рік", []string{"approved 700,00 (heading uah)", "planned 600,00 (heading uah)"}},
		{"Профінансовано", "Касові видатки", []string{"other 700,00 (heading uah)", "actual 600,00 (heading uah)"}},
	} {
		t.Run(c.plan+" "+c.fact, func(t *testing.T) {
			r := report(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№ з/п	Зміст заходу	`+c.plan+", грн	"+c.fact+`, грн	Стан виконання
1	Висадка лип	700,00	600,00	Посаджено липи
2	Полив	50,00	50,00	Полито
`)
			if len(r.Measures) != 2 {
				t.Fatalf("%d measures, want 2", len(r.Measures))
			}
			same(t, "amounts", amounts(r, r.Measures[0].ID), c.want...)
		})
	}
}
