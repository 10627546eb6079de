package main

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/batch"
	"zvit/cmd/zvit/internal/batch/isolate"
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
	memory   int64 // bytes for one document
	retry    bool
	include  []string
	exclude  []string
	dryRun   bool
	json     bool
	// program is this program's file, which is run again for each reader; where
	// it is empty documents are read in this very process.
	program string
	list    io.Reader // paths, where one of paths is "-"
	listed  bool      // the paths were found by a program, see batch.Options
	shard   bool      // the database is one machine's part of a batch
	paths   []string
}

func ingestCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "ingest",
		Usage:     e.say.Say("ingest.usage"),
		ArgsUsage: e.say.Say("args.paths"),
		Description: description(e, "ingest.description",
			[]int{exitDone, exitFailed, exitUsage, exitPartly, exitNothing, exitForeign, exitLocked, exitInterrupted},
			"zvit ingest reports/",
			"zvit ingest --db archive.db --jobs 2 reports/ report.txt",
			"zvit ingest --db archive.db --retry failed reports/",
			"zvit ingest --dry-run --include '*.txt' --exclude old reports/",
			"find reports -name '*.txt' | zvit ingest --json -"),
		Flags: append([]cli.Flag{databaseFlag(e)}, ingestFlags(e)...),
		Action: func(c *cli.Context) error {
			opts, err := ingestOptionsOf(c, e)
			if err != nil {
				return err
			}
			if len(opts.paths) == 0 {
				return misuse(e, c, "error.no_path")
			}
			return runIngest(c.Context, e, opts)
		},
	}
}

func runIngest(ctx context.Context, e *env, opts ingestOptions) error {
	if opts.dryRun {
		return runDry(ctx, e, opts)
	}
	db, err := store.Open(ctx, opts.db)
	if err != nil {
		return databaseError{opts.db, err}
	}
	defer closeQuietly(db)
	return runBatch(ctx, e, db, opts)
}

// runBatch reads the documents into the database, closes it, and says what has
// become of them.
func runBatch(ctx context.Context, e *env, db *store.DB, opts ingestOptions) error {
	sum, progress, err := readInto(ctx, e, db, opts)
	if err != nil {
		return err
	}
	if db != nil {
		if err := db.Close(); err != nil {
			return databaseError{opts.db, err}
		}
	}
	outcome := outcomeOf(e, sum)
	progress.summary(opts, sum, codeOf(ctx, outcome))
	return outcome
}

// readInto reads the documents into the database; the summary is still to be
// printed. db may be nil in a dry run.
func readInto(ctx context.Context, e *env, db *store.DB, opts ingestOptions) (batch.Summary, *progress, error) {
	var target batch.Database = db
	if opts.dryRun {
		target = batch.Dry(db)
	}
	options, stop := opts.batch()
	defer stop()
	progress := newProgress(e, opts)
	var before standing
	if !opts.dryRun {
		var err error
		if before, err = standingOf(ctx, db, time.Now().Add(time.Second)); err != nil {
			return batch.Summary{}, progress, databaseError{opts.db, err}
		}
	}
	options.Done, options.Started, options.Left = progress.done, progress.started, progress.left
	progress.begin(ctx, opts, options)
	sum, err := batch.Run(ctx, target, opts.paths, options)
	progress.end()
	if err == nil && !opts.dryRun {
		progress.tally.change, err = settleChanges(ctx, db, before)
		progress.tally.doubtful = max(0, progress.tally.doubtful-progress.tally.change.settled)
	}
	if err != nil {
		return sum, progress, databaseError{opts.db, err}
	}
	return sum, progress, nil
}

// outcomeOf says how a run ended, nil where all is well.
func outcomeOf(e *env, sum batch.Summary) error {
	switch {
	case sum.Interrupted:
		return outcomeError{exitInterrupted, e.say.Say("error.interrupted_kept")}
	case sum.Good() == 0 && sum.Bad() == 0:
		return outcomeError{exitNothing, e.say.Say("ingest.nothing")}
	case sum.Good() == 0:
		return outcomeError{exitNothing, e.say.Say("ingest.all_failed")}
	case sum.Bad() > 0:
		return outcomeError{exitPartly, e.say.Say("ingest.some_failed", sum.Bad())}
	}
	return nil
}

// batch is what the run takes of the options; stop ends its readers.
func (o ingestOptions) batch() (options batch.Options, stop func()) {
	options = batch.Options{
		Jobs: o.jobs, Timeout: o.timeout, MaxBytes: o.maxBytes, Encoding: o.encoding, Password: o.password,
		RetryFailed: o.retry, Include: o.include, Exclude: o.exclude, List: o.list, Listed: o.listed, Skip: databaseFiles(o.db),
		Explain: explainCategory(), Settle: normalize.Settle, Now: time.Now,
	}
	if o.program == "" {
		return options, func() {}
	}
	pool := isolate.New(o.program, isolate.Limits{Timeout: o.timeout, Memory: o.memory})
	options.Read = pool.Read
	return options, pool.Close
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
