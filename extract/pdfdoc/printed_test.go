package pdfdoc

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"zvit/extract/document"
)

// htmlCells are the texts of the cells of a page, in order.
func htmlCells(t *testing.T, path string) []string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := goquery.NewDocumentFromReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	doc.Find("td,th").Each(func(_ int, s *goquery.Selection) {
		if text := strings.TrimSpace(s.Text()); text != "" {
			out = append(out, text)
		}
	})
	return out
}

// TestPrintedTables compares printed samples with the pages that they were
// printed from (testdata/make.py). Rows that a page break cut are put together
// by package rejoin, not here: their cells may be missing, and no others.
func TestPrintedTables(t *testing.T) {
	for _, c := range []struct {
		file string
		cut  int // cells in rows cut by page breaks
	}{
		{"bordered.chromium", 3},
		{"bordered.libreoffice", 7},
		{"groups.libreoffice", 0},
		{"wide.chromium", 0},
		{"plain.libreoffice", 0},
	} {
		t.Run(c.file, func(t *testing.T) {
			name, _, _ := strings.Cut(c.file, ".")
			want := htmlCells(t, "testdata/printed/"+name+".html")
			data, err := os.ReadFile("testdata/printed/" + c.file + ".pdf")
			if err != nil {
				t.Fatal(err)
			}
			d, err := Read(context.Background(), data, Options{NoOCR: true})
			if err != nil {
				t.Fatal(err)
			}
			if len(d.Problems) > 0 {
				t.Errorf("problems with a sound file: %v", d.Problems)
			}
			got := map[string]int{}
			for _, b := range d.Blocks {
				table, ok := b.(*document.Table)
				if !ok {
					continue
				}
				for i := range table.Rows {
					for j := range table.Rows[i].Cells {
						got[table.Rows[i].Cells[j].Text()]++
					}
				}
			}
			missing := 0
			for _, w := range want {
				if got[w] == 0 {
					missing++
					if missing > c.cut {
						t.Errorf("no cell %q", w)
					}
					continue
				}
				got[w]--
			}
		})
	}
}
