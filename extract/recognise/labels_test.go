package recognise

import "testing"

// The date and number of an annex's decision or an order that approves the
// document are no letter's, though each line is a paragraph; a letter's are.
func TestAnnexIsNoLetter(t *testing.T) {
	for text, want := range map[string]string{
		"Додаток 2\n\nдо рішення обласної ради\n\nвід 24.02.2023 № 417-19/VIII\n":              "",
		"ЗАТВЕРДЖЕНО\n\nНаказ\n\nВідділ культури Ясенівської міської ради\n\n25.01.2022 № 4\n": "",
		"Додаток 1\n\nВідділ культури Ясенівської міської ради\n\n25.01.2022 № 4\n":            "4",
		"ЯСЕНІВСЬКА МІСЬКА РАДА\n\n25.01.2022 № 4\n":                                           "4",
	} {
		r := report(t, text+`
ЗВІТ
про виконання Програми «Чисті ставки» на 2021-2022 роки
`)
		equal(t, text, r.LetterNumber, want)
	}
}

// A dash ends a label as a colon does; within a sentence it ends none.
func TestLabelWithDash(t *testing.T) {
	for line, want := range map[string]string{
		"2. Відповідальний виконавець програми – КП «Ставкове джерело».":                                      "КП «Ставкове джерело»",
		"Відповідальний виконавець: відділ економіки - сектор торгівлі":                                       "відділ економіки - сектор торгівлі",
		"Під час реалізації заходів відповідальним виконавцем програми було виявлено порушення – їх усунено.": "",
	} {
		r := report(t, "ЗВІТ\nпро виконання Програми «Чисті ставки» на 2021-2022 роки\n\n"+line+"\n")
		equal(t, line, r.Responsible, want)
	}
}

// A title above several programmes speaks for each of them; a programme's own
// title speaks for itself.
func TestOneTitleOverProgrammes(t *testing.T) {
	const rows = "№\tЗаходи\tПлан, тис.грн\tФакт, тис.грн\tСтан виконання\n1\tОгляд\t4,0\t4,0\tВиконано\n2\tРемонт\t4,0\t4,0\tВиконано\n"
	list := reports(t, `
ЗВІТ
про виконання міських цільових програм за 2020 рік

1. Програма «Тихе місто» на 2019-2021 роки
Затверджена рішенням Ставківської міської ради від 20.12.2018 № 1045.

`+rows+`
2. Програма «Чисті ставки» на 2020-2022 роки
Затверджена рішенням Ставківської міської ради від 19.12.2019 № 1398.

`+rows)
	var got []string
	for _, r := range list {
		got = append(got, string(r.Kind)+" "+r.Programme+" "+r.PeriodFrom+" "+r.PeriodTo)
	}
	same(t, "reports", got, "programme_annual Тихе місто 2020 2020", "programme_annual Чисті ставки 2020 2020")
}

// What a decision is may be said after its number; a budget that was amended
// approves no programme.
func TestRolesAfterNumbers(t *testing.T) {
	r := report(t, `
ЗВІТ
про виконання Програми «Чисті ставки» на 2018-2022 роки

Підстава: рішення Ставківської міської ради № 33-15/2017 від 21.12.2017, із змінами, внесеними рішеннями № 51-20/2018 від 20.12.2018 та № 70-5/2020 від 27 лютого 2020 року. Рішення від 10.12.2013 № 12-48/2013 втратило чинність.
Кошти виділено рішенням про бюджет міста від 23.12.2021 № 17, зі змінами.
`)
	var got []string
	for _, d := range r.Decisions {
		got = append(got, string(d.Role)+" "+d.Number)
	}
	same(t, "decisions", got, "approves 33-15/2017", "amends 51-20/2018", "amends 70-5/2020", "repealed 12-48/2013", "mentions 17")
}

// A sentence that only says that money was spent goes on with the total before
// it; one that says on what does not.
func TestActualAfterDeclared(t *testing.T) {
	const head = `
ЗВІТ
про виконання Програми «Чисті ставки» на 2018-2022 роки

Загальний обсяг фінансування, передбачений Програмою: 3 560 000 гривень. `
	for text, want := range map[string]int{
		"Фактично використано 2 874 512,36 грн, або 80,7 %.": 2,
		"На ліхтарі фактично використано 2 874 512,36 грн.":  1,
		"Ставками використано 2 874 512,36 грн на рибу.":     1,
	} {
		r := report(t, head+text+"\n")
		if got := len(amounts(r, r.ID)); got != want {
			t.Errorf("%q: %d totals are declared, want %d", text, got, want)
		}
	}
}
