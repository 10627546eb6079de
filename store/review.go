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

// AddReview records a person's decision on an amount and replaces an earlier one
// on it. Place and Printed are taken from the stored amount; where they are given
// they must agree with it. It settles nothing: the caller settles the document's
// reports again and calls UpdateSettled. ErrUnknown: there is no such amount.
func (db *DB) AddReview(ctx context.Context, r record.Review) error {
	return db.change(ctx, "review "+r.AmountID, func(t *tx) error {
		doc, p, err := peersOf(t, r.AmountID)
		if err != nil {
			return err
		}
		if r.Place != "" && r.Place != p.place || r.Printed != "" && r.Printed != p.printed {
			return fmt.Errorf("%w: the amount is %q at %s", ErrUnknown, p.printed, p.place)
		}
		if r.DecidedAt == "" {
			r.DecidedAt = time.Now().UTC().Format(time.RFC3339)
		}
		if err := t.exec("DELETE FROM review WHERE amount_id = ? AND state = 'applied'", r.AmountID); err != nil {
			return err
		}
		r.State = record.Applied
		return insertReview(t, doc, &r, p)
	})
}

const reviewColumns = "amount_id, place_key, printed, nth, peers, decided_kopecks, decided_unit, note, reviewer, decided_at, state"

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
	return t.insert("INSERT INTO review (doc, "+reviewColumns+") VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", a.vals)
}

// RemoveReview takes a decision back: the applied one on the amount, else the
// orphaned ones that name it. ErrUnknown: there is none.
func (db *DB) RemoveReview(ctx context.Context, amountID string) error {
	return db.change(ctx, "take back the review of "+amountID, func(t *tx) error {
		state := ""
		if err := t.each("SELECT state FROM review WHERE amount_id = ? ORDER BY state DESC", []driver.Value{amountID},
			func(c *cursor) error {
				if s := c.text(); state != string(record.Applied) {
					state = s
				}
				return nil
			}); err != nil {
			return err
		}
		if state == "" {
			return ErrUnknown
		}
		return t.exec("DELETE FROM review WHERE amount_id = ? AND state = ?", amountID, state)
	})
}

// Reviews returns the decisions on a document's amounts, applied and orphaned,
// in the order of the amounts' ids; of the whole database where documentID is
// empty.
func (db *DB) Reviews(ctx context.Context, documentID string) (list []record.Review, err error) {
	err = wrap("read reviews", reader{ctx, db.read}.each(
		`SELECT v.amount_id, v.place_key, v.printed, v.decided_kopecks, v.decided_unit, v.note, v.reviewer, v.decided_at, v.state
		FROM review v JOIN document d ON d.doc = v.doc WHERE ?1 = '' OR d.document_id = ?1
		ORDER BY v.amount_id, v.state, v.decided_at, v.review`, []driver.Value{documentID}, func(c *cursor) error {
			list = append(list, record.Review{
				AmountID: c.text(), Place: c.text(), Printed: c.text(), Kopecks: c.money(), Unit: record.Unit(c.text()),
				Note: c.text(), Reviewer: c.text(), DecidedAt: c.text(), State: record.ReviewState(c.text()),
			})
			return nil
		}))
	return list, err
}

// peers says which of the amounts with one printed text at one place it is.
type peers struct {
	place, printed string
	nth, count     int
}

func peersOf(t *tx, amountID string) (doc int64, p peers, err error) {
	var at document.Place
	err = t.each("SELECT doc, printed, "+placeColumns+" FROM amount WHERE amount_id = ?", []driver.Value{amountID},
		func(c *cursor) error {
			doc, p.printed, at = c.num64(), c.text(), c.place()
			return nil
		})
	if err != nil {
		return 0, p, err
	}
	if doc == 0 {
		return 0, p, fmt.Errorf("amount %s: %w", amountID, ErrUnknown)
	}
	p.place = at.Key()
	err = t.each("SELECT amount_id, "+placeColumns+` FROM amount WHERE doc = ? AND printed IS ?
		ORDER BY doc, report, n`, []driver.Value{doc, orNull(p.printed)}, func(c *cursor) error {
		id := c.text()
		if at := c.place(); at.Key() != p.place {
			return nil
		}
		p.count++
		if id == amountID {
			p.nth = p.count
		}
		return nil
	})
	return doc, p, err
}

// anchorReviews moves a document's reviews to the amounts that stand where they
// were made: the nth of as many with the same printed text at the same place.
// What has none is orphaned, and found again should a later reader find it.
func anchorReviews(t *tx, doc int64, reports []*record.Report) error {
	type anchor struct{ place, printed string }
	amounts := map[anchor][]string{}
	built := false
	type move struct {
		review int64
		id     string
		state  record.ReviewState
	}
	var moves []move
	err := t.each(`SELECT review, amount_id, place_key, printed, nth, peers, state FROM review WHERE doc = ?
		ORDER BY decided_at, review`, []driver.Value{doc}, func(c *cursor) error {
		if !built {
			built = true
			for _, r := range reports {
				for i := range r.Amounts {
					a := &r.Amounts[i]
					k := anchor{a.Place.Key(), a.Printed}
					amounts[k] = append(amounts[k], a.ID)
				}
			}
		}
		review, id := c.num64(), c.text()
		same := amounts[anchor{c.text(), c.text()}]
		nth, count := c.num(), c.num()
		m := move{review, id, record.Orphaned}
		if len(same) == count && nth >= 1 && nth <= count {
			m.id, m.state = same[nth-1], record.Applied
		}
		if m.id != id || string(m.state) != c.text() {
			moves = append(moves, m)
		}
		return nil
	})
	if err != nil {
		return err
	}
	// Two steps, as two reviews may change places.
	for _, state := range []record.ReviewState{record.Orphaned, record.Applied} {
		for _, m := range moves {
			to := m
			if state == record.Orphaned {
				to.state = state
			} else if m.state != state {
				continue
			}
			if to.state == record.Applied {
				// A later decision on the same amount stands.
				if err := t.exec("UPDATE review SET state = 'orphaned' WHERE amount_id = ? AND state = 'applied' AND review <> ?", to.id, to.review); err != nil {
					return err
				}
			}
			if err := t.exec("UPDATE review SET amount_id = ?, state = ? WHERE review = ?", to.id, string(to.state), to.review); err != nil {
				return err
			}
		}
	}
	return nil
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
		if err := checkEntry(&Entry{SHA256: documentID, Status: document.OK, Reports: stored, Findings: own}); err != nil {
			return fmt.Errorf("%w: %w", ErrRecords, err)
		}
		// The tables belong to the reports by number, which stays.
		for _, table := range recordTables {
			if err := t.exec("DELETE FROM "+table+" WHERE doc = ?", doc); err != nil {
				return err
			}
		}
		if err := writeRecords(t, doc, stored, own); err != nil {
			return err
		}
		if err := chooseExecution(t, union(keysOf(stored), nil)); err != nil {
			return err
		}
		return refindSearch(t, doc, stored, own)
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
			settled.Words, settled.Mentions, settled.TableID, settled.Row, settled.Col = a.Words, a.Mentions, a.TableID, a.Row, a.Col
			settled.Place, settled.IsTotal, settled.Level = a.Place, a.IsTotal, a.Level
			*a = settled
		}
		r.Findings = s.Findings
	}
	return nil
}
