// Package pdfdoc reads PDF: printed documents by their text layer, scans
// through Tesseract where it is installed.
//
// Objects come from libraries behind the interface source; the content streams
// are run here, which is faster than the libraries' own text extraction and
// knows composite fonts, transformations and rulings. Package layout makes
// paragraphs and tables of what a page shows.
package pdfdoc

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"zvit/extract/document"
	"zvit/extract/layout"
)

// Options say how a file is read.
type Options struct {
	Password string // for encrypted files; the empty one is always tried
	MaxPages int    // read no more than that many pages; 0 for all
	// FirstPage and LastPage, counted from 1, choose the pages to read; 0 is the
	// document's own first and last.
	FirstPage, LastPage int
	NoOCR               bool // leave pages without text alone, even where Tesseract is installed
	// Debug, where set, is given each page as it was seen, before layout.
	Debug func(layout.Page)
}

// Read reads a PDF file. A table that goes on over a page is left in fragments,
// marked CutBefore and CutAfter. The error is a *document.Failure or the
// context's. Pages that could not be read, and what a limit cut off, are in
// the document's Problems. The document's ID is left to the caller.
func Read(ctx context.Context, data []byte, opts Options) (*document.Document, error) {
	ctx, cancel := context.WithTimeout(ctx, fileTime)
	defer cancel()
	type result struct {
		doc *document.Document
		err error
	}
	// The libraries cannot be interrupted inside one object, so that the limit
	// on time holds only when they run beside.
	done := make(chan result, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- result{err: &document.Failure{Category: document.Panicked, Op: "read PDF", Detail: fmt.Sprint(p)}}
			}
		}()
		doc, err := read(ctx, data, opts)
		done <- result{doc, err}
	}()
	select {
	case r := <-done:
		return r.doc, failure(r.err)
	case <-ctx.Done():
		return nil, failure(ctx.Err())
	}
}

// failure gives an error its category.
func failure(err error) error {
	var f *document.Failure
	switch {
	case err == nil:
		return nil
	case errors.As(err, &f):
		return err
	case errors.Is(err, context.DeadlineExceeded):
		return &document.Failure{Category: document.TimedOut, Op: "read PDF", Err: err}
	case errors.Is(err, context.Canceled):
		return &document.Failure{Category: document.Cancelled, Op: "read PDF", Err: err}
	}
	return &document.Failure{Category: document.Damaged, Op: "read PDF", Err: err}
}

func read(ctx context.Context, data []byte, opts Options) (*document.Document, error) {
	src, pages, err := open(ctx, data, opts.Password, false)
	if opts.Password != "" && document.CategoryOf(err) == document.Encrypted {
		// A file that is only protected against changes opens with the empty one.
		opts.Password = ""
		if src, pages, err = open(ctx, data, "", false); document.CategoryOf(err) == document.Encrypted {
			return nil, &document.Failure{Category: document.WrongPassword, Op: "open PDF"}
		}
	}
	if err != nil {
		return nil, err
	}
	doc, err := readPages(ctx, data, src, pages, opts)
	if _, fast := src.(*fastSource); !fast || src.faults() == 0 || ctx.Err() != nil {
		return doc, err
	}
	// Some filter or object was beyond the fast library: whichever finds more.
	again, pages, slowErr := open(ctx, data, opts.Password, true)
	if slowErr != nil {
		return doc, err
	}
	other, slowErr := readPages(ctx, data, again, pages, opts)
	if slowErr != nil || err == nil && letters(other) <= letters(doc) {
		return doc, err
	}
	return other, nil
}

// letters counts what was read.
func letters(d *document.Document) (n int) {
	for _, k := range d.Ink() {
		n += k
	}
	return n
}

func readPages(ctx context.Context, data []byte, src source, pages []page, opts Options) (*document.Document, error) {
	doc := &document.Document{Format: document.PDF, Bytes: int64(len(data)), Pages: len(pages)}
	problem := func(c document.Category, page int, detail string) {
		doc.Problems = append(doc.Problems, document.Problem{Category: c, Page: page, Detail: detail})
	}
	if opts.MaxPages > 0 && len(pages) > opts.MaxPages {
		problem(document.Truncated, opts.MaxPages+1, fmt.Sprintf("%d of %d pages read", opts.MaxPages, len(pages)))
		pages = pages[:opts.MaxPages]
	}
	last := len(pages)
	if opts.LastPage > 0 {
		last = min(last, opts.LastPage)
	}
	first := max(opts.FirstPage, 1)
	if first > last {
		return nil, &document.Failure{
			Category: document.NoSuchPage, Op: "read PDF", Detail: strconv.Itoa(len(pages)),
		}
	}
	fonts := newFontCache()
	var an layout.Analyser
	scan := scanner{data: data, password: opts.Password, off: opts.NoOCR}
	defer scan.close()
	place := func(p layout.Page) {
		if opts.Debug != nil {
			opts.Debug(p)
		}
		an.Add(p)
	}
	var scans, waiting []*layout.Page // layout takes pages in order: from the first scan on they wait
	layers := map[int]layout.Page{}   // unsound text layers, by the scan they lie on
	for i := first - 1; i < last; i++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		seen, err := show(ctx, pages[i], i+1, fonts)
		if err != nil {
			problem(document.Damaged, i+1, err.Error())
		}
		switch {
		case pictured(seen):
			scans = append(scans, &seen)
		case overlaid(seen) && !sound(seen.Words) || unmapped(seen.Words):
			layers[len(scans)] = seen
			seen.Words = nil
			scans = append(scans, &seen)
		}
		if len(scans) > 0 {
			waiting = append(waiting, &seen)
		} else {
			place(seen)
		}
		if (i+1)%256 == 0 {
			fonts.forget()
		}
	}
	replaced, unread := scan.over(ctx, scans, layers, problem)
	for _, p := range waiting {
		place(*p)
	}
	if n := src.faults(); n > 0 {
		problem(document.Damaged, 0, fmt.Sprintf("%d objects could not be read", n))
	}
	doc.Blocks = an.Blocks()
	doc.Blocks = append(doc.Blocks, furnitureOf(replaced, doc.Blocks)...)
	if len(doc.Blocks) == 0 {
		if len(scans) > 0 && !scan.worked {
			return nil, unread
		}
		if len(doc.Problems) > 0 {
			return nil, &document.Failure{Category: document.Damaged, Op: "read PDF", Detail: doc.Problems[0].Detail}
		}
		return nil, &document.Failure{Category: document.Empty, Op: "read PDF", Detail: "no text on any page"}
	}
	return doc, nil
}

// show runs a page's content and returns what it shows.
func show(ctx context.Context, p page, number int, fonts *fontCache) (seen layout.Page, err error) {
	in := newInterpreter(ctx, p, number, fonts)
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("interpret the page: %v", r)
		}
		in.word.flush()
		seen = in.page
		tidy(&seen)
	}()
	frame := in.g.ctm
	content, err := contents(p.o.key("Contents"))
	in.run(content, p.resources)
	in.word.flush()
	in.annotations(p, frame)
	in.done()
	if in.err != nil {
		err = in.err
	}
	return seen, err
}

// contents joins the page's content streams; what could be read comes with the error.
func contents(o object) ([]byte, error) {
	if o.kind() != array {
		if o.kind() == null {
			return nil, nil
		}
		return o.data()
	}
	var all []byte
	var first error
	for i, n := 0, min(o.length(), maxArray); i < n && len(all) < maxStream; i++ {
		b, err := o.at(i).data()
		if err != nil && first == nil {
			first = err
		}
		all = append(append(all, b...), '\n')
	}
	return all, first
}
