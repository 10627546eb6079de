package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// What opening, reading and writing fail with; compare with errors.Is. The
// driver's own error is in the chain too.
var (
	ErrNotOurs  = errors.New("not a zvit database")
	ErrNewer    = errors.New("the database was made by a newer zvit")
	ErrBusy     = errors.New("the database is in use by another writer")
	ErrReadOnly = errors.New("the database cannot be opened or written here")
	ErrFull     = errors.New("no space is left for the database")
	ErrDamaged  = errors.New("the database file is damaged")
	ErrRefused  = errors.New("only reading is allowed")
	ErrShard    = errors.New("shard refused")
	ErrUnknown  = errors.New("not in the database")
	// ErrStatements: a text is not one SQL statement but none or several.
	ErrStatements = errors.New("one SQL statement is needed")
	// ErrRecords: records contradict the contract (an id twice, a wrong
	// document). Nothing was written; the document can be put again without its
	// reports, so that its text is kept.
	ErrRecords = errors.New("the records contradict one another")
)

// StatementError is a statement of the user's that SQLite cannot run, in its own
// words: no such table: report.
type StatementError struct{ Message string }

func (e StatementError) Error() string { return e.Message }

// ofStatement makes a StatementError of what SQLite says of the statement, and
// leaves every other error as wrap makes it.
func ofStatement(err error) error {
	err = wrap("query", err)
	var e sqlite3.Error
	if errors.As(err, &e) && e.Code == sqlite3.ErrError && !errors.Is(err, ErrRefused) {
		return StatementError{e.Error()}
	}
	return err
}

// wrap says what was being done and gives the driver's errors the names above.
func wrap(op string, err error) error {
	if err == nil {
		return nil
	}
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return fmt.Errorf("%s: %w", op, err)
	}
	var kind error
	switch e.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		kind = ErrBusy
	case sqlite3.ErrNotADB:
		kind = ErrNotOurs
	case sqlite3.ErrCorrupt:
		kind = ErrDamaged
	case sqlite3.ErrFull:
		kind = ErrFull
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm:
		kind = ErrReadOnly
	case sqlite3.ErrIoErr:
		if e.SystemErrno == syscall.ENOSPC || e.SystemErrno == syscall.EDQUOT {
			kind = ErrFull
		}
	case sqlite3.ErrAuth:
		kind = ErrRefused
	case sqlite3.ErrInterrupt:
		kind = context.Canceled
	case sqlite3.ErrError:
		// A refused function has no code of its own.
		if strings.HasPrefix(e.Error(), "not authorized") {
			kind = ErrRefused
		}
	}
	// The extended code tells kinds of I/O error apart, which the text does not.
	if kind == nil {
		return fmt.Errorf("%s: %w (SQLite code %d)", op, err, int(e.ExtendedCode))
	}
	return fmt.Errorf("%s: %w: %w", op, kind, err)
}

// drop closes what was only read, or what an error has already condemned.
func drop(c interface{ Close() error }) { _ = c.Close() }
