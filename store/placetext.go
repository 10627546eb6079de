package store

import (
	"fmt"
	"regexp"
	"strings"
)

// placeWords is a row's place for people, of the columns of @place in the schema
// with their table before them. Tables have no column of it: SQLite would work
// out a generated column for every row that is written, which takes a tenth of
// the time of storing a document.
const placeWords = `nullif(substr(
        iif(@page > 0, ', page ' || @page, '')
        || iif(@sheet <> '', ', sheet ' || @sheet, '')
        || iif(@line > 0, ', line ' || @line, '')
        || iif(@line IS NULL AND @frag > 0, ', table ' || @frag || iif(@frag_row > 0, ', row ' || @frag_row, ''), '')
        || iif(@frag_cell > 0, ', cell ' || @frag_cell, '')
        || iif(@para > 0 AND (@frag > 0 OR @line IS NULL), ', paragraph ' || @para, '')
        || iif(@x1 > @x0 AND @y1 > @y0, printf(', box %.1f,%.1f,%.1f,%.1f', @x0, @y0, @x1, @y1), ''),
        3), '')`

// placeText is the place of a table's row in a query, for people.
func placeText(table string) string { return strings.ReplaceAll(placeWords, "@", table+".") }

// generatedPlace is the column that tables had until movePlaces.
var generatedPlace = regexp.MustCompile(`(?s),( *--[^\n]*)\n *place TEXT GENERATED ALWAYS AS \(.*?\) VIRTUAL`)

// viewPlace is that column in a view.
var viewPlace = regexp.MustCompile(`\b([a-z])\.place\b`)

// movePlaces takes the generated column place out of the tables and has the views
// work it out. A virtual column is nowhere but in the text of the schema, and is
// taken out of there (sqlite.org/lang_altertable.html, 7).
func movePlaces(t *tx) error {
	type object struct{ kind, name, sql string }
	var list []object
	if err := t.each("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'view')", nil, func(c *cursor) error {
		list = append(list, object{c.text(), c.text(), c.text()})
		return nil
	}); err != nil {
		return err
	}
	version := int64(0)
	if err := t.each("PRAGMA schema_version", nil, func(c *cursor) error {
		version = c.num64()
		return nil
	}); err != nil {
		return err
	}
	if err := t.script("PRAGMA writable_schema = ON"); err != nil {
		return err
	}
	for _, o := range list {
		sql := o.sql
		if o.kind == "table" {
			sql = generatedPlace.ReplaceAllString(sql, "$1\n")
		} else {
			sql = viewPlace.ReplaceAllStringFunc(sql, func(column string) string {
				return placeText(strings.TrimSuffix(column, ".place")) + " AS place"
			})
		}
		if sql == o.sql {
			continue
		}
		if err := t.exec("UPDATE sqlite_schema SET sql = ? WHERE type = ? AND name = ?", sql, o.kind, o.name); err != nil {
			return err
		}
	}
	// Other connections read the schema anew where it has another number.
	return t.script(fmt.Sprintf("PRAGMA schema_version = %d; PRAGMA writable_schema = RESET", version+1))
}
