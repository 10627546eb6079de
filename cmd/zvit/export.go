package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/export"
	"zvit/extract/record"
	"zvit/store"
)

type exportOptions struct {
	db, format, out string
	views           []string
	force           bool
}

func exportFormats() []string {
	names := make([]string, len(export.Formats))
	for i, f := range export.Formats {
		names[i] = string(f)
	}
	return names
}

func exportCommand(e *env) *cli.Command {
	formats := exportFormats()
	format := choice(e, "format", "", e.say.Say("flag.export_format", strings.Join(formats, ", ")), formats...)
	format.DefaultText = e.say.Say("default.export_format")
	return &cli.Command{
		Name:      "export",
		Usage:     e.say.Say("export.usage"),
		ArgsUsage: e.say.Say("args.out"),
		Description: description(e, "export.description",
			[]int{exitDone, exitFailed, exitUsage, exitNothing, exitForeign, exitInterrupted},
			"zvit export reports.xlsx",
			"zvit export --view measures --view amounts --format csv tables",
			"zvit export --view execution execution.parquet",
			"zvit export --format datapackage package",
			"zvit export --db archive.db --format datasette metadata.json"),
		Flags: []cli.Flag{
			databaseFlag(e),
			format,
			&cli.StringSliceFlag{Name: "view", Usage: e.say.Say("flag.view")},
			&cli.BoolFlag{Name: "force", Usage: e.say.Say("flag.force")},
		},
		Action: func(c *cli.Context) error {
			args := positional(c)
			if len(args) != 1 || args[0] == "" {
				return misuse(e, c, "error.one_output")
			}
			opts := exportOptions{db: c.String("db"), format: c.String("format"), out: args[0], views: c.StringSlice("view"), force: c.Bool("force")}
			if opts.format == "" {
				f, ok := export.FormatOf(opts.out)
				if !ok {
					return usageError{e.say.Say("error.export_format", opts.out), e.say.Say("hint.export_format", strings.Join(formats, ", "))}
				}
				opts.format = string(f)
			}
			return runExport(c.Context, e, opts)
		},
	}
}

// runExport writes the views and says on stdout which files were made.
func runExport(ctx context.Context, e *env, opts exportOptions) error {
	db, err := store.OpenReadOnly(ctx, opts.db)
	if err != nil {
		return databaseError{opts.db, err}
	}
	defer closeQuietly(db)
	views, err := db.Views(ctx)
	if err != nil {
		return databaseError{opts.db, err}
	}
	slices.Sort(opts.views)
	if views, err = chosen(e, views, slices.Compact(opts.views)); err != nil {
		return err
	}
	result, err := export.Write(ctx, db, export.Options{
		Format: export.Format(opts.format), Out: opts.out, Views: views, Force: opts.force, Database: opts.db,
		Say: func(s record.Sentence) string { return e.say.Pick(s.EN, s.UK) },
	})
	if err != nil {
		return outputError(e, opts.out, databaseError{opts.db, err})
	}
	for _, f := range result.Files {
		if f.View == "" {
			fmt.Fprintln(e.stdout, f.Path)
		} else {
			fmt.Fprintln(e.stdout, e.say.Say("export.file", f.Path, plain(f.Rows)))
		}
	}
	if result.CutCells > 0 {
		fmt.Fprintln(e.stderr, e.say.Say("export.cut", result.CutCells))
	}
	return nil
}
