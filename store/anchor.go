package store

import (
	"database/sql/driver"
	"fmt"
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
)

// anchor is what a review belongs to: a printed text at a place.
type anchor struct{ place, printed string }

// anchors are the amounts of a document by their anchors, in the document's
// order.
type anchors map[anchor][]anchored

type anchored struct{ id, programme string }

// peers says which of the amounts with one printed text at one place it is.
type peers struct {
	place, printed string
	nth, count     int
	programme      string
}

func (all anchors) add(at document.Place, printed, id, programme string) {
	k := anchor{at.Key(), printed}
	all[k] = append(all[k], anchored{id, programme})
}

func (all anchors) peersOf(amountID string) peers {
	for k, list := range all {
		for i := range list {
			if list[i].id == amountID {
				return peers{k.place, k.printed, i + 1, len(list), list[i].programme}
			}
		}
	}
	return peers{}
}

func anchorsOf(reports []*record.Report) anchors {
	all := anchors{}
	for _, r := range reports {
		for i := range r.Amounts {
			a := &r.Amounts[i]
			all.add(a.Place, a.Printed, a.ID, r.ProgrammeKey)
		}
	}
	return all
}

func storedAnchors(q eachReader, doc int64) (anchors, error) {
	all := anchors{}
	err := q.each(`SELECT a.amount_id, a.printed, r.programme_key, `+placeOf("a")+` FROM amount a
		JOIN report r ON r.doc = a.doc AND r.report = a.report WHERE a.doc = ? ORDER BY a.report, a.n`,
		[]driver.Value{doc}, func(c *cursor) error {
			id, printed, programme := c.text(), c.text(), c.text()
			all.add(c.place(), printed, id, programme)
			return nil
		})
	return all, err
}

// placeOf names the columns of a place in a table of a query.
func placeOf(table string) string {
	return table + "." + strings.ReplaceAll(placeColumns, ", ", ", "+table+".")
}

func docOfAmount(q eachReader, amountID string) (doc int64, err error) {
	err = q.each("SELECT doc FROM amount WHERE amount_id = ?", []driver.Value{amountID}, func(c *cursor) error {
		doc = c.num64()
		return nil
	})
	if err == nil && doc == 0 {
		err = fmt.Errorf("amount %s: %w", amountID, ErrUnknown)
	}
	return doc, err
}

// anchorReviews moves a document's reviews to the amounts that stand where they
// were made: the nth of as many with the same printed text at the same place;
// of a review that came over from an earlier version, in a report on the same
// programme. Of several on one amount the latest stands. What has none is
// orphaned, and found again should a later reader find it.
func anchorReviews(t *tx, doc int64, amounts func() (anchors, error)) error {
	type anchoring struct {
		review       int64
		id, newID    string
		state, newly string
	}
	var list []anchoring
	var all anchors
	stands := map[string]int{} // by amount: the latest decision on it
	err := t.each(`SELECT review, amount_id, place_key, printed, nth, peers, state, programme_key FROM review WHERE doc = +?
			AND state <> '`+dropped+`' ORDER BY decided_at, review`, []driver.Value{doc}, func(c *cursor) (err error) {
		if all == nil {
			if all, err = amounts(); err != nil {
				return err
			}
		}
		review, id := c.num64(), c.text()
		same := all[anchor{c.text(), c.text()}]
		nth, count, state, programme := c.num(), c.num(), c.text(), c.text()
		x := anchoring{review, id, id, state, string(record.Orphaned)}
		if len(same) == count && nth >= 1 && nth <= count && (programme == "" || programme == same[nth-1].programme) {
			x.newID, x.newly = same[nth-1].id, replaced
			if state != replaced {
				stands[x.newID] = len(list)
			}
		} else if state == replaced {
			x.newly = replaced
		}
		list = append(list, x)
		return nil
	})
	if err != nil {
		return err
	}
	for _, i := range stands {
		list[i].newly = string(record.Applied)
	}
	// Applied ones last, as two reviews may change places.
	for _, applied := range []bool{false, true} {
		for _, x := range list {
			to := x.newly
			if x.id == x.newID && x.state == to || applied && to != string(record.Applied) {
				continue
			}
			if !applied && to == string(record.Applied) {
				to = string(record.Orphaned)
			}
			if err := t.exec("UPDATE review SET amount_id = ?, state = ? WHERE review = ?", x.newID, to, x.review); err != nil {
				return err
			}
		}
	}
	return nil
}

// inheritReviews copies the decisions on a document to another one that says the
// same or is its later version: they are applied to the same printed text at the
// same place. Others are orphaned, where orphans are wanted. What the other one
// has already is left out.
func inheritReviews(t *tx, from, to *face, orphans bool) error {
	last := int64(-1)
	if err := t.each("SELECT (SELECT max(review) FROM review) FROM review WHERE doc = ? LIMIT 1", []driver.Value{from.doc}, func(c *cursor) error {
		last = c.num64()
		return nil
	}); err != nil || last < 0 {
		return err
	}
	prefix := func(f *face) string { return strings.TrimSuffix(record.TableID(f.id, 0), "/t0") }
	if err := t.exec(`INSERT INTO review (doc, `+reviewColumns+`)
		SELECT ?3, ?1 || substr(v.amount_id, ?2), v.place_key, v.printed, v.nth, v.peers, v.decided_kopecks, v.decided_unit, v.note, v.reviewer,
			v.decided_at, 'orphaned', coalesce(v.programme_key, (SELECT r.programme_key FROM amount a JOIN report r ON r.doc = a.doc
				AND r.report = a.report WHERE a.amount_id = v.amount_id), '')
		FROM review v WHERE v.doc = ?4 AND `+standing+` AND NOT EXISTS (SELECT 1 FROM review w WHERE w.doc = ?3
			AND w.place_key = v.place_key AND w.printed = v.printed AND w.nth = v.nth AND w.decided_at >= v.decided_at)
		ORDER BY v.decided_at, v.review`, prefix(to), int64(len(prefix(from))+1), to.doc, from.doc); err != nil {
		return err
	}
	if err := anchorReviews(t, to.doc, func() (anchors, error) { return storedAnchors(t, to.doc) }); err != nil || orphans {
		return err
	}
	return t.exec("DELETE FROM review WHERE doc = ? AND review > ? AND state = 'orphaned'", to.doc, last)
}
