package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/decide"
	"zvit/store"
)

// The exit codes of every command. Scripts and schedulers build on them: they
// are part of the contract.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitPartly      = 3 // done, but some documents could not be read
	exitNothing     = 4 // nothing matched, or all failed
	exitForeign     = 5 // not our database, or a newer one
	exitLocked      = 6 // another writer has the database
	exitInterrupted = 130
)

// usageError is a command line that cannot be meant as it stands.
type usageError struct {
	text string
	hint string // what to type instead; may be empty
}

func (e usageError) Error() string { return e.text }

// failedError ends a command that could not do its work; what to do next is known.
type failedError struct {
	code       int
	text, hint string
}

func (e failedError) Error() string { return e.text }

// outcomeError ends a command that did its work with a code other than 0. Its
// text may be empty where the command has said all there is to say.
type outcomeError struct {
	code int
	text string
}

func (e outcomeError) Error() string { return e.text }

// codeOf is the one place where errors become exit codes.
func codeOf(ctx context.Context, err error) int {
	var usage usageError
	var failed failedError
	var outcome outcomeError
	var earlier *decide.EarlierError
	var framework cli.ExitCoder
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage):
		return exitUsage
	case errors.As(err, &failed):
		return failed.code
	case errors.As(err, &outcome):
		return outcome.code
	case errors.As(err, &earlier):
		return exitNothing
	case errors.Is(err, store.ErrNotOurs), errors.Is(err, store.ErrNewer):
		return exitForeign
	case errors.Is(err, store.ErrBusy):
		return exitLocked
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		return exitInterrupted
	case errors.As(err, &framework):
		// The framework's own (help on an unknown topic) uses 3, which means
		// something else here.
		return exitUsage
	}
	return exitFailed
}

// finish says what went wrong, and what to do next, and returns the exit code.
func finish(ctx context.Context, e *env, err error) int {
	code := codeOf(ctx, err)
	if code == exitDone {
		return code
	}
	text, hint := inWords(e, err)
	var outcome outcomeError
	if code == exitInterrupted && !errors.As(err, &outcome) {
		text = e.say.Say("error.interrupted")
	}
	if e.json {
		if text != "" {
			printJSON(e.stderr, jsonError{"error", code, text, hint})
		}
		return code
	}
	if text != "" {
		fmt.Fprintf(e.stderr, "%s %s\n", e.paint(e.stderr, red, "zvit:"), text)
	}
	if hint != "" {
		fmt.Fprintln(e.stderr, hint)
	}
	return code
}

// databaseError is a failure of the database at path.
type databaseError struct {
	path string
	err  error
}

func (e databaseError) Error() string { return e.path + ": " + e.err.Error() }

func (e databaseError) Unwrap() error { return e.err }

// inWords returns what went wrong in the user's language, and what to do next
// where that is known.
func inWords(e *env, err error) (text, hint string) {
	var usage usageError
	if errors.As(err, &usage) {
		return usage.text, usage.hint
	}
	var failed failedError
	if errors.As(err, &failed) {
		return failed.text, failed.hint
	}
	text = err.Error()
	var earlier *decide.EarlierError
	if errors.As(err, &earlier) {
		return e.say.Say("error.earlier", string(earlier.Of), string(earlier.Counts), earlier.Path), e.say.Say("hint.earlier", string(earlier.Counts))
	}
	var where databaseError
	path := ""
	if errors.As(err, &where) {
		path = where.path
	}
	if folder := filepath.Dir(path); errors.Is(err, store.ErrReadOnly) && path != "" && !isThere(folder) {
		return e.say.Say("error.no_folder", folder), e.say.Say("hint.no_folder")
	}
	for _, known := range []struct {
		err        error
		text, hint string
	}{
		{store.ErrNotOurs, "error.not_ours", "hint.not_ours"},
		{store.ErrNewer, "error.newer", "hint.newer"},
		{store.ErrBusy, "error.busy", "hint.busy"},
		{store.ErrReadOnly, "error.read_only", "hint.read_only"},
		{store.ErrFull, "error.full", "hint.full"},
		{store.ErrDamaged, "error.damaged", "hint.damaged"},
		{store.ErrRefused, "error.refused", "hint.refused"},
		{store.ErrUnknown, "error.missing", "hint.missing"},
	} {
		if errors.Is(err, known.err) {
			return e.say.Say(known.text, path), e.say.Say(known.hint)
		}
	}
	if path != "" && errors.Is(err, os.ErrNotExist) {
		return e.say.Say("error.missing", path), e.say.Say("hint.missing")
	}
	return text, ""
}

// isThere says whether something stands at the path.
func isThere(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, os.ErrNotExist)
}
