package recognise

import "testing"

// Plan and fact in one cell take their roles from the heading, in its order; two
// figures under any other heading are one and what is said beside it.
func TestPlanAndFactInOneCell(t *testing.T) {
	const title = "Звіт про виконання Програми «Сад» за 2022 рік\n\n№\tЗахід\t"
	for text, want := range map[string][]string{
		"План / факт, тис. грн\n1\tСаджанці\t120,5 / 118,2":                 {"planned 120,5 (heading thousand_uah)", "actual 118,2 (heading thousand_uah)"},
		"Обсяг (план/факт), грн\n1\tСаджанці\t20000/18000":                  {"planned 20000 (heading uah)", "actual 18000 (heading uah)"},
		"Профінансовано / заплановано, грн\n1\tСаджанці\t18,00 / 20,00":     {"actual 18,00 (heading uah)", "planned 20,00 (heading uah)"},
		"План¶Факт, грн\n1\tСаджанці\t20,00¶18,00":                          {"planned 20,00 (heading uah)", "actual 18,00 (heading uah)"},
		"Обсяг, грн\n1\tСаджанці\tПлан: 20,00¶Факт: 18,00":                  {"planned 20,00 (heading uah)", "actual 18,00 (heading uah)"},
		"Профінансовано, грн\n1\tСаджанці\tПлан: 20,00¶Факт: 18,00":         {"actual 20,00 (heading uah)", "other 18,00 (heading uah)"},
		"План, тис. грн (грн)\n1\tСаджанці\t120,5 (120500)":                 {"planned 120,5 (heading thousand_uah)", "other 120500 (heading uah)"},
		"План, тис. грн (грн)\n1\tСаджанці\t120,5":                          {"planned 120,5 (heading thousand_uah)"},
		"План, тис. грн\n1\tСаджанці\t120,5 (120500 грн)":                   {"planned 120,5 (heading thousand_uah)", "other 120500 (beside uah)"},
		"План / факт, грн\n1\tСаджанці\t20,00 / -":                          {"planned 20,00 (heading uah)"},
		"План / факт, грн\n1\tСаджанці\t- / 18,00":                          {"actual 18,00 (heading uah)"},
		"План / факт\n1\tСаджанці\t20 тис. грн / 18 000 грн":                {"planned 20 (beside thousand_uah)", "actual 18 000 (beside uah)"},
		"План на рік / квартал, грн\n1\tСаджанці\t20,00 / 18,00":            {"planned 20,00 (heading uah)", "other 18,00 (heading uah)"},
		"Затверджено / з урахуванням змін, грн\n1\tСаджанці\t20,00 / 18,00": {"planned 20,00 (heading uah)", "other 18,00 (heading uah)"},
		"Профінансовано, грн\n1\tСаджанці\t20,00 / 18,00":                   {"actual 20,00 (heading uah)", "other 18,00 (heading uah)"},
	} {
		r := report(t, title+text+"\n2\tОгорожа\t-\n")
		same(t, text, amounts(r, r.Measures[0].ID), want...)
	}
}

// The share beside a figure is no money where the heading says that it stands
// there; beside any other it is a figure like the first.
func TestShareBesideMoney(t *testing.T) {
	const title = "Звіт про виконання Програми «Сад» за 2022 рік\n\n№\tЗахід\tПлан, тис. грн\t"
	for _, c := range []struct {
		heading, cell string
		amounts       []string
		share         string
	}{
		{"Виконано, тис. грн/%", "300,8/94,0", []string{"actual 300,8 (heading thousand_uah)"}, "94,0"},
		{"Касові видатки, тис. грн (%)", "300,8 (94 %)", []string{"actual 300,8 (heading thousand_uah)"}, "94"},
		{"Факт, тис. грн / % виконання", "1 300,8 / 100", []string{"actual 1 300,8 (heading thousand_uah)"}, "100"},
		{"Виконано, тис. грн/%", "300,8", []string{"actual 300,8 (heading thousand_uah)"}, ""},
		{"Виконано, тис. грн", "300,8/94,0", []string{"actual 300,8 (heading thousand_uah)", "other 94,0 (heading thousand_uah)"}, ""},
	} {
		r := report(t, title+c.heading+"\n1\tСаджанці\t320,0\t"+c.cell+"\n2\tОгорожа\t-\t-\n")
		same(t, c.heading, amounts(r, r.Measures[0].ID)[1:], c.amounts...)
		got := ""
		for _, x := range r.Ratios {
			got += x.Printed
		}
		equal(t, c.heading, got, c.share)
	}
}
