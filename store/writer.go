package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"sync"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// writer is the one connection that writes. It speaks to the driver itself:
// database/sql costs as much a row as SQLite does.
type writer struct {
	mu        sync.Mutex
	conn      *sqlite3.SQLiteConn
	stmts     map[string]*sqlite3.SQLiteStmt
	inserters map[string]*inserter
	named     []driver.NamedValue
	// before is called ahead of every statement; tests fail it.
	before func(query string) error
}

// writeCheckpoint lets the WAL grow to 32 MB before it is folded in: a page that
// many documents touch is then written to the file once. The DSN has no word for
// it, and the writer is one connection.
const writeCheckpoint = "PRAGMA wal_autocheckpoint = 8000"

func openWriter(path string) (*writer, error) {
	w, err := openRaw(dsn(path, writePragmas))
	if err != nil {
		return nil, err
	}
	if _, err := w.conn.Exec(writeCheckpoint, nil); err != nil {
		drop(w)
		return nil, err
	}
	return w, nil
}

func (w *writer) Close() error {
	for _, s := range w.stmts {
		drop(s)
	}
	w.stmts = nil
	return w.conn.Close()
}

// transaction runs fn in one transaction: all of it, or nothing.
func (w *writer) transaction(ctx context.Context, fn func(*tx) error) (err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	t := &tx{writer: w, ctx: ctx}
	if err := t.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	done := false
	defer func() {
		if !done { // an error, or a panic on its way up
			_, rerr := w.conn.Exec("ROLLBACK", nil)
			// SQLite rolls back by itself on some errors (full, I/O).
			if rerr != nil && !w.conn.AutoCommit() {
				err = errors.Join(err, rerr)
			}
		}
	}()
	if err := fn(t); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := t.exec("COMMIT"); err != nil {
		return err
	}
	done = true
	return nil
}

// tx is a running transaction.
type tx struct {
	*writer
	ctx  context.Context
	rows int64 // inserted
	// failed is the first error: nothing more may run, as SQLite may have rolled
	// the transaction back by itself, and a statement after it would stand alone.
	failed error
	seen   *faces // see faces
}

// ready says whether the next statement may run.
func (t *tx) ready(query string) error {
	switch {
	case t.failed != nil:
	case t.ctx.Err() != nil:
		t.failed = t.ctx.Err()
	case t.before != nil:
		t.failed = t.before(query)
	}
	return t.failed
}

// fail remembers err.
func (t *tx) fail(err error) error {
	if err != nil && t.failed == nil {
		t.failed = err
	}
	return err
}

// stmt returns the prepared form of a query. Where SQLite's planner asks for a
// parameter's value to choose a plan, it plans anew for every value, which takes
// longer than the question: such a query has "+?", which it cannot ask for.
func (t *tx) stmt(query string) (*sqlite3.SQLiteStmt, error) {
	if s, ok := t.stmts[query]; ok {
		return s, nil
	}
	s, err := t.conn.Prepare(query)
	if err != nil {
		return nil, t.fail(fmt.Errorf("prepare %.60q: %w", query, err))
	}
	t.stmts[query] = s.(*sqlite3.SQLiteStmt)
	return t.stmts[query], nil
}

// exec runs one statement; its prepared form is kept. It asks the driver for
// rows where there are none, because that way binds all values in one call into
// C; the first step, which does the work, is taken at once.
func (t *tx) exec(query string, vals ...driver.Value) error {
	if err := t.ready(query); err != nil {
		return err
	}
	s, err := t.stmt(query)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(context.Background(), t.numbered(vals))
	if err == nil {
		err = rows.Close()
	}
	if err != nil {
		return t.fail(fmt.Errorf("%.60q: %w", query, err))
	}
	return nil
}

// numbered gives values the form that the driver takes, in a list that the next
// call overwrites.
func (w *writer) numbered(vals []driver.Value) []driver.NamedValue {
	for len(w.named) < len(vals) {
		w.named = append(w.named, driver.NamedValue{Ordinal: len(w.named) + 1})
	}
	for i, v := range vals {
		w.named[i].Value = v
	}
	return w.named[:len(vals)]
}

// script runs statements that are needed once. Where it takes long, the
// transaction's context ends it.
func (t *tx) script(query string) error {
	if err := t.ready(query); err != nil {
		return err
	}
	_, err := t.conn.ExecContext(t.ctx, query, nil)
	return t.fail(err)
}

// each calls fn with every row; fn must not keep the cursor.
func (t *tx) each(query string, args []driver.Value, fn func(*cursor) error) (err error) {
	if err := t.ready(query); err != nil {
		return err
	}
	s, err := t.stmt(query)
	if err != nil {
		return err
	}
	rows, err := s.Query(args)
	if err != nil {
		return t.fail(fmt.Errorf("%.60q: %w", query, err))
	}
	defer func() { err = t.fail(errors.Join(err, rows.Close())) }()
	vals := make([]driver.Value, len(rows.Columns()))
	for {
		if err := rows.Next(vals); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("%.60q: %w", query, err)
		}
		if err := fn(&cursor{vals: vals}); err != nil {
			return err
		}
	}
}

// openRaw opens a connection without database/sql.
func openRaw(dsn string) (*writer, error) {
	c, err := (&sqlite3.SQLiteDriver{}).Open(dsn)
	if err != nil {
		return nil, err
	}
	return &writer{
		conn: c.(*sqlite3.SQLiteConn), stmts: map[string]*sqlite3.SQLiteStmt{}, inserters: map[string]*inserter{},
	}, nil
}
