package main

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"zvit/extract"
	"zvit/extract/record"
	"zvit/normalize"
)

// claim is what an analyst takes an amount for, without the place that it
// stands in.
type claim struct {
	printed string
	role    record.Role
	year    int
	period  string
	fund    record.Fund
	kopecks record.Kopecks
}

// claimsOf reads a text and settles it: how often each claim is made, and how
// often it is made surely.
func claimsOf(t *testing.T, text string) (all, sure map[claim]int) {
	t.Helper()
	res, err := extract.ReadBytes(context.Background(), "report.txt", []byte(text), extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := normalize.Settle(context.Background(), res.Reports, nil); err != nil {
		t.Fatal(err)
	}
	all, sure = map[claim]int{}, map[claim]int{}
	for _, r := range res.Reports {
		for _, a := range r.Amounts {
			c := claim{a.Printed, a.Role, a.Year, a.Period, a.Fund, -1}
			if a.Kopecks != nil {
				c.kopecks = *a.Kopecks
			}
			all[c]++
			if !a.Doubtful {
				sure[c]++
			}
		}
	}
	return all, sure
}

// harm counts what became wrong without a mark.
type harm struct{ copies, harmed, wrong, amounts int }

var fraction = regexp.MustCompile(`\d,\d`)

// TestOneCellMoreOrLess puts one empty cell into one row of our own reports, or
// takes one cell out, at every place there is, and counts the amounts that are
// then sure of what the whole report does not say. A row that lost a cell in its
// midst cannot always be told from a row that ends early, so that some remain.
func TestOneCellMoreOrLess(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "..", "testdata", "cases", "*", "*", "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases", err)
	}
	counts := map[string]*harm{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(data), "\n")
		all, _ := claimsOf(t, string(data))
		part := "heading row"
		for i, line := range lines {
			cells := strings.Split(line, "\t")
			if len(cells) < 4 || strings.Trim(line, "-\t") == "" {
				part = "heading row"
				continue
			}
			if fraction.MatchString(line) {
				part = "other row"
			}
			try := func(what string, changed []string) {
				copied := slices.Clone(lines)
				copied[i] = strings.Join(changed, "\t")
				_, sure := claimsOf(t, strings.Join(copied, "\n"))
				h := counts[what+", "+part]
				if h == nil {
					h = &harm{}
					counts[what+", "+part] = h
				}
				h.copies++
				wrong := 0
				for c, n := range sure {
					h.amounts += n
					wrong += max(0, n-all[c])
				}
				h.wrong += wrong
				if wrong > 0 {
					h.harmed++
					if testing.Verbose() {
						t.Logf("%s:%d %s: %d wrong", filepath.Base(filepath.Dir(path)), i+1, what, wrong)
					}
				}
			}
			for j := range len(cells) + 1 {
				try("one more", slices.Insert(slices.Clone(cells), j, ""))
			}
			for j := range cells {
				try("one less", slices.Delete(slices.Clone(cells), j, j+1))
			}
		}
	}
	for what, most := range map[string]float64{ // per cent of the sure amounts
		"one more, heading row": 0.45, "one less, heading row": 0.85, "one more, other row": 0.05, "one less, other row": 0.45,
	} {
		h := counts[what]
		share := 100 * float64(h.wrong) / float64(h.amounts)
		t.Logf("%s: %d copies, %d of them with a wrong sure amount; %d of %d sure amounts wrong (%.2f %%)",
			what, h.copies, h.harmed, h.wrong, h.amounts, share)
		if share > most {
			t.Errorf("%s: %.2f %% of the sure amounts are wrong, at most %.2f before", what, share, most)
		}
	}
}
