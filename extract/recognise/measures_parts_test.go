package recognise

import "testing"

// Sources below a total are parts of it, in whatever column they stand; a
// measure whose name only speaks of a budget is a measure.
func TestPartsOfTotal(t *testing.T) {
	r := report(t, `
Звіт про виконання Програми «Чисті ставки» за 2021 рік

№ з/п	Зміст заходу	План, грн	Факт, грн	Стан виконання
1	Поглиблення ставка	700,00	600,00	Поглиблено
	Всього	700,00	600,00	
	у т.ч. державний бюджет	300,00	300,00	
	обласний бюджет	100,00	100,00	
місцевий бюджет		300,00	200,00	
2	Місцевий бюджет у цифрах: видання довідника	50,00	50,00	Видано
`)
	same(t, "lines", lines(r),
		"0  Всього =: planned 700,00 (heading uah); actual 600,00 (heading uah)",
		"1  у т.ч. державний бюджет <: planned state 300,00 (heading uah); actual state 300,00 (heading uah)",
		"1  обласний бюджет <: planned oblast 100,00 (heading uah); actual oblast 100,00 (heading uah)",
		"1  місцевий бюджет <: planned local 300,00 (heading uah); actual local 200,00 (heading uah)")
	if len(r.Measures) != 2 {
		t.Fatalf("%d measures, want 2", len(r.Measures))
	}
	equal(t, "measure", r.Measures[1].Measure, "Місцевий бюджет у цифрах: видання довідника")
}

// "Виконано" over sentences is what was done; over figures, though one of them
// was misread, it is money.
func TestTextUnderHeadingOfMoney(t *testing.T) {
	const head = `
Звіт про виконання Програми «Чисті ставки» за 2021 рік

№ з/п	Зміст заходу	План, грн	Виконано
`
	r := report(t, head+`1	Поглиблення ставка	700,00	Роботи завершено
2	Вапнування берегів	50,00	У 2021 році не здійснювалося
`)
	equal(t, "information", r.Measures[1].Information, "У 2021 році не здійснювалося")
	same(t, "prose", amounts(r, r.Measures[1].ID), "planned 50,00 (heading uah)")

	r = report(t, head+`1	Поглиблення ставка	700,00	l5O,OO
2	Вапнування берегів	50,00	40,00
`)
	same(t, "misread", amounts(r, r.Measures[0].ID), "planned 700,00 (heading uah)", "actual l5O,OO (neighbour uah)")
}

// Kopecks after "грн." are of the same amount; a sentence that begins with a
// number is not.
func TestKopecksAfterFullStop(t *testing.T) {
	r := report(t, `
Звіт про виконання Програми «Чисті ставки» за 2021 рік

На виконання Програми у 2021 році використано 174 320 грн. 15 коп. бюджетних коштів.
На ліхтарі витрачено 300 грн. 15 ліхтарів встановлено.
`)
	var got []string
	for _, a := range r.Amounts {
		got = append(got, a.Printed)
	}
	same(t, "printed", got, "174 320 грн. 15", "300")
}

// A task's name right below two levels of headings is the head of the rows below
// it, no third level.
func TestTaskBelowHeadings(t *testing.T) {
	r := report(t, `
Звіт про виконання Програми «Чисті ставки» за 2021 рік

№ з/п	Зміст заходу	Обсяг фінансування, тис. грн		Стан виконання
		план	факт	
Завдання 1. Ставки				
1.1	Поглиблення ставка	10,0	9,0	Поглиблено
`)
	if len(r.Measures) != 1 {
		t.Fatalf("%d measures", len(r.Measures))
	}
	equal(t, "number", r.Measures[0].Number, "1.1")
	equal(t, "task", r.Measures[0].Task, "Завдання 1. Ставки")
}

// The money of a row that a page cut stands in the next row; it is the measure's
// own. Where the measure has its money, a row below it gives a part.
func TestMoneyBelowACut(t *testing.T) {
	r := report(t, `
Звіт про виконання Програми «Чисті ставки» за 2021 рік

№ з/п	Зміст заходу	Виконавець	План, грн	Факт, грн	Стан виконання
1	Поглиблення ставка	КП «Став»			
			700,00	600,00	Поглиблено
2	Огляд берегів	КП «Став»	50,00	40,00	Оглянуто
	у тому числі човном		10,00	10,00	
`)
	if len(r.Measures) != 2 {
		t.Fatalf("%d measures", len(r.Measures))
	}
	equal(t, "information", r.Measures[0].Information, "Поглиблено")
	same(t, "amounts", amounts(r, r.Measures[0].ID), "planned 700,00 (heading uah)", "actual 600,00 (heading uah)")
	for _, a := range r.Amounts {
		if a.SubjectID == r.Measures[0].ID && (a.Level != 0 || a.Label != "") {
			t.Errorf("level %d, label %q", a.Level, a.Label)
		}
		if a.Printed == "10,00" && a.Level != 1 {
			t.Errorf("a part at level %d", a.Level)
		}
	}
}
