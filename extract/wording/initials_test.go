package wording_test

import (
	"testing"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// TestBudgetInitials reads budgets that narrow columns name by their initials,
// and leaves words in which the letters only stand.
func TestBudgetInitials(t *testing.T) {
	for text, want := range map[string]record.MoneySource{
		"ДБ": record.StateBudget, "кошти ОБ": record.OblastBudget, "МБ": record.LocalBudget, "мб,": record.LocalBudget,
		"Будинок культури МБ": "", "об’єкт": "", "ОБСЯГ": "", "ДБК": "",
	} {
		if got := wording.SourceOf(text); got != want {
			t.Errorf("SourceOf(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestSpentBefore: what was spent by the beginning of a year is not what a report
// gives as spent; what was spent since is.
func TestSpentBefore(t *testing.T) {
	for text, want := range map[string]record.Role{
		"Освоєно на початок року, тис. грн": record.Other, "Профінансовано до початку 2022 року, тис. грн": record.Other,
		"Профінансовано з початку року, тис. грн": record.Actual, "Освоєно за рік, тис. грн": record.Actual, "План на початок року, тис. грн": record.Planned,
	} {
		if got := wording.ReadHeading([]string{text}).Role; got != want {
			t.Errorf("role of %q = %q, want %q", text, got, want)
		}
	}
}

// TestCutTotals: a narrow cell cuts a word within; other words stay what they are.
func TestCutTotals(t *testing.T) {
	for label, want := range map[string]bool{
		"УСЬОГ О": true, "Всьог о:": true, "Разо м за програмою": true, "Разом з дітьми": false, "Раз на рік": false, "Усі о 9": false,
	} {
		if got := wording.IsTotal(label); got != want {
			t.Errorf("IsTotal(%q) = %v", label, got)
		}
	}
}

// TestBudgetInitialsOfParts reads them after the words that open parts.
func TestBudgetInitialsOfParts(t *testing.T) {
	if got := wording.SourceOf("у т.ч. МБ"); got != record.LocalBudget {
		t.Errorf("SourceOf = %q", got)
	}
}
