package normalize

import (
	"testing"

	"zvit/extract/record"
)

// TestMoneyGivenTwice: each row gives its plan in thousands and in hryvnias; the
// rounded one repeats the exact one, and both are read.
func TestMoneyGivenTwice(t *testing.T) {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	exact := b.mention(record.UAH, record.Heading)
	b.table(record.SubjectLine, []col{{role: record.Planned, mention: m}, {role: record.Planned, mention: exact}},
		"310,5|310480,00", "87,2|87215,50", "1 204,0|1204000,00")
	r := b.settle(t)
	for row := 1; row <= 3; row++ {
		rounded, fine := amountAt(t, r, 1, row, 1), amountAt(t, r, 1, row, 2)
		if rounded.SameAs != fine.ID || fine.SameAs != "" {
			t.Errorf("row %d: %q same as %q, %q same as %q", row, rounded.Printed, rounded.SameAs, fine.Printed, fine.SameAs)
		}
	}
}

// TestMoneyGivenOnce: two columns of one role that do not agree are two.
func TestMoneyGivenOnce(t *testing.T) {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	exact := b.mention(record.UAH, record.Heading)
	b.table(record.SubjectLine, []col{{role: record.Planned, mention: m}, {role: record.Planned, mention: exact}},
		"310,5|290480,00", "87,2|87215,50", "1 204,0|1100500,00")
	r := b.settle(t)
	for i := range r.Amounts {
		if a := &r.Amounts[i]; a.SameAs != "" {
			t.Errorf("%q is the same as %s", a.Printed, a.SameAs)
		}
	}
}
