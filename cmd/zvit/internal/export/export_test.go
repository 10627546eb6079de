package export

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"zvit/cmd/zvit/internal/newfile"
	"zvit/store"
)

// TestFailureLeavesNothing: an export that is interrupted or refused leaves no
// file, no part of one and no folder.
func TestFailureLeavesNothing(t *testing.T) {
	db, path := archive(t)
	stopped, stop := context.WithCancel(context.Background())
	stop()
	for _, f := range Formats {
		for name, tc := range map[string]struct {
			ctx   context.Context
			views []store.View
		}{
			"interrupted": {stopped, store.AllViews()},
			"unknown":     {context.Background(), []store.View{viewNamed(t, "reports"), {Name: "nothing"}}},
		} {
			if f == Datasette && name == "unknown" {
				continue // it reads no rows
			}
			dir := t.TempDir()
			_, err := Write(tc.ctx, db, Options{Format: f, Out: filepath.Join(dir, "out"), Views: tc.views, Database: path, Say: english})
			if err == nil {
				t.Errorf("%s %s: no error", f, name)
			}
			if left, _ := os.ReadDir(dir); len(left) > 0 {
				t.Errorf("%s %s: %v is left", f, name, left)
			}
		}
	}
}

// TestOverwriting: what stands there stays whole without Force, and other files
// of the folder stay with it.
func TestOverwriting(t *testing.T) {
	db, path := archive(t)
	dir := t.TempDir()
	for _, name := range []string{"amounts.csv", "mine.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	opts := Options{Format: CSV, Out: dir, Views: store.AllViews(), Database: path, Say: english}
	if _, err := Write(context.Background(), db, opts); !errors.As(err, new(newfile.ExistsError)) {
		t.Errorf("got %v", err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 2 {
		t.Errorf("files were made: %v", entries)
	}
	opts.Force = true
	if _, err := Write(context.Background(), db, opts); err != nil {
		t.Fatal(err)
	}
	for name, mine := range map[string]bool{"amounts.csv": false, "mine.txt": true} {
		if got, _ := os.ReadFile(filepath.Join(dir, name)); (string(got) == "mine") != mine {
			t.Errorf("%s is wrong", name)
		}
	}
}

func TestOneFile(t *testing.T) {
	for _, tc := range []struct {
		format Format
		out    string
		want   bool
	}{
		{CSV, "out", false},
		{CSV, "a.csv", true},
		{CSV, "a.parquet", false},
		{JSONLines, "a.ndjson", true},
		{Parquet, "a.parquet", true},
		{XLSX, "out", true},
		{Datasette, "m.json", true},
		{DataPackage, "a.csv", false},
	} {
		if got := OneFile(tc.format, tc.out); got != tc.want {
			t.Errorf("%s %s: %v", tc.format, tc.out, got)
		}
	}
}
