package normalize

import (
	"testing"

	"zvit/extract/record"
)

// doubtfulOf counts the amounts that a person should look at.
func doubtfulOf(r *record.Report) int {
	n := 0
	for i := range r.Amounts {
		if r.Amounts[i].Doubtful {
			n++
		}
	}
	return n
}

// withPercents adds percentages of execution in column 9, those of the rows.
func (b *builder) withPercents(col int, printed ...string) {
	from := len(b.r.Ratios)
	b.percent(b.tables, printed...)
	for i := range b.r.Ratios[from:] {
		b.r.Ratios[from+i].Col = col
	}
}

// TestPercentContradicts: one row's percentage is not that of its money while the
// other rows' are: a figure slid in, or was misprinted, and nothing adds up with it.
func TestPercentContradicts(t *testing.T) {
	rows := []string{"1 200,0|980,4", "640,0|611,2", "905,5|83,5", "310,0|296,7", "1 150,0|1 020,1"}
	percents := []string{"81,7", "95,5", "92,2", "95,7", "88,7"}
	b := newReport()
	two(b, record.ThousandUAH, rows...)
	b.withPercents(9, percents...)
	r := b.settle(t)
	for row := 1; row <= 5; row++ {
		if a := amountAt(t, r, 1, row, 2); a.Doubtful != (row == 3) || a.Change != record.Unchanged {
			t.Errorf("row %d: doubtful %v, %s: %s", row, a.Doubtful, a.Change, a.Reason.EN)
		}
	}
	if len(findingsOf(r, record.PercentOff)) != 1 {
		t.Errorf("findings: %+v", r.Findings)
	}

	// The same row, where the total counts both of its figures: the percentage is wrong.
	b = newReport()
	two(b, record.ThousandUAH, append(rows, "=4 205,5|2 991,9")...)
	b.withPercents(9, percents...)
	r = b.settle(t)
	if n := doubtfulOf(r); n != 0 || len(findingsOf(r, record.PercentOff)) != 1 {
		t.Errorf("a misprinted percentage: %d doubtful, findings %+v", n, r.Findings)
	}
}

// TestPercentOfAnotherPlan: rows print their percentages of the year's plan and of
// the quarter's; one row gives that of the year alone, and one of neither.
func TestPercentOfAnotherPlan(t *testing.T) {
	build := func(last string) *builder {
		b := newReport()
		m := b.mention(record.ThousandUAH, record.Heading)
		b.table(record.SubjectLine, []col{{role: record.Approved, mention: m}, {role: record.Planned, mention: m}, {role: record.Actual, mention: m}},
			"8 450,0|2 112,5|1 990,7", "4 120,0|1 030,0|1 001,4", "3 870,0|967,5|900,0", "5 421,0|1 355,2|1 322,8", "7 314,5|1 828,6|1 601,9", "1 200,0|300,0|"+last)
		b.withPercents(8, "23,6", "24,3", "23,3", "24,4", "21,9", "20,9")
		b.withPercents(9, "94,2", "97,2", "93,0", "97,6", "87,6")
		for i := range b.r.Ratios {
			b.r.Ratios[i].SubjectID = b.r.Lines[b.r.Ratios[i].Row].ID
		}
		return b
	}
	if r := build("250,8").settle(t); doubtfulOf(r) != 0 {
		t.Error("a row that gives one of its two percentages:")
		dump(t, r)
	}
	r := build("20,9").settle(t)
	if a := amountAt(t, r, 1, 6, 3); !a.Doubtful {
		t.Errorf("a row that lost a cell: %q is sure: %s", a.Printed, a.Reason.EN)
	}
	if n := doubtfulOf(r); n > 3 {
		t.Errorf("%d amounts are doubtful for one row", n)
	}
}

// TestRoundedPercentages: percentages without decimals and with them agree.
func TestRoundedPercentages(t *testing.T) {
	b := newReport()
	two(b, record.ThousandUAH, "1 200,0|980,4", "640,0|611,2", "905,5|835,0", "310,0|296,7")
	b.withPercents(9, "82", "95,5", "92", "95,71")
	wantHealthy(t, b.settle(t))
}

// TestLostComma: one figure makes a total hold to the kopeck with its comma a place
// further on; it stays as printed and is doubtful.
func TestLostComma(t *testing.T) {
	b := newReport()
	two(b, record.ThousandUAH, "1205|118,2", "677,2|675,5", "845,0|840,1", "=1 642,7|1 633,8")
	r := b.settle(t)
	a := amountAt(t, r, 1, 1, 1)
	wantKopecks(t, "as printed", a, 120_500_000)
	if !a.Doubtful || a.Alternative == nil || *a.Alternative != 12_050_000 {
		t.Errorf("doubtful %v, %.3f: %s", a.Doubtful, a.Confidence, a.Reason.EN)
	}
	if n := doubtfulOf(r); n != 1 {
		t.Errorf("%d amounts are doubtful", n)
	}

	// A total that fails by a sum that no comma explains, and a row ten times the
	// others in a total that holds, leave all rows sure.
	for name, rows := range map[string][]string{
		"another difference": {"120,5|118,2", "677,2|675,5", "845,0|840,1", "=1 640,9|1 633,8"},
		"a large row":        {"1205|1182", "677,2|675,5", "845,0|840,1", "=2 727,2|2 697,6"},
	} {
		b := newReport()
		two(b, record.ThousandUAH, rows...)
		if r := b.settle(t); doubtfulOf(r) != 0 {
			t.Error(name)
			dump(t, r)
		}
	}
}
