package store

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
)

func TestReportsComeBackAsTheyWerePut(t *testing.T) {
	db := opened(t)
	a, b := sample{name: "a"}.entry(), sample{name: "b", format: document.PDF, scanned: true, measures: 40}.entry()
	put(t, db, a, b)
	for _, e := range []Entry{a, b} {
		got, err := db.Reports(context.Background(), e.SHA256)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(e.Reports, got); diff != "" {
			t.Error(diff)
		}
	}
}
