package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"

	"zvit/extract/document"
)

// The hash is of all bytes, whatever of them is kept.
func TestLoadAtItsLimit(t *testing.T) {
	for _, x := range []struct {
		size, limit int64
		tooLarge    bool
	}{
		{0, 10, false},
		{9, 10, false},
		{10, 10, false},
		{11, 10, true},
		{100_000, 10, true},
		{100_000, 0, false},
		{100_000, -1, false},
		{0, -1, false},
	} {
		data := bytes.Repeat([]byte("звіт "), int(x.size))[:x.size]
		path := filepath.Join(t.TempDir(), "a.txt")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		got, id, size, failure := load(path, x.limit)
		if id != hex.EncodeToString(sum[:]) || size != x.size {
			t.Errorf("%+v: id %s, %d bytes", x, id, size)
		}
		if tooLarge := failure != nil && document.CategoryOf(failure) == document.TooLarge; tooLarge != x.tooLarge || (failure != nil) != x.tooLarge {
			t.Errorf("%+v: %v", x, failure)
		}
		if want := data; !x.tooLarge && !bytes.Equal(got, want) {
			t.Errorf("%+v: %d bytes were kept", x, len(got))
		}
	}
}

// A file may be longer than the file system said.
func TestReadUpToDoesNotTrustTheSize(t *testing.T) {
	data := bytes.Repeat([]byte("0123456789"), 1000)
	for _, size := range []int64{0, 5, 10_000, 1 << 40} {
		got, err := readUpTo(bytes.NewReader(data), size, -1)
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("said to have %d bytes: %d, %v", size, len(got), err)
		}
	}
}
