// Package decide records what a person says of amounts and settles their
// document again from what is stored: `zvit check` and `zvit review` decide in
// the same way.
package decide

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"zvit/extract/record"
	"zvit/normalize"
	"zvit/store"
)

// Decision is what a person says of the amounts of a scope: a unit, a sum, or
// neither, which accepts each as it stands.
type Decision struct {
	Of      Scope
	Unit    record.Unit
	Kopecks *record.Kopecks // of one amount alone
	// NoteOnly leaves the amount as doubtful as it was, with Note beside it.
	NoteOnly       bool
	Note, Reviewer string
	At             time.Time
}

// Outcome is what a decision made of its document.
type Outcome struct {
	// Of is the scope that was decided: of an earlier version or a copy, what
	// counts for it.
	Of      Scope
	Amounts []record.Amount // that were decided, as settled again
	Others  Others
	// Broken are the totals that the decision left not holding, which held before.
	Broken []record.Finding
}

// Others says what became of the other amounts of the document: how many have
// another figure, and how many are newly, or no longer, doubtful. One may be
// counted twice.
type Others struct{ Refigured, Doubted, Cleared int }

// Said is a message's key with its number.
type Said struct {
	Key string
	N   int
}

// Say lists what there is to say, worst first.
func (o Others) Say() (list []Said) {
	for _, s := range []Said{{"others.refigured", o.Refigured}, {"others.doubted", o.Doubted}, {"others.cleared", o.Cleared}} {
		if s.N > 0 {
			list = append(list, s)
		}
	}
	return list
}

func (o *Others) count(before, now reading) {
	if now.known != before.known || now.kopecks != before.kopecks {
		o.Refigured++
	}
	switch {
	case now.doubtful && !before.doubtful:
		o.Doubted++
	case before.doubtful && !now.doubtful:
		o.Cleared++
	}
}

// ErrNoAmount says that no amount is meant by a scope.
var ErrNoAmount = fmt.Errorf("no such amount: %w", store.ErrUnknown)

// Record stores a decision on an amount, in place of an earlier one, or on all
// doubtful amounts of a wider scope that have a figure, in one step. A decision
// on an earlier version or a copy is made on what counts, see Counting.
func Record(ctx context.Context, db *store.DB, d Decision) (o Outcome, err error) {
	if d.Of, err = Counting(ctx, db, d.Of); err != nil {
		return o, err
	}
	return change(ctx, db, d.Of, func(reports []*record.Report) (ids []string, dd store.Decisions, err error) {
		for _, a := range d.Of.Open(reports) {
			dd.Add = append(dd.Add, review(d, a))
			ids = append(ids, a.ID)
		}
		if len(ids) == 0 {
			err = fmt.Errorf("%w: %s", ErrNoAmount, d.Of)
		}
		return ids, dd, err
	})
}

// TakeBack removes the decision on an amount, or all of a wider scope in one
// step, those alone that were made at a time where at is not empty; what they
// replaced stands again. An orphaned decision is taken back by the id that it
// has kept, though no amount may have it now; of an earlier version or a copy,
// where what counts has none. store.ErrUnknown where there is none.
func TakeBack(ctx context.Context, db *store.DB, of Scope, at string) (Outcome, error) {
	counts, err := Counting(ctx, db, of)
	if err == nil && counts != of {
		if o, err := takeBack(ctx, db, counts, at); !errors.Is(err, store.ErrUnknown) {
			return o, err
		}
	}
	return takeBack(ctx, db, of, at)
}

func takeBack(ctx context.Context, db *store.DB, of Scope, at string) (Outcome, error) {
	o, err := change(ctx, db, of, func(reports []*record.Report) (ids []string, d store.Decisions, err error) {
		reviews, err := db.Reviews(ctx, reports[0].DocumentID)
		if err != nil {
			return nil, d, err
		}
		in := map[string]bool{}
		for _, a := range of.all(reports) {
			in[a.ID] = true
		}
		for _, v := range reviews {
			if in[v.AmountID] && (at == "" || v.DecidedAt == at) {
				in[v.AmountID] = false // An orphaned one may name it, too.
				ids = append(ids, v.AmountID)
			}
		}
		if len(ids) == 0 {
			return nil, d, store.ErrUnknown
		}
		return ids, store.Decisions{Remove: ids}, nil
	})
	if of.One() && errors.Is(err, ErrNoAmount) {
		if gone := db.RemoveReview(ctx, string(of)); !errors.Is(gone, store.ErrUnknown) {
			return Outcome{}, gone
		}
	}
	return o, err
}

// change makes the decisions that choose gives for a scope's document, on the
// amounts with those ids, and settles it again.
func change(ctx context.Context, db *store.DB, of Scope, choose func([]*record.Report) (ids []string, d store.Decisions, err error)) (o Outcome, err error) {
	o.Of = of
	documentID, err := DocumentOf(ctx, db, of)
	if err != nil {
		return o, err
	}
	reports, err := db.Reports(ctx, documentID)
	if err != nil {
		return o, err
	}
	if len(of.all(reports)) == 0 {
		return o, fmt.Errorf("%w: %s", ErrNoAmount, of)
	}
	before, broken := readings(reports), brokenTotals(reports)
	ids, d, err := choose(reports)
	if err != nil {
		return o, err
	}
	if err := db.Decide(ctx, documentID, d, settler(ctx, reports)); err != nil {
		return o, err
	}
	decided := map[string]bool{}
	for _, id := range ids {
		decided[id] = true
		o.Amounts = append(o.Amounts, *Find(reports, id))
	}
	for id, r := range readings(reports) {
		if !decided[id] {
			o.Others.count(before[id], r)
		}
	}
	for id, f := range brokenTotals(reports) {
		if _, known := broken[id]; !known {
			o.Broken = append(o.Broken, f)
		}
	}
	slices.SortFunc(o.Broken, func(a, b record.Finding) int { return strings.Compare(a.ID, b.ID) })
	return o, nil
}

// brokenTotals are the findings that a total does not hold, by their ids.
func brokenTotals(reports []*record.Report) map[string]record.Finding {
	all := map[string]record.Finding{}
	for _, r := range reports {
		for i := range r.Findings {
			if f := r.Findings[i]; f.Code == record.TotalMismatch {
				all[f.ID] = f
			}
		}
	}
	return all
}

func settler(ctx context.Context, reports []*record.Report) store.Settler {
	return func(reviews []record.Review) ([]*record.Report, error) {
		return reports, normalize.Settle(ctx, reports, reviews)
	}
}

// Finish settles the documents with decisions that settling has not heard of:
// those that came over from an earlier version of a document.
func Finish(ctx context.Context, db *store.DB) error {
	list, err := db.Unsettled(ctx)
	if err != nil {
		return err
	}
	for _, documentID := range list {
		reports, err := db.Reports(ctx, documentID)
		if err != nil {
			return err
		}
		if err := db.Decide(ctx, documentID, store.Decisions{}, settler(ctx, reports)); err != nil {
			return err
		}
	}
	return nil
}

// Time is a time as reviews keep it.
func Time(at time.Time) string { return at.UTC().Format(time.RFC3339) }

func review(d Decision, a *record.Amount) record.Review {
	r := record.Review{
		AmountID: a.ID, Place: a.Place.Key(), Printed: a.Printed,
		Unit: d.Unit, Kopecks: d.Kopecks, Note: d.Note, Reviewer: d.Reviewer,
		DecidedAt: Time(d.At), State: record.Applied,
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
