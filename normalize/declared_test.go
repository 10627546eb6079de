package normalize

import (
	"testing"

	"zvit/extract/record"
)

var declaredRows = []string{"850,0|845,6", "3 200,0|2 911,4", "120,0|118,9", "480,0|480,0", "260,0|214,2", "150,0|149,7", "=5 060,0|4 719,8"}

// TestTotalsAgainstTheHeading: plan and actual money are both declared in thousands,
// each with its unit beside it, and the rows headed "грн" give them digit for digit:
// one wrong heading is likelier than two wrong totals and measures for 120 hryvnias.
func TestTotalsAgainstTheHeading(t *testing.T) {
	b := newReport()
	b.declare(record.Planned, 0, "5 060,0", record.ThousandUAH)
	b.declare(record.Actual, 0, "4 719,8", record.ThousandUAH)
	m := b.mention(record.UAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}, declaredRows...)
	r := b.settle(t)
	wantKopecks(t, "a planned row", amountAt(t, r, 1, 1, 1), 85_000_000)
	wantKopecks(t, "an actual row", amountAt(t, r, 1, 3, 2), 11_890_000)
	if n := len(findingsOf(r, record.OddRowUnit)); n > 0 {
		t.Errorf("%d odd rows", n)
	}
}

// TestOneTotalAgainstTheHeading: one witness beside its number and one above a table
// of ordinary sums: never overruled in silence.
func TestOneTotalAgainstTheHeading(t *testing.T) {
	b := newReport()
	b.declare(record.Planned, 0, "50 600,00", record.ThousandUAH)
	m := b.mention(record.UAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}},
		"8 500,00|8 456,20", "32 000,00|29 114,70", "1 200,00|1 189,40", "8 900,00|8 820,15", "=50 600,00|47 580,45")
	r := b.settle(t)
	for i := range r.Amounts {
		if a := &r.Amounts[i]; a.TableID != "" && a.Settled != record.UAH && !a.Doubtful {
			t.Errorf("%s as %s without a doubt", a.Printed, a.Settled)
		}
	}
}

// TestHealthySmallHryvnias: a heading of hryvnias over small sums, and totals that
// say the same.
func TestHealthySmallHryvnias(t *testing.T) {
	b := newReport()
	b.declare(record.Planned, 0, "5 060,00", record.UAH)
	b.declare(record.Actual, 0, "4 719,80", record.UAH)
	m := b.mention(record.UAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}},
		"850,00|845,60", "3 200,00|2 911,40", "120,00|118,90", "480,00|480,00", "260,00|214,20", "150,00|149,70", "=5 060,00|4 719,80")
	wantHealthy(t, b.settle(t))
}

// TestFewRowsWithoutAWord: three rows and a total say nothing of a unit that
// nobody prints; twelve with one decimal do.
func TestFewRowsWithoutAWord(t *testing.T) {
	few := newReport()
	cols := []col{{role: record.Planned, mention: -1}, {role: record.Actual, mention: -1}}
	few.table(record.SubjectMeasure, cols, "120,5|118,2", "677,2|675,5", "845,0|840,1", "=1 642,7|1 633,8")
	for _, a := range few.settle(t).Amounts {
		if !a.Doubtful {
			t.Errorf("%s is not doubtful: %s", a.Printed, a.Reason.EN)
		}
	}
	many := newReport()
	many.table(record.SubjectMeasure, cols, "120,5|118,2", "677,2|675,5", "845,0|840,1", "93,4|90,0", "310,8|310,8", "55,1|54,9",
		"402,6|377,3", "268,0|261,7", "71,9|71,9", "1 204,3|1 188,0", "=4 048,8|3 988,4")
	for _, a := range many.settle(t).Amounts {
		if a.Doubtful {
			t.Errorf("%s is doubtful: %s", a.Printed, a.Reason.EN)
		}
	}
}
