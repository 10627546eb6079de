package store

import (
	"context"
	"errors"
	"testing"

	"zvit/extract/document"
)

// What counts for an amount of an earlier version, or of a copy, is the amount
// with the same text at the same place; where another text stands there, it is
// named and not taken.
func TestCounting(t *testing.T) {
	ctx := context.Background()
	old := at(sample{name: "old", measures: 10}.entry(), "r.html", 0)
	later := at(misread(sample{name: "later", measures: 10}.entry(), 3), "r.html", 1)
	copied := at(sample{name: "copy", measures: 10, format: document.Text}.entry(), "copy.txt", 2)
	db := opened(t)
	put(t, db, old, later)
	same, other := 0, 0
	for i := range old.Reports[0].Amounts {
		a, b := &old.Reports[0].Amounts[i], &later.Reports[0].Amounts[i]
		counts, path, err := db.CountingDocument(ctx, hash("old"))
		if err != nil || counts != hash("later") || path != "r.html" {
			t.Fatal(counts, path, err)
		}
		id, instead, err := db.SameText(ctx, a.ID, counts)
		switch {
		case err != nil:
			t.Fatal(err)
		case a.Printed == b.Printed:
			same++
			if id != b.ID || instead != "" {
				t.Errorf("%s: %q, %q", a.ID, id, instead)
			}
		default:
			other++
			if id != "" || instead != b.ID {
				t.Errorf("%s, whose text is another now: %q, %q", a.ID, id, instead)
			}
		}
	}
	if same == 0 || other == 0 {
		t.Errorf("%d amounts of one text, %d of another", same, other)
	}
	if counts, _, err := db.CountingDocument(ctx, hash("later")); err != nil || counts != hash("later") {
		t.Errorf("what counts for the later one is %s, %v", counts, err)
	}
	if _, _, err := db.CountingDocument(ctx, hash("nothing")); !errors.Is(err, ErrUnknown) {
		t.Errorf("a document that is not there: %v", err)
	}

	db = opened(t)
	put(t, db, old, copied)
	list := query(t, db, "SELECT document_id, duplicate_of FROM documents WHERE duplicate_of IS NOT NULL")
	if len(list) != 1 {
		t.Fatal(list)
	}
	worse, better := list[0][:64], list[0][65:]
	if counts, _, err := db.CountingDocument(ctx, worse); err != nil || counts != better {
		t.Errorf("what counts for a copy is %s, %v", counts, err)
	}
}
