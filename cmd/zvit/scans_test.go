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
	before                   int // of the doubtful, those of the print are, too
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
	s.before += o.before
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

// samples are what is printed and scanned: the sample report in two layouts,
// which is held to the marks, and every other case, each in one of several.
func samples(t *testing.T) (files []string, styles []paper.Style) {
	t.Helper()
	const sample = "programme_report/green-yards/report.txt"
	files = []string{sample, sample}
	styles = []paper.Style{
		{Name: "bordered", Landscape: true, Points: 11},
		{Name: "bands", Landscape: true, Points: 12, Band: true},
	}
	others := []paper.Style{
		{Name: "wide", Landscape: true, Points: 11},
		{Name: "groups", Points: 11, Band: true},
		{Name: "small", Landscape: true, Points: 9.5},
		{Name: "large", Points: 12},
	}
	found, err := filepath.Glob(cases + "*/*/document.*")
	if err != nil || len(found) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for i, f := range found {
		files, styles = append(files, strings.TrimPrefix(f, cases)), append(styles, others[i%len(others)])
	}
	return files, styles
}

const cases = "../../testdata/cases/"

// TestScans prints the sample and other cases, scans the prints at 200 and 300
// dots an inch with noise, skew and JPEG, and compares what is read with what
// was printed. ZVIT_SCANS is the number of scans of each print; ZVIT_SCANS_OF a
// part of the names of the samples; ZVIT_SCANS_DIR a folder for the prints and
// scans, where those of another run are used again.
func TestScans(t *testing.T) {
	if m := paper.Missing("tesseract", "pdftoppm", "chromium"); len(m) > 0 {
		t.Skipf("needs %s (Debian's tesseract-ocr-ukr, poppler-utils, chromium)", strings.Join(m, ", "))
	}
	seeds, _ := strconv.Atoi(os.Getenv("ZVIT_SCANS"))
	if seeds == 0 {
		t.Skip("reads for minutes; ZVIT_SCANS=1 scans each print once")
	}
	files, styles := samples(t)
	for i, file := range files {
		name := filepath.Base(filepath.Dir(file)) + " " + styles[i].Name
		if !strings.Contains(name, os.Getenv("ZVIT_SCANS_OF")) {
			continue
		}
		t.Run(name, func(t *testing.T) { scanSample(t, cases+file, styles[i], seeds) })
	}
}

// TestScannedPages scans two printed pages of testdata/scanned (cases, printed by
// Chromium), once each: what every change must keep. TestScans scans more.
func TestScannedPages(t *testing.T) {
	if m := paper.Missing("tesseract", "pdftoppm"); len(m) > 0 {
		t.Skipf("needs %s (Debian's tesseract-ocr-ukr, poppler-utils)", strings.Join(m, ", "))
	}
	for _, c := range []struct{ print, sample string }{
		{"by-code.pdf", "budget_execution/by-code/document.html"},
		{"lake-schools.pdf", "passport_report/lake-schools/document.html"},
	} {
		t.Run(c.print, func(t *testing.T) {
			t.Parallel()
			out := filepath.Join(t.TempDir(), "scan.pdf")
			if err := paper.Scan(context.Background(), "testdata/scanned/"+c.print, out, faults(200, 1)); err != nil {
				t.Fatal(err)
			}
			if s := compareScan(t, settledFile(t, cases+c.sample), settledFile(t, out)); !s.holds() || s.amounts == 0 {
				t.Errorf("%v", s)
			}
		})
	}
}

// faults are those of the scans: up to a degree of skew, noise and JPEG.
func faults(dpi, seed int) paper.Faults {
	return paper.Faults{DPI: dpi, Skew: 1, Noise: 8, Quality: 70, Seed: uint64(seed)}
}

// holds reports whether scans keep to the marks.
func (s scanned) holds() bool {
	return s.grids == s.tables && part(s.exact, s.cells) >= scanCells && s.sure == 0 &&
		part(s.amounts-s.wrong-s.missing, s.amounts) >= scanAmounts && part(s.doubtful-s.before, s.amounts) <= scanDoubtful
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
	pdf := strings.TrimSuffix(page, ".html") + ".chromium.pdf"
	if _, err := os.Stat(pdf); err != nil {
		if pdf, err = paper.Print(ctx, paper.Chromium, page); err != nil {
			t.Fatal(err)
		}
	}
	for _, dpi := range []int{200, 300} {
		var all scanned
		pages, spent := 0, time.Duration(0)
		for seed := range seeds {
			out := fmt.Sprintf("%s.%d.%d.pdf", strings.TrimSuffix(page, ".html"), dpi, seed)
			if _, err := os.Stat(out); err != nil {
				if err := paper.Scan(ctx, pdf, out, faults(dpi, seed+1)); err != nil {
					t.Fatal(err)
				}
			}
			begin := time.Now()
			got := settledFile(t, out)
			one := compareScan(t, want, got)
			took := time.Since(begin)
			t.Logf("%d dpi, scan %d, %d pages in %v: %v", dpi, seed, got.Document.Pages, took.Round(100*time.Millisecond), one)
			all.add(one)
			pages, spent = pages+got.Document.Pages, spent+took
		}
		t.Logf("%d dpi: %.1f s a page: %v", dpi, spent.Seconds()/float64(pages), all)
		if !all.holds() {
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
			if a.Doubtful {
				s.before++
			}
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
