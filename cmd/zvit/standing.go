package main

import (
	"context"
	"fmt"
	"time"

	"zvit/cmd/zvit/internal/decide"
	"zvit/store"
)

// standing is how many documents are earlier versions, and what became of
// decisions: a run tells by how much it has changed.
type standing struct {
	at                            time.Time // decisions that people make after it, while a run goes on, did not go over
	superseded, applied, orphaned int
	settled                       int // doubtful amounts that decisions from earlier versions settled
}

func standingOf(ctx context.Context, db *store.DB, at time.Time) (s standing, err error) {
	rows, err := queryObjects(ctx, db, `SELECT (SELECT count(*) FROM documents WHERE superseded_by IS NOT NULL) AS superseded,
		count(CASE state WHEN 'applied' THEN 1 END) AS applied, count(CASE state WHEN 'orphaned' THEN 1 END) AS orphaned
		FROM reviews WHERE decided_at < ?`, decide.Time(at))
	if err != nil || len(rows) == 0 {
		return s, err
	}
	number := func(name string) int {
		n, _ := rows[0].get(name).(int64)
		return int(n)
	}
	return standing{at: at, superseded: number("superseded"), applied: number("applied"), orphaned: number("orphaned")}, nil
}

// print says what has changed, where anything has.
func (s standing) print(e *env) {
	for _, x := range []struct {
		key string
		n   int
	}{{"ingest.superseded", s.superseded}, {"ingest.carried", s.applied}, {"ingest.orphaned", s.orphaned}} {
		if x.n > 0 {
			fmt.Fprintf(e.stdout, "  %s\n", e.say.Say(x.key, x.n))
		}
	}
}

// settleChanges settles what went over from earlier versions of documents, and
// says what has changed since before.
func settleChanges(ctx context.Context, db *store.DB, before standing) (standing, error) {
	ctx = context.WithoutCancel(ctx) // The documents are stored already.
	_, doubtful, err := db.Counts(ctx, store.Filter{Copies: true})
	if err != nil {
		return standing{}, err
	}
	if err := decide.Finish(ctx, db); err != nil {
		return standing{}, err
	}
	_, left, err := db.Counts(ctx, store.Filter{Copies: true})
	if err != nil {
		return standing{}, err
	}
	now, err := standingOf(ctx, db, before.at)
	return standing{
		superseded: max(0, now.superseded-before.superseded), applied: max(0, now.applied-before.applied),
		orphaned: max(0, now.orphaned-before.orphaned), settled: max(0, doubtful-left),
	}, err
}
