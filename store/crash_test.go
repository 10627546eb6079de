//go:build unix

package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The environment of a child process of these tests: the database that it
// fills, and the greatest file that it may write, in bytes (0: any).
const (
	childDatabase = "ZVIT_TEST_CHILD"
	childLimit    = "ZVIT_TEST_LIMIT"
)

// TestChild is no test: it is the process that the others end.
func TestChild(t *testing.T) {
	path := os.Getenv(childDatabase)
	if path == "" {
		t.Skip("a helper of the other tests: it has nothing to do by itself")
	}
	var limit uint64
	fmt.Sscan(os.Getenv(childLimit), &limit)
	if limit > 0 {
		signal.Ignore(syscall.SIGXFSZ) // a write beyond the limit is an error, then
		r := syscall.Rlimit{Cur: limit, Max: limit}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &r); err != nil {
			t.Fatal(err)
		}
	}
	ctx := context.Background()
	db, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range weeks() {
		if _, known, err := db.Outcome(ctx, entryID(e), "test/1"); err != nil {
			t.Fatal(err)
		} else if known {
			continue
		}
		if err := db.Put(ctx, e); err != nil {
			t.Fatal(err) // the database is left open, as by a program that gives up
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// weeks are a folder's documents, some of which were fetched again with a changed
// figure.
func weeks() []Entry {
	list := batch(40)
	for i := range 8 {
		programme, path := fmt.Sprint("Ставок ", i), fmt.Sprint("pond ", i)
		list = append(list,
			at(sample{name: path, programme: programme, measures: 10}.entry(), path, 0),
			at(misread(sample{name: path + " again", programme: programme, measures: 10}.entry(), 3), path, 1))
	}
	return list
}

func entryID(e Entry) string {
	if e.Document != nil {
		return e.Document.ID
	}
	return e.SHA256
}

func child(t *testing.T, path string, limit int) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run", "^TestChild$")
	cmd.Env = append(os.Environ(), childDatabase+"="+path, fmt.Sprint(childLimit, "=", limit))
	return cmd
}

// finished runs a child to its end and compares with an undisturbed run.
func finished(t *testing.T, path, want string) {
	t.Helper()
	if out, err := child(t, path, 0).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	db, err := OpenReadOnly(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	whole(t, db)
	if diff := cmp.Diff(want, dump(t, db)); diff != "" {
		t.Error(diff)
	}
}

func undisturbed(t *testing.T) string {
	t.Helper()
	db := opened(t)
	put(t, db, weeks()...)
	return dump(t, db)
}

// A process killed at any moment leaves whole documents, and the next one goes
// on where it stopped.
func TestKilledAtAnyMoment(t *testing.T) {
	want := undisturbed(t)
	path := filepath.Join(t.TempDir(), "reports.db")
	rng := rand.New(rand.NewPCG(11, 11))
	kills := 0
	for range 12 {
		cmd := child(t, path, 0)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(5+rng.IntN(60)) * time.Millisecond)
		cmd.Process.Kill()
		if cmd.Wait() != nil {
			kills++
		}
		if _, err := os.Stat(path); err != nil {
			continue // killed before it began
		}
		db, err := Open(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		whole(t, db)
		// Each document that is there is there with all its rows.
		if torn := query(t, db, `SELECT count(*) FROM documents d WHERE status = 'partial' AND
			(NOT EXISTS (SELECT 1 FROM reports r WHERE r.document_id = d.document_id)
			OR NOT EXISTS (SELECT 1 FROM paragraphs p WHERE p.document_id = d.document_id)
			OR NOT EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.document_id))`)[0]; torn != "0" {
			t.Errorf("%s documents are torn", torn)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if kills == 0 {
		t.Error("no process was killed in time")
	}
	finished(t, path, want)
}

// Every write beyond a limit fails, in the file and in its WAL.
func TestWritesThatFail(t *testing.T) {
	want := undisturbed(t)
	failures := 0
	for _, limit := range []int{1, 5_000, 60_000, 200_000, 400_000, 700_000, 900_000} {
		path := filepath.Join(t.TempDir(), "reports.db")
		out, err := child(t, path, limit).CombinedOutput()
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			failures++
		} else if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		db, err := Open(context.Background(), path)
		if err != nil {
			t.Fatalf("limit %d: %v", limit, err)
		}
		whole(t, db)
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		finished(t, path, want)
	}
	if failures < 4 {
		t.Errorf("only %d runs failed", failures)
	}
}
