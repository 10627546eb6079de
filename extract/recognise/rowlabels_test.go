package recognise

import (
	"strings"
	"testing"
)

// Plan and fact as labels of rows over columns of years; shares are no money.
func TestRolesInLabels(t *testing.T) {
	r := report(t, `
Звіт про виконання Програми «Чисті ставки» за 2021 рік

Показник	2020	2021	Разом
Передбачено програмою, тис. грн	300,0	400,0	700,0
Профінансовано, тис. грн	280,0	395,8	675,8
з них: місцевий бюджет	280,0	345,8	625,8
% виконання	93,3	99,0	96,5
`)
	same(t, "lines", lines(r),
		"0  Передбачено програмою, тис. грн: planned 2020 300,0 (row_label thousand_uah); planned 2021 400,0 (row_label thousand_uah); planned 700,0 (row_label thousand_uah)",
		"0  Профінансовано, тис. грн: actual 2020 280,0 (row_label thousand_uah); actual 2021 395,8 (row_label thousand_uah); actual 675,8 (row_label thousand_uah); "+
			"actual 2020 local 280,0; actual 2021 local 345,8; actual local 625,8",
		"0  % виконання: ")

	// Where the columns say the roles, a label says none.
	r = report(t, `
Кошти ставкового господарства (тис. грн)

Стаття	План	Факт
Планування берегів	30,0	28,0
Профінансовано за листом	4,0	4,0
Усього	34,0	32,0
`)
	same(t, "lines", lines(r),
		"0  Планування берегів: planned 30,0 (caption thousand_uah); actual 28,0 (caption thousand_uah)",
		"0  Профінансовано за листом: planned 4,0 (caption thousand_uah); actual 4,0 (caption thousand_uah)",
		"0  Усього =: planned 34,0 (caption thousand_uah); actual 32,0 (caption thousand_uah)")
}

// A row of percentages is money in no form of table; a row about percentages, a
// numbered one, and one with a remark on its execution are.
func TestRowsOfPercentages(t *testing.T) {
	for row, want := range map[string]string{
		"% виконання	96,0	95,0":                             "",
		"Відсоток виконання плану	96,0	95,0":                "",
		"Рівень виконання, %	96,0	95,0":                     "",
		"Відсотки за кредитом	96,0	95,0":                    "planned 96,0; actual 95,0",
		"Сплата % за позикою	96,0	95,0":                     "planned 96,0; actual 95,0",
		"Компенсація відсоткової ставки	96,0	95,0":          "planned 96,0; actual 95,0",
		"Надання пільг на виконання 50 відсотків	96,0	95,0": "planned 96,0; actual 95,0",
	} {
		r := report(t, "Кошти громади за 2021 рік, тис. грн\n\nСтаття\tПлан\tФакт\nБереги\t40,0\t30,0\n"+row+"\n")
		if got := lines(r)[1]; !strings.HasSuffix(got, ": "+strings.ReplaceAll(strings.ReplaceAll(want, ";", " (caption thousand_uah);"), "95,0", "95,0 (caption thousand_uah)")) {
			t.Errorf("%q gives %q, want %q", row, got, want)
		}
	}
	r := report(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№	Захід	План, грн	Факт, грн	Стан виконання
1	Ремонт мостів	100,00	90,00	Виконано
		50,00	50,00	виконано у відсотках
	Відсоткові ставки за кредитами	30,00	20,00	100 відсотків
	Відсоток виконання		84,6
`)
	same(t, "first", amounts(r, r.Measures[0].ID), "planned 100,00 (heading uah)", "actual 90,00 (heading uah)", "other 50,00 (heading uah)", "other 50,00 (heading uah)")
	same(t, "second", amounts(r, r.Measures[1].ID), "planned 30,00 (heading uah)", "actual 20,00 (heading uah)")
	if len(r.Measures) != 2 || len(r.Amounts) != 6 {
		t.Errorf("%d measures, %d amounts", len(r.Measures), len(r.Amounts))
	}
}
