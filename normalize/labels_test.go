package normalize

import (
	"testing"

	"zvit/extract/record"
)

// labelled is a table without headings that say a unit; the last row's label does.
func labelled(unit record.Unit, rows ...string) *builder {
	b := newReport()
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: -1}, {role: record.Actual, mention: -1}}, rows...)
	m := b.mention(unit, record.RowLabel)
	for i := range b.r.Amounts {
		if a := &b.r.Amounts[i]; a.Row == len(rows)-1 {
			a.Mentions = []int{m}
		}
	}
	return b
}

// TestUnitInTheTotalsLabel: "Всього, грн" is all that a table says of its unit: it is
// the rows', too, and no unit is missing.
func TestUnitInTheTotalsLabel(t *testing.T) {
	wantHealthy(t, labelled(record.UAH, "50000|49800", "30000|28500", "=80000|78300").settle(t))
	wantHealthy(t, labelled(record.ThousandUAH, "1 500,0|1 320,4", "450,0|447,1", "=1 950,0|1 767,5").settle(t))

	// A row in another unit than the others is still found.
	r := labelled(record.UAH, "50000|49800", "30000|28,5", "61500|61500", "=141500|139800").settle(t)
	wantKopecks(t, "the odd row", amountAt(t, r, 1, 2, 2), 2_850_000)
}

// TestUnitInARowsLabel: the label of a row that is no total says the unit of that row
// alone, and headings are nearer than a total's label.
func TestUnitInARowsLabel(t *testing.T) {
	b := labelled(record.ThousandUAH, "1 500,0|1 320,4", "450,0|447,1", "610,0|598,8")
	r := b.settle(t)
	if a := amountAt(t, r, 1, 1, 1); a.Reason.EN == amountAt(t, r, 1, 3, 1).Reason.EN {
		t.Errorf("%q has the reason of the row whose label says a unit: %s", a.Printed, a.Reason.EN)
	}
	if f := findingsOf(r, record.UnitMissing); len(f) != 0 {
		t.Errorf("a unit is printed in the column: %s", f[0].Message.EN)
	}

	b = newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}}, "1 500,0", "450,0", "=1 950 000,00")
	own := b.mention(record.UAH, record.RowLabel)
	b.r.Amounts[2].Mentions = []int{own, m}
	r = b.settle(t)
	wantKopecks(t, "the row", amountAt(t, r, 1, 1, 1), 150_000_000)
	wantKopecks(t, "the total in its own unit", amountAt(t, r, 1, 3, 1), 195_000_000)
}
