package isolate

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/record"
)

// request is what a child is asked; the document's bytes follow in a frame of
// their own.
type request struct {
	Name    string
	Options extract.Options
	Reviews []record.Review
}

// answer is what a child replies.
type answer struct {
	Raw      *document.Document // without blocks: nothing asks for them
	Document *document.Document
	Reports  []*record.Report
	Findings []record.Finding
	Failure  *failure
}

// failure is a document.Failure whose cause is text.
type failure struct {
	Category   document.Category
	Op, Detail string
	Page       int
	Cause      string
}

func answerOf(res *extract.Result, err error) answer {
	var a answer
	if res != nil {
		if res.Raw != nil {
			head := *res.Raw
			head.Blocks = nil
			a.Raw = &head
		}
		a.Document, a.Reports, a.Findings = res.Document, res.Reports, res.Findings
	}
	if err == nil {
		return a
	}
	// What a failure leaves behind is not stored.
	a.Document, a.Reports, a.Findings = nil, nil, nil
	a.Failure = &failure{Category: document.Internal, Cause: err.Error()}
	var f *document.Failure
	if errors.As(err, &f) {
		*a.Failure = failure{Category: f.Category, Op: f.Op, Detail: f.Detail, Page: f.Page}
		if f.Err != nil {
			a.Failure.Cause = f.Err.Error()
		}
	}
	return a
}

func (a answer) result() (*extract.Result, error) {
	res := &extract.Result{Raw: a.Raw, Document: a.Document, Reports: a.Reports, Findings: a.Findings}
	if a.Failure == nil {
		return res, nil
	}
	f := &document.Failure{Category: a.Failure.Category, Op: a.Failure.Op, Detail: a.Failure.Detail, Page: a.Failure.Page}
	if a.Failure.Cause != "" {
		f.Err = errors.New(a.Failure.Cause)
	}
	return res, f
}

// A frame is its length, eight bytes with the least first, and so many bytes.

func writeFrame(w io.Writer, data []byte) error {
	var head [8]byte
	binary.LittleEndian.PutUint64(head[:], uint64(len(data)))
	if _, err := w.Write(head[:]); err != nil {
		return err
	}
	_, err := w.Write(data)
	return err
}

// errFrame: the other side speaks another language, or stopped in mid-word.
var errFrame = errors.New("a broken frame")

// readFrame reads a frame of at most limit bytes (0 is no limit) into buf where
// it fits. At the end of the input, between frames, the error is io.EOF.
func readFrame(r io.Reader, buf []byte, limit int64) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, fmt.Errorf("%w: %w", errFrame, err)
		}
		return nil, err
	}
	n := binary.LittleEndian.Uint64(head[:])
	if n > 1<<40 || limit > 0 && n > uint64(limit) {
		return nil, fmt.Errorf("%w: %d bytes", errFrame, n)
	}
	if uint64(cap(buf)) < n {
		buf = make([]byte, n)
	}
	buf = buf[:n]
	if _, err := io.ReadFull(r, buf); err != nil {
		return nil, fmt.Errorf("%w: %w", errFrame, err)
	}
	return buf, nil
}
