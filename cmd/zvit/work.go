package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/batch/shards"
	"zvit/extract"
	"zvit/store"
)

type workOptions struct {
	plan, out  string
	root, temp string
	shard      int
	partialOK  bool
	reading    ingestOptions
}

func workCommand(e *env) *cli.Command {
	var flags []cli.Flag
	for _, f := range ingestFlags(e) {
		switch f.Names()[0] {
		case "include", "exclude", "dry-run": // They are the plan's.
		default:
			flags = append(flags, f)
		}
	}
	shard := numberFlag(e, "shard", -1, 0, e.say.Say("flag.shard"))
	shard.EnvVars = []string{"JOB_COMPLETION_INDEX", "SLURM_ARRAY_TASK_ID"}
	return &cli.Command{
		Name:  "work",
		Usage: e.say.Say("work.usage"),
		Description: description(e, "work.description",
			[]int{exitDone, exitFailed, exitUsage, exitPartly, exitNothing, exitLocked, exitInterrupted},
			"zvit work --plan plan --shard 0 --out shards",
			"zvit work --plan plan --shard 1 --out shards --partial-ok"),
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "plan", Value: "plan", Usage: e.say.Say("flag.plan"), TakesFile: true},
			shard,
			&cli.StringFlag{Name: "out", Value: "shards", Usage: e.say.Say("flag.shards_out"), TakesFile: true},
			&cli.StringFlag{Name: "root", Usage: e.say.Say("flag.root"), TakesFile: true},
			&cli.StringFlag{Name: "temp", Usage: e.say.Say("flag.temp"), TakesFile: true, DefaultText: e.say.Say("default.temp")},
			&cli.BoolFlag{Name: "partial-ok", Usage: e.say.Say("flag.partial_ok")},
		}, flags...),
		Action: func(c *cli.Context) error {
			reading, err := ingestOptionsOf(c, e)
			if err != nil {
				return err
			}
			opts := workOptions{
				plan: c.String("plan"), out: c.String("out"), root: c.String("root"), temp: c.String("temp"),
				shard: c.Int("shard"), partialOK: c.Bool("partial-ok"), reading: reading,
			}
			if len(reading.paths) > 0 {
				return misuse(e, c, "error.no_args", reading.paths[0])
			}
			if opts.shard < 0 {
				return misuse(e, c, "error.no_shard")
			}
			return runWork(c.Context, e, opts)
		},
	}
}

// runWork reads one shard. The database is made in a local folder, where SQLite
// is at home, under a name that the next attempt on this machine finds, so that
// it goes on where a killed one stopped; then it is sealed and published.
func runWork(ctx context.Context, e *env, opts workOptions) error {
	for _, dir := range []*string{&opts.plan, &opts.out, &opts.temp} {
		if *dir != "" {
			*dir = absolute(*dir)
		}
	}
	if opts.temp == "" {
		opts.temp = os.TempDir()
	}
	plan, err := shards.Load(opts.plan)
	if err != nil {
		return planError(e, opts.plan, err)
	}
	files, err := plan.Files(opts.shard)
	if err != nil {
		return planError(e, opts.plan, err)
	}
	if m, err := plan.Check(opts.out, opts.shard); err == nil && m.Readers == extract.Version() && !opts.reading.retry {
		fmt.Fprintln(e.stderr, e.say.Say("work.known", shards.Database(opts.out, opts.shard)))
		return nil
	}
	if opts.root != "" {
		// The paths stay as the plan has them: they are stored, and name what
		// could not be opened.
		if err := os.Chdir(opts.root); err != nil {
			return usageError{text: e.say.Say("error.no_folder", opts.root)}
		}
	}
	reading := opts.reading
	reading.listed = true
	reading.paths = make([]string, len(files))
	for i, f := range files {
		reading.paths[i] = f.Name()
	}
	reading.db = filepath.Join(opts.temp, fmt.Sprintf("zvit-%.16s-%05d.db", plan.ID, opts.shard))
	outcome := workShard(ctx, e, plan, opts, reading)
	switch codeOf(ctx, outcome) {
	case exitDone:
		return nil
	case exitPartly, exitNothing:
		if opts.partialOK {
			return nil
		}
	}
	return outcome
}

// workShard fills the database and publishes it, unless the work was broken off.
func workShard(ctx context.Context, e *env, plan *shards.Plan, opts workOptions, reading ingestOptions) error {
	reading.shard = true
	db, err := store.Open(ctx, reading.db)
	if err != nil {
		return databaseError{reading.db, err}
	}
	defer closeQuietly(db)
	sum, progress, err := readInto(ctx, e, db, reading)
	if err != nil {
		return err
	}
	var outcome error
	if len(reading.paths) > 0 {
		outcome = outcomeOf(e, sum)
	}
	if sum.Interrupted {
		return outcomeError{exitInterrupted, e.say.Say("work.interrupted")}
	}
	if err := db.Seal(ctx); err != nil {
		return databaseError{reading.db, err}
	}
	m := shards.Manifest{Plan: plan.ID, Shard: opts.shard, Readers: extract.Version()}
	if m.Documents, m.Failed, err = documentCounts(ctx, db); err != nil {
		return databaseError{reading.db, err}
	}
	if err := db.Close(); err != nil {
		return databaseError{reading.db, err}
	}
	if err := shards.Publish(opts.out, reading.db, m); err != nil {
		return outputError(e, opts.out, err)
	}
	for _, ending := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(reading.db + ending); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("remove the work's own copy: %w", err)
		}
	}
	reading.db = shards.Database(opts.out, opts.shard)
	progress.summary(reading, sum, codeOf(ctx, outcome))
	return outcome
}

func documentCounts(ctx context.Context, db *store.DB) (documents, failed int, err error) {
	rows, err := db.Query(ctx, "SELECT count(*), coalesce(sum(status IN ('failed', 'needs_ocr')), 0) FROM documents")
	if err != nil {
		return 0, 0, err
	}
	defer rows.Close() //nolint:errcheck // read to the end below
	for rows.Next() {
		values := rows.Values()
		d, _ := values[0].(int64)
		f, _ := values[1].(int64)
		documents, failed = int(d), int(f)
	}
	return documents, failed, rows.Err()
}
