package normalize

import (
	"fmt"
	"testing"

	"zvit/extract/record"
)

// TestRowThatStandsApart: a row a thousand times its column in every column, and
// no total that counts it, is read as printed and doubtful; the others are not.
func TestRowThatStandsApart(t *testing.T) {
	for _, x := range []struct {
		name, total string
		doubtful    bool
	}{{"no total", "", true}, {"a total counts it", "=93001,5|87002,0", false}} {
		t.Run(x.name, func(t *testing.T) {
			b := newReport()
			m := b.mention(record.ThousandUAH, record.Heading)
			rows := []string{"310,0|290,5", "87,5|87,5", "204,0|188,0", "92000,0|86046,0", "400,0|390,0"}
			if x.total != "" {
				rows = append(rows, x.total)
			}
			b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}, rows...)
			r := b.settle(t)
			if got := amountAt(t, r, 1, 4, 1); got.Doubtful != x.doubtful {
				t.Errorf("the large row: doubtful %v (%.3f), %s", got.Doubtful, got.Confidence, got.Reason.EN)
			}
			if got := amountAt(t, r, 1, 1, 1); got.Doubtful || got.Settled != record.ThousandUAH {
				t.Errorf("a usual row: doubtful %v (%.3f), settled %s", got.Doubtful, got.Confidence, got.Settled)
			}
		})
	}
}

// TestWholeTableKeepsItsWords: one line above the table says thousands of every
// column; large sums alone do not overrule it.
func TestWholeTableKeepsItsWords(t *testing.T) {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.LineAbove)
	b.table(record.SubjectMeasure, []col{{role: record.Approved, mention: m}, {role: record.Planned, mention: m}, {role: record.Actual, mention: m}},
		"198805,22|198805,22|129846,41", "49342,91|51000,00|51000,00", "693350,48|832654,71|512857,38", "=941498,61|1082459,93|693703,79")
	r := b.settle(t)
	for i := range r.Amounts {
		if a := &r.Amounts[i]; a.Settled != record.ThousandUAH || a.Change != record.Unchanged {
			t.Errorf("%q settled as %s (%.3f)", a.Printed, a.Settled, a.Confidence)
		}
	}
}

// TestLongTableWithoutTotal: large sums speak somewhat against the heading, and in a
// long table that no total bears out a wrong unit is many wrong amounts. Short tables,
// those with a total and those of usual sums stay as they are printed.
func TestLongTableWithoutTotal(t *testing.T) {
	for _, x := range []struct {
		name            string
		rows, thousands int
		total, doubtful bool
	}{
		{"long, large sums", 16, 30, false, true},
		{"a total bears them out", 16, 30, true, false},
		{"short", 4, 30, false, false},
		{"usual sums", 16, 4, false, false},
		{"very long, sums of a programme", 150, 12, false, false},
	} {
		t.Run(x.name, func(t *testing.T) {
			r := longTable(t, x.rows, x.thousands, x.total)
			for i := range r.Amounts {
				if a := &r.Amounts[i]; a.Settled != record.ThousandUAH || a.Change != record.Unchanged || a.Doubtful != x.doubtful {
					t.Errorf("%q settled as %s (%.3f), doubtful %v", a.Printed, a.Settled, a.Confidence, a.Doubtful)
				}
			}
		})
	}
}

// longTable settles rows of plan and actual money under a heading in thousands, some
// thousands each, with the total of them or without.
func longTable(t testing.TB, n, scale int, total bool) *record.Report {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	var rows []string
	plans, actuals := 0, 0
	for i := range n {
		plan := scale * (70 + 37*i%101)
		actual := plan * (80 + 7*i%19) / 100
		plans, actuals = plans+plan, actuals+actual
		rows = append(rows, fmt.Sprintf("%d|%d", plan, actual))
	}
	if total {
		rows = append(rows, fmt.Sprintf("=%d|%d", plans, actuals))
	}
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}, rows...)
	return b.settle(t)
}
