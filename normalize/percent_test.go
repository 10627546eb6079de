package normalize

import (
	"testing"

	"zvit/extract/record"
)

// TestPercentagesOffByOneFactor: percentages that are all off by one power of ten
// fit the rows at a wrong scale as well as rows do at the right one; they are the
// form's habit and move nothing, whether units are printed or not.
func TestPercentagesOffByOneFactor(t *testing.T) {
	rows := []string{"11 864 253,00|8 046 112,53", "6 165 902,00|4 207 903,88", "2 222 067,00|1 514 690,92", "981 724,00|705 228,66", "594 424,00|515 393,40"}
	for name, printed := range map[string][]string{
		"a thousand times too low": {"0,068", "0,068", "0,068", "0,072", "0,087"},
		"shares":                   {"0,678", "0,682", "0,682", "0,718", "0,867"},
		"ten times too low":        {"6,78", "6,82", "6,82", "7,18", "8,67"},
	} {
		for _, unit := range []record.Unit{record.UAH, record.NoUnit} {
			b := newReport()
			m := -1
			if unit != record.NoUnit {
				m = b.mention(unit, record.Heading)
			}
			b.table(record.SubjectLine, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}, rows...)
			b.percent(1, printed...)
			for i := range b.r.Ratios {
				b.r.Ratios[i].SubjectID = b.r.Lines[i].ID
			}
			r := b.settle(t)
			for i := range r.Amounts {
				if a := &r.Amounts[i]; a.Settled != record.UAH {
					t.Errorf("%s, printed %q: %q settled as %s (%.3f)", name, unit, a.Printed, a.Settled, a.Confidence)
				}
			}
			if f := findingsOf(r, record.PercentOff); len(f) != 0 {
				t.Errorf("%s, printed %q: %s", name, unit, f[0].Message.EN)
			}
		}
	}
}

// TestPercentagesAgainstAHeading: percentages that are right of a column read in
// hryvnias tell that its heading is wrong.
func TestPercentagesAgainstAHeading(t *testing.T) {
	b := newReport()
	plan, actual := b.mention(record.ThousandUAH, record.Heading), b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: plan}, {role: record.Actual, mention: actual}},
		"540,0|162 331,35", "140,0|35 000,00", "700,0|665 000,00", "900,0|427 858,10")
	b.percent(1, "30,1", "25,0", "95,0", "47,5")
	r := b.settle(t)
	wantKopecks(t, "row 1", amountAt(t, r, 1, 1, 2), 16_233_135)
	wantKopecks(t, "row 4", amountAt(t, r, 1, 4, 2), 42_785_810)
	if f := findingsOf(r, record.PercentOff); len(f) != 0 {
		t.Errorf("percentages: %s", f[0].Message.EN)
	}
}
