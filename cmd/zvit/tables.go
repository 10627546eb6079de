package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"zvit/extract"
	"zvit/extract/document"
)

type tablesOptions struct {
	format   string
	raw      bool
	table    int // 1-based; 0 is all
	encoding string
	password string
	path     string
}

func tablesCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "tables",
		Usage:     e.say.Say("tables.usage"),
		ArgsUsage: "FILE",
		Description: description(e, "tables.description",
			[]int{exitDone, exitFailed, exitUsage, exitNothing, exitInterrupted},
			"zvit tables report.txt",
			"zvit tables --raw --format json report.txt",
			"zvit tables --format csv --table 1 report.txt"),
		Flags: []cli.Flag{
			formatFlag(e, "text", "csv", "json"),
			&cli.BoolFlag{Name: "raw", Usage: e.say.Say("flag.raw")},
			&cli.IntFlag{Name: "table", Usage: e.say.Say("flag.table")},
			&cli.StringFlag{Name: "encoding", Usage: e.say.Say("flag.encoding")},
			&cli.StringFlag{Name: "password", Usage: e.say.Say("flag.password")},
		},
		Action: func(c *cli.Context) error {
			args := positional(c)
			if len(args) != 1 {
				return usageError{e.say.Say("error.one_file"), e.say.Say("hint.help", "zvit help tables")}
			}
			opts := tablesOptions{
				format: c.String("format"), raw: c.Bool("raw"), table: c.Int("table"),
				encoding: c.String("encoding"), password: c.String("password"), path: args[0],
			}
			if err := oneOf(e, "format", opts.format, "text", "csv", "json"); err != nil {
				return err
			}
			return runTables(c.Context, e, opts)
		},
	}
}

func runTables(ctx context.Context, e *env, opts tablesOptions) error {
	res, err := extract.ReadFile(ctx, opts.path, extract.Options{Encoding: opts.encoding, Password: opts.password})
	if err != nil {
		return unreadable(e, opts.path, err)
	}
	sayProblems(e, opts.path, res.Document)
	doc := res.Document
	if opts.raw {
		doc = res.Raw
	}
	n, printed := 0, 0
	for _, b := range doc.Blocks {
		t, ok := b.(*document.Table)
		if !ok {
			continue
		}
		if n++; opts.table != 0 && n != opts.table {
			continue
		}
		if err := printTable(e, opts, n, t, printed == 0); err != nil {
			return err
		}
		printed++
	}
	if printed == 0 {
		return outcomeError{exitNothing, e.say.Say("tables.nothing", opts.path)}
	}
	return nil
}

func printTable(e *env, opts tablesOptions, n int, t *document.Table, first bool) error {
	switch opts.format {
	case "json":
		return writeJSONLine(e.stdout, tableJSON(opts.path, n, t))
	case "csv":
		return writeTableCSV(e.stdout, t, first)
	}
	return writeTableText(e, n, t, first)
}

// tableJSON is the shape that DESIGN documents: a slot that another cell's span
// covers is null. A cell's page is the one on which it begins, or null.
func tableJSON(path string, n int, t *document.Table) object {
	rows := make([]any, len(t.Rows))
	for i, line := range t.Grid() {
		slots := make([]any, len(line))
		for j, c := range line {
			if c == nil || c != t.Rows[i].At(j) || c.Col != j {
				continue // Covered: null.
			}
			slots[j] = object{
				{"text", c.Text()},
				{"row_span", max(c.RowSpan, 1)},
				{"col_span", max(c.ColSpan, 1)},
				{"page", pageOf(c, &t.Rows[i])},
			}
		}
		rows[i] = slots
	}
	return object{
		{"file", path},
		{"table", n},
		{"page_from", number(t.PageFrom)},
		{"page_to", number(t.PageTo)},
		{"rows", rows},
	}
}

func pageOf(c *document.Cell, r *document.Row) any {
	if len(c.Parts) > 0 && c.Parts[0].Place.Page > 0 {
		return c.Parts[0].Place.Page
	}
	return number(r.Place.Page)
}

// number is n, or null where it is 0: the format has none.
func number(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// writeTableCSV writes one table; tables are parted by an empty line.
func writeTableCSV(w io.Writer, t *document.Table, first bool) error {
	if !first {
		if _, err := io.WriteString(w, "\n"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	for i, line := range t.Grid() {
		fields := make([]string, len(line))
		for j, c := range line {
			if c != nil && c == t.Rows[i].At(j) && c.Col == j {
				fields[j] = c.Text()
			}
		}
		if err := out.Write(fields); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

const textCell = 28 // letters of a cell in the overview for a person

func writeTableText(e *env, n int, t *document.Table, first bool) error {
	var b strings.Builder
	if !first {
		b.WriteByte('\n')
	}
	title := e.say.Say("tables.title", n, e.say.Say("count.rows", len(t.Rows)), e.say.Say("count.columns", t.Columns))
	switch {
	case t.PageFrom > 0 && t.PageTo > t.PageFrom:
		title += ", " + e.say.Say("word.pages", t.PageFrom, t.PageTo)
	case t.PageFrom > 0:
		title += ", " + e.say.Say("word.page", t.PageFrom)
	}
	b.WriteString(title + "\n")
	if t.Caption != "" {
		b.WriteString(oneLine(t.Caption) + "\n")
	}
	out := tabwriter.NewWriter(&b, 0, 4, 2, ' ', 0)
	for i, line := range t.Grid() {
		fields := make([]string, 0, len(line)+1)
		fields = append(fields, strconv.Itoa(i))
		for j, c := range line {
			text := ""
			if c != nil && c == t.Rows[i].At(j) && c.Col == j {
				text = shorten(oneLine(c.Text()), textCell)
			}
			fields = append(fields, text)
		}
		fmt.Fprintln(out, strings.Join(fields, "\t"))
	}
	if err := out.Flush(); err != nil {
		return err
	}
	for _, r := range t.Repairs {
		detail := shorten(oneLine(r.Detail), textCell)
		if detail != "" {
			detail = ": " + detail
		}
		fmt.Fprintf(&b, "  %s\n", e.say.Say("tables.repair", r.Row, r.Col, e.say.Say("repair."+string(r.Code)), detail))
	}
	_, err := io.WriteString(e.stdout, trimLines(b.String()))
	return err
}

// unreadable says why a file could not be read and what to do next. All that
// was asked for has failed: exit 4, except for an interruption.
func unreadable(e *env, path string, err error) error {
	if document.CategoryOf(err) == document.Cancelled {
		return outcomeError{exitInterrupted, e.say.Say("error.interrupted")}
	}
	return outcomeError{exitNothing, path + ": " + failureText(e, err)}
}

func failureText(e *env, err error) string {
	return e.say.Say("category."+string(document.CategoryOf(err)), failureDetail(err))
}
