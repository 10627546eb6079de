package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
)

// A database of schema 5, which the first version wrote, becomes what this
// version makes of the same documents: testdata/schema5.sql are its rows.
func TestMigrationKeepsWhatWasStored(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "old.db")
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
