package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

// applicationID is "zvit" in ASCII: it stands in the file's header, where
// file(1) and Open look for it.
const applicationID = 0x7a766974

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are the steps of the schema, in order; user_version counts those
// done. A step that was ever released is never edited: it is followed.
var migrations = readMigrations()

func readMigrations() []string {
	place, err := fs.ReadFile(migrationFiles, "migrations/place.sql")
	if err != nil {
		panic(err) // embedded
	}
	names, err := fs.Glob(migrationFiles, "migrations/0*.sql") // sorted
	if err != nil {
		panic(err)
	}
	steps := make([]string, len(names))
	for i, name := range names {
		text, err := fs.ReadFile(migrationFiles, name)
		if err != nil {
			panic(err)
		}
		steps[i] = strings.ReplaceAll(string(text), "@place", strings.TrimSpace(string(place)))
	}
	return steps
}

// migrate brings the schema up to date, a transaction a step. It always takes
// the write lock once, so that another writer is noticed here.
func migrate(ctx context.Context, w *writer) error {
	for {
		var done bool
		err := w.transaction(ctx, func(t *tx) error {
			var version int
			if err := t.each("PRAGMA user_version", nil, func(c *cursor) error {
				version = c.num()
				return nil
			}); err != nil {
				return err
			}
			if version > len(migrations) {
				return fmt.Errorf("%w: schema %d, this program knows %d", ErrNewer, version, len(migrations))
			}
			if done = version == len(migrations); done {
				return nil
			}
			if err := t.script(migrations[version]); err != nil {
				return fmt.Errorf("schema step %d: %w", version+1, err)
			}
			if version+1 == len(migrations) {
				if err := writeDictionary(t); err != nil {
					return err
				}
			}
			return t.script(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version+1))
		})
		if err != nil || done {
			return err
		}
	}
}
