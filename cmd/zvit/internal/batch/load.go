package batch

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	unopenable := func(err error) ([]byte, string, int64, error) {
		sum := sha256.Sum256([]byte("unopenable\x00" + path))
		return nil, hex.EncodeToString(sum[:]), 0, &document.Failure{Category: document.Unopenable, Op: "open the file", Err: err}
	}
	info, err := os.Stat(path)
	if err != nil {
		return unopenable(err)
	}
	if !info.Mode().IsRegular() {
		// Opening a pipe or a device could wait for ever.
		return unopenable(fmt.Errorf("not a regular file: %s", info.Mode().Type()))
	}
	f, err := os.Open(path)
	if err != nil {
		return unopenable(err)
	}
	defer func() { _ = f.Close() }()
	hash := sha256.New()
	var kept bytes.Buffer
	if limit > 0 {
		kept.Grow(int(min(info.Size(), limit)) + bytes.MinRead)
		size, err = io.Copy(io.MultiWriter(hash, &kept), io.LimitReader(f, limit))
	} else {
		size, err = io.Copy(io.MultiWriter(hash, &kept), f)
	}
	if err != nil {
		return unopenable(err)
	}
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
	return kept.Bytes(), id, size, nil
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

// storedPath is a path as the database keeps it: text, whatever the bytes of
// the name.
func storedPath(path string) string { return strings.ToValidUTF8(path, "\uFFFD") }

// archives are left alone: what is inside would have no path of its own.
var archives = []string{".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst"}

// walk sends the files at the paths, in order, until ctx ends. What a person
// named is sent whatever it is; inside folders hidden files, editors' lock
// files, archives and the database's own files are left alone.
func walk(ctx, work context.Context, paths []string, skip func(string) bool, files chan<- string) (left int, err error) {
	send := func(path string) error {
		select {
		case files <- path:
			return nil
		case <-ctx.Done():
			return fs.SkipAll
		case <-work.Done():
			return work.Err()
		}
	}
	for _, path := range paths {
		if ctx.Err() != nil {
			return left, nil
		}
		info, err := os.Stat(path)
		if err != nil || !info.IsDir() {
			if err := send(path); err != nil && !errors.Is(err, fs.SkipAll) {
				return left, err
			}
			continue
		}
		err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
			switch {
			case ctx.Err() != nil:
				return fs.SkipAll
			case err != nil:
				return send(p) // Recorded as unopenable.
			case p != path && hidden(d.Name()):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir() || skip != nil && skip(p):
				return nil
			case slices.Contains(archives, strings.ToLower(filepath.Ext(p))), linkToFolder(p, d):
				left++
				return nil
			}
			return send(p)
		})
		if err != nil {
			return left, err
		}
	}
	return left, nil
}

func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

// linkToFolder: links to folders are not followed, for they can form a circle.
func linkToFolder(path string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
