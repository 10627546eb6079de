package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// yearOf returns the one year that a text names; 0 where it names none, or a
// period.
func yearOf(s string) int {
	years := wording.Years(s)
	if len(years) != 1 {
		return 0
	}
	// A year in a decision's date is none of the money.
	for _, d := range wording.FindDates(s) {
		if strings.Contains(s[d.Start:d.End], itoa(years[0])) {
			return 0
		}
	}
	return years[0]
}

// roleStems are the words by which running text says what an amount is.
var roleStems = []struct {
	role  record.Role
	stems []string
}{
	{record.Actual, []string{"факт", "фактичн", "профінансован", "освоєн", "використан", "касов", "витрачен", "сплачен", "перерахован", "проведен", "виконан", "надійшл", "отриман", "одержан", "спрямован"}},
	{record.Planned, []string{"прогнозн", "планув", "плануєт", "планов", "запланован", "передбач", "орієнтовн", "потреб", "затвердж", "виділен", "виділил", "виділив", "очікуван", "необхідн", "план"}},
	{record.Deviation, []string{"відхилен", "недовикон", "перевикон", "економі", "залишок", "залишк", "недофінансован", "невикористан"}},
}

// roleOf returns the role that the last speaking word of a text gives, or "".
func roleOf(s string) record.Role {
	words := wording.Words(wording.Fold(withoutNames(s)))
	for i := len(words) - 1; i >= 0; i-- {
		if role := roleAt(words, i); role != "" {
			return role
		}
	}
	return nearRole(words)
}

// roleAt returns the role that the word at i gives, or "".
func roleAt(words []string, i int) record.Role {
	for _, r := range roleStems {
		for _, stem := range r.stems {
			switch stem {
			case "план", "факт": // whole words: "планшет", "фактор" say nothing
				if w := words[i]; w == stem || w == stem+"у" || w == stem+"і" || w == stem+"ом" {
					return roleAfter(words[:i], r.role)
				}
				continue
			}
			if !strings.HasPrefix(words[i], stem) || !speaks(words, i, stem) {
				continue
			}
			if strings.HasPrefix(stem, "залиш") && balance(words[i+1:]) {
				return record.Other
			}
			return roleAfter(words[:i], r.role)
		}
	}
	if allotted(words, i) {
		return record.Planned
	}
	return ""
}

// withoutNames leaves out what stands in quotes: the name of a programme or of an
// order says nothing of the money.
func withoutNames(s string) string {
	if firstQuote(s) < 0 {
		return s
	}
	for _, pair := range [][2]string{{"«", "»"}, {"“", "”"}, {"„", "“"}, {"„", "”"}, {"\"", "\""}} {
		for {
			i := strings.Index(s, pair[0])
			if i < 0 {
				break
			}
			n := strings.Index(s[i+len(pair[0]):], pair[1])
			if n < 0 {
				break // it is closed behind the amount: a person speaks
			}
			s = s[:i] + " " + s[i+len(pair[0])+n+len(pair[1]):]
		}
	}
	return s
}

// balance reports whether the words after "залишок" say on what day it was: what is
// left of a plan has none.
func balance(after []string) bool {
	const reach = 4 // words
	for i, w := range after[:min(len(after), reach)] {
		if (w == "на" || w == "станом") && i+1 < len(after) {
			next := after[i+1]
			return w == "станом" || isDigits(strings.ReplaceAll(next, ".", "")) || strings.HasPrefix(next, "почат") || strings.HasPrefix(next, "кінец")
		}
	}
	return false
}

// nearRole is roleOf for words of which none stands exactly: a letter of one may be
// misread.
func nearRole(words []string) record.Role {
	for i := len(words) - 1; i >= 0; i-- {
		if spelt(words[i]) {
			continue // as it should be, and it says nothing
		}
		for _, r := range roleStems {
			for _, stem := range r.stems {
				if stem != "виконан" && wording.NearStem(words[i], stem) && speaks(words, i, stem) {
					return roleAfter(words[:i], r.role)
				}
			}
		}
	}
	return ""
}

// spelt reports whether a word begins with one of the stems, without a wrong letter.
func spelt(word string) bool {
	for _, r := range roleStems {
		for _, stem := range r.stems {
			if strings.HasPrefix(word, stem) {
				return true
			}
		}
	}
	return false
}

// roleAfter is the role that a word gives after the words before it: what will be
// spent is planned, and what a plan was not carried out by, or was done over it, is
// the deviation.
func roleAfter(before []string, role record.Role) record.Role {
	last, over := "", false
	if n := len(before); n > 0 {
		last = before[n-1]
		over = last == "понад" || n > 1 && overPlan(before[n-2:])
	}
	switch {
	case role == record.Actual && (last == "буде" || last == "будуть"):
		return record.Planned
	case role == record.Actual && (last == "не" || overPlan(before)), role == record.Planned && over:
		return record.Deviation
	case role == record.Planned && hasPrefixOf(last, []string{"невиконан", "відхилен", "залишо", "залишк"}):
		return record.Deviation
	}
	return role
}

// bareShare is the percentage of execution that is said right behind what was
// spent, of nothing or of the plan: "(93,1 %)", "або 93,1 відсотка", "що становить
// 93,1 % плану".
var bareShare = wording.Expr(`(?i)^[\s,]*(?:\(\s*(?:або\s+|тобто\s+)?|(?:або|чи|тобто)\s+(?:на\s+)?|(?:що|це)\s+(?:становить|складає|склало|становило)\s+|[–—-]\s*)(\d[\d,.]*)\s*(?:%|відсотк[а-яі]*)\s*(?:(?:від\s+|до\s+)?(?:[а-яіїєґ']+\s+){0,2}?(?:план|запланов|передбач|призначен)[а-яіїєґ']*)?\s*(?:[),.;]|$)`)

// proseRatio keeps the percentage of execution that is said right after what the
// report declares to be spent: "або 93,4 % до плану", "(93,4 %)".
func (c *Context) proseRatio(a *record.Amount, behind string) {
	const reach = 24 // bytes between the amount and its share
	if a.Role != record.Actual || a.Subject != record.SubjectReport || a.Source != "" {
		return
	}
	m := comparison.FindStringSubmatchIndex(behind)
	if m == nil || m[0] > reach || strings.ContainsAny(behind[:m[0]], ".;") {
		if m = bareShare.FindStringSubmatchIndex(behind); m == nil {
			return
		}
	}
	c.Report.Ratios = append(c.Report.Ratios, record.Ratio{
		SubjectID: a.SubjectID, Row: -1, Col: -1, Year: a.Year, Fund: a.Fund, Printed: behind[m[2]:m[3]] + "%", Place: a.Place,
	})
}

// turns are the roles of a sentence that names two once and gives them again in
// turn, year by year: "за 2019 рік виділено 450,0, використано 448,7; за 2020 рік
// відповідно 620,0 та 615,2".
type turns struct {
	said []record.Role // before any turn
	at   int           // the next turn's; 0 where a year must begin one
}

// take returns the role that words give an amount or, where they give none, that of
// its turn.
func (t *turns) take(role record.Role, a proseAmount) record.Role {
	at := t.at
	t.at = 0
	switch {
	case role != "":
		t.said = append(t.said, role)
		return role
	case len(t.said) != 2 || t.said[0] == t.said[1]:
	case at == 0 && a.more && yearOf(a.lead) != 0 && joined(a.rest) && yearOf(a.rest) == 0:
		t.at = 1
		return t.said[0]
	case at == 1:
		return t.said[1]
	}
	return ""
}

// ownClause cuts the text between two amounts where the clause of the second may
// begin: what follows "340,0 тис. грн, фактично використано" is said of the next.
func ownClause(after string) string {
	if i := strings.IndexAny(after, ",;:(–—."); i >= 0 {
		return after[:i]
	}
	return after
}

// wholeProgramme reports whether a text speaks of the money of the programme as
// a whole: its volume, its financing, a sum in all.
func wholeProgramme(s string) bool {
	f := wording.Fold(outsideQuotes(s))
	words := wording.Words(f)
	has := func(stems ...string) bool {
		for _, w := range words {
			for _, stem := range stems {
				if strings.HasPrefix(w, stem) {
					return true
				}
			}
		}
		return false
	}
	for _, w := range words {
		switch w {
		case "захід", "заходу", "заходом", "завданню", "пункт", "пункту", "напрям", "напрямом", "напрямком":
			return false
		}
	}
	money := has("обсяг", "фінансув", "видатк", "кошт", "асигнув", "сум", "профінансован", "використан", "освоєн", "передбач", "виділен", "заплан")
	programme := has("програм")
	all := has("загальн", "всього", "усього", "разом")
	return money && programme || plainVolume(words) || all && has("фінансув", "видатк", "кошт")
}

// partWords reports whether a text leads to a part of what was said before it.
func partWords(s string) bool {
	f := wording.Fold(s)
	for _, w := range []string{"з них", "із них", "у тому числі", "в тому числі", "зокрема", "у т.ч", "в т.ч"} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}
