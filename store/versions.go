package store

import (
	"database/sql/driver"
	"slices"

	"zvit/extract/document"
)

// A file that is fetched again with other bytes is another document at the same
// path. Where it is a version of what stood there before, the earlier document
// is superseded: it stays, whole, and is counted no more; the decisions on it go
// over to the later one.
//
//   - B is a version of A where A has no reports, or where a report of A has one
//     in B of the same programme, kind and period, or with nearly the same
//     numbers: a name that is used again for another report is no version.
//   - What could not be read supersedes nothing.
//   - A is superseded where each of its paths has a version of it that was
//     ingested later: the latest one at the first of them. A file that goes back
//     to its old bytes makes them current again.

// versionOf reports whether f, which stood at a path before n, is a version of
// it.
func (f *face) versionOf(n *face) bool {
	if len(f.reports) == 0 {
		return true
	}
	return slices.ContainsFunc(f.reports, func(a reportFace) bool {
		return slices.ContainsFunc(n.reports, func(b reportFace) bool {
			return a.of(b) || a.numbers.count >= leastNumbers && a.numbers.like(b.numbers) >= nearEnough
		})
	})
}

// supersede finds anew which documents are earlier versions among those that
// share a path with a document, moves the decisions of those that now are, and
// returns those that changed, whose duplicates and execution are to be chosen
// again.
func supersede(t *tx, doc int64) (changed []int64, err error) {
	var near []int64
	if err := t.each("SELECT o.doc FROM source s JOIN source o ON o.path = s.path WHERE s.doc = +?", []driver.Value{doc}, func(c *cursor) error {
		near = append(near, c.num64())
		return nil
	}); err != nil {
		return nil, err
	}
	slices.Sort(near)
	if near = slices.Compact(near); len(near) < 2 {
		return nil, nil
	}
	for _, x := range near {
		f, err := readFace(t, x)
		if err != nil {
			return nil, err
		}
		by, err := supersedes(t, f)
		if err != nil {
			return nil, err
		}
		id := ""
		if by != nil {
			id = by.id
		}
		if id == f.supersededBy {
			continue
		}
		if err := t.exec("UPDATE document SET superseded_by = ? WHERE doc = ?", orNull(id), x); err != nil {
			return nil, err
		}
		f.supersededBy = id
		if err := chooseNameless(t, x); err != nil {
			return nil, err
		}
		changed = append(changed, x)
		if by != nil {
			if err := inheritReviews(t, f, by, true); err != nil {
				return nil, err
			}
		}
	}
	return changed, nil
}

// supersedes returns the document that f is an earlier version of, nil where
// there is none.
func supersedes(t *tx, f *face) (by *face, err error) {
	type later struct {
		path string
		doc  int64 // 0: none
	}
	var list []later
	// At one moment the greater hash is the later one: a shard's numbers are its own.
	if err := t.each(`SELECT s.path, n.doc FROM source s LEFT JOIN source n ON n.path = s.path AND n.doc <> s.doc AND n.category IS NULL
			AND EXISTS (SELECT 1 FROM document d WHERE d.doc = n.doc AND d.status IN (?1, ?2)
				AND (n.ingested_at, d.document_id) > (s.ingested_at, ?3))
		WHERE s.doc = ?4
		ORDER BY s.path, n.ingested_at DESC, (SELECT d.document_id FROM document d WHERE d.doc = n.doc) DESC`,
		[]driver.Value{string(document.OK), string(document.Partial), f.id, f.doc}, func(c *cursor) error {
			list = append(list, later{c.text(), c.num64()})
			return nil
		}); err != nil {
		return nil, err
	}
	left := "" // the path whose later version is found
	for i, l := range list {
		if i > 0 && l.path == list[i-1].path && l.path == left {
			continue
		}
		found := false
		if l.doc != 0 {
			n, err := readFace(t, l.doc)
			if err != nil {
				return nil, err
			}
			if found = f.versionOf(n); found {
				left = l.path
				if by == nil {
					by = n
				}
			}
		}
		if last := i+1 == len(list) || list[i+1].path != l.path; !found && last {
			return nil, nil // The file still stands there.
		}
	}
	return by, nil
}

// addSource records a path of a document, why it could not be read under that
// name where so, and what follows from it for earlier versions at the path. It
// returns the programmes whose execution is to be chosen again.
func addSource(t *tx, doc int64, s Source) (keys []string, err error) {
	if err := t.exec(`INSERT INTO source (doc, path, ingested_at, category) VALUES (?,?,?,?)
		ON CONFLICT DO UPDATE SET ingested_at = excluded.ingested_at, category = excluded.category
			WHERE excluded.ingested_at >= ingested_at`,
		doc, valid(s.Path), s.At.UTC().Format(sourceTime), orNull(string(s.Category))); err != nil {
		return nil, err
	}
	return newVersions(t, doc)
}

// sourceTime is RFC 3339 with milliseconds: of two versions the later one counts.
const sourceTime = "2006-01-02T15:04:05.000Z07:00"

// newVersions finds what a document's paths made of earlier versions.
func newVersions(t *tx, doc int64) (keys []string, err error) {
	changed, err := supersede(t, doc)
	if err != nil {
		return nil, err
	}
	if err := relateAgain(t, changed); err != nil {
		return nil, err
	}
	for _, x := range changed {
		own, err := programmesOf(t, x)
		if err != nil {
			return nil, err
		}
		keys = append(keys, own...)
	}
	return keys, nil
}
