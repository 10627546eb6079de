package recognise

import (
	"testing"

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

func TestYearsAsColumns(t *testing.T) {
	r := report(t, `
Підсумковий звіт про хід виконання Програми підтримки бджільництва на 2019-2021 роки

(тис. грн.)
{r3}№	{r3}Назва заходу	{c6}Обсяги фінансування	{r3}Результат виконання
{c3}заплановано	{c3}фактично профінансовано
2019	2020	2021	2019	2020	2021
1	Купівля вуликів	10,0	20,0	30,0	9,5	-	31,25	Куплено
2	Навчання пасічників	5	5	5	5	5	х	Проведено
	РАЗОМ:	15,0	25,0	35,0	14,5	5,0	31,25	
`)
	equal(t, "kind", string(r.Kind), string(record.ProgrammeFinal))
	equal(t, "programme", r.Programme, "підтримки бджільництва")
	equal(t, "period", r.PeriodFrom+" "+r.PeriodTo, "2019 2021")
	if len(r.Measures) != 2 || len(r.Lines) != 1 {
		t.Fatalf("%d measures, %d lines", len(r.Measures), len(r.Lines))
	}
	same(t, "amounts", amounts(r, r.Measures[0].ID),
		"planned 2019 10,0 (line_above thousand_uah)", "planned 2020 20,0 (line_above thousand_uah)", "planned 2021 30,0 (line_above thousand_uah)",
		"actual 2019 9,5 (line_above thousand_uah)", "actual 2021 31,25 (line_above thousand_uah)")
	if got := amounts(r, r.Lines[0].ID); len(got) != 6 {
		t.Errorf("total %q", got)
	}
}

func TestYearsAsColumnsFlattened(t *testing.T) {
	r := report(t, `
Звіт про виконання програми «Зелений двір»

№	Зміст заходу	Обсяг фінансування, грн			Фактично профінансовано, грн			Стан виконання
		2019	2020	2021	2019	2020	2021	
1	2	3	4	5	6	7	8	9
1	Висадка лип	1000	2000	3000	900,50	2000	0	Висаджено
`)
	if len(r.Measures) != 1 {
		t.Fatalf("%d measures", len(r.Measures))
	}
	same(t, "amounts", amounts(r, r.Measures[0].ID),
		"planned 2019 1000 (heading uah)", "planned 2020 2000 (heading uah)", "planned 2021 3000 (heading uah)",
		"actual 2019 900,50 (heading uah)", "actual 2020 2000 (heading uah)", "actual 2021 0 (heading uah)")
}

func TestFunds(t *testing.T) {
	r := report(t, `
Звіт про виконання міської програми "Тепла оселя" за 2020 рік

{r2}№ з/п	{r2}Перелік заходів	{r2}Виконавці	{c3}План, тис. грн	{c3}Касові видатки, грн
Загальний фонд	Спеціальний фонд	Разом	Загальний фонд	Спеціальний фонд	Разом
1.	Утеплення шкіл	Управління освіти	100,0	50,0	150,0	99 500,00	50 000,00	149 500,00
`)
	if len(r.Measures) != 1 {
		t.Fatalf("%d measures", len(r.Measures))
	}
	equal(t, "number", r.Measures[0].Number, "1")
	same(t, "amounts", amounts(r, r.Measures[0].ID),
		"planned general 100,0 (heading thousand_uah)", "planned special 50,0 (heading thousand_uah)", "planned 150,0 (heading thousand_uah)",
		"actual general 99 500,00 (heading uah)", "actual special 50 000,00 (heading uah)", "actual 149 500,00 (heading uah)")
}

func TestSourcesAsRows(t *testing.T) {
	r := report(t, `
Інформація про хід виконання Програми розвитку доріг на 2020-2022 роки за 2021 рік

№	Захід	Виконавець	Джерела фінансування	План, грн	Факт, грн
{r3}1	{r3}Ремонт вулиці Лугової	{r3}Управління доріг	Всього	300 000	250 000
обласний бюджет	200 000	200 000
міський бюджет	100 000	50 000
2	Освітлення	Управління доріг	міський бюджет	70 000	70 000
`)
	if len(r.Measures) != 2 {
		t.Fatalf("%d measures: %+v", len(r.Measures), r.Measures)
	}
	same(t, "amounts", amounts(r, r.Measures[0].ID),
		"planned 300 000 (heading uah)", "actual 250 000 (heading uah)",
		"planned oblast 200 000 (heading uah)", "actual oblast 200 000 (heading uah)",
		"planned local 100 000 (heading uah)", "actual local 50 000 (heading uah)")
	same(t, "amounts", amounts(r, r.Measures[1].ID), "planned 70 000 (heading uah)", "actual 70 000 (heading uah)")
}

func TestSectionsOfMeasures(t *testing.T) {
	r := report(t, `
Звіт про результати виконання програми «Наш став»

№ з/п	Зміст заходів	Виконавці	Орієнтовний обсяг фінансування, тис. грн	Фактично профінансовано, тис. грн	Інформація про виконання
{c6}Завдання 1. Очистити дно
1	Вивезення мулу	КП «Став»	12,5	12,5	Вивезено
{c6}Завдання 2. Зміцнити береги
1	Засипка щебенем	КП «Став»	7	0	Не виконано
`)
	if len(r.Measures) != 2 {
		t.Fatalf("%d measures", len(r.Measures))
	}
	equal(t, "task", r.Measures[0].Task, "Завдання 1. Очистити дно")
	equal(t, "task", r.Measures[1].Task, "Завдання 2. Зміцнити береги")
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
	same(t, "amounts", amounts(r, r.Measures[0].ID), "planned 2021 120,5 (line_above thousand_uah)", "actual 118,0 (line_above thousand_uah)")
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

func TestBareAndHeadedRows(t *testing.T) {
	r := report(t, `
Звіт про виконання програми «Світлі вікна»

№	Назва заходу	Виконавець	План, грн	Факт, грн	Стан виконання
1	Вікна шкіл				
1.1	Заміна вікон	Відділ освіти	120	118	Замінено
1.2	Проведення акцій				
1.3	Миття вікон	Відділ освіти	10	10	Вимито
2	Вікна лікарень				
2.1	Заміна вікон	Відділ здоров'я	5	0	Не замінено
`)
	var got []string
	for _, m := range r.Measures {
		got = append(got, m.Number+" "+m.Task+": "+m.Measure)
	}
	same(t, "measures", got,
		"1.1 Вікна шкіл: Заміна вікон", "1.2 Вікна шкіл: Проведення акцій", "1.3 Вікна шкіл: Миття вікон", "2.1 Вікна лікарень: Заміна вікон")
}

func TestYearsAsRows(t *testing.T) {
	r := report(t, `
Звіт про виконання програми «Світлі вікна» на 2020-2021 роки

№	Назва заходу	Виконавець	Рік	План, тис. грн	Факт, тис. грн
{r2}1	{r2}Заміна вікон	{r2}Відділ освіти	2020	120,5	118,0
2021	130,0	-
`)
	if len(r.Measures) != 1 {
		t.Fatalf("%d measures", len(r.Measures))
	}
	same(t, "amounts", amounts(r, r.Measures[0].ID),
		"planned 2020 120,5 (heading thousand_uah)", "actual 2020 118,0 (heading thousand_uah)", "planned 2021 130,0 (heading thousand_uah)")
}

func TestFiguresOfOneCell(t *testing.T) {
	r := report(t, `
Звіт про виконання програми «Світлі вікна»

№	Назва заходу	Виконавець	План, тис. грн	Факт, тис. грн	Стан виконання
1	Вікна	Відділ освіти	120,5 (100,0)	60,0+40,5= 100,5	Витрачено 98 500 грн на скло.
2	Двері	Відділ освіти	2 500 грн.	12O,0 5	-
3	Дахи	Відділ освіти	в межах кошторису	обласний бюджет – 10,0¶міський бюджет – 5,0	
`)
	if len(r.Measures) != 3 {
		t.Fatalf("%d measures", len(r.Measures))
	}
	same(t, "first", amounts(r, r.Measures[0].ID),
		"planned 120,5 (heading thousand_uah)", "other 100,0 (heading thousand_uah)",
		"other 60,0 (heading thousand_uah)", "other 40,5 (heading thousand_uah)", "actual 100,5 (heading thousand_uah)")
	same(t, "second", amounts(r, r.Measures[1].ID), "planned 2 500 (beside uah)", "actual 12O,0 5 (heading thousand_uah)")
	same(t, "third", amounts(r, r.Measures[2].ID),
		"planned в межах кошторису (heading thousand_uah)", "actual oblast 10,0 (heading thousand_uah)", "actual local 5,0 (heading thousand_uah)")
	prose := 0
	for _, a := range r.Amounts {
		if a.Subject == record.SubjectProse && a.Printed == "98 500" && a.Role == record.Actual {
			prose++
		}
	}
	if prose != 1 {
		t.Errorf("the amount of the cell's text stands %d times", prose)
	}
}

func TestOtherSourcesColumn(t *testing.T) {
	r := report(t, `
Звіт про виконання програми «Світлі вікна»

{r2}№	{r2}Назва заходу	{r2}Виконавець	{c3}Планові обсяги фінансування, тис. грн
усього	міський бюджет	інші джерела
1.1	Вікна	Відділ освіти	120,5	100,0	20,5
`)
	if len(r.Measures) != 1 {
		t.Fatalf("%d measures", len(r.Measures))
	}
	same(t, "amounts", amounts(r, r.Measures[0].ID),
		"planned 120,5 (heading thousand_uah)", "planned local 100,0 (heading thousand_uah)", "planned other 20,5 (heading thousand_uah)")
}

// Flat text loses the span of a task; numbers of one group keep it.
func TestTaskOfGroup(t *testing.T) {
	r := report(t, `
Звіт про виконання програми «Світлі вікна» рішенням Буківської міської ради

Завдання	№	Зміст заходів	Виконавці	План, грн	Факт, грн
1. Вікна	1.1	Скло	Відділ освіти	1	1
	1.2	Рами	Відділ освіти	2	2
2. Двері	2.1	Замки	Відділ освіти	3	3
	3.1	Ручки	Відділ освіти	4	4
`)
	equal(t, "authority", r.Authority, "Буківська міська рада")
	var got []string
	for _, m := range r.Measures {
		got = append(got, m.Number+" "+m.Task)
	}
	same(t, "tasks", got, "1.1 1. Вікна", "1.2 1. Вікна", "2.1 2. Двері", "3.1 ")
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

func TestFiguresBesideOthers(t *testing.T) {
	r := report(t, `
Звіт про виконання програми «Світлі вікна»

№	Назва заходу	Виконавець	Джерела	План, тис. грн	Факт, тис. грн
1	Вікна	Відділ освіти		2020 – 120,5; 2021 – 30,0	98,2 (81,5%)
2	Двері	Відділ освіти	всього¶обласний бюджет¶міський бюджет	30,0¶20,0¶10,0	15¶10¶5
`)
	if len(r.Measures) != 2 {
		t.Fatalf("%d measures", len(r.Measures))
	}
	same(t, "years and percent", amounts(r, r.Measures[0].ID),
		"planned 2020 120,5 (heading thousand_uah)", "planned 2021 30,0 (heading thousand_uah)", "actual 98,2 (heading thousand_uah)")
	same(t, "line by line", amounts(r, r.Measures[1].ID),
		"planned 30,0 (heading thousand_uah)", "planned oblast 20,0 (heading thousand_uah)", "planned local 10,0 (heading thousand_uah)",
		"actual 15 (heading thousand_uah)", "actual oblast 10 (heading thousand_uah)", "actual local 5 (heading thousand_uah)")
}

// Programmes one a row are no measures of one programme.
func TestRegisterIsNoMeasures(t *testing.T) {
	r := report(t, `
Звіт про виконання міських програм за 2020 рік

№	Назва програми	Відповідальний виконавець	Затверджено, тис. грн	Профінансовано, тис. грн	Примітки
1	Програма «Ясен»	Відділ лісу	10,0	9,0	
2	Програма «Клен»	Відділ лісу	20,0	19,0	
`)
	if len(r.Measures) != 0 {
		t.Errorf("%d measures", len(r.Measures))
	}
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
		if got := (programmeReport{}).Opens(wording.Fold(line)); got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
}
