package store

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"zvit/extract/record"
)

func TestDoubtfulMostMoneyFirst(t *testing.T) {
	ctx := context.Background()
	db := opened(t)
	small, big := sample{name: "small"}.entry(), sample{name: "big", base: 9_000_000_000}.entry()
	put(t, db, small, big)
	all, err := db.Doubtful(ctx, Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range all {
		got = append(got, x.Path+" "+string(x.Change))
	}
	slices.Sort(got[:2]) // the unreadable are alike
	if diff := cmp.Diff([]string{"/архів/big unreadable", "/архів/small unreadable", "/архів/big rescaled", "/архів/small rescaled"}, got); diff != "" {
		t.Error(diff)
	}
	a := &big.Reports[0].Amounts[8]
	want := DoubtfulRow{
		AmountID: a.ID, ReportID: big.Reports[0].ID, DocumentID: big.SHA256, Path: big.Path, Programme: "Тихі джерела",
		Subject: record.SubjectReport, SubjectID: big.Reports[0].ID, Role: record.Planned, Year: 2023, Printed: a.Printed,
		PrintedUnit: record.ThousandUAH, Settled: record.UAH, PrintedKopecks: a.PrintedKopecks, Kopecks: a.Kopecks, Alternative: a.Alternative,
		Change: record.Rescaled, Confidence: 0.97, Reason: a.Reason, TableID: a.TableID, Row: a.Row, Col: a.Col, Page: 1, PlaceText: a.Place.String(),
	}
	if diff := cmp.Diff(want, all[2]); diff != "" {
		t.Error(diff)
	}
	for _, f := range []Filter{{DocumentID: small.SHA256}, {ReportID: small.Reports[0].ID}, {DocumentID: small.SHA256, ReportID: small.Reports[0].ID}} {
		if of, err := db.Doubtful(ctx, f); err != nil || len(of) != 2 || of[0].DocumentID != small.SHA256 {
			t.Errorf("%+v: %+v, %v", f, of, err)
		}
	}
	if of, err := db.Doubtful(ctx, Filter{Limit: 3}); err != nil || len(of) != 3 {
		t.Errorf("%d, %v", len(of), err)
	}
	for _, f := range []Filter{{Limit: 2, Offset: 1}, {Limit: 1, Offset: 3}, {Offset: 2}, {Offset: 9}} {
		of, err := db.Doubtful(ctx, f)
		from := min(f.Offset, len(all))
		to := len(all)
		if f.Limit > 0 {
			to = min(from+f.Limit, to)
		}
		if diff := cmp.Diff(all[from:to], of, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Errorf("%+v: %v %s", f, err, diff)
		}
	}
	if of, err := db.Doubtful(ctx, Filter{DocumentID: big.SHA256, ReportID: small.Reports[0].ID}); err != nil || len(of) != 0 {
		t.Errorf("%d, %v", len(of), err)
	}
}

func TestFindingsGravestFirst(t *testing.T) {
	ctx := context.Background()
	db := opened(t)
	e := sample{name: "a"}.entry()
	more := e.Reports[0].Findings[0]
	more.ID, more.Difference = "more", kop(-5000)
	e.Reports[0].Findings = append(e.Reports[0].Findings, more)
	put(t, db, e)
	list, err := db.Findings(ctx, Filter{})
	if err != nil {
		t.Fatal(err)
	}
	want := []FindingRow{
		{Finding: more, DocumentID: e.SHA256, Path: e.Path, Page: 1, PlaceText: more.Place.String()},
		{Finding: e.Reports[0].Findings[0], DocumentID: e.SHA256, Path: e.Path, Page: 1, PlaceText: more.Place.String()},
		{Finding: e.Findings[0], DocumentID: e.SHA256, Path: e.Path, Page: 1, PlaceText: more.Place.String()},
	}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Error(diff)
	}
	if of, err := db.Findings(ctx, Filter{ReportID: e.Reports[0].ID, Limit: 1}); err != nil || len(of) != 1 {
		t.Errorf("%d, %v", len(of), err)
	}
}

// Sums at the ends of an integer break nothing, and are doubtful where added.
func TestGreatestSums(t *testing.T) {
	db := opened(t)
	e := plainReport{name: "a", kind: record.ProgrammeAnnual, from: "2021", to: "2021", rows: [][2]int64{{math.MaxInt64, math.MinInt64}, {1, -1}}, doubtful: true}.entry()
	e.Reports[0].Findings = []record.Finding{{ID: "f", Code: record.TotalMismatch, Difference: kop(math.MinInt64)}}
	put(t, db, e)
	if got := query(t, db, "SELECT doubtful FROM execution"); got[0] != "1" {
		t.Error(got)
	}
	// Two departments report on one year.
	for _, who := range []string{"Управління освіти", "Управління доріг"} {
		put(t, db, plainReport{
			name: who, responsible: who, kind: record.ProgrammeAnnual, from: "2022", to: "2022",
			rows: [][2]int64{{math.MaxInt64 - int64(len(who)), math.MaxInt64}}, doubtful: true,
		}.entry())
	}
	for _, v := range AllViews() {
		query(t, db, "SELECT * FROM "+v.Name)
	}
	if got := query(t, db, "SELECT planned_kopecks FROM execution_by_year WHERE year = 2022"); got[0] != "9223372036854775807" {
		t.Error(got)
	}
	if got := query(t, db, "SELECT kopecks FROM doubtful_by_report"); len(got) != 3 || got[0] != "9223372036854775807" {
		t.Error(got)
	}
	if list, err := db.Doubtful(context.Background(), Filter{}); err != nil || len(list) != 8 {
		t.Errorf("%v, %v", list, err)
	}
}
