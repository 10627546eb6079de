package normalize

import (
	"testing"

	"zvit/extract/record"
)

// TestTrapRelativeTolerance: a wrong reading that a tolerance of a few parts in
// a hundred thousand would accept. The rows exceed the declared total by exactly
// one row; reading that row as hryvnias would leave 75,00 of 2 408 000,00.
func TestTrapRelativeTolerance(t *testing.T) {
	b := newReport()
	b.declare(record.Planned, 0, "2 408,0", record.ThousandUAH)
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}},
		"300,0|280,1", "96,0|96,0", "1200,0|1107,9", "75,0|70,2", "812,0|790,4")
	r := b.settle(t)
	row := amountAt(t, r, 1, 4, 1)
	wantKopecks(t, "the row outside", row, 7_500_000)
	if row.InTotal != record.InTotalNo || row.Settled != record.ThousandUAH {
		t.Errorf("row 4: in total %s, settled %s", row.InTotal, row.Settled)
	}
	f := findingsOf(r, record.TotalMismatch)
	if len(f) != 1 || *f[0].Difference != -7_500_000 {
		t.Errorf("mismatch: %+v", f)
	}
	if out := findingsOf(r, record.OutsideTotal); len(out) != 1 || out[0].SubjectID != row.ID {
		t.Errorf("outside the total: %+v", out)
	}
}

// TestTrapGauge: everything in thousands fits the sums as well as everything in
// hryvnias; without an anchor the printed unit stands, with one the anchor wins.
func TestTrapGauge(t *testing.T) {
	rows := []string{"162 331,35", "35 000,00", "665 000,00", "427 858,10", "=1 290 189,45"}
	b := newReport()
	m := b.mention(record.UAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Actual, mention: m}}, rows...)
	wantHealthy(t, b.settle(t))

	// The plan in thousands beside it, under a heading of its own, is an anchor
	// against the words: the sums hold either way.
	b = newReport()
	plan, actual := b.mention(record.ThousandUAH, record.Heading), b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: plan}, {role: record.Actual, mention: actual}},
		"540,0|162 331,35", "40,0|35 000,00", "700,0|665 000,00", "900,0|427 858,10", "=2180,0|1 290 189,45")
	r := b.settle(t)
	wantKopecks(t, "row 1", amountAt(t, r, 1, 1, 2), 16_233_135)
	wantKopecks(t, "the total", amountAt(t, r, 1, 5, 2), 129_018_945)
	wantKopecks(t, "the plan", amountAt(t, r, 1, 1, 1), 54_000_000)
	if len(findingsOf(r, record.UnitContradict)) != 1 {
		t.Errorf("findings: %+v", r.Findings)
	}
}

// TestTrapNoAnchor: sums alone never give a unit. Nothing is printed and nothing
// stands beside: the value is a guess and says so.
func TestTrapNoAnchor(t *testing.T) {
	b := newReport()
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: -1}}, "1250", "480", "93", "=1823")
	r := b.settle(t)
	for i := range r.Amounts {
		if a := &r.Amounts[i]; !a.Doubtful || a.Confidence >= sizesAlone || a.Alternative == nil {
			t.Errorf("%q settled as %s with %.3f, alternative %v", a.Printed, a.Settled, a.Confidence, a.Alternative)
		}
	}
	if len(findingsOf(r, record.UnitMissing)) != 1 {
		t.Errorf("findings: %+v", r.Findings)
	}
}

// TestDifferenceIsNoRepair: a total that nothing explains is told with its size,
// and no amount moves.
func TestDifferenceIsNoRepair(t *testing.T) {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}},
		"8 350,25|8 100,00", "2 412,74|2 400,10", "1 200,00|1 199,90", "3 091,00|2 870,30", "=15 314,0|14 570,30")
	r := b.settle(t)
	for i := range r.Amounts {
		if a := &r.Amounts[i]; a.Change != record.Unchanged {
			t.Errorf("%q was changed: %s", a.Printed, a.Reason.EN)
		}
	}
	f := findingsOf(r, record.TotalMismatch)
	if len(f) != 1 || *f[0].Difference != 26_001_000 || *f[0].Expected != 1_505_399_000 || *f[0].Found != 1_531_400_000 {
		t.Errorf("mismatch: %+v", f)
	}
	if len(findingsOf(r, record.OutsideTotal)) != 0 {
		t.Errorf("no row explains the difference: %+v", findingsOf(r, record.OutsideTotal))
	}
}

// TestOddRows: one row in another unit, by its execution, by its total, and a
// whole row.
func TestOddRows(t *testing.T) {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	cols := []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}
	b.table(record.SubjectMeasure, cols, "120,5|118,0", "64,0|61 250,00", "310,2|287,9", "95,0|90,3", "=589,7|557,45")
	r := b.settle(t)
	odd := amountAt(t, r, 1, 2, 2)
	wantKopecks(t, "the odd row", odd, 6_125_000)
	if odd.Settled != record.UAH || odd.Change != record.Rescaled || odd.Doubtful {
		t.Errorf("odd row: %s, %s, %.3f", odd.Settled, odd.Change, odd.Confidence)
	}
	if len(findingsOf(r, record.OddRowUnit)) != 1 {
		t.Errorf("findings: %+v", r.Findings)
	}

	b = newReport()
	m = b.mention(record.ThousandUAH, record.Heading)
	cols = []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}
	b.table(record.SubjectMeasure, cols, "120,5|118,0", "64000,00|61250,00", "310,2|287,9", "95,0|90,3", "=589,7|557,45")
	r = b.settle(t)
	wantKopecks(t, "whole odd row, plan", amountAt(t, r, 1, 2, 1), 6_400_000)
	wantKopecks(t, "whole odd row, actual", amountAt(t, r, 1, 2, 2), 6_125_000)
}

// TestLyingHeading: the plan in thousands is headed hryvnias; the declared total
// in words decides.
func TestWordsAnchor(t *testing.T) {
	b := newReport()
	b.declare(record.Planned, 0, "11 657,0", record.UAH)
	b.r.Amounts[0].Words = "Одинадцять мільйонів шістсот п'ятдесят сім тисяч гривень"
	m := b.mention(record.UAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}}, "5 000,0", "6 000,0", "657,0")
	r := b.settle(t)
	wantKopecks(t, "in words", declaredAmount(t, r, record.Planned, 0), 1_165_700_000)
	wantKopecks(t, "row", amountAt(t, r, 1, 1, 1), 500_000_000)
}
