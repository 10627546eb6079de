package htmldoc

import (
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// readHTML times pandas.read_html on a page, its start-up left out.
const readHTML = `
import io, sys, time, pandas
page = open(sys.argv[1], encoding="utf-8").read()
best, until = 1e9, time.perf_counter() + float(sys.argv[2])
while True:
    begin = time.perf_counter()
    pandas.read_html(io.StringIO(page), decimal=",", thousands=" ")
    best = min(best, time.perf_counter() - begin)
    if time.perf_counter() > until:
        break
print(best)
`

// typed reads a page with its tables and parses every cell that is a number,
// as pandas does.
func typed(t testing.TB, data []byte) (numbers int) {
	doc, err := Read(context.Background(), data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range doc.Blocks {
		table, ok := b.(*document.Table)
		if !ok {
			continue
		}
		for i := range table.Rows {
			for j := range table.Rows[i].Cells {
				if _, ok := wording.ParseNumeral(table.Rows[i].Cells[j].Text()); ok {
					numbers++
				}
			}
		}
	}
	return numbers
}

// pandasSeconds returns the best time that pandas takes for a page.
func pandasSeconds(t *testing.T, python, file string, span float64) float64 {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, python, "-c", readHTML, file, fmt.Sprint(span)).Output()
	if err != nil {
		t.Fatalf("pandas: %v", err)
	}
	seconds, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	if err != nil {
		t.Fatal(err)
	}
	return seconds
}

// TestFasterThanPandas compares megabytes a second with Python's
// pandas.read_html (Debian: python3-pandas python3-lxml) on the same pages, each
// at its best of half a second. Other programs on the machine may stand in the
// way of either: the two are timed again, in turns, until the best of both show
// the ratio. `go test -run Pandas -v ./extract/htmldoc` prints
// the table.
func TestFasterThanPandas(t *testing.T) {
	python := "/usr/bin/python3"
	if err := exec.Command(python, "-c", "import pandas, lxml").Run(); err != nil {
		t.Skip("Debian's python3-pandas and python3-lxml are not installed")
	}
	spare := make([]byte, 16<<20) // garbage gathers as in the program (isolate.CollectLess)
	defer runtime.KeepAlive(spare)
	const (
		least  = 10.0 // the mark
		span   = 0.5  // seconds
		rounds = 6
	)
	for _, size := range []int{2 << 10, 250 << 10, 5 << 20} {
		// One table: pandas takes far more than twice as long for twice the tables.
		data := []byte(pageOf(size, 1<<30))
		file := filepath.Join(t.TempDir(), "page.html")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		ours, theirs := math.Inf(1), math.Inf(1)
		for round := 0; round < rounds && (round == 0 || theirs < least*ours); round++ {
			theirs = min(theirs, pandasSeconds(t, python, file, span))
			for until := time.Now().Add(time.Duration(span * float64(time.Second))); time.Now().Before(until); {
				begin := time.Now()
				typed(t, data)
				ours = min(ours, time.Since(begin).Seconds())
			}
		}
		mb := float64(len(data)) / 1e6
		t.Logf("%5d kB: zvit %6.1f MB/s, pandas.read_html %5.2f MB/s, %.0f times", len(data)>>10, mb/ours, mb/theirs, theirs/ours)
		if theirs < least*ours {
			t.Errorf("%d bytes: %.1f times as fast as pandas, want %v", len(data), theirs/ours, least)
		}
	}
}
