package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"zvit/extract/record"
)

// A decision is made between two documents of a program that keeps the database
// open for writing, and both find what the other one wrote.
func TestDecisionBesideAWriter(t *testing.T) {
	ctx := context.Background()
	ingest := opened(t)
	a, b := sample{name: "a"}.entry(), sample{name: "b", programme: "Інша програма"}.entry()
	put(t, ingest, a)
	decide := func(e Entry, i int) {
		t.Helper()
		beside, err := OpenToDecide(ctx, ingest.Path())
		if err != nil {
			t.Fatal(err)
		}
		defer beside.Close()
		reports, err := beside.Reports(ctx, e.Document.ID)
		if err != nil {
			t.Fatal(err)
		}
		err = beside.Decide(ctx, e.Document.ID, Decisions{Add: []record.Review{reviewOf(e, i)}}, func([]record.Review) ([]*record.Report, error) {
			reports[0].Amounts[i].Kopecks, reports[0].Amounts[i].Change, reports[0].Amounts[i].Doubtful = kop(777), record.Reviewed, false
			return reports, nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	decide(a, 0)
	put(t, ingest, b)
	decide(b, 1)
	put(t, ingest, sample{name: "c", programme: "Третя програма"}.entry())
	if got := query(t, ingest, "SELECT count(*) FROM amounts WHERE change = 'reviewed' AND kopecks = 777"); got[0] != "2" {
		t.Errorf("%s decisions are settled", got[0])
	}
	if got := query(t, ingest, "SELECT count(*) FROM documents"); got[0] != "3" {
		t.Errorf("%s documents", got[0])
	}
	whole(t, ingest)
	// The writer still keeps other writers out.
	if _, err := Open(ctx, ingest.Path()); !errors.Is(err, ErrBusy) {
		t.Errorf("a second writer: %v", err)
	}
}

func TestOpenToDecideNeedsADatabase(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "none.db")
	if _, err := OpenToDecide(ctx, path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("there is none: %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("one was made")
	}
	old := schema5(t)
	db, err := OpenToDecide(ctx, old)
	if err != nil {
		t.Fatalf("an older program's: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("not a database at all, but some text of a hundred bytes and more, so that it could have been one of ours"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenToDecide(ctx, path); !errors.Is(err, ErrNotOurs) {
		t.Errorf("something else: %v", err)
	}
}
