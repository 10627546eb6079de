package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func whole(t *testing.T, db *DB) {
	t.Helper()
	if got := query(t, db, "PRAGMA integrity_check"); len(got) != 1 || got[0] != "ok" {
		t.Error(got)
	}
	if got := query(t, db, "PRAGMA foreign_key_check"); len(got) > 0 {
		t.Error(got)
	}
}

// Whatever statement fails, the document is there as it was before, and the next
// attempt is as good as the first.
func TestFailureAtEveryStatementLeavesTheDatabaseWhole(t *testing.T) {
	ctx := context.Background()
	broken := errors.New("the disk is gone")
	old, next := sample{name: "a"}.entry(), sample{name: "a", measures: 6, version: "test/2"}.entry()
	reference := opened(t)
	put(t, reference, old, sample{name: "b"}.entry())
	if err := reference.AddReview(ctx, reviewOf(old, 0)); err != nil {
		t.Fatal(err)
	}
	before := dump(t, reference)
	put(t, reference, next)
	after := dump(t, reference)

	db := opened(t)
	put(t, db, old, sample{name: "b"}.entry())
	if err := db.AddReview(ctx, reviewOf(old, 0)); err != nil {
		t.Fatal(err)
	}
	failed := 0
	for at := 0; ; at++ {
		n := 0
		db.write.before = func(string) error {
			if n++; n > at {
				return broken
			}
			return nil
		}
		err := db.Put(ctx, next)
		db.write.before = nil
		if err == nil {
			break
		}
		failed++
		if !errors.Is(err, broken) {
			t.Fatalf("statement %d: %v", at, err)
		}
		if got := dump(t, db); got != before {
			t.Fatalf("statement %d: %s", at, cmp.Diff(before, got))
		}
	}
	whole(t, db)
	if diff := cmp.Diff(after, dump(t, db)); diff != "" {
		t.Error(diff)
	}
	if failed < 50 {
		t.Errorf("only %d statements could fail", failed)
	}
}

// The disk fills up, a page earlier each time.
func TestFullDiskLeavesTheDatabaseWhole(t *testing.T) {
	ctx := context.Background()
	db := opened(t)
	put(t, db, sample{name: "a"}.entry())
	before := dump(t, db)
	big := sample{name: "b", measures: 200}.entry()
	var pages int
	fmt.Sscan(query(t, db, "PRAGMA page_count")[0], &pages)
	full := 0
	for limit := pages; ; limit += 3 {
		if _, err := db.write.conn.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", limit), nil); err != nil {
			t.Fatal(err)
		}
		err := db.Put(ctx, big)
		if err == nil {
			break
		}
		full++
		if !errors.Is(err, ErrFull) {
			t.Fatalf("%d pages: %v", limit, err)
		}
		if got := dump(t, db); got != before {
			t.Fatalf("%d pages: something stayed", limit)
		}
	}
	whole(t, db)
	if full < 10 {
		t.Errorf("the disk was full %d times", full)
	}
	if !strings.Contains(dump(t, db), hash("b")[:16]) {
		t.Error("the document is not there")
	}
}

func TestCancelledPut(t *testing.T) {
	db := opened(t)
	put(t, db, sample{name: "a"}.entry())
	before := dump(t, db)
	big := sample{name: "b", measures: 300}.entry()
	for _, at := range []int{0, 1, 10, 100} {
		ctx, cancel := context.WithCancel(context.Background())
		n := 0
		db.write.before = func(string) error {
			if n++; n > at {
				cancel()
			}
			return nil
		}
		err := db.Put(ctx, big)
		db.write.before = nil
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled at statement %d: %v", at, err)
		}
		if dump(t, db) != before {
			t.Errorf("cancelled at statement %d: something stayed", at)
		}
	}
	put(t, db, big)
	whole(t, db)
}

// A panic on its way through a transaction ends it.
func TestPanicEndsTheTransaction(t *testing.T) {
	db := opened(t)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		db.write.before = func(q string) error {
			if strings.Contains(q, "INTO cell") {
				panic("defect")
			}
			return nil
		}
		db.Put(context.Background(), sample{name: "a"}.entry())
	}()
	db.write.before = nil
	if d := dump(t, db); d != "" {
		t.Error(d)
	}
	put(t, db, sample{name: "a"}.entry())
}

func TestMigrationIsWholeOrNotAtAll(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "reports.db")
	for at := 0; ; at++ {
		w, err := openWriter(path)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		w.before = func(string) error {
			if n++; n > at {
				return errors.New("the disk is gone")
			}
			return nil
		}
		err = migrate(ctx, w)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if err == nil {
			break
		}
	}
	db, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	whole(t, db)
	put(t, db, sample{name: "a"}.entry())
}
