package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/store"
)

// ownTotals are what the case documents themselves say in total, in hryvnias, by
// report, subject and role; of lines by table, in their order. Where a document
// prints no total its rows were added up by hand.
var ownTotals = map[string]string{
	"budget_execution/by-code/document.html":            "1 line planned 10500.00; 1 line actual 5000.00",
	"budget_execution/programmes-in-rows/document.html": "1 line planned 6300.00; 1 line actual 5000.50",
	"budget_execution/quarter/document.txt":             "1 line planned 99176300.00; 1 line actual 23915436.00",
	// 57 950 200,00 of the general and 942 000,00 of the special fund.
	"budget_execution/three-funds/document.html": "1 line planned 58892200.00; 1 line actual 42755754.67",
	// The second table is of the local programmes within the first.
	"passport_report/explained-indicators/document.txt": "1 line planned 45405700.00; 1 line actual 44401586.88; 1 line planned 1712000.00; 1 line actual 1649233.40",
	"passport_report/lake-schools/document.html":        "1 line planned 1250000.00; 1 line actual 1238500.25",
	"programme/financing-passport/document.txt":         "",
	"programme/half-years/document.html":                "1 measure planned 945000.00; 1 line planned 945000.00",
	// Of the measures by year, and by source.
	"programme/reed-ponds/document.html":               "1 measure planned 915750.00; 1 line planned 915750.00; 1 line planned 915750.00",
	"programme/sources-in-rows/document.txt":           "1 measure planned 4230000.00; 1 line planned 4230000.00",
	"programme_report/actual-in-hryvnias/document.txt": "1 measure planned 640000.00; 1 measure actual 595053.05; 1 line planned 640000.00; 1 line actual 595053.05",
	// What its rows give: its declared totals leave rows out, which is found.
	"programme_report/green-yards/report.txt":             "1 measure planned 2362700.00; 1 measure actual 1730797.10; 2 measure planned 1104000.00; 2 measure actual 245900.00",
	"programme_report/kopecks-in-words/document.txt":      "1 measure planned 186500.00; 1 measure actual 174320.15; 1 line planned 186500.00; 1 line actual 174320.15",
	"programme_report/millions/document.txt":              "1 measure planned 9200000.00; 1 measure actual 7850000.00; 1 line planned 9200000.00; 1 line actual 7850000.00",
	"programme_report/plan-and-fact-in-rows/document.txt": "1 line planned 1050000.00; 1 line actual 788300.00",
	"programme_report/roles-after-numbers/document.txt":   "1 measure planned 3560000.00; 1 measure actual 2874512.36; 1 line planned 3560000.00; 1 line actual 2874512.36",
	"programme_report/several-programmes/document.txt":    "1 measure planned 576000.00; 1 measure actual 561200.00; 1 line planned 576000.00; 1 line actual 561200.00; 2 measure planned 1080500.00; 2 measure actual 1051000.00; 2 line planned 1080500.00; 2 line actual 1051000.00",
	"programme_report/sources-and-years/document.txt":     "1 line planned 4375000.00; 1 line actual 300300.00",
	"programme_report/sources-below-totals/document.txt":  "1 measure planned 1016500.00; 1 measure actual 917190.60; 1 line planned 1016500.00; 1 line actual 917190.60",
	"programme_report/task-totals/document.html":          "1 measure planned 18850000.00; 1 measure actual 15148300.00; 1 line planned 18850000.00; 1 line actual 15148300.00",
	"programme_report/tasks-between-rows/document.txt":    "1 measure planned 1590000.00; 1 measure actual 1076000.00; 1 line planned 1590000.00; 1 line actual 1076000.00",
	"programme_report/two-levels-over-pages/document.txt": "1 measure planned 214600.00; 1 measure actual 170450.50; 1 line planned 214600.00; 1 line actual 170450.50",
	"programme_report/year-pairs/document.txt":            "1 measure planned 5280000.00; 1 measure actual 5040600.00; 1 line planned 5280000.00; 1 line actual 5040600.00",
	"register/pond-programmes/document.txt":               "",
	"register/three-programmes/document.html":             "1 line planned 8470500.00",
	// 2000,50 and 100,00 of the fund, 450 of gifts, thousands.
	"unknown/pond-gifts/document.html":     "1 line actual 2550500.00",
	"unknown/units-in-cells/document.html": "1 line planned 234000.00; 1 line actual 233160.00",
}

// TestSumsByTheRule adds up each case by the README's rule: amounts of one report,
// subject and role, of lines of one table, with neither same_as nor part_of, are
// the document's own total.
func TestSumsByTheRule(t *testing.T) {
	dir := filepath.Join("..", "..", "testdata", "cases")
	var names []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if name := d.Name(); err == nil && (strings.HasPrefix(name, "document.") || name == "report.txt") {
			names = append(names, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "cases.db")
	var out, errs strings.Builder
	if code := run(context.Background(), append([]string{"zvit", "ingest", "--db", path}, names...), &out, &errs, os.Getenv); code != exitDone {
		t.Fatalf("exit %d: %s", code, &errs)
	}
	db, err := store.OpenReadOnly(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(db)
	rows, err := queryObjects(context.Background(), db, `
		SELECT d.path, r.ordinal AS report, a.subject, a.role, sum(a.kopecks) AS kopecks
		FROM amounts a JOIN reports r USING (report_id) JOIN documents d USING (document_id) LEFT JOIN tables t USING (table_id)
		WHERE a.same_as IS NULL AND a.part_of IS NULL AND a.subject IN ('measure', 'line') AND a.role IN ('planned', 'actual')
		GROUP BY d.path, r.ordinal, a.subject, iif(a.subject = 'line', t.ordinal, 0), a.role
		ORDER BY d.path, r.ordinal, a.subject DESC, t.ordinal, a.role DESC`)
	if err != nil {
		t.Fatal(err)
	}
	checkSources(t, db)
	sums := map[string][]string{}
	for _, row := range rows {
		kopecks, _ := row.get("kopecks").(int64)
		name, err := filepath.Rel(dir, fmt.Sprint(row.get("path")))
		if err != nil {
			t.Fatal(err)
		}
		sums[filepath.ToSlash(name)] = append(sums[filepath.ToSlash(name)],
			fmt.Sprintf("%v %v %v %d.%02d", row.get("report"), row.get("subject"), row.get("role"), kopecks/100, kopecks%100))
	}
	for _, path := range names {
		name, err := filepath.Rel(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		name = filepath.ToSlash(name)
		want, known := ownTotals[name]
		if !known {
			t.Errorf("%s: its totals are not known to this test", name)
		}
		var list []string
		if want != "" {
			list = strings.Split(want, "; ")
		}
		if diff := cmp.Diff(list, sums[name]); diff != "" {
			t.Errorf("%s: (-the document's own +added up by the rule)\n%s", name, diff)
		}
	}
	if len(names) < 20 || !slices.IsSorted(names) {
		t.Errorf("%d cases", len(names))
	}
}

// checkSources: whose money it is adds up to all of it, where the measures say so.
func checkSources(t *testing.T, db *store.DB) {
	t.Helper()
	rows, err := queryObjects(context.Background(), db, `
		SELECT (SELECT path FROM documents d JOIN reports r USING (document_id) WHERE r.report_id = s.report_id) AS path,
			sum(s.planned_kopecks) AS planned, sum(s.actual_kopecks) AS actual, e.planned_kopecks, e.actual_kopecks, count(*) AS sources
		FROM execution_by_source s JOIN (SELECT report_id, sum(planned_kopecks) AS planned_kopecks, sum(actual_kopecks) AS actual_kopecks
			FROM execution GROUP BY report_id) e USING (report_id) GROUP BY s.report_id`)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if row.get("planned") != row.get("planned_kopecks") || row.get("actual") != row.get("actual_kopecks") {
			t.Errorf("by source: %v", row)
		}
	}
	if len(rows) < 2 {
		t.Errorf("%d reports by source", len(rows))
	}
}
