package wording

import (
	"testing"

	"zvit/extract/record"
)

func TestNearStem(t *testing.T) {
	for _, tt := range []struct {
		word, stem string
		want       bool
	}{
		{"фактично", "фактичн", true},
		{"факгично", "фактичн", true},  // wrong
		{"фактчно", "фактичн", true},   // missing
		{"факттично", "фактичн", true}, // too many
		{"факитчно", "фактичн", true},  // changed places
		{"рактично", "фактичн", true},  // the first letter of a long stem
		{"тасові", "касов", false},     // of a short one
		{"каcові", "касов", true},      // the other alphabet, unfolded
		{"факгичео", "фактичн", false}, // two
		{"різних", "різниц", false},    // another word
		{"втрачено", "витрачен", false},
		{"передача", "передбач", false},
		{"план", "план", false}, // too short to be compared
		{"", "касов", false},
		{"ка", "касов", false},
	} {
		if got := NearStem(tt.word, tt.stem); got != tt.want {
			t.Errorf("NearStem(%q, %q) is %v", tt.word, tt.stem, got)
		}
	}
}

// A heading whose word of a role has a wrong letter keeps the role; one that has
// another role's exact word keeps that.
func TestRolesOfMisreadHeadings(t *testing.T) {
	for text, want := range map[string]record.Role{
		"Касові видатки, грн":         record.Actual,
		"Кассві видатки, грн":         record.Actual,
		"Рактично профнансовано, грн": record.Actual,
		"Відхлення, грн":              record.Deviation,
		"Запланвано видатків, грн":    record.Planned,
		"План кассвих видатків, грн":  record.Planned,
		"Кошти різних джерел, грн":    record.Planned,
	} {
		if got := ReadHeading([]string{text}).Role; got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
