package pdfdoc

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"strings"

	"zvit/extract/document"
)

// open finds a way to read the file's objects: the fast library on the bytes
// as they are, then on the bytes with a rebuilt cross-reference table, then
// pdfcpu; slow leaves the fast library out. A file counts as open when it has a page.
func open(ctx context.Context, data []byte, password string, slow bool) (source, []page, error) {
	start := bytes.Index(data[:min(len(data), 4096)], []byte("%PDF-"))
	if start < 0 {
		if bytes.Contains(data, []byte(" obj")) {
			start = 0
		} else {
			return nil, nil, &document.Failure{Category: document.Damaged, Op: "open PDF", Detail: "no PDF header"}
		}
	}
	data = trim(data[start:])
	encrypted := bytes.Contains(data, []byte("/Encrypt"))
	var errs []error
	try := func(s source, err error) []page {
		if err != nil {
			errs = append(errs, err)
			return nil
		}
		pages := pageTree(ctx, s.trailer().key("Root"))
		if len(pages) == 0 {
			errs = append(errs, errors.New("no pages"))
		}
		return pages
	}
	var best source
	var found []page
	keep := func(s source, p []page) bool {
		if len(p) > len(found) {
			best, found = s, p
		}
		return len(p) > 0 && s.faults() == 0
	}
	if !encrypted && !slow {
		plainest := asVersion17(data)
		if !rootBeyondSize(data) && sane(plainest) {
			s, err := openFast(plainest)
			if keep(s, try(orNil(s), err)) {
				return best, found, nil
			}
		}
		for _, loose := range []bool{false, true} {
			if r := rebuild(plainest, loose); r != nil && ctx.Err() == nil && (!loose || len(found) == 0) {
				s, err := openFast(r)
				if keep(s, try(orNil(s), err)) {
					return best, found, nil
				}
			}
		}
	}
	if ctx.Err() == nil && sane(data) {
		s, err := openSlow(ctx, data, password)
		if errors.Is(err, errPassword) {
			return nil, nil, &document.Failure{Category: document.Encrypted, Op: "open PDF"}
		}
		if keep(s, try(orNil(s), err)) {
			return best, found, nil
		}
	}
	if len(found) > 0 {
		return best, found, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	return nil, nil, &document.Failure{Category: document.Damaged, Op: "open PDF", Err: errors.Join(errs...)}
}

// orNil keeps a nil pointer from becoming a source that is not nil.
func orNil[T any, P interface {
	*T
	source
}](p P) source {
	if p == nil {
		return nil
	}
	return p
}

// rootBeyondSize reports whether the last trailer says that the table is shorter
// than the number of its own catalogue: pdfunite writes the size of one part,
// and a table with an entry for every number that the parts have left out. The
// fast library would read all of it to find no page.
func rootBeyondSize(data []byte) bool {
	i := bytes.LastIndex(data, []byte("/Size"))
	if i < 0 {
		return false
	}
	l := lexer{b: data, pos: i + len("/Size")}
	size := l.next()
	root, _, _ := strings.Cut(lastRoot(data), " ")
	n, err := strconv.Atoi(root)
	return err == nil && size.kind == tokNumber && float64(n) >= size.num
}

// trim drops what stands after the last end-of-file marker, as mail and web
// servers leave it.
func trim(data []byte) []byte {
	if i := bytes.LastIndex(data, []byte("%%EOF")); i >= 0 {
		return data[:i+len("%%EOF")]
	}
	return data
}

// asVersion17 returns the bytes with a header that the fast library accepts:
// it refuses PDF 2.0 and a header followed by anything but a line end. The
// length does not change, so no offset does.
func asVersion17(data []byte) []byte {
	want := []byte("%PDF-1.7\n")
	if len(data) < len(want)+1 || bytes.HasPrefix(data, []byte("%PDF-1.")) && data[7] <= '7' && data[7] >= '0' && (data[8] == '\r' || data[8] == '\n') {
		return data
	}
	c := bytes.Clone(data)
	copy(c, want)
	return c
}
