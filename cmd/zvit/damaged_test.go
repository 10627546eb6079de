package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"zvit/cmd/zvit/messages"
	"zvit/store"
)

// TestDamaged ingests testdata/damaged with a good report beside it: each file
// gets the category that its folder is named after, with a sentence in both
// languages, and the good report is stored whole.
func TestDamaged(t *testing.T) {
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "damaged.db")
	var stdout, stderr strings.Builder
	e := &env{stdout: &stdout, stderr: &stderr, say: messages.New(messages.English)}
	err := runIngest(ctx, e, ingestOptions{db: file, jobs: 2, paths: []string{"../../testdata/damaged", samplePath}})
	if code := codeOf(ctx, err); code != exitPartly {
		t.Fatalf("exit code %d, want %d: %v", code, exitPartly, err)
	}
	db, err := store.OpenReadOnly(ctx, file)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(db)
	c := &comparison{t: t, db: db}
	got := map[string]map[string]any{}
	for _, row := range c.rows("SELECT s.path AS source, d.* FROM documents d JOIN sources s USING (document_id)") {
		got[filepath.ToSlash(str(row["source"]))] = row
	}
	folders, err := os.ReadDir("../../testdata/damaged")
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	for _, folder := range folders {
		names, err := os.ReadDir(filepath.Join("../../testdata/damaged", folder.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			files++
			path := "../../testdata/damaged/" + folder.Name() + "/" + name.Name()
			row := got[path]
			if row == nil {
				t.Errorf("%s has no row", path)
				continue
			}
			c.same(path+" category", row["category"], folder.Name())
			if str(row["message"]) == "" || str(row["message_uk"]) == "" || row["message"] == row["message_uk"] {
				t.Errorf("%s: message %q, in Ukrainian %q", path, row["message"], row["message_uk"])
			}
		}
	}
	if files == 0 {
		t.Fatal("testdata/damaged is empty")
	}
	c.same("measures of the good report", c.rows("SELECT count(*) AS n FROM measures")[0]["n"], 17)
	if strings.Count(stderr.String(), "\n") != files {
		t.Errorf("want a line a failure on standard error, got\n%s", stderr.String())
	}
}

// TestMutilated ingests the sample cut short and scribbled over in many ways:
// whatever stands in a file, no reader panics and each file has its row.
func TestMutilated(t *testing.T) {
	dir := t.TempDir()
	sample := readAll(t, samplePath)
	random := rand.New(rand.NewPCG(1, 2))
	const n = 60
	for i := range n {
		data := slices.Clone(sample)
		switch i % 4 {
		case 0: // Cut short, also inside a letter.
			data = data[:random.IntN(len(data))]
		case 1: // The head is gone.
			data = data[random.IntN(len(data)):]
		case 2: // Single bytes changed.
			for range 1 + random.IntN(40) {
				data[random.IntN(len(data))] = byte(random.IntN(256))
			}
		case 3: // Tabs and line ends moved about.
			for range 30 {
				a, b := random.IntN(len(data)), random.IntN(len(data))
				if i := bytes.IndexAny(data[a:], "\t\n"); i >= 0 {
					data[a+i], data[b] = data[b], data[a+i]
				}
			}
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.txt", i)), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "mutilated.db")
	var stderr strings.Builder
	e := &env{stdout: io.Discard, stderr: &stderr, say: messages.New(messages.English)}
	err := runIngest(ctx, e, ingestOptions{db: file, jobs: 2, timeout: time.Minute, paths: []string{dir}})
	if code := codeOf(ctx, err); code != exitDone && code != exitPartly {
		t.Fatalf("exit code %d: %v", code, err)
	}
	db, err := store.OpenReadOnly(ctx, file)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(db)
	c := &comparison{t: t, db: db}
	c.same("files with a row", c.rows("SELECT count(*) AS n FROM sources")[0]["n"], n)
	for _, row := range c.rows("SELECT path, category, message FROM documents WHERE category NOT IN ('empty', 'not_text')") {
		t.Errorf("%s: %s, %s", str(row["path"]), str(row["category"]), str(row["message"]))
	}
}
