package store

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What is forgotten leaves nothing behind, and what is not there is no error.
func TestForget(t *testing.T) {
	ctx := context.Background()
	want := opened(t)
	put(t, want, sample{name: "a"}.entry(), sample{name: "c"}.entry())
	db := opened(t)
	gone, kept := sample{name: "b"}.entry(), sample{name: "c"}.entry()
	put(t, db, sample{name: "a"}.entry(), gone, kept)
	for range 2 {
		if err := db.Forget(ctx, gone.SHA256); err != nil {
			t.Fatal(err)
		}
	}
	whole(t, db)
	if diff := cmp.Diff(dump(t, want), dump(t, db)); diff != "" {
		t.Error(diff)
	}
	if err := db.AddReview(ctx, reviewOf(kept, 0)); err != nil {
		t.Fatal(err)
	}
	before := dump(t, db)
	if err := db.Forget(ctx, kept.SHA256); !errors.Is(err, ErrRefused) {
		t.Errorf("a decided document: %v", err)
	}
	if dump(t, db) != before {
		t.Error("a decided document was changed")
	}
}
