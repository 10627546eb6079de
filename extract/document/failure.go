package document

import (
	"context"
	"errors"
	"fmt"
)

// Status is the outcome of a document.
type Status string

// The closed list of outcomes.
const (
	OK       Status = "ok"
	Partial  Status = "partial"   // Problems says what is missing
	Failed   Status = "failed"    // nothing could be read
	NeedsOCR Status = "needs_ocr" // images of text, and no OCR program
)

// Category says why a document, or a part of it, was not read. The list is
// closed; each has a sentence in both languages that says what to do next.
type Category string

// Why a document could not be read.
const (
	Unopenable     Category = "unopenable"      // missing, no permission, a folder, a pipe
	Empty          Category = "empty"           // no bytes, or nothing but white space
	NotText        Category = "not_text"        // binary of no known kind
	WrongExtension Category = "wrong_extension" // the name promises another format
	Damaged        Category = "damaged"         // the format is known, the content is broken
	Encrypted      Category = "encrypted"       // a password is needed
	WrongPassword  Category = "wrong_password"  // the one given does not open it
	NoSuchPage     Category = "no_such_page"    // none of its pages was asked for
	TooLarge       Category = "too_large"       // over the size limit
	Truncated      Category = "truncated"       // a limit on spans, rows or depth cut it
	TimedOut       Category = "timed_out"
	OutOfMemory    Category = "out_of_memory"
	Panicked       Category = "panicked"        // a reader's defect, caught
	MissingProgram Category = "missing_program" // LibreOffice, Tesseract, ... is not installed
	NoOCR          Category = "no_ocr"          // images of text; the programs for OCR are not installed
	Cancelled      Category = "cancelled"
	Internal       Category = "internal"
)

// Failure is the error of a reader.
type Failure struct {
	Category Category
	Op       string // what was being done: "open the page tree"
	Page     int    // 1-based; 0 for the whole document
	// Detail is for MissingProgram and NoOCR the package to install, for NoSuchPage
	// how many pages there are; else free.
	Detail string
	Err    error // cause, may be nil
}

// Error returns the technical message, in English.
func (f *Failure) Error() string {
	s := string(f.Category)
	if f.Op != "" {
		s = f.Op + ": " + s
	}
	if f.Page > 0 {
		s += fmt.Sprintf(" on page %d", f.Page)
	}
	if f.Detail != "" {
		s += ": " + f.Detail
	}
	if f.Err != nil {
		s += ": " + f.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (f *Failure) Unwrap() error { return f.Err }

// Interrupted is the failure of work that its context ended: TimedOut where err
// is the deadline's, Cancelled else. err is the context's own.
func Interrupted(op string, err error) *Failure {
	category := Cancelled
	if errors.Is(err, context.DeadlineExceeded) {
		category = TimedOut
	}
	return &Failure{Category: category, Op: op, Err: err}
}

// CategoryOf returns the category of err, or Internal where it carries none.
func CategoryOf(err error) Category {
	var f *Failure
	if errors.As(err, &f) {
		return f.Category
	}
	return Internal
}
