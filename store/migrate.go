package store

import (
	"context"
	"database/sql/driver"
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

// endings are what steps end with beyond their scripts.
var endings = map[int]func(*tx) error{8: giveRowids, 11: giveWords, 12: movePlaces}

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
			if end := endings[version+1]; end != nil {
				if err := end(t); err != nil {
					return fmt.Errorf("schema step %d: %w", version+1, err)
				}
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

// giveRowids makes the tables whose rows are many or long ordinary ones. Without
// a rowid a row lives in the tree of its key, where a quarter of a page is the
// most that it may take (the rest goes to a page of its own), and where rows are
// looked for one by one; with it, rows are appended.
func giveRowids(t *tx) error {
	for _, table := range []string{
		"paragraph", "cell", "part", "measure", "indicator", "line", "amount", "finding",
	} {
		var create string
		var indexes []string
		if err := t.each("SELECT type, sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY rowid", []driver.Value{table},
			func(c *cursor) error {
				if kind, sql := c.text(), c.text(); kind == "table" {
					create = strings.Replace(sql, "STRICT, WITHOUT ROWID", "STRICT", 1)
				} else {
					indexes = append(indexes, sql)
				}
				return nil
			}); err != nil {
			return err
		}
		var columns, key []string
		if err := t.each("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", []driver.Value{table}, func(c *cursor) error {
			name := c.text()
			columns = append(columns, name)
			if c.num() > 0 {
				key = append(key, name)
			}
			return nil
		}); err != nil {
			return err
		}
		list := strings.Join(columns, ", ")
		if err := t.script("CREATE TEMP TABLE kept AS SELECT " + list + " FROM main." + table + "; DROP TABLE main." + table + "; " +
			create + "; INSERT INTO main." + table + " (" + list + ") SELECT " + list + " FROM temp.kept ORDER BY " + strings.Join(key, ", ") +
			"; DROP TABLE temp.kept; " + strings.Join(indexes, "; ")); err != nil {
			return fmt.Errorf("%s: %w", table, err)
		}
	}
	return nil
}
