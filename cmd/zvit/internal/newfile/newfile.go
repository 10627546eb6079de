// Package newfile makes files that are there whole or not at all: each is
// written under a name of its own beside its place, and takes its place when all
// of them are complete. What stands there is kept unless the user said otherwise.
package newfile

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ExistsError is a file that would have been overwritten.
type ExistsError struct{ Path string }

func (e ExistsError) Error() string { return e.Path + ": the file exists" }

// InUseError is a file that the command itself reads.
type InUseError struct{ Path string }

func (e InUseError) Error() string { return e.Path + ": the file is being read" }

// Set is files that are made together.
type Set struct {
	Force  bool     // overwrite what is there
	Keep   []string // files never to be overwritten, whatever Force says
	files  []pending
	folder string // made by Folder, to be removed with nothing in it
}

type pending struct{ temp, path string }

// Folder makes the folder where it is not there yet.
func (s *Set) Folder(path string) error {
	err := os.Mkdir(path, 0o777)
	if err == nil {
		s.folder = path
		return nil
	}
	if info, serr := os.Stat(path); serr == nil && info.IsDir() {
		return nil
	}
	if errors.Is(err, os.ErrExist) {
		return ExistsError{path}
	}
	return fmt.Errorf("make the folder: %w", err)
}

// Check fails with an ExistsError or InUseError where a file may not be made at
// the path, so that hours of work are not done for nothing.
func (s *Set) Check(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look at the output: %w", err)
	}
	for _, k := range s.Keep {
		if kept, err := os.Stat(k); err == nil && os.SameFile(info, kept) {
			return InUseError{path}
		}
	}
	if !s.Force || !info.Mode().IsRegular() {
		return ExistsError{path}
	}
	return nil
}

// Create opens a file that will stand at the path after Commit.
func (s *Set) Create(path string) (*os.File, error) {
	if err := s.Check(path); err != nil {
		return nil, err
	}
	for n := 0; ; n++ {
		temp := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d-%d.part", filepath.Base(path), os.Getpid(), n))
		f, err := os.OpenFile(temp, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, os.ErrExist) && n < 100 {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("make the file: %w", err)
		}
		s.files = append(s.files, pending{temp, path})
		return f, nil
	}
}

// Commit puts the files, which the caller has closed, in their places.
func (s *Set) Commit() error {
	for _, f := range s.files {
		if err := s.Check(f.path); err != nil {
			return err
		}
	}
	for len(s.files) > 0 {
		f := s.files[0]
		if err := os.Rename(f.temp, f.path); err != nil {
			return fmt.Errorf("put the file in its place: %w", err)
		}
		s.files = s.files[1:]
	}
	s.folder = ""
	return nil
}

// Discard removes what Commit has not put in its place; after Commit it does
// nothing.
func (s *Set) Discard() {
	for _, f := range s.files {
		_ = os.Remove(f.temp)
	}
	s.files = nil
	if s.folder != "" {
		_ = os.Remove(s.folder)
		s.folder = ""
	}
}
