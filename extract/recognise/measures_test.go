package recognise

import (
	"testing"

	"zvit/extract/record"
)

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
	equal(t, "programme", r.Programme, "Програма підтримки бджільництва")
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
	same(t, "amounts", amounts(r, r.Measures[1].ID), "planned local 70 000 (heading uah)", "actual local 70 000 (heading uah)")
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

// A task printed once goes for the rows below, under its own section only; where
// spans give tasks, a blank cell is blank.
func TestTaskPrintedOnce(t *testing.T) {
	tasks := func(text string) (list []string) {
		for _, m := range report(t, text).Measures {
			list = append(list, m.Number+" "+m.Task)
		}
		return list
	}
	same(t, "tasks", tasks(`
Звіт про виконання програми «Світлі вікна»

№	Завдання	Зміст заходів	Виконавці	План, грн	Факт, грн
Розділ 1. Світло					
1	Вікна	Скло	Відділ освіти	1	1
2		Рами	Відділ освіти	2	2
Розділ 2. Тепло					
3		Замки	Відділ освіти	3	3
4	Двері	Ручки	Відділ освіти	4	4
5		Петлі	Відділ освіти	4	4
`), "1 Вікна", "2 Вікна", "3 Розділ 2. Тепло", "4 Двері", "5 Двері")
	same(t, "tasks", tasks(`
Звіт про виконання програми «Світлі вікна»

№	Завдання	Зміст заходів	Виконавці	План, грн	Факт, грн
1	{r2}Вікна	Скло	Відділ освіти	1	1
2	Рами	Відділ освіти	2	2
3		Замки	Відділ освіти	3	3
`), "1 Вікна", "2 Вікна", "3 ")
	same(t, "one blank of many", tasks(`
Звіт про виконання програми «Світлі вікна»

№	Завдання	Зміст заходів	Виконавці	План, грн	Факт, грн
1	Вікна	Скло	Відділ освіти	1	1
2		Рами	Відділ освіти	2	2
3	Двері	Ручки	Відділ освіти	4	4
4	Дах	Шифер	Відділ освіти	4	4
5	Стіни	Фарба	Відділ освіти	4	4
6	Підлога	Дошки	Відділ освіти	4	4
`), "1 Вікна", "2 ", "3 Двері", "4 Дах", "5 Стіни", "6 Підлога")
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

// Words that there was no money are no figure; other words stay one that cannot be
// read.
func TestNoMoneyInWords(t *testing.T) {
	for cell, want := range map[string]int{"не передбачено": 1, "Кошти не виділялися": 1, "Поточний ремонт": 2, "в межах кошторису": 2, "»": 2} {
		r := report(t, "Звіт про виконання Програми «Сад» за 2022 рік\n\n№\tЗахід\tПлан, грн\tФакт, грн\n1\tСаджанці\t"+cell+"\t98,00\n2\tОгорожа\t41,00\t40,00\n")
		if got := len(amounts(r, r.Measures[0].ID)); got != want {
			t.Errorf("%q: %d amounts, want %d", cell, got, want)
		}
	}
}
