package officedoc

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"zvit/extract/document"
)

// oleMagic begins an OLE container: what an encrypted OOXML file is (MS-OFFCRYPTO 2.3.4.4).
const oleMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// archive is an OOXML package with a limit on what it unpacks to.
type archive struct {
	files map[string]*zip.File
	names []string // in the archive's order
	left  int64    // bytes that may still be unpacked
}

func openArchive(data []byte, limit int64) (*archive, error) {
	if strings.HasPrefix(string(data[:min(len(data), len(oleMagic))]), oleMagic) {
		return nil, &document.Failure{Category: document.Encrypted, Op: "open the archive"}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &document.Failure{Category: document.Damaged, Op: "open the archive", Err: err}
	}
	a := &archive{files: make(map[string]*zip.File, len(z.File)), left: limit}
	for _, f := range z.File {
		name := strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(f.Name, `\`, "/")), "/")
		if _, twice := a.files[name]; !twice {
			a.files[name] = f
			a.names = append(a.names, name)
		}
	}
	return a, nil
}

// errBomb is the error of an archive that unpacks to more than its limit.
var errBomb = errors.New("the archive unpacks to more than its limit")

// open returns a part of the package, or nil where there is none. What is read
// of it counts against the archive's limit.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.files[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	return &limited{archive: a, ReadCloser: r}, nil
}

type limited struct {
	*archive
	io.ReadCloser
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.ReadCloser.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return n, errBomb
	}
	return n, err
}

// failure turns an error of reading a part into the reader's failure.
func failure(op string, err error) error {
	var f *document.Failure
	switch {
	case errors.As(err, &f):
		return err
	case errors.Is(err, errBomb):
		return &document.Failure{Category: document.TooLarge, Op: op, Detail: "when unpacked", Err: err}
	}
	return &document.Failure{Category: document.Damaged, Op: op, Err: err}
}
