package batch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zvit/extract/document"
)

// The same bytes under a good name and under one that promises another format:
// the order of the two changes nothing, nor does a second run.
func TestAWrongNameBesideAGoodOne(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	paths := []string{filepath.Join(dir, "report.docx"), filepath.Join(dir, "text.txt")}
	for _, p := range paths {
		if err := os.WriteFile(p, []byte(report(1)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := ""
	for range 2 {
		slices.Reverse(paths)
		db := open(t)
		for n := range 3 {
			sum, err := Run(ctx, db, paths, options())
			if err != nil {
				t.Fatal(err)
			}
			if sum.Good() != 1 || sum.Failed != 1 || sum.Categories[document.WrongExtension] != 1 || (sum.Read == 1) != (n == 0) {
				t.Errorf("%v, run %d: %+v", paths, n+1, sum)
			}
		}
		rows, err := db.Query(ctx, `SELECT d.status, d.path, group_concat(s.path || ':' || coalesce(s.category, ''), ' ')
			FROM documents d JOIN (SELECT * FROM sources ORDER BY path) s USING (document_id)`)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			v := rows.Values()
			if v[0] != "ok" || v[1] != filepath.Join(dir, "text.txt") ||
				v[2] != filepath.Join(dir, "report.docx")+":wrong_extension "+filepath.Join(dir, "text.txt")+":" {
				t.Error(v...)
			}
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, db); want == "" {
			want = got
		} else if got != want {
			t.Error("the order of the names changed the database")
		}
	}
}

// A path that a person named in vain is an error of that run and no document; a
// file of a list that is gone is recorded.
func TestMissing(t *testing.T) {
	ctx := context.Background()
	gone := filepath.Join(t.TempDir(), "gone.txt")
	for _, listed := range []bool{false, true} {
		db := open(t)
		opts, paths := options(), []string{gone}
		if listed {
			opts.List, paths = strings.NewReader(gone+"\n"), []string{FromList}
		}
		sum, err := Run(ctx, db, paths, opts)
		if err != nil || sum.Failed != 1 || sum.Categories[document.Unopenable] != 1 {
			t.Fatalf("%+v, %v", sum, err)
		}
		if stored := dump(t, db) != ""; stored != listed {
			t.Errorf("listed %v: stored %v", listed, stored)
		}
	}
}
