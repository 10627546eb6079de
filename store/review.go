package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"

	"zvit/extract/document"
	"zvit/extract/record"
)

// AddReview records a person's decision on an amount; see AddReviews.
func (db *DB) AddReview(ctx context.Context, r record.Review) error {
	return db.AddReviews(ctx, []record.Review{r})
}

// AddReviews records decisions in one transaction, each in place of an earlier
// one on its amount, which is kept for RemoveReviews. Place and Printed are taken
// from the stored amount; where they are given they must agree with it. It
// settles nothing: the caller settles the documents' reports again and calls
// UpdateSettled. ErrUnknown: there is no such amount.
func (db *DB) AddReviews(ctx context.Context, list []record.Review) error {
	if len(list) == 0 {
		return nil
	}
	return db.change(ctx, "review "+list[0].AmountID, func(t *tx) error {
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
	})
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

// RemoveReview takes a decision back; see RemoveReviews.
func (db *DB) RemoveReview(ctx context.Context, amountID string) error {
	return db.RemoveReviews(ctx, []string{amountID})
}

// RemoveReviews takes decisions back in one transaction: of each amount the
// applied one, and the one that it replaced stands again; else the orphaned ones
// that name it. ErrUnknown: there is none.
func (db *DB) RemoveReviews(ctx context.Context, amountIDs []string) error {
	if len(amountIDs) == 0 {
		return nil
	}
	return db.change(ctx, "take back the review of "+amountIDs[0], func(t *tx) error {
		for _, id := range amountIDs {
			if err := removeReview(t, id); err != nil {
				return err
			}
		}
		return nil
	})
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
	err = wrap("read reviews", reader{ctx, db.read}.each(
		`SELECT v.amount_id, v.place_key, v.printed, v.decided_kopecks, v.decided_unit, v.note, v.reviewer, v.decided_at, v.state
		FROM review v JOIN document d ON d.doc = v.doc WHERE (?1 = '' AND d.superseded_by IS NULL OR d.document_id = ?1) AND `+standing+`
		ORDER BY v.amount_id, v.state, v.decided_at, v.review`, []driver.Value{documentID}, func(c *cursor) error {
			list = append(list, readReview(c))
			return nil
		}))
	return list, err
}

// Unsettled lists the documents with a decision that settling has not heard of
// yet: one that came over from an earlier version, or was recorded by a process
// that ended before it settled.
func (db *DB) Unsettled(ctx context.Context) (documentIDs []string, err error) {
	err = wrap("list what is to be settled", reader{ctx, db.read}.each(`SELECT DISTINCT d.document_id
		FROM review v JOIN amount a ON a.amount_id = v.amount_id JOIN document d ON d.doc = v.doc
		WHERE v.state = 'applied' AND (v.decided_kopecks IS NOT NULL OR v.decided_unit IS NOT NULL) AND a.change <> 'reviewed'
		ORDER BY d.document_id`, nil, func(c *cursor) error {
		documentIDs = append(documentIDs, c.text())
		return nil
	}))
	return documentIDs, err
}

func readReview(c *cursor) record.Review {
	return record.Review{
		AmountID: c.text(), Place: c.text(), Printed: c.text(), Kopecks: c.money(), Unit: record.Unit(c.text()),
		Note: c.text(), Reviewer: c.text(), DecidedAt: c.text(), State: record.ReviewState(c.text()),
	}
}

// UpdateSettled writes what settling fills (amounts' settled fields, evidence,
// measures' sums, findings) of reports that were read with Reports and settled
// again; whatever else the given reports say is left aside. Reports or amounts
// that are not the stored ones fail with ErrRecords.
func (db *DB) UpdateSettled(ctx context.Context, documentID string, reports []*record.Report) error {
	return db.change(ctx, "store the settling of "+documentID, func(t *tx) error {
		doc, err := docOf(t, documentID)
		if err != nil {
			return err
		}
		stored, err := readReports(t, documentID)
		if err != nil {
			return err
		}
		if err := takeSettled(stored, reports); err != nil {
			return fmt.Errorf("%w: %w", ErrRecords, err)
		}
		own, err := ownFindings(t, doc)
		if err != nil {
			return err
		}
		e := Entry{SHA256: documentID, Status: document.OK, Reports: stored, Findings: own}
		tellApart(&e)
		if err := checkEntry(&e); err != nil {
			return fmt.Errorf("%w: %w", ErrRecords, err)
		}
		stored, own = e.Reports, e.Findings
		// The tables belong to the reports by number, which stays.
		for _, table := range recordTables {
			if err := t.exec("DELETE FROM "+table+" WHERE doc = ?", doc); err != nil {
				return err
			}
		}
		if err := writeRecords(t, doc, stored, own); err != nil {
			return err
		}
		if err := chooseNameless(t, doc); err != nil {
			return err
		}
		if err := chooseExecution(t, union(keysOf(stored), nil)); err != nil {
			return err
		}
		found := &entries{}
		addFindings(found, stored, own)
		return found.replace(t, doc, searchFinding)
	})
}

func ownFindings(t *tx, doc int64) (list []record.Finding, err error) {
	err = t.each("SELECT "+findingCodec.all()+" FROM finding WHERE doc = ? AND report = 0 ORDER BY n", []driver.Value{doc},
		func(c *cursor) error {
			var f record.Finding
			findingCodec.get(&rowReader{*c, nil}, &f)
			list = append(list, f)
			return nil
		})
	return list, err
}

// takeSettled copies the settled fields from one set of reports to another.
func takeSettled(to, from []*record.Report) error {
	if len(to) != len(from) {
		return fmt.Errorf("%d reports for %d", len(from), len(to))
	}
	for i, r := range to {
		s := from[i]
		if r.ID != s.ID || len(r.Amounts) != len(s.Amounts) || len(r.Measures) != len(s.Measures) {
			return fmt.Errorf("report %s is not the one stored", s.ID)
		}
		for j := range r.Measures {
			m, x := &r.Measures[j], &s.Measures[j]
			if m.ID != x.ID {
				return errors.New("measure " + x.ID + " is not the one stored")
			}
			m.Planned, m.Actual, m.PlannedBasis, m.ActualBasis = x.Planned, x.Actual, x.PlannedBasis, x.ActualBasis
		}
		for j := range r.Amounts {
			a, x := &r.Amounts[j], &s.Amounts[j]
			if a.ID != x.ID || a.Printed != x.Printed {
				return errors.New("amount " + x.ID + " is not the one stored")
			}
			settled := *x
			settled.Subject, settled.SubjectID, settled.Role, settled.Year, settled.Period = a.Subject, a.SubjectID, a.Role, a.Year, a.Period
			settled.Fund, settled.Source, settled.Label, settled.HeaderPath = a.Fund, a.Source, a.Label, a.HeaderPath
			settled.Exact, settled.Words, settled.Mentions = a.Exact, a.Words, a.Mentions
			settled.TableID, settled.Row, settled.Col = a.TableID, a.Row, a.Col
			settled.Place, settled.IsTotal, settled.Level = a.Place, a.IsTotal, a.Level
			*a = settled
		}
		r.Findings = s.Findings
	}
	return nil
}
