package batch

import (
	"errors"
	"io/fs"
	"os"

	"zvit/extract"
	"zvit/extract/document"
	"zvit/store"
)

// missing returns those of the paths that a person named where nothing stands.
func missing(paths []string) map[string]bool {
	m := map[string]bool{}
	for _, p := range paths {
		if _, err := os.Lstat(p); errors.Is(err, fs.ErrNotExist) {
			m[p] = true
		}
	}
	return m
}

// again says whether a stored outcome is worth another reading: a failure when
// the operator asks, and always where the file's name alone was wrong, for the
// same bytes may have a better name here.
func (r *run) again(o store.Outcome) bool {
	switch o.Status {
	case document.Failed, document.NeedsOCR:
		return r.opts.RetryFailed || o.Category == document.WrongExtension
	}
	return false
}

// checkName fails a path whose name promises another format than its document
// has, which was read under a better name: the outcome of a path does not depend
// on which of the two came first.
func (r *run) checkName(path string, known store.Outcome, res *result) {
	if known.Status != document.OK && known.Status != document.Partial {
		return
	}
	if failure := extract.CheckName(path, known.Format); failure != nil {
		r.fail(&store.Entry{}, &res.event, failure)
		res.event.Known, res.source = false, res.event.Category
	}
}

func (r *run) fail(entry *store.Entry, event *Event, failure error) {
	category := document.CategoryOf(failure)
	detail := ""
	var f *document.Failure
	if errors.As(failure, &f) {
		detail = f.Detail
		if detail == "" && category == document.Internal {
			detail = f.Error() // A person is asked to report it.
		}
	}
	entry.Status, entry.Category = document.Failed, category
	if category == document.NoOCR {
		entry.Status = document.NeedsOCR
	}
	entry.Message = r.opts.Explain(category, detail)
	event.Detail = failure.Error()
	event.Status, event.Category, event.Message = entry.Status, entry.Category, entry.Message
}

// refused makes a failure of a document whose records the database does not
// take: a defect of the program, which costs the others nothing.
func (r *run) refused(res *result, err error) store.Entry {
	e := *res.entry
	e.Document, e.Reports, e.Findings = nil, nil, nil
	r.fail(&e, &res.event, &document.Failure{Category: document.Internal, Op: "store the document", Err: err})
	res.event.Reports, res.event.Findings = nil, 0
	return e
}
