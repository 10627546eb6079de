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
	later := at(sample{name: "later"}.entry(), "/архів/a", 9)
	put(t, db, later)
	before := dump(t, db)
	for name, e := range map[string]Entry{"a decided document": kept, "a later version": later} {
		if err := db.Forget(ctx, e.SHA256); !errors.Is(err, ErrRefused) {
			t.Errorf("%s: %v", name, err)
		}
		if dump(t, db) != before {
			t.Errorf("%s was changed", name)
		}
	}
}
