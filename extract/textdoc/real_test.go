package textdoc

import (
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// expectedTable holds facts of one table of a published document: its size, a
// few short labels by "row,column", and sums of a column over rows [from, to).
type expectedTable struct {
	Rows, Cols int
	Labels     map[string]string
	Sums       []struct {
		Rows  [2]int
		Col   int
		Total string
	}
}

// TestPublishedDocuments reads the documents of the reference folder.
func TestPublishedDocuments(t *testing.T) {
	reference := os.Getenv("ZVIT_REFERENCE")
	if reference == "" {
		t.Skip("ZVIT_REFERENCE is not set: the published documents are not part of the project")
	}
	data, err := os.ReadFile(filepath.Join("testdata", "real.json"))
	if err != nil {
		t.Fatal(err)
	}
	var expected map[string]struct{ Tables []expectedTable }
	if err := json.Unmarshal(data, &expected); err != nil {
		t.Fatal(err)
	}
	for name, want := range expected {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(reference, "real", name)
			if _, err := os.Stat(path); err != nil {
				path = filepath.Join(reference, "reports", name)
			}
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			doc := readText(t, string(source))
			tables := tablesOf(doc)
			if len(tables) != len(want.Tables) {
				t.Fatalf("%d tables, want %d", len(tables), len(want.Tables))
			}
			for i, w := range want.Tables {
				if len(tables[i].Rows) != w.Rows || tables[i].Columns != w.Cols {
					t.Errorf("table %d: %d x %d, want %d x %d", i+1, len(tables[i].Rows), tables[i].Columns, w.Rows, w.Cols)
					continue
				}
				checkFacts(t, texts(tables[i]), w)
			}
		})
	}
}

func checkFacts(t *testing.T, grid [][]string, w expectedTable) {
	t.Helper()
	for at, label := range w.Labels {
		var row, col int
		if err := json.Unmarshal([]byte("["+at+"]"), &[]*int{&row, &col}); err != nil {
			t.Fatal(err)
		}
		if got := grid[row][col]; got != label {
			t.Errorf("row %d, column %d: %q, want %q", row, col, got, label)
		}
	}
	for _, sum := range w.Sums {
		total := new(big.Rat)
		for _, r := range grid[sum.Rows[0]:sum.Rows[1]] {
			if n, ok := rational(r[sum.Col]); ok {
				total.Add(total, n)
			}
		}
		if want, _ := rational(sum.Total); total.Cmp(want) != 0 {
			t.Errorf("column %d adds up to %s, want %s", sum.Col, total.FloatString(3), sum.Total)
		}
	}
}

// rational reads a printed number exactly.
func rational(s string) (*big.Rat, bool) {
	return new(big.Rat).SetString(strings.NewReplacer(" ", "", "\u00a0", "", ",", ".").Replace(s))
}
