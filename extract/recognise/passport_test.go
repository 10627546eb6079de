package recognise

import (
	"testing"

	"zvit/extract/record"
)

func TestBudgetPassport(t *testing.T) {
	r := report(t, `
ЗАТВЕРДЖЕНО
Наказ Міністерства фінансів України 26.08.2014 № 836

Паспорт
бюджетної програми місцевого бюджету на 2021 рік

1. (0200000) Верболізька селищна рада
(КПКВК МБ) (найменування головного розпорядника)
2. (0210000) Виконавчий комітет Верболізької селищної ради
3. (0217130) (0421) Здійснення заходів із землеустрою
4. Обсяг бюджетних призначень/бюджетних асигнувань –12570гривень , у тому числі загального фонду – 12000гривень та спеціального фонду – 570гривень .

9. Напрями використання бюджетних коштів

гривень
№ з/п	Напрями використання бюджетних коштів	Загальний фонд	Спеціальний фонд	Усього
1	2	3	4	5
1	Розмежування земель	12000	0	12000
2	Межові знаки	0	570	570
	Усього	12000	570	12570

11. Результативні показники бюджетної програми

№ з/п	Показники	Одиниця виміру	Джерело інформації	Загальний фонд	Спеціальний фонд	Усього
1	затрат
	Обсяг видатків	грн.	Рішення ради	12000	570	12570
2	продукту
	Кількість ділянок	од.	Звіт	12	3	15
3	ефективності
	Середні витрати на одну ділянку	грн.	Розрахунок	1000	190	838
4	якості
	Відсоток виконання	відс.	Розрахунок	100		100
`)
	equal(t, "kind", string(r.Kind), string(record.Passport))
	equal(t, "programme", r.Programme, "Здійснення заходів із землеустрою")
	equal(t, "authority", r.Authority, "Верболізька селищна рада")
	equal(t, "responsible", r.Responsible, "Виконавчий комітет Верболізької селищної ради")
	equal(t, "period", r.PeriodFrom+" "+r.PeriodTo, "2021 2021")
	same(t, "volume", amounts(r, r.ID), "planned 12570 (beside uah)", "planned general 12000 (beside uah)", "planned special 570 (beside uah)")
	var codes []string
	for _, c := range r.Codes {
		codes = append(codes, string(c.Kind)+" "+c.Code)
	}
	same(t, "codes", codes, "tpkvkmb 0200000", "tpkvkmb 0210000", "tpkvkmb 0217130", "kfkvk 0421")
	same(t, "directions", lines(r),
		"0  Розмежування земель: planned general 12000 (line_above uah); planned special 0 (line_above uah); planned 12000 (line_above uah)",
		"0  Межові знаки: planned general 0 (line_above uah); planned special 570 (line_above uah); planned 570 (line_above uah)",
		"0  Усього =: planned general 12000 (line_above uah); planned special 570 (line_above uah); planned 12570 (line_above uah)")
	if len(r.Indicators) != 4 {
		t.Fatalf("%d indicators %+v", len(r.Indicators), r.Indicators)
	}
	var got []string
	for _, m := range r.Indicators {
		got = append(got, string(m.Section)+"|"+m.Name+"|"+m.Unit+"|"+m.PlannedValue)
	}
	same(t, "indicators", got, "cost|Обсяг видатків|грн.|12570", "product|Кількість ділянок|од.|15",
		"efficiency|Середні витрати на одну ділянку|грн.|838", "quality|Відсоток виконання|відс.|100")
	same(t, "money", amounts(r, r.Indicators[0].ID), "planned general 12000 (unit_cell uah)", "planned special 570 (unit_cell uah)", "planned 12570 (unit_cell uah)")
	same(t, "no money", amounts(r, r.Indicators[1].ID))
}

func TestPassportReport(t *testing.T) {
	r := report(t, `
Звіт
про виконання паспорта бюджетної програми місцевого бюджету за 2020 рік

1. 0600000 Відділ освіти Верболізької селищної ради 32855961
(код Програмної класифікації видатків) (найменування головного розпорядника) (код за ЄДРПОУ)
2. 0610000 Відділ освіти Верболізької селищної ради 32855961
3. 0611010 1010 0910 Надання дошкільної освіти 2555900000
4. Цілі державної політики: доступна освіта

7. Видатки (надані кредити з бюджету) за бюджетною програмою

(тис. грн)
{r2}№ з/п	{r2}Напрями використання бюджетних коштів	{c3}Затверджено у паспорті бюджетної програми	{c3}Касові видатки (надані кредити з бюджету)	{c3}Відхилення
загальний фонд	спеціальний фонд	усього	загальний фонд	спеціальний фонд	усього	загальний фонд	спеціальний фонд	усього
1	2	3	4	5	6	7	8	9	10	11
1	Утримання садків	414,0	20,0	434,0	406,5	20,0	426,5	7,5	0	7,5
	Усього	414,0	20,0	434,0	406,5	20,0	426,5	7,5	0	7,5

9. Результативні показники бюджетної програми та аналіз їх виконання

{r2}№ з/п	{r2}Показники	{r2}Одиниця виміру	{r2}Джерело інформації	{c3}Затверджено у паспорті бюджетної програми	{c3}Фактичні результативні показники, досягнуті за рахунок касових видатків	{c3}Відхилення
загальний фонд	спеціальний фонд	усього	загальний фонд	спеціальний фонд	усього	загальний фонд	спеціальний фонд	усього
1	затрат
	кількість груп	од.	мережа	6		6	6		6			
	обсяг видатків	тис. грн	кошторис	414,0	20,0	434,0	406,5	20,0	426,5	-7,5		-7,5
{c13}Пояснення щодо причин розбіжностей: економія коштів
2	продукту
	кількість дітей	осіб	звіт	120		120	118		118	-2		-2
`)
	equal(t, "kind", string(r.Kind), string(record.PassportReport))
	equal(t, "programme", r.Programme, "Надання дошкільної освіти")
	equal(t, "period", r.PeriodFrom, "2020")
	same(t, "lines", amounts(r, r.Lines[0].ID),
		"planned general 414,0 (line_above thousand_uah)", "planned special 20,0 (line_above thousand_uah)", "planned 434,0 (line_above thousand_uah)",
		"actual general 406,5 (line_above thousand_uah)", "actual special 20,0 (line_above thousand_uah)", "actual 426,5 (line_above thousand_uah)",
		"deviation general 7,5 (line_above thousand_uah)", "deviation special 0 (line_above thousand_uah)", "deviation 7,5 (line_above thousand_uah)")
	if len(r.Indicators) != 3 {
		t.Fatalf("indicators %+v", r.Indicators)
	}
	var got []string
	for _, m := range r.Indicators {
		got = append(got, string(m.Section)+"|"+m.Name+"|"+m.PlannedValue+"|"+m.ActualValue+"|"+m.Reason)
	}
	same(t, "indicators", got,
		"cost|кількість груп|6|6|Пояснення щодо причин розбіжностей: економія коштів",
		"cost|обсяг видатків|434.0|426.5|Пояснення щодо причин розбіжностей: економія коштів",
		"product|кількість дітей|120|118|")
	if n := len(amounts(r, r.Indicators[1].ID)); n != 8 {
		t.Errorf("%d amounts of money: %q", n, amounts(r, r.Indicators[1].ID))
	}
	codes := map[string]bool{}
	for _, c := range r.Codes {
		codes[string(c.Kind)+" "+c.Code] = c.Valid
	}
	for _, want := range []string{"tpkvkmb 0611010", "kfkvk 0910", "edrpou 32855961", "budget 2555900000"} {
		if !codes[want] {
			t.Errorf("no valid %s in %v", want, codes)
		}
	}
}

// The head stands in rows of a table, and a table of figures alone has its
// caption for a name.
func TestPassportHeadAsTable(t *testing.T) {
	r := report(t, `
Звіт про виконання паспорта бюджетної програми місцевого бюджету за 2020 рік

1.	0200000	Виконком
2.	0210000	Виконком
3.	0213242	Інші заходи

5. Видатки за бюджетною програмою

гривень
{c3}Затверджено у паспорті бюджетної програми	{c3}Касові видатки (надані кредити)	{c3}Відхилення
загальний фонд	спеціальний фонд	усього	загальний фонд	спеціальний фонд	усього	загальний фонд	спеціальний фонд	усього
1	2	3	4	5	6	7	8	9
100000,00	0,00	100000,00	99500,50	0,00	99500,50	-499,50	0,00	-499,50
`)
	equal(t, "programme", r.Programme, "Інші заходи")
	equal(t, "form", r.Tables[0].Form+" "+r.Tables[1].Form, "passport_head passport_plan")
	if len(r.Lines) != 1 || len(r.Amounts) != 9 {
		t.Fatalf("lines %q", lines(r))
	}
	equal(t, "name", r.Lines[0].Name, "5. Видатки за бюджетною програмою")
}

// An export has English field names; money without a unit stays without one.
func TestFieldNames(t *testing.T) {
	r := report(t, `
MANAGER	KPKVK	KFKVK	TITLE	GENERAL_FUND	SPECIAL_FUND	SUM	YEAR
Верболізька селищна рада	210150	10116	Керівництво і управління	58 006.1	3 652.3	61658,4	2016
			Друга мета				
`)
	equal(t, "kind", string(r.Kind), string(record.Passport))
	equal(t, "programme", r.Programme, "Керівництво і управління")
	same(t, "lines", lines(r), "0 0210150 Керівництво і управління: planned 2016 general 58 006.1; planned 2016 special 3 652.3; planned 2016 61658,4")

	r = report(t, `
TITLE_PROGRAM	TITLE	GROUP	MEASUREMENT_UNIT	VALUE
Робота ради	Кількість листів	2	од.	112300
Робота ради	Витрати на одного	3	тис. грн.	302,7
`)
	if len(r.Indicators) != 2 {
		t.Fatalf("indicators %+v", r.Indicators)
	}
	equal(t, "section", string(r.Indicators[1].Section), "efficiency")
	same(t, "count", amounts(r, r.Indicators[0].ID))
	same(t, "money", amounts(r, r.Indicators[1].ID), "planned 302,7 (unit_cell thousand_uah)")
}

// A code whose check fails is kept and said, and is no money.
func TestInvalidCode(t *testing.T) {
	r := report(t, `
Отримувач	Код ЄДРПОУ	Сума, грн
КП «Став»	32855961	1200,00
КП «Гребля»	32855968	800,00
`)
	if len(r.Codes) != 2 || !r.Codes[0].Valid || r.Codes[1].Valid {
		t.Fatalf("codes %+v", r.Codes)
	}
	if len(r.Findings) != 1 || r.Findings[0].Code != record.CodeInvalid {
		t.Errorf("findings %+v", r.Findings)
	}
	if len(r.Amounts) != 2 {
		t.Errorf("amounts %+v", r.Amounts)
	}
}

// The volume of the programme is read where its words, figures and units stand in
// cells of their own; a row that only looks like it gives no amounts.
func TestPassportVolumeInCells(t *testing.T) {
	const head = "Паспорт\nбюджетної програми місцевого бюджету на 2021 рік\n\n"
	r := report(t, head+`
4. Обсяг бюджетних призначень/бюджетних асигнувань	12 570,00	гривень, у тому числі загального фонду	12 000,00	гривень та
спеціального фонду	570,00	гривень.		
5. Підстави для виконання	836	наказ		
Кошторис спеціального фонду	400,00	гривень		
`)
	want := []string{"report planned 12 570,00 ", "report planned 12 000,00 general", "report planned 570,00 special"}
	var got []string
	for _, a := range r.Amounts {
		got = append(got, string(a.Subject)+" "+string(a.Role)+" "+a.Printed+" "+string(a.Fund))
	}
	same(t, "volume", got, want...)
	if r = report(t, head+"\n4. Кількість ставків\t12\tштук, у тому числі нових\t3\tштуки\nразом\t15\tгривень\t\t\n"); len(r.Amounts) > 0 {
		t.Errorf("%d amounts, want none", len(r.Amounts))
	}
}
