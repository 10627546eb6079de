package store

import (
	"context"
	"database/sql/driver"
	"fmt"
	"time"

	"zvit/extract/record"
)

// Decisions are what a person says of a document's amounts at one time.
type Decisions struct {
	// Add are new ones, each in place of an earlier one on its amount, which is
	// kept for Remove. Place and Printed are taken from the stored amount; where
	// they are given they must agree with it.
	Add []record.Review
	// Remove names amounts whose decision is taken back: the applied one, and the
	// one that it replaced stands again; else the orphaned ones that name it.
	Remove []string
}

// Settler settles a document's reports, which were read with Reports, again with
// the decisions that stand, and returns them. It runs in a transaction and must
// not use the database.
type Settler func(reviews []record.Review) ([]*record.Report, error)

// Decide records decisions on a document and what settling makes of them, in one
// transaction: no figure is stored that the decisions do not give. ErrUnknown:
// there is no such amount, or no decision on it.
func (db *DB) Decide(ctx context.Context, documentID string, d Decisions, settle Settler) error {
	return db.change(ctx, "decide on "+documentID, func(t *tx) error {
		if err := addReviews(t, d.Add); err != nil {
			return err
		}
		if err := removeReviews(t, d.Remove); err != nil {
			return err
		}
		reviews, err := reviewsOf(t, documentID)
		if err != nil {
			return err
		}
		reports, err := settle(reviews)
		if err != nil {
			return err
		}
		return updateSettled(t, documentID, reports)
	})
}

// AddReview records a decision and settles nothing.
func (db *DB) AddReview(ctx context.Context, r record.Review) error {
	return db.change(ctx, "review "+r.AmountID, func(t *tx) error { return addReviews(t, []record.Review{r}) })
}

// RemoveReview takes a decision back and settles nothing: that is enough where
// it is orphaned.
func (db *DB) RemoveReview(ctx context.Context, amountID string) error {
	return db.change(ctx, "take back the review of "+amountID, func(t *tx) error { return removeReviews(t, []string{amountID}) })
}

func addReviews(t *tx, list []record.Review) error {
	known := map[int64]anchors{}
	for i := range list {
		r := list[i]
		doc, err := docOfAmount(t, r.AmountID)
		if err != nil {
			return err
		}
		if known[doc] == nil {
			if known[doc], err = storedAnchors(t, doc); err != nil {
				return err
			}
		}
		p := known[doc].peersOf(r.AmountID)
		if r.Place != "" && r.Place != p.place || r.Printed != "" && r.Printed != p.printed {
			return fmt.Errorf("%w: the amount is %q at %s", ErrUnknown, p.printed, p.place)
		}
		if r.DecidedAt == "" {
			r.DecidedAt = time.Now().UTC().Format(time.RFC3339)
		}
		if err := replaceReview(t, r.AmountID); err != nil {
			return err
		}
		r.State = record.Applied
		if err := insertReview(t, doc, &r, p); err != nil {
			return err
		}
	}
	return nil
}

// States of decisions that no view shows: replaced is one that a later one on its
// amount took the place of, kept for taking that one back; dropped is one that
// came over from another document and was taken back, kept so that it does not
// come again.
const (
	replaced = "replaced"
	dropped  = "dropped"
)

// standing is the condition on a review that it is of no such state.
const standing = "v.state IN ('applied', 'orphaned')"

func replaceReview(t *tx, amountID string) error {
	return t.exec("UPDATE review SET state = '"+replaced+"' WHERE amount_id = ? AND state = 'applied'", amountID)
}

const reviewColumns = "amount_id, place_key, printed, nth, peers, decided_kopecks, decided_unit, note, reviewer, decided_at, state, programme_key"

func insertReview(t *tx, doc int64, r *record.Review, p peers) error {
	a := args{}
	a.add(doc)
	a.must(r.AmountID)
	a.must(p.place)
	a.must(p.printed)
	a.num(p.nth)
	a.num(p.count)
	a.money(r.Kopecks)
	a.text(string(r.Unit))
	a.text(r.Note)
	a.text(r.Reviewer)
	a.must(r.DecidedAt)
	a.must(string(r.State))
	return t.exec("INSERT INTO review (doc, "+reviewColumns+") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,NULL)", a.vals...)
}

func removeReviews(t *tx, amountIDs []string) error {
	for _, id := range amountIDs {
		if err := removeReview(t, id); err != nil {
			return err
		}
	}
	return nil
}

func removeReview(t *tx, amountID string) error {
	applied, orphaned := false, false
	if err := t.each("SELECT state FROM review WHERE amount_id = ?", []driver.Value{amountID},
		func(c *cursor) error {
			switch record.ReviewState(c.text()) {
			case record.Applied:
				applied = true
			case record.Orphaned:
				orphaned = true
			}
			return nil
		}); err != nil {
		return err
	}
	if err := t.exec(`UPDATE review SET state = '`+dropped+`' WHERE amount_id = ? AND programme_key IS NOT NULL
		AND (state = 'applied' OR state = 'orphaned' AND NOT ?)`, amountID, int64(rankFlag(applied))); err != nil {
		return err
	}
	switch {
	case applied:
		if err := t.exec("DELETE FROM review WHERE amount_id = ? AND state = 'applied'", amountID); err != nil {
			return err
		}
		return t.exec(`UPDATE review SET state = 'applied' WHERE review = (SELECT review FROM review
			WHERE amount_id = ? AND state = '`+replaced+`' ORDER BY decided_at DESC, review DESC LIMIT 1)`, amountID)
	case orphaned:
		return t.exec("DELETE FROM review WHERE amount_id = ? AND state <> '"+dropped+"'", amountID)
	}
	return ErrUnknown
}

// Reviews returns the decisions on a document's amounts, applied and orphaned,
// in the order of the amounts' ids; of all documents but earlier versions, whose
// decisions the later ones have, where documentID is empty.
func (db *DB) Reviews(ctx context.Context, documentID string) (list []record.Review, err error) {
	list, err = reviewsOf(reader{ctx, db.read}, documentID)
	return list, wrap("read reviews", err)
}

func reviewsOf(q eachReader, documentID string) (list []record.Review, err error) {
	err = q.each(
		`SELECT v.amount_id, v.place_key, v.printed, v.decided_kopecks, v.decided_unit, v.note, v.reviewer, v.decided_at, v.state
		FROM review v JOIN document d ON d.doc = v.doc WHERE (?1 = '' AND d.superseded_by IS NULL OR d.document_id = ?1) AND `+standing+`
		ORDER BY v.amount_id, v.state, v.decided_at, v.review`, []driver.Value{documentID}, func(c *cursor) error {
			list = append(list, readReview(c))
			return nil
		})
	return list, err
}

func readReview(c *cursor) record.Review {
	return record.Review{
		AmountID: c.text(), Place: c.text(), Printed: c.text(), Kopecks: c.money(), Unit: record.Unit(c.text()),
		Note: c.text(), Reviewer: c.text(), DecidedAt: c.text(), State: record.ReviewState(c.text()),
	}
}
