package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/cwriter"
	"github.com/vbauerster/mpb/v8/decor"

	"zvit/cmd/zvit/internal/batch"
	"zvit/extract/document"
)

// progress says what becomes of the documents of a run: failures at once, how
// far it is meanwhile, and the summary at the end.
type progress struct {
	e     *env
	shown display
	json  *jsonEvents // nil where a person reads

	mu    sync.Mutex
	tally tally
	stop  func()
}

// display shows how far a run is. Its methods may be called from any goroutine.
type display interface {
	// total says how many files there are, as soon as it is known.
	total(found batch.Found)
	started(path string)
	done(ev batch.Event)
	// Write prints lines without disturbing what is shown.
	io.Writer
	end()
}

func newProgress(e *env, opts ingestOptions) *progress {
	p := &progress{e: e, stop: func() {}}
	switch {
	case opts.json:
		p.json = &jsonEvents{e: e, dryRun: opts.dryRun, now: time.Now}
		p.shown = &lines{p: p, out: e.stderr}
	case isTerminal(e.stderr):
		p.shown = newBar(e)
	default:
		p.shown = &lines{p: p, out: e.stderr}
	}
	return p
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("TERM") != "dumb" && cwriter.IsTerminal(int(f.Fd()))
}

// progressEvery is how often a run says how far it is where there is no
// terminal.
const progressEvery = 10 * time.Second

// begin starts what goes on beside the run: the count of its files, and the
// clock.
func (p *progress) begin(ctx context.Context, opts ingestOptions, options batch.Options) {
	if p.json != nil {
		p.json.start(opts)
	}
	ctx, cancel := context.WithCancel(ctx)
	var beside sync.WaitGroup
	beside.Go(func() {
		if found, err := batch.Count(ctx, opts.paths, options); err == nil && ctx.Err() == nil {
			p.shown.total(found)
		}
	})
	if l, ok := p.shown.(*lines); ok {
		beside.Go(func() { l.run(ctx) })
	}
	p.stop = func() {
		cancel()
		beside.Wait()
	}
}

func (p *progress) started(path string) { p.shown.started(path) }

func (p *progress) done(ev batch.Event) {
	p.mu.Lock()
	p.tally.add(ev)
	p.mu.Unlock()
	p.shown.done(ev)
	if p.json != nil {
		p.json.document(ev)
		return
	}
	if ev.Category != "" {
		text := p.e.say.Pick(ev.Message.EN, ev.Message.UK)
		switch {
		case ev.Status == document.Partial:
			text = p.e.say.Say("ingest.in_part", text)
		case ev.Known:
			text = p.e.say.Say("ingest.failed_before", text)
		}
		fmt.Fprintf(p.shown, "%s: %s\n", ev.Path, text)
	}
}

// left is told of what is left alone; a person reads of it in the summary.
func (p *progress) left(path string) {
	if p.json != nil {
		p.json.left(path)
	}
}

func (p *progress) end() {
	p.stop()
	p.shown.end()
}

func (p *progress) summary(opts ingestOptions, sum batch.Summary, code int) {
	if p.json != nil {
		p.json.summary(&p.tally, sum, code)
		return
	}
	p.tally.summary(p.e, opts, sum)
}

// lines says how far a run is in a line every ten seconds.
type lines struct {
	p   *progress
	out io.Writer

	mu    sync.Mutex
	found batch.Found
}

func (l *lines) total(found batch.Found) {
	l.mu.Lock()
	l.found = found
	l.mu.Unlock()
}

func (l *lines) started(string)   {}
func (l *lines) done(batch.Event) {}
func (l *lines) end()             {}

func (l *lines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out.Write(b)
}

func (l *lines) run(ctx context.Context) {
	tick := time.NewTicker(progressEvery)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			l.say()
		case <-ctx.Done():
			return
		}
	}
}

func (l *lines) say() {
	l.p.mu.Lock()
	files, bytes, pages := l.p.tally.files, l.p.tally.bytes, l.p.tally.pages
	l.p.mu.Unlock()
	l.mu.Lock()
	found := l.found
	l.mu.Unlock()
	if l.p.json != nil {
		l.p.json.progress(files, pages, bytes, found)
		return
	}
	say := l.p.e.say
	text := say.Say("ingest.progress", say.Say("count.files", files), bytes>>20)
	if found.Files > files {
		text = say.Say("ingest.progress_of", say.Say("count.files", files), found.Files, bytes>>20)
	}
	fmt.Fprintln(l, text)
}

// bar is for a terminal: files, pages, rate, time left, the current file.
type bar struct {
	bars    *mpb.Progress
	files   *mpb.Bar
	last    time.Time
	pages   atomic.Int64
	bytes   atomic.Int64
	current atomic.Pointer[string]
}

func newBar(e *env) *bar {
	b := &bar{last: time.Now()}
	b.bars = mpb.New(mpb.WithOutput(e.stderr), mpb.WithWidth(40), mpb.WithRefreshRate(200*time.Millisecond))
	b.files = b.bars.New(0, mpb.BarStyle(), mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.CountersNoUnit("%d / %d ", decor.WCSyncWidth)),
		mpb.AppendDecorators(
			decor.EwmaSpeed(nil, " %.0f/s", 60),
			decor.Name("  "),
			decor.OnComplete(decor.EwmaETA(decor.ET_STYLE_GO, 60), ""),
			decor.Any(func(decor.Statistics) string {
				s := fmt.Sprintf("  %d MiB", b.bytes.Load()>>20)
				if n := b.pages.Load(); n > 0 {
					s += "  " + e.say.Say("count.pages", int(n))
				}
				if name := b.current.Load(); name != nil {
					s += "  " + *name
				}
				return s
			})))
	return b
}

func (b *bar) total(found batch.Found) { b.files.SetTotal(int64(found.Files), false) }

func (b *bar) started(path string) {
	name := filepath.Base(path)
	b.current.Store(&name)
}

// done is called from one goroutine.
func (b *bar) done(ev batch.Event) {
	b.pages.Add(int64(ev.Pages))
	b.bytes.Add(ev.Bytes)
	now := time.Now()
	b.files.EwmaIncrement(now.Sub(b.last))
	b.last = now
}

func (b *bar) Write(text []byte) (int, error) { return b.bars.Write(text) }

func (b *bar) end() {
	b.files.Abort(true)
	b.bars.Wait()
}
