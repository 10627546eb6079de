package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
)

// Query runs one reading statement on a read-only connection that refuses
// everything else with ErrRefused: writing, ATTACH, load_extension, a PRAGMA that
// sets something; a text that is no single statement with ErrStatements, one that
// SQLite cannot run with a StatementError. The context's end interrupts it. The
// caller closes the rows.
func (db *DB) Query(ctx context.Context, query string, args ...any) (*Rows, error) {
	query, err := oneStatement(query)
	if err != nil {
		return nil, err
	}
	return queryRows(reader{ctx, db.read}, query, args...)
}

func queryRows(q reader, query string, args ...any) (*Rows, error) {
	rows, err := q.db.QueryContext(q.ctx, query, args...)
	if err != nil {
		return nil, ofStatement(orCause(q.ctx, err))
	}
	r, err := newRows(q.ctx, rows)
	if err != nil {
		drop(rows)
		return nil, wrap("query", err)
	}
	return r, nil
}

// orCause prefers the context's error to the interrupt that it made.
func orCause(ctx context.Context, err error) error {
	if cause := ctx.Err(); cause != nil && !errors.Is(err, cause) {
		return fmt.Errorf("%w: %w", cause, err)
	}
	return err
}

// Rows iterates over a query's result. A value is int64, float64, string, []byte
// or nil.
type Rows struct {
	ctx     context.Context
	rows    *sql.Rows
	columns []string
	vals    []any
	ptrs    []any
	err     error
}

func newRows(ctx context.Context, rows *sql.Rows) (*Rows, error) {
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	r := &Rows{ctx: ctx, rows: rows, columns: columns, vals: make([]any, len(columns)), ptrs: make([]any, len(columns))}
	for i := range r.vals {
		r.ptrs[i] = &r.vals[i]
	}
	return r, nil
}

// Columns returns the names of the columns.
func (r *Rows) Columns() []string { return r.columns }

// Next goes to the next row, and returns false where there is none or where
// reading failed: see Err.
func (r *Rows) Next() bool {
	if r.err != nil || !r.rows.Next() {
		return false
	}
	r.err = r.rows.Scan(r.ptrs...)
	return r.err == nil
}

// Values returns the row; the slice is used again by Next.
func (r *Rows) Values() []any { return r.vals }

// Err returns what ended the iteration before its end, or nil.
func (r *Rows) Err() error {
	err := r.err
	if err == nil {
		err = r.rows.Err()
	}
	if err == nil {
		return nil
	}
	return ofStatement(orCause(r.ctx, err))
}

// Close ends the iteration.
func (r *Rows) Close() error { return r.rows.Close() }

// reader is the reading pool with the ways of a transaction.
type reader struct {
	ctx context.Context
	db  interface {
		QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	}
}

func (q reader) each(query string, args []driver.Value, fn func(*cursor) error) (err error) {
	list := make([]any, len(args))
	for i, a := range args {
		list[i] = a
	}
	rows, err := q.db.QueryContext(q.ctx, query, list...)
	if err != nil {
		return orCause(q.ctx, err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	vals := make([]driver.Value, len(columns))
	ptrs := make([]any, len(columns))
	for i := range vals {
		ptrs[i] = (*any)(&vals[i])
	}
	for rows.Next() {
		if err := rows.Scan(ptrs...); err != nil {
			return err
		}
		if err := fn(&cursor{vals: vals}); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return orCause(q.ctx, err)
	}
	return nil
}

// reading runs fn on one snapshot of the database, so that what several
// statements read belongs together.
func (db *DB) reading(ctx context.Context, op string, fn func(reader) error) error {
	t, err := db.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return wrap(op, orCause(ctx, err))
	}
	defer t.Rollback() //nolint:errcheck // nothing was written
	return wrap(op, fn(reader{ctx, t}))
}
