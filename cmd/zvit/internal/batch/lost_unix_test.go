//go:build unix

package batch

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"zvit/extract/document"
)

// TestLostFileServer: files that go away in the middle are recorded; when they
// are back the next run ends with what an undisturbed one gives.
func TestLostFileServer(t *testing.T) {
	ctx := context.Background()
	paths := folder(t, 12)
	server := filepath.Dir(paths[0])
	undisturbed, db := open(t), open(t)
	if _, err := Run(ctx, undisturbed, paths, options()); err != nil {
		t.Fatal(err)
	}
	opts := options()
	seen := 0
	opts.Done = func(Event) {
		if seen++; seen == 5 {
			if err := os.Rename(server, server+"-away"); err != nil {
				t.Error(err)
			}
		}
	}
	sum, err := Run(ctx, db, paths, opts)
	if err != nil {
		t.Fatal(err)
	}
	if lost := sum.Categories[document.Unopenable]; lost == 0 || sum.Good()+sum.Bad() != len(paths) {
		t.Errorf("%d files lost: %+v", lost, sum)
	}
	if err := os.Rename(server+"-away", server); err != nil {
		t.Fatal(err)
	}
	if sum, err = Run(ctx, db, paths, options()); err != nil || sum.Categories[document.Unopenable] != 0 {
		t.Errorf("%+v: %v", sum, err)
	}
	if dump(t, db) != dump(t, undisturbed) {
		t.Error("the database differs from that of an undisturbed run")
	}
}

// TestVanishing: a file that is removed while a batch runs, in a folder that was
// listed before, costs nothing.
func TestVanishing(t *testing.T) {
	paths := folder(t, 8)
	opts := options()
	opts.Jobs = 1
	removed := paths[len(paths)-1]
	opts.Started = func(path string) {
		if path == removed {
			if err := os.Remove(path); err != nil {
				t.Error(err)
			}
		}
	}
	sum, err := Run(context.Background(), open(t), paths, opts)
	if err != nil || sum.Categories[document.Unopenable] != 1 || sum.Good()+sum.Bad() != len(paths) {
		t.Errorf("%+v: %v", sum, err)
	}
}
