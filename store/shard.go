package store

import (
	"context"
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"
)

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
	about, err := aboutPage(q)
	if err != nil {
		return nil, refuse("it cannot be read", wrap("read", err))
	}
	switch is, err := contentHash(ctx, path, about); {
	case err != nil:
		return nil, refuse("it cannot be read", wrap("read", err))
	case is != said.content:
		return nil, refuse("it was changed or cut short after it was sealed", nil)
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
