package store

import (
	"context"
	"errors"
)

// Seal makes the file a shard that Merge can verify: its content hash, counts
// and versions are written into it, and the WAL is folded in.
func (db *DB) Seal(ctx context.Context) error { return errors.ErrUnsupported }

// Merge copies sealed shards into the database.
func (db *DB) Merge(ctx context.Context, shards ...string) (Merged, error) {
	return Merged{}, errors.ErrUnsupported
}
