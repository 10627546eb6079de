package store

import (
	"context"
	"errors"

	"zvit/extract/record"
)

func writeDictionary(t *tx) error { return nil }

// Seal makes the file a shard that Merge can verify: its content hash, counts
// and versions are written into it, and the WAL is folded in.
func (db *DB) Seal(ctx context.Context) error { return errors.ErrUnsupported }

// Merge copies sealed shards into the database.
func (db *DB) Merge(ctx context.Context, shards ...string) (Merged, error) {
	return Merged{}, errors.ErrUnsupported
}

// Type is what a view's column holds.
type Type string

// The types of columns.
const (
	TypeText    Type = "text"
	TypeInteger Type = "integer"
	TypeReal    Type = "real"
	TypeMoney   Type = "kopecks" // INTEGER kopecks
	TypeFlag    Type = "flag"    // 1 or 0
	TypeDate    Type = "date"    // ISO text
)

// Column is one column of a view, as the dictionary describes it.
type Column struct {
	View, Name string
	Type       Type
	Unit       string
	Meaning    record.Sentence
	Example    string
}

// View is one view of the contract, or a helpful one beyond it.
type View struct {
	Name     string
	Contract bool
	Title    record.Sentence
	Columns  []Column
}

// Views returns the views with their columns from the file's own dictionary.
func (db *DB) Views(ctx context.Context) ([]View, error) { return nil, errors.ErrUnsupported }

// ViewRows iterates over all rows of a view in a stable order.
func (db *DB) ViewRows(ctx context.Context, view string) (*Rows, error) {
	return nil, errors.ErrUnsupported
}
