package store

import (
	"context"
	"database/sql/driver"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// multiply makes n documents out of the one that is there, with ids, hashes,
// programmes and sums of their own: in SQL, as two million amounts take minutes
// otherwise.
func multiply(b *testing.B, db *DB, n int) {
	b.Helper()
	err := db.write.transaction(context.Background(), func(t *tx) error {
		if err := t.script(fmt.Sprintf(`CREATE TEMP TABLE copies AS
			WITH RECURSIVE c(doc) AS (SELECT 2 UNION ALL SELECT doc + 1 FROM c WHERE doc < %d)
			SELECT doc, printf('%%016x', doc * 2654435761 %% 4294967296 * 1000003) AS id FROM c`, n)); err != nil {
			return err
		}
		tables := append([]string{"document", "source"}, append(append([]string{}, textTables...), recordTables...)...)
		for i := range tables {
			table := tables[i]
			if i > 1 { // children stand before parents
				table = tables[len(tables)+1-i]
			}
			var columns, values []string
			if err := t.each("SELECT name, type FROM pragma_table_info(?) WHERE name <> 'doc' ORDER BY cid", []driver.Value{table}, func(c *cursor) error {
				name, kind := c.text(), c.text()
				columns = append(columns, name)
				switch {
				case name == "document_id":
					values = append(values, "k.id || substr(s.document_id, 17)")
				case strings.HasSuffix(name, "_id") || name == "same_as" || name == "part_of":
					values = append(values, "replace(s."+name+", (SELECT substr(document_id, 1, 16) FROM document WHERE doc = 1), k.id)")
				case name == "programme_key" || name == "path":
					values = append(values, "s."+name+" || k.doc")
				case strings.HasSuffix(name, "kopecks") && kind == "INTEGER":
					values = append(values, "s."+name+" + k.doc * 7919 % 100003")
				case name == "doubtful":
					values = append(values, "s.doubtful AND k.doc % 2")
				case name == "content_key":
					values = append(values, "k.id")
				default:
					values = append(values, "s."+name)
				}
				return nil
			}); err != nil {
				return err
			}
			if err := t.script(fmt.Sprintf("INSERT INTO %s (doc, %s) SELECT k.doc, %s FROM temp.copies k CROSS JOIN %s s ON s.doc = 1",
				table, strings.Join(columns, ", "), strings.Join(values, ", "), table)); err != nil {
				return fmt.Errorf("%s: %w", table, err)
			}
		}
		if err := t.script(`INSERT INTO search_entry (entry, doc, report, subject, tbl, n, text)
			SELECT s.entry + (SELECT max(entry) FROM search_entry) * (k.doc - 1), k.doc, s.report, s.subject, s.tbl, s.n, s.text || ' слово' || k.doc
			FROM temp.copies k CROSS JOIN search_entry s ON s.doc = 1`); err != nil {
			return err
		}
		return t.script("INSERT INTO search_text (docid, text) SELECT entry, text FROM search_entry WHERE doc > 1 ORDER BY entry")
	})
	if err != nil {
		b.Fatal(err)
	}
}

// The common questions, each as a person or Datasette asks it. ZVIT_BENCH_DOCS
// is the number of documents, of 50 amounts each.
func BenchmarkQuestions(b *testing.B) {
	docs := 400
	if n, err := strconv.Atoi(os.Getenv("ZVIT_BENCH_DOCS")); err == nil {
		docs = n
	}
	db := opened(b)
	put(b, db, sourced(sample{name: "first", measures: 24}.entry()))
	start := time.Now()
	multiply(b, db, docs)
	one := hash("first")
	report := one[:16] + "/report1"
	b.Logf("%d documents, %s amounts, made in %v", docs, queryB(b, db, "SELECT count(*) FROM amount"), time.Since(start).Round(time.Second))
	for name, q := range map[string]string{
		"execution":                    "SELECT * FROM execution LIMIT 100",
		"execution of a programme":     "SELECT * FROM execution WHERE programme_key = 'тихі джерела|вербова рада" + strconv.Itoa(docs/2) + "'",
		"execution in all":             "SELECT sum(planned_kopecks), sum(actual_kopecks) FROM execution",
		"money that counts":            "SELECT * FROM execution_amounts LIMIT 100",
		"execution by year":            "SELECT * FROM execution_by_year LIMIT 100",
		"execution by source":          "SELECT * FROM execution_by_source LIMIT 100",
		"sure measures":                "SELECT * FROM least_executed_measures WHERE NOT doubtful LIMIT 100",
		"least executed measures":      "SELECT * FROM least_executed_measures LIMIT 100",
		"doubtful by report":           "SELECT * FROM doubtful_by_report LIMIT 100",
		"totals that do not hold":      "SELECT * FROM totals_that_do_not_hold LIMIT 100",
		"measures of a report":         "SELECT * FROM measures WHERE report_id = '" + report + "' ORDER BY ordinal",
		"amounts of a report":          "SELECT * FROM amounts WHERE report_id = '" + report + "'",
		"amounts of a measure":         "SELECT a.* FROM measures m JOIN amounts a ON a.subject_id = m.measure_id WHERE m.report_id = '" + report + "'",
		"why an amount":                "SELECT e.* FROM amounts a JOIN evidence e USING (amount_id) WHERE a.report_id = '" + report + "'",
		"cells of a table":             "SELECT * FROM cells WHERE table_id = '" + one[:16] + "/t3'",
		"parts of a table":             "SELECT * FROM cell_parts WHERE table_id = '" + one[:16] + "/t3'",
		"paragraphs of a document":     "SELECT * FROM paragraphs WHERE document_id = '" + one + "'",
		"findings of a report":         "SELECT * FROM findings WHERE report_id = '" + report + "'",
		"serious findings":             "SELECT * FROM findings WHERE code = 'total_mismatch' AND severity = 'serious' LIMIT 100",
		"documents that failed":        "SELECT * FROM documents WHERE status = 'failed'",
		"documents by status":          "SELECT status, count(*) FROM documents GROUP BY status",
		"reports by kind":              "SELECT kind, count(*) FROM reports GROUP BY kind",
		"a document by its path":       "SELECT d.* FROM sources s JOIN documents d USING (document_id) WHERE s.path = '/архів/first7'",
		"duplicates":                   "SELECT * FROM documents WHERE duplicate_of IS NOT NULL",
		"a decision":                   "SELECT * FROM decisions WHERE number = '77' LIMIT 100",
		"a code":                       "SELECT * FROM codes WHERE code = '0117310' LIMIT 100",
		"tables of a document":         "SELECT * FROM tables WHERE document_id = '" + one + "'",
		"the greatest doubtful amount": "",
		"search for a rare word":       "",
		"search for a common word":     "",
	} {
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			ctx := context.Background()
			for b.Loop() {
				var err error
				switch name {
				case "the greatest doubtful amount":
					_, err = db.Doubtful(ctx, Filter{Limit: 100})
				case "search for a rare word":
					_, err = db.Search(ctx, "слово"+strconv.Itoa(docs/3), 50)
				case "search for a common word":
					_, err = db.Search(ctx, "джерел криниц", 50)
				default:
					queryB(b, db, q)
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func queryB(b *testing.B, db *DB, sql string) string {
	b.Helper()
	return fmt.Sprint(query(b, db, sql))
}
