package recognise

import "testing"

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
