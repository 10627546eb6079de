package wording

import (
	"fmt"
	"strconv"
)

// Period is a span of time. From and To are years ("2018") or ISO dates; From
// is empty for "до 2025 року", both are where a part of a year has no year.
type Period struct {
	From, To string
	// Printed part of a year, as an ISO 8601 interval ("2020-01-01/2020-06-30"),
	// where the source names a quarter, half or number of months; else empty.
	// A part whose year is not printed has none here either ("--01-01/--06-30").
	Within string

	months [2]int // of a part without its year
}

// In gives a part of a year ("за І півріччя") the year that its context has;
// any other period is returned as it is.
func (p Period) In(year int) Period {
	if p.months[0] == 0 || p.From != "" {
		return p
	}
	return partPeriod(year, p.months[0], year, p.months[1])
}

// FindPeriod returns the first period of s: "2018-2020", "за 2018-2020 рік",
// "2024 – 2028 РОКИ", "2018 р.", "2 квартал 2021 – 4 квартал 2021 року", "за І
// півріччя 2020 року", "9 місяців", "станом на 01.07.2015".
//
// A list of years is the span from its first to its last. "Станом на" gives
// that day as both ends. Other dates (of decisions) are a period only as a range
// or where the text has nothing else.
func FindPeriod(s string) (Period, bool) {
	return periodOf(lex(s))
}

func periodOf(tokens []token) (Period, bool) {
	var day Period
	for i := 0; i < len(tokens); i++ {
		if d, next := dateAt(tokens, i); next > 0 {
			if p, ok := datePeriod(tokens, i, d, next); ok {
				return p, true
			}
			if day.To == "" {
				day = Period{From: d.iso(), To: d.iso()}
			}
			i = next - 1
			continue
		}
		if p, _ := periodAt(tokens, i); p != (Period{}) {
			return p, true
		}
	}
	return day, day.To != ""
}

// datePeriod reads a range of dates, or a day that "станом на" or "до" marks.
func datePeriod(tokens []token, i int, d date, next int) (Period, bool) {
	j := skipYearWord(tokens, next)
	if j < len(tokens) && (isRangeMark(tokens[j]) || tokens[j].is("по", "до")) && j+1 < len(tokens) {
		if e, end := dateAt(tokens, j+1); end > 0 {
			return Period{From: d.iso(), To: e.iso()}, true
		}
	}
	if i > 0 {
		switch prev := tokens[i-1]; {
		case prev.is("на") && i > 1 && tokens[i-2].is("станом"):
			return Period{From: d.iso(), To: d.iso()}, true
		case prev.is("до"):
			return Period{To: d.iso()}, true
		}
	}
	return Period{}, false
}

// periodAt reads the period that begins at tokens[i] and returns the index of
// the token after it; the zero Period where there is none.
func periodAt(tokens []token, i int) (Period, int) {
	if m1, m2, next := partAt(tokens, i); next > 0 {
		y, after := yearAfter(tokens, next)
		if y == 0 {
			w := fmt.Sprintf("--%02d-01/--%02d-%02d", m1, m2, monthDays(2001, m2))
			return Period{Within: w, months: [2]int{m1, m2}}, next
		}
		// "2 квартал 2021 – 4 квартал 2021 року".
		if after < len(tokens) && isRangeMark(tokens[after]) {
			if _, n2, end := partAt(tokens, after+1); end > 0 {
				if y2, end2 := yearAfter(tokens, end); y2 >= y {
					return partPeriod(y, m1, y2, n2), end2
				}
			}
		}
		return partPeriod(y, m1, y, m2), after
	}
	if !yearAt(tokens, i) {
		return Period{}, 0
	}
	first, last := tokens[i].number(), tokens[i].number()
	j := skipYearWord(tokens, i+1)
	single := true
	for j < len(tokens) {
		k := j
		if isRangeMark(tokens[j]) || tokens[j].is("/", ",", ";", "та", "і", "й", "по", "до") {
			k++
		} else if !tokens[j].newline {
			break
		}
		if k >= len(tokens) || tokens[k].kind != tokenDigits {
			break
		}
		t := tokens[k]
		switch size := t.size(); {
		case size == 4 && yearAt(tokens, k) && t.number() > last:
			last = t.number()
		case size == 2 && k > j && !t.spaced && tokens[j].is("-", "–", "/") && t.number() == (last+1)%100:
			last++
		default:
			k = 0
		}
		if k == 0 {
			break
		}
		single = false
		j = skipYearWord(tokens, k+1)
	}
	if single {
		k := j
		for k < len(tokens) && k < j+2 && tokens[k].is("(", ",", "за") {
			k++
		}
		if m1, m2, next := partAt(tokens, k); next > 0 {
			if y, _ := yearAfter(tokens, next); y == 0 {
				return partPeriod(first, m1, first, m2), next
			}
		}
		if i > 0 && tokens[i-1].is("до") {
			return Period{To: strconv.Itoa(first)}, j
		}
	}
	return Period{From: strconv.Itoa(first), To: strconv.Itoa(last)}, j
}

func partPeriod(y1, m1, y2, m2 int) Period {
	return Period{
		From: strconv.Itoa(y1), To: strconv.Itoa(y2),
		Within: date{y1, m1, 1}.iso() + "/" + date{y2, m2, monthDays(y2, m2)}.iso(),
	}
}

func isRangeMark(t token) bool { return t.kind == tokenMark && t.is("-", "–", "\u2212") }

// skipYearWord passes "р.", "рр.", "року", "роки".
func skipYearWord(tokens []token, i int) int {
	if i < len(tokens) && tokens[i].is("р", "рр", "рік", "року", "роки", "років", "році", "роках", "г", "гг", "год", "года", "годы") {
		i++
		for i < len(tokens) && tokens[i].is(".") && !tokens[i].spaced {
			i++
		}
		if i < len(tokens) && tokens[i].is("р") { // "р.р."
			i++
			if i < len(tokens) && tokens[i].is(".") {
				i++
			}
		}
	}
	return i
}

func yearAfter(tokens []token, i int) (year, next int) {
	for k := i; k < len(tokens) && k < i+2; k++ {
		if yearAt(tokens, k) {
			return tokens[k].number(), skipYearWord(tokens, k+1)
		}
		if !tokens[k].is(".", ",", "за", "у", "в") {
			break
		}
	}
	return 0, i
}

// partAt reads a quarter, a half, a number of months or a month's name, with
// ranges of them, and returns its first and last month.
func partAt(tokens []token, i int) (m1, m2, next int) {
	if i >= len(tokens) {
		return 0, 0, 0
	}
	if m := monthName(tokens, i); m > 0 {
		if i+2 < len(tokens) && isRangeMark(tokens[i+1]) {
			if n := monthName(tokens, i+2); n >= m {
				return m, n, i + 3
			}
		}
		return m, m, i + 1
	}
	n, j := ordinalAt(tokens, i)
	if n == 0 {
		return 0, 0, 0
	}
	last := n
	if j+1 < len(tokens) && (isRangeMark(tokens[j]) || tokens[j].is("та", "і", ",")) {
		if k, end := ordinalAt(tokens, j+1); k > n {
			last, j = k, end
		}
	}
	if j >= len(tokens) {
		return 0, 0, 0
	}
	t := tokens[j]
	switch {
	case t.begins("квартал") || t.is("кв") && j+1 < len(tokens) && tokens[j+1].is("."):
		if last <= 4 {
			return 3*n - 2, 3 * last, j + 1
		}
	case t.begins("півріч"):
		if last <= 2 {
			return 6*n - 5, 6 * last, j + 1
		}
	case t.is("місяців", "місяці", "місяць", "міс"):
		if last == n && n <= 12 {
			return 1, n, j + 1
		}
	}
	return 0, 0, 0
}

// monthName leaves "лютий" the adjective and abbreviations out: a whole name.
func monthName(tokens []token, i int) int {
	if tokens[i].kind != tokenWord {
		return 0
	}
	return monthOf(tokens[i].text, false)
}

// ordinalAt reads "1", "1-й", "ІV", "перше", "дев'ять".
func ordinalAt(tokens []token, i int) (n, next int) {
	t := tokens[i]
	switch {
	case t.kind == tokenDigits && t.size() <= 2:
		n = t.number()
	case t.kind == tokenWord:
		if n = romanFolded(t.text); n == 0 {
			n = smallOrdinals[t.text]
		}
	}
	if n < 1 || n > 12 {
		return 0, 0
	}
	i++
	if i+1 < len(tokens) && tokens[i].is("-") && !tokens[i].spaced && !tokens[i+1].spaced &&
		tokens[i+1].is("й", "го", "ий", "му", "ше", "е", "ть", "ти", "м") {
		i += 2
	}
	return n, i
}

// romanFolded reads a Roman numeral of a folded word in either alphabet.
func romanFolded(w string) int {
	out := make([]byte, 0, 8)
	for _, r := range w {
		switch r {
		case 'i', 'і':
			out = append(out, 'I')
		case 'v':
			out = append(out, 'V')
		case 'x', 'х':
			out = append(out, 'X')
		default:
			return 0
		}
	}
	return romanValue(string(out))
}

var smallOrdinals = map[string]int{
	"перше": 1, "першого": 1, "перший": 1, "першому": 1, "перші": 1, "друге": 2, "другого": 2, "другий": 2, "другому": 2,
	"третього": 3, "третій": 3, "третьому": 3, "четвертого": 4, "четвертий": 4, "четвертому": 4,
	"один": 1, "два": 2, "три": 3, "чотири": 4, "п'ять": 5, "шість": 6, "сім": 7, "вісім": 8, "дев'ять": 9, "десять": 10, "одинадцять": 11, "дванадцять": 12,
}

// IsPeriod reports whether s, as a whole cell, is a period or a list of years.
// "2018" is one; whether it is a number after all only its column can tell.
func IsPeriod(s string) bool {
	ok, dated := periodOnly(s)
	return ok && dated
}

// IsTerm reports whether s, as a whole cell, says when: a period, or words for
// one without a year ("протягом року", "постійно", "щоквартально").
func IsTerm(s string) bool {
	ok, _ := periodOnly(s)
	return ok
}

// timeWord reports whether a folded word may stand in a text that says when, and
// whether it says when by itself.
func timeWord(w string) (ok, says bool) {
	switch w {
	case "р", "рр", "рік", "року", "роки", "років", "році", "роках",
		"з", "із", "по", "до", "на", "за", "у", "в", "та", "і", "й", "протягом", "впродовж", "упродовж", "станом", "включно", "кінець", "кінця", "початок", "початку":
		return true, false
	case "постійно", "щороку", "щорічно", "щоквартально", "щомісяця", "щомісячно", "весь", "період", "поточного", "бюджетного", "звітного", "потреби", "мірі":
		return true, true
	}
	return false, false
}

// beginsTime reports whether a text that says when may begin with a folded word:
// nearly all other texts are refused by their first.
func beginsTime(w string) bool {
	word, _ := timeWord(w)
	return word || monthOf(w, false) > 0 || romanFolded(w) > 0 || smallOrdinals[w] > 0
}

// periodOnly reports whether s has nothing but words of time, and whether it
// has a year, a date or a part of a year.
func periodOnly(s string) (ok, dated bool) {
	if len(s) > 200 || len(s) > 120 && !hasDigit(s) {
		return false, false
	}
	s = trimSpace(s)
	if s != "" && letterSize(s, 0) > 0 {
		end, _ := letters(s, 0)
		if !beginsTime(Fold(s[:end])) {
			return false, false
		}
	}
	tokens := lex(s)
	some := false
	for i := 0; i < len(tokens); i++ {
		if _, next := dateAt(tokens, i); next > 0 {
			dated, some, i = true, true, next-1
			continue
		}
		if p, next := periodAt(tokens, i); p != (Period{}) {
			dated, some, i = true, true, max(next, i+1)-1
			continue
		}
		t := tokens[i]
		word, says := timeWord(t.text)
		if !word && !(t.kind == tokenMark && t.is("-", "–", ",", ".", ";", "(", ")", "/", ":")) {
			return false, false
		}
		some = some || says
		if t := tokens[i]; t.is("року", "рік") && i > 0 {
			some = true
		}
	}
	return some, dated
}
