package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/record"
)

// shard makes a sealed database of the entries.
func shard(t testing.TB, dir string, n int, list ...Entry) string {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(dir, fmt.Sprintf("shard %d.db", n))
	db, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	put(t, db, list...)
	if err := db.Seal(ctx); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// batch is a folder's worth of documents of every kind.
func batch(n int) []Entry {
	rng := rand.New(rand.NewPCG(3, 3))
	var list []Entry
	for i := range n {
		s := sample{
			name: fmt.Sprint("doc", i), programme: fmt.Sprint("Програма ", rng.IntN(n/3+1)), measures: 1 + rng.IntN(6),
			kind:    []record.ReportKind{record.ProgrammeFinal, record.ProgrammeAnnual, record.Unknown}[rng.IntN(3)],
			format:  []document.Format{document.DOCX, document.PDF, document.HTML}[rng.IntN(3)],
			scanned: rng.IntN(4) == 0,
		}
		list = append(list, s.entry())
		if rng.IntN(8) == 0 {
			list = append(list, Entry{
				SHA256: hash(fmt.Sprint("bad", i)), Path: fmt.Sprint("bad", i), Status: document.Failed, Category: document.Damaged, ReaderVersion: "test/1",
			})
		}
	}
	return list
}

func TestMergeInAnyOrderAndAgainIsOneRun(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	list := batch(30)
	one := opened(t)
	put(t, one, list...)
	want := dump(t, one)

	var shards []string
	for i := range 4 {
		var part []Entry
		for j := i; j < len(list); j += 4 {
			part = append(part, list[j])
		}
		if i == 2 { // a document in two shards, under two paths
			twice := list[0]
			twice.Path = "/інде/та сама"
			part = append(part, twice)
		}
		shards = append(shards, shard(t, dir, i, part...))
	}
	shards = append(shards, shard(t, dir, 9)) // one without documents
	rng := rand.New(rand.NewPCG(5, 5))
	for range 4 {
		db := opened(t)
		order := append([]string(nil), shards...)
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		m, err := db.Merge(ctx, MergeOptions{}, append(order, order[0])...)
		if err != nil {
			t.Fatal(err)
		}
		if m.Shards != len(order)+1 || m.Documents != len(list) || m.Known == 0 || m.Rows < 1000 {
			t.Errorf("%+v", m)
		}
		if diff := cmp.Diff(want, dump(t, db)); diff != "" {
			t.Fatal(diff)
		}
		again, err := db.Merge(ctx, MergeOptions{}, order...)
		if err != nil || again.Documents != 0 {
			t.Errorf("%+v, %v", again, err)
		}
		if dump(t, db) != want {
			t.Error("merging again changed something")
		}
		if n := query(t, db, "SELECT count(*) FROM sources WHERE document_id = ?", list[0].SHA256)[0]; n != "2" {
			t.Errorf("%s sources", n)
		}
		if hits, err := db.Search(ctx, "криниць", 0); err != nil || len(hits) == 0 || hits[0].SubjectID == "" {
			t.Errorf("%v, %v", hits, err)
		}
		whole(t, db)
		put(t, db, list[3])
		if dump(t, db) != want {
			t.Error("putting after a merge changed something")
		}
	}
}

func TestMergeRefusesByName(t *testing.T) {
	ctx := context.Background()
	faults := map[string]ShardFault{
		"edited": ShardChanged, "a document removed": ShardChanged, "a byte of a text changed": ShardChanged,
		"left open by another program": ShardOpen, "cut short": ShardUnreadable, "never sealed": ShardUnsealed,
		"of another schema": ShardSchema, "not a database": ShardUnreadable, "missing": ShardUnreadable,
		"read by another version": ShardMixed,
	}
	good := shard(t, t.TempDir(), 0, sample{name: "good", format: document.PDF}.entry())
	for name, spoil := range map[string]func(t *testing.T, path string){
		"edited": func(t *testing.T, path string) {
			foreign(t, path, "UPDATE amount SET kopecks = kopecks + 1 WHERE n = 0").Close()
		},
		"a document removed": func(t *testing.T, path string) {
			foreign(t, path, "DELETE FROM search_entry").Close()
		},
		"a byte of a text changed": func(t *testing.T, path string) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			at := bytes.LastIndex(data, []byte("криниц"))
			data[at+1]++
			write(t, path, data)
		},
		"left open by another program": func(t *testing.T, path string) {
			foreign(t, path, "PRAGMA journal_mode = WAL", "UPDATE amount SET kopecks = kopecks + 1 WHERE n = 0")
		},
		"cut short": func(t *testing.T, path string) {
			info, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.Truncate(path, info.Size()/2); err != nil {
				t.Fatal(err)
			}
		},
		"never sealed": func(t *testing.T, path string) {
			foreign(t, path, "DELETE FROM about").Close()
		},
		"of another schema": func(t *testing.T, path string) {
			foreign(t, path, "PRAGMA user_version = 1; UPDATE about SET value = '1' WHERE key = 'shard_schema'").Close()
		},
		"not a database": func(t *testing.T, path string) { write(t, path, []byte("shard")) },
		"missing": func(t *testing.T, path string) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		},
		"read by another version": func(t *testing.T, path string) {
			db, err := Open(ctx, path)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			put(t, db, sample{name: "b", version: "test/2", format: document.PDF}.entry())
			if err := db.Seal(ctx); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			bad := shard(t, t.TempDir(), 1, sample{name: "a"}.entry())
			spoil(t, bad)
			db := opened(t)
			put(t, db, sample{name: "own"}.entry())
			m, err := db.Merge(ctx, MergeOptions{}, good, bad)
			var refused *ShardError
			if !errors.As(err, &refused) || !errors.Is(err, ErrShard) || refused.Path != bad || refused.Fault != faults[name] {
				t.Errorf("got %v, want %s", err, faults[name])
			}
			if got := query(t, db, "SELECT count(*) FROM documents")[0]; got != "2" || m.Shards != 1 {
				t.Errorf("%s documents, %+v", got, m)
			}
			whole(t, db)
		})
	}
}

func TestMergeOfANewerReadingKeepsReviews(t *testing.T) {
	ctx := context.Background()
	old, next := sample{name: "a", measures: 9}.entry(), sample{name: "a", measures: 3, version: "test/2"}.entry()
	path := shard(t, t.TempDir(), 0, next)
	db := opened(t)
	put(t, db, old)
	kept, lost := reviewOf(old, 0), reviewOf(old, 15)
	for _, r := range []record.Review{kept, lost} {
		if err := db.AddReview(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.Merge(ctx, MergeOptions{}, path); !errors.Is(err, ErrShard) {
		t.Fatalf("mixed without being told: %v", err)
	}
	if _, err := db.Merge(ctx, MergeOptions{Mixed: true}, path); err != nil {
		t.Fatal(err)
	}
	lost.State = record.Orphaned
	if diff := cmp.Diff([]record.Review{lost, kept}, reviews(t, db, old), cmp.Transformer("set", func(l []record.Review) map[string]record.Review {
		m := map[string]record.Review{}
		for _, r := range l {
			m[r.AmountID] = r
		}
		return m
	})); diff != "" {
		t.Error(diff)
	}
	fresh := opened(t)
	put(t, fresh, next)
	if err := fresh.AddReview(ctx, kept); err != nil {
		t.Fatal(err)
	}
	got := query(t, db, "SELECT * FROM measures")
	if diff := cmp.Diff(query(t, fresh, "SELECT * FROM measures"), got); diff != "" {
		t.Error(diff)
	}
}

func TestMergeTakesTheBetterOutcome(t *testing.T) {
	ctx := context.Background()
	good := sample{name: "a"}.entry()
	bad := Entry{SHA256: good.SHA256, Path: "a", Status: document.Failed, Category: document.TimedOut, ReaderVersion: "test/1"}
	dir := t.TempDir()
	a, b := shard(t, dir, 0, good), shard(t, dir, 1, bad)
	one, two := opened(t), opened(t)
	if _, err := one.Merge(ctx, MergeOptions{}, a, b); err != nil {
		t.Fatal(err)
	}
	if _, err := two.Merge(ctx, MergeOptions{}, b, a); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(dump(t, one), dump(t, two)); diff != "" {
		t.Error(diff)
	}
	if got := query(t, two, "SELECT status FROM documents")[0]; got != "partial" {
		t.Error(got)
	}
}

func TestMergeFailingAtAnyStatementLeavesTheDatabaseWhole(t *testing.T) {
	ctx := context.Background()
	path := shard(t, t.TempDir(), 0, batch(5)...)
	db := opened(t)
	put(t, db, sample{name: "own"}.entry())
	before := dump(t, db)
	failed := 0
	for at := 0; ; at += 3 {
		n := 0
		db.write.before = func(string) error {
			if n++; n > at {
				return errors.New("the disk is gone")
			}
			return nil
		}
		_, err := db.Merge(ctx, MergeOptions{}, path)
		db.write.before = nil
		if err == nil {
			break
		}
		failed++
		if dump(t, db) != before {
			t.Fatalf("statement %d: something stayed", at)
		}
	}
	if failed < 20 {
		t.Errorf("only %d failures", failed)
	}
	whole(t, db)
}

func BenchmarkMerge(b *testing.B) {
	path := shard(b, b.TempDir(), 0, benchEntries(500)...)
	var rows int64
	for b.Loop() {
		b.StopTimer()
		db := opened(b)
		b.StartTimer()
		m, err := db.Merge(context.Background(), MergeOptions{}, path)
		if err != nil {
			b.Fatal(err)
		}
		rows += m.Rows
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkVerify(b *testing.B) {
	path := shard(b, b.TempDir(), 0, benchEntries(500)...)
	for b.Loop() {
		if _, err := verifyShard(context.Background(), path); err != nil {
			b.Fatal(err)
		}
	}
}
