package extract

import (
	"context"

	"zvit/extract/layout"
)

type watchKey struct{}

// Watch returns a context under which reading a PDF gives seen each page as it
// was seen: its words and rulings, in points. It is called from one other
// goroutine, in page order, and anew from the first page where a file needs a
// second reading. Options are data alone: a worker's process is given them.
func Watch(ctx context.Context, seen func(layout.Page)) context.Context {
	return context.WithValue(ctx, watchKey{}, seen)
}

func watched(ctx context.Context) func(layout.Page) {
	seen, _ := ctx.Value(watchKey{}).(func(layout.Page))
	return seen
}
