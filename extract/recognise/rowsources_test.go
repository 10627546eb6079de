package recognise

import "testing"

// A column of sources gives each row's money its source; rows that no known word
// tells are of another one where the rows beside them are of sources.
func TestRowSources(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		want       []string
	}{
		{"one source a row", `1	Ремонт вулиці	бюджет громади	300	250
`, []string{"planned local 300 (heading uah)", "actual local 250 (heading uah)"}},
		{"two sources in one row", `1	Ремонт вулиці	державний та місцевий бюджети	300	250
`, []string{"planned 300 (heading uah)", "actual 250 (heading uah)"}},
		{"words that are no source", `1	Ремонт вулиці	згідно з кошторисом	300	250
`, []string{"planned 300 (heading uah)", "actual 250 (heading uah)"}},
		{"money of no budget", `1	Ремонт вулиці	кошти рибгоспів	300	250
`, []string{"planned other 300 (heading uah)", "actual other 250 (heading uah)"}},
		{"an unknown source beside the whole", `1	Ремонт вулиці	Всього	300	250
		місцевий бюджет	200	200
		рибгоспи району	100	50
`, []string{
			"planned 300 (heading uah)", "actual 250 (heading uah)", "planned local 200 (heading uah)", "actual local 200 (heading uah)",
			"planned other 100 (heading uah)", "actual other 50 (heading uah)",
		}},
		{"an unknown source without a whole", `1	Ремонт вулиці	рибгоспи району	100	50
		місцевий бюджет	200	200
`, []string{
			"planned other 100 (heading uah)", "actual other 50 (heading uah)", "planned local 200 (heading uah)", "actual local 200 (heading uah)",
		}},
		{"the whole with its first source in one cell", `1	Ремонт вулиці	Всього, у т.ч. обласний бюджет	100	50
		місцевий бюджет	100	50
`, []string{
			"planned 100 (heading uah)", "actual 50 (heading uah)", "planned local 100 (heading uah)", "actual local 50 (heading uah)",
		}},
		{"what the money is for", `1	Ремонт вулиці		300	250
	у т.ч. проєктні роботи		20	10
`, []string{
			"planned 300 (heading uah)", "actual 250 (heading uah)", "other 20 (heading uah)", "other 10 (heading uah)",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := report(t, `
Інформація про хід виконання Програми розвитку доріг на 2020-2022 роки за 2021 рік

№	Захід	Джерела фінансування	План, грн	Факт, грн
`+c.rows+`2	Освітлення	міський бюджет	70	70
`)
			if len(r.Measures) != 2 {
				t.Fatalf("%d measures: %+v", len(r.Measures), r.Measures)
			}
			same(t, "amounts", amounts(r, r.Measures[0].ID), c.want...)
		})
	}
}

// Rows of a measure that each name an executor are shares of its money; a row that
// names what the money is for stands beside it.
func TestExecutorsAsRows(t *testing.T) {
	const head = `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№	Захід	Виконавець	План, грн	Факт, грн
`
	r := report(t, head+"1	Ремонт мостів	КП «Міст»	100,00	90,00\n		КП «Брід»	50,00	50,00\n2	Лавки	КП «Міст»	30,00	20,00\n")
	same(t, "amounts", amounts(r, r.Measures[0].ID), "planned 100,00 (heading uah)", "actual 90,00 (heading uah)", "planned 50,00 (heading uah)", "actual 50,00 (heading uah)")
}

// Below the total, what the column of sources has named is a source: no measure.
func TestSourcesBelowTheTotal(t *testing.T) {
	r := report(t, `
ЗВІТ

про виконання Програми «Здорове село» за 2022 рік

№	Захід	Джерело фінансування	План, тис. грн	Факт, тис. грн
1	Опалення амбулаторії	бюджет громади	300,0	290,0
		НСЗУ	50,0	50,0
2	Придбання апарата	внески церкви	20,0	25,0
	ВСЬОГО, в т.ч.:		370,0	365,0
	бюджет громади		300,0	290,0
	НСЗУ		50,0	50,0
	внески церкви		20,0	25,0
`)
	if len(r.Measures) != 2 {
		t.Errorf("%d measures: %+v", len(r.Measures), r.Measures)
	}
	for _, a := range r.Amounts {
		if a.Subject == "line" && a.Level > 0 && a.Source == "" {
			t.Errorf("a part of the total without its source: %+v", a)
		}
	}
}

// Units stand on a row of their own below the headings.
func TestUnitsBelowHeadings(t *testing.T) {
	r := report(t, `
ЗВІТ

про виконання Програми «Здорове село» за 2022 рік

№	Захід	План	Факт	Виконання
		тис. грн	тис. грн	%
1	Опалення амбулаторії	300,0	290,0	96,7
	Разом	300,0	290,0	96,7
`)
	same(t, "measure", amounts(r, r.Measures[0].ID), "planned 300,0 (heading thousand_uah)", "actual 290,0 (heading thousand_uah)")
	if len(r.Lines) != 1 {
		t.Errorf("lines %+v", r.Lines)
	}
}
