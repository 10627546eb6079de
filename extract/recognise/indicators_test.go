package recognise

import "testing"

// The planned value is that of the whole programme, wherever its column stands.
func TestWholeValueOfIndicator(t *testing.T) {
	for _, c := range []struct{ heads, cells, want string }{
		{"2021	2022	Усього", "10	20	30", "30"},
		{"Усього	2021	2022", "30	10	20", "30"},
		{"2021	2022", "10	20", "20"},
		{"2021	2022	Усього", "10	20	", "20"},
	} {
		r := report(t, `
Програма «Липова тінь» на 2021-2022 роки

№ з/п	Назва показника	Одиниця виміру	`+c.heads+`
	Показники продукту
1	Кількість лип	од.	`+c.cells+`
`)
		if len(r.Indicators) != 1 {
			t.Fatalf("%s: %d indicators, want 1", c.heads, len(r.Indicators))
		}
		equal(t, c.heads, r.Indicators[0].PlannedPrinted, c.want)
	}
}

// A remark in the cell of the actual figure is its note; reasons, remedies and
// remarks have columns and fields of their own.
func TestNotesOfIndicators(t *testing.T) {
	for _, c := range []struct{ cell, printed, value, note string }{
		{"38", "38", "38", ""},
		{"38 (не всі липи прийнялися)", "38", "38", "не всі липи прийнялися"},
		{"38; решту посадять навесні", "38", "38", "решту посадять навесні"},
		{"12 місце (за 2019 рік)", "12 місце (за 2019 рік)", "12", ""},
		{"2,8 тис. (осіб)", "2,8 тис. (осіб)", "2.8", ""},
		{"не досягнуто (немає саджанців)", "не досягнуто (немає саджанців)", "", ""},
	} {
		r := report(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№ з/п	Назва показника	Одиниця виміру	Планове значення показника	Фактичне значення показника	Причини відхилення	Що зроблено для виправлення ситуації	Примітка
1	Кількість лип	од.	40	`+c.cell+`	Посуха	Полив	За даними парку
`)
		if len(r.Indicators) != 1 {
			t.Fatalf("%s: %d indicators, want 1", c.cell, len(r.Indicators))
		}
		i := r.Indicators[0]
		equal(t, "printed", i.ActualPrinted, c.printed)
		equal(t, "value", i.ActualValue, c.value)
		equal(t, "note", i.ActualNote, or(c.note, "За даними парку"))
		equal(t, "reason and remedy", i.Reason+" | "+i.Remedy, "Посуха | Полив")
	}
}

// Tables of results have many headings; a table of deliveries with units is none.
func TestHeadingsOfIndicators(t *testing.T) {
	for _, heads := range []string{
		"Назва показника	Одиниця виміру	Планове значення	Фактичне значення	Причини",
		"Показник результативності	Одиниці виміру	Передбачено програмою	Фактично досягнуто	Причини невиконання",
		"Результативні показники	Один. виміру	План	Виконано	Примітки",
		"Показники ефективності виконання Програми	Одиниця	Очікуваний результат	Досягнутий результат	Пояснення",
		"Індикатор	Од. вим.	Цільове значення	Досягнуто	Стан",
		"	Одиниця виміру	Планове значення	Фактичне значення	Причини",
	} {
		t.Run(heads, func(t *testing.T) {
			r := report(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№	`+heads+`
	Показники продукту
1	Кількість посаджених лип	од.	40	38	
2	Площа поливу парку	га	7	6	
`)
			if len(r.Indicators) != 2 {
				t.Fatalf("%d indicators, want 2", len(r.Indicators))
			}
			i := r.Indicators[0]
			equal(t, "indicator", i.Name+" | "+i.Unit+" | "+i.PlannedValue+" | "+i.ActualValue, "Кількість посаджених лип | од. | 40 | 38")
			equal(t, "section", string(i.Section), "product")
			if len(r.Amounts) > 0 {
				t.Errorf("%d amounts, want none", len(r.Amounts))
			}
		})
	}
	r := report(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№	Найменування товару	Одиниця виміру	Кількість	Сума, грн
1	Саджанці лип	шт.	40	4 000,00
`)
	if len(r.Indicators) != 0 {
		t.Errorf("deliveries: %d indicators, want none", len(r.Indicators))
	}
}
