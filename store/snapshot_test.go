package store

import (
	"context"
	"errors"
	"testing"
)

// rowCount counts the rows of a view in a snapshot.
func rowCount(t *testing.T, s *Snapshot, view string) (n int) {
	t.Helper()
	rows, err := s.ViewRows(context.Background(), view)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return n
}

// TestSnapshot: what is written while views are read one after another is in
// none of them.
func TestSnapshot(t *testing.T) {
	ctx := context.Background()
	db := opened(t)
	put(t, db, sample{name: "first", measures: 3}.entry())
	s, err := db.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if views, err := s.Views(ctx); err != nil || len(views) != len(AllViews()) {
		t.Fatalf("%d views, %v", len(views), err)
	}
	if n := rowCount(t, s, "documents"); n != 1 {
		t.Errorf("%d documents, want 1", n)
	}
	put(t, db, sample{name: "second", measures: 3}.entry())
	if n := rowCount(t, s, "measures"); n != 3 {
		t.Errorf("%d measures, want the first document's 3", n)
	}
	if _, err := s.Query(ctx, "ATTACH 'x.db' AS x"); !errors.Is(err, ErrRefused) {
		t.Errorf("writing: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	after, err := db.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer after.Close()
	if n := rowCount(t, after, "measures"); n != 6 {
		t.Errorf("%d measures afterwards, want 6", n)
	}
}
