package store

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"time"

	"zvit/extract/record"
)

// What opening and writing fail with; compare with errors.Is.
var (
	ErrNotOurs  = errors.New("not a zvit database")
	ErrNewer    = errors.New("the database was made by a newer zvit")
	ErrBusy     = errors.New("the database is in use by another writer")
	ErrReadOnly = errors.New("the database cannot be written here")
	ErrFull     = errors.New("no space is left for the database")
	ErrDamaged  = errors.New("the database file is damaged")
	ErrRefused  = errors.New("refused: only reading is allowed")
	ErrShard    = errors.New("shard refused")
	ErrUnknown  = errors.New("not in the database")
)

// DB is an open database.
type DB struct{ write, read *sql.DB }

// Open opens the database for writing; it is created where it does not exist,
// and migrated where it is older.
func Open(ctx context.Context, path string) (*DB, error) { return nil, errors.ErrUnsupported }

// OpenReadOnly opens an existing database for reading.
func OpenReadOnly(ctx context.Context, path string) (*DB, error) { return nil, errors.ErrUnsupported }

// Close closes the database.
func (db *DB) Close() error { return nil }

// Put writes one document in one transaction, replacing whatever an earlier
// reader left of it; reviews stay.
func (db *DB) Put(ctx context.Context, e Entry) error { return errors.ErrUnsupported }

// AddSource records one more path of a stored document.
func (db *DB) AddSource(ctx context.Context, documentID, path string, at time.Time) error {
	return errors.ErrUnsupported
}

// Outcome returns what became of a document with that reader version.
func (db *DB) Outcome(ctx context.Context, documentID, readerVersion string) (Outcome, bool, error) {
	return Outcome{}, false, errors.ErrUnsupported
}

// Reports reads a document's reports back as they were put.
func (db *DB) Reports(ctx context.Context, documentID string) ([]*record.Report, error) {
	return nil, errors.ErrUnsupported
}

// UpdateSettled writes the settled fields, evidence and findings of reports
// that were settled again.
func (db *DB) UpdateSettled(ctx context.Context, documentID string, reports []*record.Report) error {
	return errors.ErrUnsupported
}

// AddReview records a person's decision; it replaces an earlier one on the amount.
func (db *DB) AddReview(ctx context.Context, r record.Review) error { return errors.ErrUnsupported }

// RemoveReview takes a decision back.
func (db *DB) RemoveReview(ctx context.Context, amountID string) error {
	return errors.ErrUnsupported
}

// Reviews returns the decisions on a document's amounts.
func (db *DB) Reviews(ctx context.Context, documentID string) ([]record.Review, error) {
	return nil, errors.ErrUnsupported
}

// Findings lists findings, the gravest first.
func (db *DB) Findings(ctx context.Context, f Filter) ([]FindingRow, error) {
	return nil, errors.ErrUnsupported
}

// Doubtful lists doubtful amounts, most money first.
func (db *DB) Doubtful(ctx context.Context, f Filter) ([]DoubtfulRow, error) {
	return nil, errors.ErrUnsupported
}

// Search finds words (prefixes too) in measures, indicators, prose and findings.
func (db *DB) Search(ctx context.Context, words string, limit int) ([]Hit, error) {
	return nil, errors.ErrUnsupported
}

// Query runs one reading statement.
func (db *DB) Query(ctx context.Context, query string, args ...any) (*Rows, error) {
	return nil, errors.ErrUnsupported
}

// Rows iterates over a query's result: int64, float64, string, []byte or nil a value.
type Rows struct{}

// Columns returns the names of the columns.
func (r *Rows) Columns() []string { return nil }

// Next goes to the next row.
func (r *Rows) Next() bool { return false }

// Values returns the row; the slice is used again by Next.
func (r *Rows) Values() []any { return nil }

// Err returns what ended the iteration, or nil.
func (r *Rows) Err() error { return nil }

// Close ends the iteration.
func (r *Rows) Close() error { return nil }

// Dump writes everything but paths and times in a canonical order.
func (db *DB) Dump(ctx context.Context, w io.Writer) error { return errors.ErrUnsupported }

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
