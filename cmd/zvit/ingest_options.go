package main

import (
	"context"
	"errors"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/batch"
	"zvit/extract"
	"zvit/store"
)

// ingestFlags are what ingest and work have in common.
func ingestFlags(e *env) []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: "jobs", Value: runtime.NumCPU(), Usage: e.say.Say("flag.jobs")},
		&cli.DurationFlag{Name: "timeout", Value: 2 * time.Minute, Usage: e.say.Say("flag.timeout")},
		&cli.StringFlag{Name: "memory", Value: "1G", Usage: e.say.Say("flag.memory")},
		&cli.Int64Flag{Name: "max-bytes", Value: extract.DefaultMaxBytes, Usage: e.say.Say("flag.max_bytes")},
		e.encodingFlag(),
		&cli.StringFlag{Name: "password", Usage: e.say.Say("flag.password")},
		&cli.StringSliceFlag{Name: "include", Usage: e.say.Say("flag.include")},
		&cli.StringSliceFlag{Name: "exclude", Usage: e.say.Say("flag.exclude")},
		&cli.StringFlag{Name: "retry", Usage: e.say.Say("flag.retry")},
		&cli.BoolFlag{Name: "dry-run", Usage: e.say.Say("flag.dry_run")},
		&cli.BoolFlag{Name: "json", Usage: e.say.Say("flag.json")},
	}
}

// ingestOptionsOf reads the flags of ingestFlags, those that the command has.
func ingestOptionsOf(c *cli.Context, e *env) (ingestOptions, error) {
	opts := ingestOptions{
		db: c.String("db"), jobs: c.Int("jobs"), timeout: c.Duration("timeout"),
		maxBytes: c.Int64("max-bytes"), encoding: c.String("encoding"), password: c.String("password"),
		retry: c.IsSet("retry"), include: c.StringSlice("include"), exclude: c.StringSlice("exclude"),
		dryRun: c.Bool("dry-run"), json: c.Bool("json"), list: os.Stdin, paths: positional(c),
	}
	e.json = opts.json
	if opts.retry {
		if err := oneOf(e, "retry", c.String("retry"), "failed"); err != nil {
			return opts, err
		}
	}
	if opts.jobs < 1 {
		return opts, usageError{text: e.say.Say("error.at_least_one", "jobs")}
	}
	if err := checkPatterns(e, opts.include, opts.exclude); err != nil {
		return opts, err
	}
	memory, ok := parseSize(c.String("memory"))
	if !ok {
		return opts, usageError{text: e.say.Say("error.size", "memory", c.String("memory"))}
	}
	opts.memory = memory
	// Without its own file the program reads in its own process, as before.
	if program, err := os.Executable(); err == nil {
		opts.program = program
	}
	return opts, nil
}

func checkPatterns(e *env, include, exclude []string) error {
	for _, list := range []struct {
		flag     string
		patterns []string
	}{{"include", include}, {"exclude", exclude}} {
		for _, pattern := range list.patterns {
			if !batch.ValidPattern(pattern) {
				return usageError{text: e.say.Say("error.pattern", list.flag, pattern)}
			}
		}
	}
	return nil
}

// parseSize reads a number of bytes: "1G", "512M", "0". Units are binary.
func parseSize(s string) (int64, bool) {
	digits := strings.TrimRight(strings.ToUpper(s), "IB")
	shift := 0
	if n := len(digits); n > 0 {
		switch digits[n-1] {
		case 'K':
			shift = 10
		case 'M':
			shift = 20
		case 'G':
			shift = 30
		}
		if shift > 0 {
			digits = digits[:n-1]
		}
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n < 0 || n > 1<<62>>shift {
		return 0, false
	}
	return n << shift, true
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
