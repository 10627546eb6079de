package store

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/record"
)

func reviewOf(e Entry, amount int) record.Review {
	a := &e.Reports[0].Amounts[amount]
	return record.Review{
		AmountID: a.ID, Place: a.Place.Key(), Printed: a.Printed, Kopecks: kop(777), Unit: record.UAH, Note: "звірено",
		Reviewer: "olena", DecidedAt: "2026-05-02T10:00:00Z", State: record.Applied,
	}
}

func reviews(t *testing.T, db *DB, e Entry) []record.Review {
	t.Helper()
	list, err := db.Reviews(context.Background(), e.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestReviews(t *testing.T) {
	ctx := context.Background()
	db := opened(t)
	e := sample{name: "a"}.entry()
	put(t, db, e)
	want := reviewOf(e, 0)
	first := want
	first.Kopecks, first.Place, first.Printed = nil, "", ""
	for _, r := range []record.Review{first, want} { // the second replaces the first
		if err := db.AddReview(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]record.Review{want}, reviews(t, db, e)); diff != "" {
		t.Error(diff)
	}
	wrong := want
	wrong.Printed = "1"
	if err := db.AddReview(ctx, wrong); !errors.Is(err, ErrUnknown) {
		t.Errorf("another text was reviewed: %v", err)
	}
	if err := db.AddReview(ctx, record.Review{AmountID: "none"}); !errors.Is(err, ErrUnknown) {
		t.Errorf("no amount was reviewed: %v", err)
	}
	if err := db.RemoveReview(ctx, want.AmountID); err != nil {
		t.Fatal(err)
	}
	first.Place, first.Printed = want.Place, want.Printed
	if diff := cmp.Diff([]record.Review{first}, reviews(t, db, e)); diff != "" {
		t.Errorf("the decision that was replaced does not stand again:\n%s", diff)
	}
	if err := db.RemoveReview(ctx, want.AmountID); err != nil {
		t.Fatal(err)
	}
	if got := reviews(t, db, e); got != nil {
		t.Errorf("still there: %v", got)
	}
	if err := db.RemoveReview(ctx, want.AmountID); !errors.Is(err, ErrUnknown) {
		t.Errorf("taken back twice: %v", err)
	}
}

// A review follows its printed text at its place, and no other amount.
func TestReviewsFollowTheirText(t *testing.T) {
	ctx := context.Background()
	for name, x := range map[string]struct {
		change func(r *record.Report)
		state  record.ReviewState
		amount int // where it stands after
	}{
		"nothing changed": {func(*record.Report) {}, record.Applied, 2},
		"another id":      {func(r *record.Report) { r.Amounts[2].ID += "/new" }, record.Applied, 2},
		"another order":   {func(r *record.Report) { r.Amounts[1], r.Amounts[2] = r.Amounts[2], r.Amounts[1] }, record.Applied, 1},
		"other text":      {func(r *record.Report) { r.Amounts[2].Printed = "1,00" }, record.Orphaned, 2},
		"other place":     {func(r *record.Report) { r.Amounts[2].Place.Row += 7 }, record.Orphaned, 2},
		"a twin beside it": {func(r *record.Report) {
			r.Amounts[3].Printed, r.Amounts[3].Place = r.Amounts[2].Printed, r.Amounts[2].Place
		}, record.Orphaned, 2},
	} {
		t.Run(name, func(t *testing.T) {
			db := opened(t)
			e := sample{name: "a"}.entry()
			put(t, db, e)
			want := reviewOf(e, 2)
			if err := db.AddReview(ctx, want); err != nil {
				t.Fatal(err)
			}
			next := sample{name: "a", version: "test/2"}.entry()
			x.change(next.Reports[0])
			put(t, db, next)
			want.State = x.state
			if x.state == record.Applied {
				want.AmountID = next.Reports[0].Amounts[x.amount].ID
			}
			if diff := cmp.Diff([]record.Review{want}, reviews(t, db, e)); diff != "" {
				t.Error(diff)
			}
			put(t, db, e) // the first reading again finds it again
			want = reviewOf(e, 2)
			if diff := cmp.Diff([]record.Review{want}, reviews(t, db, e)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReviewsOfEqualAmountsStayApart(t *testing.T) {
	ctx := context.Background()
	db := opened(t)
	twins := func() Entry {
		e := sample{name: "a"}.entry()
		r := e.Reports[0]
		r.Amounts[3].Printed, r.Amounts[3].Place = r.Amounts[2].Printed, r.Amounts[2].Place
		return e
	}
	e := twins()
	put(t, db, e)
	one, two := reviewOf(e, 2), reviewOf(e, 3)
	two.Kopecks = kop(888)
	for _, r := range []record.Review{one, two} {
		if err := db.AddReview(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	swapped := twins() // the later reader gives the ids the other way round
	r := swapped.Reports[0]
	r.Amounts[2].ID, r.Amounts[3].ID = r.Amounts[3].ID, r.Amounts[2].ID
	put(t, db, swapped)
	one.AmountID, two.AmountID = two.AmountID, one.AmountID
	if diff := cmp.Diff([]record.Review{two, one}, reviews(t, db, e)); diff != "" {
		t.Error(diff)
	}
}

func TestUpdateSettledWritesSettledFieldsAlone(t *testing.T) {
	ctx := context.Background()
	db := opened(t)
	e := sample{name: "a"}.entry()
	put(t, db, e, sample{name: "b"}.entry())
	reports, err := db.Reports(ctx, e.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	r := reports[0]
	a := &r.Amounts[0]
	a.Kopecks, a.Settled, a.Change, a.Doubtful, a.Confidence = kop(777), record.Kopeck, record.Reviewed, false, 1
	a.Evidence = []record.Evidence{{Kind: "review", Weight: 20, Text: record.Sentence{EN: "a person said so", UK: "так сказала людина"}}}
	r.Measures[0].Planned, r.Measures[0].PlannedBasis = kop(777), record.Sum
	r.Findings = append(r.Findings, record.Finding{ID: "new", ReportID: r.ID, Code: record.PercentOff, Severity: record.Info})
	want, err := db.Reports(ctx, e.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	want[0].Amounts[0], want[0].Measures[0], want[0].Findings = *a, r.Measures[0], r.Findings
	a.Role, r.Title, r.Measures[1].Task = record.Other, "Підробка", "Підробка" // must not come through
	want[0].Amounts[0].Role = record.Planned
	if err := db.UpdateSettled(ctx, e.SHA256, reports); err != nil {
		t.Fatal(err)
	}
	got, err := db.Reports(ctx, e.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if n := query(t, db, "SELECT count(*) FROM findings WHERE report_id IS NULL AND document_id = ?", e.SHA256)[0]; n != "1" {
		t.Errorf("%s findings of the document itself", n)
	}
	// Settling back gives the database back.
	fresh := opened(t)
	put(t, fresh, e, sample{name: "b"}.entry())
	if err := db.UpdateSettled(ctx, e.SHA256, e.Reports); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(dump(t, fresh), dump(t, db)); diff != "" {
		t.Error(diff)
	}
	reports[0].Amounts[1].Printed = "5"
	if err := db.UpdateSettled(ctx, e.SHA256, reports); !errors.Is(err, ErrRecords) {
		t.Errorf("another reading was taken for the stored one: %v", err)
	}
}
