package recognise

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zvit/extract/record"
)

// formBits are the words of the forms beyond the programme report.
var formBits = []string{
	"Паспорт", "бюджетної програми місцевого бюджету на 2021 рік", "Звіт про виконання бюджету за 2021 рік", "Перелік діючих програм",
	"Заходи програми «Став» на 2021-2022 роки", "Ресурсне забезпечення Програми, тис. грн", "3. 0611010 0910 Дошкільна освіта 32855961",
	"Код", "КПКВК", "Показник", "Рік", "2020", "2021", "загальний фонд", "спеціальний фонд", "Разом", "План на рік", "Виконано", "Касові видатки", "% виконання",
	"затверджено на рік", "з урахуванням змін", "виконано за звітний період", "Х", "0611010", "2111", "2110", "I квартал", "сума", "Предмет закупки",
	"Обласний бюджет", "Місцевий бюджет", "Державний бюджет", "Усього", "у тому числі:", "- з них", "Програма «Став»", "24.12.2020 № 3", "№ 3 від 1.02.2021",
	"10,5", "1 200,00", "3.1", "199,000", "", "-", "49 тис. грн", "2394,00+417,00= 2811,00грн.", "100,0 (у тому числі: обласний бюджет – 60,0; місцевий – 40,0)",
	"TITLE", "VALUE", "MEASUREMENT_UNIT", "GENERAL_FUND", "SPECIAL_FUND", "KPKVK", "тис. грн", "од.", "{r2}2020", "{c2}2021 рік, тис. грн", "{r3}", "затрат", "продукту",
}

// drawnForms is the text of a document of the forms' words in any order.
func drawnForms(t *rapid.T) string {
	var b strings.Builder
	for range rapid.IntRange(0, 6).Draw(t, "blocks") {
		if rapid.IntRange(0, 2).Draw(t, "table") > 0 {
			cols := rapid.IntRange(2, 6).Draw(t, "columns")
			for range rapid.IntRange(2, 9).Draw(t, "rows") {
				cells := make([]string, cols)
				for i := range cells {
					cells[i] = rapid.SampledFrom(formBits).Draw(t, "cell")
				}
				b.WriteString(strings.Join(cells, "\t") + "\n")
			}
		} else {
			b.WriteString(strings.Join(rapid.SliceOfN(rapid.SampledFrom(formBits), 1, 3).Draw(t, "line"), " ") + "\n")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Any document of these words keeps the promises of recognising, and no code,
// year or percentage becomes money.
func TestAnyForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawnForms(t)
		holds(t, text)
		list, _, err := Recognise(context.Background(), docOf(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range list {
			checkMoney(t, r)
		}
	})
}

func checkMoney(t *rapid.T, r *record.Report) {
	ours := map[string]bool{}
	for _, x := range r.Tables {
		switch x.Form {
		case "lines", "financing", "passport_plan", string(record.BudgetExecution):
			ours[x.ID] = true
		}
	}
	// A grid may hold a table of measures too, whose money cells are kept as they
	// are printed, readable or not.
	for i := range r.Measures {
		delete(ours, r.Measures[i].TableID)
	}
	codes := map[string]bool{}
	for _, c := range r.Codes {
		codes[c.Place.Key()] = true
	}
	for _, a := range r.Amounts {
		if !ours[a.TableID] || a.Subject != record.SubjectLine {
			continue
		}
		if !strings.ContainsAny(a.Printed, "0123456789") {
			t.Errorf("amount %q has no digit", a.Printed)
		}
		if codes[a.Place.Key()] {
			t.Errorf("code %q is money", a.Printed)
		}
	}
}
