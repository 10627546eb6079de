package normalize

import (
	"strings"
	"testing"

	"zvit/extract/record"
)

// mixedProgramme has the arithmetic of a real final report: declared totals a
// thousand times too big, a plan column in thousands, an actual column in
// hryvnias with one row in thousands, one row outside each declared total, and
// 140,00 that nothing explains.
func mixedProgramme() *builder {
	b := newReport()
	b.declare(record.Planned, 0, "5 200 600,0", record.ThousandUAH)
	b.declare(record.Planned, 2018, "2 080 600", record.ThousandUAH)
	b.declare(record.Planned, 2019, "1 560 000", record.ThousandUAH)
	b.declare(record.Planned, 2020, "1 560 000", record.ThousandUAH)
	b.declare(record.Actual, 0, "3 409 977,85", record.ThousandUAH)
	b.declare(record.Actual, 2018, "1 203 060,00", record.ThousandUAH)
	b.declare(record.Actual, 2019, "1 074 553,39", record.ThousandUAH)
	b.declare(record.Actual, 2020, "1 132 364,46", record.ThousandUAH)
	plan, actual := b.mention(record.ThousandUAH, record.Heading), b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: plan}, {role: record.Actual, mention: actual}},
		"540,0|162 331,35", "150,0|35 000,00", "300,0|665 000,00", "240,0|252 784,7", "240,0|225 556,7", "900,0|427 858,10",
		"360,0|0,0", "120,0|199 360,00", "90,0|99 790,00", "300,0|314 781,25", "50,0|0,0", "450,0|572 446,55",
		"300,0|211 039,2", "480,0|116 340,00", "160,0|127 830,00", "60,0|0,0", "150,0|0,0", "470,6|470,6")
	return b
}

func TestMixedProgramme(t *testing.T) {
	r := mixedProgramme().settle(t)
	for _, d := range []struct {
		role record.Role
		year int
		want int64
	}{
		{record.Planned, 0, 520060000},
		{record.Planned, 2018, 208060000},
		{record.Planned, 2019, 156000000},
		{record.Planned, 2020, 156000000},
		{record.Actual, 0, 340997785},
		{record.Actual, 2018, 120306000},
		{record.Actual, 2019, 107455339},
		{record.Actual, 2020, 113236446},
	} {
		a := declaredAmount(t, r, d.role, d.year)
		wantKopecks(t, "declared", a, d.want)
		if a.Change != record.Rescaled || a.Doubtful {
			t.Errorf("declared %s %d: change %s, doubtful %v (%.3f)", d.role, d.year, a.Change, a.Doubtful, a.Confidence)
		}
	}
	plans := []int64{540, 150, 300, 240, 240, 900, 360, 120, 90, 300, 50, 450, 300, 480, 160, 60, 150}
	actuals := []int64{16233135, 3500000, 66500000, 25278470, 22555670, 42785810, 0, 19936000, 9979000, 31478125, 0, 57244655, 21103920, 11634000, 12783000, 0, 0, 47060000}
	for i, p := range plans {
		wantKopecks(t, "plan", amountAt(t, r, 1, i+1, 1), p*100_000)
	}
	wantKopecks(t, "plan", amountAt(t, r, 1, 18, 1), 47060000)
	for i, k := range actuals {
		a := amountAt(t, r, 1, i+1, 2)
		wantKopecks(t, "actual", a, k)
		if k == 0 && (a.Confidence != 1 || a.Change != record.Unchanged) {
			t.Errorf("zero: confidence %v, change %s", a.Confidence, a.Change)
		}
	}
	odd := amountAt(t, r, 1, 18, 2)
	if odd.Settled != record.ThousandUAH || odd.InTotal != record.InTotalNo {
		t.Errorf("row 18: settled %s, in total %s", odd.Settled, odd.InTotal)
	}
	if got := amountAt(t, r, 1, 15, 1).InTotal; got != record.InTotalNo {
		t.Errorf("row 15's plan in the total: %s", got)
	}
	if got := amountAt(t, r, 1, 1, 2).InTotal; got != record.InTotalYes {
		t.Errorf("row 1's actual in the total: %s", got)
	}
	if a := amountAt(t, r, 1, 1, 2); !strings.Contains(a.Reason.EN, "the header says thousands; 17 of 18 rows agree with the declared 3 409 977,85 only as hryvnias") {
		t.Errorf("reason: %s", a.Reason.EN)
	}
	differences := map[int64]string{}
	for _, f := range findingsOf(r, record.TotalMismatch) {
		differences[int64(*f.Difference)] = f.Message.EN
	}
	if m := differences[-16000000]; !strings.Contains(m, "exactly row 15 (160 000,00)") {
		t.Errorf("the plan's excess of 160 000,00: %q in %v", m, differences)
	}
	if m := differences[-14000]; !strings.Contains(m, "unexplained") {
		t.Errorf("the actual's difference of 140,00: %q in %v", m, differences)
	}
	if len(findingsOf(r, record.OddRowUnit)) != 1 || len(findingsOf(r, record.TypoSuspected)) != 0 {
		t.Errorf("odd rows %v, typos %v", findingsOf(r, record.OddRowUnit), findingsOf(r, record.TypoSuspected))
	}
	for i := range r.Measures {
		if r.Measures[i].Planned == nil || r.Measures[i].PlannedBasis != record.Printed {
			t.Errorf("measure %d has no plan", i+1)
		}
	}
	if t.Failed() {
		dump(t, r)
	}
}

func dump(t *testing.T, r *record.Report) {
	for i := range r.Amounts {
		a := &r.Amounts[i]
		k := int64(-1)
		if a.Kopecks != nil {
			k = int64(*a.Kopecks)
		}
		t.Logf("%-14s %-9s %4d %14s %-13s -> %-13s %15d %.3f %-8s total=%s part=%s same=%s | %s", a.Place.Key(), a.Role, a.Year, a.Printed, a.PrintedUnit, a.Settled, k, a.Confidence, a.Change, a.InTotal, a.PartOf, a.SameAs, a.Reason.EN)
	}
	for _, f := range r.Findings {
		t.Logf("%s %.2f: %s / %s", f.Code, f.Confidence, f.Message.EN, f.Message.UK)
	}
}

// TestYearlyProgramme: the second form of such reports; the header is right, the
// plan is three times the annual figure, an indicator repeats a measure's money.
func TestYearlyProgramme(t *testing.T) {
	b := newReport()
	m := [3]int{b.mention(record.ThousandUAH, record.Heading), b.mention(record.ThousandUAH, record.Heading), b.mention(record.ThousandUAH, record.Heading)}
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m[0]}, {role: record.Annual, mention: m[1]}, {role: record.Actual, mention: m[2]}},
		"570|190|0,00", "570,0|190|105,6", "12,0|4,0|0,00", "348,0|116,0|192,4", "0,0|0,0|0,00")
	unit := b.mention(record.ThousandUAH, record.UnitCell)
	b.table(record.SubjectIndicator, []col{{role: record.Planned, mention: unit}, {role: record.Actual, mention: unit}}, "570,0|105,6")
	r := b.settle(t)
	wantHealthy(t, r)
	for c := 1; c <= 2; c++ {
		a, measure := amountAt(t, r, 2, 1, c), amountAt(t, r, 1, 2, []int{0, 1, 3}[c])
		if a.SameAs != measure.ID {
			t.Errorf("indicator's %q repeats %q, want %q", a.Printed, a.SameAs, measure.ID)
		}
	}
	if len(findingsOf(r, record.RepeatedAmount)) != 2 {
		t.Errorf("repeated amounts: %v", findingsOf(r, record.RepeatedAmount))
	}
	if t.Failed() {
		dump(t, r)
	}
}
