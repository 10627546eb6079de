package recognise

import "testing"

func measureNames(t *testing.T, text string) (list []string) {
	t.Helper()
	for _, m := range report(t, text).Measures {
		list = append(list, m.Number+" | "+m.Task+" | "+m.Measure)
	}
	return list
}

// A row that is the sum of the numbered rows below it heads them; one that is not
// is a measure of its own.
func TestGroupsOfMeasures(t *testing.T) {
	const head = `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№	Захід	План, грн	Факт, грн	Примітки
`
	const rows = `1.1	Висадка лип	100,00	90,00	Посаджено
1.2	Полив	50,00	50,00	
2	Лавки	30,00	20,00	
	Разом	180,00	160,00	
`
	text := head + "1	Озеленення	150,00	140,00	\n" + rows
	same(t, "measures", measureNames(t, text), "1.1 | Озеленення | Висадка лип", "1.2 | Озеленення | Полив", "2 | Озеленення | Лавки")
	same(t, "lines", lines(report(t, text)), "0  Озеленення: planned 150,00 (heading uah); actual 140,00 (heading uah)",
		"0  Разом =: planned 180,00 (heading uah); actual 160,00 (heading uah)")

	same(t, "no sum", measureNames(t, head+"1	Озеленення	70,00	40,00	\n"+rows),
		"1 |  | Озеленення", "1.1 |  | Висадка лип", "1.2 |  | Полив", "2 |  | Лавки")

	same(t, "numbers in the text", measureNames(t, `
Звіт про виконання Програми «Липова тінь» за 2021 рік

Захід	План, грн	Факт, грн	Примітки
1. Озеленення	150,00	140,00	
1.1. Висадка лип	100,00	90,00	Посаджено
1.2. Полив	50,00	50,00	
20 лавок	10,00	10,00	
`), "1.1 | 1. Озеленення | 1.1. Висадка лип", "1.2 | 1. Озеленення | 1.2. Полив", " | 1. Озеленення | 20 лавок")
}

// A numbered measure whose name ends like a total has its parts below it.
func TestNumberedWhole(t *testing.T) {
	text := `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№	Захід	План, грн	Факт, грн
1	Ремонт шкіл, всього	150,00	140,00
	в т.ч. школа у Липовому	100,00	90,00
	школа у Кленовому	50,00	50,00
2	Лавки	30,00	20,00
	Ліхтарі	10,00	10,00
	Разом	190,00	170,00
`
	same(t, "measures", measureNames(t, text), "1 |  | Ремонт шкіл, всього", "2 |  | Лавки", " |  | Ліхтарі")
	r := report(t, text)
	same(t, "amounts", amounts(r, r.Measures[0].ID), "planned 150,00 (heading uah)", "actual 140,00 (heading uah)",
		"other 100,00 (heading uah)", "other 90,00 (heading uah)", "other 50,00 (heading uah)", "other 50,00 (heading uah)")
	same(t, "lines", lines(r), "0  Разом =: planned 190,00 (heading uah); actual 170,00 (heading uah)")
}

// Rows without a number are parts of the numbered row above them where its words
// open parts, or where they add up to it exactly; else they are measures.
func TestUnnumberedParts(t *testing.T) {
	const head = `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№	Захід	План, грн	Факт, грн
`
	for name, c := range map[string]struct {
		rows string
		want []string
	}{
		"opened by the words": {"1	Ремонт мостів, у тому числі:	150,00	140,00\n	Довгий міст	100,00	90,00\n	Кладка	20,00	20,00\n2	Лавки	30,00	20,00\n", []string{"1 |  | Ремонт мостів, у тому числі:", "2 |  | Лавки"}},
		"adding up":           {"1	Ремонт мостів	150,00	140,00\n	- Довгий міст	100,00	90,00\n	- Кладка	50,00	50,00\n2	Лавки	30,00	20,00\n", []string{"1 |  | Ремонт мостів", "2 |  | Лавки"}},
		"not adding up":       {"1	Ремонт мостів	150,00	140,00\n	Довгий міст	100,00	90,00\n	Кладка	60,00	50,00\n2	Лавки	30,00	20,00\n", []string{"1 |  | Ремонт мостів", " |  | Довгий міст", " |  | Кладка", "2 |  | Лавки"}},
		"one like it":         {"1	Ремонт мостів	150,00	140,00\n	Довгий міст	150,00	140,00\n3	Лавки	30,00	20,00\n", []string{"1 |  | Ремонт мостів", " |  | Довгий міст", "3 |  | Лавки"}},
		"more than the whole": {"1	Ремонт мостів, з них:	15,00	14,00\n	Довгий міст	100,00	90,00\n2	Лавки	30,00	20,00\n", []string{"1 |  | Ремонт мостів, з них:", " |  | Довгий міст", "2 |  | Лавки"}},
	} {
		t.Run(name, func(t *testing.T) { same(t, "measures", measureNames(t, head+c.rows), c.want...) })
	}
}

// A row of percentages below a total is no measure; a measure may be about them.
func TestRowOfPercentages(t *testing.T) {
	const text = `
Звіт про виконання Програми «Липова тінь» за 2021 рік

№	Захід	План, од.	План, грн	Факт, од.	Факт, грн
1	Ремонт мостів	3	100,00	2	90,00
2	Відсоток кредиту для садівників	1	30,00	1	20,00
	Разом		130,00		110,00
	% виконання				84,6
`
	same(t, "measures", measureNames(t, text), "1 |  | Ремонт мостів", "2 |  | Відсоток кредиту для садівників")
	r := report(t, text)
	same(t, "amounts", amounts(r, r.Measures[0].ID), "planned 100,00 (heading uah)", "actual 90,00 (heading uah)")
}
