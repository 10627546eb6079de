package main

import (
	"context"
	"fmt"
	"io"

	"zvit/cmd/zvit/internal/decide"
	"zvit/store"
)

// column is a column of a table with several doubtful amounts, which can be
// decided together.
type column struct {
	of      decide.Scope
	header  string // of one of them
	path    string
	amounts int
}

// mostColumns is how many columns are named: those with the most to decide.
const mostColumns = 5

// columns lists the columns with the most doubtful amounts.
func columns(ctx context.Context, db *store.DB) (list []column, err error) {
	rows, err := queryObjects(ctx, db, `
		SELECT a.table_id, a.col, count(*) AS amounts, min(a.header_path) AS header, min(d.path) AS path
		FROM amounts a JOIN reports r USING (report_id) JOIN documents d USING (document_id)
		WHERE a.doubtful = 1 AND a.kopecks IS NOT NULL AND a.table_id IS NOT NULL
			AND d.duplicate_of IS NULL AND d.superseded_by IS NULL
		GROUP BY a.table_id, a.col HAVING count(*) > 1 ORDER BY amounts DESC, a.table_id, a.col LIMIT ?`, mostColumns)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		c := column{}
		c.header, _ = r.get("header").(string)
		c.path, _ = r.get("path").(string)
		table, _ := r.get("table_id").(string)
		col, _ := r.get("col").(int64)
		n, _ := r.get("amounts").(int64)
		c.of, c.amounts = decide.Column(table, int(col)), int(n)
		list = append(list, c)
	}
	return list, nil
}

func writeColumns(e *env, w io.Writer, list []column, dbArgs string) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", e.say.Say("check.columns", dbArgs))
	for _, c := range list {
		fmt.Fprintf(w, "  %s  %s\n", c.of, e.say.Say("count.doubtful", c.amounts))
		if c.header != "" {
			fmt.Fprintf(w, "    %s\n", shorten(oneLine(c.header), 2*nameWidth))
		}
		fmt.Fprintf(w, "    %s\n", c.path)
	}
}
