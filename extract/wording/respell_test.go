package wording

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zvit/extract/record"
)

// Headings in which one letter of a word is wrong, missing or extra mean what
// they would mean with it; short words and those of funds, parts of a year and
// totals, too.
func TestMisreadHeadings(t *testing.T) {
	for misread, right := range map[string]string{
		"Плзн, тис. грн":                  "План, тис. грн",
		"лан, тис. грн":                   "План, тис. грн",
		"Фкт, тис. грн":                   "Факт, тис. грн",
		"Фвакт, грн":                      "Факт, грн",
		"Викнано, грн":                    "Виконано, грн",
		"уасові видатки, грн":             "Касові видатки, грн",
		"Оплачено, грн":                   "Сплачено, грн",
		"Загальхий фонд | План":           "Загальний фонд | План",
		"Загальни фонд | Факт":            "Загальний фонд | Факт",
		"Загальний фон | Факт":            "Загальний фонд | Факт",
		"Спехіальний фонд | План":         "Спеціальний фонд | План",
		"План на III кварал, тис. грн":    "План на III квартал, тис. грн",
		"План на I пврічча 2020 року":     "План на I пврічча 2020 року",
		"План на I піврччя 2020 року":     "План на I півріччя 2020 року",
		"План | Улього":                   "План | Усього",
		"2020 рк":                         "2020 рік",
		"План на 2020 рк, грн":            "План на 2020 рік, грн",
		"Обсяг коштів | Облансий бюджет":  "Обсяг коштів | Обласний бюджет",
		"Обсяг коштів | Державний бюдет":  "Обсяг коштів | Державний бюджет",
		"акт, тис. грн":                   "Факт, тис. грн",
		"2020 рік | акт":                  "2020 рік | факт",
		"алишок, грн":                     "Залишок, грн",
		"Пореба, грн":                     "Потреба, грн",
		"План | міский бюджет":            "План | міський бюджет",
		"План | бюджет розвику":           "План | бюджет розвитку",
		"Хаходи":                          "Заходи",
		"Найменувння показника":           "Найменування показника",
		"Планове значеня показника, осіб": "Планове значення показника, осіб",
	} {
		got, want := ReadHeading(strings.Split(misread, " | ")), ReadHeading(strings.Split(right, " | "))
		got.Units, want.Units = nil, nil
		if got.Column != want.Column || got.Role != want.Role || got.Year != want.Year || got.Period != want.Period || got.Fund != want.Fund || got.Source != want.Source {
			t.Errorf("%q is %+v,\n%q %+v", misread, got, right, want)
		}
	}
}

// Words of which one letter makes another are what they say.
func TestWordsNearHeadings(t *testing.T) {
	for _, text := range []string{
		"Акт виконаних робіт", "Плата за оренду", "Масові заходи", "Часові межі", "Разові виплати", "Втрати води", "Північний район", "Обладнання",
		"Податкові пільги", "Фінансова допомога", "Місце проведення", "Розвиток культури", "Власні надходження", "Примірники", "Завод", "Зміна назви",
		"Узагальнені дані", "Інше", "Назви вулиць", "Видалення дерев", "Затишне подвір'я", "Пошти", "Термінал",
	} {
		words := Words(Fold(text))
		if respell(words, false) {
			t.Errorf("%q became %q", text, words)
		}
	}
	if h := ReadHeading([]string{"Власний бюджет, грн"}); h.Source != "" {
		t.Errorf("власний is %q", h.Source)
	}
	if h := ReadHeading([]string{"Акт"}); h.Column == ColumnMoney || h.Role == record.Actual {
		t.Errorf("a column of acts is %+v", h)
	}
}

// One wrong letter anywhere in a word of a role leaves the role, or none: no role
// becomes another.
func TestMisreadRoleIsNoOther(t *testing.T) {
	const letters = "абвгдеєжзиіїйклмнопрстуфхцчшщьюя"
	roles := map[string]record.Role{
		"план": record.Planned, "заплановано": record.Planned, "факт": record.Actual, "виконано": record.Actual, "касові": record.Actual,
		"використано": record.Actual, "профінансовано": record.Actual, "відхилення": record.Deviation, "залишок": record.Deviation,
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(slices.Sorted(maps.Keys(roles))).Draw(t, "word")
		runes := []rune(word)
		at := rapid.IntRange(0, len(runes)-1).Draw(t, "at")
		wrong := append(append([]rune{}, runes[:at]...), rapid.SampledFrom([]rune(letters)).Draw(t, "letter"))
		if rapid.Bool().Draw(t, "extra") {
			wrong = append(wrong, runes[at:]...)
		} else {
			wrong = append(wrong, runes[at+1:]...)
		}
		text := string(wrong) + ", тис. грн"
		if got := ReadHeading([]string{text}).Role; SaysRole(text) && got != roles[word] {
			t.Fatalf("%q is %q", text, got)
		}
	})
}
