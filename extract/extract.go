// Package extract opens a file, knows its format by its content, and runs the
// way of the data: read, rejoin, recognise. What it returns is not settled;
// package normalize does that.
//
// Extracting is pure: the same bytes and options give the same result.
package extract

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"zvit/extract/document"
	"zvit/extract/recognise"
	"zvit/extract/record"
	"zvit/extract/rejoin"
)

// version is raised by hand whenever a reader, rejoining or recognising changes
// what a document gives: stored documents of an older version are read again.
const version = "4"

// Version names what readers, rejoining and recognising make of a document.
func Version() string { return version }

// DefaultMaxBytes is the size above which a file is TooLarge unless Options say
// otherwise: far above any report, below what would fill a small machine.
const DefaultMaxBytes = 128 << 20

// Options are the user's. The zero value is the default.
type Options struct {
	// Encoding overrides detection for text formats (an IANA name).
	Encoding string
	// Password opens encrypted PDF and office files.
	Password string
	// MaxBytes is the largest file that is read; 0 is DefaultMaxBytes, below 0
	// no limit.
	MaxBytes int64
	// Timeout is for one document; 0 is none.
	Timeout time.Duration
	// Until is the last stage; the zero value is Recognised.
	Until Stage
	// FirstPage and LastPage, counted from 1, are the pages of a PDF to read; 0
	// is the document's own first and last.
	FirstPage, LastPage int
}

// Stage is a step of the way of the data.
type Stage int

// The stages after which extracting can end.
const (
	Recognised Stage = iota // the whole way
	Rejoined                // whole tables; no Reports, no Findings
)

// Result is what a document gave. Raw and Document have the same ID, Format and
// Bytes; after an error the stages that were not reached are nil, and Raw has
// no blocks where reading failed.
type Result struct {
	Raw      *document.Document // as read
	Document *document.Document // rejoined
	Reports  []*record.Report
	Findings []record.Finding // of the document itself
}

// ReadFile reads the file at path. Errors are *document.Failure. The Result is
// nil where no bytes could be read, and else tells at least the document's ID
// and size.
func ReadFile(ctx context.Context, path string, opts Options) (*Result, error) {
	data, err := load(path, opts.maxBytes())
	if err != nil {
		return nil, err
	}
	return ReadBytes(ctx, path, data, opts)
}

// ReadBytes reads a document in memory; name is its path or name, which counts
// only for what its ending promises. data must not be changed until it returns.
func ReadBytes(ctx context.Context, name string, data []byte, opts Options) (*Result, error) {
	sum := sha256.Sum256(data)
	res := &Result{Raw: &document.Document{ID: hex.EncodeToString(sum[:]), Bytes: int64(len(data))}}
	if limit := opts.maxBytes(); limit >= 0 && res.Raw.Bytes > limit {
		return res, tooLarge(limit)
	}
	format, err := Detect(name, data)
	if err != nil {
		return res, err
	}
	res.Raw.Format = format
	if opts.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, opts.Timeout)
		defer cancel()
	}
	done, err := guard(ctx, "read the document", grace, func() (*Result, error) {
		return run(ctx, res, data, opts)
	})
	if done == nil {
		// The abandoned stage may still be writing to its own Result.
		done = &Result{Raw: &document.Document{ID: res.Raw.ID, Bytes: res.Raw.Bytes, Format: format}}
	}
	return done, err
}

// run takes data through the stages. It fills a Result of its own, so that an
// abandoned run shares nothing with its caller.
func run(ctx context.Context, head *Result, data []byte, opts Options) (*Result, error) {
	res := &Result{Raw: &document.Document{ID: head.Raw.ID, Bytes: head.Raw.Bytes, Format: head.Raw.Format}}
	read := reader(head.Raw.Format)
	if read == nil {
		return res, &document.Failure{
			Category: document.NotText, Op: "read the document",
			Detail: fmt.Sprintf("no reader for format %s", head.Raw.Format),
		}
	}
	doc, err := read(ctx, data, opts)
	if err != nil {
		return res, asFailure(ctx, "read the document", err)
	}
	doc.ID, doc.Bytes, doc.Format = head.Raw.ID, head.Raw.Bytes, head.Raw.Format
	res.Raw = doc
	whole, err := rejoin.Rejoin(ctx, doc)
	if err != nil {
		return res, asFailure(ctx, "rejoin tables", err)
	}
	res.Document = whole
	if opts.Until == Rejoined {
		return res, nil
	}
	reports, findings, err := recognise.Recognise(ctx, whole)
	if err != nil {
		return res, asFailure(ctx, "recognise reports", err)
	}
	res.Reports = reports
	res.Findings = append(documentFindings(whole), findings...)
	return res, nil
}

// grace is how long a stage may take to notice that its context is done before
// it is left behind.
const grace = 2 * time.Second

// guard runs f, turns its panic into a Failure, and leaves it behind where it
// does not heed its context: one document must never stop a batch.
func guard(ctx context.Context, op string, grace time.Duration, f func() (*Result, error)) (*Result, error) {
	type outcome struct {
		res *Result
		err error
	}
	ch := make(chan outcome, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				ch <- outcome{nil, &document.Failure{
					Category: document.Panicked, Op: op,
					Detail: fmt.Sprint(p), Err: stack(debug.Stack()),
				}}
			}
		}()
		res, err := f()
		ch <- outcome{res, err}
	}()
	select {
	case o := <-ch:
		return o.res, o.err
	case <-ctx.Done():
	}
	late := time.NewTimer(grace)
	defer late.Stop()
	select {
	case o := <-ch:
		return o.res, o.err
	case <-late.C:
		return nil, asFailure(ctx, op, ctx.Err())
	}
}

// stack is the trace of a caught panic, for the log; its message is short.
type stack []byte

// Error names the trace; Trace gives it.
func (s stack) Error() string { return "panic in a reader" }

// Trace returns the goroutine's stack.
func (s stack) Trace() string { return string(s) }

// asFailure keeps a *document.Failure and makes one of any other error.
func asFailure(ctx context.Context, op string, err error) error {
	var f *document.Failure
	if errors.As(err, &f) && f.Category != document.Internal {
		return err
	}
	for _, cause := range []error{err, ctx.Err()} {
		if errors.Is(cause, context.DeadlineExceeded) || errors.Is(cause, context.Canceled) {
			return document.Interrupted(op, cause)
		}
	}
	return &document.Failure{Category: document.Internal, Op: op, Err: err}
}

func (o Options) maxBytes() int64 {
	if o.MaxBytes == 0 {
		return DefaultMaxBytes
	}
	return o.MaxBytes
}

func tooLarge(limit int64) error {
	return &document.Failure{
		Category: document.TooLarge, Op: "read the file",
		Detail: fmt.Sprintf("over %d bytes", limit),
	}
}

// load reads at most limit bytes of a regular file.
func load(path string, limit int64) ([]byte, error) {
	unopenable := func(err error) error { return document.Unopened(err, 0) }
	info, err := os.Stat(path)
	if err != nil {
		return nil, unopenable(err)
	}
	if !info.Mode().IsRegular() {
		return nil, document.Unopened(fmt.Errorf("%s is not a regular file", path), info.Mode())
	}
	if limit >= 0 && info.Size() > limit {
		return nil, tooLarge(limit)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unopenable(err)
	}
	defer func() { _ = f.Close() }()
	if limit < 0 {
		limit = 1<<62 - 1
	}
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, unopenable(err)
	}
	if int64(len(data)) > limit {
		return nil, tooLarge(limit)
	}
	return data, nil
}
