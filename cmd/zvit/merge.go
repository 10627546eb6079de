package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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

// merging is one run of merge. What is wrong with one shard costs the others
// nothing: it is refused by name, and the command fails at the end.
type merging struct {
	e       *env
	opts    mergeOptions
	plan    *shards.Plan // nil where none was named
	there   map[int]bool // the plan's shards that were taken
	refused int
}

// runMerge copies the shards into the database.
func runMerge(ctx context.Context, e *env, opts mergeOptions) error {
	paths, err := shardFiles(e, opts.paths)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return outcomeError{exitNothing, e.say.Say("merge.nothing")}
	}
	m := &merging{e: e, opts: opts, there: map[int]bool{}}
	if opts.plan != "" {
		if m.plan, err = shards.Load(opts.plan); err != nil {
			return planError(e, opts.plan, err)
		}
	}
	paths = m.sound(paths)
	db, err := store.Open(ctx, opts.db)
	if err != nil {
		return databaseError{opts.db, err}
	}
	defer closeQuietly(db)
	before, err := standingOf(ctx, db, time.Now().Add(time.Second))
	if err != nil {
		return databaseError{opts.db, err}
	}
	sum, err := m.write(ctx, db, paths)
	if err != nil {
		return databaseError{opts.db, err}
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
	return m.outcome()
}

func (m *merging) refuse(path, reason string) {
	m.refused++
	fmt.Fprintf(m.e.stderr, "%s: %s\n", path, reason)
}

// sound returns the shards whose manifests are whole and, where there is a plan,
// the plan's.
func (m *merging) sound(paths []string) []string {
	return slices.DeleteFunc(paths, func(path string) bool {
		manifest, err := shards.ReadManifest(path)
		switch {
		case m.plan == nil && errors.Is(err, shards.ErrMissing):
			return false // The database's own seal decides.
		case m.plan != nil && err == nil && manifest.Plan != m.plan.ID:
			err = shards.ErrForeign
		}
		if err != nil {
			m.refuse(path, shardReason(m.e, err))
			return true
		}
		m.there[manifest.Shard] = true
		return false
	})
}

// write copies the shards; where the store refuses one, it goes on after it.
func (m *merging) write(ctx context.Context, db *store.DB, paths []string) (sum store.Merged, err error) {
	for len(paths) > 0 {
		done, err := db.Merge(ctx, store.MergeOptions{Mixed: m.opts.mixed}, paths...)
		sum.Shards, sum.Documents, sum.Known, sum.Rows = sum.Shards+done.Shards, sum.Documents+done.Documents, sum.Known+done.Known, sum.Rows+done.Rows
		if err == nil {
			break
		}
		if !errors.Is(err, store.ErrShard) || done.Shards >= len(paths) {
			return sum, err
		}
		m.refuse(paths[done.Shards], shardReason(m.e, err))
		paths = paths[done.Shards+1:]
	}
	return sum, nil
}

// outcome says what is not there: nil where nothing is missing.
func (m *merging) outcome() error {
	var missing []int
	if m.plan != nil {
		for n := range m.plan.Shards {
			if !m.there[n] {
				missing = append(missing, n)
			}
		}
	}
	switch {
	case m.refused > 0:
		return failedError{exitFailed, m.e.say.Say("merge.refused", m.refused), m.e.say.Say("hint.refused_shards")}
	case len(missing) > 0:
		return failedError{exitPartly, m.e.say.Say("merge.missing", ranges(missing)), m.e.say.Say("hint.missing_shards")}
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
