package recognise

import (
	"context"
	"testing"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

func TestAnnualReport(t *testing.T) {
	r := report(t, `
УКРАЇНА
ВЕРБОЛІЗЬКА СЕЛИЩНА РАДА
ЧЕРЕМСЬКОГО РАЙОНУ
Відділ культури та туризму
вул. Ставкова, 4, смт Верболоззя, 44001

№ 01-15/27 від 3 лютого 2022 року

Постійній комісії
з питань бюджету

ЗВІТ
про виконання Програми розвитку бібліотек «Книжковий берег» на 2020-2024 роки
за 2021 рік

Програму затверджено рішенням селищної ради від 24.12.2019 № 12-5/VII (зі змінами, внесеними рішенням від 18 лютого 2021 року № 4-1/VIII).
Відповідальний виконавець: відділ культури та туризму селищної ради.
У 2021 році на виконання Програми передбачено 540,0 тис. грн, використано 512,4 тис. грн.

№ п/п	Завдання	Зміст заходу	Виконавець	Затверджено на 2021 рік, тис. грн	Профінансовано у 2021 році, тис. грн	% виконання	Стан виконання заходу
1.1	Оновити фонди	Купівля книг	Відділ культури	300,0	298,4	99,5	Куплено 1 214 книг.
1.2	Оновити фонди	Передплата журналів	Відділ культури	40,0	14,0	35,0	Передплачено 12 журналів.
2.1	Полагодити будинок	Ремонт даху	Відділ культури	200,0	200,0	100	Дах полагоджено.
Всього				540,0	512,4	94,9	

Начальник відділу				Лідія ОСОКА
`)
	equal(t, "kind", string(r.Kind), string(record.ProgrammeAnnual))
	equal(t, "authority", r.Authority, "ВЕРБОЛІЗЬКА СЕЛИЩНА РАДА")
	equal(t, "issuer", r.Issuer, "Відділ культури та туризму")
	equal(t, "letter", r.LetterDate+" "+r.LetterNumber, "2022-02-03 01-15/27")
	equal(t, "addressee", r.Addressee, "Постійній комісії з питань бюджету")
	equal(t, "programme", r.Programme, "Книжковий берег")
	equal(t, "period", r.PeriodFrom+" "+r.PeriodTo, "2021 2021")
	equal(t, "responsible", r.Responsible, "відділ культури та туризму селищної ради")
	equal(t, "signer", r.Signer, "Лідія ОСОКА")
	equal(t, "post", r.SignerPosition, "Начальник відділу")
	var decisions []string
	for _, d := range r.Decisions {
		decisions = append(decisions, string(d.Role)+" "+d.DecidedOn+" "+d.Number)
	}
	same(t, "decisions", decisions, "approves 2019-12-24 12-5/VII", "amends 2021-02-18 4-1/VIII")
	if len(r.Measures) != 3 {
		t.Fatalf("%d measures", len(r.Measures))
	}
	m := r.Measures[1]
	equal(t, "number", m.Number, "1.2")
	equal(t, "task", m.Task, "Оновити фонди")
	equal(t, "measure", m.Measure, "Передплата журналів")
	equal(t, "information", m.Information, "Передплачено 12 журналів.")
	same(t, "amounts", amounts(r, m.ID), "planned 2021 40,0 (heading thousand_uah)", "actual 2021 14,0 (heading thousand_uah)")
	if len(r.Lines) != 1 || !r.Lines[0].IsTotal {
		t.Fatalf("lines %+v", r.Lines)
	}
	same(t, "total", amounts(r, r.Lines[0].ID), "planned 2021 540,0 (heading thousand_uah)", "actual 2021 512,4 (heading thousand_uah)")
	same(t, "declared", amounts(r, r.ID), "planned 540,0 (beside thousand_uah)", "actual 512,4 (beside thousand_uah)")
	if len(r.Ratios) != 4 {
		t.Errorf("%d ratios, want 4", len(r.Ratios))
	}
}

func TestIndicators(t *testing.T) {
	r := report(t, `
Звіт про виконання програми «Наш став»

№	Назва показника	Од. виміру	Планове значення показника	Фактичне значення показника	Причини невиконання
{c6}Показники витрат
1	Обсяг видатків	грн	12 500	12 400,50	-
{c6}показники продукту
1	Площа дна	га	3,5	3	Дощі
2	Середня ціна	грн/куб.м	120	118,40	
{c6}ЕФЕКТИВНОСТІ
1	Місце в огляді ставків		2	3 місце (за 2019 рік)	Сильні сусіди
`)
	if len(r.Indicators) != 4 {
		t.Fatalf("%d indicators", len(r.Indicators))
	}
	var got []string
	for _, m := range r.Indicators {
		got = append(got, string(m.Section)+"|"+m.Name+"|"+m.Unit+"|"+m.PlannedValue+"|"+m.ActualPrinted+"|"+m.ActualValue+"|"+m.Reason)
	}
	same(t, "indicators", got,
		"cost|Обсяг видатків|грн|12500|12 400,50|12400.50|",
		"product|Площа дна|га|3.5|3|3|Дощі",
		"product|Середня ціна|грн/куб.м|120|118,40|118.40|",
		"efficiency|Місце в огляді ставків||2|3 місце (за 2019 рік)|3|Сильні сусіди")
	same(t, "money", amounts(r, r.Indicators[0].ID), "planned 12 500 (unit_cell uah)", "actual 12 400,50 (unit_cell uah)")
	same(t, "tariff", amounts(r, r.Indicators[2].ID), "tariff 120 (unit_cell uah)", "tariff 118,40 (unit_cell uah)")
	same(t, "no money", amounts(r, r.Indicators[1].ID))
}

// A table that is no table of measures is not forced to be one, and is not lost.
// A sentence below the value is a remark on it; words of the value stay with it.
func TestRemarkOnActualValue(t *testing.T) {
	doc := docOf(`
Звіт про виконання програми «Наш став»

№	Назва показника	Од. виміру	Планове значення показника	Фактичне значення показника	Причини невиконання
1	Місце в огляді ставків	місце	2	3 місце	Сильні сусіди
2	Місце в огляді криниць	місце	2	3 місце	Сильні сусіди
`)
	table := doc.Blocks[1].(*document.Table)
	table.Rows[1].Cells[4].Parts[0].Text = "3 місце\nОгляд за 2021 рік ще не проведено."
	table.Rows[2].Cells[4].Parts[0].Text = "3 місце\n(за 2020 рік)"
	list, _, err := Recognise(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range list[0].Indicators {
		got = append(got, m.ActualPrinted+"|"+m.ActualValue+"|"+m.ActualNote)
	}
	same(t, "actual", got, "3 місце|3|Огляд за 2021 рік ще не проведено.", "3 місце (за 2020 рік)|3|")
}

func TestOddTable(t *testing.T) {
	r := report(t, `
Звіт про виконання програми «Наш став»

Порода риби	Вага, кг	Примітка
Карась	12	живий
Щука	3	сита
`)
	if len(r.Measures)+len(r.Indicators) != 0 {
		t.Errorf("%d measures, %d indicators", len(r.Measures), len(r.Indicators))
	}
	if len(r.Tables) != 1 || r.Tables[0].Form != "unknown" {
		t.Errorf("tables %+v", r.Tables)
	}
}

// A spreadsheet has title, unit and signature in rows of the table.
func TestTitleInTable(t *testing.T) {
	r := report(t, `
{c5}БУКІВСЬКА МІСЬКА РАДА
{c5}ЗВІТ
{c5}про виконання Програми «Світлі вікна» на 2020-2022 роки за 2021 рік
				тис.грн
№	Назва заходу	Виконавець	План на 2021 рік	Касові видатки
1	2	3	4	5
1	Заміна вікон	Відділ освіти	120,5	118,0
	УСЬОГО		120,5	118,0

{c3}Начальник відділу	{c2}О. Дуб
`)
	equal(t, "authority", r.Authority, "БУКІВСЬКА МІСЬКА РАДА")
	equal(t, "programme", r.Programme, "Світлі вікна")
	equal(t, "period", r.PeriodFrom+" "+r.PeriodTo, "2021 2021")
	equal(t, "signer", r.Signer+", "+r.SignerPosition, "О. Дуб, Начальник відділу")
	if len(r.Measures) != 1 || len(r.Lines) != 1 {
		t.Fatalf("%d measures, %d lines", len(r.Measures), len(r.Lines))
	}
	same(t, "amounts", amounts(r, r.Measures[0].ID), "planned 2021 120,5 (line_above thousand_uah)", "actual 2021 118,0 (line_above thousand_uah)")
}

func TestSignatureInTable(t *testing.T) {
	r := report(t, `
Звіт про виконання програми «Світлі вікна»

№	Назва заходу	Виконавець	План, грн	Факт, грн
1	Заміна вікон	Відділ освіти	120,5	118,0
	Начальник відділу			О. Дуб
`)
	equal(t, "signer", r.Signer+", "+r.SignerPosition, "О. Дуб, Начальник відділу")
	if len(r.Measures) != 1 {
		t.Errorf("%d measures", len(r.Measures))
	}
}

func TestIndicatorsUnderPlanAndFact(t *testing.T) {
	r := report(t, `
Звіт про виконання програми «Світлі вікна»

Завдання	Назва показника	Одиниця виміру	План	Факт	Відхилення
Вікна	Кількість вікон	од	12	11	-1
	Видатки	тис. грн	456,7	398,2	-58,5
`)
	if len(r.Indicators) != 2 {
		t.Fatalf("%d indicators", len(r.Indicators))
	}
	same(t, "no money", amounts(r, r.Indicators[0].ID))
	same(t, "money", amounts(r, r.Indicators[1].ID),
		"planned 456,7 (unit_cell thousand_uah)", "actual 398,2 (unit_cell thousand_uah)", "deviation -58,5 (unit_cell thousand_uah)")
}

// A spreadsheet has its tables one below the other.
func TestTablesInOneGrid(t *testing.T) {
	r := report(t, `
{c6}Звіт про виконання програми «Світлі вікна» за 2020 рік
№ з/п	Назва заходу	Виконавець	План, грн	Факт, грн	Стан виконання
1	Вікна	Відділ освіти	120	118	Замінено
	Всього		120	118	
{c6}Результати програми
№ з/п	Назва показника	Одиниця виміру	Планове значення	Фактичне значення	Причини невиконання
{c6}Показники продукту
1	Кількість вікон	од.	12	11	Брак скла
{c4}Начальник відділу	{c2}О. Дуб
`)
	if len(r.Measures) != 1 || len(r.Indicators) != 1 || len(r.Lines) != 1 || len(r.Tables) != 1 {
		t.Fatalf("%d measures, %d indicators, %d lines, %d tables", len(r.Measures), len(r.Indicators), len(r.Lines), len(r.Tables))
	}
	equal(t, "indicator", r.Indicators[0].Name+" "+r.Indicators[0].ActualPrinted, "Кількість вікон 11")
	equal(t, "signer", r.Signer+", "+r.SignerPosition, "О. Дуб, Начальник відділу")
}

func TestProgrammeWithoutReport(t *testing.T) {
	r := report(t, `
Додаток 2

Заходи Програми «Світлі вікна» на 2021-2023 роки

№	Назва заходу	Виконавець	Обсяг фінансування, тис. грн	Очікуваний результат
1	Вікна	Відділ освіти	120,5	Тепло у класах
`)
	equal(t, "kind", string(r.Kind), string(record.Programme))
	equal(t, "programme", r.Programme, "Світлі вікна")
	if len(r.Measures) != 1 {
		t.Errorf("%d measures", len(r.Measures))
	}
}

func TestTitles(t *testing.T) {
	for line, want := range map[string]bool{
		"ЗВІТ":                    true,
		"З В І Т":                 true,
		"Заключний звіт":          true,
		"Річний звіт за 2020 рік": true,
		"Звіт про виконання програми":                                      true,
		"Звіт про хід виконання":                                           true,
		"Звіт управління освіти про виконання Програми «Ясен» за 2020 рік": true,
		"Інформація про виконання заходів програми «Ясен»":                 true,
		"Стан виконання програми «Ясен» за 2020 рік":                       true,
		"про виконання міської програми «Ясен» за 2020 рік":                true,
		"Звіт про надходження та використання коштів загального фонду":     false,
		"Звіт про виконання паспорта бюджетної програми":                   false,
		"Звіт управління освіти розглянуто на засіданні комісії.":          false,
		"Інформація про виконання заходу або причини його невиконання":     false,
		"Про затвердження програми «Ясен» на 2021-2025 роки":               false,
		"Звітний період: 2020 рік":                                         false,
		"Інформуємо про виконання програми «Ясен»":                         false,
		"Оцінка ефективності виконання Програми":                           false,
	} {
		if got := (programmeReport{}).Opens(&phrase{Folded: wording.Fold(line)}); got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
}
