package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"zvit/cmd/zvit/messages"
)

// TestOutputError: why an output was not made is told in words, whatever wraps
// it, with what to do next; the database's own errors stay as they are.
func TestOutputError(t *testing.T) {
	e := &env{say: messages.New(messages.English)}
	for _, tc := range []struct {
		err  error
		want string
	}{
		{&fs.PathError{Op: "write", Path: "out/.x.part", Err: syscall.ENOSPC}, "no space is left for out/x.csv"},
		{&fs.PathError{Op: "open", Path: "out/.x.part", Err: syscall.ENOENT}, "the folder out is not there"},
		{&fs.PathError{Op: "open", Path: "out/.x.part", Err: syscall.EACCES}, "out/x.csv cannot be written there"},
		{&fs.PathError{Op: "open", Path: "out/.x.part", Err: syscall.EROFS}, "out/x.csv cannot be written there"},
	} {
		wrapped := databaseError{"a.db", errors.Join(fmt.Errorf("write the view: %w", tc.err), tc.err)}
		text, hint := inWords(e, outputError(e, "out/x.csv", wrapped))
		if !strings.HasPrefix(text, tc.want) || hint == "" {
			t.Errorf("%v: %q, %q", tc.err, text, hint)
		}
	}
	own := databaseError{"a.db", errors.New("disk I/O error")}
	if got := outputError(e, "out/x.csv", own); !errors.Is(got, own.err) {
		t.Errorf("the database's own error became %v", got)
	}
}
