package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// writer is the one connection that writes. It speaks to the driver itself:
// database/sql costs as much a row as SQLite does.
type writer struct {
	mu    sync.Mutex
	conn  *sqlite3.SQLiteConn
	stmts map[string]*sqlite3.SQLiteStmt
	// before is called ahead of every statement; tests fail it.
	before func(query string) error
}

func openWriter(path string) (*writer, error) {
	c, err := (&sqlite3.SQLiteDriver{}).Open(dsn(path, writePragmas))
	if err != nil {
		return nil, err
	}
	return &writer{conn: c.(*sqlite3.SQLiteConn), stmts: map[string]*sqlite3.SQLiteStmt{}}, nil
}

func (w *writer) close() error {
	for _, s := range w.stmts {
		s.Close()
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

// exec runs one statement; its prepared form is kept.
func (t *tx) exec(query string, args ...driver.Value) error {
	if err := t.ready(query); err != nil {
		return err
	}
	s, err := t.stmt(query)
	if err != nil {
		return err
	}
	if _, err := s.Exec(args); err != nil {
		return t.fail(fmt.Errorf("%.60q: %w", query, err))
	}
	return nil
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
		if err := rows.Next(vals); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("%.60q: %w", query, err)
		}
		if err := fn(&cursor{vals: vals}); err != nil {
			return err
		}
	}
}

// Rows of one INSERT: enough to share the statement's cost, few enough that the
// rest of a small table is cheap.
const batchRows = 16

// inserter gathers rows of one table.
type inserter struct {
	tx        *tx
	one, many string
	width     int
	a         args
	n         int
	err       error
}

func (t *tx) inserter(table, columns string) *inserter {
	width := strings.Count(columns, ",") + 1
	row := "(" + strings.TrimSuffix(strings.Repeat("?,", width), ",") + ")"
	one := "INSERT INTO " + table + " (" + columns + ") VALUES " + row
	return &inserter{
		tx: t, width: width, one: one, many: one + strings.Repeat(","+row, batchRows-1),
		a: args{vals: make([]driver.Value, 0, width*batchRows)},
	}
}

// add begins a row; the caller gives its values in the order of the columns
// before it calls add or flush again.
func (in *inserter) add() *args {
	if in.n == batchRows {
		in.send(in.many, in.a.vals)
		in.a.vals, in.n = in.a.vals[:0], 0
	}
	in.n++
	return &in.a
}

func (in *inserter) send(query string, vals []driver.Value) {
	if in.err == nil {
		in.tx.rows += int64(len(vals) / in.width)
		in.err = in.tx.exec(query, vals...)
	}
}

// flush writes what is left and returns the first error of all.
func (in *inserter) flush() error {
	if in.n == batchRows {
		in.send(in.many, in.a.vals)
	} else {
		for i := range in.n {
			in.send(in.one, in.a.vals[i*in.width:(i+1)*in.width])
		}
	}
	in.a.vals, in.n = in.a.vals[:0], 0
	return in.err
}
