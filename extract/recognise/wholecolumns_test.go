package recognise

import "testing"

// Under one heading "всього" is the whole, whatever stands beside it.
func TestPartsBesideWhole(t *testing.T) {
	const head = `
Звіт про виконання Програми «Чисті ставки» за 2020-2021 роки

`
	for _, c := range []struct {
		name, table string
		want        []string
	}{
		{
			"a source that no word tells", `
{r2}№ з/п	{r2}Зміст заходу	{c3}Заплановано, тис. грн	{c3}Профінансовано, тис. грн
всього	обласний бюджет	рибгоспи району	всього	обласний бюджет	рибгоспи району
1	Поглиблення ставка	30,0	10,0	20,0	25,0	10,0	15,0
`,
			[]string{
				"planned 30,0 (heading thousand_uah)", "planned oblast 10,0 (heading thousand_uah)", "planned other 20,0 (heading thousand_uah)",
				"actual 25,0 (heading thousand_uah)", "actual oblast 10,0 (heading thousand_uah)", "actual other 15,0 (heading thousand_uah)",
			},
		},
		{
			"the whole last", `
{r2}№ з/п	{r2}Зміст заходу	{c3}Заплановано, тис. грн	{r2}Профінансовано, тис. грн
міський бюджет	кошти рибгоспів	разом
1	Поглиблення ставка	10,0	20,0	30,0	25,0
`,
			[]string{
				"planned local 10,0 (heading thousand_uah)", "planned other 20,0 (heading thousand_uah)", "planned 30,0 (heading thousand_uah)",
				"actual 25,0 (heading thousand_uah)",
			},
		},
		{
			"what the money is for", `
{r2}№ з/п	{r2}Зміст заходу	{c2}Заплановано, тис. грн	{r2}Профінансовано, тис. грн
всього	оплата праці
1	Поглиблення ставка	30,0	20,0	25,0
`,
			[]string{"planned 30,0 (heading thousand_uah)", "other 20,0 (heading thousand_uah)", "actual 25,0 (heading thousand_uah)"},
		},
		{
			"the whole in a row that names a source", `
№ з/п	Зміст заходу	Джерела фінансування	Заплановано, тис. грн	Профінансовано з місцевого бюджету, тис. грн	Профінансовано з інших джерел, тис. грн	Профінансовано всього, тис. грн
1	Поглиблення ставка	Місцевий бюджет	30,0	20,0	5,0	25,0
`,
			[]string{
				"planned local 30,0 (heading thousand_uah)", "actual local 20,0 (heading thousand_uah)",
				"actual other 5,0 (heading thousand_uah)", "actual 25,0 (heading thousand_uah)",
			},
		},
		{
			"totals of years in a row that names a source", `
№ з/п	Зміст заходу	Джерела фінансування	Заплановано всього, тис. грн	Профінансовано всього, тис. грн
1	Поглиблення ставка	Місцевий бюджет	30,0	20,0
`,
			[]string{"planned local 30,0 (heading thousand_uah)", "actual local 20,0 (heading thousand_uah)"},
		},
		{
			"an earlier plan by its words", `
№ з/п	Зміст заходу	Затверджено на рік, тис. грн	Затверджено на рік з урахуванням змін, тис. грн	Профінансовано, тис. грн
1	Поглиблення ставка	30,0	20,0	15,0
`,
			[]string{"approved 30,0 (heading thousand_uah)", "planned 20,0 (heading thousand_uah)", "actual 15,0 (heading thousand_uah)"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := report(t, head+c.table[1:])
			if len(r.Measures) != 1 {
				t.Fatalf("%d measures, want 1", len(r.Measures))
			}
			same(t, "amounts", amounts(r, r.Measures[0].ID), c.want...)
		})
	}
}

// Flat text leaves empty cells right of a heading's parent: at every level they
// are the parent's until its next text, and no hryvnia is without its year.
func TestFlatLevelsOfHeadings(t *testing.T) {
	r := report(t, `
Звіт про виконання Програми «Чисті ставки» за 2020-2021 роки

№	Зміст заходу	Обсяг фінансування, тис. грн						Примітки
		2020 рік		2021 рік		Разом		
		план	факт	план	факт	план	факт	
1	Поглиблення ставка	10,0	9,0	20,0	18,0	30,0	27,0	Поглиблено
`)
	if len(r.Measures) != 1 {
		t.Fatalf("%d measures, want 1", len(r.Measures))
	}
	same(t, "amounts", amounts(r, r.Measures[0].ID),
		"planned 2020 10,0 (heading thousand_uah)", "actual 2020 9,0 (heading thousand_uah)",
		"planned 2021 20,0 (heading thousand_uah)", "actual 2021 18,0 (heading thousand_uah)",
		"planned 30,0 (heading thousand_uah)", "actual 27,0 (heading thousand_uah)")
	equal(t, "information", r.Measures[0].Information, "Поглиблено")
}

// What the money of one source is for stands under "у тому числі" beside the whole,
// and is no plan; the sources under such a heading are.
func TestPartsUnderWhole(t *testing.T) {
	r := report(t, `
Заходи програми «Сад» на 2021-2022 роки

{r3}Завдання	{r3}Виконавець	{c4}Обсяг фінансування, тис. грн
{c2}усього	{c2}у тому числі на будівництво
обласний бюджет	інші джерела	обласний бюджет	інші джерела
Садити верби	КП «Верба»	40,0	10,0	30,0	5,0
Поливати	КП «Верба»	4,0	1,0	3,0	0,5
`)
	same(t, "amounts", amounts(r, r.Measures[0].ID), "planned oblast 40,0 (heading thousand_uah)", "planned other 10,0 (heading thousand_uah)",
		"other oblast 30,0 (heading thousand_uah)", "other other 5,0 (heading thousand_uah)")

	r = report(t, `
Заходи програми «Сад» на 2021-2022 роки

{r2}Завдання	{r2}Виконавець	{r2}Усього, тис. грн	{c2}у тому числі
обласний бюджет	місцевий бюджет
Садити верби	КП «Верба»	40,0	10,0	30,0
Поливати	КП «Верба»	4,0	1,0	3,0
`)
	same(t, "amounts", amounts(r, r.Measures[0].ID), "planned 40,0 (heading thousand_uah)", "planned oblast 10,0 (neighbour thousand_uah)", "planned local 30,0 (neighbour thousand_uah)")
}
