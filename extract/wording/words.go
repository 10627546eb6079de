package wording

import (
	"strings"

	"zvit/extract/record"
)

// ParseWords reads an amount in Ukrainian words ("Одинадцять мільйонів шістсот
// п'ятдесят сім тисяч гривень 50 копійок") exactly. Numerals stand in any case;
// apostrophes are of any kind or lost; hryvnias may be given in figures ("245 тис.
// грн", "12 грн 50 коп."), kopecks mostly are. The scales descend, as in any
// number, and the parts below a scale are smaller than it: otherwise it is false.
// "Гривень" must be said, unless the words are all there is ("тридцять шість
// тисяч") or only kopecks follow.
func ParseWords(s string) (record.Kopecks, bool) {
	if len(s) > 2000 {
		return 0, false
	}
	var w wordNumber
	for _, t := range lex(joinApostrophes(s)) {
		if !w.take(t) {
			return 0, false
		}
	}
	return w.finish()
}

// joinApostrophes drops the marks that scanning puts for an apostrophe within a
// word: "п"ять", "дев*ять", "п?ять".
func joinApostrophes(s string) string {
	if !strings.ContainsAny(s, "\"*?^’”“") {
		return s
	}
	runes := []rune(s)
	out := make([]rune, 0, len(runes))
	for i, r := range runes {
		if strings.ContainsRune("\"*?^’”“", r) && i > 0 && i+1 < len(runes) && isLetter(runes[i-1]) && isLetter(runes[i+1]) {
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// wordNumber is an amount as far as it is read.
type wordNumber struct {
	total    int64 // closed scales
	group    int64 // below the next scale
	lowest   int64 // of the scales closed so far
	rank     int64 // of the last word in the group: 100, 10, 1
	open     bool  // the group has a word
	any      bool
	figures  bool // the group is in figures
	hryvnias int64
	named    bool // "гривень" was read
	kopecks  int64
	ended    bool // "копійок" was read
}

const maxHryvnias = 90_000_000_000_000_000 // 9 * 10^16 UAH are below 2^63 kopecks

func (w *wordNumber) take(t token) bool {
	if t.kind == tokenMark {
		return t.is("(", ")", ".", ",", "-", "–", "/", "\"", ";")
	}
	if w.ended {
		return t.is("пдв", "без", "з", "у", "тому", "числі", "в", "т", "ч")
	}
	if t.kind == tokenDigits {
		return w.figure(t)
	}
	text := strings.ReplaceAll(t.text, "'", "")
	if v, ok := cardinals[text]; ok {
		return w.cardinal(v)
	}
	if scale := scaleWord(t.text); scale > 0 {
		return w.close(scale)
	}
	if u, rest := multiplier(t.text); rest != "" { // "тисячгривень"
		if !w.close(u.Kopecks() / 100) {
			return false
		}
		t.text = rest
	}
	switch {
	case isCurrency(t.text, true):
		if w.named || !w.any {
			return false
		}
		w.hryvnias, w.named = w.total+w.group, true
		*w = wordNumber{hryvnias: w.hryvnias, named: true}
		return true
	case isKopeck(t.text):
		if !w.open || w.total > 0 || w.group > 99 {
			return false
		}
		w.kopecks, w.ended = w.group, true
		return true
	}
	return t.is("і", "й", "та", "українських", "сума", "прописом", "всього", "разом")
}

func (w *wordNumber) figure(t token) bool {
	size := t.size()
	switch {
	case t.value < 0, w.open && !w.figures:
		return false
	case w.figures && (!t.spaced || size != 3 || w.group > maxHryvnias/1000):
		return false
	case w.figures:
		w.group = w.group*1000 + int64(t.value)
	default:
		w.group = int64(t.value)
	}
	w.open, w.any, w.figures, w.rank = true, true, true, 1
	return true
}

// cardinal adds a word below a thousand; words descend: hundreds, tens, ones.
func (w *wordNumber) cardinal(v int64) bool {
	rank := int64(1)
	switch {
	case v >= 100:
		rank = 100
	case v >= 20:
		rank = 10
	}
	if w.figures || w.open && (rank >= w.rank || v == 0 || w.rank == 10 && v >= 10 || w.group == 0) {
		return false
	}
	w.group += v
	w.open, w.any, w.rank = true, true, rank
	return true
}

// close multiplies what was read since the last scale; a bare "тисяча" is one.
func (w *wordNumber) close(scale int64) bool {
	if w.named || w.lowest > 0 && scale >= w.lowest {
		return false
	}
	g := w.group
	if !w.open {
		g = 1
	}
	if g > maxHryvnias/scale || w.total > maxHryvnias-g*scale || w.lowest > 0 && g*scale >= w.lowest {
		return false
	}
	*w = wordNumber{total: w.total + g*scale, lowest: scale, any: true}
	return true
}

func (w *wordNumber) finish() (record.Kopecks, bool) {
	switch {
	case w.ended:
		return record.Kopecks(w.hryvnias*100 + w.kopecks), true
	case w.named:
		return record.Kopecks(w.hryvnias * 100), !w.open && w.hryvnias <= maxHryvnias
	case !w.any || w.figures:
		return 0, false
	}
	return record.Kopecks((w.total + w.group) * 100), true
}

func scaleWord(w string) int64 {
	switch u, rest := multiplier(w); {
	case rest != "":
		return 0
	case u == record.ThousandUAH:
		return 1_000
	case u == record.MillionUAH:
		return 1_000_000
	case u == record.BillionUAH:
		return 1_000_000_000
	}
	return 0
}

// isCardinal reports whether a folded word is part of a number in words.
func isCardinal(w string) bool {
	if _, ok := cardinals[strings.ReplaceAll(w, "'", "")]; ok {
		return true
	}
	return scaleWord(w) > 0
}

// cardinals are the numerals below a thousand in all their cases, without
// apostrophes (Ukrainian Orthography of 2019, §§ 105-107).
var cardinals = func() map[string]int64 {
	m := map[string]int64{}
	for _, c := range []struct {
		value int64
		forms string
	}{
		{0, "нуль нуля нулю нулем ноль нулів"},
		{1, "один одна одно одне одну одного одному одним одної одній однією одною"},
		{2, "два дві двох двом двома"},
		{3, "три трьох трьом трьома"},
		{4, "чотири чотирьох чотирьом чотирма чотирьма"},
		{5, "пять пяти пятьох пятьом пятьма пятьома"},
		{6, "шість шести шістьох шістьом шістьма шістьома"},
		{7, "сім семи сімох сімом сьома сімома"},
		{8, "вісім восьми вісьмох вісьмом вісьма вісьмома"},
		{9, "девять девяти девятьох девятьом девятьма девятьома"},
		{10, "десять десяти десятьох десятьом десятьма десятьома"},
		{40, "сорок сорока"},
		{90, "девяносто девяноста"},
		{100, "сто ста"},
		{200, "двісті двохсот двомстам двомастами двохстах"},
		{300, "триста трьохсот трьомстам трьомастами трьохстах"},
		{400, "чотириста чотирьохсот чотирьомстам чотирмастами чотирьмастами чотирьохстах"},
	} {
		for _, f := range strings.Fields(c.forms) {
			m[f] = c.value
		}
	}
	for i, stem := range []string{"оди", "два", "три", "чотир", "пят", "шіст", "сім", "вісім", "девят"} {
		m[stem+"надцять"] = int64(11 + i)
		for _, e := range []string{"и", "ьох", "ьом", "ьма", "ьома"} {
			m[stem+"надцят"+e] = int64(11 + i)
		}
	}
	for _, c := range []struct {
		value int64
		stem  string
	}{{20, "двадцят"}, {30, "тридцят"}, {50, "пятдесят"}, {60, "шістдесят"}, {70, "сімдесят"}, {80, "вісімдесят"}} {
		for _, e := range []string{"", "ь", "и", "ьох", "ьом", "ьма", "ьома"} {
			m[c.stem+e] = c.value
		}
	}
	for value, stems := range map[int64][2]string{500: {"пят", "пяти"}, 600: {"шіст", "шести"}, 700: {"сім", "семи"}, 800: {"вісім", "восьми"}, 900: {"девят", "девяти"}} {
		for _, e := range []string{"сот"} {
			m[stems[0]+e], m[stems[1]+e] = value, value
		}
		m[stems[1]+"стам"], m[stems[1]+"стах"] = value, value
		m[stems[0]+"ьмастами"], m[stems[0]+"ьомастами"] = value, value
	}
	m["сьомастами"], m["вісьмастами"] = 700, 800
	return m
}()
