package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/normalize"
	"zvit/store"
)

// options are a batch's with everything real but the sentences.
func options() Options {
	return Options{
		Jobs: 2, Settle: normalize.Settle, Now: time.Now,
		Explain: func(c document.Category, _ string) record.Sentence {
			return record.Sentence{EN: "en " + string(c), UK: "uk " + string(c)}
		},
	}
}

// folder writes n reports that differ in their figures, one duplicate of each
// third, and a few files that cannot be read.
func folder(t *testing.T, n int) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	for i := range n {
		text := report(i)
		write(fmt.Sprintf("report%03d.txt", i), text)
		if i%3 == 0 {
			write(fmt.Sprintf("copy%03d.txt", i), text)
		}
	}
	write("empty.txt", "")
	write("other.pdf", report(n))
	write("other.txt", report(n)) // The same bytes under a better name.
	return paths
}

func report(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Звіт про виконання програми «Чиста криниця %d» за 2021 рік\n\n", i)
	b.WriteString("№ з/п\tЗміст заходу\tЗаплановано, тис.грн\tФактично профінансовано, тис.грн\n")
	for row := 1; row <= 4; row++ {
		fmt.Fprintf(&b, "%d\tОчищення криниці %d\t%d,0\t%d,5\n", row, row, 10*row+i, 9*row+i)
	}
	return b.String()
}

func open(t testing.TB) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "batch.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func dump(t *testing.T, db *store.DB) string {
	t.Helper()
	var b bytes.Buffer
	if err := db.Dump(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestOrderAndJobs: the order of the files and the number of readers change
// nothing in the database.
func TestOrderAndJobs(t *testing.T) {
	paths := folder(t, 15)
	want := ""
	for _, jobs := range []int{1, 2, 8} {
		for range 2 {
			slices.Reverse(paths)
			db := open(t)
			opts := options()
			opts.Jobs = jobs
			sum, err := Run(context.Background(), db, paths, opts)
			if err != nil {
				t.Fatal(err)
			}
			if sum.Good()+sum.Bad() != len(paths) {
				t.Errorf("%d jobs: %+v, want %d documents", jobs, sum, len(paths))
			}
			got := dump(t, db)
			if want == "" {
				want = got
			}
			if got != want {
				t.Fatalf("%d jobs: the database differs", jobs)
			}
		}
	}
	if strings.Count(want, "Чиста криниця") < 16 {
		t.Fatalf("the reports are not in the database:\n%s", want)
	}
}

// TestAgain: a second run reads nothing and changes nothing.
func TestAgain(t *testing.T) {
	ctx := context.Background()
	paths := folder(t, 5)
	db := open(t)
	if _, err := Run(ctx, db, paths, options()); err != nil {
		t.Fatal(err)
	}
	before := dump(t, db)
	opts := options()
	opts.Settle = func(context.Context, []*record.Report, []record.Review) error {
		t.Error("a stored document was read again")
		return nil
	}
	sum, err := Run(ctx, db, paths[:len(paths)-2], opts)
	if err != nil {
		t.Fatal(err)
	}
	if sum.Known != len(paths)-3 || sum.KnownFailed != 1 || sum.Read != 0 {
		t.Errorf("got %+v", sum)
	}
	if dump(t, db) != before {
		t.Error("the second run changed the database")
	}
}

// TestPoison: a document that panics while it is settled costs no other
// document anything, and is recorded with its category.
func TestPoison(t *testing.T) {
	ctx := context.Background()
	paths := folder(t, 6)
	db := open(t)
	opts := options()
	opts.Settle = func(ctx context.Context, reports []*record.Report, reviews []record.Review) error {
		for _, r := range reports {
			if strings.Contains(r.Title+r.Programme, "криниця 4") {
				panic("poison")
			}
		}
		return normalize.Settle(ctx, reports, reviews)
	}
	var failed []Event
	opts.Done = func(e Event) {
		if e.Category == document.Panicked {
			failed = append(failed, e)
		}
	}
	sum, err := Run(ctx, db, paths, opts)
	if err != nil {
		t.Fatal(err)
	}
	if len(failed) != 1 || failed[0].Message.UK != "uk panicked" || sum.Categories[document.Panicked] != 1 {
		t.Fatalf("got %+v, %+v", failed, sum)
	}
	o, known, err := db.Outcome(ctx, failed[0].DocumentID, extract.Version())
	if err != nil || !known || o.Status != document.Failed || o.Category != document.Panicked {
		t.Errorf("stored outcome %+v, known %v: %v", o, known, err)
	}
	// With the defect mended, --retry failed reads it.
	opts = options()
	opts.RetryFailed = true
	if sum, err = Run(ctx, db, paths, opts); err != nil || sum.Read != 1 || sum.Categories[document.Panicked] != 0 {
		t.Errorf("retry: %+v: %v", sum, err)
	}
}

// TestRefused: a document whose records contradict one another is a failure of
// that document.
func TestRefused(t *testing.T) {
	ctx := context.Background()
	paths := folder(t, 6)
	db := open(t)
	opts := options()
	opts.Settle = func(ctx context.Context, reports []*record.Report, reviews []record.Review) error {
		err := normalize.Settle(ctx, reports, reviews)
		for _, r := range reports {
			if strings.Contains(r.Title+r.Programme, "криниця 4") {
				r.Measures = append(r.Measures, r.Measures[0])
			}
		}
		return err
	}
	opts.Explain = func(_ document.Category, detail string) record.Sentence { return record.Sentence{EN: detail} }
	opts.Done = func(e Event) {
		if e.Category == document.Internal && !e.Known && !strings.Contains(e.Message.EN, "twice") {
			t.Errorf("the message does not say what was wrong: %q", e.Message.EN)
		}
	}
	sum, err := Run(ctx, db, paths, opts)
	if err != nil || sum.Categories[document.Internal] != 1 || sum.Good()+sum.Bad() != len(paths) {
		t.Fatalf("%+v, %v", sum, err)
	}
	if sum, err = Run(ctx, db, paths, opts); err != nil || sum.KnownFailed != 2 {
		t.Errorf("again: %+v, %v", sum, err)
	}
}

// TestInterrupted: when the run is interrupted the documents in hand are
// finished, and the next run ends with what an undisturbed one gives.
func TestInterrupted(t *testing.T) {
	paths := folder(t, 12)
	whole := open(t)
	if _, err := Run(context.Background(), whole, paths, options()); err != nil {
		t.Fatal(err)
	}
	db := open(t)
	ctx, cancel := context.WithCancel(context.Background())
	opts := options()
	opts.Done = func(Event) { cancel() }
	sum, err := Run(ctx, db, paths, opts)
	if err != nil {
		t.Fatal(err)
	}
	if done := sum.Good() + sum.Bad(); !sum.Interrupted || done == 0 || done == len(paths) {
		t.Fatalf("got %+v", sum)
	}
	if _, err := Run(context.Background(), db, paths, options()); err != nil {
		t.Fatal(err)
	}
	if dump(t, db) != dump(t, whole) {
		t.Error("the resumed run differs from the undisturbed one")
	}
}

// failing fails its n-th Put.
type failing struct {
	*store.DB
	n int
}

func (f *failing) Put(ctx context.Context, e store.Entry) error {
	if f.n--; f.n < 0 {
		return io.ErrShortWrite
	}
	return f.DB.Put(ctx, e)
}

// TestDatabaseFails: an error of the database ends the run with that error, and
// nothing hangs.
func TestDatabaseFails(t *testing.T) {
	paths := folder(t, 8)
	for n := range 5 {
		opts := options()
		opts.Jobs = 3
		_, err := Run(context.Background(), &failing{open(t), n}, paths, opts)
		if !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("put %d fails: got %v", n, err)
		}
	}
}
