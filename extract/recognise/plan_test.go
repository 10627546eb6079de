package recognise

import (
	"testing"

	"zvit/extract/record"
)

func TestRegister(t *testing.T) {
	r := report(t, `
Перелік діючих програм громади

Назва програми	Номер та дата прийняття рішення	Зміни
Програма «Чисті ставки» на 2021-2025 роки	24.12.2020 № 3-6/VІІІ	Рішення № 20-11/VІІІ від 17.12.2021
Програма підтримки бджільництва	27-10/VIII від 18.11.2022	
Програма «Книжковий берег»	15.01.2021¶№ 4-6/VIII	Рішення від 22.10.2021 № 18-17/VIII¶Рішення від 18.11.2022 № 27-9/VIII
`)
	equal(t, "kind", string(r.Kind), string(record.Register))
	if len(r.Lines) != 3 || len(r.Amounts) != 0 {
		t.Fatalf("%d lines, %d amounts", len(r.Lines), len(r.Amounts))
	}
	equal(t, "name", r.Lines[1].Name, "Програма підтримки бджільництва")
	var got []string
	for _, d := range r.Decisions {
		got = append(got, string(d.Role)+" "+d.DecidedOn+" "+d.Number)
	}
	same(t, "decisions", got,
		"approves 2020-12-24 3-6/VІІІ", "amends 2021-12-17 20-11/VІІІ", "approves 2022-11-18 27-10/VIII",
		"approves 2021-01-15 4-6/VIII", "amends 2021-10-22 18-17/VIII", "amends 2022-11-18 27-9/VIII")
}

func TestRegisterWithMoney(t *testing.T) {
	r := report(t, `
Реєстр місцевих програм на 2022 рік

№	Назва програми	Реквізити рішення	Обсяг фінансування, тис. грн
1	Програма «Чисті ставки»	24.12.2020 № 3	120,5
2	Програма «Рівні стежки»	24.12.2020 № 4	80,0
	Всього		200,5
`)
	equal(t, "kind", string(r.Kind), string(record.Register))
	same(t, "lines", lines(r),
		"0  Програма «Чисті ставки»: planned 120,5 (heading thousand_uah)",
		"0  Програма «Рівні стежки»: planned 80,0 (heading thousand_uah)",
		"0  Всього =: planned 200,5 (heading thousand_uah)")
}

func TestProgrammePlan(t *testing.T) {
	r := report(t, `
Додаток 2
до рішення Верболізької селищної ради
VІІ. ЗАХОДИ ПРОГРАМИ РОЗВИТКУ РИБАЛЬСТВА НА 2024 – 2025 РОКИ

{r2}№ з/п	{r2}Перелік заходів Програми	{r2}Термін виконання	{r2}Виконавці	{r2}Джерела фінансування	{c2}Орієнтовані обсяги фінансування (вартість), тис. грн., у тому числі за роками:	{r2}Очікуваний результат
2024	2025
1	2	3	4	5	6	7	8
{r2}1	{r2}Купівля мальків	{r2}2024-2025	{r2}КП «Став»	Обласний бюджет	10,5	11,0	{r2}Більше риби
Місцевий бюджет	2,0	2,0
	Усього:			Обласний бюджет	10,5	11,0	
				Місцевий бюджет	2,0	2,0	
	Разом:				12,5	13,0	
`)
	equal(t, "kind", string(r.Kind), string(record.Programme))
	equal(t, "programme", r.Programme, "ПРОГРАМА РОЗВИТКУ РИБАЛЬСТВА")
	equal(t, "period", r.PeriodFrom+" "+r.PeriodTo, "2024 2025")
	if len(r.Measures) != 1 || len(r.Lines) != 2 {
		t.Fatalf("%d measures, lines %q", len(r.Measures), lines(r))
	}
	same(t, "measure", amounts(r, r.Measures[0].ID),
		"planned 2024 oblast 10,5 (heading thousand_uah)", "planned 2025 oblast 11,0 (heading thousand_uah)",
		"planned 2024 local 2,0 (heading thousand_uah)", "planned 2025 local 2,0 (heading thousand_uah)")
	same(t, "whole", amounts(r, r.Lines[1].ID), "planned 2024 12,5 (heading thousand_uah)", "planned 2025 13,0 (heading thousand_uah)")
}

func TestFinancingInOneCell(t *testing.T) {
	r := report(t, `
7. Орієнтовні обсяги та джерела фінансування Програми:

{r2}Джерела фінансування	{r2}Орієнтовний обсяг фінансування (тис. грн)	{c2}У тому числі за роками (тис. грн)
2021	2022
Обласний бюджет, місцевий бюджет та інші джерела	300,5 (у тому числі:¶із обласного бюджету – 200,0;¶із місцевого бюджету – 100,5)	150,5¶– 100,0;¶– 50,5	150,0¶– 100,0;¶– 50,0
Разом:	300,5	150,5	150,0
`)
	equal(t, "kind", string(r.Kind), string(record.Programme))
	equal(t, "form", r.Tables[0].Form, "financing")
	equal(t, "period", r.PeriodFrom+" "+r.PeriodTo, "2021 2022")
	same(t, "amounts", amounts(r, r.Lines[0].ID),
		"planned 300,5 (heading thousand_uah)", "planned oblast 200,0 (heading thousand_uah)", "planned local 100,5 (heading thousand_uah)",
		"planned 2021 150,5 (heading thousand_uah)", "planned 2021 oblast 100,0 (heading thousand_uah)", "planned 2021 local 50,5 (heading thousand_uah)",
		"planned 2022 150,0 (heading thousand_uah)", "planned 2022 oblast 100,0 (heading thousand_uah)", "planned 2022 local 50,0 (heading thousand_uah)")
}

// A change to a programme: the headings of number and measure were lost, and the
// programme is named in a sentence.
func TestAmendment(t *testing.T) {
	r := report(t, `
1. Внести зміни до Програми утримання стежок на 2021 рік, затвердженої рішенням сесії Верболізької селищної ради від 20 грудня 2020 року № 7, а саме: викласти заходи у новій редакції.

		Сума коштів, тис.грн.	Джерела фінансування	Виконавець
{c5}Благоустрій стежок
1.1.	Підсипка стежок щебенем	163,6	Міський бюджет	КП «Стежка»
1.3.	Фарбування лавок	32,890	Міський бюджет	КП «Стежка»
	Всього на виконання заходів	196,49		

Селищний голова	Петро ЯВІР
`)
	equal(t, "kind", string(r.Kind), string(record.Programme))
	equal(t, "programme", r.Programme, "Програма утримання стежок")
	equal(t, "period", r.PeriodFrom+" "+r.PeriodTo, "2021 2021")
	if len(r.Measures) != 2 {
		t.Fatalf("measures %+v", r.Measures)
	}
	equal(t, "number", r.Measures[1].Number, "1.3")
	equal(t, "measure", r.Measures[1].Measure, "Фарбування лавок")
	same(t, "amounts", amounts(r, r.Measures[1].ID), "planned local 32,890 (heading thousand_uah)")
}

func TestProgrammePassport(t *testing.T) {
	r := report(t, `
ПАСПОРТ
Програми розвитку рибальства на 2021-2022 роки

1.	Розробник Програми	Відділ ставків
2.	Термін реалізації Програми	2021-2022 роки
3.	Загальний обсяг фінансових ресурсів, необхідних для реалізації Програми, всього, тис. грн, у тому числі:	300,5
3.1.	коштів обласного бюджету	200,0
3.2.	коштів місцевого бюджету	100,5
4.	Кількість ставків	12
`)
	equal(t, "kind", string(r.Kind), string(record.Programme))
	same(t, "volume", amounts(r, r.ID), "planned 300,5 (row_label thousand_uah)", "planned oblast 200,0 (line_above thousand_uah)", "planned local 100,5 (line_above thousand_uah)")
}

// A report on a programme stays one: what was done stands beside the plan.
func TestReportIsNoPlan(t *testing.T) {
	r := report(t, `
Звіт про виконання Програми розвитку рибальства на 2021-2022 роки

№	Зміст заходу	План, тис. грн	Фактично профінансовано, тис. грн	Стан виконання
1	Купівля мальків	10,0	9,5	Куплено
`)
	equal(t, "kind", string(r.Kind), string(record.ProgrammeFinal))
	if len(r.Measures) != 1 {
		t.Errorf("measures %+v", r.Measures)
	}
}

// A list of programmes in lines of text is a register too.
func TestRegisterInLines(t *testing.T) {
	r := report(t, `
Перелік діючих програм громади

1. Програма «Чисті ставки» на 2021-2025 роки, рішення від 24.12.2020 № 3-6
2. Програма підтримки бджільництва, рішення від 24.12.2020 № 3-7
3. Програма «Книжковий берег», рішення від 15.01.2021 № 4-6
`)
	equal(t, "kind", string(r.Kind), string(record.Register))
	if len(r.Decisions) != 3 {
		t.Errorf("decisions %+v", r.Decisions)
	}
}

// Costs by programme with codes and decisions: lines with levels, each programme
// by its name.
func TestRegisterByCode(t *testing.T) {
	r := report(t, `
Розподіл витрат місцевого бюджету на реалізацію місцевих програм у 2021 році
(грн)
{r2}Код Програмної класифікації видатків	{r2}Код Типової програмної класифікації	{r2}Код Функціональної класифікації	{r2}Найменування головного розпорядника	{r2}Найменування місцевої програми	{r2}Дата та номер документа, яким затверджено програму	{r2}Усього	{r2}Загальний фонд	{c2}Спеціальний фонд
усього	у тому числі бюджет розвитку
1	2	3	4	5	6	7	8	9	10
0200000			Виконавчий комітет			150000	100000	50000	50000
0217130	7130	0421	Землеустрій	Програма землеустрою	24.12.2020 № 5	150000	100000	50000	50000
0600000			Відділ освіти			70000	70000		
0611010	1010	0910	Садки	Програма «Теплі вікна»	24.12.2020 № 6	70000	70000		
Х	Х	Х	УСЬОГО	Х	Х	220000	170000	50000	50000
`)
	equal(t, "kind", string(r.Kind), string(record.Register))
	same(t, "lines", lines(r),
		"0 0200000 Виконавчий комітет: planned 150000 (line_above uah); planned general 100000 (line_above uah); planned special 50000 (line_above uah); planned development 50000 (line_above uah)",
		"1 0217130 Програма землеустрою: planned 150000 (line_above uah); planned general 100000 (line_above uah); planned special 50000 (line_above uah); planned development 50000 (line_above uah)",
		"0 0600000 Відділ освіти: planned 70000 (line_above uah); planned general 70000 (line_above uah)",
		"1 0611010 Програма «Теплі вікна»: planned 70000 (line_above uah); planned general 70000 (line_above uah)",
		"0  УСЬОГО =: planned 220000 (line_above uah); planned general 170000 (line_above uah); planned special 50000 (line_above uah); planned development 50000 (line_above uah)")
	if len(r.Decisions) != 2 {
		t.Errorf("decisions %+v", r.Decisions)
	}
}

// The numbered labels of a passport are no headings, whatever words they have.
func TestNumberedPassport(t *testing.T) {
	r := report(t, `
ПАСПОРТ

Програми «Липова тінь» на 2021-2023 роки

1.	Ініціатор розроблення Програми	Сектор озеленення
2.	Відповідальний виконавець Програми	Відділ садів і парків
3.	Перелік бюджетів, які беруть участь у виконанні Програми	Районний бюджет, бюджети територіальних громад
4.	Загальний обсяг фінансових ресурсів, необхідних для реалізації Програми, всього, тис. грн, у тому числі:	1 875,0
4.1.	коштів районного бюджету	1 250,0
4.2.	коштів інших джерел	625,0
`)
	equal(t, "responsible", r.Responsible, "Відділ садів і парків")
	equal(t, "period", r.PeriodFrom+" "+r.PeriodTo, "2021 2023")
	same(t, "declared", amounts(r, r.ID),
		"planned 1 875,0 (row_label thousand_uah)", "planned local 1 250,0 (line_above thousand_uah)", "planned other 625,0 (line_above thousand_uah)")
}
