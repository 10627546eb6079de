//go:build unix

package store

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lockWriter takes the right to write path for as long as the returned function
// has not been called, or fails with ErrBusy. It is a lock on a file beside the
// database: SQLite's own locks last one transaction, and closing a second
// descriptor of the database would drop them (POSIX). The system frees it when
// the process ends, however it ends.
func lockWriter(path string) (release func(), err error) {
	name := path + "-writer"
	for {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrReadOnly, err)
		}
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
			drop(f)
			if errors.Is(err, syscall.EWOULDBLOCK) {
				return nil, ErrBusy
			}
			// A file system without locks: SQLite's own must do.
			return func() {}, nil
		}
		// The file may have been removed by its last holder in between.
		held, err1 := f.Stat()
		named, err2 := os.Stat(name)
		if err1 == nil && err2 == nil && os.SameFile(held, named) {
			return func() {
				_ = os.Remove(name) // another holder finds it and locks it as well
				drop(f)
			}, nil
		}
		drop(f)
	}
}
