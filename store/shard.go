package store

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A shard is a database that one of many machines made and sealed: its schema,
// its counts and the hash of its dump stand in its table about, so that Merge
// can tell a shard that was cut short, edited, or never finished.
const (
	aboutSchema    = "shard_schema"
	aboutDocuments = "shard_documents"
	aboutRows      = "shard_rows"
	aboutContent   = "shard_content" // SHA-256 of the dump, hex
)

type seal struct {
	schema, documents, rows int64
	content                 string
}

// Seal makes the file a shard. It also folds the WAL in and leaves WAL mode, so
// that the file alone can be copied and read from a place without locks. A
// shard that was put to after it must be sealed again; other readers of the
// file must be closed.
func (db *DB) Seal(ctx context.Context) error {
	op := "seal " + db.path
	err := db.change(ctx, op, func(t *tx) error {
		s, err := sealOf(t)
		if err != nil {
			return err
		}
		for key, value := range map[string]string{
			aboutSchema: strconv.FormatInt(s.schema, 10), aboutDocuments: strconv.FormatInt(s.documents, 10),
			aboutRows: strconv.FormatInt(s.rows, 10), aboutContent: s.content,
		} {
			if err := t.exec("INSERT OR REPLACE INTO about (key, value) VALUES (?, ?)", key, value); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	// Leaving WAL mode needs the file for itself.
	if err := db.read.Close(); err != nil {
		return wrap(op, err)
	}
	_, err = db.write.conn.Exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE", nil)
	db.read = openPool(dsn(db.path, readPragmas))
	return wrap(op, err)
}

// sealOf counts and hashes what is there.
func sealOf(q eachReader) (s seal, err error) {
	if err := q.each("PRAGMA user_version", nil, func(c *cursor) error {
		s.schema = c.num64()
		return nil
	}); err != nil {
		return s, err
	}
	if err := q.each("SELECT count(*) FROM document", nil, func(c *cursor) error {
		s.documents = c.num64()
		return nil
	}); err != nil {
		return s, err
	}
	h := sha256.New()
	if s.rows, err = writeDump(q, h); err != nil {
		return s, err
	}
	s.content = hex.EncodeToString(h.Sum(nil))
	return s, nil
}

// readSeal returns what a shard says of itself; ok is false where it is not
// sealed.
func readSeal(q eachReader) (s seal, ok bool, err error) {
	found := 0
	err = q.each("SELECT key, value FROM about", nil, func(c *cursor) error {
		key, value := c.text(), c.text()
		n, _ := strconv.ParseInt(value, 10, 64)
		found++
		switch key {
		case aboutSchema:
			s.schema = n
		case aboutDocuments:
			s.documents = n
		case aboutRows:
			s.rows = n
		case aboutContent:
			s.content = value
		default:
			found--
		}
		return nil
	})
	return s, found == 4, err
}

// verifyShard reads a whole shard and returns its readers: format, a tab,
// version, sorted. Every error names the shard and is ErrShard, but the
// context's.
func verifyShard(ctx context.Context, path string) (readers []string, err error) {
	refuse := func(reason string, cause error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if cause != nil {
			return fmt.Errorf("shard %s: %w: %s: %w", path, ErrShard, reason, cause)
		}
		return fmt.Errorf("shard %s: %w: %s", path, ErrShard, reason)
	}
	if err := checkOurs(ctx, path); err != nil {
		return nil, refuse("it cannot be opened", wrap("open", err))
	}
	w, err := openRaw(dsn(path, readPragmas))
	if err != nil {
		return nil, refuse("it cannot be opened", wrap("open", err))
	}
	defer drop(w)
	q := &tx{writer: w, ctx: ctx}
	said, ok, err := readSeal(q)
	switch {
	case err != nil:
		return nil, refuse("it cannot be read", wrap("read", err))
	case !ok:
		return nil, refuse("it was not sealed: its work did not end", nil)
	case said.schema != int64(len(migrations)):
		return nil, refuse(fmt.Sprintf("its schema is %d, this database's %d", said.schema, len(migrations)), nil)
	}
	is, err := sealOf(q)
	switch {
	case err != nil:
		return nil, refuse("it cannot be read", wrap("read", err))
	case is != said:
		return nil, refuse(fmt.Sprintf("it was changed after it was sealed (%d documents in %d rows, sealed with %d in %d)",
			is.documents, is.rows, said.documents, said.rows), nil)
	}
	if readers, err = readersOf(q); err != nil {
		return nil, refuse("it cannot be read", err)
	}
	return readers, nil
}

func readersOf(q eachReader) (list []string, err error) {
	err = q.each(`SELECT DISTINCT coalesce(format, '') || char(9) || reader_version FROM document
		WHERE reader_version IS NOT NULL ORDER BY 1`, nil, func(c *cursor) error {
		list = append(list, c.text())
		return nil
	})
	return list, err
}

// mixed returns a format that two versions of a reader have read, or "".
func mixed(a, b []string) string {
	for _, x := range a {
		format, version, _ := strings.Cut(x, "\t")
		if i := slices.IndexFunc(b, func(y string) bool {
			f, v, _ := strings.Cut(y, "\t")
			return f == format && v != version
		}); i >= 0 {
			_, other, _ := strings.Cut(b[i], "\t")
			return fmt.Sprintf("%s by %s and %s", format, other, version)
		}
	}
	return ""
}

// attach makes a shard readable to the writer under the name shard, outside a
// transaction.
func (w *writer) attach(path string) (detach func(), err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, err := w.conn.Exec("ATTACH ? AS shard", []driver.Value{dsn(path, "mode=ro")}); err != nil {
		return nil, err
	}
	return func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		// Kept statements on the shard would keep it open.
		for query, s := range w.stmts {
			if strings.Contains(query, "shard.") {
				drop(s)
				delete(w.stmts, query)
			}
		}
		w.conn.Exec("DETACH shard", nil) //nolint:errcheck // nothing was written to it
	}, nil
}
