package batch

import (
	"context"
	"sync"

	"zvit/extract/record"
	"zvit/store"
)

// Dry returns a database in memory, over one that is only read (nil where there
// is none), so that a run does and says all that it would do and stores nothing.
func Dry(under *store.DB) Database {
	return &dry{under: under, outcomes: map[string]store.Outcome{}}
}

type dry struct {
	under *store.DB

	mu       sync.Mutex
	outcomes map[string]store.Outcome // by document
}

func (d *dry) Put(_ context.Context, e store.Entry) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.outcomes[e.SHA256] = store.Outcome{Status: e.Status, Category: e.Category, Message: e.Message, Format: e.Format}
	return nil
}

func (d *dry) AddSource(context.Context, string, store.Source) error { return nil }

func (d *dry) Forget(context.Context, string) error { return nil }

func (d *dry) Outcome(ctx context.Context, documentID, readerVersion string) (store.Outcome, bool, error) {
	d.mu.Lock()
	o, ok := d.outcomes[documentID]
	d.mu.Unlock()
	if ok || d.under == nil {
		return o, ok, nil
	}
	return d.under.Outcome(ctx, documentID, readerVersion)
}

func (d *dry) Reviews(ctx context.Context, documentID string) ([]record.Review, error) {
	if d.under == nil {
		return nil, nil
	}
	return d.under.Reviews(ctx, documentID)
}
