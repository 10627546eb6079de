package main

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/urfave/cli/v2"

	"zvit/store"
)

// ingestFlags are what ingest and work have in common.
func ingestFlags(e *env) []cli.Flag {
	return []cli.Flag{
		jobsFlag(e, e.say.Say("flag.jobs")),
		timeoutFlag(e, 2*time.Minute, e.say.Say("flag.timeout")),
		sizeFlag(e, "memory", "1G", e.say.Say("flag.memory")),
		sizeFlag(e, "max-bytes", "128M", e.say.Say("flag.max_bytes")),
		e.encodingFlag(),
		&cli.StringFlag{Name: "password", Usage: e.say.Say("flag.password")},
		patternFlag(e, "include", e.say.Say("flag.include")),
		patternFlag(e, "exclude", e.say.Say("flag.exclude")),
		choice(e, "retry", "", e.say.Say("flag.retry"), "failed"),
		&cli.BoolFlag{Name: "dry-run", Usage: e.say.Say("flag.dry_run")},
		&cli.BoolFlag{Name: "json", Usage: e.say.Say("flag.json")},
	}
}

// ingestOptionsOf reads the flags of ingestFlags, those that the command has.
func ingestOptionsOf(c *cli.Context, e *env) (ingestOptions, error) {
	opts := ingestOptions{
		db: c.String("db"), jobs: c.Int("jobs"), timeout: c.Duration("timeout"),
		memory: sizeOf(c, "memory"), maxBytes: sizeOf(c, "max-bytes"),
		encoding: c.String("encoding"), password: c.String("password"),
		retry: c.IsSet("retry"), include: c.StringSlice("include"), exclude: c.StringSlice("exclude"),
		dryRun: c.Bool("dry-run"), json: c.Bool("json"), list: os.Stdin, paths: positional(c),
	}
	if opts.maxBytes == 0 {
		opts.maxBytes = -1 // no limit
	}
	e.json = opts.json
	// Without its own file the program reads in its own process, as before.
	if program, err := os.Executable(); err == nil {
		opts.program = program
	}
	return opts, nil
}

// runDry does all that ingest does and stores nothing.
func runDry(ctx context.Context, e *env, opts ingestOptions) error {
	db, err := store.OpenReadOnly(ctx, opts.db)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return databaseError{opts.db, err}
	}
	if db != nil {
		defer closeQuietly(db)
	}
	return runBatch(ctx, e, db, opts)
}
