package document

import (
	"errors"
	"io/fs"
)

// Why a file cannot be opened, in Failure.Detail.
const (
	Missing   = "missing" // or a link that leads nowhere
	Folder    = "folder"
	Special   = "special" // a pipe, a socket or a device, which could be waited for for ever
	Forbidden = "forbidden"
)

// Unopened is the failure of a file that cannot be opened. Its detail is one of
// the reasons above, or empty for another; mode is the file's where it is known.
func Unopened(err error, mode fs.FileMode) *Failure {
	f := &Failure{Category: Unopenable, Op: "open the file", Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.Detail = Missing
	case errors.Is(err, fs.ErrPermission):
		f.Detail = Forbidden
	case mode.IsDir():
		f.Detail = Folder
	case mode&(fs.ModeNamedPipe|fs.ModeSocket|fs.ModeDevice|fs.ModeCharDevice|fs.ModeIrregular) != 0:
		f.Detail = Special
	}
	return f
}
