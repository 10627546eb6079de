package batch

import (
	"context"
	"errors"

	"zvit/cmd/zvit/internal/batch/isolate"
	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/record"
)

// Reading returns the work on one document: to read it, and to settle its
// reports, both within the timeout. A panic of either is a failure.
func Reading(settle func(ctx context.Context, reports []*record.Report, reviews []record.Review) error) isolate.Work {
	return func(ctx context.Context, name string, data []byte, opts extract.Options, reviews []record.Review) (*extract.Result, error) {
		if opts.Timeout > 0 {
			var cancel context.CancelFunc
			ctx, cancel = context.WithTimeout(ctx, opts.Timeout)
			defer cancel()
		}
		res, err := extract.ReadBytes(ctx, name, data, opts)
		if err != nil {
			return res, err
		}
		if err := guard(func() error { return settle(ctx, res.Reports, reviews) }); err != nil {
			return res, asFailure(err)
		}
		return res, nil
	}
}

func asFailure(err error) error {
	var f *document.Failure
	switch {
	case errors.As(err, &f):
		return err
	case errors.Is(err, context.DeadlineExceeded):
		return &document.Failure{Category: document.TimedOut, Op: "settle amounts", Err: err}
	case errors.Is(err, context.Canceled):
		return &document.Failure{Category: document.Cancelled, Op: "settle amounts", Err: err}
	}
	return &document.Failure{Category: document.Internal, Op: "settle amounts", Err: err}
}
