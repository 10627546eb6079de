package recognise

import (
	"testing"
)

// Titles over two lines, and names of programmes without quotes.
func TestTitlesAndProgrammes(t *testing.T) {
	for _, c := range []struct{ text, title, programme, authority, key string }{
		{
			"ПЕРЕЛІК ЗАХОДІВ\nПрограми підтримки ясенів на 2022-2024 роки\n\n№\tЗміст заходів\tВиконавець\tУсього, тис. грн\n1\tПосадка\tКП\t10,0\n2\tПолив\tКП\t5,0\n",
			"ПЕРЕЛІК ЗАХОДІВ Програми підтримки ясенів на 2022-2024 роки", "Програма підтримки ясенів", "", "підтримк ясен|",
		},
		{
			"РАЙОННА ЦІЛЬОВА СОЦІАЛЬНА ПРОГРАМА\n\n«Ясени району» на 2021–2025 роки\n\n№\tЗміст заходів\tВиконавець\tУсього, тис. грн\n1\tПосадка\tКП\t10,0\n2\tПолив\tКП\t5,0\n",
			"РАЙОННА ЦІЛЬОВА СОЦІАЛЬНА ПРОГРАМА «Ясени району» на 2021–2025 роки", "Ясени району", "", "ясен район|",
		},
		{
			"ПРОГРАМА\nрозвитку криниць у Яворівській громаді на 2024–2026 роки\n\n№\tЗміст заходів\tВиконавець\tУсього, тис. грн\n1\tПосадка\tКП\t10,0\n2\tПолив\tКП\t5,0\n",
			"ПРОГРАМА розвитку криниць у Яворівській громаді на 2024–2026 роки", "Програма розвитку криниць у Яворівській громаді", "", "розвитк криниц у яворівськ громад|",
		},
		{
			"ЗВІТ\nпро виконання Програми розвитку криниць Яворівської міської ради за 2023 рік\n",
			"ЗВІТ про виконання Програми розвитку криниць Яворівської міської ради за 2023 рік", "Програма розвитку криниць", "Яворівська міська рада", "розвитк криниц|яворівськ міськ рад",
		},
		{
			"Звіт про виконання комплексної цільової програми догляду за криницями у Яворівській міській раді за 2023 рік\n",
			"Звіт про виконання комплексної цільової програми догляду за криницями у Яворівській міській раді за 2023 рік",
			"Комплексна цільова програма догляду за криницями у Яворівській міській раді", "Яворівська міська рада", "",
		},
		{
			"ЗВІТ ПРО ВИКОНАННЯ ПРОГРАМИ РОЗВИТКУ КРИНИЦЬ ЯВОРІВСЬКОЇ СЕЛИЩНОЇ РАДИ ЗА 2023 РІК\n",
			"ЗВІТ ПРО ВИКОНАННЯ ПРОГРАМИ РОЗВИТКУ КРИНИЦЬ ЯВОРІВСЬКОЇ СЕЛИЩНОЇ РАДИ ЗА 2023 РІК",
			"ПРОГРАМА РОЗВИТКУ КРИНИЦЬ", "ЯВОРІВСЬКА СЕЛИЩНА РАДА", "розвитк криниц|яворівськ селищн рад",
		},
	} {
		r := report(t, c.text)
		equal(t, "title", r.Title, c.title)
		equal(t, "programme of "+c.title, r.Programme, c.programme)
		equal(t, "authority of "+c.title, r.Authority, c.authority)
		if c.key != "" {
			equal(t, "key of "+c.title, r.ProgrammeKey, c.key)
		}
	}
}

// A list's head over other words opens no title.
func TestHeadOfTitleAlone(t *testing.T) {
	r := report(t, "Перелік заходів\nОбладнання кімнат і коридорів\n")
	equal(t, "title", r.Programme, "")
	equal(t, "kind", string(r.Kind), "unknown")
}

// A label's value is no letterhead.
func TestCouncilOfALabel(t *testing.T) {
	for folded, want := range map[string]bool{
		"яворівська міська рада": true, "яворівська міська рада – липська область": true,
		"замовник: яворівська міська рада": false, "замовник – яворівська міська рада": false,
	} {
		if isCouncil(folded) != want {
			t.Errorf("%q: %v", folded, !want)
		}
	}
}

// Further reports of a file are of the authority that the first one names.
func TestAuthorityOfFurtherReports(t *testing.T) {
	const table = "\n№\tЗміст заходів\tПлан, тис. грн\tФакт, тис. грн\n1\tПолив\t10,0\t9,0\n\nНачальник відділу\nО.П. КЛЕН\n\n"
	list := reports(t, "ЯВОРІВСЬКА МІСЬКА РАДА\n\nЗвіт про виконання Програми «Ясени» за 2021 рік\n"+table+"Звіт про виконання Програми «Клени» за 2021 рік\n"+table)
	if len(list) != 2 {
		t.Fatalf("%d reports, want 2", len(list))
	}
	for _, r := range list {
		equal(t, r.Title, r.Authority, "ЯВОРІВСЬКА МІСЬКА РАДА")
	}
}

// A report's title without the word for one; the council below it; who writes.
func TestTitleWithoutReport(t *testing.T) {
	r := report(t, `
ФІНАНСОВЕ УПРАВЛІННЯ

Виконання Програми «Ясени» у 2022 році

Яворівська міська рада

№	Зміст заходів	План, тис. грн	Факт, тис. грн
1	Полив	10,0	9,0
2	Посадка	5,0	5,0
`)
	equal(t, "kind", string(r.Kind), "programme_annual")
	equal(t, "programme", r.Programme, "Ясени")
	equal(t, "issuer", r.Issuer, "ФІНАНСОВЕ УПРАВЛІННЯ")
	if len(r.Measures) != 2 {
		t.Errorf("%d measures, want 2", len(r.Measures))
	}
}

// Councils are found wherever they stand in a text, one after the other.
func TestCouncilsIn(t *testing.T) {
	for text, want := range map[string][]string{
		"": nil, "ради": nil, "на радість громаді": nil, "рада вирішила": nil,
		"рішення Яворівської міської ради":                                    {"Яворівської міської ради"},
		"Яворівської міської ради та Липської сільської ради, а також ради":   {"Яворівської міської ради", "Липської сільської ради"},
		"у Яворівській\u00a0міській раді":                                     {"Яворівській\u00a0міській раді"},
		"відділу освіти виконавчого комітету Яворівської міської ради району": {"Яворівської міської ради"},
		"ДО РІШЕННЯ ЯВОРІВСЬКОЇ МІСЬКОЇ РАДИ":                                 {"ЯВОРІВСЬКОЇ МІСЬКОЇ РАДИ"},
	} {
		same(t, text, councilsIn(text), want...)
	}
}
