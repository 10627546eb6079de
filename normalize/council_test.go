package normalize

import (
	"testing"

	"zvit/extract/record"
)

// TestWhoseReportItIs: without a word about the unit sizes decide; they do where the
// report says whose it is, and less where it does not.
func TestWhoseReportItIs(t *testing.T) {
	settle := func(authority string) *record.Amount {
		b := newReport()
		b.r.Authority = authority
		b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: -1}, {role: record.Actual, mention: -1}},
			"1 015 365,84|970 248,59", "128 541,12|105 763,96", "333 691,68|315 966,73", "52 680,73|42 249,55", "119 731,23|104 211,00", "248 300,00|248 300,00")
		return amountAt(t, b.settle(t), 1, 2, 1)
	}
	village, state, nobody := settle("Вербівська сільська рада"), settle("Міністерство доріг"), settle("")
	if village.Settled != record.UAH || village.Doubtful {
		t.Errorf("a village's: %s (%.4f)", village.Settled, village.Confidence)
	}
	if state.Settled == record.UAH && !state.Doubtful {
		t.Errorf("a ministry's: %s (%.4f)", state.Settled, state.Confidence)
	}
	if nobody.Confidence >= village.Confidence {
		t.Errorf("nobody's: %.4f, a village's %.4f", nobody.Confidence, village.Confidence)
	}
}
