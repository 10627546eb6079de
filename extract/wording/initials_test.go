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
