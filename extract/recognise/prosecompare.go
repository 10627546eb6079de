package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// comparison is what an amount is said to be a share of: "або 98,2 % до уточненого
// плану", "91,8 % планових призначень".
var comparison = wording.Expr(`(?i)(\d[\d,.]*)\s*(?:%|відсотк[а-яі]*|відс\.|в\.п\.)\s*(?:` +
	`(?:до|від|проти)\s+(?:[а-яіїєґ']+\s+){0,3}?(?:план|заплан|передбач|призначен|показник|обсяг|бюджет|завдан)[а-яіїєґ']*|` +
	`(?:(?:уточнен|затверджен|річн|місячн|квартальн)[а-яіїєґ']+\s+)?(?:плану|планів|планов(?:их|ого|ої)|запланован(?:их|ого|ої))(?:\s+(?:призначен|показник|завдан|обсяг)[а-яіїєґ']*)?)`)

// withoutComparison leaves out of a text what an amount in it is compared with:
// that the plan is named there does not make it one.
func withoutComparison(s string) string {
	if !strings.ContainsAny(s, "%") && !strings.Contains(s, "відс") {
		return s
	}
	return comparison.ReplaceAllString(s, " ")
}

// planInBrackets reports whether the text before an amount opens a bracket behind a
// share of the plan, which the amount then is: "91,8 % плану на рік (35,1 тис. грн)".
func planInBrackets(lead string) bool {
	lead = strings.TrimRight(lead, " \u00a0")
	return strings.HasSuffix(lead, "(") && comparison.MatchString(lead)
}

// pastYear is a year that an amount is compared with: "порівняно з відповідним
// періодом 2022 року", "проти 2013 року".
var pastYear = wording.Expr(`(?i)(?:порівнян[а-яі]*|порівню[а-яі]*|проти|відповідн[а-яі]+)\s[^,;:()]*?\d{4}\s*(?:р\.|рок[а-яі]*|році)`)

// withoutPast leaves out the years that an amount is only compared with.
func withoutPast(s string) string {
	if !strings.Contains(s, "порівн") && !strings.Contains(s, "проти") && !strings.Contains(s, "відповідн") && !strings.Contains(s, "Порівн") {
		return s
	}
	return pastYear.ReplaceAllString(s, " ")
}

// moreOrLess is how a text goes on after the amount by which another differs:
// "або 8,3 % більше плану".
var moreOrLess = wording.Expr(`(?i)^[\s.,(]*(?:(?:або|чи|тобто|та|і)\s+(?:на\s+)?[\d.,]+\s*(?:%|відсот[а-яі]*|відс\.|в\.п\.)[\s,)]*)?(?:більш|менш|вищ|нижч|больш|меньш)[а-яіїєё]*([^,;.(]*)`)

// difference returns the role of an amount that only says by how much another
// differs, "" for any other: from the plan it is a deviation ("на 5,2 тис. грн
// більше плану"), from another year's neither plan nor fact ("зросли на 5,2 тис.
// грн").
func difference(lead, behind string) record.Role {
	if lead = strings.TrimRight(lead, " \u00a0"); !strings.HasSuffix(lead, "на") {
		return ""
	}
	words := wording.Words(wording.Fold(lead))
	if len(words) == 0 || words[len(words)-1] != "на" {
		return ""
	}
	if m := moreOrLess.FindStringSubmatch(behind); m != nil {
		for _, w := range wording.Words(wording.Fold(m[1])) {
			if hasPrefixOf(w, []string{"план", "плану", "планов", "заплан", "затвердж", "призначен", "передбач", "прогноз"}) {
				return record.Deviation
			}
		}
		return record.Other
	}
	const reach = 6 // words between the verb and the amount
	for i := len(words) - 2; i >= max(0, len(words)-reach); i-- {
		if hasPrefixOf(words[i], []string{"збільш", "зменш", "зросл", "зріс", "зросте", "скорот", "знизи", "увелич", "уменьш"}) {
			return record.Other
		}
		if roleAt(words, i) != "" {
			break
		}
	}
	return ""
}

// bracketed holds the roles that stood before the brackets that are open: what is
// said inside holds to their end.
type bracketed []record.Role

// pass goes over the text before an amount and returns the role that holds on.
func (b *bracketed) pass(lead string, role record.Role) record.Role {
	if !strings.ContainsAny(lead, "()") {
		return role
	}
	for i := range len(lead) {
		switch lead[i] {
		case '(':
			*b = append(*b, or(roleOf(lead[:i]), role))
		case ')':
			if n := len(*b); n > 0 {
				role = (*b)[n-1]
				*b = (*b)[:n-1]
			}
		}
	}
	return role
}

// inPassing reports whether the plan before an amount is only said in passing:
// after "надійшло 5,0 тис. грн при плані 4,0 тис. грн" what follows is no plan.
func inPassing(lead string) bool {
	const reach = 6 // words
	words := wording.Words(wording.Fold(lead))
	for _, w := range words[max(0, len(words)-reach):] {
		if w == "при" {
			return true
		}
	}
	return false
}

// joined reports whether a text goes on with what was said of the amount before it:
// "та на півріччя".
func joined(lead string) bool {
	for _, and := range []string{"та ", "і ", "й ", "а також "} {
		if strings.HasPrefix(strings.TrimLeft(lead, " \u00a0"), and) {
			return true
		}
	}
	return false
}
