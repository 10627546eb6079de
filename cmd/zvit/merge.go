package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/batch/shards"
	"zvit/store"
)

type mergeOptions struct {
	db, plan string
	mixed    bool
	paths    []string
}

func mergeCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "merge",
		Usage:     e.say.Say("merge.usage"),
		ArgsUsage: e.say.Say("args.shards"),
		Description: description(e, "merge.description",
			[]int{exitDone, exitFailed, exitUsage, exitPartly, exitNothing, exitForeign, exitLocked, exitInterrupted},
			"zvit merge --plan plan --db merged.db shards",
			"zvit merge --db merged.db shards/shard-00000.db"),
		Flags: []cli.Flag{
			databaseFlag(e),
			&cli.StringFlag{Name: "plan", Usage: e.say.Say("flag.merge_plan"), TakesFile: true},
			&cli.BoolFlag{Name: "mixed", Usage: e.say.Say("flag.mixed")},
		},
		Action: func(c *cli.Context) error {
			opts := mergeOptions{db: c.String("db"), plan: c.String("plan"), mixed: c.Bool("mixed"), paths: positional(c)}
			if len(opts.paths) == 0 {
				return misuse(e, c, "error.no_shards")
			}
			return runMerge(c.Context, e, opts)
		},
	}
}

// runMerge copies the shards into the database. What is wrong with one costs the
// others nothing: it is refused by name, and the command fails at the end.
func runMerge(ctx context.Context, e *env, opts mergeOptions) error {
	paths, err := shardFiles(e, opts.paths)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return outcomeError{exitNothing, e.say.Say("merge.nothing")}
	}
	refused := 0
	refuse := func(path string, reason string) {
		refused++
		fmt.Fprintf(e.stderr, "%s: %s\n", path, reason)
	}
	var plan *shards.Plan
	if opts.plan != "" {
		if plan, err = shards.Load(opts.plan); err != nil {
			return planError(e, opts.plan, err)
		}
	}
	there := map[int]bool{}
	paths = slices.DeleteFunc(paths, func(path string) bool {
		m, err := shards.ReadManifest(path)
		switch {
		case plan == nil && errors.Is(err, shards.ErrMissing):
			return false // The database's own seal decides.
		case plan != nil && err == nil && m.Plan != plan.ID:
			err = shards.ErrForeign
		}
		if err != nil {
			refuse(path, shardReason(e, err))
			return true
		}
		there[m.Shard] = true
		return false
	})
	db, err := store.Open(ctx, opts.db)
	if err != nil {
		return databaseError{opts.db, err}
	}
	defer closeQuietly(db)
	before, err := standingOf(ctx, db, time.Now().Add(time.Second))
	if err != nil {
		return databaseError{opts.db, err}
	}
	var sum store.Merged
	for len(paths) > 0 {
		m, err := db.Merge(ctx, store.MergeOptions{Mixed: opts.mixed}, paths...)
		sum.Shards, sum.Documents, sum.Known, sum.Rows = sum.Shards+m.Shards, sum.Documents+m.Documents, sum.Known+m.Known, sum.Rows+m.Rows
		if err == nil {
			break
		}
		if !errors.Is(err, store.ErrShard) || m.Shards >= len(paths) {
			return databaseError{opts.db, err}
		}
		refuse(paths[m.Shards], strings.TrimPrefix(err.Error(), "shard "+paths[m.Shards]+": "))
		paths = paths[m.Shards+1:]
	}
	change, err := settleChanges(ctx, db, before)
	if err != nil {
		return databaseError{opts.db, err}
	}
	if err := db.Close(); err != nil {
		return databaseError{opts.db, err}
	}
	fmt.Fprintf(e.stdout, "%s\n  %s\n", opts.db, e.say.Say("merge.done", e.say.Say("count.shards", sum.Shards),
		e.say.Say("count.documents", sum.Documents), sum.Known, sum.Rows))
	change.print(e)
	var missing []int
	if plan != nil {
		for n := range plan.Shards {
			if !there[n] {
				missing = append(missing, n)
			}
		}
	}
	switch {
	case refused > 0:
		return outcomeError{exitFailed, e.say.Say("merge.refused", refused)}
	case len(missing) > 0:
		return outcomeError{exitPartly, e.say.Say("merge.missing", ranges(missing))}
	}
	return nil
}

// shardFiles lists the databases at the paths: folders stand for what a worker
// leaves in them.
func shardFiles(e *env, paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if errors.Is(err, os.ErrNotExist) {
			return nil, usageError{text: e.say.Say("error.missing", path)}
		}
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			files = append(files, path)
			continue
		}
		found, err := filepath.Glob(filepath.Join(escapeGlob(path), "shard-*.db"))
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	return files, nil
}

// escapeGlob makes a path stand for itself in a pattern.
func escapeGlob(path string) string {
	var b []byte
	for i := range len(path) {
		if slices.Contains([]byte(`*?[\`), path[i]) && os.PathSeparator == '/' {
			b = append(b, '\\')
		}
		b = append(b, path[i])
	}
	return string(b)
}
