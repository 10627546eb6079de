package recognise

import "testing"

func TestSealOrInitials(t *testing.T) {
	for s, want := range map[string]string{
		"М.П. Яворенко": "М.П. Яворенко", "Начальник управління М.П. Яворенко": "М.П. Яворенко",
		"М. П. ЯВОРЕНКО": "М. П. ЯВОРЕНКО", "М.П.": "", "М.П. О.В. Явір": "О.В. Явір", "М.П. Оксана ЯВІР": "Оксана ЯВІР",
		"Голова М.П. О. ЯВІР": "О. ЯВІР",
	} {
		if got, _, _ := person(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestApprovesAfter(t *testing.T) {
	for s, want := range map[string]bool{
		" затверджено міську програму на 2022-2026 роки": true, " було затверджено програму": true,
		", якою затверджено програму": false, " зі змінами": false, " про хід виконання програми затверджено": false,
	} {
		if got := approvesAfter(s); got != want {
			t.Errorf("%q: got %v", s, got)
		}
	}
}
