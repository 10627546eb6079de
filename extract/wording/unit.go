package wording

import (
	"strings"

	"zvit/extract/record"
)

// UnitSpan is a unit of money found in text, by bytes.
type UnitSpan struct {
	Unit       record.Unit
	Text       string
	Start, End int
	// Per is what the money is for one of ("куб.м" in "грн/куб.м"): a tariff.
	Per string
}

// FindUnits returns the units of money in s, in order: "тис.грн", "тис. гривень",
// "млн грн", "грн.", "коп.", in any spacing, case and abbreviation, glued to a
// number or not. "тис." that belongs to Гкал, осіб, куб.м or another thing that
// is no money is left out; without "грн" it is money only where no noun follows
// and a word for money stands before it ("Обсяг видатків, тис."). "Грн., коп."
// is one unit: hryvnias printed with kopecks.
func FindUnits(s string) []UnitSpan {
	if !mayHaveUnit(s) {
		return nil
	}
	return unitsOf(s, lex(s))
}

func unitsOf(s string, tokens []token) []UnitSpan {
	var units []UnitSpan
	for i := 0; i < len(tokens); i++ {
		m := unitAt(tokens, i)
		if m.next == 0 {
			continue
		}
		if m.bare && (!moneyBefore(tokens[:i]) || !bareMoney(tokens, m.next)) {
			continue
		}
		units = append(units, spanOf(s, tokens, i, m))
		i = m.next - 1
	}
	return units
}

func spanOf(s string, tokens []token, i int, m unitMatch) UnitSpan {
	start, end := int(tokens[i].start), int(tokens[m.last].end)
	span := UnitSpan{Unit: m.unit, Text: s[start:end], Start: start, End: end}
	if from, to := perAt(tokens, m.next); to > 0 {
		span.Per = s[tokens[from].start:tokens[to-1].end]
	}
	return span
}

// unitMatch is a unit found at a token: last is its last word, next the token
// after it and its full stop.
type unitMatch struct {
	unit       record.Unit
	last, next int
	bare       bool // a multiplier without the currency
}

// unitAt reads a unit that begins at tokens[i]; next is 0 where there is none.
func unitAt(tokens []token, i int) unitMatch {
	t := tokens[i]
	if t.kind == tokenMark {
		if t.text == "₴" {
			return unitMatch{record.UAH, i, i + 1, false}
		}
		return unitMatch{}
	}
	if t.kind != tokenWord {
		return unitMatch{}
	}
	if t.text == "т" && i+2 < len(tokens) && tokens[i+1].is(".") && isCurrency(tokens[i+2].text, true) { // "т.грн"
		return unitMatch{record.ThousandUAH, i + 2, dotAfter(tokens, i+3), false}
	}
	if unit, rest := multiplier(t.text); unit != record.NoUnit {
		if isCurrency(rest, true) {
			return unitMatch{unit, i, dotAfter(tokens, i+1), false}
		}
		if rest != "" {
			return unitMatch{}
		}
		j := dotAfter(tokens, i+1)
		if j < len(tokens) && tokens[j].is("-") && j+1 < len(tokens) { // "тис.-грн", "тис. -\nгрн"
			if isCurrency(tokens[j+1].text, true) {
				j++
			}
		}
		if j+1 < len(tokens) && tokens[j].is(",") && !tokens[j].spaced && isCurrency(tokens[j+1].text, true) {
			j++ // "тис, грн": a scan's comma for the full stop
		}
		if j < len(tokens) && tokens[j].text == "₴" {
			return unitMatch{unit, j, j + 1, false}
		}
		if j < len(tokens) && tokens[j].kind == tokenWord && isCurrency(tokens[j].text, true) {
			return unitMatch{unit, j, dotAfter(tokens, j+1), false}
		}
		return unitMatch{unit, i, j, true}
	}
	switch {
	case isCurrency(t.text, false):
		next := dotAfter(tokens, i+1)
		// "грн., коп." without a number between.
		k := next
		if k < len(tokens) && tokens[k].is(",", "/", "та", "і") {
			k++
		}
		if k < len(tokens) && isKopeck(tokens[k].text) {
			return unitMatch{record.UAH, k, dotAfter(tokens, k+1), false}
		}
		if m := bracketMultiplier(tokens, next); m.next > 0 {
			return m
		}
		return unitMatch{record.UAH, i, next, false}
	case isKopeck(t.text):
		return unitMatch{record.Kopeck, i, dotAfter(tokens, i+1), false}
	}
	if unit, j := misreadMultiplier(tokens, i); j > 0 {
		return unitMatch{unit, j, dotAfter(tokens, j+1), false}
	}
	return unitMatch{}
}

// misreadMultiplier reads a short word before the hryvnia, with a full stop
// between, that is one letter away from "тис" or "млн" ("тнс. грн", "ис. грн"): no
// other word is cut short there. It returns the hryvnia's token.
func misreadMultiplier(tokens []token, i int) (record.Unit, int) {
	const shortest, longest = 2 * 2, 2 * 4
	if size := tokens[i].size(); size < shortest || size > longest || i+2 >= len(tokens) || !tokens[i+1].is(".") || !isCurrency(tokens[i+2].text, false) {
		return record.NoUnit, 0
	}
	switch {
	case oneLetterOff(tokens[i].text, "тис"):
		return record.ThousandUAH, i + 2
	case oneLetterOff(tokens[i].text, "млн"):
		return record.MillionUAH, i + 2
	}
	return record.NoUnit, 0
}

// bracketMultiplier reads the "(тис.)" that follows a currency.
func bracketMultiplier(tokens []token, i int) unitMatch {
	if i+2 >= len(tokens) || !tokens[i].is("(") || tokens[i+1].kind != tokenWord {
		return unitMatch{}
	}
	unit, rest := multiplier(tokens[i+1].text)
	end := dotAfter(tokens, i+2)
	if unit == record.NoUnit || rest != "" || end >= len(tokens) || !tokens[end].is(")") {
		return unitMatch{}
	}
	return unitMatch{unit, end, end + 1, false}
}

func dotAfter(tokens []token, i int) int {
	if i < len(tokens) && tokens[i].is(".") {
		return i + 1
	}
	return i
}

// multiplier reads "тис", "тисяч", "млн", "мільйонів", "млрд", and what is glued
// to it ("тисячгривень"). Russian re-tellings write "тысяч", "миллионов".
func multiplier(w string) (record.Unit, string) {
	for _, m := range multipliers {
		rest, ok := strings.CutPrefix(w, m.stem)
		if !ok {
			continue
		}
		for _, e := range m.endings {
			if after, ok := strings.CutPrefix(rest, e); ok && (after == "" || isCurrency(after, false)) {
				return m.unit, after
			}
		}
	}
	return record.NoUnit, ""
}

var multipliers = []struct {
	stem    string
	unit    record.Unit
	endings []string
}{
	{"тисяч", record.ThousandUAH, []string{"ами", "ах", "ам", "ею", "а", "і", "у", "и", ""}},
	{"тысяч", record.ThousandUAH, []string{"ами", "ах", "ей", "а", "и", "у", ""}},
	{"тис", record.ThousandUAH, []string{""}},
	{"тыс", record.ThousandUAH, []string{""}},
	{"тuс", record.ThousandUAH, []string{""}}, // a scan's u for и
	{"мільйон", record.MillionUAH, []string{"ами", "ів", "ам", "ах", "ом", "а", "и", "у", ""}},
	{"миллион", record.MillionUAH, []string{"ов", "а", "ы", ""}},
	{"млн", record.MillionUAH, []string{""}},
	{"мільярд", record.BillionUAH, []string{"ами", "ів", "ам", "ах", "ом", "а", "и", "у", ""}},
	{"миллиард", record.BillionUAH, []string{"ов", "а", "ы", ""}},
	{"млрд", record.BillionUAH, []string{""}},
}

// isCurrency holds for the hryvnia; "гр" counts after a multiplier only, since
// "гр. 5" is a column of a form.
func isCurrency(w string, afterMultiplier bool) bool {
	switch w {
	case "грн", "гривень", "гривні", "гривня", "гривню", "гривнею", "гривнях", "гривням", "гривнями", "гривен", "гривна", "гривны",
		"грив", "uah", "грнв", "грп", "rрн":
		return true
	case "гр":
		return afterMultiplier
	}
	return false
}

func isKopeck(w string) bool {
	return w == "коп" || strings.HasPrefix(w, "копійк") || w == "копійок" || w == "копеек" || w == "копейки"
}

// perAt reads what one of the money is for: "/куб.м", "за 1 Гкал", "на одну
// особу"; to is 0 where nothing is.
func perAt(tokens []token, i int) (from, to int) {
	if i >= len(tokens) {
		return 0, 0
	}
	switch t := tokens[i]; {
	case t.is("/", "\\"):
		i++
		if i < len(tokens) && tokens[i].kind == tokenDigits && tokens[i].value == 1 {
			i++
		}
	case t.is("за", "на") && i+2 < len(tokens) && oneOf(tokens[i+1]):
		i += 2
		if tokens[i].kind != tokenWord || monthOf(tokens[i].text, true) > 0 || tokens[i].begins("рік", "рок", "січ") && t.is("на") {
			return 0, 0
		}
	case t.is("за") && i+1 < len(tokens) && isMeasure(tokens[i+1].text):
		i++
	default:
		return 0, 0
	}
	if i >= len(tokens) || tokens[i].kind != tokenWord || unitAt(tokens, i).next > 0 {
		return 0, 0
	}
	if tokens[i].is("рік", "року", "р") {
		return 0, 0 // "тис. грн/рік" heads a year's money
	}
	from, to = i, i+1
	for to < len(tokens) && !tokens[to].spaced && (tokens[to].is(".") && to+1 < len(tokens) && isMeasure(tokens[to+1].text) && !tokens[to+1].spaced ||
		tokens[to].kind == tokenWord || tokens[to].kind == tokenDigits && tokens[to].size() == 1 || tokens[to].is("²", "³")) {
		to++
	}
	if tokens[from].is("куб", "кв", "пог") && to == from+1 {
		k := dotAfter(tokens, to)
		if k < len(tokens) && tokens[k].begins("м") {
			to = k + 1
		}
	}
	return from, to
}

func oneOf(t token) bool {
	return t.kind == tokenDigits && t.value == 1 || t.is("одну", "одного", "один", "одне", "одиницю")
}

// isMeasure holds for units of things that are counted or measured.
func isMeasure(w string) bool {
	switch w {
	case "м", "км", "га", "кв", "куб", "гкал", "квт", "мвт", "год", "т", "кг", "л", "шт", "од", "осіб", "особу", "чол", "пог", "м2", "м3", "кілометр", "метр":
		return true
	}
	return false
}

// moneyBefore reports whether a word for money stands among the tokens.
func moneyBefore(tokens []token) bool {
	for i := len(tokens) - 1; i >= 0 && i >= len(tokens)-60; i-- {
		if isMoneyWord(tokens[i].text) {
			return true
		}
	}
	return false
}

func isMoneyWord(w string) bool {
	for _, stem := range [...]string{
		"фінанс", "профінанс", "видатк", "витрат", "кошт", "сум", "вартіст", "вартост", "бюджет", "асигнув", "призначен", "доход",
		"надход", "субвенц", "дотац", "заборгован", "кредит", "виділен", "спрямован", "податк", "гривн", "освоєн", "профінс",
	} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// bareMoney reports whether a multiplier without the currency may be money by
// what follows it: anything but a noun.
func bareMoney(tokens []token, i int) bool {
	if i >= len(tokens) || tokens[i].newline {
		return true
	}
	t := tokens[i]
	switch t.kind {
	case tokenDigits:
		return false
	case tokenMark:
		return !t.is("/", "\\", "²", "³", "№", "-")
	}
	return t.is("на", "для", "з", "із", "зі", "по", "у", "в", "та", "і", "й", "або", "до", "за", "від", "було", "бюджетних", "державних", "власних", "коштів", "що", "який", "які")
}
