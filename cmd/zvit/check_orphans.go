package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"zvit/extract/record"
	"zvit/store"
)

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
			said = e.say.Say("check.sum", moneyOr(e.say, o.Kopecks))
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
