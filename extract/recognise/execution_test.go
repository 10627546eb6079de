package recognise

import (
	"testing"

	"zvit/extract/record"
)

func TestBudgetExecution(t *testing.T) {
	r := report(t, `
ВЕРБОЛІЗЬКА СЕЛИЩНА РАДА

Інформація про виконання видаткової частини селищного бюджету за І півріччя 2021 року

грн
Код	Показник	Затверджений план на рік	План на рік з урахуванням змін	План за вказаний період з урахуванням змін	Касові видатки за вказаний період	Залишки асигнувань	% виконання
0100000	Селищна рада	3 000,00	3 300,00	1 650,00	1 500,00	150,00	90,9
0110150	Апарат ради	3 000,00	3 300,00	1 650,00	1 500,00	150,00	90,9
2111	Заробітна плата	2 000,00	2 200,00	1 100,00	1 000,00	100,00	90,9
2210	Предмети, матеріали	1 000,00	1 100,00	550,00	500,00	50,00	90,9
0600000	Відділ освіти	5 000,00	5 000,00	2 500,00	2 500,00		100
Усього	Усього	8 000,00	8 300,00	4 150,00	4 000,00	150,00	96,4
`)
	equal(t, "kind", string(r.Kind), string(record.BudgetExecution))
	equal(t, "authority", r.Authority, "ВЕРБОЛІЗЬКА СЕЛИЩНА РАДА")
	equal(t, "period", r.PeriodFrom+" "+r.PeriodTo, "2021-01-01 2021-06-30")
	if len(r.Lines) != 6 {
		t.Fatalf("lines %q", lines(r))
	}
	want := []string{"0 0100000", "1 0110150", "2 2111", "2 2210", "0 0600000", "0 "}
	for i, l := range r.Lines {
		equal(t, "level and code", itoa(l.Level)+" "+l.Code, want[i])
	}
	same(t, "amounts", amounts(r, r.Lines[2].ID), "approved 2 000,00 (line_above uah)", "planned 2 200,00 (line_above uah)",
		"planned 1 100,00 (line_above uah)", "actual 1 000,00 (line_above uah)", "deviation 100,00 (line_above uah)")
	if !r.Lines[5].IsTotal || len(r.Ratios) != 6 {
		t.Errorf("total %+v, %d ratios", r.Lines[5], len(r.Ratios))
	}
	kinds := map[record.CodeKind]int{}
	for _, c := range r.Codes {
		kinds[c.Kind]++
		if !c.Valid {
			t.Errorf("code %+v", c)
		}
	}
	if kinds[record.TPKVKMB] != 3 || kinds[record.KEKV] != 2 {
		t.Errorf("codes %+v", kinds)
	}
	for _, a := range r.Amounts {
		if a.Col < 2 {
			t.Errorf("a code is money: %+v", a)
		}
	}
}

// Blocks of funds side by side, three decimals of thousands.
func TestBlocksSideBySide(t *testing.T) {
	r := report(t, `
Таблиця 2. Структура видатків бюджету громади за 2020 рік

тис грн
{r2}Найменування показника	{c3}Загальний фонд	{c3}Спеціальний фонд	{c3}Разом
План	Виконано з початку року	% виконання	План	Виконано з початку року	% виконання	План	Виконано з початку року	% виконання
Освіта	1148,559	347,241	30,2	36,06	21,06	58,4	1184,619	368,301	31,1
Культура	12,983	7,665	59	0,00	0,00		12,983	7,665	59
`)
	equal(t, "kind", string(r.Kind), string(record.BudgetExecution))
	same(t, "amounts", amounts(r, r.Lines[0].ID),
		"planned general 1148,559 (line_above thousand_uah)", "actual general 347,241 (line_above thousand_uah)",
		"planned special 36,06 (line_above thousand_uah)", "actual special 21,06 (line_above thousand_uah)",
		"planned 1184,619 (line_above thousand_uah)", "actual 368,301 (line_above thousand_uah)")
}

// Plan and fact are rows under the head of a programme, money columns are
// funds; the numbers of the columns stand again within the table.
func TestPlanAndFactAsRows(t *testing.T) {
	r := report(t, `
Звіт про виконання бюджету за програмами за 9 місяців 2022 року

(грн)
Код програмної класифікації	Найменування	Загальний фонд	Спеціальний фонд	Разом
1	2	3	4	5
0611010	Дитячі садки	Х	Х	Х
	затверджено місцевою радою на звітний рік	1000,00	200,00	1200,00
	затверджено з урахуванням змін	1100,00	200,00	1300,00
	виконано за звітний період	900,50	100,00	1000,50
1	2	3	4	5
0611020	Школи	Х	Х	Х
	затверджено місцевою радою на звітний рік	5000,00	-	5000,00
	виконано за звітний період	4000,00	-	4000,00
Х	Усього:	Х	Х	Х
	затверджено місцевою радою на звітний рік	6000,00	200,00	6200,00
	затверджено з урахуванням змін	6100,00	200,00	6300,00
	виконано за звітний період	4900,50	100,00	5000,50
`)
	equal(t, "kind", string(r.Kind), string(record.BudgetExecution))
	if len(r.Lines) != 3 {
		t.Fatalf("lines %q", lines(r))
	}
	equal(t, "name", r.Lines[0].Name, "Дитячі садки")
	same(t, "amounts", amounts(r, r.Lines[0].ID),
		"approved general 1000,00 (line_above uah)", "approved special 200,00 (line_above uah)", "approved 1200,00 (line_above uah)",
		"planned general 1100,00 (line_above uah)", "planned special 200,00 (line_above uah)", "planned 1300,00 (line_above uah)",
		"actual general 900,50 (line_above uah)", "actual special 100,00 (line_above uah)", "actual 1000,50 (line_above uah)")
	same(t, "only an approved plan", amounts(r, r.Lines[1].ID),
		"planned general 5000,00 (line_above uah)", "planned 5000,00 (line_above uah)",
		"actual general 4000,00 (line_above uah)", "actual 4000,00 (line_above uah)")
	if !r.Lines[2].IsTotal || len(amounts(r, r.Lines[2].ID)) != 9 {
		t.Errorf("total %+v %q", r.Lines[2], amounts(r, r.Lines[2].ID))
	}
}

// The name spans the rows of plan and fact.
func TestPlanAndFactBesideName(t *testing.T) {
	r := report(t, `
{r2}Програма	{r2}Показник	{c2}2021 рік, тис. грн
загальний фонд	спеціальний фонд
{r2}Теплі вікна	план	10,0	2,0
факт	9,5	2,0
{r2}Рівні стежки	план	7,0	-
факт	7,0	-
`)
	same(t, "lines", lines(r),
		"0  Теплі вікна: planned 2021 general 10,0 (heading thousand_uah); planned 2021 special 2,0 (heading thousand_uah); actual 2021 general 9,5 (heading thousand_uah); actual 2021 special 2,0 (heading thousand_uah)",
		"0  Рівні стежки: planned 2021 general 7,0 (heading thousand_uah); actual 2021 general 7,0 (heading thousand_uah)")
}

// What only looks like plan and actual of a budget is not forced to be one.
func TestNotExecution(t *testing.T) {
	r := report(t, `
Надходження коштів до фонду ставків (тис.грн.)
Фонди	План	Надходження	Відсоток виконання
Верхній	321.0	479.8	149.5
Нижній	535.0	824.7	154.1
Всього	856.0	1304.5	152.4
`)
	equal(t, "kind", string(r.Kind), string(record.Unknown))
	same(t, "total", amounts(r, r.Lines[2].ID), "planned 856.0 (caption thousand_uah)", "actual 1304.5 (caption thousand_uah)")
}

// Income by its eight-digit codes; the year of one heading is that of all, and
// the funds below the total are its own amounts.
func TestIncome(t *testing.T) {
	r := report(t, `
Інформація про виконання дохідної частини бюджету Верболізької громади за 2021 рік

Код	Найменування доходів	Затверджено на 2021 рік	Уточнений план	Виконано	% виконання	Відхилення (+/-)
10000000	Податкові надходження	1 000 000	1 100 000	1 050 000	95,5	-50 000
11000000	Податки на доходи	800 000	900 000	850 000	94,4	-50 000
18000000	Місцеві податки	200 000	200 000	200 000	100	0
	Разом доходів	1 000 000	1 100 000	1 050 000	95,5	-50 000
	у тому числі: загальний фонд	900 000	1 000 000	950 000	95	-50 000
	спеціальний фонд	100 000	100 000	100 000	100	0
`)
	same(t, "lines", lines(r),
		"0 10000000 Податкові надходження: approved 2021 1 000 000; planned 2021 1 100 000; actual 2021 1 050 000; deviation 2021 -50 000",
		"1 11000000 Податки на доходи: approved 2021 800 000; planned 2021 900 000; actual 2021 850 000; deviation 2021 -50 000",
		"1 18000000 Місцеві податки: approved 2021 200 000; planned 2021 200 000; actual 2021 200 000; deviation 2021 0",
		"0  Разом доходів =: approved 2021 1 000 000; planned 2021 1 100 000; actual 2021 1 050 000; deviation 2021 -50 000; "+
			"approved 2021 general 900 000; planned 2021 general 1 000 000; actual 2021 general 950 000; deviation 2021 general -50 000; "+
			"approved 2021 special 100 000; planned 2021 special 100 000; actual 2021 special 100 000; deviation 2021 special 0")
	if len(r.Codes) != 0 {
		t.Errorf("codes of income have no kind here: %+v", r.Codes)
	}
}
