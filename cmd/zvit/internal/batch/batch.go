// Package batch takes files and folders into a database: several readers, one
// writer, and memory that does not grow with the number of files. One document
// never costs another anything: what cannot be read is stored as a row with its
// reason.
//
// The order of the files and the number of readers change nothing in the
// database. A document that is stored with the same bytes and reader version is
// not parsed again; a path that is new is added to its sources.
package batch

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"zvit/cmd/zvit/internal/batch/isolate"
	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/store"
)

// Options are the operator's.
type Options struct {
	Jobs        int           // readers in parallel; below 1 is 1
	Timeout     time.Duration // for one document; 0 is none
	MaxBytes    int64         // see extract.Options
	Encoding    string        // see extract.Options
	Password    string        // see extract.Options
	RetryFailed bool          // try again what failed before with the same bytes and reader
	// Include and Exclude are patterns of path.Match for what is found in folders,
	// matched without regard to case against the name, or, where the pattern has
	// a slash, against the path below the folder that was named. No Include is
	// everything; an excluded folder is not entered.
	Include, Exclude []string
	// List is read where a path is "-": paths, each on a line or, where there is a
	// NUL, each ended by one.
	List io.Reader
	// Listed says that a program has found the paths: one where nothing stands any
	// more is a document that is lost, and recorded as such. One that a person
	// typed is a slip of the pen, which is only told.
	Listed bool
	// Skip says of a path inside a folder that it is never a document: the
	// database's own files.
	Skip func(path string) bool
	// Explain turns a failure into the sentence that is stored and shown.
	Explain func(c document.Category, detail string) record.Sentence
	// Settle settles the reports of one document.
	Settle func(ctx context.Context, reports []*record.Report, reviews []record.Review) error
	// Read reads and settles one document; nil reads it here, in this process,
	// with Timeout and Settle. isolate.Pool reads it in another one.
	Read isolate.Work
	// Done is told of every document, in the order in which they finish, from
	// one goroutine. It may be nil.
	Done func(Event)
	// Started is told of every path before it is read, from any goroutine. It may
	// be nil.
	Started func(path string)
	// Left is told of what is left alone in folders, archives and links to
	// folders, from one goroutine, but not that of Done. It may be nil.
	Left func(path string)
	Now  func() time.Time
}

// Database is what a batch needs of the store.
type Database interface {
	Put(ctx context.Context, e store.Entry) error
	AddSource(ctx context.Context, documentID string, s store.Source) error
	Outcome(ctx context.Context, documentID, readerVersion string) (store.Outcome, bool, error)
	Reviews(ctx context.Context, documentID string) ([]record.Review, error)
	Forget(ctx context.Context, documentID string) error
}

// Event is the outcome of one path.
type Event struct {
	Path       string
	DocumentID string
	Status     document.Status
	Category   document.Category
	Message    record.Sentence
	Detail     string // technical
	Known      bool   // stored before with the same bytes and reader; not parsed
	Reports    []*record.Report
	Findings   int
	Bytes      int64
	Pages      int // 0 where the format has none, or the document is Known
}

// Summary counts the documents of a run. A document under two paths is counted
// once for each.
type Summary struct {
	Read, Partial, Failed, NeedsOCR int                       // in this run
	Known                           int                       // stored before, sound
	KnownFailed                     int                       // failed before, and not tried again
	Left                            int                       // archives and other files that were left alone
	LeftPaths                       []string                  // the first of them
	Categories                      map[document.Category]int // of every path that has one
	BadCategories                   map[document.Category]int // those of Bad
	PartialCategories               map[document.Category]int // those of Partial
	Interrupted                     bool
}

// Good is how many documents are in the database and can be used.
func (s Summary) Good() int { return s.Read + s.Partial + s.Known }

// Bad is how many documents could not be read, now or before.
func (s Summary) Bad() int { return s.Failed + s.NeedsOCR + s.KnownFailed }

// Run takes the paths into the database. Documents that cannot be read are no
// error; a database that cannot be written is. When ctx ends, the documents in
// hand are finished and the summary says that the run was interrupted.
func Run(ctx context.Context, db Database, paths []string, opts Options) (Summary, error) {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Read == nil {
		opts.Read = Reading(opts.Settle)
	}
	r := &run{
		db: db, opts: opts, inHand: map[string]chan struct{}{}, failed: map[string]bool{}, missing: map[string]bool{},
		sum: Summary{
			Categories: map[document.Category]int{}, BadCategories: map[document.Category]int{}, PartialCategories: map[document.Category]int{},
		},
	}
	if !opts.Listed {
		r.missing = missing(paths)
	}
	// The work in hand is finished after ctx has ended: only walking heeds it.
	work, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	group, work := errgroup.WithContext(work)
	files := make(chan string)
	ready := make(chan result) // unbuffered: at most one document a reader is in memory
	group.Go(func() error {
		defer close(files)
		w := walker{ctx: ctx, work: work, opts: &opts, send: func(path string) error {
			select {
			case files <- path:
				return nil
			case <-ctx.Done():
				return fs.SkipAll
			case <-work.Done():
				return work.Err()
			}
		}}
		err := w.walk(paths)
		r.sum.Left, r.sum.LeftPaths = w.leftCount, w.left
		return err
	})
	var readers sync.WaitGroup
	for range max(opts.Jobs, 1) {
		readers.Add(1)
		group.Go(func() error {
			defer readers.Done()
			return r.read(work, files, ready)
		})
	}
	go func() {
		readers.Wait()
		close(ready)
	}()
	group.Go(func() error { return r.write(work, ready) })
	err := group.Wait()
	r.sum.Interrupted = ctx.Err() != nil
	return r.sum, err
}

type run struct {
	db   Database
	opts Options
	sum  Summary // the writer's alone, what was left aside
	// failed are the documents that this run could not read, the writer's alone:
	// the same bytes under another name have not failed before.
	failed map[string]bool
	// missing are the paths that a person named though nothing stands there: a
	// slip of the pen is no document.
	missing map[string]bool

	mu     sync.Mutex
	inHand map[string]chan struct{} // documents being read or written; closed when stored
}

// result is what a reader hands to the writer.
type result struct {
	event   Event
	entry   *store.Entry      // nil where nothing but the source is to be written
	source  document.Category // why the document could not be read under this name
	nothing bool              // nothing is to be written
	release func()            // lets the next path with the same bytes go on
}

func (r *run) read(ctx context.Context, files <-chan string, ready chan<- result) error {
	for path := range files {
		if r.opts.Started != nil {
			r.opts.Started(path)
		}
		res, err := r.one(ctx, path)
		if err != nil {
			return err
		}
		select {
		case ready <- res:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

func (r *run) write(ctx context.Context, ready <-chan result) error {
	for res := range ready {
		err := r.store(ctx, &res)
		res.release()
		if err != nil {
			return err
		}
		if r.failed[res.event.DocumentID] {
			res.event.Known = false
		}
		r.count(res.event)
		if r.opts.Done != nil {
			r.opts.Done(res.event)
		}
	}
	return nil
}

func (r *run) store(ctx context.Context, res *result) error {
	// The file could not be opened in an earlier run, perhaps; now it could. It
	// goes first: after a crash in between the file is read once more.
	if stood := standIn(res.event.Path); stood != res.event.DocumentID {
		if err := r.db.Forget(ctx, stood); err != nil {
			return err
		}
	}
	switch {
	case res.nothing:
		return nil
	case res.entry != nil:
		err := r.db.Put(ctx, *res.entry)
		if errors.Is(err, store.ErrRecords) {
			return r.db.Put(ctx, r.refused(res, err))
		}
		return err
	}
	return r.db.AddSource(ctx, res.event.DocumentID, store.Source{
		Path: res.event.Path, At: r.opts.Now(), Category: res.source,
	})
}

func (r *run) count(e Event) {
	bad := e.Status == document.Failed || e.Status == document.NeedsOCR
	if bad && !e.Known && e.Category != document.WrongExtension {
		r.failed[e.DocumentID] = true // a wrong name says nothing of the others
	}
	switch {
	case e.Known && bad:
		r.sum.KnownFailed++
	case e.Known:
		r.sum.Known++
	case e.Status == document.Failed:
		r.sum.Failed++
	case e.Status == document.NeedsOCR:
		r.sum.NeedsOCR++
	case e.Status == document.Partial:
		r.sum.Partial++
		r.sum.PartialCategories[e.Category]++
	default:
		r.sum.Read++
	}
	if e.Category != "" {
		r.sum.Categories[e.Category]++
	}
	if bad {
		r.sum.BadCategories[e.Category]++
	}
}

// claim waits until no other reader has the document in hand, and takes it.
func (r *run) claim(ctx context.Context, id string) (release func(), err error) {
	for {
		r.mu.Lock()
		busy := r.inHand[id]
		if busy == nil {
			mine := make(chan struct{})
			r.inHand[id] = mine
			r.mu.Unlock()
			return func() {
				r.mu.Lock()
				delete(r.inHand, id)
				r.mu.Unlock()
				close(mine)
			}, nil
		}
		r.mu.Unlock()
		select {
		case <-busy:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// one reads one file. Its error is the database's; a file's own is a result.
func (r *run) one(ctx context.Context, path string) (result, error) {
	data, id, size, failure := load(path, r.opts.MaxBytes)
	res := result{event: Event{Path: path, DocumentID: id, Bytes: size}}
	var err error
	if res.release, err = r.claim(ctx, id); err != nil {
		return res, err
	}
	keep := false
	defer func() {
		if !keep {
			res.release()
		}
	}()
	known, found, err := r.db.Outcome(ctx, id, extract.Version())
	if err != nil {
		return res, err
	}
	if found && !r.again(known) {
		res.event.Known, res.event.Status, res.event.Category, res.event.Message = true, known.Status, known.Category, known.Message
		r.checkName(path, known, &res)
		keep = true
		return res, nil
	}
	entry := &store.Entry{
		SHA256: id, Path: path, Bytes: size,
		ReaderVersion: extract.Version(), IngestedAt: r.opts.Now(),
	}
	if failure == nil {
		failure, err = r.extract(ctx, path, data, entry)
		if err != nil {
			return res, err
		}
	}
	if failure != nil {
		r.fail(entry, &res.event, failure)
		res.nothing = r.missing[path] && entry.Category == document.Unopenable
		if found && known.Status != document.Failed {
			// A better outcome of the same bytes is not replaced by a worse.
			entry = nil
		}
	}
	if entry != nil {
		res.event.Status, res.event.Category, res.event.Message = entry.Status, entry.Category, entry.Message
		res.event.Reports = entry.Reports
		res.event.Findings = len(entry.Findings)
		res.event.Pages = entry.Pages
	}
	res.entry = entry
	keep = true
	return res, nil
}

// extract reads and settles the document into entry. failure is the document's
// own; err is the database's.
func (r *run) extract(ctx context.Context, path string, data []byte, entry *store.Entry) (failure, err error) {
	reviews, err := r.db.Reviews(ctx, entry.SHA256)
	if err != nil {
		return nil, err
	}
	res, failure := r.opts.Read(ctx, path, data, extract.Options{
		Encoding: r.opts.Encoding, Password: r.opts.Password, MaxBytes: r.opts.MaxBytes, Timeout: r.opts.Timeout,
	}, reviews)
	var own *document.Failure
	if failure != nil && !errors.As(failure, &own) {
		return nil, failure
	}
	if res != nil && res.Raw != nil {
		entry.Format, entry.Encoding, entry.Pages = res.Raw.Format, res.Raw.Encoding, res.Raw.Pages
	}
	if failure != nil {
		return failure, nil
	}
	entry.Document, entry.Reports, entry.Findings = res.Document, res.Reports, res.Findings
	entry.Status = document.OK
	if len(res.Document.Problems) > 0 {
		entry.Status = document.Partial
		first := res.Document.Problems[0]
		entry.Category, entry.Message = first.Category, r.opts.Explain(first.Category, first.Detail)
	}
	return nil, nil
}
