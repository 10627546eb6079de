package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"zvit/cmd/zvit/internal/paper"
	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/record"
)

// The marks that scans of the sample are held to.
const (
	scanCells    = 0.85 // exact
	scanAmounts  = 0.97 // right, or said to be doubtful
	scanDoubtful = 0.15
	scanSure     = 0.95 // from this confidence on no amount may be wrong
)

// scanned are the figures of one scan against what it was printed from.
type scanned struct {
	tables, grids            int
	cells, exact             int
	amounts, right, doubtful int
	wrong, sure              int // wrong and not doubtful; of them and the doubtful, wrong and sure
	missing, invented        int
}

func (s *scanned) add(o scanned) {
	s.tables += o.tables
	s.grids += o.grids
	s.cells += o.cells
	s.exact += o.exact
	s.amounts += o.amounts
	s.right += o.right
	s.doubtful += o.doubtful
	s.wrong += o.wrong
	s.sure += o.sure
	s.missing += o.missing
	s.invented += o.invented
}

func part(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

func (s scanned) String() string {
	return fmt.Sprintf("grids %d of %d; cells exact %d of %d (%.1f %%); amounts %d: right %d, doubtful %d (%.1f %%), wrong %d, missing %d, invented %d, wrong and sure %d; right or doubtful %.1f %%",
		s.grids, s.tables, s.exact, s.cells, 100*part(s.exact, s.cells), s.amounts, s.right, s.doubtful, 100*part(s.doubtful, s.amounts),
		s.wrong, s.missing, s.invented, s.sure, 100*part(s.amounts-s.wrong-s.missing, s.amounts))
}

// TestScans prints the sample and other cases, scans the prints at 200 and 300
// dots an inch with noise, skew and JPEG, and compares what is read with what
// was printed. ZVIT_SCANS is the number of scans of each print; ZVIT_SCANS_OF a
// part of the names of the samples.
func TestScans(t *testing.T) {
	if m := paper.Missing("tesseract", "pdftoppm", "chromium"); len(m) > 0 {
		t.Skipf("needs %s (Debian's tesseract-ocr-ukr, poppler-utils, chromium)", strings.Join(m, ", "))
	}
	seeds, _ := strconv.Atoi(os.Getenv("ZVIT_SCANS"))
	if seeds == 0 {
		t.Skip("reads for minutes; ZVIT_SCANS=1 scans each print once")
	}
	for _, c := range []struct {
		sample string
		style  paper.Style
	}{
		{"programme_report/green-yards/report.txt", paper.Style{Name: "bordered", Landscape: true, Points: 11}},
		{"programme_report/green-yards/report.txt", paper.Style{Name: "bands", Landscape: true, Points: 12, Band: true}},
		{"passport_report/lake-schools/document.html", paper.Style{Name: "groups", Points: 11, Band: true}},
		{"budget_execution/three-funds/document.html", paper.Style{Name: "funds", Landscape: true, Points: 11}},
	} {
		name := filepath.Base(filepath.Dir(c.sample)) + " " + c.style.Name
		if !strings.Contains(name, os.Getenv("ZVIT_SCANS_OF")) {
			continue
		}
		t.Run(name, func(t *testing.T) { scanSample(t, "../../testdata/cases/"+c.sample, c.style, seeds) })
	}
}

func scanSample(t *testing.T, sample string, style paper.Style, seeds int) {
	ctx := context.Background()
	dir := os.Getenv("ZVIT_SCANS_DIR")
	if dir == "" {
		dir = t.TempDir()
	}
	source, err := extract.ReadFile(ctx, sample, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(dir, strings.ReplaceAll(t.Name(), "/", "_")+".html")
	if err := os.WriteFile(page, []byte(paper.HTML(source.Document, style)), 0o600); err != nil {
		t.Fatal(err)
	}
	want := settledFile(t, page)
	pdf, err := paper.Print(ctx, paper.Chromium, page)
	if err != nil {
		t.Fatal(err)
	}
	for _, dpi := range []int{200, 300} {
		var all scanned
		for seed := range seeds {
			out := fmt.Sprintf("%s.%d.%d.pdf", strings.TrimSuffix(page, ".html"), dpi, seed)
			if err := paper.Scan(ctx, pdf, out, paper.Faults{DPI: dpi, Skew: 1, Noise: 8, Quality: 70, Seed: uint64(seed + 1)}); err != nil {
				t.Fatal(err)
			}
			begin := time.Now()
			got := settledFile(t, out)
			one := compareScan(t, want, got)
			t.Logf("%d dpi, scan %d, %d pages in %v: %v", dpi, seed, got.Document.Pages, time.Since(begin).Round(100*time.Millisecond), one)
			all.add(one)
		}
		if all.grids != all.tables || part(all.exact, all.cells) < scanCells || all.sure > 0 ||
			part(all.amounts-all.wrong-all.missing, all.amounts) < scanAmounts || part(all.doubtful, all.amounts) > scanDoubtful {
			t.Errorf("%d dpi: %v", dpi, all)
		}
	}
}

func settledFile(t *testing.T, path string) *extract.Result {
	t.Helper()
	res, err := readSettled(context.Background(), path, showOptions{})
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return res
}

func compareScan(t *testing.T, want, got *extract.Result) scanned {
	t.Helper()
	s := compareTables(t, tablesOf(want.Document), tablesOf(got.Document))
	known := amountsByKey(got)
	for _, a := range amountsInOrder(want) {
		s.amounts++
		b := known[a.key]
		delete(known, a.key)
		if b == nil {
			s.missing++
			t.Logf("missing: %s %q", a.key, a.Printed)
			continue
		}
		same := a.Kopecks == nil && b.Kopecks == nil || a.Kopecks != nil && b.Kopecks != nil && *a.Kopecks == *b.Kopecks
		switch {
		case b.Doubtful:
			s.doubtful++
		case same:
			s.right++
		default:
			s.wrong++
		}
		if !same {
			if b.Confidence >= scanSure {
				s.sure++
			}
			t.Logf("wrong: %s %q read as %q, confidence %.3f, doubtful %v, engine's %.2f", a.key, a.Printed, b.Printed, b.Confidence, b.Doubtful, b.Place.Confidence)
		} else if b.Doubtful && !a.Doubtful {
			t.Logf("doubtful: %s %q, engine's %.2f, confidence %.3f: %s", a.key, a.Printed, b.Place.Confidence, b.Confidence, b.Reason.EN)
		}
	}
	for key, b := range known {
		s.invented++
		t.Logf("invented: %s %q", key, b.Printed)
	}
	return s
}

// keyed is an amount with what it is an amount of.
type keyed struct {
	*record.Amount
	key string
}

// amountsInOrder gives each amount a key by what it is said of, equal in two
// readings of one report whatever they call their tables.
func amountsInOrder(r *extract.Result) []keyed {
	var out []keyed
	for i, report := range r.Reports {
		subjects := map[string]string{}
		for j, m := range report.Measures {
			subjects[m.ID] = fmt.Sprintf("measure %d", j+1)
		}
		for j, m := range report.Indicators {
			subjects[m.ID] = fmt.Sprintf("indicator %d", j+1)
		}
		for j, l := range report.Lines {
			subjects[l.ID] = fmt.Sprintf("line %d", j+1)
		}
		seen := map[string]int{}
		for j := range report.Amounts {
			a := &report.Amounts[j]
			key := strings.TrimSpace(fmt.Sprintf("report %d %s %s %s %d %s %s %s", i+1, a.Subject, subjects[a.SubjectID], a.Role, a.Year, a.Period, a.Fund, a.Source))
			seen[key]++
			out = append(out, keyed{a, fmt.Sprintf("%s #%d", key, seen[key])})
		}
	}
	return out
}

func amountsByKey(r *extract.Result) map[string]*record.Amount {
	out := map[string]*record.Amount{}
	for _, a := range amountsInOrder(r) {
		out[a.key] = a.Amount
	}
	return out
}

func tablesOf(d *document.Document) []*document.Table {
	var out []*document.Table
	for _, b := range d.Blocks {
		if t, ok := b.(*document.Table); ok {
			out = append(out, t)
		}
	}
	return out
}

// compareTables counts the grids that are as printed and the cells whose text
// is, but for the width of white space.
func compareTables(t *testing.T, want, got []*document.Table) scanned {
	t.Helper()
	var s scanned
	for i, w := range want {
		s.tables++
		var g *document.Table
		if i < len(got) {
			g = got[i]
		}
		if g != nil && len(g.Rows) == len(w.Rows) && g.Columns == w.Columns {
			s.grids++
		} else if g != nil {
			t.Logf("table %d is %d by %d, want %d by %d", i+1, len(g.Rows), g.Columns, len(w.Rows), w.Columns)
		}
		for r := range w.Rows {
			for c := range w.Rows[r].Cells {
				cell := &w.Rows[r].Cells[c]
				text := spaced(cell.Text())
				if text == "" {
					continue
				}
				s.cells++
				if read := cellAt(g, r, cell.Col); read == text {
					s.exact++
				} else if os.Getenv("ZVIT_SCANS_CELLS") != "" {
					t.Logf("table %d row %d column %d: %q read as %q", i+1, r+1, cell.Col+1, text, read)
				}
			}
		}
	}
	for i := len(want); i < len(got); i++ {
		t.Logf("one table too many: %d by %d", len(got[i].Rows), got[i].Columns)
		s.tables++
	}
	return s
}

func cellAt(t *document.Table, row, col int) string {
	if t == nil || row >= len(t.Rows) {
		return ""
	}
	if c := t.Rows[row].At(col); c != nil {
		return spaced(c.Text())
	}
	return ""
}

// spaced makes all white space one space.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }
