package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"zvit/extract"
	"zvit/extract/document"
)

// load reads a regular file of at most limit bytes. id is the SHA-256 of its
// bytes, of a larger file's too; of a file that cannot be read, of its path,
// marked so that it can never be a document's.
func load(path string, limit int64) (data []byte, id string, size int64, failure error) {
	if limit == 0 {
		limit = extract.DefaultMaxBytes
	}
	var mode os.FileMode
	unopenable := func(err error) ([]byte, string, int64, error) {
		return nil, standIn(path), 0, document.Unopened(err, mode)
	}
	info, err := os.Stat(path)
	if err != nil {
		return unopenable(err)
	}
	if !info.Mode().IsRegular() {
		// Opening a pipe or a device could wait for ever.
		mode = info.Mode()
		return unopenable(fmt.Errorf("not a regular file: %s", info.Mode().Type()))
	}
	f, err := openRegular(path)
	if err != nil {
		return unopenable(err)
	}
	defer func() { _ = f.Close() }()
	data, err = readUpTo(f, info.Size(), limit)
	if err != nil {
		return unopenable(err)
	}
	size = int64(len(data))
	if limit < 0 || size < limit {
		sum := sha256.Sum256(data)
		return data, hex.EncodeToString(sum[:]), size, nil
	}
	// There may be more, which is not kept.
	hash := sha256.New()
	hash.Write(data)
	rest, err := io.Copy(hash, f)
	if err != nil {
		return unopenable(err)
	}
	id = hex.EncodeToString(hash.Sum(nil))
	if rest > 0 {
		return nil, id, size + rest, &document.Failure{
			Category: document.TooLarge, Op: "read the file", Detail: fmt.Sprintf("over %d bytes", limit),
		}
	}
	return data, id, size, nil
}

// readUpTo reads a file to its end, or its first limit bytes where that is not
// negative. Its size, as the file system gives it, is a guess.
func readUpTo(f io.Reader, size, limit int64) ([]byte, error) {
	if limit >= 0 {
		f, size = io.LimitReader(f, limit), min(size, limit)
	}
	data := make([]byte, 0, min(size, extract.DefaultMaxBytes)+1) // with room to find the end
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if errors.Is(err, io.EOF) {
			return data, nil
		}
		if err != nil {
			return nil, err
		}
		if len(data) == cap(data) {
			data = slices.Grow(data, len(data)+bytes.MinRead)
		}
	}
}

// guard turns a panic into a failure.
func guard(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &document.Failure{Category: document.Panicked, Op: "settle amounts", Detail: fmt.Sprint(p)}
		}
	}()
	return f()
}

// standIn is the ID under which a file that cannot be opened is recorded.
func standIn(path string) string {
	sum := sha256.Sum256([]byte("unopenable\x00" + path))
	return hex.EncodeToString(sum[:])
}
