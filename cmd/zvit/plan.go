package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/batch"
	"zvit/cmd/zvit/internal/batch/shards"
	"zvit/store"
)

type planOptions struct {
	out              string
	shards, perShard int
	jobs             int
	include, exclude []string
	paths            []string
}

func planCommand(e *env) *cli.Command {
	intoShards := numberFlag(e, "shards", 0, 1, e.say.Say("flag.shards"))
	intoShards.DefaultText = e.say.Say("default.shards")
	return &cli.Command{
		Name:      "plan",
		Usage:     e.say.Say("plan.usage"),
		ArgsUsage: e.say.Say("args.paths"),
		Description: description(e, "plan.description",
			[]int{exitDone, exitFailed, exitUsage, exitNothing, exitInterrupted},
			"zvit plan --out plan --shards 2 reports",
			"zvit plan status --plan plan shards || true"),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "out", Value: "plan", Usage: e.say.Say("flag.plan_out"), TakesFile: true},
			intoShards,
			numberFlag(e, "per-shard", 150, 1, e.say.Say("flag.per_shard")),
			jobsFlag(e, e.say.Say("flag.hash_jobs")),
			patternFlag(e, "include", e.say.Say("flag.include")),
			patternFlag(e, "exclude", e.say.Say("flag.exclude")),
		},
		Subcommands: []*cli.Command{planStatusCommand(e)},
		Action: func(c *cli.Context) error {
			opts := planOptions{
				out: c.String("out"), shards: c.Int("shards"), perShard: c.Int("per-shard"), jobs: c.Int("jobs"),
				include: c.StringSlice("include"), exclude: c.StringSlice("exclude"), paths: positional(c),
			}
			if len(opts.paths) == 0 {
				return misuse(e, c, "error.no_path")
			}
			return runPlan(c.Context, e, opts)
		},
	}
}

func runPlan(ctx context.Context, e *env, opts planOptions) error {
	for _, path := range opts.paths {
		if path != batch.FromList && !isThere(path) {
			return usageError{text: e.say.Say("error.missing", path)}
		}
	}
	lists, err := shards.Make(ctx, opts.paths, batch.Options{
		Jobs: opts.jobs, Include: opts.include, Exclude: opts.exclude, List: os.Stdin,
	}, opts.shards, opts.perShard)
	if err != nil {
		return err
	}
	if len(slices.Concat(lists...)) == 0 {
		return outcomeError{exitNothing, e.say.Say("ingest.nothing")}
	}
	plan, err := shards.Write(opts.out, lists)
	if errors.Is(err, shards.ErrOther) {
		return usageError{e.say.Say("error.other_plan", opts.out), e.say.Say("hint.other_plan")}
	}
	if err != nil {
		return outputError(e, opts.out, err)
	}
	documents, files := 0, 0
	least, most := plan.Shards[0].Work, plan.Shards[0].Work
	for _, s := range plan.Shards {
		documents, files = documents+s.Documents, files+s.Files
		least, most = min(least, s.Work), max(most, s.Work)
	}
	fmt.Fprintln(e.stdout, e.say.Say("plan.done", opts.out, e.say.Say("count.shards", len(plan.Shards)),
		e.say.Say("count.documents", documents), e.say.Say("count.files", files)))
	if most > 0 {
		fmt.Fprintln(e.stdout, e.say.Say("plan.balance", int(100*least/most)))
	}
	return nil
}

type planStatusOptions struct {
	plan, dir string
	missing   bool
}

func planStatusCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "status",
		Usage:     e.say.Say("plan_status.usage"),
		ArgsUsage: e.say.Say("args.folder"),
		Description: description(e, "plan_status.description",
			[]int{exitDone, exitFailed, exitUsage, exitPartly},
			"zvit plan status --plan plan shards || true"),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "plan", Value: "plan", Usage: e.say.Say("flag.plan"), TakesFile: true},
			&cli.BoolFlag{Name: "missing", Usage: e.say.Say("flag.missing")},
		},
		Action: func(c *cli.Context) error {
			args := positional(c)
			if len(args) != 1 {
				return misuse(e, c, "error.one_folder")
			}
			return runPlanStatus(c.Context, e, planStatusOptions{c.String("plan"), args[0], c.Bool("missing")})
		},
	}
}

// runPlanStatus says which shards are done, and which are to be run again.
func runPlanStatus(ctx context.Context, e *env, opts planStatusOptions) error {
	plan, err := shards.Load(opts.plan)
	if err != nil {
		return planError(e, opts.plan, err)
	}
	var missing []int
	documents, failed := 0, 0
	for n := range plan.Shards {
		if err := ctx.Err(); err != nil {
			return err
		}
		m, err := plan.Check(opts.dir, n)
		switch {
		case err == nil:
			documents, failed = documents+m.Documents, failed+m.Failed
			continue
		case !errors.Is(err, shards.ErrMissing):
			fmt.Fprintf(e.stderr, "%s: %s\n", shards.Database(opts.dir, n), shardReason(e, err))
		}
		missing = append(missing, n)
	}
	if opts.missing {
		if len(missing) > 0 {
			fmt.Fprintln(e.stdout, ranges(missing))
		}
	} else {
		fmt.Fprintln(e.stdout, e.say.Say("plan_status.done", len(plan.Shards)-len(missing), len(plan.Shards),
			e.say.Say("count.documents", documents), failed))
		if len(missing) > 0 {
			fmt.Fprintln(e.stdout, e.say.Say("plan_status.missing", ranges(missing)))
		}
	}
	if len(missing) > 0 {
		return outcomeError{code: exitPartly}
	}
	return nil
}

// ranges writes sorted numbers as schedulers take them: "0,3-5".
func ranges(numbers []int) string {
	var b strings.Builder
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Itoa(numbers[i]))
		if j > i {
			fmt.Fprintf(&b, "-%d", numbers[j])
		}
		i = j + 1
	}
	return b.String()
}

// planError says in the user's language what is wrong with a plan.
func planError(e *env, dir string, err error) error {
	var none shards.NoShardError
	switch {
	case errors.Is(err, os.ErrNotExist):
		return usageError{e.say.Say("error.no_plan", dir), e.say.Say("hint.plan")}
	case errors.Is(err, shards.ErrPlan):
		return outcomeError{exitFailed, e.say.Say("error.bad_plan", dir)}
	case errors.As(err, &none):
		return usageError{text: e.say.Say("error.shard", none.Number, none.Shards)}
	}
	return err
}

// shardReason says in the user's language why a shard is refused.
func shardReason(e *env, err error) string {
	var stored *store.ShardError
	switch {
	case errors.As(err, &stored):
		text := e.say.Say("shard." + string(stored.Fault))
		if stored.Detail != "" {
			text += " (" + stored.Detail + ")"
		}
		return text
	case errors.Is(err, shards.ErrMissing):
		return e.say.Say("shard.missing")
	case errors.Is(err, shards.ErrForeign):
		return e.say.Say("shard.foreign")
	case errors.Is(err, shards.ErrChanged):
		return e.say.Say("shard.changed")
	}
	return err.Error()
}
