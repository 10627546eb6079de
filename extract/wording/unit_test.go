package wording

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"zvit/extract/record"
)

func TestFindUnits(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"грн", "uah грн"},
		{"(грн.)", "uah грн"},
		{"у грн.", "uah грн"},
		{"гривень", "uah гривень"},
		{"Обсяг, тис.грн", "thousand_uah тис.грн"},
		{"(тис. грн.)", "thousand_uah тис. грн"},
		{"тис грн", "thousand_uah тис грн"},
		{"ТИС. ГРИВЕНЬ", "thousand_uah ТИС. ГРИВЕНЬ"},
		{"тис.\nгрн", "thousand_uah тис.\nгрн"},
		{"тиc.гpн", "thousand_uah тиc.гpн"}, // Latin c, p
		{"у тисячах гривень", "thousand_uah тисячах гривень"},
		{"тисячгривень", "thousand_uah тисячгривень"},
		{"158мільйонів гривень", "million_uah мільйонів гривень"},
		{"млн грн", "million_uah млн грн"},
		{"млрд. грн", "billion_uah млрд. грн"},
		{"628916грн.", "uah грн"},
		{"50 коп.", "kopeck коп"},
		{"грн., коп.", "uah грн., коп"},
		{"тис. грн / грн", "thousand_uah тис. грн; uah грн"},
		{"грн/куб.м", "uah грн per куб.м"},
		{"грн./кв.м", "uah грн per кв.м"},
		{"грн за 1 Гкал", "uah грн per Гкал"},
		{"грн на одну особу", "uah грн per особу"},
		{"грн на 1 січня 2020 року", "uah грн"},
		{"Обсяг видатків, тис.", "thousand_uah тис"},
		{"Кількість населення, тис.", ""},
		{"тис. Гкал", ""},
		{"тис.осіб", ""},
		{"тис.куб.м", ""},
		{"тис кВт год", ""},
		{"млн. тонн", ""},
		{"видатки на 12 тисяч відвідувачів", ""},
		{"гр. 5", ""},
		{"копія рішення", ""},
		{"тисне гривас", ""},
		{"(т.грн)", "thousand_uah т.грн"},
		{"Обсяг, т. грн.", "thousand_uah т. грн"},
		{"витрати, т", ""},
		{"12 т. зерна, грн", "uah грн"},
		{"тис, грн", "thousand_uah тис, грн"},
		{"грн (тис.)", "thousand_uah грн (тис.)"},
		{"грн (тис. осіб)", "uah грн"},
		{"тис. ₴", "thousand_uah тис. ₴"},
		{"тuс. грн", "thousand_uah тuс. грн"}, // Latin u
		{"тис. грн/рік", "thousand_uah тис. грн"},
		{"грн/міс", "uah грн per міс"},
	} {
		var got []string
		for _, u := range FindUnits(tt.in) {
			s := string(u.Unit) + " " + u.Text
			if u.Per != "" {
				s += " per " + u.Per
			}
			if tt.in[u.Start:u.End] != u.Text {
				t.Errorf("FindUnits(%q): span %d-%d is not %q", tt.in, u.Start, u.End, u.Text)
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("FindUnits(%q) = %q, want %q", tt.in, s, tt.want)
		}
	}
}

func TestFindMoney(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"складають 5 200 600,0 тис. гривень, з них:", "5 200 600,0|thousand_uah"},
		{"у 2018 році – 2 080 600 тис. гривень;", "2 080 600|thousand_uah"},
		{"у 2018 540,0 тис.грн", "540,0|thousand_uah"},
		{"49 тис.грн. та 12,5 грн/куб.м", "49|thousand_uah; 12,5|uah per куб.м"},
		{"–2570гривень", "2570|uah"},
		{"повернуто -2570 гривень", "-2570|uah"},
		{"2394,00+417,00= 2811,00грн.", "2811,00|uah"},
		{"1 326860 грн", "1 326860|uah"},
		{"1117 777,5 тис.грн", "1117 777,5|thousand_uah"}, // unreadable rather than wrong
		{"3 млн. 520 тис.грн", "3 млн. 520|thousand_uah =352000000"},
		{"1 млн 106 тис. грн", "1 млн 106|thousand_uah =110600000"},
		{"2 млрд. 42 млн. гривень", "2 млрд. 42|million_uah =204200000000"},
		{"1 млрд 488 800 тис грн", "1 млрд 488 800|thousand_uah =148880000000"},
		{"видатки 158 мільйонів 700 тисяч", "158 мільйонів 700|thousand_uah =15870000000"},
		{"100 грн. 50 коп.", "100 грн. 50|kopeck =10050"},
		{"100 грн 05 коп.", "100 грн 05|kopeck =10005"},
		{"3 млн грн, 520 тис. грн", "3|million_uah; 520|thousand_uah"},
		{"3 млн 5200 тис. грн", "5200|thousand_uah"},
		{"36 000,00 грн. (тридцять шість тисяч гривень)", "36 000,00|uah (тридцять шість тисяч гривень)"},
		{"36 000 (тридцять шість тисяч) грн 00 коп.", "36 000 (тридцять шість тисяч) грн 00|kopeck =3600000 (тридцять шість тисяч)"},
		{"36 000 грн (у тому числі ПДВ)", "36 000|uah"},
		{"сума 49 млн на ремонт", "49|million_uah"},
		{"49 тисяч відвідувачів", ""},
		{"12 тис. Гкал", ""},
		{"45 осіб", ""},
		{"№ 45 грн", ""},
		{"школі №5 540,0 тис.грн", "540,0|thousand_uah"},
		{"підтримка (87 родин) – 2 147 360, 00 грн;", "2 147 360, 00|uah"},
		{"сплачено 180, 05 грн", "180, 05|uah"},
		{"сплачено 1 200, 50 грн", "1 200, 50|uah"},
		{"у розмірі 23, 3 мільйони гривень", "23, 3|million_uah"}, // unreadable rather than wrong
		{"сплачено 1200, 50 грн", "1200, 50|uah"},                 // so is this
		{"у 2019, 3 млн грн", "3|million_uah"},
		{"у будинках 3, 15,5 тис. грн", "15,5|thousand_uah"},
		{"у школах 12, 340 тис. грн", "340|thousand_uah"},
		{"по 12, 15 осіб і 40 грн", "40|uah"},
		{"на суму 3918204.46 , грн.", "3918204.46|uah"},
		{"на 2019, грн", ""},
		{"стан здоров'я-24603,8 тис.грн", "24603,8|thousand_uah"},
		{"сплачено за газ-24603,8 тис.грн", "24603,8|thousand_uah"},
		{"літак Ту-1341 грн", ""},
		{"блок А-5,5 грн", ""},
	} {
		var got []string
		last := 0
		for _, a := range FindMoney(tt.in) {
			s := a.Printed + "|" + string(a.Unit)
			if a.Per != "" {
				s += " per " + a.Per
			}
			if a.Compound != nil {
				s += fmt.Sprintf(" =%d", *a.Compound)
			}
			if a.Words != "" {
				s += " (" + a.Words + ")"
			}
			if a.Start < last || !strings.Contains(tt.in[a.Start:a.End], a.Printed) || !strings.Contains(tt.in[a.Start:a.End], a.UnitText) {
				t.Errorf("FindMoney(%q): span %q", tt.in, tt.in[a.Start:a.End])
			}
			last = a.End
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("FindMoney(%q) = %q, want %q", tt.in, s, tt.want)
		}
	}
}

func TestParseWords(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want record.Kopecks // -1: none
	}{
		{"Одинадцять мільйонів шістсот п'ятдесят сім тисяч гривень 50 копійок", 1_165_700_050},
		{"тридцять шість тисяч гривень", 3_600_000},
		{"тридцять шість тисяч", 3_600_000},
		{"двох тисяч п’ятисот гривень", 250_000},
		{"ста двадцяти гривень 00 коп.", 12_000},
		{"тисяча гривень", 100_000},
		{"п\"ять тисяч гривень", 500_000},
		{"пять тисячгривень", 500_000},
		{"дев`яносто дев'ять гривень дев'яносто дев'ять копійок", 9_999},
		{"П'ЯТДЕСЯТ КОПІЙОК", 50},
		{"один мільярд двісті мільйонів гривень", 120_000_000_000},
		{"двома мільйонами трьомастами тисячами гривень", 230_000_000},
		{"2 млн. 300 тис. гривень", 230_000_000},
		{"12 грн 50 коп.", 1_250},
		{"36 000 грн", 3_600_000},
		{"нуль гривень 05 коп.", 5},
		{"двадцять тридцять гривень", -1},
		{"п'ять двадцять гривень", -1},
		{"тисяча мільйонів гривень", -1},
		{"сто двісті", -1},
		{"гривень", -1},
		{"сто гривень двісті", -1},
		{"сто дерев", -1},
		{"", -1},
		{"12 500", -1},
		{"дев'ять мільярдів мільярдів гривень", -1},
	} {
		got, ok := ParseWords(tt.in)
		if ok != (tt.want >= 0) || ok && got != tt.want {
			t.Errorf("ParseWords(%q) = %d, %v; want %d", tt.in, got, ok, tt.want)
		}
	}
}

// TestParseWordsReadsWhatIsSpelt spells amounts in the nominative and reads them.
func TestParseWordsReadsWhatIsSpelt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.Int64Range(0, 999_999_999_999_99).Draw(t, "kopecks")
		s := spell(k/100) + " гривень"
		if k%100 > 0 {
			s += " " + spell(k%100) + " копійок"
		}
		if got, ok := ParseWords(s); !ok || int64(got) != k {
			t.Fatalf("ParseWords(%q) = %d, %v; want %d", s, got, ok, k)
		}
	})
}

// spell writes n in words, masculine throughout.
func spell(n int64) string {
	if n == 0 {
		return "нуль"
	}
	var words []string
	for _, scale := range []struct {
		value int64
		name  string
	}{{1_000_000_000, "мільярдів"}, {1_000_000, "мільйонів"}, {1000, "тисяч"}, {1, ""}} {
		g := n / scale.value % 1000
		if g == 0 {
			continue
		}
		words = append(words, strings.Fields("_ сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот")[g/100])
		if g %= 100; g >= 20 {
			words = append(words, strings.Fields("_ _ двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто")[g/10])
			g %= 10
		}
		words = append(words, strings.Fields("_ один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять")[g])
		words = append(words, scale.name)
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.Join(words, " "), "_", "")), " ")
}

// FuzzText: nothing that reads running text panics, and every span lies in it,
// in order.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"у 2018 році – 2 080 600 тис. гривень (два мільйони) 05 коп.", "3 млн. 520 тис.грн/куб.м", "«03» червня 2015 р. № 3-6/VІІІ", "Р І Ш Е Н Н Я",
		"2 квартал 2021 – 4 квартал 2021 року", "за 1", "грн за 1", "( сто", "природоохо-\nронних", "18.12.", "1 ", "№", "до 2020", "в т.ч.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		check := func(what string, last *int, start, end int) {
			if start < *last || end <= start || end > len(s) {
				t.Fatalf("%s of %q: span %d-%d after %d", what, s, start, end, *last)
			}
			*last = end
		}
		n, u, m, d := 0, 0, 0, 0
		for _, x := range FindNumerals(s) {
			check("numeral", &n, x.Start, x.End)
		}
		for _, x := range FindUnits(s) {
			check("unit", &u, x.Start, x.End)
		}
		for _, x := range FindMoney(s) {
			check("money", &m, x.Start, x.End)
		}
		for _, x := range FindDates(s) {
			check("date", &d, x.Start, x.End)
		}
		folded := Fold(s)
		for _, w := range Words(folded) {
			if w == "" || !strings.Contains(folded, w) {
				t.Fatalf("word %q of %q", w, folded)
			}
			Stem(w)
		}
		FindPeriod(s)
		Years(s)
		Key(s, s)
		ParseWords(s)
		ReadHeading([]string{s, s})
		if IsPeriod(s) && !IsTerm(s) {
			t.Fatalf("%q is a period and no term", s)
		}
		EndsSentence(s)
		StartsInside(s)
		if IsTotal(s) && IsPart(s) {
			t.Fatalf("%q is a total and a part", s)
		}
		RowNumber(s)
	})
}

// What is refused at a glance has no unit.
func TestMayHaveUnit(t *testing.T) {
	for _, s := range []string{
		"Видатки, тис.грн", "ТИС. ГPН", "сума ’грн’", "у гр\u00adн.", "ремонт, млн.", "₴", "UAH", "UАН", "5 коп.", "1грн", "5 гр.", "тисячгривень",
		"мільйонів", "миллионов", "мiльярд", "тысяч", "K0п, коп", "тиc", "Tис",
	} {
		if !mayHaveUnit(s) {
			t.Errorf("%q is refused", s)
		}
	}
	for _, s := range []string{"", "Ремонт доріг громади", "2 особи", "у кожному дворі", "тиждень", "мистецтво"} {
		if mayHaveUnit(s) {
			t.Errorf("%q is taken", s)
		}
	}
	parts := []string{"грн", "грп", "rрн", "тuс", "т.", "(", ")", "ГРН", "тис", "тыс", "млн", "млрд", "коп", "гр", "uah", "₴", "гривень", "ами", "ійок", "p", "P", "H", "c", "K", "M", "T", "o", "i", "а", "п'", "-", " ", ".", ",", "5", "\u00ad", "’", "\n"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "text"), "")
		if units := unitsOf(s, lex(s)); len(units) > 0 && !mayHaveUnit(s) {
			t.Fatalf("%q is refused and has %v", s, units)
		}
	})
}

// A misread "тис." before the hryvnia is one: read as hryvnias, the figure would be
// a thousandth of what it is. Words of a sentence are none.
func TestMisreadMultiplier(t *testing.T) {
	for text, want := range map[string]record.Unit{
		"План, ис. грн":           record.ThousandUAH,
		"План, тис. грн":          record.ThousandUAH,
		"3 200,0 тс. грн":         record.ThousandUAH,
		"План, мли. грн":          record.MillionUAH,
		"Усього. Грн":             record.UAH,
		"План на рік. Грн":        record.UAH,
		"за актом № 5 коп. грн":   record.Kopeck,
		"обсяг для всіх тих грн.": record.UAH,
	} {
		if units := FindUnits(text); len(units) == 0 || units[0].Unit != want {
			t.Errorf("%q: %+v, want %s", text, units, want)
		}
	}
}
