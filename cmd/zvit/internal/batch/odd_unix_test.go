//go:build unix

package batch

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"zvit/extract/document"
)

// TestOddFiles: pipes, circles of links and names that are not text cost
// nothing and are recorded.
func TestOddFiles(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	good := filepath.Join(dir, "a\xff.txt") // Not UTF-8.
	if err := os.WriteFile(good, []byte(report(1)), 0o600); err != nil {
		t.Skipf("this file system has no such names: %v", err)
	}
	for name, target := range map[string]string{"self": "self", "circle": ".", "dangling.txt": "nowhere"} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	db := open(t)
	sum, err := Run(ctx, db, []string{dir}, options())
	if err != nil {
		t.Fatal(err)
	}
	if sum.Read != 1 || sum.Categories[document.Unopenable] != 3 || sum.Left != 1 {
		t.Errorf("got %+v, want 1 read, 3 unopenable (self, dangling, pipe), 1 left (circle)", sum)
	}
	rows, err := db.Query(ctx, "SELECT path FROM sources WHERE path LIKE '%/a%'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		// As `zvit schema sources` says: no byte of the name is lost.
		if path := rows.Values()[0]; path != filepath.Join(dir, `a\xff.txt`) && path != filepath.Join(dir, `a\xFF.txt`) {
			t.Errorf("the name is kept as %q", path)
		}
	}
}
