// Package decide records what a person says of an amount and settles the
// amount's document again from what is stored: `zvit check` and `zvit review`
// decide in the same way.
package decide

import (
	"context"
	"fmt"
	"time"

	"zvit/extract/record"
	"zvit/normalize"
	"zvit/store"
)

// Decision is what a person says of one amount: a unit, a sum, or neither,
// which accepts the amount as it stands.
type Decision struct {
	AmountID string
	Unit     record.Unit
	Kopecks  *record.Kopecks
	// NoteOnly leaves the amount as doubtful as it was, with Note beside it.
	NoteOnly       bool
	Note, Reviewer string
	At             time.Time
}

// Outcome is what a decision made of its document.
type Outcome struct {
	Amount record.Amount // as settled again
	// Others is how many other amounts of the document have another figure, or
	// are no longer, or newly, doubtful.
	Others int
}

// ErrNoAmount says that no amount has the id.
var ErrNoAmount = fmt.Errorf("no such amount: %w", store.ErrUnknown)

// DocumentOf returns the document that an amount stands in, or ErrNoAmount.
func DocumentOf(ctx context.Context, db *store.DB, amountID string) (documentID string, err error) {
	rows, err := db.Query(ctx, "SELECT r.document_id FROM amounts a JOIN reports r USING (report_id) WHERE a.amount_id = ?", amountID)
	if err != nil {
		return "", err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		documentID, _ = rows.Values()[0].(string)
	}
	if err := rows.Err(); err != nil {
		return "", err
	}
	if documentID == "" {
		return "", fmt.Errorf("%w: %s", ErrNoAmount, amountID)
	}
	return documentID, nil
}

// Record stores a decision, in place of an earlier one on the amount.
func Record(ctx context.Context, db *store.DB, d Decision) (Outcome, error) {
	return change(ctx, db, d.AmountID, func(a *record.Amount) error { return db.AddReview(ctx, review(d, a)) })
}

// TakeBack removes the decision on an amount; store.ErrUnknown where there is none.
func TakeBack(ctx context.Context, db *store.DB, amountID string) (Outcome, error) {
	return change(ctx, db, amountID, func(*record.Amount) error { return db.RemoveReview(ctx, amountID) })
}

// change changes the reviews of the amount's document and settles it again.
func change(ctx context.Context, db *store.DB, amountID string, do func(*record.Amount) error) (o Outcome, err error) {
	documentID, err := DocumentOf(ctx, db, amountID)
	if err != nil {
		return o, err
	}
	reports, err := db.Reports(ctx, documentID)
	if err != nil {
		return o, err
	}
	a := Find(reports, amountID)
	if a == nil {
		return o, fmt.Errorf("%w: %s", ErrNoAmount, amountID)
	}
	before := readings(reports)
	if err := do(a); err != nil {
		return o, err
	}
	reviews, err := db.Reviews(ctx, documentID)
	if err != nil {
		return o, err
	}
	if err := normalize.Settle(ctx, reports, reviews); err != nil {
		return o, err
	}
	if err := db.UpdateSettled(ctx, documentID, reports); err != nil {
		return o, err
	}
	for id, r := range readings(reports) {
		if id != amountID && r != before[id] {
			o.Others++
		}
	}
	o.Amount = *Find(reports, amountID)
	return o, nil
}

func review(d Decision, a *record.Amount) record.Review {
	r := record.Review{
		AmountID: d.AmountID, Place: a.Place.Key(), Printed: a.Printed,
		Unit: d.Unit, Kopecks: d.Kopecks, Note: d.Note, Reviewer: d.Reviewer,
		DecidedAt: d.At.UTC().Format(time.RFC3339), State: record.Applied,
	}
	if r.Unit == record.NoUnit && r.Kopecks == nil && !d.NoteOnly {
		r.Kopecks = a.Kopecks // Accepted as it stands.
	}
	return r
}

// Find returns an amount of the reports, or nil.
func Find(reports []*record.Report, amountID string) *record.Amount {
	for _, r := range reports {
		for i := range r.Amounts {
			if r.Amounts[i].ID == amountID {
				return &r.Amounts[i]
			}
		}
	}
	return nil
}

// reading is what an analyst sees of an amount.
type reading struct {
	known, doubtful bool
	kopecks         record.Kopecks
}

func readings(reports []*record.Report) map[string]reading {
	all := map[string]reading{}
	for _, r := range reports {
		for i := range r.Amounts {
			a := &r.Amounts[i]
			x := reading{doubtful: a.Doubtful}
			if a.Kopecks != nil {
				x.known, x.kopecks = true, *a.Kopecks
			}
			all[a.ID] = x
		}
	}
	return all
}
