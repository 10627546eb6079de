package recognise

import (
	"testing"

	"zvit/extract/record"
)

// Plan and fact may be rows; where columns tell them, such words are the state of
// the work.
func TestPlanFactRowsOfMeasures(t *testing.T) {
	r := report(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

тис. грн

№	Захід	Показник	І кв.	ІІ кв.	Рік
1	Висадка лип	план	50,0	60,0	110,0
		факт	48,2	60,0	108,2
2	Полив	план	0,0	80,0	80,0
		факт	0,0	79,1	79,1
	Всього	план	50,0	140,0	190,0
		факт	48,2	139,1	187,3
`)
	if len(r.Measures) != 2 {
		t.Fatalf("%d measures, want 2", len(r.Measures))
	}
	same(t, "first", amounts(r, r.Measures[0].ID),
		"planned 50,0 (line_above thousand_uah)", "planned 60,0 (line_above thousand_uah)", "planned 110,0 (line_above thousand_uah)",
		"actual 48,2 (line_above thousand_uah)", "actual 60,0 (line_above thousand_uah)", "actual 108,2 (line_above thousand_uah)")
	if a := r.Amounts[0]; a.Period == "" || r.Amounts[2].Period != "" {
		t.Errorf("periods %q and %q, want a quarter and the whole", a.Period, r.Amounts[2].Period)
	}
	same(t, "total", lines(r),
		"0  Всього =: planned 50,0 (line_above thousand_uah); planned 140,0 (line_above thousand_uah); planned 190,0 (line_above thousand_uah); "+
			"actual 48,2 (line_above thousand_uah); actual 139,1 (line_above thousand_uah); actual 187,3 (line_above thousand_uah)")

	// The unit of a row stands with its role, the first row's, too.
	r = report(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№	Захід	Показник	І кв.	Рік
{r2}1	{r2}Висадка лип	план, тис. грн	50,0	110,0
факт, тис. грн	48,2	108,2
`)
	same(t, "units", amounts(r, r.Measures[0].ID),
		"planned 50,0 (row_label thousand_uah)", "planned 110,0 (row_label thousand_uah)",
		"actual 48,2 (row_label thousand_uah)", "actual 108,2 (row_label thousand_uah)")

	r = report(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№	Захід	Стан	Передбачено, грн	Профінансовано, грн
1	Висадка лип	виконано	50	50
2	Полив	заплановано	80	0
`)
	same(t, "columns", append(amounts(r, r.Measures[0].ID), amounts(r, r.Measures[1].ID)...),
		"planned 50 (heading uah)", "actual 50 (heading uah)", "planned 80 (heading uah)", "actual 0 (heading uah)")
}

// A row whose word of plan or fact has a wrong letter has the role between others
// that say theirs; other words make no role.
func TestMisreadPlanFactRows(t *testing.T) {
	for word, actual := range map[string]bool{"факт": true, "фкт": true, "фхкт": true, "пакет": false} {
		r := report(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№	Захід	Показник	2020, грн	2021, грн
1	Висадка лип	план	50	60
		факт	48	60
2	Полив	план	70	80
		`+word+`	69	79
3	Догляд	план	71	81
		факт	68	78
`)
		for _, a := range r.Amounts {
			if a.Printed == "69" && (a.Role == record.Actual) != actual {
				t.Errorf("%q is %q", word, a.Role)
			}
		}
	}
	r := report(t, `
Звіт про виконання бюджету громади за 2021 рік

грн
Показник	2020	2021
Передбчено програмою	500	600
Профінансовано	480	590
`)
	same(t, "labels", roles(r), "planned", "planned", "actual", "actual")
}

func roles(r *record.Report) (list []string) {
	for _, a := range r.Amounts {
		list = append(list, string(a.Role))
	}
	return list
}
