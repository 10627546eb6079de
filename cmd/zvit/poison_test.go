//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"zvit/cmd/zvit/internal/batch"
	"zvit/cmd/zvit/internal/batch/generated"
	"zvit/cmd/zvit/internal/batch/isolate"
	"zvit/extract"
	"zvit/extract/record"
	"zvit/normalize"
	"zvit/store"
)

// envPoison makes the readers of this test's program do what a document says.
// No file is known that makes a reader of ours loop or panic for ever: a known
// one would be mended.
const envPoison = "ZVIT_TEST_POISON"

// poisonedMain is the program with such readers.
func poisonedMain() {
	if len(os.Args) != 2 || os.Args[1] != isolate.Command || os.Getenv(envPoison) == "" {
		main()
		return
	}
	healthy := batch.Reading(normalize.Settle)
	var kept [][]byte
	os.Exit(isolate.Serve(os.Stdin, os.Stdout, func(ctx context.Context, name string, data []byte, opts extract.Options, reviews []record.Review) (*extract.Result, error) {
		word, _, _ := bytes.Cut(data, []byte("\n"))
		switch string(word) {
		case "POISON panic":
			go func() { panic("in a goroutine, where nobody can catch it") }()
			select {}
		case "POISON memory":
			for {
				kept = append(kept, make([]byte, 16<<20)) // no page is touched: the limit is met at once
			}
		case "POISON loop":
			for i := 0; i >= 0; i = (i + 1) % 1000 {
				runtime.KeepAlive(i)
			}
		}
		return healthy(ctx, name, data, opts, reviews)
	}))
}

// TestPoisonedFolder: every other document is stored, each poison has its row,
// the exit code is 3.
func TestPoisonedFolder(t *testing.T) {
	t.Setenv(envPoison, "1")
	dir := t.TempDir()
	reports := filepath.Join(dir, "reports")
	const n = 300
	for i := range n {
		name, data := generated.Document(i)
		write(t, filepath.Join(reports, fmt.Sprint(i/100), name), data)
	}
	want := map[string]string{ // the category of each poison
		"cycle.pdf": "damaged", "bomb.docx": "too_large truncated damaged out_of_memory timed_out", "cells.html": "too_large truncated out_of_memory timed_out",
		"panic.txt": "panicked", "memory.txt": "out_of_memory", "loop.txt": "timed_out",
		"pipe.txt": "unopenable", "dangling.txt": "unopenable", "self": "unopenable",
	}
	write(t, filepath.Join(reports, "1", "cycle.pdf"), generated.PageTreeCycle())
	write(t, filepath.Join(reports, "2", "bomb.docx"), generated.ZipBomb(2<<30))
	write(t, filepath.Join(reports, "0", "cells.html"), generated.ManyCells(1_500_000))
	for _, word := range []string{"panic", "memory", "loop"} {
		write(t, filepath.Join(reports, "1", word+".txt"), []byte("POISON "+word+"\n"))
	}
	if err := syscall.Mkfifo(filepath.Join(reports, "pipe.txt"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, target := range map[string]string{"dangling.txt": "nowhere", "self": "self", "circle": "."} {
		if err := os.Symlink(target, filepath.Join(reports, name)); err != nil {
			t.Fatal(err)
		}
	}
	oddName := filepath.Join(reports, "2", "\xd0\xff\xfe.txt") // Not UTF-8.
	odd := os.WriteFile(oddName, generated.New(n).Text(), 0o600) == nil

	db := filepath.Join(dir, "a.db")
	begin := time.Now()
	code, out := zvit(t, "ingest", "--db", db, "--jobs", "2", "--timeout", "3s", "--memory", "256M", reports)
	if code != exitPartly {
		t.Fatalf("exit %d after %s, want %d\n%s", code, time.Since(begin), exitPartly, out)
	}
	d, err := store.OpenReadOnly(context.Background(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(d)
	c := &comparison{t: t, db: d}
	healthy := n
	if odd {
		healthy++
	}
	c.same("healthy documents", c.rows("SELECT count(*) AS n FROM documents WHERE status = 'ok'")[0]["n"], healthy)
	c.same("documents", c.rows("SELECT count(*) AS n FROM documents")[0]["n"], healthy+len(want))
	c.same("integrity", c.rows("SELECT * FROM pragma_integrity_check")[0]["integrity_check"], "ok")
	for name, categories := range want {
		rows := c.rows(fmt.Sprintf("SELECT category, message, message_uk FROM documents WHERE path LIKE '%%/%s'", name))
		if len(rows) != 1 {
			t.Errorf("%s has %d rows, want 1", name, len(rows))
			continue
		}
		if got := str(rows[0]["category"]); !strings.Contains(" "+categories+" ", " "+got+" ") || str(rows[0]["message_uk"]) == "" {
			t.Errorf("%s: category %q with message %q, want one of %s", name, got, str(rows[0]["message"]), categories)
		}
	}
	t.Logf("%d documents with %d poisoned in %s", healthy+len(want), len(want), time.Since(begin).Round(time.Millisecond))
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
