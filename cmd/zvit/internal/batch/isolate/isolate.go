// Package isolate reads documents in child processes, so that a document that
// panics, loops or eats memory costs no other document anything: the child is
// ended by its limits, its document gets a failure with its category, and
// another child takes its place.
//
// A child is this program itself, started with Command as its only argument. It
// reads many documents, one after the other: a request comes on its standard
// input and is answered on its standard output, each as a frame (see wire.go).
// It ends when its input ends, so that no child outlives its parent, even one
// that was killed.
package isolate

import (
	"context"
	"time"

	"zvit/extract"
	"zvit/extract/record"
)

// Command is the argument that makes the program a child. It is no command of
// the user's.
const Command = "__read_documents"

// Work reads a document and settles its reports. Errors are *document.Failure;
// the Result may be nil after one.
type Work func(ctx context.Context, name string, data []byte, opts extract.Options, reviews []record.Review) (*extract.Result, error)

// Limits are for one document.
type Limits struct {
	// Timeout ends the reading of a document; 0 is none.
	Timeout time.Duration
	// Memory is how many bytes a child may hold; 0 is no limit. A child holds
	// some 30 MB before it reads anything.
	Memory int64
}

// grace is how long a child may take to give up by itself, with a better
// message, before it is killed. It is above the grace of package extract.
const grace = 4 * time.Second
