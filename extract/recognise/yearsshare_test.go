package recognise

import "testing"

// An approved plan that is so many times the yearly one in each row is the plan of the
// whole period; one that is not is the year's earlier plan.
func TestApprovedForYears(t *testing.T) {
	for name, c := range map[string]struct {
		rows string
		want []string
	}{
		"three years": {"1	Ремонт дахів	90,0	30,0	80,0\n2	Ремонт стін	45,3	15,1	40,0\n", []string{"planned 90,0 (heading thousand_uah)", "annual 30,0 (heading thousand_uah)", "actual 80,0 (heading thousand_uah)"}},
		"the year":    {"1	Ремонт дахів	90,0	85,0	80,0\n2	Ремонт стін	45,3	45,3	40,0\n", []string{"approved 90,0 (heading thousand_uah)", "planned 85,0 (heading thousand_uah)", "actual 80,0 (heading thousand_uah)"}},
		"one row":     {"1	Ремонт дахів	90,0	30,0	25,0\n", []string{"approved 90,0 (heading thousand_uah)", "planned 30,0 (heading thousand_uah)", "actual 25,0 (heading thousand_uah)"}},
	} {
		r := report(t, "Заключний звіт про виконання Програми «Чисті ставки» за 2019-2021 роки\n\n№	Захід	Затверджено, тис. грн	Річний обсяг фінансування, тис. грн	Профінансовано, тис. грн\n"+c.rows)
		if len(r.Measures) == 0 {
			t.Fatalf("%s: no measures", name)
		}
		same(t, name, amounts(r, r.Measures[0].ID), c.want...)
	}
}
