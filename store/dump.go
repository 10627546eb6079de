package store

import (
	"bufio"
	"context"
	"database/sql/driver"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Dump writes what the database holds, a row a line, in a canonical order:
// documents by their hash, tables by name, rows by their key. Paths, times and
// numbers that are of this file alone are left out, so that two databases of the
// same documents and decisions have equal dumps, whatever the order and number
// of the runs that made them.
func (db *DB) Dump(ctx context.Context, w io.Writer) error {
	return db.reading(ctx, "dump", func(q reader) error {
		_, err := writeDump(q, w)
		return err
	})
}

// dumpSource is a table in the dump: its columns but doc, and its key.
type dumpSource struct{ name, query string }

// writeDump returns the number of rows written.
func writeDump(q eachReader, w io.Writer) (rows int64, err error) {
	sources, err := dumpSources(q)
	if err != nil {
		return 0, err
	}
	type doc struct {
		doc int64
		id  string
	}
	var docs []doc
	if err := q.each("SELECT doc, document_id FROM document ORDER BY document_id", nil, func(c *cursor) error {
		docs = append(docs, doc{c.num64(), c.text()})
		return nil
	}); err != nil {
		return 0, err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	var line []byte
	for _, d := range docs {
		for _, s := range sources {
			err := q.each(s.query, []driver.Value{d.doc}, func(c *cursor) error {
				rows++
				line = append(line[:0], d.id[:min(16, len(d.id))]...)
				line = append(line, ' ')
				line = append(line, s.name...)
				for _, v := range c.vals {
					line = appendValue(append(line, '\t'), v)
				}
				_, err := out.Write(append(line, '\n'))
				return err
			})
			if err != nil {
				return rows, err
			}
		}
	}
	return rows, out.Flush()
}

// dumpSources lists the tables that belong to documents, by the schema itself,
// so that a table of a later migration is not forgotten.
func dumpSources(q eachReader) ([]dumpSource, error) {
	var names []string
	if err := q.each(`SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'doc'
		WHERE m.type = 'table' AND m.name NOT LIKE 'search%' ORDER BY m.name`, nil, func(c *cursor) error {
		names = append(names, c.text())
		return nil
	}); err != nil {
		return nil, err
	}
	var list []dumpSource
	for _, name := range names {
		if name == "source" { // a path and a time
			continue
		}
		var columns, key []string
		if err := q.each("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", []driver.Value{name}, func(c *cursor) error {
			column, pk := c.text(), c.num()
			switch {
			case column == "doc", name == "review" && (column == "review" || column == "decided_at"):
			default:
				columns = append(columns, column)
			}
			if pk > 0 && name != "review" {
				key = append(key, column)
			}
			return nil
		}); err != nil {
			return nil, err
		}
		if name == "review" {
			key = columns
		}
		order := ""
		if len(key) > 0 {
			order = " ORDER BY " + strings.Join(key, ", ")
		}
		list = append(list, dumpSource{name, "SELECT " + strings.Join(columns, ", ") + " FROM " + name + " WHERE doc = ?" + order})
	}
	list = append(list, dumpSource{"search", `SELECT e.subject, e.report, e.tbl, e.n, e.text FROM search_entry e
		WHERE e.doc = ? ORDER BY e.subject, e.report, e.tbl, e.n`})
	return list, nil
}

func appendValue(b []byte, v driver.Value) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, '-')
	case int64:
		return strconv.AppendInt(b, v, 10)
	case float64:
		return strconv.AppendFloat(b, v, 'g', -1, 64)
	case []byte:
		return appendText(b, string(v))
	case string:
		return appendText(b, v)
	}
	return fmt.Append(b, v)
}

func appendText(b []byte, s string) []byte {
	plain := !slices.ContainsFunc([]byte(s), func(c byte) bool { return c < ' ' || c == '"' || c == '\\' })
	if !plain {
		return strconv.AppendQuote(b, s)
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}
