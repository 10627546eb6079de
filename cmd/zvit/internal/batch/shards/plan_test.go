package shards

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/cmd/zvit/internal/batch"
)

// folder writes files of very different sizes, some of them twice.
func folder(t *testing.T, n int) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i := range n {
		data := bytes.Repeat([]byte(fmt.Sprintf("звіт %d\n", i)), 1+i*i%400)
		for copies := range 1 + i%2 {
			path := filepath.Join(dir, fmt.Sprintf("%d-%d.txt", i, copies))
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			paths = append(paths, path)
		}
	}
	return paths
}

func made(t *testing.T, paths []string, jobs, n int) [][]File {
	t.Helper()
	lists, err := Make(context.Background(), paths, batch.Options{Jobs: jobs}, n, 10)
	if err != nil {
		t.Fatal(err)
	}
	return lists
}

// TestPlanIsDeterministic: neither the order of the files nor the number of
// hands changes the plan; every file is in it once; equal bytes are together.
func TestPlanIsDeterministic(t *testing.T) {
	paths := folder(t, 60)
	want := made(t, paths, 1, 7)
	for i, j := 0, len(paths)-1; i < j; i, j = i+1, j-1 {
		paths[i], paths[j] = paths[j], paths[i]
	}
	if diff := cmp.Diff(want, made(t, append(paths, paths[0]), 4, 7)); diff != "" {
		t.Error(diff)
	}
	files, home := map[string]int{}, map[string]int{}
	for n, list := range want {
		for _, f := range list {
			files[f.Path]++
			if other, ok := home[f.DocumentID]; ok && other != n {
				t.Errorf("%s is in the shards %d and %d", f.DocumentID, other, n)
			}
			home[f.DocumentID] = n
		}
	}
	if len(files) != len(paths) {
		t.Errorf("%d files are planned, want %d", len(files), len(paths))
	}
	for path, n := range files {
		if n != 1 {
			t.Errorf("%s is planned %d times", path, n)
		}
	}
}

func TestPlanIsBalanced(t *testing.T) {
	plan, err := Write(t.TempDir()+"/plan", made(t, folder(t, 200), 2, 8))
	if err != nil {
		t.Fatal(err)
	}
	least, most := plan.Shards[0].Work, plan.Shards[0].Work
	for _, s := range plan.Shards {
		least, most = min(least, s.Work), max(most, s.Work)
	}
	if least*100 < most*98 {
		t.Errorf("work from %d to %d", least, most)
	}
	if got := len(made(t, folder(t, 45), 1, 0)); got != 5 {
		t.Errorf("45 documents by 10 give %d shards, want 5", got)
	}
}

func TestPlanOnDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "plan")
	lists := made(t, folder(t, 20), 1, 3)
	odd := File{RawPath: []byte("a\xff.txt"), DocumentID: "f00"}
	lists[2] = append(lists[2], odd)
	plan, err := Write(dir, lists)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write(dir, lists); err != nil {
		t.Errorf("the same plan again: %v", err)
	}
	if _, err := Write(dir, lists[:2]); err == nil {
		t.Error("another plan was written over the first")
	}
	loaded, err := Load(dir)
	if err != nil || loaded.ID != plan.ID {
		t.Fatalf("%v, %v", loaded, err)
	}
	for n := range lists {
		files, err := loaded.Files(n)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(lists[n], files); diff != "" {
			t.Error(diff)
		}
	}
	if last := lists[2][len(lists[2])-1]; last.Name() != "a\xff.txt" {
		t.Errorf("the name is %q", last.Name())
	}
	if _, err := loaded.Files(3); !errors.As(err, &NoShardError{}) {
		t.Errorf("shard 3 of 3: %v", err)
	}
	edit(t, filepath.Join(dir, listName(1)))
	if _, err := loaded.Files(1); !errors.Is(err, ErrPlan) {
		t.Errorf("an edited list: %v", err)
	}
	edit(t, filepath.Join(dir, planFile))
	if _, err := Load(dir); !errors.Is(err, ErrPlan) {
		t.Errorf("an edited plan: %v", err)
	}
	if _, err := Load(t.TempDir()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no plan: %v", err)
	}
}

// edit changes one digit.
func edit(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	i := bytes.LastIndexAny(data, "0123456789")
	data[i] = '0' + (data[i]-'0'+1)%10
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestPublished: what is not whole, or not this plan's, is told.
func TestPublished(t *testing.T) {
	plan := &Plan{ID: "this", Shards: make([]Shard, 2)}
	work := filepath.Join(t.TempDir(), "work.db")
	if err := os.WriteFile(work, bytes.Repeat([]byte("123 "), 1<<15), 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "shards")
	check := func(what string, want error) {
		t.Helper()
		if _, err := plan.Check(out, 1); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", what, err, want)
		}
	}
	check("before", ErrMissing)
	publish := func(planID string) {
		t.Helper()
		if err := Publish(out, work, Manifest{Plan: planID, Shard: 1, Readers: "r", Documents: 3}); err != nil {
			t.Fatal(err)
		}
	}
	publish("this")
	m, err := plan.Check(out, 1)
	if err != nil || m.Documents != 3 || m.Bytes != 4<<15 || len(m.SHA256) != 64 {
		t.Errorf("%+v, %v", m, err)
	}
	entries, err := os.ReadDir(out)
	if err != nil || len(entries) != 2 {
		t.Errorf("%d files are left, want 2: %v", len(entries), err)
	}
	edit(t, Database(out, 1))
	check("edited", ErrChanged)
	publish("this")
	check("published again", nil)
	if err := os.Truncate(Database(out, 1), 1000); err != nil {
		t.Fatal(err)
	}
	check("cut short", ErrChanged)
	if err := os.Remove(manifestOf(Database(out, 1))); err != nil {
		t.Fatal(err)
	}
	check("without its manifest", ErrMissing)
	publish("that")
	check("of another plan", ErrForeign)
	// A folder that cannot be written to leaves nothing behind.
	if err := Publish(filepath.Join(work, "below a file"), work, m); err == nil {
		t.Error("a shard was published below a file")
	}
}
