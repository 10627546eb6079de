package wording

import (
	"fmt"
	"strings"
)

// DateSpan is a date found in text, by bytes.
type DateSpan struct {
	ISO        string // "2017-12-18"
	Start, End int
}

// FindDates returns the dates of s, in order: "18.12.2017", "18 грудня 2018
// року", "10 .02.2014р.", "«03» червня 2015 р.". Impossible dates are left out,
// and so is a year of two digits unless "р." follows or "від" precedes it. The
// span ends with the year's digits.
func FindDates(s string) []DateSpan {
	if !hasDigit(s) {
		return nil
	}
	return datesOf(lex(s))
}

func datesOf(tokens []token) []DateSpan {
	var dates []DateSpan
	for i := 0; i < len(tokens); i++ {
		d, next := dateAt(tokens, i)
		if next == 0 {
			continue
		}
		dates = append(dates, DateSpan{d.iso(), int(tokens[i].start), int(tokens[next-1].end)})
		i = next - 1
	}
	return dates
}

// date is a day of the calendar.
type date struct{ y, m, d int }

func (d date) iso() string { return fmt.Sprintf("%04d-%02d-%02d", d.y, d.m, d.d) }

func (d date) valid() bool {
	return d.y >= 1900 && d.y <= 2199 && d.m >= 1 && d.m <= 12 && d.d >= 1 && d.d <= monthDays(d.y, d.m)
}

func monthDays(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// dateAt reads the date that begins at tokens[i] and returns the index of the
// token after it, or 0.
func dateAt(tokens []token, i int) (date, int) {
	t := tokens[i]
	if t.kind == tokenMark && t.is("«", "“", "\"", "„", "”", "'") && i+2 < len(tokens) &&
		tokens[i+1].kind == tokenDigits && tokens[i+2].is("»", "”", "\"", "“", "'", "„") {
		return monthDate(tokens, i+1, i+3)
	}
	if t.kind != tokenDigits || glued(tokens, i) {
		return date{}, 0
	}
	at := func(k int) token {
		if k < len(tokens) {
			return tokens[k]
		}
		return token{}
	}
	if size := t.size(); size == 4 && at(i+1).is("-") && at(i+3).is("-") && numbers(tokens, i+2, i+4) {
		d := date{t.number(), tokens[i+2].number(), tokens[i+4].number()}
		if d.valid() && tokens[i+4].size() == 2 {
			return d, i + 5
		}
		return date{}, 0
	} else if size > 2 {
		return date{}, 0
	}
	mark := at(i + 1)
	if !mark.is(".", "/") {
		return monthDate(tokens, i, i+1)
	}
	// A mark may be doubled by a slip of the hand, and spaces may stand about it.
	if !at(i+3).is(mark.text) || !numbers(tokens, i+2, i+4) {
		return date{}, 0
	}
	d := date{tokens[i+4].number(), tokens[i+2].number(), t.number()}
	year := tokens[i+4]
	if year.size() == 2 && tokens[i+2].size() == 2 && !year.spaced {
		after, before := at(i+5), token{}
		if i > 0 {
			before = tokens[i-1]
		}
		if after.is("р", "року") || before.is("від") {
			d.y += 2000
		}
	} else if year.size() != 4 {
		return date{}, 0
	}
	if !d.valid() {
		return date{}, 0
	}
	return d, i + 5
}

// monthDate reads a month's name and the year at tokens[k], the day at i.
func monthDate(tokens []token, i, k int) (date, int) {
	if k < len(tokens) && tokens[k].is("-") && k+2 < len(tokens) && tokens[k+1].is("го", "е", "ого") {
		k += 2
	}
	if k >= len(tokens) || tokens[k].kind != tokenWord {
		return date{}, 0
	}
	m := monthOf(tokens[k].text, true)
	if m == 0 {
		return date{}, 0
	}
	k++
	if k < len(tokens) && tokens[k].is(".") {
		k++
	}
	if k >= len(tokens) || tokens[k].kind != tokenDigits || tokens[k].size() != 4 {
		return date{}, 0
	}
	d := date{tokens[k].number(), m, tokens[i].number()}
	if !d.valid() {
		return date{}, 0
	}
	return d, k + 1
}

// numbers reports whether the tokens at the given indexes are digits.
func numbers(tokens []token, at ...int) bool {
	for _, i := range at {
		if i >= len(tokens) || tokens[i].kind != tokenDigits {
			return false
		}
	}
	return true
}

// glued reports whether tokens[i] continues a number or a code: "1.18.12.2017".
func glued(tokens []token, i int) bool {
	if i < 2 || tokens[i].spaced {
		return false
	}
	mark := tokens[i-1]
	return mark.is(".", "/", "-") && !mark.spaced && tokens[i-2].kind == tokenDigits
}

// monthOf returns 1 to 12 for a month's name in any case, 0 for other words.
// Abbreviations ("груд") are read where short says so.
func monthOf(w string, short bool) int {
	for i, m := range months {
		rest, ok := strings.CutPrefix(w, m.stem)
		if !ok {
			continue
		}
		for _, e := range m.endings {
			if rest == e {
				return i + 1
			}
		}
	}
	if short {
		for i, m := range months {
			if len(w) >= 6 && strings.HasPrefix(m.stem, w) {
				return i + 1
			}
		}
	}
	return 0
}

var (
	monthEndings = []string{"ень", "ня", "ню", "нем", "ні"}
	months       = [12]struct {
		stem    string
		endings []string
	}{
		{"січ", monthEndings},
		{"лют", []string{"ий", "ого", "ому", "им"}},
		{"берез", monthEndings},
		{"квіт", monthEndings},
		{"трав", monthEndings},
		{"черв", monthEndings},
		{"лип", monthEndings},
		{"серп", monthEndings},
		{"верес", monthEndings},
		{"жовт", monthEndings},
		{"листопад", []string{"", "а", "у", "ом", "і"}},
		{"груд", monthEndings},
	}
)
