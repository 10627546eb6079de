package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// foreign runs statements on a file as another program would.
func foreign(t *testing.T, path string, statements ...string) *sql.DB {
	t.Helper()
	c := connector{dsn(path, "_busy_timeout=0"), &sqlite3.SQLiteDriver{}}
	db := sql.OpenDB(c)
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	return db
}

func TestOpenRefuses(t *testing.T) {
	ctx := context.Background()
	for name, x := range map[string]struct {
		make func(t *testing.T, path string)
		want error
	}{
		"another program's database": {func(t *testing.T, path string) {
			foreign(t, path, "CREATE TABLE songs (title TEXT)").Close()
		}, ErrNotOurs},
		"another program's mark": {func(t *testing.T, path string) {
			foreign(t, path, "PRAGMA application_id = 77").Close()
		}, ErrNotOurs},
		"a text": {func(t *testing.T, path string) {
			write(t, path, []byte("не база даних, а текст, довший за заголовок файлу SQLite, який має сто байтів"))
		}, ErrNotOurs},
		"a folder": {func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
		}, ErrNotOurs},
		"a newer one": {func(t *testing.T, path string) {
			ours(t, path)
			foreign(t, path, "PRAGMA user_version = 999").Close()
		}, ErrNewer},
		"a damaged one": {func(t *testing.T, path string) {
			ours(t, path)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for i := 100; i < 4096; i++ { // the schema's page
				data[i] = 0xa5
			}
			write(t, path, data)
		}, ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "дивна назва? #1%20.db")
			x.make(t, path)
			before, _ := os.ReadFile(path)
			for mode, open := range map[string]func(context.Context, string) (*DB, error){"write": Open, "read": OpenReadOnly} {
				if db, err := open(ctx, path); !errors.Is(err, x.want) {
					t.Errorf("%s: %v", mode, err)
					if db != nil {
						db.Close()
					}
				}
			}
			after, _ := os.ReadFile(path)
			if !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
			left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
			if len(left) != 1 {
				t.Errorf("left behind: %q", left)
			}
		})
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// ours makes a database of ours with one document.
func ours(t *testing.T, path string) {
	t.Helper()
	db, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	put(t, db, sample{name: "a"}.entry())
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpenMissingForReading(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.db")
	if _, err := OpenReadOnly(context.Background(), path); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("it was made")
	}
}

func TestOpenWhereNothingCanBeWritten(t *testing.T) {
	ctx := context.Background()
	if _, err := Open(ctx, filepath.Join(t.TempDir(), "no", "such", "folder.db")); !errors.Is(err, ErrReadOnly) {
		t.Errorf("a folder that is not there: %v", err)
	}
	if os.Getuid() == 0 {
		t.Skip("root may write anywhere; the rest needs another user")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "reports.db")
	ours(t, path)
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(dir, 0o755) })
	if _, err := Open(ctx, path); !errors.Is(err, ErrReadOnly) {
		t.Errorf("for writing: %v", err)
	}
	db, err := OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if n := query(t, db, "SELECT count(*) FROM documents")[0]; n != "1" {
		t.Errorf("%s documents", n)
	}
}

func TestSecondWriterIsTold(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "reports.db")
	db, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, path); !errors.Is(err, ErrBusy) {
		t.Errorf("a second writer: %v", err)
	}
	reader, err := OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	put(t, db, sample{name: "a"}.entry())
	if n := query(t, reader, "SELECT count(*) FROM documents")[0]; n != "1" {
		t.Errorf("the reader sees %s documents", n)
	}
	if err := reader.Put(ctx, sample{name: "b"}.entry()); !errors.Is(err, ErrReadOnly) {
		t.Errorf("a reader wrote: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(ctx, path)
	if err != nil {
		t.Fatalf("after the first writer ended: %v", err)
	}
	again.Close()
}

// A program that knows nothing of our lock holds SQLite's own.
func TestForeignWriterIsWaitedForAndTold(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "reports.db")
	db, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.write.conn.Exec("PRAGMA busy_timeout = 50", nil); err != nil {
		t.Fatal(err)
	}
	other := foreign(t, path, "BEGIN IMMEDIATE")
	if err := db.Put(ctx, sample{name: "a"}.entry()); !errors.Is(err, ErrBusy) {
		t.Errorf("got %v", err)
	}
	if _, err := other.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	put(t, db, sample{name: "a"}.entry())
}

// A file as a crash leaves it: everything is in the WAL, the writer's mark stays.
func TestOpenAfterCrash(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	path := filepath.Join(dir, "reports.db")
	db, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	put(t, db, sample{name: "a"}.entry())
	crashed := filepath.Join(t.TempDir(), "reports.db")
	for _, suffix := range []string{"", "-wal", "-writer"} {
		data, err := os.ReadFile(path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		write(t, crashed+suffix, data)
	}
	after, err := Open(ctx, crashed)
	if err != nil {
		t.Fatal(err)
	}
	defer after.Close()
	if got, want := dump(t, after), dump(t, db); got != want {
		t.Error("the document is not whole")
	}
}

func TestPragmasHoldOnEveryConnection(t *testing.T) {
	db := opened(t)
	for query, want := range map[string]int64{"PRAGMA foreign_keys": 1, "PRAGMA synchronous": 1, "PRAGMA busy_timeout": 5000, "PRAGMA application_id": applicationID, "PRAGMA user_version": int64(len(migrations))} {
		err := db.write.transaction(context.Background(), func(tx *tx) error {
			return tx.each(query, nil, func(c *cursor) error {
				if got := c.num64(); got != want {
					t.Errorf("%s: %d", query, got)
				}
				return nil
			})
		})
		if err != nil {
			t.Error(err)
		}
	}
	if mode := query(t, db, "PRAGMA journal_mode")[0]; mode != "wal" {
		t.Error(mode)
	}
	ctx := context.Background()
	for range 3 { // held at once, so that they are three
		c, err := db.read.Conn(ctx)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		var on int
		if err := c.QueryRowContext(ctx, "PRAGMA query_only").Scan(&on); err != nil || on != 1 {
			t.Errorf("query_only: %d, %v", on, err)
		}
	}
}
