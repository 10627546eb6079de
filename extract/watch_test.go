package extract_test

import (
	"context"
	"path/filepath"
	"testing"

	"zvit/extract"
	"zvit/extract/layout"
)

// TestChosenPages reads the second of two pages of a printed report, as far as its tables.
func TestChosenPages(t *testing.T) {
	path := filepath.Join("pdfdoc", "testdata", "printed", "bordered.libreoffice.pdf")
	var seen []int
	ctx := extract.Watch(context.Background(), func(p layout.Page) {
		if len(p.Words) == 0 {
			t.Errorf("page %d was seen without words", p.Number)
		}
		seen = append(seen, p.Number)
	})
	res, err := extract.ReadFile(ctx, path, extract.Options{FirstPage: 2, LastPage: 3, Until: extract.Rejoined})
	if err != nil {
		t.Fatal(err)
	}
	if len(seen) != 1 || seen[0] != 2 {
		t.Errorf("pages %v were seen, want 2", seen)
	}
	if res.Document == nil || len(res.Document.Blocks) == 0 || res.Reports != nil {
		t.Error("want whole tables and no reports")
	}
	for _, b := range res.Raw.Blocks {
		if p := b.Where().Page; p != 2 {
			t.Errorf("a block stands on page %d", p)
		}
	}
}
