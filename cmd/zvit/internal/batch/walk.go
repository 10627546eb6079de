package batch

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// FromList is the path that stands for the paths in Options.List.
const FromList = "-"

// archives are left alone: what is inside would have no path of its own.
var archives = []string{".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst"}

// walker sends the files at the paths, in order, until ctx or work ends. What a
// person named is sent whatever it is; inside folders hidden files, editors'
// lock files, archives and the database's own files are left alone.
type walker struct {
	ctx, work context.Context
	opts      *Options
	send      func(path string) error // fs.SkipAll ends the walk
	left      []string                // the first of what was left alone
	leftCount int
}

// namedLeft is how many of what was left alone are named.
const namedLeft = 5

func (w *walker) walk(paths []string) error {
	for _, p := range paths {
		var err error
		if p == FromList && w.opts.List != nil {
			err = w.list(w.opts.List)
		} else {
			err = w.named(p)
		}
		if errors.Is(err, fs.SkipAll) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// list takes the paths that another program has found. That program may be
// waiting: when ctx ends, what it has not said is not waited for.
func (w *walker) list(r io.Reader) error {
	paths, failed := make(chan string), make(chan error, 1)
	gone := make(chan struct{})
	defer close(gone)
	go func() {
		defer close(paths)
		failed <- listed(r, func(path string) bool {
			select {
			case paths <- path:
				return true
			case <-gone:
				return false
			}
		})
	}()
	for {
		select {
		case path, more := <-paths:
			if !more {
				if err := <-failed; err != nil {
					return fmt.Errorf("read the list of files: %w", err)
				}
				return nil
			}
			if err := w.named(path); err != nil {
				return err
			}
		case <-w.ctx.Done():
			return fs.SkipAll
		case <-w.work.Done():
			return w.work.Err()
		}
	}
}

// listed calls fn with every path of a list until it returns false: each on a
// line or, where there is a NUL, each ended by one.
func listed(r io.Reader, fn func(path string) bool) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	var decided, nul bool
	lines.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		if !decided && len(data) > 0 {
			decided, nul = true, bytes.IndexByte(data, 0) >= 0
		}
		end := byte('\n')
		if nul {
			end = 0
		}
		if i := bytes.IndexByte(data, end); i >= 0 {
			return i + 1, data[:i], nil
		}
		if atEOF && len(data) > 0 {
			return len(data), data, nil
		}
		return 0, nil, nil
	})
	for lines.Scan() {
		p := lines.Text()
		if !nul {
			p = strings.TrimSuffix(p, "\r")
		}
		if p != "" && !fn(p) {
			return nil
		}
	}
	return lines.Err()
}

func (w *walker) named(root string) error {
	if w.ctx.Err() != nil {
		return fs.SkipAll
	}
	info, err := os.Stat(root)
	if err != nil || !info.IsDir() {
		return w.send(root)
	}
	stop := false
	err = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		err = w.met(root, p, d, err)
		stop = stop || errors.Is(err, fs.SkipAll)
		return err
	})
	if stop {
		return fs.SkipAll
	}
	return err
}

// met is told of everything in a folder.
func (w *walker) met(root, p string, d fs.DirEntry, err error) error {
	switch {
	case w.ctx.Err() != nil:
		return fs.SkipAll
	case err != nil:
		if p != root && errors.Is(err, fs.ErrNotExist) {
			return nil // It was removed since its folder was listed.
		}
		return w.send(p) // Recorded as unopenable.
	case p == root:
		return nil
	case hidden(d.Name()), matches(w.opts.Exclude, root, p):
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	case d.IsDir(), w.opts.Skip != nil && w.opts.Skip(p):
		return nil
	case len(w.opts.Include) > 0 && !matches(w.opts.Include, root, p):
		return nil
	case slices.Contains(archives, strings.ToLower(filepath.Ext(p))), linkToFolder(p, d):
		if w.leftCount++; len(w.left) < namedLeft {
			w.left = append(w.left, p)
		}
		if w.opts.Left != nil {
			w.opts.Left(p)
		}
		return nil
	}
	return w.send(p)
}

// matches reports whether a pattern matches the path below root.
func matches(patterns []string, root, p string) bool {
	if len(patterns) == 0 {
		return false
	}
	below, err := filepath.Rel(root, p)
	if err != nil {
		below = p
	}
	below = strings.ToLower(filepath.ToSlash(below))
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		against := below
		if !strings.Contains(pattern, "/") {
			against = path.Base(below)
		}
		ok, err := path.Match(strings.ToLower(pattern), against)
		return ok && err == nil
	})
}

// ValidPattern reports whether Include and Exclude take the pattern.
func ValidPattern(pattern string) bool {
	_, err := path.Match(pattern, "")
	return err == nil && pattern != ""
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

// Found is how much a batch has before it.
type Found struct {
	Files int
	Bytes int64
}

// Count walks as Run does and reads nothing. Paths of a list are not counted: it
// can be read once.
func Count(ctx context.Context, paths []string, opts Options) (Found, error) {
	var found Found
	opts.Left = nil // Run tells of it.
	w := walker{ctx: ctx, work: ctx, opts: &opts, send: func(p string) error {
		found.Files++
		if info, err := os.Stat(p); err == nil && info.Mode().IsRegular() {
			found.Bytes += info.Size()
		}
		return nil
	}}
	err := w.walk(slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return p == FromList }))
	return found, err
}

// Walk sends every file that Run would read, in order, and reads nothing.
func Walk(ctx context.Context, paths []string, opts Options, send func(path string) error) error {
	w := walker{ctx: ctx, work: ctx, opts: &opts, send: send}
	if err := w.walk(paths); err != nil {
		return err
	}
	return ctx.Err()
}

// Identify returns the document's ID and size in bytes, as Run finds them,
// without keeping what it reads.
func Identify(path string) (id string, size int64) {
	_, id, size, _ = load(path, 1)
	return id, size
}
