package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/batch"
	"zvit/cmd/zvit/messages"
	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/normalize"
	"zvit/store"
)

type ingestOptions struct {
	db       string
	jobs     int
	timeout  time.Duration
	maxBytes int64
	encoding string
	password string
	retry    bool
	paths    []string
}

func ingestCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "ingest",
		Usage:     e.say.Say("ingest.usage"),
		ArgsUsage: "PATH...",
		Description: description(e, "ingest.description",
			[]int{exitDone, exitFailed, exitUsage, exitPartly, exitNothing, exitForeign, exitLocked, exitInterrupted},
			"zvit ingest reports/",
			"zvit ingest --db archive.db --jobs 2 reports/ report.txt",
			"zvit ingest --db archive.db --retry failed reports/"),
		Flags: []cli.Flag{
			databaseFlag(e),
			&cli.IntFlag{Name: "jobs", Value: runtime.NumCPU(), Usage: e.say.Say("flag.jobs")},
			&cli.DurationFlag{Name: "timeout", Value: 2 * time.Minute, Usage: e.say.Say("flag.timeout")},
			&cli.Int64Flag{Name: "max-bytes", Value: extract.DefaultMaxBytes, Usage: e.say.Say("flag.max_bytes")},
			&cli.StringFlag{Name: "encoding", Usage: e.say.Say("flag.encoding")},
			&cli.StringFlag{Name: "password", Usage: e.say.Say("flag.password")},
			&cli.StringFlag{Name: "retry", Usage: e.say.Say("flag.retry")},
		},
		Action: func(c *cli.Context) error {
			opts := ingestOptions{
				db: c.String("db"), jobs: c.Int("jobs"), timeout: c.Duration("timeout"),
				maxBytes: c.Int64("max-bytes"), encoding: c.String("encoding"), password: c.String("password"),
				retry: c.IsSet("retry"), paths: positional(c),
			}
			if opts.retry {
				if err := oneOf(e, "retry", c.String("retry"), "failed"); err != nil {
					return err
				}
			}
			if opts.jobs < 1 {
				return usageError{text: e.say.Say("error.at_least_one", "jobs")}
			}
			if len(opts.paths) == 0 {
				return usageError{e.say.Say("error.no_path"), e.say.Say("hint.help", "zvit help ingest")}
			}
			return runIngest(c.Context, e, opts)
		},
	}
}

func runIngest(ctx context.Context, e *env, opts ingestOptions) error {
	db, err := store.Open(ctx, opts.db)
	if err != nil {
		return databaseError{opts.db, err}
	}
	defer closeQuietly(db)
	progress := newIngestProgress(e, time.Now)
	sum, err := batch.Run(ctx, db, opts.paths, batch.Options{
		Jobs: opts.jobs, Timeout: opts.timeout, MaxBytes: opts.maxBytes, Encoding: opts.encoding, Password: opts.password,
		RetryFailed: opts.retry, Skip: databaseFiles(opts.db),
		Explain: explainCategory(), Settle: normalize.Settle, Done: progress.done, Now: time.Now,
	})
	if err != nil {
		return databaseError{opts.db, err}
	}
	if err := db.Close(); err != nil {
		return databaseError{opts.db, err}
	}
	progress.summary(opts, sum)
	switch {
	case sum.Interrupted:
		return outcomeError{exitInterrupted, e.say.Say("error.interrupted")}
	case sum.Good() == 0 && sum.Bad() == 0:
		return outcomeError{exitNothing, e.say.Say("ingest.nothing")}
	case sum.Good() == 0:
		return outcomeError{exitNothing, e.say.Say("ingest.all_failed")}
	case sum.Bad() > 0:
		return outcomeError{exitPartly, e.say.Say("ingest.some_failed", sum.Bad())}
	}
	return nil
}

// explainCategory says in both languages why a document could not be read and
// what to do next.
func explainCategory() func(document.Category, string) record.Sentence {
	en, uk := messages.New(messages.English), messages.New(messages.Ukrainian)
	return func(c document.Category, detail string) record.Sentence {
		key := "category." + string(c)
		return record.Sentence{EN: en.Say(key, detail), UK: uk.Say(key, detail)}
	}
}

// fewReports is up to how many reports the summary lists one by one.
const fewReports = 12

// ingestProgress says what becomes of the documents: failures at once, a line
// every ten seconds, and the summary at the end.
type ingestProgress struct {
	e       *env
	now     func() time.Time
	last    time.Time
	seen    int
	bytes   int64
	reports []*record.Report // the first few
	count   struct{ reports, measures, indicators, amounts, rescaled, doubtful, findings int }
}

func newIngestProgress(e *env, now func() time.Time) *ingestProgress {
	return &ingestProgress{e: e, now: now, last: now()}
}

const progressEvery = 10 * time.Second

func (p *ingestProgress) done(ev batch.Event) {
	p.seen++
	p.bytes += ev.Bytes
	if ev.Category != "" {
		text := p.e.say.Pick(ev.Message.EN, ev.Message.UK)
		if ev.Known {
			text = p.e.say.Say("ingest.failed_before", text)
		}
		fmt.Fprintf(p.e.stderr, "%s: %s\n", ev.Path, text)
	}
	p.count.findings += ev.Findings
	for _, r := range ev.Reports {
		p.count.reports++
		p.count.measures += len(r.Measures)
		p.count.indicators += len(r.Indicators)
		p.count.amounts += len(r.Amounts)
		p.count.findings += len(r.Findings)
		for i := range r.Amounts {
			if r.Amounts[i].Change == record.Rescaled {
				p.count.rescaled++
			}
			if r.Amounts[i].Doubtful {
				p.count.doubtful++
			}
		}
		if len(p.reports) <= fewReports {
			p.reports = append(p.reports, r)
		}
	}
	if now := p.now(); now.Sub(p.last) >= progressEvery {
		p.last = now
		fmt.Fprintln(p.e.stderr, p.e.say.Say("ingest.progress", p.e.say.Say("count.documents", p.seen), p.bytes>>20))
	}
}

func (p *ingestProgress) summary(opts ingestOptions, sum batch.Summary) {
	say, w := p.e.say, p.e.stdout
	if len(p.reports) <= fewReports {
		p.list(w)
	}
	fmt.Fprintf(w, "%s\n", opts.db)
	line := func(key string, n int) {
		if n > 0 {
			fmt.Fprintf(w, "  %s\n", say.Say(key, n))
		}
	}
	line("ingest.read", sum.Read)
	line("ingest.partial", sum.Partial)
	line("ingest.known", sum.Known)
	line("ingest.failed", sum.Failed)
	line("ingest.needs_ocr", sum.NeedsOCR)
	line("ingest.known_failed", sum.KnownFailed)
	line("ingest.left", sum.Left)
	p.categories(sum)
	if p.count.reports > 0 {
		fmt.Fprintf(w, "%s\n", say.Say("ingest.contents",
			say.Say("count.reports", p.count.reports), say.Say("count.measures", p.count.measures),
			say.Say("count.indicators", p.count.indicators), say.Say("count.amounts", p.count.amounts)))
		fmt.Fprintf(w, "%s\n", say.Say("ingest.units",
			say.Say("count.rescaled", p.count.rescaled), say.Say("count.doubtful", p.count.doubtful),
			say.Say("count.findings", p.count.findings)))
		fmt.Fprintf(w, "%s\n", say.Say("ingest.next", databaseArgs(opts.db)))
	}
}

func (p *ingestProgress) categories(sum batch.Summary) {
	names := make([]string, 0, len(sum.Categories))
	for c := range sum.Categories {
		names = append(names, string(c))
	}
	slices.Sort(names)
	for _, c := range names {
		fmt.Fprintf(p.e.stdout, "    %-16s %d\n", c, sum.Categories[document.Category(c)])
	}
}

// list prints a line or two a report.
func (p *ingestProgress) list(w io.Writer) {
	say := p.e.say
	for _, r := range p.reports {
		plan, actual := totals(r)
		fmt.Fprintf(w, "%s\n", reportName(say, r))
		fmt.Fprintf(w, "  %s\n", say.Say("ingest.report",
			say.Say("count.measures", len(r.Measures)), say.Say("count.indicators", len(r.Indicators)),
			moneyOr(say, plan), moneyOr(say, actual)))
	}
	if len(p.reports) > 0 {
		fmt.Fprintln(w)
	}
}

// databaseFiles tells the database and what SQLite keeps beside it.
func databaseFiles(db string) func(path string) bool {
	db = absolute(db)
	return func(path string) bool {
		path = absolute(path)
		return path == db || strings.HasPrefix(path, db+"-")
	}
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// databaseArgs is how to name the database in the next command.
func databaseArgs(db string) string {
	if filepath.Clean(db) == "reports.db" {
		return ""
	}
	return " --db " + shellLine([]string{db})
}

func closeQuietly(db *store.DB) { _ = db.Close() }
