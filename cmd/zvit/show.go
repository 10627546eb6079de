package main

import (
	"context"
	"fmt"
	"time"

	"github.com/urfave/cli/v2"

	"zvit/extract"
	"zvit/normalize"
)

type showOptions struct {
	format   string
	encoding string
	password string
	timeout  time.Duration
	paths    []string
}

func showCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "show",
		Usage:     e.say.Say("show.usage"),
		ArgsUsage: e.say.Say("args.files"),
		Description: description(e, "show.description",
			[]int{exitDone, exitFailed, exitUsage, exitPartly, exitNothing, exitInterrupted},
			"zvit show report.txt",
			"zvit show --format json report.txt"),
		Flags: []cli.Flag{
			formatFlag(e, "text", "json"),
			e.encodingFlag(),
			&cli.StringFlag{Name: "password", Usage: e.say.Say("flag.password")},
			timeoutFlag(e, 2*time.Minute, e.say.Say("flag.timeout")),
		},
		Action: func(c *cli.Context) error {
			opts := showOptions{
				format: c.String("format"), encoding: c.String("encoding"), password: c.String("password"),
				timeout: c.Duration("timeout"), paths: positional(c),
			}
			if len(opts.paths) == 0 {
				return misuse(e, c, "error.no_file")
			}
			return runShow(c.Context, e, opts)
		},
	}
}

func runShow(ctx context.Context, e *env, opts showOptions) error {
	failed, shown := 0, 0
	for _, path := range opts.paths {
		res, err := readSettled(ctx, path, opts)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			failed++
			fmt.Fprintf(e.stderr, "%s: %s\n", path, failureText(e, err))
			continue
		}
		sayProblems(e, path, res.Document)
		if opts.format == "json" {
			err = showJSON(ctx, e, path, res)
		} else {
			err = showText(e, path, res, shown == 0)
		}
		if err != nil {
			return err
		}
		shown++
	}
	switch {
	case shown == 0:
		return outcomeError{exitNothing, e.say.Say("ingest.all_failed")}
	case failed > 0:
		return outcomeError{exitPartly, e.say.Say("ingest.some_failed", failed)}
	}
	return nil
}

// readSettled is what ingest does with a document, without the database.
func readSettled(ctx context.Context, path string, opts showOptions) (*extract.Result, error) {
	res, err := extract.ReadFile(ctx, path, extract.Options{Encoding: opts.encoding, Password: opts.password, Timeout: opts.timeout})
	if err != nil {
		return nil, err
	}
	return res, normalize.Settle(ctx, res.Reports, nil)
}
