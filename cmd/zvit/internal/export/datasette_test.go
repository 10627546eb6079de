package export

import (
	"context"
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zvit/store"
)

// TestDatasette: every view and column is described with its unit, the tables
// behind them are hidden, and every query answers.
func TestDatasette(t *testing.T) {
	db, path := archive(t)
	out := filepath.Join(t.TempDir(), "metadata.json")
	written(t, db, path, Datasette, out)
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var site siteMetadata
	if err := json.Unmarshal(data, &site); err != nil {
		t.Fatal(err)
	}
	d, ok := site.Databases["архів 1"] // the file's name without its extension
	if !ok {
		t.Fatalf("databases: %v", site.Databases)
	}
	for _, v := range store.AllViews() {
		m := d.Tables[v.Name]
		if m.Description == "" || m.Hidden {
			t.Errorf("%s: %+v", v.Name, m)
		}
		for _, c := range v.Columns {
			if got := m.Columns[c.Name]; !strings.Contains(got, c.Meaning.EN) || !strings.Contains(got, c.Unit) {
				t.Errorf("%s.%s: %q", v.Name, c.Name, got)
			}
		}
	}
	if !d.Tables["amount"].Hidden || !d.Tables["search_text_segments"].Hidden {
		t.Error("the tables behind the views are shown")
	}
	for name, q := range d.Queries {
		var args []any
		for _, p := range []string{"report_id", "word"} {
			if strings.Contains(q.SQL, ":"+p) {
				args = append(args, sql.Named(p, "x"))
			}
		}
		rows, err := db.Query(context.Background(), q.SQL, args...)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for rows.Next() {
		}
		if err := rows.Err(); err != nil && !strings.Contains(err.Error(), "integer overflow") { // the awkward sums
			t.Errorf("%s: %v", name, err)
		}
		rows.Close()
	}
	if len(d.Queries) != len(questions) {
		t.Errorf("%d queries", len(d.Queries))
	}
}
