package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"zvit/cmd/zvit/internal/decide"
	"zvit/extract/record"
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

// orphan is a decision whose printed text no longer stands where it was made.
type orphan struct {
	record.Review
	path string
}

// orphans lists the decisions that were lost, without those of earlier versions:
// the later one has them, too.
func orphans(ctx context.Context, db *store.DB) (list []orphan, err error) {
	reviews, err := db.Reviews(ctx, "")
	if err != nil {
		return nil, err
	}
	paths := map[string]string{} // by the beginning of the document's id
	for _, v := range reviews {
		if v.State != record.Orphaned {
			continue
		}
		document, _, _ := strings.Cut(v.AmountID, "/")
		if _, known := paths[document]; !known {
			paths[document] = ""
			rows, err := queryObjects(ctx, db, `SELECT path FROM documents
				WHERE document_id >= ?1 AND document_id < ?1 || 'g' AND superseded_by IS NULL`, document)
			if err != nil {
				return nil, err
			}
			for _, r := range rows {
				paths[document], _ = r.get("path").(string)
			}
		}
		if path := paths[document]; path != "" {
			list = append(list, orphan{v, path})
		}
	}
	return list, nil
}

func writeOrphans(e *env, w io.Writer, list []orphan, dbArgs string) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", e.say.Say("check.orphans", len(list)))
	for i := range list {
		o := &list[i]
		said := e.say.Say("check.noted")
		switch {
		case o.Kopecks != nil:
			said = e.say.Say("check.sum", money(*o.Kopecks))
		case o.Unit != record.NoUnit:
			said = e.say.Say("unit." + string(o.Unit))
		}
		fmt.Fprintf(w, "%s\n  %s\n", o.AmountID, e.say.Say("check.orphan", oneLine(o.Printed), said))
		if o.Note != "" {
			fmt.Fprintf(w, "  %s\n", oneLine(o.Note))
		}
		fmt.Fprintf(w, "  %s, %s, %s\n", o.path, o.Reviewer, o.DecidedAt)
	}
	fmt.Fprintf(w, "%s\n", e.say.Say("check.orphans_do", dbArgs))
}
