package wording

import "testing"

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
		got := FindMoney(s)
		if len(got) != len(want) {
			t.Errorf("%q: %+v, want %q", s, got, want)
			continue
		}
		for i, a := range got {
			if a.Printed != want[i] {
				t.Errorf("%q: %q, want %q", s, a.Printed, want[i])
			}
		}
		if n, ok := ParseNumeral(got[0].Printed); ok {
			t.Errorf("%q is read as %s", got[0].Printed, n)
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
		got := FindMoney(s)
		if len(got) != len(want) {
			t.Errorf("%q: %+v, want %q", s, got, want)
			continue
		}
		for i, a := range got {
			if a.Printed != want[i] {
				t.Errorf("%q: %q, want %q", s, a.Printed, want[i])
			}
			if _, ok := ParseNumeral(a.Printed); !ok {
				t.Errorf("%q: %q cannot be read", s, a.Printed)
			}
		}
	}
}
