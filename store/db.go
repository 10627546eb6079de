package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// Every pragma stands in the DSN: one given later would reach one connection of
// the pool alone.
const (
	writePragmas = "_foreign_keys=1&_journal_mode=WAL&_busy_timeout=5000&_synchronous=NORMAL&_txlock=immediate&_cache_size=-65536"
	readPragmas  = "mode=ro&_query_only=1&_busy_timeout=5000&_cache_size=-16384"
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
		w.close()
		free()
		return nil, wrap(op, err)
	}
	return &DB{path: path, write: w, read: openPool(dsn(path, readPragmas)), free: free}, nil
}

// OpenReadOnly opens an existing database for reading; writing methods fail
// with ErrReadOnly. A missing file is os.ErrNotExist.
func OpenReadOnly(ctx context.Context, path string) (*DB, error) {
	op := "open database " + path
	if err := checkOurs(ctx, path); err != nil {
		return nil, wrap(op, err)
	}
	pool := openPool(dsn(path, readPragmas))
	if err := pool.PingContext(ctx); err == nil {
		var n int
		if err = pool.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&n); err == nil {
			return &DB{path: path, read: pool}, nil
		}
	}
	pool.Close()
	// In a place where nothing can be written SQLite cannot make the WAL's index;
	// without a WAL the file can be read as it is.
	pool = openPool(dsn(path, readPragmas+"&immutable=1"))
	return &DB{path: path, read: pool}, nil
}

// Close closes the database.
func (db *DB) Close() error {
	// The writer goes last: it alone can fold the WAL into the file.
	err := db.read.Close()
	if db.write != nil {
		err = errors.Join(err, db.write.close())
		db.free()
	}
	return wrap("close database "+db.path, err)
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
	// A crash may have left the head in the WAL, so SQLite reads it, not we.
	db := openPool(dsn(path, "mode=ro&_busy_timeout=5000"))
	defer db.Close()
	head, err := readHead(ctx, db)
	var e sqlite3.Error
	if errors.As(err, &e) && (e.Code == sqlite3.ErrCantOpen || e.Code == sqlite3.ErrReadonly) {
		still := openPool(dsn(path, "mode=ro&immutable=1"))
		defer still.Close()
		head, err = readHead(ctx, still)
	}
	switch {
	case err != nil:
		return err
	case head.empty():
		return nil
	case head.application != applicationID:
		return ErrNotOurs
	case head.version > len(migrations):
		return fmt.Errorf("%w: schema %d, this program knows %d", ErrNewer, head.version, len(migrations))
	}
	return nil
}

type head struct{ application, version, objects int }

func (h head) empty() bool { return h == head{} }

func readHead(ctx context.Context, db *sql.DB) (head, error) {
	var h head
	err := db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`).
		Scan(&h.application, &h.version, &h.objects)
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
