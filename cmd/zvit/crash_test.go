//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"zvit/cmd/zvit/internal/batch/generated"
	"zvit/store"
)

// generatedFolder writes n generated reports.
func generatedFolder(t *testing.T, n int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "reports")
	for i := range n {
		name, data := generated.Document(i)
		write(t, filepath.Join(dir, name), data)
	}
	return dir
}

// dumpOf is the canonical dump of a database that must be whole.
func dumpOf(t *testing.T, path string) string {
	t.Helper()
	ctx := context.Background()
	db, err := store.OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(db)
	c := &comparison{t: t, db: db}
	c.same(path+": integrity", c.rows("SELECT * FROM pragma_integrity_check")[0]["integrity_check"], "ok")
	c.same(path+": broken references", len(c.rows("SELECT * FROM pragma_foreign_key_check")), 0)
	if len(c.rows("SELECT 1 AS made FROM sqlite_schema WHERE name = 'documents'")) == 0 {
		return "" // Not even the schema got there.
	}
	c.same(path+": documents without a report", c.rows(`SELECT count(*) AS n FROM documents d
		WHERE status = 'ok' AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.document_id = d.document_id)`)[0]["n"], 0)
	var b bytes.Buffer
	if err := db.Dump(ctx, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func must(t *testing.T, args ...string) string {
	t.Helper()
	code, out := zvit(t, args...)
	if code != exitDone {
		t.Fatalf("zvit %s: exit %d\n%s", strings.Join(args, " "), code, out)
	}
	return out
}

// TestKilled ends runs with SIGKILL at random moments: each time the database is
// whole, and the run that is left alone ends with what an undisturbed one gives.
// ZVIT_KILLS is how often (deploy/kill.sh: 200).
func TestKilled(t *testing.T) {
	kills := 6
	if s := os.Getenv("ZVIT_KILLS"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		kills = n
	}
	const perRound = 60
	reports := generatedFolder(t, perRound)
	clean := filepath.Join(t.TempDir(), "clean.db")
	begin := time.Now()
	must(t, "ingest", "--db", clean, "--jobs", "2", reports)
	whole := time.Since(begin)
	want := dumpOf(t, clean)
	random := rand.New(rand.NewPCG(uint64(kills), 7))
	killed, stored := 0, 0
	// A slow machine may kill many before anything is stored: some more then.
	for killed < kills || stored == 0 && killed < kills+40 {
		db := filepath.Join(t.TempDir(), "killed.db")
		// Some kills a database: from its making to its last documents.
		for range 10 {
			if killed >= kills && stored > 0 {
				break
			}
			cmd := exec.Command("zvit", "ingest", "--db", db, "--jobs", "2", reports)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(random.Int64N(int64(whole) * 3 / 4)))
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait()
			killed++
			if _, err := os.Stat(db); err != nil {
				continue // Killed before it was made.
			}
			if got := dumpOf(t, db); len(got) > 0 {
				stored++
			}
			if t.Failed() {
				t.FailNow()
			}
		}
		must(t, "ingest", "--db", db, "--jobs", "2", reports)
		if dumpOf(t, db) != want {
			t.Fatalf("after %d kills the database differs from that of an undisturbed run", killed)
		}
	}
	if kills > 0 && stored == 0 {
		t.Error("no run was killed in the middle of its documents")
	}
	t.Logf("%d kills, %d of them with documents stored", killed, stored)
}

// TestFullDisk fills a small file system: the run says so and ends with 1, the
// database is whole, and with room again the next run ends as an undisturbed one.
func TestFullDisk(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=3m"); err != nil {
		t.Skipf("a small file system cannot be mounted here: %v (TestWriteLimit does without)", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(disk, 0) })
	reports := generatedFolder(t, 200)
	clean := filepath.Join(t.TempDir(), "clean.db")
	must(t, "ingest", "--db", clean, reports)
	db := filepath.Join(disk, "a.db")
	want := dumpOf(t, clean)
	for _, size := range []string{"3m", "4m", "5m"} {
		if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT, "size="+size); err != nil {
			t.Fatal(err)
		}
		code, out := zvit(t, "ingest", "--db", db, reports)
		if code != exitFailed || !strings.Contains(out, "no space is left") {
			t.Fatalf("on %s: exit %d\n%s", size, code, out)
		}
		if dumpOf(t, db) == "" && size != "3m" {
			t.Errorf("on %s nothing is stored", size)
		}
	}
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT, "size=200m"); err != nil {
		t.Fatal(err)
	}
	must(t, "ingest", "--db", db, reports)
	if dumpOf(t, db) != want {
		t.Error("the database differs from that of an undisturbed run")
	}
}

// TestWriteLimit lets writes fail where a file grows past a limit, at many
// limits: the database is whole each time, and the last run ends as an
// undisturbed one.
func TestWriteLimit(t *testing.T) {
	reports := generatedFolder(t, 60)
	clean := filepath.Join(t.TempDir(), "clean.db")
	must(t, "ingest", "--db", clean, reports)
	want := dumpOf(t, clean)
	db := filepath.Join(t.TempDir(), "a.db")
	failed := 0
	for kib := 256; kib <= 1536; kib += 256 {
		// ulimit counts in blocks of 512 bytes (POSIX).
		cmd := exec.Command("sh", "-c", fmt.Sprintf(`ulimit -f %d; exec zvit ingest --db "$1" "$2"`, 2*kib), "sh", db, reports)
		out, err := cmd.CombinedOutput()
		if err != nil {
			failed++
		}
		if code := cmd.ProcessState.ExitCode(); code != exitDone && code != exitFailed {
			t.Fatalf("%d KiB: exit %d\n%s", kib, code, out)
		}
		if _, err := os.Stat(db); err == nil {
			dumpOf(t, db)
		}
	}
	must(t, "ingest", "--db", db, reports)
	if dumpOf(t, db) != want {
		t.Error("the database differs from that of an undisturbed run")
	}
	if failed < 2 {
		t.Errorf("only %d runs had a write that failed", failed)
	}
}

// TestSameDump compares the canonical dumps of two databases, for the scripts in
// deploy: ZVIT_SAME=a.db:b.db.
func TestSameDump(t *testing.T) {
	paths := filepath.SplitList(os.Getenv("ZVIT_SAME"))
	if len(paths) != 2 {
		t.Skip("ZVIT_SAME names no two databases")
	}
	a, b := dumpOf(t, paths[0]), dumpOf(t, paths[1])
	if a != b || a == "" {
		t.Fatalf("the databases differ: dumps of %d and %d bytes", len(a), len(b))
	}
	t.Logf("equal dumps of %d bytes, %d rows", len(a), strings.Count(a, "\n"))
}
