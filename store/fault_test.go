package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/record"
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

// failAtEvery does something once with each of its statements failing, until none
// does: each time the database is as it was. It returns how many could fail.
func failAtEvery(t *testing.T, db *DB, do func() error) (failed int) {
	t.Helper()
	broken := errors.New("the disk is gone")
	before := dump(t, db)
	for at := 0; ; at++ {
		n := 0
		db.write.before = func(string) error {
			if n++; n > at {
				return broken
			}
			return nil
		}
		err := do()
		db.write.before = nil
		if err == nil {
			whole(t, db)
			return failed
		}
		failed++
		if !errors.Is(err, broken) {
			t.Fatalf("statement %d: %v", at, err)
		}
		if got := dump(t, db); got != before {
			t.Fatalf("statement %d: %s", at, cmp.Diff(before, got))
		}
	}
}

// Whatever statement fails, the document is there as it was before, and the next
// attempt is as good as the first.
func TestFailureAtEveryStatementLeavesTheDatabaseWhole(t *testing.T) {
	ctx := context.Background()
	old, next := sample{name: "a"}.entry(), sample{name: "a", measures: 6, version: "test/2"}.entry()
	reference := opened(t)
	put(t, reference, old, sample{name: "b"}.entry())
	if err := reference.AddReview(ctx, reviewOf(old, 0)); err != nil {
		t.Fatal(err)
	}
	put(t, reference, next)
	after := dump(t, reference)

	db := opened(t)
	put(t, db, old, sample{name: "b"}.entry())
	if err := db.AddReview(ctx, reviewOf(old, 0)); err != nil {
		t.Fatal(err)
	}
	failed := failAtEvery(t, db, func() error { return db.Put(ctx, next) })
	if diff := cmp.Diff(after, dump(t, db)); diff != "" {
		t.Error(diff)
	}
	if failed < 50 {
		t.Errorf("only %d statements could fail", failed)
	}
}

// So it is with all else that writes, and what is undisturbed gives the same.
func TestFailureAtEveryStatementOfOtherChanges(t *testing.T) {
	ctx := context.Background()
	old, later := at(sample{name: "old"}.entry(), "r.html", 0), at(sample{name: "later"}.entry(), "r.html", 1)
	copied := at(sample{name: "copy", format: document.DOCX}.entry(), "copy.docx", 2)
	brought := shard(t, t.TempDir(), 1, later)
	settle := func(e Entry) Settler {
		return func(reviews []record.Review) ([]*record.Report, error) {
			r := *e.Reports[0]
			r.Amounts = slices.Clone(r.Amounts)
			for _, v := range reviews {
				for i := range r.Amounts {
					if r.Amounts[i].ID == v.AmountID {
						r.Amounts[i].Kopecks, r.Amounts[i].Change = v.Kopecks, record.Reviewed
					}
				}
			}
			return []*record.Report{&r}, nil
		}
	}
	for name, x := range map[string]struct {
		there []Entry
		do    func(db *DB) error
		least int // statements that can fail
	}{
		"a later version takes the decisions": {[]Entry{old}, func(db *DB) error { return db.Put(ctx, later) }, 40},
		"a better copy takes the decisions":   {[]Entry{old}, func(db *DB) error { return db.Put(ctx, copied) }, 40},
		"a shard brings a later version": {[]Entry{old}, func(db *DB) error {
			_, err := db.Merge(ctx, MergeOptions{}, brought)
			return err
		}, 60},
		"a known file comes to a path of another": {[]Entry{old, at(later, "elsewhere.html", 0)}, func(db *DB) error {
			return db.AddSource(ctx, later.SHA256, Source{Path: "r.html", At: later.IngestedAt})
		}, 10},
		"decisions are made": {[]Entry{old}, func(db *DB) error {
			return db.Decide(ctx, old.SHA256, Decisions{Add: []record.Review{reviewOf(old, 0), reviewOf(old, 1)}}, settle(old))
		}, 20},
		"a decision is taken back": {[]Entry{old}, func(db *DB) error {
			return db.Decide(ctx, old.SHA256, Decisions{Remove: []string{reviewOf(old, 2).AmountID}}, settle(old))
		}, 20},
		"a document is forgotten": {[]Entry{{SHA256: hash("none"), Status: document.Failed, Path: "none"}}, func(db *DB) error {
			return db.Forget(ctx, hash("none"))
		}, 10},
	} {
		t.Run(name, func(t *testing.T) {
			made := func() *DB {
				db := opened(t)
				put(t, db, x.there...)
				if x.there[0].SHA256 == old.SHA256 {
					if err := db.AddReview(ctx, reviewOf(old, 2)); err != nil {
						t.Fatal(err)
					}
				}
				return db
			}
			want, db := made(), made()
			if err := x.do(want); err != nil {
				t.Fatal(err)
			}
			if failed := failAtEvery(t, db, func() error { return x.do(db) }); failed < x.least {
				t.Errorf("only %d statements could fail", failed)
			}
			if diff := cmp.Diff(dump(t, want), dump(t, db)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A shard whose sealing failed is none, and can be sealed again.
func TestFailedSealIsNoSeal(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "shard.db")
	db, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	put(t, db, sample{name: "a"}.entry())
	failed := failAtEvery(t, db, func() error {
		err := db.Seal(ctx)
		if err != nil {
			if _, is := verifyShard(ctx, path); !errors.Is(is, ErrShard) {
				t.Errorf("a shard though its sealing failed: %v", is)
			}
		}
		return err
	})
	if failed < 8 {
		t.Errorf("only %d statements could fail", failed)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := verifyShard(ctx, path); err != nil {
		t.Error(err)
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
