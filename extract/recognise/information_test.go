package recognise

import (
	"strings"
	"testing"
)

// What was done, or why not, is said under many headings; figures are none of it.
func TestInformation(t *testing.T) {
	for _, c := range []struct{ heading, cell, want string }{
		{"Хід виконання заходу", "Посаджено липи", "Посаджено липи"},
		{"Причини невиконання", "Не було коштів на саджанці", "Не було коштів на саджанці"},
		{"Результат", "Посаджено липи", "Посаджено липи"},
		{"Виконання", "Посаджено липи", "Посаджено липи"},
		{"Стан реалізації", "Посаджено липи", "Посаджено липи"},
		{"Що зроблено на місцях", "Посаджено молоді липи", "Посаджено молоді липи"},
		{"Очікуваний результат	Стан виконання", "Зелена вулиця	Посаджено липи", "Посаджено липи"},
		{"Очікуваний результат", "Зелена вулиця", "Зелена вулиця"},
		{"Стан виконання	Причини невиконання", "Посаджено липи	Клени не прийнялися", "Посаджено липи\nКлени не прийнялися"},
		{"Виконання", "виконано", "виконано"},
		{"Виконано", "так", "так"},
		{"Місце, кв.", "12", ""},
	} {
		t.Run(c.heading, func(t *testing.T) {
			r := report(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№ з/п	Зміст заходу	План, грн	Факт, грн	`+c.heading+`
1	Висадка лип	700,00	600,00	`+c.cell+`
2	Полив	50,00	50,00`+strings.Repeat("	", 1+strings.Count(c.heading, "\t"))+`
`)
			if len(r.Measures) != 2 {
				t.Fatalf("%d measures, want 2", len(r.Measures))
			}
			equal(t, "information", r.Measures[0].Information, c.want)
			same(t, "amounts", amounts(r, r.Measures[0].ID), "planned 700,00 (heading uah)", "actual 600,00 (heading uah)")
		})
	}
}

// Further rows of a measure may say more; their amounts stay amounts.
func TestInformationOfFurtherRows(t *testing.T) {
	r := report(t, `
Звіт про виконання Програми «Липова тінь» за 2020-2021 роки

№ з/п	Зміст заходу	Роки	План, грн	Факт, грн	Стан виконання
{r2}1	{r2}Висадка лип	2020	700,00	600,00	Посаджено липи на 600 грн
2021	50,00	50,00	Полито
`)
	if len(r.Measures) != 1 {
		t.Fatalf("%d measures, want 1", len(r.Measures))
	}
	equal(t, "information", r.Measures[0].Information, "Посаджено липи на 600 грн\nПолито")
	same(t, "amounts", amounts(r, r.Measures[0].ID), "planned 2020 700,00 (heading uah)", "actual 2020 600,00 (heading uah)",
		"planned 2021 50,00 (heading uah)", "actual 2021 50,00 (heading uah)")
}
