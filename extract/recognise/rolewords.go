package recognise

import (
	"slices"
	"strings"

	"zvit/extract/record"
)

// speaks reports whether the word at i, which begins with a stem of roleStems, says
// what an amount is. Many that begin alike do not: a verbal noun names an action and
// not that it was done ("на проведення", "для отримання", "планування території"),
// "на потреби" says what for, "із залишків" from where, and "економічний" is not
// "економія".
func speaks(words []string, i int, stem string) bool {
	w, before := words[i], words[max(0, i-2):i]
	switch stem {
	case "виконан":
		return w == "виконано" || w == "виконана" || w == "виконані" // "на виконання програми" says nothing of the money
	case "проведен", "отриман", "одержан", "планув", "затвердж":
		return !verbalNoun(w)
	case "спрямован":
		return !hasSuffixOf(w, "их", "ого", "ої", "им", "ими") || len(before) > 0 && hasPrefixOf(before[len(before)-1], []string{"кошт", "видатк", "субвенц"})
	case "потреб":
		return !strings.HasPrefix(w, "потребл") && !slices.Contains(before, "на") && !slices.Contains(before, "для")
	case "економі":
		return !strings.HasPrefix(w, "економіч") && !strings.HasPrefix(w, "економік") && !strings.HasPrefix(w, "економіст")
	case "залишк":
		return !isSourceOf(before)
	}
	return true
}

// verbalNoun reports whether a word ends as the nouns do that name an action, in
// Ukrainian or in Russian.
func verbalNoun(w string) bool {
	return hasSuffixOf(w, "ння", "нню", "нням", "нні", "ние", "ния", "нию", "нием", "нии")
}

func hasSuffixOf(w string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(w, end) })
}

// isSourceOf reports whether the words before a noun, the nearest last, say that
// money comes from it: "із", "за рахунок", an adjective between or not.
func isSourceOf(before []string) bool {
	for i, w := range before {
		switch w {
		case "із", "з", "зі", "рахунок", "рахунку":
			return i+1 == len(before) || before[i+1] != "них"
		}
	}
	return false
}

// overPlan reports whether the words before a word of a role, the nearest last, say
// that it was more than the plan: "понад план", "понад затверджений обсяг".
func overPlan(before []string) bool {
	const reach = 3
	before = before[max(0, len(before)-reach):]
	i := slices.Index(before, "понад")
	return i >= 0 && i+1 < len(before) && hasPrefixOf(before[i+1], []string{"план", "плану", "заплан", "затвердж", "передбач", "прогноз", "призначен"})
}

// allotted reports whether the word at i is the allotment that a budget is executed
// by: "при уточненому призначенні", "бюджетні призначення". The noun alone is also
// what something is meant for, or that a benefit was granted.
func allotted(words []string, i int) bool {
	if !strings.HasPrefix(words[i], "призначенн") && words[i] != "призначень" {
		return false
	}
	const reach = 3
	for _, w := range words[max(0, i-reach):i] {
		if w == "при" || hasPrefixOf(w, []string{"бюджетн", "планов", "річн", "уточнен", "кошторисн"}) {
			return true
		}
	}
	return false
}

// approvedReport returns the role of the amounts that a decision approves: those of a
// report on execution were spent or received, those of a budget for a year are its
// plan (articles 75 to 80 of the Budget Code of Ukraine).
func approvedReport(folded string) record.Role {
	switch {
	case strings.Contains(folded, "затвердити звіт") && strings.Contains(folded, "виконан"):
		return record.Actual
	case strings.Contains(folded, "визначити на ") && strings.Contains(folded, "рік"):
		return record.Planned
	}
	return ""
}
