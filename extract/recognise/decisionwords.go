package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// otherAct reports whether the last act named before a number is no council's
// decision: a law, an order, a letter, a contract.
func otherAct(gap *phrase) bool {
	words := gap.Words()
	for i := len(words) - 1; i >= max(0, len(words)-12); i-- {
		w := words[i]
		for _, act := range []string{"рішен", "змін"} {
			if strings.HasPrefix(w, act) {
				return false
			}
		}
		for _, act := range []string{"закон", "наказ", "постанов", "розпорядж", "лист", "догов", "указ", "протокол", "акт"} {
			if strings.HasPrefix(w, act) && !strings.HasPrefix(w, "листопад") && !strings.HasPrefix(w, "актив") && !strings.HasPrefix(w, "актуал") {
				return true
			}
		}
	}
	return false
}

// roleWords returns the role that the words of a text give: the last of them
// that speaks. both says that it names the approval and the changes in one
// breath, as the label over a list does.
func roleWords(text *phrase) (role record.DecisionRole, both bool) {
	approve, amend, repeal := -1, -1, -1
	folded, words := text.Folded, text.Words()
	for i, w := range words {
		switch {
		case strings.HasPrefix(w, "затвердж"), strings.HasPrefix(w, "прийнят") && i > 0 && strings.HasPrefix(words[i-1], "програм"):
			approve = i
		case strings.HasPrefix(w, "змін") && !strings.HasPrefix(w, "змінюв"), strings.HasPrefix(w, "доповнен"), strings.HasPrefix(w, "коригув"):
			amend = i
		case strings.HasPrefix(w, "скасов"), strings.HasPrefix(w, "скасув"), strings.HasPrefix(w, "чинн") && i > 0 && strings.HasPrefix(words[i-1], "втра"),
			strings.HasPrefix(w, "нечинн"):
			repeal = i
		}
	}
	switch {
	case repeal >= 0:
		return record.Repealed, false
	case amend >= 0 && approve > amend && changesApproved(words[amend:approve+1]):
		return record.Amends, false
	case approve >= 0 && amend > approve && strings.HasSuffix(strings.TrimSpace(text.Text), ":"):
		return record.Approves, true
	case approve >= 0 && amend > approve && strings.Contains(folded, ":") && !strings.Contains(folded, "змінами"):
		return record.Approves, true
	case amend > approve:
		return record.Amends, false
	case approve >= 0:
		return record.Approves, false
	}
	return "", false
}

// changesApproved reports whether the words from "зміни" to a form of "затверджені"
// say that the changes are what was approved: "зміни до Програми, затверджені
// рішенням", and not "зміни до Програми, затвердженої рішенням".
func changesApproved(words []string) bool {
	last := words[len(words)-1]
	return words[0] == "зміни" && (last == "затверджені" || last == "затверджено")
}

// approvesAfter reports whether the verb right after a number says that the
// decision approves: "рішенням від … №64 затверджено програму".
func approvesAfter(after string) bool {
	if i := strings.IndexAny(after, ",;:("); i >= 0 {
		after = after[:i]
	}
	words := wording.Words(wording.Fold(after))
	for _, w := range words[:min(len(words), 3)] {
		if strings.HasPrefix(w, "затверджен") {
			return true
		}
	}
	return false
}

// amendedAfter is what follows right after a decision that others amend: ", із
// змінами", "(зі змінами, внесеними рішеннями".
var amendedAfter = wording.Expr(`(?i)^\s*(?:р(?:оку|\.)?)?\s*[,(]?\s*(?:із|зі|з)\s+(?:\S+\s+)?змінами`)

// repealedAfter reports whether the words right after a number say that the
// decision is no longer in force: "№ 12 втратило чинність", "№ 7 скасовано".
func repealedAfter(after string) bool {
	after = withoutBrackets(after)
	words := wording.Words(wording.Fold(after[:clause(after)]))
	for i, w := range words[:min(len(words), 3)] {
		if strings.HasPrefix(w, "скасован") || strings.HasPrefix(w, "втрати") && i+1 < len(words) && strings.HasPrefix(words[i+1], "чинн") {
			return true
		}
	}
	return false
}

// severalRepealed reports whether the words right after a list of numbers say so
// of all of them: "№ 12, № 15 втратили чинність".
func severalRepealed(after string) bool {
	words := wording.Words(wording.Fold(withoutBrackets(after)))
	for _, w := range words[:min(len(words), 3)] {
		if w == "втратили" || w == "скасовані" || w == "нечинні" {
			return true
		}
	}
	return false
}

// withoutBrackets leaves out the brackets that a text begins with.
func withoutBrackets(s string) string {
	rest := strings.TrimLeft(s, " ")
	if strings.HasPrefix(rest, "(") {
		if i := strings.IndexByte(rest, ')'); i >= 0 {
			return rest[i+1:]
		}
	}
	return s
}

// clause is how many bytes of a text its first clause takes.
func clause(s string) int {
	if i := strings.IndexAny(s, ",;:(.№"); i >= 0 {
		return i
	}
	return len(s)
}

// listGap reports whether the text between two mentions only lists them.
func listGap(gap *phrase) bool {
	f := strings.TrimSpace(gap.Folded)
	if len([]rune(f)) > 70 {
		return false
	}
	return !strings.Contains(f, ". ") || strings.HasSuffix(f, "р.")
}
