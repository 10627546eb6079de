package normalize

import (
	"strings"
	"testing"

	"zvit/extract/record"
)

// Where a decision on one amount settles others, their reasons say so; where words
// had settled them, they do not.
func TestDecisionIsTheReasonOfWhatItSettles(t *testing.T) {
	rows := []string{"45 000,00 | 44 870,50", "18 200,00 | 18 200,00", "120 000,00 | 119 350,00", "=183 200,00 | 182 420,50"}
	for name, x := range map[string]struct {
		worded bool
		want   int // amounts of the other column that name the decision
	}{"no unit is printed": {false, 4}, "the heading prints one": {true, 0}} {
		t.Run(name, func(t *testing.T) {
			b := newReport()
			cols := []col{{role: record.Planned, mention: -1}, {role: record.Actual, mention: -1}}
			if x.worded {
				cols[0].mention = b.mention(record.UAH, record.Heading)
				cols[1].mention = cols[0].mention
			}
			b.table(record.SubjectMeasure, cols, rows...)
			r := b.settle(t)
			decided := amountAt(t, r, 1, 1, 1)
			r = b.settle(t, record.Review{AmountID: decided.ID, Kopecks: decided.Kopecks, Printed: decided.Printed, State: record.Applied})
			named := 0
			for row := 1; row <= 4; row++ {
				a := amountAt(t, r, 1, row, 2)
				if a.Doubtful {
					t.Errorf("%s is doubtful", a.Printed)
				}
				if strings.Contains(a.Reason.EN, "a person decided an amount") && strings.Contains(a.Reason.UK, "людина вирішила суму") {
					named++
				}
			}
			if named != x.want {
				t.Errorf("%d reasons name the decision, want %d", named, x.want)
			}
		})
	}
}
