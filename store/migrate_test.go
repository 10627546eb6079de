package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/record"
)

// schema5 is a database as the first version wrote it: testdata/schema5.sql are
// its rows, a decision among them.
func schema5(t *testing.T) (path string) {
	t.Helper()
	ctx := context.Background()
	path = filepath.Join(t.TempDir(), "old.db")
	rows, err := os.ReadFile("testdata/schema5.sql")
	if err != nil {
		t.Fatal(err)
	}
	w, err := openWriter(path)
	if err != nil {
		t.Fatal(err)
	}
	all := migrations
	migrations = migrations[:5]
	err = migrate(ctx, w)
	migrations = all
	if err == nil {
		err = w.transaction(ctx, func(t *tx) error { return t.script(string(rows)) })
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// A database of schema 5 becomes what this version makes of the same documents.
func TestMigrationKeepsWhatWasStored(t *testing.T) {
	ctx := context.Background()
	path := schema5(t)
	old, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()

	a := sample{name: "a", measures: 2}.entry()
	b := sample{name: "b", format: document.Text, measures: 2, programme: "Інша програма"}.entry()
	for _, e := range []Entry{a, b} {
		for _, block := range e.Document.Blocks {
			if tb, ok := block.(*document.Table); ok {
				tb.Rows[0].Cells[0].Parts[0].Join = document.Paragraphs // a cell of one part
			}
		}
	}
	db := opened(t)
	put(t, db, a, b)
	if err := db.AddReview(ctx, reviewOf(a, 0)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(dump(t, db), dump(t, old)); diff != "" {
		t.Error(diff)
	}
	whole(t, old)
	for _, view := range AllViews() {
		sql := "SELECT * FROM " + view.Name + " ORDER BY 1, 2"
		if view.Name == "sources" || view.Name == "reviews" { // they have a time
			continue
		}
		if diff := cmp.Diff(query(t, db, sql), query(t, old, sql)); diff != "" {
			t.Errorf("%s: %s", view.Name, diff)
		}
	}
	hits := func(db *DB) []Hit {
		list, err := db.Search(ctx, "криниць", 0)
		if err != nil || len(list) == 0 {
			t.Fatal(list, err)
		}
		return list
	}
	if diff := cmp.Diff(hits(db), hits(old)); diff != "" {
		t.Error(diff)
	}
	put(t, old, a)
	if diff := cmp.Diff(dump(t, db), dump(t, old)); diff != "" {
		t.Error("put again:", diff)
	}
}

// Wherever the migration of a full database ends, by a statement or by the disk,
// the next attempt goes on, and nothing is lost or done twice.
func TestMigrationOfAFullDatabaseIsWholeOrNotAtAll(t *testing.T) {
	ctx := context.Background()
	direct, err := Open(ctx, schema5(t))
	if err != nil {
		t.Fatal(err)
	}
	defer direct.Close()
	for name, hinder := range map[string]func(t *testing.T, w *writer, attempt int){
		"a statement fails": func(_ *testing.T, w *writer, attempt int) {
			n := 0
			w.before = func(string) error {
				if n++; n > attempt {
					return ErrFull
				}
				return nil
			}
		},
		"the disk is full": func(t *testing.T, w *writer, attempt int) {
			pages := 0
			if err := w.transaction(ctx, func(t *tx) error {
				return t.each("PRAGMA page_count", nil, func(c *cursor) error {
					pages = c.num()
					return nil
				})
			}); err != nil {
				t.Fatal(err)
			}
			if _, err := w.conn.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+attempt), nil); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := schema5(t)
			failed := 0
			for done := false; !done; {
				w, err := openWriter(path)
				if err != nil {
					t.Fatal(err)
				}
				hinder(t, w, failed)
				err = wrap("migrate", migrate(ctx, w))
				if done = err == nil; !done {
					failed++
					if !errors.Is(err, ErrFull) {
						t.Fatal(err)
					}
				}
				if err := w.Close(); err != nil {
					t.Fatal(err)
				}
			}
			if failed < 3 {
				t.Errorf("only %d attempts failed", failed)
			}
			db, err := Open(ctx, path)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			whole(t, db)
			if diff := cmp.Diff(dump(t, direct), dump(t, db)); diff != "" {
				t.Error(diff)
			}
			if got := query(t, db, "SELECT state FROM reviews"); len(got) != 1 || got[0] != string(record.Applied) {
				t.Errorf("reviews: %v", got)
			}
		})
	}
}

// A database of an older program is brought up to date before it is listed.
func TestOpenUpToDate(t *testing.T) {
	ctx := context.Background()
	db, err := OpenUpToDate(ctx, schema5(t))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if findings, _, err := db.Counts(ctx, Filter{}); err != nil || findings == 0 {
		t.Error(findings, err)
	}
	if err := db.Put(ctx, sample{name: "a"}.entry()); !errors.Is(err, ErrReadOnly) {
		t.Errorf("it was opened for writing: %v", err)
	}
}

// Where another program writes, or nothing can be written, it is said so.
func TestOpenUpToDateWhereItCannotBe(t *testing.T) {
	ctx := context.Background()
	path := schema5(t)
	free, err := lockWriter(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenUpToDate(ctx, path); !errors.Is(err, ErrBusy) {
		t.Errorf("another program writes: %v", err)
	}
	free()
	if _, err := OpenUpToDate(ctx, filepath.Join(t.TempDir(), "none.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("there is none: %v", err)
	}
}

// What stands alone is refused at the end of its transaction, in a database of
// any age: rows of a table that is not there, of a report, of a document.
func TestForeignKeysHold(t *testing.T) {
	ctx := context.Background()
	old, err := Open(ctx, schema5(t))
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	for name, db := range map[string]*DB{"new": opened(t), "migrated": old} {
		before := dump(t, db)
		for _, sql := range []string{
			"INSERT INTO source (doc, path, ingested_at) VALUES (999, 'x', '')",
			"INSERT INTO table_row (doc, tbl, row, header, hidden) VALUES (1, 999, 0, 0, 0)",
			"INSERT INTO mention (doc, report, n, unit, source) VALUES (1, 999, 0, 'uah', 'beside')",
		} {
			err := db.change(ctx, "insert", func(t *tx) error { return t.exec(sql) })
			if err == nil || !strings.Contains(err.Error(), "FOREIGN KEY") {
				t.Errorf("%s: %s: %v", name, sql, err)
			}
		}
		if diff := cmp.Diff(before, dump(t, db)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
