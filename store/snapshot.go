package store

import (
	"context"
	"database/sql"
	"errors"
)

// Snapshot is the database as it was when it was first read: what several views
// say belongs together, whatever is written meanwhile. It holds one connection,
// so that one result is read at a time, and keeps the WAL from being folded into
// the file until it is closed.
type Snapshot struct{ tx *sql.Tx }

// Snapshot begins one; the caller closes it.
func (db *DB) Snapshot(ctx context.Context) (*Snapshot, error) {
	t, err := db.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, wrap("begin reading", orCause(ctx, err))
	}
	return &Snapshot{t}, nil
}

// Views is DB.Views.
func (s *Snapshot) Views(ctx context.Context) ([]View, error) { return viewsOf(reader{ctx, s.tx}) }

// ViewRows is DB.ViewRows.
func (s *Snapshot) ViewRows(ctx context.Context, view string) (*Rows, error) {
	return viewRows(reader{ctx, s.tx}, view)
}

// Query is DB.Query.
func (s *Snapshot) Query(ctx context.Context, query string, args ...any) (*Rows, error) {
	return queryRows(reader{ctx, s.tx}, query, args...)
}

// Close ends it; nothing was written.
func (s *Snapshot) Close() error {
	if err := s.tx.Rollback(); !errors.Is(err, sql.ErrTxDone) { // the context's end ends it too
		return wrap("end reading", err)
	}
	return nil
}
