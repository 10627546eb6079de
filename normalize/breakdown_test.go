package normalize

import (
	"testing"

	"zvit/extract/record"
)

// TestIncompleteBreakdown: a row of a deeper level that is alone under its row is a
// part of it and missing from no total; of rows whose total adds up both levels, both
// are counted.
func TestIncompleteBreakdown(t *testing.T) {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.LineAbove)
	b.table(record.SubjectLine, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}},
		"12 450,5|9 300,1", ".8 000,0|6 100,0", "450,0|500,4", "=12 900,5|9 800,5")
	wantHealthy(t, b.settle(t))

	b = newReport()
	m = b.mention(record.ThousandUAH, record.LineAbove)
	b.table(record.SubjectLine, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}},
		"100,5|98,2", ".20,0|19,1", "677,2|675,5", "=797,7|792,8")
	r := b.settle(t)
	wantHealthy(t, r)
	if a := amountAt(t, r, 1, 2, 1); a.InTotal != record.InTotalYes {
		t.Errorf("a row that the total counts: in total %s", a.InTotal)
	}
}
