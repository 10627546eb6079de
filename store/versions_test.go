package store

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/record"
)

// at is a reading of bytes at a path, minutes after a beginning.
func at(e Entry, path string, minutes int) Entry {
	e.Path = path
	e.IngestedAt = time.Date(2026, 5, 1, 12, minutes, 0, 0, time.UTC)
	return e
}

// superseded tells by names which document is an earlier version of which.
func superseded(t *testing.T, db *DB, names ...string) map[string]string {
	t.Helper()
	by := map[string]string{}
	for _, n := range names {
		by[hash(n)] = n
	}
	got := map[string]string{}
	for _, row := range query(t, db, "SELECT document_id || ' ' || superseded_by FROM documents WHERE superseded_by IS NOT NULL") {
		id, of, _ := strings.Cut(row, " ")
		got[by[id]] = by[of]
	}
	return got
}

func TestVersions(t *testing.T) {
	old := func() Entry { return at(sample{name: "old", measures: 10}.entry(), "r.html", 0) }
	later := func() Entry { return at(misread(sample{name: "later", measures: 10}.entry(), 3), "r.html", 1) }
	again := old()
	again.IngestedAt = later().IngestedAt.Add(time.Minute)
	unread := Entry{
		SHA256: hash("later"), Path: "r.html", IngestedAt: later().IngestedAt, Status: document.Failed, Category: document.Damaged,
	}
	for name, x := range map[string]struct {
		list    []Entry
		want    map[string]string
		counted []string // documents whose reports execution counts
	}{
		"fetched again with a changed figure": {[]Entry{old(), later()}, map[string]string{"old": "later"}, []string{"later"}},
		"and put in the other order":          {[]Entry{later(), old()}, map[string]string{"old": "later"}, []string{"later"}},
		"another file still has it":           {[]Entry{old(), at(old(), "copy.html", 0), later()}, map[string]string{}, nil},
		"it goes back":                        {[]Entry{old(), later(), again}, map[string]string{"later": "old"}, []string{"old"}},
		"the later one cannot be read":        {[]Entry{old(), unread}, map[string]string{}, []string{"old"}},
		"the later one says nothing":          {[]Entry{old(), at(plain("later", document.HTML), "r.html", 1)}, map[string]string{}, []string{"old"}},
		"the name serves another year": {
			[]Entry{old(), at(sample{name: "later", from: "2024", to: "2026", base: 777_700}.entry(), "r.html", 1)},
			map[string]string{},
			[]string{"later", "old"},
		},
		"three versions": {
			[]Entry{old(), later(), at(misread(sample{name: "last", measures: 10}.entry(), 5), "r.html", 2)},
			map[string]string{"old": "last", "later": "last"},
			[]string{"last"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			db := opened(t)
			put(t, db, x.list...)
			if diff := cmp.Diff(x.want, superseded(t, db, "old", "later", "last")); diff != "" {
				t.Error(diff)
			}
			if x.counted == nil {
				return
			}
			var counted []string
			for _, id := range query(t, db, "SELECT DISTINCT document_id FROM execution JOIN reports USING (report_id)") {
				for _, n := range []string{"old", "later", "last"} {
					if hash(n) == id {
						counted = append(counted, n)
					}
				}
			}
			slices.Sort(counted)
			if diff := cmp.Diff(x.counted, counted); diff != "" {
				t.Errorf("execution:\n%s", diff)
			}
		})
	}
}

// What an earlier version says again is in no list and in no sum, and is kept.
func TestAnEarlierVersionIsCountedNoMore(t *testing.T) {
	ctx := context.Background()
	db := opened(t)
	old, later := at(sample{name: "old"}.entry(), "r.html", 0), at(sample{name: "later"}.entry(), "r.html", 1)
	put(t, db, old)
	const sum = `SELECT count(*), sum(kopecks) FROM execution_amounts WHERE subject = 'measure' AND role = 'planned' AND year IS NULL`
	before := query(t, db, sum)
	findings, doubtful, err := db.Counts(ctx, Filter{})
	if err != nil || findings == 0 || doubtful == 0 {
		t.Fatal(findings, doubtful, err)
	}
	hits, err := db.Search(ctx, "джерел", 0)
	if err != nil || len(hits) == 0 {
		t.Fatal(hits, err)
	}
	put(t, db, later)
	if diff := cmp.Diff(before, query(t, db, sum)); diff != "" {
		t.Error(diff)
	}
	if now, err := db.Search(ctx, "джерел", 0); err != nil || len(now) != len(hits) {
		t.Errorf("%d hits, %d before: %v", len(now), len(hits), err)
	}
	for _, f := range []Filter{{}, {Copies: true}} {
		times := 1
		if f.Copies {
			times = 2
		}
		nf, nd, err := db.Counts(ctx, f)
		if err != nil || nf != times*findings || nd != times*doubtful {
			t.Errorf("copies %v: %d findings, %d doubtful amounts, %v", f.Copies, nf, nd, err)
		}
		lf, err := db.Findings(ctx, f)
		ld, err2 := db.Doubtful(ctx, f)
		if err != nil || err2 != nil || len(lf) != nf || len(ld) != nd {
			t.Errorf("copies %v: %d and %d listed, %v, %v", f.Copies, len(lf), len(ld), err, err2)
		}
	}
	if _, err := db.Document(ctx, old.SHA256); err != nil {
		t.Error(err)
	}
}

// A report without a programme's name is counted in the later version alone,
// whatever is decided on the earlier one.
func TestAnEarlierVersionStaysUncountedWhenSettledAgain(t *testing.T) {
	nameless := func(name string, minutes int) Entry {
		e := at(sample{name: name, measures: 10}.entry(), "r.html", minutes)
		e.Reports[0].Programme, e.Reports[0].ProgrammeKey = "", ""
		return e
	}
	db := opened(t)
	old, later := nameless("old", 0), nameless("later", 1)
	put(t, db, old, later)
	if err := db.UpdateSettled(context.Background(), old.SHA256, old.Reports); err != nil {
		t.Fatal(err)
	}
	want := []string{later.Reports[0].ID}
	if diff := cmp.Diff(want, query(t, db, "SELECT report_id FROM execution")); diff != "" {
		t.Error(diff)
	}
}

// Decisions go over to the same text at the same place of a later version.
func TestDecisionsGoOverToALaterVersion(t *testing.T) {
	ctx := context.Background()
	old := at(sample{name: "old"}.entry(), "r.html", 0)
	for name, x := range map[string]struct {
		change func(r *record.Report)
		want   record.ReviewState
	}{
		"same text":         {func(*record.Report) {}, record.Applied},
		"another text":      {func(r *record.Report) { r.Amounts[2].Printed = "1,00" }, record.Orphaned},
		"another programme": {func(r *record.Report) { r.ProgrammeKey = "інша|вербова рада" }, record.Orphaned},
	} {
		t.Run(name, func(t *testing.T) {
			db := opened(t)
			put(t, db, old)
			made := reviewOf(old, 2)
			if err := db.AddReview(ctx, made); err != nil {
				t.Fatal(err)
			}
			later := at(sample{name: "later"}.entry(), "r.html", 1)
			x.change(later.Reports[0])
			for range 2 { // the second time nothing is new
				put(t, db, later)
				want := made
				want.AmountID, want.State = later.SHA256[:16]+strings.TrimPrefix(made.AmountID, old.SHA256[:16]), x.want
				if diff := cmp.Diff([]record.Review{want}, reviews(t, db, later)); diff != "" {
					t.Error(diff)
				}
				if diff := cmp.Diff([]record.Review{made}, reviews(t, db, old)); diff != "" {
					t.Errorf("the earlier version lost it:\n%s", diff)
				}
			}
			todo, err := db.Unsettled(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if got := slices.Contains(todo, later.SHA256); got != (x.want == record.Applied) {
				t.Errorf("to be settled again: %v", got)
			}
			// What is taken back does not come again.
			if err := db.RemoveReview(ctx, reviews(t, db, later)[0].AmountID); err != nil {
				t.Fatal(err)
			}
			put(t, db, later)
			if got := reviews(t, db, later); got != nil {
				t.Error("it came again:", got)
			}
		})
	}
}

// A name under which the bytes could not be read is a source, and not the path
// that is shown.
func TestTheNameThatWasReadIsPreferred(t *testing.T) {
	db := opened(t)
	e := at(sample{name: "a"}.entry(), "text.html", 0)
	put(t, db, e)
	if err := db.AddSource(context.Background(), e.SHA256, Source{Path: "a.docx", Category: document.WrongExtension}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"text.html"}, query(t, db, "SELECT path FROM documents")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"a.docx wrong_extension", "text.html -"}, query(t, db, "SELECT path, category FROM sources ORDER BY path")); diff != "" {
		t.Error(diff)
	}
}

// Shards of two weeks, in any order, give what two runs give: the earlier
// version of a file is superseded.
func TestMergeOfVersions(t *testing.T) {
	ctx := context.Background()
	old, later := at(sample{name: "old"}.entry(), "r.html", 0), at(sample{name: "later"}.entry(), "r.html", 1)
	whole := opened(t)
	put(t, whole, old, later)
	dir := t.TempDir()
	shards := []string{shard(t, dir, 1, old), shard(t, dir, 2, later)}
	for range 2 {
		db := opened(t)
		if _, err := db.Merge(ctx, MergeOptions{}, shards...); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(map[string]string{"old": "later"}, superseded(t, db, "old", "later")); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(dump(t, whole), dump(t, db)); diff != "" {
			t.Error(diff)
		}
		shards[0], shards[1] = shards[1], shards[0]
	}
}

// Decisions on a document go over to a better one that says the same, which is
// the one that is counted from then on; what it prints elsewhere is left aside.
func TestDecisionsGoOverToABetterCopy(t *testing.T) {
	ctx := context.Background()
	for name, x := range map[string]struct {
		change func(r *record.Report)
		want   int
	}{
		"same places":   {func(*record.Report) {}, 1},
		"other places":  {func(r *record.Report) { r.Amounts[2].Place.Row += 7 }, 0},
		"another print": {func(r *record.Report) { r.Amounts[2].Printed += " " }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			db := opened(t)
			page := at(sample{name: "page", measures: 10}.entry(), "june/r.html", 0)
			put(t, db, page)
			made := reviewOf(page, 2)
			if err := db.AddReview(ctx, made); err != nil {
				t.Fatal(err)
			}
			better := at(sample{name: "better", format: document.DOCX, measures: 10}.entry(), "july/r.docx", 1)
			x.change(better.Reports[0])
			put(t, db, better)
			if got := duplicates(t, db, "page", "better"); got["page"] != "better" {
				t.Fatalf("duplicates: %v", got)
			}
			if got := reviews(t, db, better); len(got) != x.want || x.want == 1 && (got[0].State != record.Applied || *got[0].Kopecks != *made.Kopecks) {
				t.Errorf("the better copy has %v", got)
			}
			if diff := cmp.Diff([]record.Review{made}, reviews(t, db, page)); diff != "" {
				t.Errorf("the copy lost it:\n%s", diff)
			}
		})
	}
}

// A file that goes back and forth carries each decision once, a shard that brings
// the later version does as a run does, and what was taken back stays so.
func TestDecisionsOfAFileThatGoesBackAndForth(t *testing.T) {
	ctx := context.Background()
	version := func(name string, minutes int) Entry { return at(sample{name: name}.entry(), "r.html", minutes) }
	decided := func(put func(db *DB, e Entry)) (*DB, Entry) {
		db := opened(t)
		old := version("old", 0)
		put(db, old)
		if err := db.AddReview(ctx, reviewOf(old, 2)); err != nil {
			t.Fatal(err)
		}
		for minutes, name := range []string{"old", "later", "old", "later"} {
			put(db, version(name, minutes))
		}
		return db, version("later", 3)
	}
	db, later := decided(func(db *DB, e Entry) { put(t, db, e) })
	if got := reviews(t, db, later); len(got) != 1 || got[0].State != record.Applied {
		t.Errorf("the later version has %v", got)
	}
	shards := 0
	merged, _ := decided(func(db *DB, e Entry) {
		shards++
		if _, err := db.Merge(ctx, MergeOptions{}, shard(t, t.TempDir(), shards, e)); err != nil {
			t.Fatal(err)
		}
	})
	if diff := cmp.Diff(dump(t, db), dump(t, merged)); diff != "" {
		t.Error("merged:", diff)
	}
	if err := db.RemoveReview(ctx, reviewOf(later, 2).AmountID); err != nil {
		t.Fatal(err)
	}
	put(t, db, version("old", 4), version("later", 5))
	if got := reviews(t, db, later); got != nil {
		t.Error("it came again:", got)
	}
	if got := reviews(t, db, version("old", 0)); len(got) != 1 {
		t.Errorf("the earlier version has %v", got)
	}
}

// A later decision that comes over to an amount decided before is to be settled.
func TestUnsettledKnowsTheFigureThatWasDecided(t *testing.T) {
	ctx := context.Background()
	db := opened(t)
	old, later := at(sample{name: "old"}.entry(), "r.html", 0), at(sample{name: "later"}.entry(), "elsewhere.html", 1)
	put(t, db, old, later)
	first, second := reviewOf(later, 2), reviewOf(old, 2)
	second.Kopecks, second.DecidedAt = kop(888), "2026-05-03T10:00:00Z"
	if err := db.Decide(ctx, later.SHA256, Decisions{Add: []record.Review{first}}, func([]record.Review) ([]*record.Report, error) {
		a := &later.Reports[0].Amounts[2]
		a.Kopecks, a.Settled, a.Change = first.Kopecks, first.Unit, record.Reviewed
		return later.Reports, nil
	}); err != nil {
		t.Fatal(err)
	}
	if todo, err := db.Unsettled(ctx); err != nil || len(todo) > 0 {
		t.Fatalf("settled already: %v, %v", todo, err)
	}
	if err := db.AddReview(ctx, second); err != nil {
		t.Fatal(err)
	}
	if err := db.AddSource(ctx, later.SHA256, Source{Path: "r.html", At: later.IngestedAt.Add(time.Minute)}); err != nil {
		t.Fatal(err)
	}
	if got := reviews(t, db, later); len(got) != 1 || *got[0].Kopecks != 888 {
		t.Errorf("the later version has %v", got)
	}
	if todo, err := db.Unsettled(ctx); err != nil || !slices.Contains(todo, later.SHA256) {
		t.Errorf("to be settled: %v, %v", todo, err)
	}
}
