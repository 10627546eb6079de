package wording

import (
	"testing"

	"zvit/extract/record"
)

// On the first day of a year the year before is over, for money that was spent; a
// decision's date is of no money, and any other date is of its own year.
func TestYearOfMoney(t *testing.T) {
	for text, want := range map[string]int{
		"Виконано станом на 01.01.2022, тис. грн":            2021,
		"Виконано станом на 01.07.2022, тис. грн":            2022,
		"План на 01.01.2022, тис. грн":                       2022,
		"Затверджено рішенням ради від 22.12.2021, тис. грн": 0,
		"Виконано за 2021 рік, тис. грн":                     2021,
	} {
		if h := ReadHeading([]string{text}); h.Column != ColumnMoney || h.Year != want {
			t.Errorf("%q: %s of %d, want %d", text, h.Column, h.Year, want)
		}
	}
}

// A year may be named by the one reported; a year that is named by its number, and
// what only looks like such a word, are left alone.
func TestYearsAfter(t *testing.T) {
	for text, want := range map[string]int{
		"Факт минулого року, грн":             -1,
		"Виконано за попередній рік, грн":     -1,
		"План на наступний рік, грн":          1,
		"Виконано за звітний рік, грн":        0,
		"Виконано за 2021 рік, грн":           0,
		"Попередня оплата, грн":               0,
		"Зміни до минулого на наступний, грн": 0,
	} {
		if h := ReadHeading([]string{text}); h.YearsAfter != want {
			t.Errorf("%q: %d, want %d", text, h.YearsAfter, want)
		}
	}
}

// One noun may stand for both funds: then the money is of neither alone.
func TestBothFunds(t *testing.T) {
	for text, want := range map[string]record.Fund{
		"Видатки загального та спеціального фондів, грн":  "",
		"Видатки спеціального і загального фондів, грн":   "",
		"Видатки загального фонду, грн":                   record.General,
		"Видатки спеціального фонду бюджету громади, грн": record.Special,
	} {
		if h := ReadHeading([]string{text}); h.Fund != want {
			t.Errorf("%q: fund %q, want %q", text, h.Fund, want)
		}
	}
}
