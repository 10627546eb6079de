package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/urfave/cli/v2"

	"zvit/store"
)

type queryOptions struct {
	db, format, sql string
	timeout         time.Duration
}

func queryCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "query",
		Usage:     e.say.Say("query.usage"),
		ArgsUsage: "SQL",
		Description: description(e, "query.description",
			[]int{exitDone, exitFailed, exitUsage, exitForeign, exitInterrupted},
			`zvit query "SELECT number, measure, planned_kopecks, actual_kopecks FROM measures"`,
			`zvit query --format csv "SELECT * FROM amounts WHERE doubtful"`,
			`zvit query --db archive.db --format json "SELECT programme, planned_kopecks, actual_kopecks FROM execution"`),
		Flags: []cli.Flag{
			databaseFlag(e),
			formatFlag(e, "table", "csv", "json"),
			timeoutFlag(e, 0, e.say.Say("flag.query_timeout")),
		},
		Action: func(c *cli.Context) error {
			args := positional(c)
			if len(args) != 1 {
				return usageError{e.say.Say("error.one_sql"), e.say.Say("hint.one_sql")}
			}
			opts := queryOptions{db: c.String("db"), format: c.String("format"), sql: args[0], timeout: c.Duration("timeout")}
			return runQuery(c.Context, e, opts)
		},
	}
}

func runQuery(ctx context.Context, e *env, opts queryOptions) error {
	db, err := store.OpenReadOnly(ctx, opts.db)
	if err != nil {
		return databaseError{opts.db, err}
	}
	defer closeQuietly(db)
	if opts.timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, opts.timeout)
		defer cancel()
	}
	rows, err := db.Query(ctx, opts.sql)
	if err != nil {
		return queryError(e, opts, err)
	}
	defer func() { _ = rows.Close() }()
	n, err := printRows(e.stdout, rows, opts.format, isTerminal(e.stdout))
	if err != nil {
		return queryError(e, opts, err)
	}
	if n == 0 {
		fmt.Fprintln(e.stderr, e.say.Say("query.nothing"))
	}
	return nil
}

// queryError says what is wrong with a query, and what to do next.
func queryError(e *env, opts queryOptions, err error) error {
	var mistake store.StatementError
	switch {
	case errors.Is(err, store.ErrStatements):
		return usageError{e.say.Say("error.one_sql"), e.say.Say("hint.one_sql")}
	case errors.As(err, &mistake):
		return failedError{exitFailed, mistake.Message, e.say.Say("hint.sql")}
	case errors.Is(err, context.DeadlineExceeded):
		return failedError{exitFailed, e.say.Say("error.query_timeout", opts.timeout), e.say.Say("hint.query_timeout")}
	}
	return databaseError{opts.db, err}
}

// rowSource is what printRows prints.
type rowSource interface {
	Columns() []string
	Next() bool
	Values() []any
	Err() error
}

// printRows writes rows in a format and returns how many there were. As a table
// long texts are cut where a person sees them.
func printRows(w io.Writer, rows rowSource, format string, seen bool) (int, error) {
	var out rowWriter
	switch format {
	case "csv":
		out = &csvRows{w: csv.NewWriter(w)}
	case "json":
		out = &jsonRows{w: w}
	default:
		out = newTableRows(w, seen)
	}
	columns := rows.Columns()
	n := 0
	for rows.Next() {
		if n == 0 {
			if err := out.head(columns); err != nil {
				return n, err
			}
		}
		n++
		if err := out.row(columns, rows.Values()); err != nil {
			return n, err
		}
	}
	if err := rows.Err(); err != nil {
		return n, err
	}
	if n == 0 {
		if err := out.head(columns); err != nil {
			return n, err
		}
	}
	return n, out.end()
}

// rowWriter writes rows in one format.
type rowWriter interface {
	head(columns []string) error
	row(columns []string, values []any) error
	end() error
}

// csvRows writes RFC 4180; NULL is an empty field.
type csvRows struct{ w *csv.Writer }

func (c *csvRows) head(columns []string) error { return c.w.Write(columns) }

func (c *csvRows) row(_ []string, values []any) error {
	fields := make([]string, len(values))
	for i, v := range values {
		fields[i] = plain(v)
	}
	return c.w.Write(fields)
}

func (c *csvRows) end() error {
	c.w.Flush()
	return c.w.Error()
}

// jsonRows writes one object a line, its members in the order of the columns.
type jsonRows struct{ w io.Writer }

func (j *jsonRows) head([]string) error { return nil }

func (j *jsonRows) row(columns []string, values []any) error {
	o := make(object, len(columns))
	for i, c := range columns {
		o[i] = member{c, values[i]}
	}
	return writeJSONLine(j.w, o)
}

func (j *jsonRows) end() error { return nil }

// tableRows writes columns for a person.
type tableRows struct {
	out  io.Writer
	cut  bool // long texts, to fit
	text strings.Builder
	w    *tabwriter.Writer
}

func newTableRows(out io.Writer, cut bool) *tableRows {
	t := &tableRows{out: out, cut: cut}
	t.w = tabwriter.NewWriter(&t.text, 0, 4, 2, ' ', 0)
	return t
}

const tableCell = 60 // letters

func (t *tableRows) head(columns []string) error {
	rules := make([]string, len(columns))
	for i, c := range columns {
		rules[i] = strings.Repeat("-", len([]rune(c)))
	}
	_, err := fmt.Fprintf(t.w, "%s\n%s\n", strings.Join(columns, "\t"), strings.Join(rules, "\t"))
	return err
}

func (t *tableRows) row(_ []string, values []any) error {
	fields := make([]string, len(values))
	for i, v := range values {
		fields[i] = oneLine(plain(v))
		if t.cut {
			fields[i] = shorten(fields[i], tableCell)
		}
	}
	_, err := fmt.Fprintln(t.w, strings.Join(fields, "\t"))
	return err
}

func (t *tableRows) end() error {
	if err := t.w.Flush(); err != nil {
		return err
	}
	_, err := io.WriteString(t.out, trimLines(t.text.String()))
	return err
}

// plain is a value as text; NULL is empty.
func plain(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		// Digits as people write them: money divided by 100.0 is not 1.5e+06.
		if abs := math.Abs(v); abs >= 1e-6 && abs < 1e21 || abs == 0 {
			return strconv.FormatFloat(v, 'f', -1, 64)
		}
		return strconv.FormatFloat(v, 'g', -1, 64)
	case []byte:
		return string(v)
	}
	return fmt.Sprint(v)
}
