package normalize

import (
	"fmt"
	"testing"

	"zvit/extract/document"
	"zvit/extract/record"
)

// say adds a sum of the running text with its unit beside it.
func (b *builder) say(role record.Role, printed string, unit record.Unit) {
	place := document.Place{Paragraph: len(b.r.Amounts) + 300}
	b.r.Amounts = append(b.r.Amounts, record.Amount{
		ID: record.ID("doc", "amount", place, 0), Subject: record.SubjectProse, SubjectID: place.Key(), Role: role, Printed: printed,
		Mentions: []int{b.mention(unit, record.Beside)}, Row: -1, Col: -1, Place: place,
	})
}

// TestHealthyProse: nobody types the unit beside a number once for a whole table;
// sums of the text in several units stay as printed without a doubt.
func TestHealthyProse(t *testing.T) {
	b := newReport()
	b.say(record.Planned, "1 850,0", record.ThousandUAH)
	b.say(record.Planned, "500", record.ThousandUAH)
	b.say(record.Actual, "1,2", record.MillionUAH)
	b.say(record.Actual, "583 100", record.UAH)
	b.say(record.Actual, "212 400", record.UAH)
	wantHealthy(t, b.settle(t))
}

// TestRowTooSmallForItsTotal: the total leaves a row of thousands out. Read as
// hryvnias the row would vanish in the total's rounding, and that is no reason to.
func TestRowTooSmallForItsTotal(t *testing.T) {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	rows := []string{"120,5|118,0", "64,0|61,2", "310,2|287,9", "95,0|90,3", "72,5|72,5", "140,7|139,9", "88,4|80,0"}
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}, append(rows, "=818,8|777,3")...)
	r := b.settle(t)
	for col := 1; col <= 2; col++ {
		a := amountAt(t, r, 1, 5, col)
		if a.InTotal != record.InTotalNo {
			t.Errorf("column %d: in total %s", col, a.InTotal)
		}
		wantKopecks(t, "the row outside", a, 7_250_000)
	}
	if len(findingsOf(r, record.TotalMismatch)) != 2 {
		t.Errorf("findings: %+v", r.Findings)
	}
}

// TestFindingsHaveTheirOwnIDs: two totals leave one row out, the table's and the
// prose's.
func TestFindingsHaveTheirOwnIDs(t *testing.T) {
	b := newReport()
	b.declare(record.Planned, 0, "2 408,0", record.ThousandUAH)
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}},
		"300,0|280,1", "96,0|96,0", "1200,0|1107,9", "75,0|70,2", "812,0|790,4", "=2408,0|2344,6")
	r := b.settle(t)
	seen := map[string]bool{}
	for _, f := range r.Findings {
		if seen[f.ID] {
			t.Errorf("%s twice", f.ID)
		}
		seen[f.ID] = true
	}
	if n := len(findingsOf(r, record.OutsideTotal)); n != 2 {
		t.Errorf("%d findings of the row outside, want one a total", n)
	}
}

// TestUndecidedColumnHasNoOddRows: where the clues against a heading are not
// enough to overrule it, its rows are as printed and none of them is odd.
func TestUndecidedColumnHasNoOddRows(t *testing.T) {
	b := newReport()
	m := b.mention(record.UAH, record.LineAbove)
	var rows []string
	for i := range 8 {
		rows = append(rows, fmt.Sprintf("%d,%d|%d,%d", 40+17*i, i, 38+16*i, i))
	}
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}, rows...)
	r := b.settle(t)
	if f := findingsOf(r, record.OddRowUnit); len(f) > 0 {
		t.Errorf("%d odd rows: %s", len(f), f[0].Message.EN)
	}
}
