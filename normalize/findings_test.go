package normalize

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/record"
)

func two(b *builder, unit record.Unit, rows ...string) {
	m := b.mention(unit, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}, {role: record.Actual, mention: m}}, rows...)
}

// TestFindings has an example of every code that no other test has.
func TestFindings(t *testing.T) {
	for name, c := range map[string]struct {
		build func(b *builder)
		code  record.FindingCode
		count int
	}{
		"a percentage that is not the quotient": {func(b *builder) {
			two(b, record.ThousandUAH, "120,0|60,0", "64,0|32,0", "310,0|155,0", "95,0|90,0")
			b.percent(1, "50,0", "50,0", "50,0", "49,7")
		}, record.PercentOff, 1},
		"words that disagree": {func(b *builder) {
			b.declare(record.Planned, 0, "36 000,00", record.UAH)
			b.r.Amounts[0].Words = "тридцять тисяч гривень"
		}, record.WordsDisagree, 1},
		"twice the plan was spent": {func(b *builder) {
			two(b, record.ThousandUAH, "120,0|118,0", "64,0|160,0", "310,0|301,5")
		}, record.OverExecution, 1},
		"a number that cannot be read": {func(b *builder) {
			two(b, record.ThousandUAH, "120,0|118,0", "64,0|6l,O!", "310,0|301,5")
		}, record.NumberUnreadable, 1},
		"a part counted beside its whole": {func(b *builder) {
			m := b.mention(record.ThousandUAH, record.Heading)
			b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}}, "500,0", ">313,4", "77,3", "41,9", "=932,6")
		}, record.DoubleCount, 1},
		"one digit that two sums confirm": {func(b *builder) {
			m := b.mention(record.UAH, record.LineAbove)
			b.table(record.SubjectLine, []col{{role: record.Planned, fund: record.General, mention: m}, {role: record.Planned, fund: record.Special, mention: m}, {role: record.Planned, mention: m}},
				"1245300|310200|1555500", "872150|94310|966460", "11631845|240070|1871915", "530990|18725|549715", "614020|203455|817475", "=4894305|866760|5761065")
		}, record.TypoSuspected, 1},
	} {
		t.Run(name, func(t *testing.T) {
			b := newReport()
			c.build(b)
			r := b.settle(t)
			got := findingsOf(r, c.code)
			if len(got) != c.count {
				t.Errorf("%d findings %s, want %d", len(got), c.code, c.count)
				dump(t, r)
			}
			for _, f := range r.Findings {
				if f.ID == "" || f.ReportID != r.ID || f.Message.EN == "" || f.Message.UK == "" {
					t.Errorf("finding without its parts: %+v", f)
				}
			}
			for i := range r.Amounts {
				if a := &r.Amounts[i]; a.Change == record.Rescaled {
					t.Errorf("%q was changed: %s", a.Printed, a.Reason.EN)
				}
			}
		})
	}
}

// TestSettleAgain: settling is repeatable from its own output, whatever the
// settled fields held; findings of other rooms stay.
func TestSettleAgain(t *testing.T) {
	b := mixedProgramme()
	text := record.Finding{ID: "doc/x", Code: record.DateContradicts, Args: []record.Arg{{Name: "first", Value: "2017-12-18"}, {Name: "second", Value: "2018-12-18"}}}
	b.r.Findings = append(b.r.Findings, text)
	r := b.settle(t)
	first := clone(r)
	if err := Settle(context.Background(), []*record.Report{r}, nil); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(first, r); d != "" {
		t.Errorf("settled twice:\n%s", d)
	}
	if got := findingsOf(r, record.DateContradicts); len(got) != 1 || got[0].Message.EN == "" {
		t.Errorf("the text finding: %+v", got)
	}
}

func clone(r *record.Report) *record.Report {
	c := *r
	c.Amounts = append([]record.Amount(nil), r.Amounts...)
	c.Findings = append([]record.Finding(nil), r.Findings...)
	c.Measures = append([]record.Measure(nil), r.Measures...)
	return &c
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Settle(ctx, []*record.Report{mixedProgramme().r}, nil); err == nil {
		t.Error("a cancelled context settled a report")
	}
}

// TestReview: a person's decision wins, is kept as it was made, and tells of the
// rest of its column.
func TestReview(t *testing.T) {
	rows := []string{"1250", "480", "93", "770"}
	build := func() *builder {
		b := newReport()
		b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: -1}}, rows...)
		return b
	}
	r := build().settle(t)
	first := amountAt(t, r, 1, 1, 1)
	r = build().settle(t, record.Review{AmountID: first.ID, Printed: "1250", Unit: record.ThousandUAH, Reviewer: "Г. Кобза", Note: "за рішенням ради"})
	a := amountAt(t, r, 1, 1, 1)
	wantKopecks(t, "reviewed", a, 125_000_000)
	if a.Change != record.Reviewed || a.Doubtful || a.Confidence != 1 {
		t.Errorf("reviewed: %s, %.2f", a.Change, a.Confidence)
	}
	for i := 2; i <= 4; i++ {
		a := amountAt(t, r, 1, i, 1)
		if a.Settled != record.ThousandUAH || a.Doubtful {
			t.Errorf("row %d: %s with %.3f: %s", i, a.Settled, a.Confidence, a.Reason.EN)
		}
	}
	// A review of other digits, and an orphaned one, count for nothing.
	for _, v := range []record.Review{{AmountID: first.ID, Printed: "1251", Unit: record.ThousandUAH}, {AmountID: first.ID, Printed: "1250", Unit: record.ThousandUAH, State: record.Orphaned}} {
		r := build().settle(t, v)
		if amountAt(t, r, 1, 1, 1).Change == record.Reviewed {
			t.Errorf("review %+v was applied", v)
		}
	}
	// An accepted sum that is no unit's reading of the digits.
	k := record.Kopecks(777)
	r = build().settle(t, record.Review{AmountID: first.ID, Printed: "1250", Kopecks: &k})
	wantKopecks(t, "set by a person", amountAt(t, r, 1, 1, 1), 777)
}

// TestReviewWinsOverTheSearch: against sums, execution and heading.
func TestReviewWinsOverTheSearch(t *testing.T) {
	b := mixedProgramme()
	id := ""
	for i := range b.r.Amounts {
		if b.r.Amounts[i].Printed == "470,6" {
			id = b.r.Amounts[i].ID
		}
	}
	k := record.Kopecks(47060)
	r := b.settle(t, record.Review{AmountID: id, Printed: "470,6", Kopecks: &k})
	a := amountAt(t, r, 1, 18, 2)
	wantKopecks(t, "reviewed", a, 47060)
	if a.Change != record.Reviewed {
		t.Errorf("change %s", a.Change)
	}
	// The decision takes the odd row away, which was a clue to the column: right,
	// or marked.
	if a := amountAt(t, r, 1, 1, 2); *a.Kopecks != 16233135 && !a.Doubtful {
		t.Errorf("beside it: %d, %.3f", *a.Kopecks, a.Confidence)
	}
}

// TestReviewOfAnOddRow: accepting the odd row moves nothing else.
func TestReviewOfAnOddRow(t *testing.T) {
	build := func() *builder {
		b := newReport()
		two(b, record.ThousandUAH, "120,5|118,0", "64,0|61 250,00", "310,2|287,9", "95,0|90,3")
		return b
	}
	r := build().settle(t)
	odd := amountAt(t, r, 1, 2, 2)
	wantKopecks(t, "odd row", odd, 6_125_000)
	for _, v := range []record.Review{{AmountID: odd.ID, Printed: odd.Printed, Kopecks: odd.Kopecks}, {AmountID: odd.ID, Printed: odd.Printed, Unit: record.UAH}} {
		r := build().settle(t, v)
		for i := 1; i <= 4; i++ {
			if a := amountAt(t, r, 1, i, 1); a.Settled != record.ThousandUAH || a.Doubtful {
				t.Errorf("plan %d: %s with %.3f", i, a.Settled, a.Confidence)
			}
			if a := amountAt(t, r, 1, i, 2); i != 2 && (a.Settled != record.ThousandUAH || a.Doubtful) {
				t.Errorf("actual %d: %s with %.3f", i, a.Settled, a.Confidence)
			}
		}
	}
}

// TestAcceptingTakesNothingAway: who accepts an amount as it was settled makes no
// other amount doubtful that was not.
func TestAcceptingTakesNothingAway(t *testing.T) {
	for name, build := range map[string]func() *builder{
		"mixed programme": mixedProgramme,
		"sources in rows": func() *builder { return sourcesInRows("=4490,5|315,5|4175,0") },
		"an odd row": func() *builder {
			b := newReport()
			two(b, record.ThousandUAH, "120,5|118,0", "64,0|61 250,00", "310,2|287,9", "95,0|90,3", "=589,7|557,45")
			return b
		},
		"a few rows": func() *builder {
			b := newReport()
			two(b, record.UAH, "12050,00|11800,00", "6400,00|6125,00", "31020,00|28790,00")
			return b
		},
	} {
		before := build().settle(t)
		for i := range before.Amounts {
			a := &before.Amounts[i]
			if a.Kopecks == nil || *a.Kopecks == 0 {
				continue
			}
			after := build().settle(t, record.Review{AmountID: a.ID, Printed: a.Printed, Kopecks: a.Kopecks})
			for j := range after.Amounts {
				x, y := &before.Amounts[j], &after.Amounts[j]
				if *x.Kopecks != *y.Kopecks || y.Doubtful && !x.Doubtful {
					t.Errorf("%s: %q accepted: %q was %d (%.3f), is %d (%.3f)", name, a.Printed, x.Printed, *x.Kopecks, x.Confidence, *y.Kopecks, y.Confidence)
				}
			}
		}
	}
}

// TestReviewOfAWholeRow: a person says that one row is in hryvnias, cell by cell.
// That is one odd row, however many cells were decided, and the rest of the table
// stays as printed.
func TestReviewOfAWholeRow(t *testing.T) {
	build := func() *builder {
		b := newReport()
		m := b.mention(record.ThousandUAH, record.LineAbove)
		b.table(record.SubjectMeasure, []col{{role: record.Approved, mention: m}, {role: record.Planned, mention: m}, {role: record.Actual, mention: m}},
			"1150,5|1200,5|1180,0", "950,0|950,0|940,5", "3000,0|3100,2|2870,9", "1500,0|1400,0|1390,3")
		return b
	}
	var reviews []record.Review
	for col := 1; col <= 3; col++ {
		a := amountAt(t, build().r, 1, 2, col)
		reviews = append(reviews, record.Review{AmountID: a.ID, Printed: a.Printed, Unit: record.UAH})
	}
	for n := 1; n <= 3; n++ {
		r := build().settle(t, reviews[:n]...)
		for row := 1; row <= 4; row++ {
			for col := 1; col <= 3; col++ {
				if a := amountAt(t, r, 1, row, col); row != 2 && a.Settled != record.ThousandUAH {
					t.Errorf("%d decided: row %d, column %d is %s (%.3f)", n, row, col, a.Settled, a.Confidence)
				}
			}
		}
		if a := amountAt(t, r, 1, 2, 1); a.Settled != record.UAH || a.Change != record.Reviewed {
			t.Errorf("%d decided: %s, %s", n, a.Settled, a.Change)
		}
		if a := amountAt(t, r, 1, 2, 3); n == 2 && a.Settled != record.UAH {
			t.Errorf("the row's last cell is %s (%.3f)", a.Settled, a.Confidence)
		}
	}
}

// TestEveryHryvniaOnce: the amounts of one subject and role with neither part_of
// nor same_as add up to its whole.
func TestEveryHryvniaOnce(t *testing.T) {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{
		{role: record.Planned, mention: m},
		{role: record.Planned, year: 2021, mention: m},
		{role: record.Planned, year: 2022, mention: m},
		{role: record.Actual, fund: record.General, mention: m},
		{role: record.Actual, fund: record.Special, mention: m},
	}, "180,0|90,0|90,0|70,5|12,5", "75,5|25,5|50,0|75,5|")
	r := b.settle(t)
	for i := range r.Measures {
		id := r.Measures[i].ID
		sums := map[record.Role]record.Kopecks{}
		for j := range r.Amounts {
			if a := &r.Amounts[j]; a.SubjectID == id && a.PartOf == "" && a.SameAs == "" {
				sums[a.Role] += *a.Kopecks
			}
		}
		want := []map[record.Role]record.Kopecks{{record.Planned: 18_000_000, record.Actual: 8_300_000}, {record.Planned: 7_550_000, record.Actual: 7_550_000}}[i]
		if d := cmp.Diff(want, sums); d != "" {
			t.Errorf("measure %d: %s", i+1, d)
		}
	}
	if m := r.Measures[0]; *m.Planned != 18_000_000 || m.PlannedBasis != record.Printed || *m.Actual != 8_300_000 || m.ActualBasis != record.Sum {
		t.Errorf("measure 1: %d (%s), %d (%s)", *m.Planned, m.PlannedBasis, *m.Actual, m.ActualBasis)
	}
}
