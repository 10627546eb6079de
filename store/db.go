package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// Every pragma stands in the DSN: one given later would reach one connection of
// the pool alone.
//
// The writer's cache holds the ends of all trees, where a document goes. A larger
// one costs time: SQLite's balance_nonroot gives a page a number beyond the file's
// for a moment, and the commit then looks through the whole cache for such pages.
const (
	writePragmas = "_foreign_keys=1&_journal_mode=WAL&_busy_timeout=5000&_synchronous=NORMAL&_txlock=immediate&_cache_size=-16384&_mutex=no"
	readPragmas  = "mode=ro&_query_only=1&_busy_timeout=5000&_cache_size=-16384&_mutex=no&_stmt_cache_size=32"
)

// DB is an open database. Its methods may be called from any goroutine; writing
// ones wait for one another.
type DB struct {
	path  string
	write *writer // nil where the database is open for reading
	read  *sql.DB
	free  func() // the right to write
}

// Open opens the database for writing; it is created where it does not exist,
// and migrated where it is older. It fails with ErrBusy where another process
// has it open for writing, with ErrNotOurs (untouched) where the file is
// something else, with ErrNewer, ErrDamaged or ErrReadOnly.
func Open(ctx context.Context, path string) (*DB, error) {
	op := "open database " + path
	if err := checkOurs(ctx, path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, wrap(op, err)
	}
	free, err := lockWriter(path)
	if err != nil {
		return nil, wrap(op, err)
	}
	w, err := openWriter(path)
	if err != nil {
		free()
		return nil, wrap(op, err)
	}
	if err := migrate(ctx, w); err != nil {
		drop(w)
		free()
		return nil, wrap(op, err)
	}
	db := &DB{path: path, write: w, read: openPool(dsn(path, readPragmas)), free: free}
	if err := readSchema(ctx, db.read); err != nil {
		drop(db)
		return nil, wrap(op, orCause(ctx, err))
	}
	return db, nil
}

// OpenReadOnly opens an existing database for reading; writing methods fail
// with ErrReadOnly. A missing file is os.ErrNotExist.
func OpenReadOnly(ctx context.Context, path string) (*DB, error) {
	op := "open database " + path
	if err := checkOurs(ctx, path); err != nil {
		return nil, wrap(op, err)
	}
	db := &DB{path: path, read: openPool(dsn(path, readPragmas))}
	err := readSchema(ctx, db.read)
	if isOpening(err) {
		// In a place where nothing can be written SQLite cannot make the WAL's
		// index; without a WAL the file can be read as it is.
		drop(db.read)
		db.read = openPool(dsn(path, readPragmas+"&immutable=1"))
		err = readSchema(ctx, db.read)
	}
	if err != nil {
		drop(db)
		return nil, wrap(op, orCause(ctx, err))
	}
	return db, nil
}

// readSchema fails where the file cannot be read.
func readSchema(ctx context.Context, db *sql.DB) error {
	var n int
	return db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&n)
}

// isOpening tells errors of a place from errors of a file.
func isOpening(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && (e.Code == sqlite3.ErrCantOpen || e.Code == sqlite3.ErrReadonly)
}

// Close closes the database.
func (db *DB) Close() error {
	// The writer goes last: it alone can fold the WAL into the file.
	err := db.read.Close()
	if db.write != nil {
		err = errors.Join(err, db.write.Close())
		db.free()
	} else {
		tidy(db.path)
	}
	return wrap("close database "+db.path, err)
}

// tidy lets SQLite remove the empty WAL and index that read-only connections
// make and may not remove. Nothing is lost where it fails.
func tidy(path string) {
	if info, err := os.Stat(path + "-wal"); err != nil || info.Size() > 0 {
		return
	}
	c, err := (&sqlite3.SQLiteDriver{}).Open(dsn(path, "mode=rw&_busy_timeout=0"))
	if err != nil {
		return
	}
	conn := c.(*sqlite3.SQLiteConn)
	// The WAL is opened, and with it removed at the close, by the first reading.
	conn.Exec("SELECT count(*) FROM sqlite_schema", nil) //nolint:errcheck // see above
	drop(conn)
}

// Path returns the path that the database was opened with.
func (db *DB) Path() string { return db.path }

// checkOurs looks at a file without changing it.
func checkOurs(ctx context.Context, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return fmt.Errorf("%w: a folder", ErrNotOurs)
	}
	var head head
	if _, werr := os.Stat(path + "-wal"); werr != nil {
		head, err = fileHead(path)
	} else {
		// A crash may have left the head in the WAL, which SQLite reads. Or this
		// very process has the file open: closing a second descriptor of it would
		// drop SQLite's locks.
		db := openPool(dsn(path, "mode=ro&_busy_timeout=5000"))
		defer drop(db)
		head, err = walHead(ctx, db)
	}
	switch {
	case err != nil:
		return err
	case head == fresh:
		return nil
	case head.application != applicationID:
		return ErrNotOurs
	case head.version > len(migrations):
		return fmt.Errorf("%w: schema %d, this program knows %d", ErrNewer, head.version, len(migrations))
	}
	return nil
}

// head is what a database's header says of it; schema changes with every table.
type head struct{ application, version, schema int }

// fresh is a database in which nothing was made yet.
var fresh = head{}

// fileHead reads the header without SQLite, which would leave files behind. The
// offsets are those of the file format (sqlite.org/fileformat.html, 1.3).
func fileHead(path string) (head, error) {
	f, err := os.Open(path)
	if err != nil {
		return head{}, fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	defer drop(f)
	b := make([]byte, 100)
	n, err := io.ReadFull(f, b)
	if n == 0 && errors.Is(err, io.EOF) {
		return fresh, nil
	}
	if err != nil || string(b[:16]) != "SQLite format 3\x00" {
		return head{}, ErrNotOurs
	}
	at := func(i int) int { return int(int32(binary.BigEndian.Uint32(b[i:]))) }
	return head{application: at(68), version: at(60), schema: at(40)}, nil
}

func walHead(ctx context.Context, db *sql.DB) (head, error) {
	var h head
	err := db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version), (SELECT schema_version FROM pragma_schema_version)`).
		Scan(&h.application, &h.version, &h.schema)
	return h, err
}

// dsn gives the file's name as a URI, in which no character of a path means
// anything else.
func dsn(path, pragmas string) string {
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + pragmas
}

// connector opens reading connections that refuse all but reading.
type connector struct {
	dsn    string
	driver *sqlite3.SQLiteDriver
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.dsn) }
func (c connector) Driver() driver.Driver                        { return c.driver }

func openPool(dsn string) *sql.DB {
	db := sql.OpenDB(connector{dsn, &sqlite3.SQLiteDriver{ConnectHook: readingOnly}})
	db.SetMaxOpenConns(max(4, runtime.GOMAXPROCS(0)))
	db.SetMaxIdleConns(4)
	return db
}
