package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/store"
)

// showJSON puts the document into a database of its own and prints its views,
// so that names and values are the contract's by construction.
func showJSON(ctx context.Context, e *env, path string, res *extract.Result) error {
	dir, err := os.MkdirTemp("", "zvit-show-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	db, err := store.Open(ctx, filepath.Join(dir, "show.db"))
	if err != nil {
		return err
	}
	defer closeQuietly(db)
	doc := res.Document
	entry := store.Entry{
		Document: doc, SHA256: doc.ID, Path: path, Status: document.OK,
		ReaderVersion: extract.Version(), Reports: res.Reports, Findings: res.Findings,
	}
	if len(doc.Problems) > 0 {
		first := doc.Problems[0]
		entry.Status, entry.Category = document.Partial, first.Category
		entry.Message = explainCategory()(first.Category, first.Detail)
	}
	if err := db.Put(ctx, entry); err != nil {
		return err
	}
	for _, r := range res.Reports {
		o, err := reportJSON(ctx, db, r)
		if err != nil {
			return err
		}
		if err := writeJSONLine(e.stdout, o); err != nil {
			return err
		}
	}
	return nil
}

// reportJSON is one report as the views have it: its own columns, and a list a
// view for what belongs to it.
func reportJSON(ctx context.Context, db *store.DB, r *record.Report) (object, error) {
	own, err := viewObjects(ctx, db, "reports", r.ID)
	if err != nil || len(own) != 1 {
		return nil, errors.Join(err, errIf(len(own) != 1, "report %s is there %d times", r.ID, len(own)))
	}
	o := own[0]
	for _, view := range []string{"decisions", "codes", "measures", "indicators", "lines", "amounts", "findings"} {
		list, err := viewObjects(ctx, db, view, r.ID)
		if err != nil {
			return nil, err
		}
		if view == "amounts" {
			for i := range list {
				evidence, err := queryObjects(ctx, db, "SELECT kind, weight, text, text_uk FROM evidence WHERE amount_id = ?", list[i].get("amount_id"))
				if err != nil {
					return nil, err
				}
				list[i] = append(list[i], member{"evidence", evidence})
			}
		}
		o = append(o, member{view, list})
	}
	return o, nil
}

func viewObjects(ctx context.Context, db *store.DB, view, reportID string) ([]object, error) {
	return queryObjects(ctx, db, "SELECT * FROM "+view+" WHERE report_id = ?", reportID)
}

func errIf(bad bool, format string, args ...any) error {
	if !bad {
		return nil
	}
	return fmt.Errorf(format, args...)
}
