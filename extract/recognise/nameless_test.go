package recognise

import "testing"

// A table that lost its headings keeps its money, in a role that nothing tells;
// counts, numbers of rows, years and percentages are none, nor are the figures of a
// text that is on no programme.
func TestNamelessMoney(t *testing.T) {
	const rows = `
1	2	3	4	5	6
1	Саджанці яблунь	2021	98 000,00	40	99,4
2	Огорожа саду	2022	1 500,50	3	100,0
3	Полив дерев	2022	800,00	12	87,5
`
	r := report(t, "Звіт про виконання Програми «Сад» за 2021-2022 роки\n"+rows)
	same(t, "lines", lines(r),
		"0  Саджанці яблунь: other 2021 98 000,00", "0  Огорожа саду: other 2022 1 500,50", "0  Полив дерев: other 2022 800,00")
	if r := report(t, "Сади громади\n"+rows); len(r.Amounts) != 0 {
		t.Errorf("on no programme: %d amounts", len(r.Amounts))
	}
}
