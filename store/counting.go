package store

import (
	"context"
	"database/sql/driver"
)

// CountingDocument returns the document that counts for one: the last of its
// later versions, the better copy of that, or the document itself, with one of
// its paths. ErrUnknown: there is no such document.
func (db *DB) CountingDocument(ctx context.Context, documentID string) (id, path string, err error) {
	err = db.reading(ctx, "find what counts for "+documentID, func(q reader) error {
		id = documentID
		for seen := map[string]bool{}; !seen[id]; {
			seen[id] = true
			doc, err := docOf(q, id)
			if err != nil {
				return err
			}
			next := ""
			if err := q.each("SELECT coalesce(superseded_by, duplicate_of), "+bestPath("d.doc")+" FROM document d WHERE doc = ?", []driver.Value{doc},
				func(c *cursor) error {
					next, path = c.text(), c.text()
					return nil
				}); err != nil {
				return err
			}
			if next == "" {
				return nil
			}
			id = next
		}
		return nil
	})
	return id, path, err
}

// SameText returns the amount of another document that stands where an amount
// stands in its own: the nth of as many with the same printed text at the same
// place, in a report on the same programme, as decisions go over (anchor.go).
// Where there is none, id is empty and instead is the amount at that place whose
// text is another, where there is one.
func (db *DB) SameText(ctx context.Context, amountID, documentID string) (id, instead string, err error) {
	err = db.reading(ctx, "find "+amountID+" in "+documentID, func(q reader) error {
		from, err := docOfAmount(q, amountID)
		if err != nil {
			return err
		}
		to, err := docOf(q, documentID)
		if err != nil {
			return err
		}
		old, err := storedAnchors(q, from)
		if err != nil {
			return err
		}
		now, err := storedAnchors(q, to)
		if err != nil {
			return err
		}
		p := old.peersOf(amountID)
		if same := now[anchor{p.place, p.printed}]; len(same) == p.count && same[p.nth-1].programme == p.programme {
			id = same[p.nth-1].id
			return nil
		}
		instead = now.at(p.place)
		return nil
	})
	return id, instead, err
}

// at returns the first amount at a place, in the order of ids.
func (all anchors) at(place string) (first string) {
	for k, list := range all {
		for _, a := range list {
			if k.place == place && (first == "" || a.id < first) {
				first = a.id
			}
		}
	}
	return first
}
