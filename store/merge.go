package store

import (
	"context"
	"database/sql/driver"
	"fmt"
	"strings"
)

// MergeOptions are what Merge may be told.
type MergeOptions struct {
	// Mixed lets a format be read by more than one version of its reader; then
	// the shard's reading replaces another version's.
	Mixed bool
}

// Merge copies sealed shards into the database, a transaction a shard, so that
// in any order and with any repetition the database is what one run over all
// their documents would have made. Each shard is read whole and verified before
// it is copied: one that was not sealed, was cut short or edited, or is of
// another schema or reader version fails with ErrShard and its name; those
// before it are in.
//
// A document that is there already stays as it is where the same readers read
// it no worse; the shard's sources are added.
func (db *DB) Merge(ctx context.Context, o MergeOptions, shards ...string) (Merged, error) {
	var m Merged
	if db.write == nil {
		return m, fmt.Errorf("merge: %w: opened for reading", ErrReadOnly)
	}
	var have []string
	if err := db.reading(ctx, "merge", func(q reader) (err error) {
		have, err = readersOf(q)
		return err
	}); err != nil {
		return m, err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for v := range verified(ctx, shards) {
		if v.err != nil {
			return m, v.err
		}
		if two := mixed(v.readers, have); two != "" && !o.Mixed {
			return m, &ShardError{v.path, ShardMixed, two, nil}
		}
		have = append(have, v.readers...)
		if err := db.mergeShard(ctx, v.path, o, &m); err != nil {
			return m, err
		}
		m.Shards++
	}
	return m, ctx.Err()
}

type verdict struct {
	path    string
	readers []string
	err     error
}

// verified reads the shards one after the other, one ahead of who copies them.
func verified(ctx context.Context, shards []string) <-chan verdict {
	out := make(chan verdict)
	go func() {
		defer close(out)
		for _, path := range shards {
			readers, err := verifyShard(ctx, path)
			select {
			case out <- verdict{path, readers, err}:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return out
}

func (db *DB) mergeShard(ctx context.Context, path string, o MergeOptions, m *Merged) error {
	op := "merge shard " + path
	detach, err := db.write.attach(path)
	if err != nil {
		return wrap(op, err)
	}
	defer detach()
	var now Merged
	err = db.change(ctx, op, func(t *tx) error {
		now = Merged{}
		moved, known, err := shardDocuments(t, o)
		if err != nil {
			return err
		}
		now.Documents, now.Known = len(moved), known
		if err := t.script(copyScript); err != nil {
			return err
		}
		keys, err := copyRows(t)
		if err != nil {
			return err
		}
		t.forgetFaces()
		for _, doc := range moved {
			if err := relate(t, doc.to); err != nil {
				return err
			}
			if err := chooseNameless(t, doc.to); err != nil {
				return err
			}
			if doc.replaced {
				if err := anchorReviews(t, doc.to, func() (anchors, error) { return storedAnchors(t, doc.to) }); err != nil {
					return err
				}
				keys = append(keys, doc.keys...)
			}
		}
		later, err := mergedVersions(t)
		if err != nil {
			return err
		}
		if err := chooseExecution(t, union(keys, later)); err != nil {
			return err
		}
		if err := copySearch(t); err != nil {
			return err
		}
		now.Rows = t.rows
		return t.script("DROP TABLE temp.moved; DROP TABLE temp.met")
	})
	if err != nil {
		return err
	}
	m.Documents += now.Documents
	m.Known += now.Known
	m.Rows += now.Rows
	return nil
}

// movedDoc is a document of the shard that gets its place in the database.
type movedDoc struct {
	from, to int64
	id       string
	replaced bool
	keys     []string // of programmes that its replaced reading spoke of
}

func statusRank(s string) int {
	return strings.Index("ok partial needs_ocr failed", s)
}

// shardDocuments decides about each document of the shard, writes the rows of
// table document, and leaves the numbers in temp.moved (those to copy) and
// temp.met (all).
func shardDocuments(t *tx, o MergeOptions) (moved []movedDoc, known int, err error) {
	if err := t.script(`CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
		CREATE TEMP TABLE met (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)`); err != nil {
		return nil, 0, err
	}
	var next int64
	if err := t.each("SELECT coalesce(max(doc), 0) FROM main.document", nil, func(c *cursor) error {
		next = c.num64()
		return nil
	}); err != nil {
		return nil, 0, err
	}
	type met struct{ old, new int64 }
	var all []met
	if err := t.each(`SELECT s.doc, s.document_id, s.status, s.reader_version, d.doc, d.status, d.reader_version
		FROM shard.document s LEFT JOIN main.document d ON d.document_id = s.document_id ORDER BY s.document_id`, nil,
		func(c *cursor) error {
			d := movedDoc{from: c.num64(), id: c.text()}
			status, version := c.text(), c.text()
			d.to = c.num64()
			oldStatus, oldVersion := c.text(), c.text()
			switch {
			case d.to == 0:
				next++
				d.to = next
			case version == oldVersion && statusRank(status) >= statusRank(oldStatus):
				known++
				all = append(all, met{d.from, d.to})
				return nil
			default:
				d.replaced = true
			}
			moved = append(moved, d)
			all = append(all, met{d.from, d.to})
			return nil
		}); err != nil {
		return nil, 0, err
	}
	for i := range moved {
		d := &moved[i]
		if d.replaced {
			if d.keys, err = clearDocument(t, d.to, d.id); err != nil {
				return nil, 0, err
			}
			if err := (&entries{}).replace(t, d.to, ""); err != nil {
				return nil, 0, err
			}
		}
		if err := t.exec("INSERT INTO temp.moved (old, new) VALUES (?, ?)", d.from, d.to); err != nil {
			return nil, 0, err
		}
	}
	for _, x := range all {
		if err := t.exec("INSERT INTO temp.met (old, new) VALUES (?, ?)", x.old, x.new); err != nil {
			return nil, 0, err
		}
	}
	return moved, known, nil
}

// copyScript writes documents and sources. A document's row is updated where it
// is there, as reviews hang on it.
const copyScript = `
INSERT INTO main.document (doc, document_id, format, encoding, bytes, pages, status, category, message, message_uk,
	reader_version, scanned, content_key)
SELECT m.new, s.document_id, s.format, s.encoding, s.bytes, s.pages, s.status, s.category, s.message, s.message_uk,
	s.reader_version, s.scanned, s.content_key
FROM temp.moved m JOIN shard.document s ON s.doc = m.old WHERE true
ON CONFLICT (doc) DO UPDATE SET format = excluded.format, encoding = excluded.encoding, bytes = excluded.bytes,
	pages = excluded.pages, status = excluded.status, category = excluded.category, message = excluded.message,
	message_uk = excluded.message_uk, reader_version = excluded.reader_version, scanned = excluded.scanned,
	content_key = excluded.content_key, duplicate_of = NULL;
INSERT INTO main.source (doc, path, ingested_at, category)
SELECT m.new, s.path, s.ingested_at, s.category FROM temp.met m JOIN shard.source s ON s.doc = m.old WHERE true
ON CONFLICT DO UPDATE SET ingested_at = excluded.ingested_at, category = excluded.category
	WHERE excluded.ingested_at >= ingested_at;
INSERT OR IGNORE INTO main.review (doc, ` + reviewColumns + `)
SELECT m.new, ` + reviewColumns + ` FROM temp.met m JOIN shard.review s ON s.doc = m.old
WHERE NOT EXISTS (SELECT 1 FROM main.review v WHERE v.doc = m.new AND v.amount_id = s.amount_id AND v.state = s.state);
`

// mergedVersions finds what the shard's documents made of earlier versions, and
// returns the programmes whose execution is to be chosen again.
func mergedVersions(t *tx) (keys []string, err error) {
	var docs []int64
	if err := t.each(`SELECT DISTINCT m.new FROM temp.met m JOIN main.source s ON s.doc = m.new
		WHERE EXISTS (SELECT 1 FROM main.source o WHERE o.path = s.path AND o.doc <> s.doc) ORDER BY m.new`, nil,
		func(c *cursor) error {
			docs = append(docs, c.num64())
			return nil
		}); err != nil {
		return nil, err
	}
	for _, doc := range docs {
		own, err := newVersions(t, doc)
		if err != nil {
			return nil, err
		}
		keys = append(keys, own...)
	}
	return keys, nil
}

// copyRows copies the rows of texts and records, parents first, and returns the
// programmes that they speak of.
func copyRows(t *tx) (keys []string, err error) {
	for i := len(textTables) + len(recordTables) - 1; i >= 0; i-- {
		// Texts come first, and each list names children before parents.
		table := ""
		if i >= len(recordTables) {
			table = textTables[i-len(recordTables)]
		} else {
			table = recordTables[i]
		}
		var columns []string
		if err := t.each("SELECT name FROM pragma_table_info(?) WHERE name <> 'doc' ORDER BY cid", []driver.Value{table},
			func(c *cursor) error {
				columns = append(columns, c.text())
				return nil
			}); err != nil {
			return nil, err
		}
		list := strings.Join(columns, ", ")
		// CROSS JOIN keeps the order: the rows are appended as they lie.
		if err := t.copyAll(fmt.Sprintf("INSERT INTO main.%s (doc, %s) SELECT m.new, s.%s FROM temp.moved m CROSS JOIN shard.%s s ON s.doc = m.old",
			table, list, strings.Join(columns, ", s."), table)); err != nil {
			return nil, err
		}
	}
	err = t.each(`SELECT DISTINCT r.programme_key FROM temp.moved m JOIN main.report r ON r.doc = m.new
		WHERE r.programme_key IS NOT NULL`, nil, func(c *cursor) error {
		keys = append(keys, c.text())
		return nil
	})
	return keys, err
}

func copySearch(t *tx) error {
	var offset int64
	if err := t.each("SELECT coalesce(max(entry), 0) FROM main.search_entry", nil, func(c *cursor) error {
		offset = c.num64()
		return nil
	}); err != nil {
		return err
	}
	// A shard's numbers begin at 1 or later, so they stay above the offset.
	if err := t.copyAll(fmt.Sprintf(`INSERT INTO main.search_entry (entry, doc, report, subject, tbl, n, text)
		SELECT e.entry + %d, m.new, e.report, e.subject, e.tbl, e.n, e.text
		FROM shard.search_entry e JOIN temp.moved m ON m.old = e.doc ORDER BY e.entry`, offset)); err != nil {
		return err
	}
	return t.copyAll(fmt.Sprintf("INSERT INTO main.search_text (docid, text) SELECT entry, text FROM main.search_entry WHERE entry > %d", offset))
}

// copyAll runs a long INSERT, which the context may end, and counts its rows.
func (t *tx) copyAll(query string) error {
	if err := t.ready(query); err != nil {
		return err
	}
	r, err := t.conn.ExecContext(t.ctx, query, nil)
	if err != nil {
		return t.fail(fmt.Errorf("%.60q: %w", query, err))
	}
	n, err := r.RowsAffected()
	t.rows += n
	return t.fail(err)
}

// clearDocument removes what an earlier reading left of a document and returns
// the programmes that it spoke of. Its row, its reviews and its entries of the
// search stay.
func clearDocument(t *tx, doc int64, id string) (before []string, err error) {
	if before, err = programmesOf(t, doc); err != nil {
		return nil, err
	}
	for _, list := range [][]string{recordTables, textTables} {
		for _, table := range list {
			if err := t.exec("DELETE FROM "+table+" WHERE doc = ?", doc); err != nil {
				return nil, err
			}
		}
	}
	t.forgetFaces()
	return before, unrelate(t, id)
}
