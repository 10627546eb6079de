package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/review"
)

type reviewOptions struct {
	db       string
	port     int
	reviewer string
}

func reviewCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:  "review",
		Usage: e.say.Say("review.usage"),
		Description: description(e, "review.description",
			[]int{exitDone, exitFailed, exitUsage, exitForeign},
			"zvit review",
			"zvit review --db archive.db --port 8373 --reviewer Olena"),
		Flags: []cli.Flag{
			databaseFlag(e),
			&cli.IntFlag{Name: "port", Usage: e.say.Say("flag.port"), Action: func(_ *cli.Context, n int) error {
				if n < 0 || n > 65535 {
					return usageError{text: e.say.Say("error.port", strconv.Itoa(n))}
				}
				return nil
			}},
			reviewerFlag(e),
		},
		Action: func(c *cli.Context) error {
			if args := positional(c); len(args) > 0 {
				return misuse(e, c, "error.no_args", args[0])
			}
			return runReview(c.Context, e, reviewOptions{db: c.String("db"), port: c.Int("port"), reviewer: c.String("reviewer")})
		},
	}
}

// runReview serves the page until ctx ends, which is its ordinary end.
func runReview(ctx context.Context, e *env, opts reviewOptions) (err error) {
	server, err := review.New(ctx, review.Config{Path: opts.db, Reviewer: opts.reviewer, Lang: e.say.Lang})
	if err != nil {
		return databaseError{opts.db, err}
	}
	defer func() { err = errors.Join(err, server.Close()) }()
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(opts.port)))
	if err != nil {
		return usageError{e.say.Say("review.port_busy", strconv.Itoa(opts.port), err.Error()), e.say.Say("review.port_hint")}
	}
	fmt.Fprintf(e.stdout, "http://%s/\n", l.Addr())
	fmt.Fprintln(e.stderr, e.say.Say("review.serving", opts.reviewer))
	return server.Serve(ctx, l)
}
