package wording

import (
	"slices"
	"testing"
)

// printedMoney returns the figures of the sums in a text, as printed.
func printedMoney(s string) (list []string) {
	for _, a := range FindMoney(s) {
		list = append(list, a.Printed)
	}
	return list
}

// A figure in which a letter stands for a digit is one unreadable amount: no part of
// it is money by itself, and it is not passed over.
func TestMisreadMoney(t *testing.T) {
	for s, want := range map[string][]string{
		"На насос 52,O тис. грн.":            {"52,O"},
		"На трубу 3О7,5 тис. грн дали.":      {"3О7,5"},
		"На кран 12 0О0,00 грн за рік.":      {"12 0О0,00"},
		"На шків 1О 500,00 грн за рік.":      {"1О 500,00"},
		"На кут 5З 340,00 грн за рік.":       {"5З 340,00"},
		"На щит 12 ООО грн за рік.":          {"12 ООО"},
		"На мур 15 000,5О грн, на вал 7 грн": {"15 000,5О", "7"},
		"Було О5 500,00 грн.":                {"О5 500,00"},
		"На лаз 15. 000,00 грн за рік.":      {"15. 000,00"},
		"На паз 15 000 . 50 грн за рік.":     {"15 000 . 50"},
	} {
		printed := printedMoney(s)
		if !slices.Equal(printed, want) {
			t.Errorf("%q: %q, want %q", s, printed, want)
			continue
		}
		if n, ok := ParseNumeral(printed[0]); ok {
			t.Errorf("%q is read as %s", printed[0], n)
		}
	}
}

// Letters that are words, and figures that end a sentence, misread nothing.
func TestNotMisread(t *testing.T) {
	for s, want := range map[string][]string{
		"Один з 500 грн, другий за 20 грн.":              {"500", "20"},
		"Папір А4 500 грн.":                              {"500"},
		"О 12 500 грн менше.":                            {"12 500"},
		"Закуплено насосів – 15. 500 грн сплачено.":      {"500"},
		"Роботи 2021 року. 300,5 тис. грн сплачено.":     {"300,5"},
		"Вулиця Зелена, 3. 45 000,00 грн на ремонт.":     {"45 000,00"},
		"Витрачено 310 ,5 тис. грн на ремонт.":           {"310 ,5"},
		"За рішенням №15-3о 700 грн.":                    {"700"},
		"Передбачено 12, 13 та 14 тис. грн.":             {"14"},
		"Оздоровлено 20 дітей з 30. 1 500,00 грн кожній": {"1 500,00"},
	} {
		printed := printedMoney(s)
		if !slices.Equal(printed, want) {
			t.Errorf("%q: %q, want %q", s, printed, want)
		}
		for _, figure := range printed {
			if _, ok := ParseNumeral(figure); !ok {
				t.Errorf("%q: %q cannot be read", s, figure)
			}
		}
	}
}
