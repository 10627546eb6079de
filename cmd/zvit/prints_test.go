package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The marks that prints are held to.
const (
	printCells  = 0.995 // equal without white space
	printSpaced = 0.98  // equal with it
)

// TestPrints compares what is read from prints with what is read from the pages
// that they were printed from: cells, and amounts with what they are amounts of.
// They are small ones of each layout, or those of ZVIT_PRINTS: a folder with
// NAME.html beside NAME.PRINTER.pdf, as extract/pdfdoc/testdata/make.py and
// package paper make them.
func TestPrints(t *testing.T) {
	dir := os.Getenv("ZVIT_PRINTS")
	if dir == "" {
		dir = filepath.FromSlash("../../extract/pdfdoc/testdata/printed")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no prints in %s: %v", dir, err)
	}
	for _, file := range files {
		name, _, _ := strings.Cut(filepath.Base(file), ".")
		t.Run(filepath.Base(file), func(t *testing.T) {
			want, got := settledFile(t, filepath.Join(dir, name+".html")), settledFile(t, file)
			cells, tight, loose := 0, map[string]int{}, map[string]int{}
			for _, x := range tablesOf(got.Document) {
				for r := range x.Rows {
					for c := range x.Rows[r].Cells {
						text := x.Rows[r].Cells[c].Text()
						tight[strings.Join(strings.Fields(text), "")]++
						loose[spaced(text)]++
					}
				}
			}
			same, sameSpaced, first := 0, 0, 0
			for _, x := range tablesOf(want.Document) {
				for r := range x.Rows {
					for c := range x.Rows[r].Cells {
						text := x.Rows[r].Cells[c].Text()
						bare := strings.Join(strings.Fields(text), "")
						if bare == "" {
							continue
						}
						cells++
						if loose[spaced(text)] > 0 {
							loose[spaced(text)]--
							sameSpaced++
						}
						if tight[bare] > 0 {
							tight[bare]--
							same++
						} else if first++; first <= 5 {
							t.Logf("no cell %q", text)
						}
					}
				}
			}
			s := compareScan(t, want, got)
			t.Logf("%d pages; grids %d of %d; cells %d: equal %.2f %%, with white space %.2f %%; amounts %d: equal %d, missing %d, invented %d",
				got.Document.Pages, s.grids, s.tables, cells, 100*part(same, cells), 100*part(sameSpaced, cells), s.amounts, s.right+s.doubtful, s.missing, s.invented)
			if part(same, cells) < printCells || part(sameSpaced, cells) < printSpaced || s.grids < s.tables || s.wrong+s.missing+s.invented > 0 {
				t.Errorf("grids %d of %d; equal %d of %d cells, with white space %d; wrong amounts %d, missing %d, invented %d",
					s.grids, s.tables, same, cells, sameSpaced, s.wrong, s.missing, s.invented)
			}
		})
	}
}
