package recognise

import (
	"strings"
	"testing"
)

func TestProgrammeHeadings(t *testing.T) {
	for line, want := range map[string]string{
		"2. Програма розвитку садів на 2021-2023 роки":      "Програма розвитку садів",
		"ІІ. Про виконання Програми «Сад» на 2021-2023 рр.": "Сад",
		"Розділ 3. Міська програма підтримки садівників":    "Міська програма підтримки садівників",
		"Комплексна програма з догляду за садами.":          "", // ends as a sentence does
		"6. Програма виконана частково":                     "",
		"Програма передбачає висадку дерев":                 "",
		"5. Перелік заходів Програми":                       "",
		"3. Оцінка ефективності Програми розвитку садів":    "",
		"Програма «Сад» на 2021-2023 роки:":                 "",
	} {
		equal(t, line, programmeHeading(newPhrase(line)), want)
	}
}

// One report on several programmes, each under a heading of its own: a report a
// programme, with the year and the kind that the title above the first says.
func TestProgrammesUnderHeadings(t *testing.T) {
	for name, heads := range map[string][2]string{
		"numbered":           {"1. Програма «Сад» на 2021-2025 роки", "2. Програма розвитку ставків на 2022-2024 роки"},
		"without years":      {"1. Програма підтримки садів\nЗатверджена рішенням від 22.12.2020 № 15.", "2. Програма розвитку ставків\nЗатверджена рішенням від 24.12.2021 № 388."},
		"what was done":      {"І. Про виконання Програми підтримки садів", "ІІ. Про виконання Програми розвитку ставків на 2022-2024 роки"},
		"without numbers":    {"Програма підтримки садів на 2021-2025 роки", "Програма розвитку ставків"},
		"an introduction":    {"У 2022 році виконувались програми «Сад» та «Став».\n\n1. Виконання програми «Сад»", "2. Виконання програми «Став» на 2022-2024 роки"},
		"a chapter":          {"Розділ 1. Програма «Сад»", "Розділ 2. Програма «Став» на 2022-2024 роки"},
		"a longer programme": {"1. Програма «Сад»", "2. Програма «Ставок і сад»"},
	} {
		t.Run(name, func(t *testing.T) {
			list := reports(t, "ЛИПІВСЬКА МІСЬКА РАДА\n\nЗвіт про виконання місцевих програм за 2022 рік\n\n"+heads[0]+"\n"+measures+"\n"+heads[1]+"\n"+measures)
			if len(list) != 2 {
				t.Fatalf("%d reports, want 2", len(list))
			}
			for i, r := range list {
				equal(t, "kind", string(r.Kind), "programme_annual")
				equal(t, "period", r.PeriodFrom+" "+r.PeriodTo, "2022 2022")
				equal(t, "authority", r.Authority, "ЛИПІВСЬКА МІСЬКА РАДА")
				if len(r.Measures) != 1 || r.Programme == "" || i > 0 && !strings.Contains(r.Programme, "тав") {
					t.Errorf("report %d on %q has %d measures", i+1, r.Programme, len(r.Measures))
				}
			}
		})
	}
}

// Headings and captions within a report on one programme begin no other.
func TestHeadingsOfOneProgramme(t *testing.T) {
	for _, heads := range [][2]string{
		{"1. Заходи програми «Сад»", "2. Заходи програми «Сад» за кошти області"},
		{"Заходи Програми «Сад»", "Перелік заходів Програми «Сад», які виконано за кошти області"},
		{"5. Перелік заходів Програми", "6. Програма виконана частково"},
		{"1. Виконання програми «Сад» на 2021-2025 роки", "2. Програма передбачає догляд за садами на 2021-2025 роки"},
		{"Паспорт програми «Сад»", "Заходи програми «Сад»"},
	} {
		list := reports(t, "Звіт про виконання програми «Сад» за 2022 рік\n\n"+heads[0]+"\n"+measures+"\n"+heads[1]+"\n"+measures)
		if len(list) != 1 || len(list[0].Measures) != 2 {
			t.Errorf("%q: %d reports, %d measures in the first", heads[1], len(list), len(list[0].Measures))
		}
	}
}
