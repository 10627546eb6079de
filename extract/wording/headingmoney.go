package wording

import (
	"slices"
	"strings"

	"zvit/extract/record"
)

// moneyWords reports whether the level has a word for money.
func moneyWords(l *level) bool {
	return len(l.units) > 0 || l.has("фінансув", "профінанс", "фінансов", "кошт", "коштів", "видатк", "витрат", "сума", "суми", "вартіст", "вартост",
		"асигнув", "призначен", "бюджет", "надходж", "касов", "доход", "гривн", "заборгов", "кредит") ||
		l.word("sum", "amount")
}

func anyMoney(levels []level) bool {
	for i := range levels {
		l := &levels[i]
		if moneyWords(l) {
			return true
		}
	}
	return false
}

// The words of the roles. A plan's and an actual's may stand in one heading
// ("Виконано до затвердженого плану"): the first one counts.
var (
	planStems = []string{
		"план", "заплан", "затвердж", "орієнтов", "орієнтован", "прогноз", "необхідн", "потреб", "передбач", "уточнен", "призначен",
		"асигнуван", "очікув", "кошторис", "розпис", "річний обсяг", "річнийобсяг", "planned", "plan",
	}
	actualStems = []string{
		"фактичн", "факт", "профінансов", "касов", "використан", "освоєн", "витрачен", "сплачен", "оплачен", "спрямован",
		"надійшл", "надходжен", "виділен", "перерахов", "проведен", "actual", "fact",
	}
	deviationStems = []string{"відхилен", "залиш", "понадплан", "недофінанс", "ненадійшл", "перевикон", "недовикон", "різниц", "економі", "невикорист", "deviation"}
)

// readMoney reads level i as one of money or percent; levels above it help.
func (h *Heading) readMoney(levels []level, i int) bool {
	l := &levels[i]
	if !l.percent && l.only("у", "в", "тому", "числі", "т", "ч", "з", "них", "всього", "усього", "разом") {
		return false
	}
	score := 0.6
	if len(h.Units) > 0 || anyMoney(levels) {
		score = 0.95
	}
	above := len(levels) - 1 - i
	if l.percent && len(l.units) == 0 || l.has("відсот", "питомавага", "темпрост", "темпизрост", "рівеньвикон") {
		h.Column, h.Role, h.Score = ColumnPercent, record.Actual, levelScore(above, 0.95)
		if l.has("питомавага", "темп", "частк") {
			h.Role = record.Other
		} else if l.has("відхилен") {
			h.Role = record.Deviation
		}
		return true
	}
	role, ok := roleOf(l)
	if !ok {
		// A leaf like "Сума" or "Обсяг видатків" is money whose role stands above.
		if !moneyWords(l) && !l.has("обсяг") || len(l.units) == 0 && onlyScope(l) {
			return false
		}
		for j := i - 1; j >= 0 && !ok; j-- {
			if role, ok = roleOf(&levels[j]); ok {
				h.flags(&levels[j])
				above = max(above, 1)
			}
		}
		if !ok {
			role, above = record.Planned, 0
			if score > 0.7 {
				score = 0.75
			}
			if l.word("сума", "суми", "вартість", "кошти") {
				score = 0.6
			}
		}
	}
	h.flags(l)
	h.Said = ok
	if counts(levels) && len(h.Units) == 0 && !anyMoney(levels) {
		switch role {
		case record.Actual:
			h.Column, h.Score = ColumnActual, 0.7
			return true
		case record.Planned, record.Approved, record.Annual:
			h.Column, h.Score = ColumnPlanned, 0.7
			return true
		}
	}
	h.money(role, levelScore(above, score))
	if tariff(levels) {
		h.Role = record.Tariff
	}
	return true
}

// onlyScope: the level names a fund, a source or a year, which say nothing of
// plan or actual: "Обласний бюджет", "Загальний фонд".
func onlyScope(l *level) bool {
	return (fundOf(l) != "" || sourceOf(l) != "" || len(yearsOf(l.tokens)) > 0) && !l.has("обсяг", "фінансув", "сума", "видатк", "кошт", "витрат", "вартіст")
}

func roleOf(l *level) (record.Role, bool) {
	if l.has("зобов'язан", "зобовязан", "заборгован") || l.has("залиш") && l.has("початок", "початку") {
		return record.Other, true // a balance: neither plan nor spending
	}
	if l.has(deviationStems...) {
		return record.Deviation, true
	}
	plan, actual := l.findAfter(planStems...), l.findAfter(actualStems...)
	// Exactly: one letter tells "виконано" from "виконання", which is money only
	// where the heading begins with it ("Виконання за 2020 рік").
	at := 0
	for i, w := range l.words {
		if hasAnyPrefix(w, "виконано", "виконаних") || i == 0 && strings.HasPrefix(w, "виконан") {
			actual = min(actual, at)
			break
		}
		at += len(w)
	}
	annual := l.has("річн") && l.has("обсяг")
	switch {
	case plan == actual && !annual:
		return "", false
	case annual && actual > l.findAfter("річн"):
		return record.Annual, true
	case actual < plan && l.has("початок", "початку") && !l.has("зпочатку", "відпочатку"):
		return record.Other, true // spent before: of no year of the report
	case actual < plan:
		return record.Actual, true
	case l.has("затвердж") && !amended(l):
		return record.Approved, true
	}
	return record.Planned, true
}

// SaysRole reports whether a heading's own words say plan, fact or deviation.
func SaysRole(text string) bool {
	levels := levelsOf([]string{text}, true)
	if len(levels) == 0 {
		return false
	}
	_, ok := roleOf(&levels[0])
	return ok
}

func amended(l *level) bool {
	return l.has("змін", "уточнен", "скоригов", "зізмінами")
}

func (h *Heading) flags(l *level) {
	h.Amended = h.Amended || amended(l)
	h.WholePeriod = h.WholePeriod || l.has("орієнтов", "орієнтован", "загальнийобсяг") || l.all("кошторис", "вартіст") || l.all("весь", "період") || l.all("всього", "програм")
	if h.Period == "" && l.has("план") && l.has("вказаний", "звітний") && l.has("період") {
		h.Period = "звітний період"
	}
}

// counts reports whether a level counts things: "осіб", "од.", "шт.".
func counts(levels []level) bool {
	for i := range levels {
		l := &levels[i]
		if l.has("осіб", "кількіст", "шт", "чол", "значен", "показник") || hasWord(l.words, "од", "га", "км") {
			return true
		}
	}
	return false
}

// hasWord reports whether one of the words is one of those asked for.
func hasWord(words []string, asked ...string) bool {
	for _, w := range words {
		if slices.Contains(asked, w) {
			return true
		}
	}
	return false
}

func tariff(levels []level) bool {
	for i := range levels {
		l := &levels[i]
		if l.has("тариф", "розцінк") || l.has("ціна") && l.has("одиниц") {
			return true
		}
		if len(l.units) == 0 {
			continue
		}
		for i := range l.tokens {
			if l.tokens[i].is("за", "на") {
				if _, to := perAt(l.tokens, i); to > 0 {
					return true
				}
			}
		}
	}
	return false
}

// readScope reads year, period, fund and source, each from the nearest level
// that names one.
func (h *Heading) readScope(levels []level) {
	var period Period
	for i := len(levels) - 1; i >= 0; i-- {
		l := &levels[i]
		if h.Year == 0 {
			if years := yearsOf(l.tokens); len(years) == 1 {
				h.Year = moneyYear(l.tokens, years[0], l.has("план", "затвердж", "заплан"))
			}
		}
		if period.Within == "" {
			if p, ok := periodOf(l.tokens); ok && p.Within != "" {
				period = p
			}
		}
		if h.Fund == "" {
			h.Fund = fundOf(l)
		}
		if h.Source == "" {
			h.Source = sourceOf(l)
		}
	}
	if h.Year > 0 {
		period = period.In(h.Year)
	} else {
		h.YearsAfter = yearsAfter(levels)
	}
	h.Period = period.Within
}

// moneyYear is the year of the money where a heading names one year: on the first
// day of a year ("на 01.01.2022") the year before is over, a plan's apart, and the
// date of a decision ("рішення від 22.12.2021") is of no money.
func moneyYear(tokens []token, year int, planned bool) int {
	for i := range tokens {
		d, next := dateAt(tokens, i)
		if next == 0 || d.y != year {
			continue
		}
		switch {
		case i > 0 && tokens[i-1].is("від"):
			return 0
		case i > 0 && tokens[i-1].is("на") && d.m == 1 && d.d == 1 && !planned:
			return year - 1
		}
	}
	return year
}

// yearsAfter reads a year that is named by the one reported, from the nearest
// level that does: 0 where none does.
func yearsAfter(levels []level) int {
	for i := len(levels) - 1; i >= 0; i-- {
		l := &levels[i]
		before, after := l.has("минулог", "минулий", "попереднь", "попередній", "торішн"), l.has("наступн")
		if before != after && l.has("рік", "року", "році", "період") {
			if before {
				return -1
			}
			return 1
		}
	}
	return 0
}

// fundOf reads the part of a budget (Budget Code of Ukraine, article 13).
func fundOf(l *level) record.Fund {
	special := l.has("спецфонд") || l.follows("спеціальн", "фонд") || l.has("спеціальнийфонд", "спеціальногофонд") || l.word("спеціальний", "сф") || l.has("specialfund")
	general := l.follows("загальн", "фонд") || l.has("загальнийфонд", "загальногофонд") || l.word("загальний", "зф") || l.has("generalfund")
	development := l.has("бюджетрозвит", "бюджетурозвит")
	switch {
	case general && (special || development), l.bothFunds():
		return ""
	case development:
		return record.Development
	case special:
		return record.Special
	case general:
		return record.General
	}
	return ""
}

// bothFunds reports whether one noun stands for the two funds together: "загального
// та спеціального фондів".
func (l *level) bothFunds() bool {
	for i := 3; i < len(l.words); i++ {
		if !strings.HasPrefix(l.words[i], "фонд") {
			continue
		}
		first, and, second := l.words[i-3], l.words[i-2], l.words[i-1]
		if and != "та" && and != "і" && and != "й" && and != "або" {
			continue
		}
		if strings.HasPrefix(first, "загальн") && strings.HasPrefix(second, "спеціальн") || strings.HasPrefix(first, "спеціальн") && strings.HasPrefix(second, "загальн") {
			return true
		}
	}
	return false
}

// SourceOf reads whose budget a cell, a label or a heading names; empty where it
// names none, or several.
func SourceOf(text string) record.MoneySource {
	if levels := headingLevels([]string{text}); len(levels) > 0 {
		return sourceOf(&levels[0])
	}
	return ""
}

// FundOf reads which fund a cell, a label or a heading names; empty where it
// names none, or several.
func FundOf(text string) record.Fund {
	if levels := headingLevels([]string{text}); len(levels) > 0 {
		return fundOf(&levels[0])
	}
	return ""
}

// SourceAndFund is SourceOf and FundOf of one text.
func SourceAndFund(text string) (record.MoneySource, record.Fund) {
	levels := headingLevels([]string{text})
	if len(levels) == 0 {
		return "", ""
	}
	return sourceOf(&levels[0]), fundOf(&levels[0])
}

// Sources counts the kinds of sources that a text names ("державний і обласний
// бюджети": two).
func Sources(text string) int {
	levels := headingLevels([]string{text})
	if len(levels) == 0 {
		return 0
	}
	return len(sourcesOf(&levels[0]))
}

func sourceOf(l *level) record.MoneySource {
	if found := sourcesOf(l); len(found) == 1 {
		return found[0]
	}
	return ""
}

// sourcesOf lists the kinds of sources that a level names, each once.
func sourcesOf(l *level) (found []record.MoneySource) {
	if s := budgetInitials(l); s != "" {
		return []record.MoneySource{s}
	}
	if !l.has("бюджет", "кошт", "джерел", "субвенц", "інші", "інше") {
		return nil
	}
	budget := l.has("бюджет", "субвенц")
	if budget && l.has("державн", "держбюдж") {
		found = append(found, record.StateBudget)
	}
	if budget && l.has("обласн") {
		found = append(found, record.OblastBudget)
	}
	if budget && l.has("місцев", "міськ", "районн", "сільськ", "селищ", "бюджетисіл", "бюджетгромад", "бюджетугромад", "територіальн") {
		found = append(found, record.LocalBudget)
	}
	if l.has("іншіджерел", "іншихджерел", "іншікошт", "небюджет", "позабюджет", "спонсор", "власнікошт", "власнихкошт", "кредитнікошт", "кредитнихкошт", "кредитніресурс", "кредитнихресурс", "грант", "інвест") || l.word("інші", "інше") {
		found = append(found, record.OtherSource)
	}
	return found
}

// budgetInitials reads a budget that is named by its initials alone: "ДБ", "кошти
// ОБ", "МБ,". Forms use them where columns are narrow.
func budgetInitials(l *level) record.MoneySource {
	if len(l.words) == 0 || len(l.words) > 5 {
		return ""
	}
	for _, w := range l.words[:len(l.words)-1] {
		switch w {
		case "кошти", "коштів", "у", "в", "з", "т", "ч", "тому", "числі", "них":
		default:
			return ""
		}
	}
	switch l.words[len(l.words)-1] {
	case "дб":
		return record.StateBudget
	case "об":
		return record.OblastBudget
	case "мб", "рб", "сб", "бг":
		return record.LocalBudget
	}
	return ""
}
