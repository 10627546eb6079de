//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zvit/store"
)

// zvit runs the program and returns its exit code and what it said.
func zvit(t *testing.T, args ...string) (code int, output string) {
	t.Helper()
	cmd := exec.Command("zvit", args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

// TestSecondWriter: a second writer is told so, and readers go on.
func TestSecondWriter(t *testing.T) {
	db := filepath.Join(t.TempDir(), "busy.db")
	if code, out := zvit(t, "ingest", "--db", db, samplePath); code != exitDone {
		t.Fatalf("exit %d\n%s", code, out)
	}
	first, err := store.Open(context.Background(), db)
	if err != nil {
		t.Fatal(err)
	}
	code, out := zvit(t, "ingest", "--db", db, samplePath)
	if code != exitLocked || !strings.Contains(out, "in use by another writer") {
		t.Errorf("a second writer: exit %d\n%s", code, out)
	}
	if code, out = zvit(t, "query", "--db", db, "SELECT kind FROM reports"); code != exitDone || !strings.Contains(out, "programme_final") {
		t.Errorf("a reader meanwhile: exit %d\n%s", code, out)
	}
	_, id := zvit(t, "query", "--db", db, "--format", "csv", "SELECT amount_id FROM amounts LIMIT 1")
	if code, out = zvit(t, "check", "--db", db, "--accept", strings.Fields(id)[1]); code != exitDone {
		t.Errorf("a decision meanwhile: exit %d\n%s", code, out)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if code, out = zvit(t, "ingest", "--db", db, samplePath); code != exitDone {
		t.Errorf("afterwards: exit %d\n%s", code, out)
	}
}

// TestInterrupt: Ctrl-C finishes the documents in hand and exits 130; the
// database is whole and the next run goes on. The paths come from a program that
// never ends, so that the run cannot be over before it is interrupted.
func TestInterrupt(t *testing.T) {
	dir := t.TempDir()
	reports := filepath.Join(dir, "reports")
	if err := os.Mkdir(reports, 0o700); err != nil {
		t.Fatal(err)
	}
	sample := readAll(t, samplePath)
	const n = 200
	var paths strings.Builder
	for i := range n {
		text := bytes.ReplaceAll(sample, []byte("360,0"), fmt.Appendf(nil, "%d,0", 360+3*i))
		path := filepath.Join(reports, fmt.Sprintf("%04d.txt", i))
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&paths, path)
	}
	db := filepath.Join(dir, "a.db")
	cmd := exec.Command("zvit", "ingest", "--db", db, "--jobs", "1", "-")
	list, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { _, _ = io.WriteString(list, paths.String()) }()
	stored := func() int {
		_, out := zvit(t, "query", "--db", db, "--format", "csv", "SELECT count(*) FROM documents")
		count := 0
		_, _ = fmt.Sscanf(out, "count(*)\n%d", &count)
		return count
	}
	for stored() < 2 {
		time.Sleep(10 * time.Millisecond)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || !strings.Contains(stderr.String(), "interrupted") {
		t.Fatalf("exit %d, want %d\n%s", code, exitInterrupted, stderr.String())
	}
	kept := stored()
	if kept < 2 {
		t.Errorf("%d documents are stored, want some", kept)
	}
	_, out := zvit(t, "query", "--db", db, "--format", "csv", "SELECT count(*) FROM documents d JOIN reports r USING (document_id)")
	if want := fmt.Sprintf("count(*)\n%d\n", 2*kept); out != want {
		t.Errorf("documents are stored in part: got %q, want %q", out, want)
	}
	few := filepath.Join(reports, "0000.txt")
	if code, out := zvit(t, "ingest", "--db", db, few); code != exitDone || !strings.Contains(out, "1 file already stored") {
		t.Errorf("the next run: exit %d\n%s", code, out)
	}
}
