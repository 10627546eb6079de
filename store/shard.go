package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ShardFault says why a shard is refused.
type ShardFault string

// The faults of shards.
const (
	ShardUnreadable ShardFault = "unreadable" // not a database, or not one of ours
	ShardOpen       ShardFault = "open"       // a journal lies beside it: open elsewhere, or not closed
	ShardUnsealed   ShardFault = "unsealed"   // its work did not end
	ShardSchema     ShardFault = "schema"     // of another version of the program
	ShardChanged    ShardFault = "changed"    // cut short or edited after it was sealed
	ShardMixed      ShardFault = "mixed"      // another version of a reader than those that are there
)

// ShardError is a shard that is refused; it is ErrShard.
type ShardError struct {
	Path   string
	Fault  ShardFault
	Detail string // technical, may be empty
	Err    error  // what lies behind it, or nil
}

func (e *ShardError) Error() string {
	text := "shard " + e.Path + ": " + ErrShard.Error() + ": " + string(e.Fault)
	if e.Detail != "" {
		text += ": " + e.Detail
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap returns what lies behind it.
func (e *ShardError) Unwrap() []error {
	if e.Err == nil {
		return []error{ErrShard}
	}
	return []error{ErrShard, e.Err}
}

// verifyShard reads a whole shard and returns its readers: format, a tab,
// version, sorted. Every error is a *ShardError, but the context's.
func verifyShard(ctx context.Context, path string) (readers []string, err error) {
	refuse := func(fault ShardFault, detail string, cause error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return &ShardError{path, fault, detail, cause}
	}
	if err := checkOurs(ctx, path); err != nil {
		return nil, refuse(ShardUnreadable, "", wrap("open", err))
	}
	w, err := openRaw(dsn(path, readPragmas))
	if err != nil {
		return nil, refuse(ShardUnreadable, "", wrap("open", err))
	}
	defer drop(w)
	q := &tx{writer: w, ctx: ctx}
	said, ok, err := readSeal(q)
	switch {
	case err != nil:
		return nil, refuse(ShardUnreadable, "", wrap("read", err))
	case !ok:
		return nil, refuse(ShardUnsealed, "", nil)
	case said.schema != int64(len(migrations)):
		return nil, refuse(ShardSchema, fmt.Sprintf("%d, not %d", said.schema, len(migrations)), nil)
	}
	about, err := aboutPage(q)
	if err != nil {
		return nil, refuse(ShardUnreadable, "", wrap("read", err))
	}
	switch is, err := contentHash(ctx, path, about); {
	case errors.Is(err, errNotAlone):
		return nil, refuse(ShardOpen, "", err)
	case err != nil:
		return nil, refuse(ShardUnreadable, "", wrap("read", err))
	case is != said.content:
		return nil, refuse(ShardChanged, "", nil)
	}
	if readers, err = readersOf(q); err != nil {
		return nil, refuse(ShardUnreadable, "", err)
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
