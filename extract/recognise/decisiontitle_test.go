package recognise

import "testing"

// A council's decision is titled by what it is on, not by its letterhead.
func TestDecisionTitle(t *testing.T) {
	const body = "\n\nВідповідно до статті 80 Бюджетного кодексу України міська рада\n\nВИРІШИЛА:\n\nЗатвердити звіт по видатках у сумі 5,0 тис. грн.\n"
	for _, c := range []struct{ head, title, authority, kind string }{
		{
			"УКРАЇНА\nВИГАДАНСЬКА МІСЬКА РАДА\nТЕРНОВОЇ ОБЛАСТІ\n\nР І Ш Е Н Н Я\n\nвід 18 травня 2022 року № 200\n\nПро затвердження звіту\nпро виконання міського\nбюджету за 2021 рік",
			"Про затвердження звіту про виконання міського бюджету за 2021 рік", "ВИГАДАНСЬКА МІСЬКА РАДА", "budget_execution",
		},
		{
			"ПРОЄКТ РІШЕННЯ\n№ 50\nПро виконання Вигаданського\nміського бюджету за 2021 рік\nВИГАДАНСЬКА МІСЬКА РАДА\nР І Ш Е Н Н Я",
			"Про виконання Вигаданського міського бюджету за 2021 рік", "ВИГАДАНСЬКА МІСЬКА РАДА", "budget_execution",
		},
		{
			"УКРАЇНА\nВИГАДАНСЬКА МІСЬКА РАДА\n\nРІШЕННЯ\n\nПро міський бюджет на 2022 рік",
			"Про міський бюджет на 2022 рік", "ВИГАДАНСЬКА МІСЬКА РАДА", "unknown",
		},
		{
			"УКРАЇНА\nВИГАДАНСЬКА МІСЬКА РАДА\n\nРІШЕННЯ\n\nПро міський бюджет на 2022 рік\n\nРада вирішує:\n\n- доходи міського бюджету у сумі 5 000 грн, у тому числі загального фонду 4 000 грн",
			"Про міський бюджет на 2022 рік", "ВИГАДАНСЬКА МІСЬКА РАДА", "unknown",
		},
		// The title stands before the letterhead.
		{
			"Про виконання міського бюджету за 9 місяців 2021 року\nУКРАЇНА\nВИГАДАНСЬКА МІСЬКА РАДА\nРІШЕННЯ",
			"Про виконання міського бюджету за 9 місяців 2021 року", "ВИГАДАНСЬКА МІСЬКА РАДА", "budget_execution",
		},
		// A report has its own title, whatever decision it names.
		{
			"ВИГАДАНСЬКА МІСЬКА РАДА\n\nІнформація про виконання бюджету за 2021 рік\n\nРішення сесії чекає.\n\nПро це мова.",
			"Інформація про виконання бюджету за 2021 рік", "ВИГАДАНСЬКА МІСЬКА РАДА", "budget_execution",
		},
	} {
		r := report(t, c.head+body)
		if r.Title != c.title || r.Authority != c.authority || string(r.Kind) != c.kind {
			t.Errorf("%s:\n got  %q, %q, %s\n want %q, %q, %s", c.head, r.Title, r.Authority, r.Kind, c.title, c.authority, c.kind)
		}
	}
}

// A sentence about a council is not its name.
func TestCouncilThatDoes(t *testing.T) {
	for folded, want := range map[string]bool{
		"вигаданська міська рада":                        true,
		"вигаданська міська рада тернової області":       true,
		"вигаданська міська рада затвердила бюджет":      false,
		"вигаданська міська рада інформує":               false,
		"вигаданська міська рада виграла тендер на сади": false,
	} {
		if got := isCouncil(folded); got != want {
			t.Errorf("%s: %v, not %v", folded, got, want)
		}
	}
}
