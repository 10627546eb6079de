package wording

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Зміст   Заходів\u00a0\n":    "зміст заходів",
		"видаткiв музеїв i Лiсова":   "видатків музеїв і лісова",
		"Пaспоpт бюджетної пpогpaми": "паспорт бюджетної програми",
		"YKPAЇHA":    "україна",
		"COVID-19":   "covid-19",
		"СOVID":      "covid", // Cyrillic С
		"PR-агенція": "pr-агенція",
		"зв’язок зв`язок звʼязок зв´язок": "зв'язок зв'язок зв'язок зв'язок",
		"природоохорон-\nних":             "природоохоронних",
		"природо\u00adохоронних":          "природоохоронних",
		"плани-\nА та Б":                  "плани- а та б", // a capital begins its own word
		"соціально-економічний":           "соціально-економічний",
		"Р І Ш Е Н Н Я":                   "рішення",
		"Д О Х О Д И":                     "доходи",
		"Р І Ш Е Н Н Я  С Е С І Ї":        "рішення сесії",
		"а і в у":                         "аіву",
		"з і в":                           "з і в",
		"3аходи":                          "заходи",
		"рег1ональна програма":            "регіональна програма",
		"3грн 0гривень 3особи":            "3грн 0гривень 3особи",
		"бюджету2":                        "бюджету2",
		"бюджету3":                        "бюджету3",
		"2018 — 2020":                     "2018 – 2020",
		"":                                "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestFoldLookalikes: a Cyrillic word folds to itself whichever of its letters
// were typed in Latin, as long as one letter shows what it is.
func TestFoldLookalikes(t *testing.T) {
	letters := rapid.SliceOfN(rapid.SampledFrom([]rune("абвгдежзийклмнопрстуфхцчшщьюяіїєґ")), 2, 12)
	rapid.Check(t, func(t *rapid.T) {
		word := strings.ToUpper(string(letters.Draw(t, "letters")) + "щ")
		typed := ""
		for _, r := range word {
			if latin := latinTwin.of(r); latin != 0 && rapid.Bool().Draw(t, "latin") {
				r = latin
			}
			typed += string(r)
		}
		if got := Fold(typed); got != strings.ToLower(word) {
			t.Fatalf("Fold(%q) = %q, want %q", typed, got, strings.ToLower(word))
		}
	})
}

func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"об'єкт зв'язку":       "об'єкт|зв'язку",
		"проектно-кошторисної": "проектно-кошторисної",
		"№ з/п":                    "з|п",
		"тис.грн":                  "тис|грн",
		"«міста»":                  "міста",
		"'слово' - інше":           "слово|інше",
		"% виконання (гр6/гр5*10)": "виконання|гр6|гр5|10",
		"":                         "",
	} {
		if got := strings.Join(Words(in), "|"); got != want {
			t.Errorf("Words(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestStemJoinsCases(t *testing.T) {
	for _, forms := range []string{
		"програма програми програмі програму програмою програмам",
		"захід-заходу захід-заходи захід-заходів захід-заходам",
		"міська міської міську міською міське",
		"рада ради раді раду радою",
		"розвиток",
	} {
		words := strings.Fields(forms)
		for _, w := range words {
			if Stem(w) != Stem(words[0]) {
				t.Errorf("Stem(%q) = %q, Stem(%q) = %q", w, Stem(w), words[0], Stem(words[0]))
			}
		}
	}
	if got := Stem("рік"); got != "рік" {
		t.Errorf("Stem(рік) = %q: three letters stay", got)
	}
}

func TestHasStems(t *testing.T) {
	folded := Fold("Орієнтовний загальний обсяг фінансування, тис.грн")
	if !HasStems(folded, "орієнтов", "обсяг", "фінанс") || HasStems(folded, "обсяг", "орієнтов") || !HasStems(folded) || HasStems("", "обсяг") {
		t.Error("stems must be found in order and only there")
	}
}

func TestKey(t *testing.T) {
	same := [][2]string{
		{"міської цільової програми «Квітуче подвір'я. Місто садів» на 2018-2020 роки", "Вигаданівська міська рада"},
		{"Міська цільова програма \"Квітуче подвір’я. Місто садів\"", "Вигаданівської міської ради"},
		{"ПРОГРАМА «КВІТУЧЕ ПОДВІРЯ. МІСТО САДІВ» за 2019 рік", "ВИГАДАНІВСЬКА МІСЬКА РАДА"},
		{"Квітуче подвір'я. Місто садів", "Вигаданівська міська рада"},
	}
	first := Key(same[0][0], same[0][1])
	for _, k := range same {
		if got := Key(k[0], k[1]); got != first || got == "" {
			t.Errorf("Key(%q) = %q, want %q", k[0], got, first)
		}
	}
	for _, other := range [][2]string{
		{"Програма «Квітуче подвір'я»", "Вигаданівська міська рада"},
		{"Програма «Квітуче подвір'я. Місто садів»", "Інша сільська рада"},
		{"", "Вигаданівська міська рада"},
	} {
		if Key(other[0], other[1]) == first {
			t.Errorf("Key(%q, %q) is the other programme's", other[0], other[1])
		}
	}
	if Key("Програма розвитку культури на 2021 – 2023 роки", "") != Key("Програми розвитку культури за 2022 рік", "") {
		t.Error("years must not tell programmes apart")
	}
}

func TestIsTotalAndPart(t *testing.T) {
	for in, want := range map[string]string{
		"Всього": "total", "Всього:": "total", "ВСЬОГО": "total", "Усього:": "total", "Разом": "total", "РАЗОМ видаткiв": "total", "Усього видатків": "total",
		"Всього на виконання заходів з озеленення": "total", "Всього по об'єкту": "total", "Підсумок": "total", "Р А З О М": "total", "Видатки, усього": "total",
		"3. Разом за розділом": "total", "Bсього": "total", "Повна собівартість": "total", "Загальна сума": "total",
		"у тоиу числі": "part", "в тому чслі:": "part", "у тому селі": "", "У чому числі": "part",
		"Рзом": "total", "Разоом:": "total", "РАЗОИ": "total", "Усьго видатків": "total", "Влього на виконання заходів з озеленення": "total",
		"Раком": "total", "Итогл:": "total", "Того": "", "Газом опалення": "", "Усного слова": "", "Радом міста": "", "Рзом з громадою": "", "Опалення газом": "", "Разова допомога": "", "Цього року": "", "Рамок для картин купити разом з людьми школи": "",
		"у тому числі": "part", "у тому числі:": "part", "в т.ч.": "part", "у т. ч.": "part", "з них": "part", "з них на:": "part", "Із них: видатки усього": "part", "Зокрема": "part",
		"Разом з громадою висадити дерева": "", "Придбання": "", "": "", "540,0": "", "Утримання парку": "", "В Україні": "", "З нагоди свята": "",
		"Роботи, які громада виконає своїми силами та з підприємцями разом": "",
	} {
		got := ""
		if IsTotal(in) {
			got += "total"
		}
		if IsPart(in) {
			got += "part"
		}
		if got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	for in, want := range map[string]bool{
		"Висаджено дерева.": true, "Чому?": true, "Так!»": true, "(див. вище.)": true, "тощо…": true, "витрачено 12 тис. грн.": true, "станом на 2019.": true, "і далі...": true,
		"Висаджено": false, "м.": false, "і т.д.": false, "у 2018 р.": false, "вул.": false, "О.": false, "тис.": false, "так,": false, "роки:": false, "«слово»": false, "": false, "1.": false, "1.1.": false, ".": false,
	} {
		if got := EndsSentence(in); got != want {
			t.Errorf("EndsSentence(%q) = %v", in, got)
		}
	}
	for in, want := range map[string]bool{
		"дерева висаджено": true, " та кущі": true, ") тощо": true, "» і ще": true, ", а також": true, "” міста": true,
		"Дерева": false, "2018 рік": false, "- дерева": false, "«Сад»": false, "а) дерева": false, "": false, "”Сад": false,
	} {
		if got := StartsInside(in); got != want {
			t.Errorf("StartsInside(%q) = %v", in, got)
		}
	}
}

func TestIsLower(t *testing.T) {
	for r := rune(-1); r <= unicode.MaxRune; r++ {
		if isLower(r) != unicode.IsLower(r) {
			t.Fatalf("%U", r)
		}
	}
}
