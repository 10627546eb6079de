package normalize

import (
	"fmt"
	"strings"
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

// TestLargeProse: what a town spends is large beside programmes, and the unit of a
// sentence stands beside each number: its sums stay sure, however many there are.
func TestLargeProse(t *testing.T) {
	b := newReport()
	b.say(record.Planned, "112 380,4", record.ThousandUAH)
	b.say(record.Planned, "98 240,3", record.ThousandUAH)
	b.r.Amounts[1].Fund = record.General
	b.say(record.Planned, "14 140,1", record.ThousandUAH)
	b.r.Amounts[2].Fund = record.Special
	b.say(record.Actual, "104 377,9", record.ThousandUAH)
	wantHealthy(t, b.settle(t))
	b = newReport()
	b.say(record.Actual, "1,1", record.BillionUAH)
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

// sayIn adds a sum of a sentence that stands in a cell of a table's row, 1-based.
func (b *builder) sayIn(table, row, col int, role record.Role, printed string, unit record.Unit) {
	place := document.Place{Table: table, Row: row, Cell: col + 1, Paragraph: 1}
	b.r.Amounts = append(b.r.Amounts, record.Amount{
		ID: record.ID("doc", "amount", place, 0), Subject: record.SubjectProse, SubjectID: place.Key(), Role: role, Printed: printed,
		Mentions: []int{b.mention(unit, record.Beside)}, TableID: fmt.Sprintf("doc/t%d", table), Row: row - 1, Col: col, Place: place,
	})
}

// TestSentencesInCells: what a cell of remarks says in thousands is no column of
// the table; a table of five rows whose actual money is printed in hryvnias under
// "тис.грн", like the totals above it, is read as such all the same.
func TestSentencesInCells(t *testing.T) {
	b := newReport()
	b.declare(record.Planned, 0, "2 547 000,00", record.ThousandUAH)
	b.declare(record.Actual, 0, "2 365 745,38", record.ThousandUAH)
	plan, actual := b.mention(record.ThousandUAH, record.Heading), b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: plan}, {role: record.Actual, mention: actual}},
		"308,9|279 292,92", "381,6|348 386,09", "733,7|702 913,88", "794,2|736 859,63", "328,6|298 292,86")
	b.sayIn(1, 2, 3, record.Actual, "48,5", record.ThousandUAH)
	b.sayIn(1, 4, 3, record.Other, "48,5", record.ThousandUAH)
	r := b.settle(t)
	for i := range r.Amounts {
		if r.Amounts[i].Doubtful {
			t.Errorf("%s is doubtful: %s", r.Amounts[i].Printed, r.Amounts[i].Reason.EN)
		}
	}
	wantKopecks(t, "the plan", amountAt(t, r, 1, 1, 1), 30_890_000)
	wantKopecks(t, "the actual money", amountAt(t, r, 1, 1, 2), 27_929_292)
	wantKopecks(t, "the declared plan", declaredAmount(t, r, record.Planned, 0), 254_700_000)
	wantKopecks(t, "a sentence in a cell", amountAt(t, r, 1, 2, 3), 4_850_000)
}

// TestHealthyTableWithSentences: the same table, printed as its heading says.
func TestHealthyTableWithSentences(t *testing.T) {
	b := newReport()
	b.declare(record.Planned, 0, "2 547,0", record.ThousandUAH)
	b.declare(record.Actual, 0, "2 365,7", record.ThousandUAH)
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}},
		"308,9|279,3", "381,6|348,3", "733,7|702,9", "794,2|736,9", "328,6|298,3")
	b.sayIn(1, 2, 3, record.Actual, "48 500,00", record.UAH)
	b.sayIn(1, 4, 3, record.Other, "48,5", record.ThousandUAH)
	wantHealthy(t, b.settle(t))
}

// TestSentencesHaveNoColumn: a sum of the text is not far from others of the text.
func TestSentencesHaveNoColumn(t *testing.T) {
	b := newReport()
	for _, s := range []string{"77716352,58", "20332891,58", "57383461,00", "20098669,22", "196593,56", "14549223,22"} {
		b.say(record.Actual, s, record.UAH)
	}
	wantHealthy(t, b.settle(t))
}

// TestHealthyLetter: a letter without a table declares its total in thousands and
// tells its parts, the plan in thousands and the money spent to the kopeck.
func TestHealthyLetter(t *testing.T) {
	b := newReport()
	b.declare(record.Planned, 0, "340,0", record.ThousandUAH)
	b.declare(record.Actual, 0, "287 450,60", record.UAH)
	for _, x := range [][2]string{{"60,0", "54 200,00"}, {"120,0", "120 000,00"}, {"160,0", "113 250,60"}} {
		b.say(record.Planned, x[0], record.ThousandUAH)
		b.say(record.Actual, x[1], record.UAH)
	}
	r := b.settle(t)
	wantHealthy(t, r)
	want := "the unit beside the number says thousands; 3 of 3 sums of the text agree with the declared 340,0 only as thousands"
	if got := declaredAmount(t, r, record.Planned, 0).Reason.EN; got != want {
		t.Errorf("reason %q, want %q", got, want)
	}
}

// TestHealthyDeclaredAlone: a total with its unit beside it and nothing else.
func TestHealthyDeclaredAlone(t *testing.T) {
	b := newReport()
	b.declare(record.Planned, 0, "2 350,0", record.ThousandUAH)
	b.declare(record.Actual, 0, "2195,4", record.ThousandUAH)
	wantHealthy(t, b.settle(t))
}

// TestLetterContradictsItsTotal: the parts are in hryvnias and add up to the digits
// of a total said to be in thousands: never as printed without a doubt.
func TestLetterContradictsItsTotal(t *testing.T) {
	b := newReport()
	b.declare(record.Actual, 0, "287 450,60", record.ThousandUAH)
	for _, x := range []string{"54 200,00", "120 000,00", "113 250,60"} {
		b.say(record.Actual, x, record.UAH)
	}
	r := b.settle(t)
	a := declaredAmount(t, r, record.Actual, 0)
	if !a.Doubtful && (a.Kopecks == nil || *a.Kopecks != 28_745_060) {
		t.Errorf("%s as %s without a doubt: %s", a.Printed, a.Settled, a.Reason.EN)
	}
	for i := range r.Amounts {
		if x := &r.Amounts[i]; x.Subject == record.SubjectProse && x.Settled != record.UAH {
			t.Errorf("%s as %s: %s", x.Printed, x.Settled, x.Reason.EN)
		}
	}
}

// TestReasonsAreTrueOfTheirAmount: the decimals that a reason names are the
// amount's own, and no reason is given for and against one unit.
func TestReasonsAreTrueOfTheirAmount(t *testing.T) {
	b := newReport()
	for _, s := range []string{"1 850,5", "64,2", "189,43", "500"} {
		b.say(record.Actual, s, record.ThousandUAH)
	}
	r := b.settle(t)
	for i := range r.Amounts {
		a := &r.Amounts[i]
		says, prints := strings.Contains(a.Reason.EN, "1 decimal"), strings.HasSuffix(a.Printed, ",5") || strings.HasSuffix(a.Printed, ",2")
		if says && !prints {
			t.Errorf("%s: %s", a.Printed, a.Reason.EN)
		}
		seen := map[string]bool{}
		for _, e := range a.Evidence {
			if e.Kind == "neighbour" && seen[e.Kind] {
				t.Errorf("%s: neighbours twice", a.Printed)
			}
			seen[e.Kind] = true
		}
	}
}

// TestDeviationInProse: what is said to be left is the difference of plan and actual
// money in one unit alone, and a unit beside a number may be wrong.
func TestDeviationInProse(t *testing.T) {
	build := func(unit record.Unit, left string) *record.Report {
		b := newReport()
		b.declare(record.Planned, 0, "2 350,0", record.ThousandUAH)
		b.declare(record.Actual, 0, "2195,4", unit)
		b.say(record.Deviation, left, record.ThousandUAH)
		return b.settle(t)
	}
	wantHealthy(t, build(record.ThousandUAH, "154,6"))
	r := build(record.UAH, "154,6")
	wantKopecks(t, "the actual money", declaredAmount(t, r, record.Actual, 0), 219_540_000)
	if len(findingsOf(r, record.UnitContradict)) != 1 {
		t.Errorf("findings: %+v", r.Findings)
	}
	// What is left of something else is held against nothing.
	wantHealthy(t, build(record.ThousandUAH, "311,9"))
}

// TestWordsOfOneGroup: "12 (дванадцять) тисяч 500 гривень" says one group in words.
func TestWordsOfOneGroup(t *testing.T) {
	for words, want := range map[string]int{"дванадцять": 0, "тринадцять": 1} {
		b := newReport()
		b.say(record.Planned, "12 ("+words+") тисяч 500", record.UAH)
		b.r.Mentions[0].Text = "гривень"
		b.r.Amounts[0].Words = words
		r := b.settle(t)
		if r.Amounts[0].Kopecks == nil || *r.Amounts[0].Kopecks != 1_250_000 {
			t.Errorf("%s: %+v", words, r.Amounts[0].Kopecks)
		}
		if f := findingsOf(r, record.WordsDisagree); len(f) != want {
			t.Errorf("%s: %d findings, want %d", words, len(f), want)
		}
	}
}
