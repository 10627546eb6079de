package store

import (
	"context"
	"database/sql/driver"
	"fmt"
)

// Forget removes a document with all that was stored of it, where it is there:
// for what stood in for a file that could not be opened, once it can. A document
// on which a person has decided, or that is a later version of another, stays,
// with ErrRefused.
func (db *DB) Forget(ctx context.Context, documentID string) error {
	op := "forget document " + documentID
	there := false
	if err := (reader{ctx, db.read}).each("SELECT 1 FROM document WHERE document_id = ?", []driver.Value{documentID}, func(*cursor) error {
		there = true
		return nil
	}); err != nil || !there {
		return wrap(op, err)
	}
	return db.change(ctx, op, func(t *tx) error {
		doc, err := docOf(t, documentID)
		if err != nil {
			return err
		}
		if err := t.each("SELECT amount_id FROM review WHERE doc = ? LIMIT 1", []driver.Value{doc}, func(c *cursor) error {
			return fmt.Errorf("a person has decided on %s: %w", c.text(), ErrRefused)
		}); err != nil {
			return err
		}
		if err := t.each("SELECT document_id FROM document WHERE superseded_by = ? LIMIT 1", []driver.Value{documentID}, func(c *cursor) error {
			return fmt.Errorf("a later version of %s: %w", c.text(), ErrRefused)
		}); err != nil {
			return err
		}
		before, err := clearDocument(t, doc, documentID)
		if err != nil {
			return err
		}
		if err := (&entries{}).replace(t, doc, ""); err != nil {
			return err
		}
		for _, table := range []string{"source", "document"} {
			if err := t.exec("DELETE FROM "+table+" WHERE doc = ?", doc); err != nil {
				return err
			}
		}
		return chooseExecution(t, union(before, nil))
	})
}
