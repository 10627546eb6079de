package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zvit/cmd/zvit/internal/batch/generated"
)

// TestShardsMerged: the shards of a batch, worked on in any order, killed tasks
// and repetitions among them, merge to what one ingest gives.
func TestShardsMerged(t *testing.T) {
	dir := t.TempDir()
	reports := generatedFolder(t, 90)
	// The same bytes under two names, a report twice with another text around it,
	// and what cannot be read.
	write(t, filepath.Join(reports, "copy.txt"), generated.New(0).Text())
	write(t, filepath.Join(reports, "again.html"), generated.New(0).HTML())
	write(t, filepath.Join(reports, "cut.docx"), generated.New(18).DOCX()[:500])
	write(t, filepath.Join(reports, "empty.txt"), nil)
	plan, shards := filepath.Join(dir, "plan"), filepath.Join(dir, "shards")
	must(t, "plan", "--out", plan, "--shards", "6", reports)
	random := rand.New(rand.NewPCG(3, 3))
	order := random.Perm(6)
	for i, n := range append(order, order[2]) {
		must(t, "work", "--plan", plan, "--shard", fmt.Sprint(n), "--out", shards, "--temp", dir, "--jobs", "1", "--partial-ok")
		code, out := zvit(t, "plan", "status", "--plan", plan, "--missing", shards)
		if want := map[bool]int{true: exitDone, false: exitPartly}[i >= 5]; code != want {
			t.Fatalf("status after %d shards: exit %d\n%s", i+1, code, out)
		}
	}
	one := filepath.Join(dir, "one.db")
	if code, out := zvit(t, "ingest", "--db", one, reports); code != exitPartly {
		t.Fatalf("ingest: exit %d\n%s", code, out)
	}
	want := dumpOf(t, one)
	files, err := filepath.Glob(filepath.Join(shards, "*.db"))
	if err != nil || len(files) != 6 {
		t.Fatalf("%d shards: %v", len(files), err)
	}
	for round := range 3 {
		random.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		db := filepath.Join(dir, fmt.Sprintf("merged%d.db", round))
		must(t, slices.Concat([]string{"merge", "--plan", plan, "--db", db}, files, files[:2])...)
		must(t, "merge", "--db", db, shards)
		if dumpOf(t, db) != want {
			t.Fatal("the merged database differs from that of one ingest")
		}
	}
	// The plan's order of names, and a resumed worker.
	if entries, err := os.ReadDir(dir); err != nil || slices.ContainsFunc(entries, func(e os.DirEntry) bool { return strings.HasPrefix(e.Name(), "zvit-") }) {
		t.Errorf("workers left their own copies behind: %v %v", entries, err)
	}
}

// TestShardsRefused: what is wrong with a shard is told by its name, and costs
// the others nothing.
func TestShardsRefused(t *testing.T) {
	dir := t.TempDir()
	reports := generatedFolder(t, 40)
	plan, shards := filepath.Join(dir, "plan"), filepath.Join(dir, "shards")
	must(t, "plan", "--out", plan, "--shards", "4", reports)
	for n := range 4 {
		must(t, "work", "--plan", plan, "--shard", fmt.Sprint(n), "--out", shards, "--temp", dir)
	}
	database := func(n int) string { return filepath.Join(shards, fmt.Sprintf("shard-%05d.db", n)) }
	if err := os.Truncate(database(1), 100<<10); err != nil {
		t.Fatal(err)
	}
	// A letter of a text. Pages also hold what was there before: it is changed
	// wherever it stands.
	edited := bytes.ReplaceAll(readAll(t, database(2)), []byte("Роботи виконано"), []byte("Соботи виконано"))
	write(t, database(2), edited)
	refuses := func(args ...string) {
		t.Helper()
		db := filepath.Join(t.TempDir(), "a.db")
		code, out := zvit(t, append(args, "--db", db, shards)...)
		if code != exitFailed || !strings.Contains(out, "2 shards") {
			t.Errorf("%v: exit %d\n%s", args, code, out)
		}
		for n, refused := range []bool{false, true, true, false} {
			if strings.Contains(out, database(n)+": ") != refused {
				t.Errorf("%v: shard %d: refused %v, want %v\n%s", args, n, !refused, refused, out)
			}
		}
	}
	refuses("merge")
	refuses("merge", "--plan", plan)
	// Another plan's shard, under a name of this one.
	other := filepath.Join(dir, "other")
	must(t, "plan", "--out", other, "--shards", "3", reports)
	code, out := zvit(t, "merge", "--plan", other, "--db", filepath.Join(dir, "b.db"), database(0))
	if code != exitFailed || !strings.Contains(out, "another plan") {
		t.Errorf("another plan's shard: exit %d\n%s", code, out)
	}
	// A merge of a part says what is missing.
	code, out = zvit(t, "merge", "--plan", plan, "--db", filepath.Join(dir, "c.db"), database(0), database(3))
	if code != exitPartly || !strings.Contains(out, "missing: 1-2") {
		t.Errorf("a part: exit %d\n%s", code, out)
	}
	// Without manifests the databases' own seals tell.
	for n := range 4 {
		if err := os.Remove(strings.TrimSuffix(database(n), ".db") + ".json"); err != nil {
			t.Fatal(err)
		}
	}
	refuses("merge")
}
