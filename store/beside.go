package store

import (
	"context"
	"os"
)

// OpenToDecide opens an existing database for a person's decisions, beside a
// program that may be writing into it: an ingest has the right to write for as
// long as it runs, yet writes a document at a time, and a decision is made
// between two of them. Its transactions wait for SQLite's own lock some seconds,
// then fail with ErrBusy. Where an older program made the file it is opened as
// Open does.
func OpenToDecide(ctx context.Context, path string) (*DB, error) {
	op := "open database " + path
	if _, err := os.Stat(path); err != nil {
		return nil, wrap(op, err)
	}
	if err := checkOurs(ctx, path); err != nil {
		return nil, wrap(op, err)
	}
	read := openPool(dsn(path, readPragmas))
	head, err := walHead(ctx, read)
	if err != nil || head.version != len(migrations) {
		drop(read)
		return Open(ctx, path)
	}
	w, err := openWriter(path)
	if err != nil {
		drop(read)
		return nil, wrap(op, err)
	}
	return &DB{path: path, write: w, read: read, free: func() {}}, nil
}
