package recognise

import (
	"fmt"
	"strings"
	"testing"

	"zvit/extract/record"
)

// lines prints the lines of a report: level, code, name, marks of a total and of
// a part, and its amounts as amounts does.
func lines(r *record.Report) []string {
	var list []string
	for _, l := range r.Lines {
		s := fmt.Sprintf("%d %s %s", l.Level, l.Code, l.Name)
		if l.IsTotal {
			s += " ="
		}
		if l.PartOf != "" {
			s += " <"
		}
		list = append(list, strings.TrimSpace(s)+": "+strings.Join(amounts(r, l.ID), "; "))
	}
	return list
}

func TestUnknownTable(t *testing.T) {
	r := report(t, `
Кошти ставкового господарства (тис. грн.)

Стаття	2020 рік (факт)	2021 рік (план)	Вага риби, кг
Корм	12,5	14,0	300
Вапно	-	1,25	
Усього	12,5	15,25	300
`)
	equal(t, "kind", string(r.Kind), string(record.Unknown))
	equal(t, "title", r.Title, "Кошти ставкового господарства (тис. грн.)")
	equal(t, "form", r.Tables[0].Form, "lines")
	same(t, "lines", lines(r),
		"0  Корм: actual 2020 12,5 (caption thousand_uah); planned 2021 14,0 (caption thousand_uah)",
		"0  Вапно: planned 2021 1,25 (caption thousand_uah)",
		"0  Усього =: actual 2020 12,5 (caption thousand_uah); planned 2021 15,25 (caption thousand_uah)")
}

// What was financed and what was spent of it are one hryvnia on its way: only one
// of them is the actual. Alone, or for another year, what was financed is actual.
func TestFinancedBesideSpent(t *testing.T) {
	for name, c := range map[string]struct{ headings, row, want string }{
		"both": {
			"Код\tНазва\tПлан на рік, грн\tВсього профінансовано, грн\tКасові видатки, грн", "2111\tКорм\t50,00\t40,00\t39,50",
			"planned 50,00 (heading uah); other 40,00 (heading uah); actual 39,50 (heading uah)",
		},
		"financed alone": {
			"Код\tНазва\tПлан на рік, грн\tВсього профінансовано, грн", "2111\tКорм\t50,00\t40,00",
			"planned 50,00 (heading uah); actual 40,00 (heading uah)",
		},
		"two years": {
			"Код\tНазва\tПрофінансовано за 2020 рік, грн\tКасові видатки за 2021 рік, грн", "2111\tКорм\t40,00\t39,50",
			"actual 2020 40,00 (heading uah); actual 2021 39,50 (heading uah)",
		},
	} {
		r := report(t, "Виконання бюджету за програмами\n\n"+c.headings+"\n"+c.row+"\n"+strings.Replace(c.row, "Корм", "Вапно", 1))
		if len(r.Lines) == 0 {
			t.Errorf("%s: no lines", name)
			continue
		}
		equal(t, name, strings.Join(amounts(r, r.Lines[0].ID), "; "), c.want)
	}
}

// A table of counts, scores and lengths has no money, whatever stands around it.
func TestNoMoney(t *testing.T) {
	for _, text := range []string{`
Довжина стежок

№ з/п	Назва стежки	Протяжність, км	Кількість лавок	Разом
1	Лугова	3,20	12	12
2	Лісова	11,75	4	4
Всього		14,95	16	16
`, `
Показник	Великі	Малі	Разом
Кількість ставків	3	12	15
Питома вага, відсотків	20 %	80 %	100,0
`, `
Вид	Сума витрат, гривень
Перший спосіб	відсутні
Другий спосіб	не визначено
`} {
		r := report(t, text)
		if len(r.Amounts) != 0 {
			t.Errorf("%s\ngives amounts: %+v", text, r.Amounts)
		}
		if len(r.Tables) != 1 || r.Tables[0].Form != "unknown" {
			t.Errorf("%s\nform %+v", text, r.Tables)
		}
	}
}

// The column without a unit takes its neighbours', as such.
func TestNeighbourUnit(t *testing.T) {
	r := report(t, `
Доходи	2020 рік (факт), тис.грн.	2021 рік (очікувані), тис.грн.	2022 рік (очікувані)
Збір за вудіння	10,5	11,0	12,5
Оренда човнів	2,0	2,5	3,0
`)
	same(t, "lines", lines(r),
		"0  Збір за вудіння: actual 2020 10,5 (heading thousand_uah); planned 2021 11,0 (heading thousand_uah); planned 2022 12,5 (neighbour thousand_uah)",
		"0  Оренда човнів: actual 2020 2,0 (heading thousand_uah); planned 2021 2,5 (heading thousand_uah); planned 2022 3,0 (neighbour thousand_uah)")
}

func TestYearsSpanningPairs(t *testing.T) {
	r := report(t, `
{r2}Роки	{c2}Використання бюджетних коштів загального фонду	{c2}Отримано дарунків
сума	Предмет закупки	сума	Найменування товару
{r2}2019	1200,50	Корм	300	Човен
800,00	Сітки		
2020			150	Весла
Усього	2000,50		450	
{r2}2021 (на 01.10.2021)	99,00	Вапно		
1,00	Цвяхи		
Усього	100,00			
`)
	same(t, "lines", lines(r),
		"0  Корм: actual 2019 general 1200,50; actual 2019 300",
		"0  Сітки: actual 2019 general 800,00",
		"0  Весла: actual 2020 150",
		"0  Усього =: actual 2019 general 2000,50; actual 450",
		"0  Вапно: actual 2021 general 99,00",
		"0  Цвяхи: actual 2021 general 1,00",
		"0  Усього =: actual 2021 general 100,00")
	var labels []string
	for _, a := range r.Amounts {
		labels = append(labels, a.Label)
	}
	same(t, "labels", labels, "Корм", "Човен", "Сітки", "Весла", "", "", "Вапно", "Цвяхи", "")
}

func TestUnitEndsRowLabel(t *testing.T) {
	r := report(t, `
Вид діяльності	{c3}2019	{c3}2020
	план	факт	%	план	факт	%
Будівництво гребель, тис.грн.	35,1	31,4	89	80,6	54,5	68
`)
	same(t, "lines", lines(r),
		"0  Будівництво гребель, тис.грн.: planned 2019 35,1 (row_label thousand_uah); actual 2019 31,4 (row_label thousand_uah); planned 2020 80,6 (row_label thousand_uah); actual 2020 54,5 (row_label thousand_uah)")
	if len(r.Ratios) != 2 || r.Ratios[0].Year != 2019 {
		t.Errorf("ratios %+v", r.Ratios)
	}
}

func TestPartsAndSections(t *testing.T) {
	r := report(t, `
Надходження громади, грн

Назва	Сума, грн
{c2}Податки
Податок на ставки	500
Збір за вудіння, всього, у тому числі:	300
- з місцевих	100
- з гостей	200
Плата за човни	40
Разом	840
з них на корм	90
`)
	same(t, "lines", lines(r),
		"0  Податки: ",
		"1  Податок на ставки: planned 500 (heading uah)",
		"1  Збір за вудіння, всього, у тому числі:: planned 300 (heading uah)",
		"2  - з місцевих <: planned 100 (heading uah)",
		"2  - з гостей <: planned 200 (heading uah)",
		"1  Плата за човни: planned 40 (heading uah)",
		"0  Разом =: planned 840 (heading uah)",
		"1  з них на корм <: planned 90 (heading uah)")
}

func TestLevelsByNumber(t *testing.T) {
	r := report(t, `
№	Назва	Сума, тис. грн
1	Культура	30,0
1.1	Театр	10,0
1.2	Музей	20,0
2	Освіта	5,5
Усього		35,5
`)
	same(t, "lines", lines(r),
		"0  Культура: planned 30,0 (heading thousand_uah)", "1  Театр: planned 10,0 (heading thousand_uah)", "1  Музей: planned 20,0 (heading thousand_uah)",
		"0  Освіта: planned 5,5 (heading thousand_uah)", "0  Усього =: planned 35,5 (heading thousand_uah)")
}

// A cell with a sum written out gives the total and its parts.
func TestSumInCell(t *testing.T) {
	r := report(t, `
Назва	Вартість
Сітки	2394,00+417,00= 2811,00грн.
Човен	49 тис.грн.
`)
	var got []string
	for _, a := range r.Amounts {
		got = append(got, string(a.Role)+" "+a.Printed)
	}
	same(t, "amounts", got, "other 2394,00", "other 417,00", "planned 2811,00", "planned 49")
}

func TestLostHeadings(t *testing.T) {
	r := report(t, `
Назва Заплановано на рік
тис. грн.
Виконано
тис. грн.
% виконання
1	Ставки	28 719,5	10 914,0	38,00	28719468.00	10914002.01	38
2	Греблі	34 274,2	14 473,0	42,23	34274195.00	14473005.63	42.23
	Всього	62 993,7	25 387,0	40,3			
`)
	same(t, "lines", lines(r),
		"0  Ставки: planned 28 719,5 (heading thousand_uah); actual 10 914,0 (heading thousand_uah); planned 28719468.00; actual 10914002.01",
		"0  Греблі: planned 34 274,2 (heading thousand_uah); actual 14 473,0 (heading thousand_uah); planned 34274195.00; actual 14473005.63",
		"0  Всього =: planned 62 993,7 (heading thousand_uah); actual 25 387,0 (heading thousand_uah)")
}

// Rows that split a total by source are amounts of its line, as columns are.
func TestSourcesSplitTotal(t *testing.T) {
	r := report(t, `
Ресурсне забезпечення Програми, тис. грн

Джерела фінансування	2021 рік	2022 рік
Державний бюджет	100,0	50,0
Обласний бюджет	20,0	10,0
Місцевий бюджет	5,0	5,0
Усього	125,0	65,0
`)
	if len(r.Lines) != 1 {
		t.Fatalf("lines %q", lines(r))
	}
	same(t, "amounts", amounts(r, r.Lines[0].ID),
		"planned 2021 125,0 (caption thousand_uah)", "planned 2022 65,0 (caption thousand_uah)",
		"planned 2021 state 100,0 (caption thousand_uah)", "planned 2022 state 50,0 (caption thousand_uah)",
		"planned 2021 oblast 20,0 (caption thousand_uah)", "planned 2022 oblast 10,0 (caption thousand_uah)",
		"planned 2021 local 5,0 (caption thousand_uah)", "planned 2022 local 5,0 (caption thousand_uah)")
}

// An amount that an approval says again in words takes its unit from them.
func TestSumInWords(t *testing.T) {
	r := report(t, `
КОШТОРИС
на 2021 рік
Затверджений у сумі 36 000,00
Тридцять шість тисяч
гривень, 00 копійок
Начальник відділу
`)
	if len(r.Amounts) != 1 {
		t.Fatalf("amounts %+v", r.Amounts)
	}
	a := r.Amounts[0]
	equal(t, "printed", a.Printed, "36 000,00")
	equal(t, "unit", string(r.Mentions[a.Mentions[0]].Unit), "uah")
	equal(t, "words", a.Words, "Тридцять шість тисяч гривень, 00 копійок")
}

// What was spent is actual where the title says so; a plan stays a plan.
func TestSpent(t *testing.T) {
	r := report(t, `
Звіт про витрачання коштів резервного фонду за 2021 рік

Дата	Призначення	Сума
12.03.2021	Закупівля піску	12 500,00
15.04.2021	Ремонт труб	7 800,50
Разом		20 300,50
`)
	same(t, "lines", lines(r), "0  Закупівля піску: actual 12 500,00", "0  Ремонт труб: actual 7 800,50", "0  Разом =: actual 20 300,50")

	r = report(t, `
План використання коштів резервного фонду на 2021 рік

Призначення	Сума, грн
Закупівля піску	12 500,00
Ремонт труб	7 800,50
`)
	same(t, "lines", lines(r), "0  Закупівля піску: planned 12 500,00 (heading uah)", "0  Ремонт труб: planned 7 800,50 (heading uah)")
}

// Money for one of a thing is a tariff, counts are none; years as columns.
func TestTariffsAndYears(t *testing.T) {
	r := report(t, `
Заклад	Кількість учнів	Видатки на 1 учня, грн	Видатки всього, тис. грн
Школа №1	120	25 000,50	3 000,1
Разом	120		3 000,1
`)
	same(t, "lines", lines(r),
		"0  Школа №1: tariff 25 000,50 (heading uah); planned 3 000,1 (heading thousand_uah)", "0  Разом =: planned 3 000,1 (heading thousand_uah)")
	r = report(t, `
Фінансування галузей, тис. грн

Галузь	2019	2020
Освіта	1 000,5	1 100,0
Всього	1 000,5	1 100,0
`)
	same(t, "lines", lines(r),
		"0  Освіта: planned 2019 1 000,5 (caption thousand_uah); planned 2020 1 100,0 (caption thousand_uah)",
		"0  Всього =: planned 2019 1 000,5 (caption thousand_uah); planned 2020 1 100,0 (caption thousand_uah)")
}

// A row's local programme is the label of its money; a deviation of either sign
// does not end the parts of a total.
func TestProgrammeBesideAndParts(t *testing.T) {
	r := report(t, `
Розподіл витрат бюджету на місцеві програми у 2021 році, грн

Код ТПКВКМБ	Найменування бюджетної програми	Найменування місцевої програми	Усього	Загальний фонд
0113242	Інші заходи соціального захисту	Програма «Липова тінь»	700	700
0116030	Благоустрій населених пунктів	Програма «Чисті ставки»	300	300
	Усього		1000	1000
`)
	if len(r.Amounts) == 0 {
		t.Fatal("no amounts")
	}
	equal(t, "label", r.Amounts[0].Label, "Програма «Липова тінь»")
	equal(t, "line", r.Lines[0].Name, "Інші заходи соціального захисту")

	r = report(t, `
Інформація про виконання бюджету громади за 2021 рік, тис. грн

Код	Найменування	План на рік	Виконано	Відхилення
0100	Управління	700,0	650,0	-50,0
1000	Освіта	300,0	310,0	10,0
	Усього видатків	1 000,0	960,0	-40,0
	у тому числі:			
	заробітна плата	500,0	495,0	-5,0
	енергоносії	200,0	190,0	-10,0
`)
	last := r.Lines[len(r.Lines)-1]
	if last.PartOf == "" {
		t.Errorf("%q is no part of the total", last.Name)
	}
}
