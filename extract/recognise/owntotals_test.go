package recognise

import (
	"strings"
	"testing"
)

// "Всього" within the rows of a measure is the whole of the measure; below them
// it is the table's total.
func TestOwnTotals(t *testing.T) {
	const head = `
Заключний звіт про виконання Програми «Чисті ставки» за 2020-2021 роки

№ з/п	Зміст заходу	Роки	План, грн	Факт, грн	Стан виконання
`
	first := []string{
		"planned 2020 100,00 (heading uah)", "actual 2020 90,00 (heading uah)", "planned 2021 50,00 (heading uah)", "actual 2021 50,00 (heading uah)",
	}
	whole := append(append([]string{}, first...), "planned 150,00 (heading uah)", "actual 140,00 (heading uah)")
	for _, c := range []struct {
		name, rows string
		first      []string
		lines      []string
	}{
		{
			"spans", `
{r3}1	{r3}Поглиблення ставка	2020	100,00	90,00	{r3}Поглиблено
2021	50,00	50,00
Всього	150,00	140,00
{r3}2	{r3}Вапнування берегів	2020	30,00	30,00	{r3}Зроблено
2021	20,00	10,00
Всього	50,00	40,00
	Разом за Програмою		200,00	180,00
`, whole,
			[]string{"0  Разом за Програмою =: planned 200,00 (heading uah); actual 180,00 (heading uah)"},
		},
		{
			"blank cells", `
1	Поглиблення ставка	2020	100,00	90,00	Поглиблено
		2021	50,00	50,00	
		Всього	150,00	140,00	
2	Вапнування берегів	2020	30,00	30,00	Зроблено
		2021	20,00	10,00	
		Всього	50,00	40,00	
		Разом	200,00	180,00	
`, whole,
			[]string{"0  Разом =: planned 200,00 (heading uah); actual 180,00 (heading uah)"},
		},
		{
			"the table's total alone, in the column of years", `
1	Поглиблення ставка	2020	100,00	90,00	Поглиблено
		2021	50,00	50,00	
2	Вапнування берегів	2020	30,00	30,00	Зроблено
		2021	20,00	10,00	
		Всього	200,00	180,00	
`, first,
			[]string{"0  Всього =: planned 200,00 (heading uah); actual 180,00 (heading uah)"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := report(t, head+strings.TrimPrefix(c.rows, "\n"))
			if len(r.Measures) != 2 {
				t.Fatalf("%d measures, want 2", len(r.Measures))
			}
			same(t, "first", amounts(r, r.Measures[0].ID), c.first...)
			same(t, "lines", lines(r), c.lines...)
		})
	}
}
