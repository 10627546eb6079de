package recognise

import (
	"strings"
	"testing"
)

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

// A deviation or a percentage that stands again and names no scope is of the pair
// at its left; one that stands once is of the whole.
func TestScopesFromLeft(t *testing.T) {
	for heads, want := range map[string][]string{
		"2020 план|2020 факт|Відхилення|2021 план|2021 факт|Відхилення": {
			"planned 2020 90", "actual 2020 80", "deviation 2020 70", "planned 2021 60", "actual 2021 50", "deviation 2021 40",
		},
		"План|Факт|Відхилення|Спонсорські кошти (план)|Спонсорські кошти (факт)|Відхилення": {
			"planned 90", "actual 80", "deviation 70", "planned other 60", "actual other 50", "deviation other 40",
		},
		"2020 план|2020 факт|2021 план|2021 факт|Відхилення|Залишок коштів на рахунку": {
			"planned 2020 90", "actual 2020 80", "planned 2021 70", "actual 2021 60", "deviation 50", "deviation 40",
		},
	} {
		r := report(t, "Звіт про виконання Програми «Сад» за 2020-2021 роки\n\nгрн\n№\tЗахід\t"+strings.ReplaceAll(heads, "|", "\t")+
			"\n1\tСаджанці\t90\t80\t70\t60\t50\t40\n2\tОгорожа\t90\t80\t70\t60\t50\t40\n")
		for i := range want {
			want[i] += " (line_above uah)"
		}
		same(t, heads, amounts(r, r.Measures[0].ID), want...)
	}
}
