package recognise

import (
	"testing"

	"zvit/extract/record"
)

const measures = `
№	Зміст заходів	Виконавці	План, тис. грн	Факт, тис. грн
1	Косити траву	КП «Трава»	1,0	1,0
`

func TestSplitAfterSignature(t *testing.T) {
	list := reports(t, `
ЯВОРІВСЬКА СІЛЬСЬКА РАДА
Заключний звіт про виконання програми «Чиста криниця» за 2017-2019 роки
`+measures+`
Сільський голова
О.П. Калина

ЛИПІВСЬКА СЕЛИЩНА РАДА
Відділ землі

Звіт
про результати виконання програми
«Рівна межа
на 2018-2021 роки»

Дата і номер рішення, яким затверджено Програму: 5.01.2018 № 7.
`+measures+`
Марія Береза
начальник відділу
`)
	if len(list) != 2 {
		t.Fatalf("%d reports, want 2", len(list))
	}
	equal(t, "first authority", list[0].Authority, "ЯВОРІВСЬКА СІЛЬСЬКА РАДА")
	equal(t, "first signer", list[0].Signer+", "+list[0].SignerPosition, "О.П. Калина, Сільський голова")
	equal(t, "second authority", list[1].Authority, "ЛИПІВСЬКА СЕЛИЩНА РАДА")
	equal(t, "second issuer", list[1].Issuer, "Відділ землі")
	equal(t, "second programme", list[1].Programme, "Рівна межа")
	equal(t, "second period", list[1].PeriodFrom+" "+list[1].PeriodTo, "2018 2021")
	equal(t, "second signer", list[1].Signer+", "+list[1].SignerPosition, "Марія Береза, начальник відділу")
}

func TestSplitWithoutSignature(t *testing.T) {
	list := reports(t, `
Річний звіт про виконання програми «Чиста криниця» за 2019 рік
`+measures+`
Річний звіт про виконання програми «Рівна межа» за 2019 рік
`+measures)
	if len(list) != 2 {
		t.Fatalf("%d reports, want 2", len(list))
	}
	equal(t, "second programme", list[1].Programme, "Рівна межа")
}

// A caption that repeats the title, an annex, and prose that speaks of a report
// begin no report.
func TestNoSplit(t *testing.T) {
	r := report(t, `
ЗВІТ
про виконання програми «Чиста криниця»
за 2019 рік

Звіт про виконання програми подано вчасно, його розглянула постійна комісія.
`+measures+`
Звіт про виконання показників програми

№	Назва показника	Одиниця виміру	Планове значення	Фактичне значення
	Показники продукту			
1	Криниці	од.	5	4
`)
	if len(r.Measures) != 1 || len(r.Indicators) != 1 {
		t.Errorf("%d measures, %d indicators", len(r.Measures), len(r.Indicators))
	}
}

func TestSignatureAsTable(t *testing.T) {
	list := reports(t, `
Звіт про виконання програми «Чиста криниця» за 2019 рік
`+measures+`

Начальник управління	(підпис)	Іван КЛЕН

Звіт про виконання програми «Чиста криниця» за 2020 рік
`+measures)
	if len(list) != 2 {
		t.Fatalf("%d reports, want 2", len(list))
	}
	equal(t, "signer", list[0].Signer+", "+list[0].SignerPosition, "Іван КЛЕН, Начальник управління")
	equal(t, "signer of the second", list[1].Signer, "")
	if list[0].ProgrammeKey != list[1].ProgrammeKey {
		t.Errorf("keys %q and %q", list[0].ProgrammeKey, list[1].ProgrammeKey)
	}
}

func TestEmptyAndOdd(t *testing.T) {
	if list := reports(t, "\n"); len(list) != 0 {
		t.Errorf("%d reports of nothing", len(list))
	}
	r := report(t, "Просто лист без жодної таблиці.")
	equal(t, "kind", string(r.Kind), string(record.Unknown))
}

func TestProgrammeNames(t *testing.T) {
	for title, want := range map[string]string{
		`Звіт про виконання Програми "Ясен" на 2019-2021 роки`:                               "Ясен",
		`Звіт про виконання програми «Ясен на 2019–2021 рр.» за 2020 рік`:                    "Ясен",
		`Звіт про виконання програми „Ясен і „Клен“ на 2019 рік“`:                            "Ясен і „Клен“",
		`Звіт КП «Зеленгосп» про виконання програми «Ясен» за 2019 рік`:                      "Ясен",
		`Звіт про виконання міської програми підтримки ясенів на 2019-2021 роки за 2020 рік`: "Міська програма підтримки ясенів",
		`Звіт про виконання Програми соціального захисту «Турбота»`:                          "Турбота",
		`Внести зміни до розділу 2 Програми, та викласти його у новій редакції`:              "",
	} {
		equal(t, title, programmeName(title), want)
	}
}

func TestPeriods(t *testing.T) {
	for head, want := range map[string]string{
		"Звіт про виконання програми «Ясен» на 2019-2021 роки за 2020 рік":                 "2020 2020",
		"Звіт про виконання програми «Ясен на 2019-2021 роки»":                             "2019 2021",
		"Звіт про виконання програми «Ясен»\n\nСтрок реалізації Програми: 2019-2021 роки.": "2019 2021",
		"Звіт про виконання програми «Ясен» за І півріччя 2020 року":                       "2020-01-01 2020-06-30",
		"Звіт про виконання програми «Ясен»\n\nСтрок виконання: 2019-2021 роки.":           "2019 2021",
		"Звіт про виконання програми «Ясен» у 2020 році\n\nСтрок виконання: 2019 рік.":     "2020 2020",
	} {
		r := report(t, head)
		equal(t, head, r.PeriodFrom+" "+r.PeriodTo, want)
	}
}
