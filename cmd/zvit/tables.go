package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/seen"
	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/layout"
)

type tablesOptions struct {
	format   string
	raw      bool
	table    int // 1-based; 0 is all
	encoding string
	password string
	path     string
	pages    string // as typed
	first    int    // of the pages to read, from 1; 0 where all are
	last     int
	debug    string // the picture to write, or ""
}

// shows reports whether a table stands on the pages that were asked for.
func (o *tablesOptions) shows(t *document.Table) bool {
	return o.pages == "" || t.PageTo >= o.first && t.PageFrom <= o.last && t.PageTo > 0
}

func tablesCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "tables",
		Usage:     e.say.Say("tables.usage"),
		ArgsUsage: e.say.Say("args.file"),
		Description: description(e, "tables.description",
			[]int{exitDone, exitFailed, exitUsage, exitNothing, exitInterrupted},
			"zvit tables report.txt",
			"zvit tables --raw --format json report.txt",
			"zvit tables --format csv --table 1 report.txt",
			"zvit tables --page 1-2 --debug seen.png report.pdf"),
		Flags: []cli.Flag{
			formatFlag(e, "text", "csv", "json"),
			&cli.BoolFlag{Name: "raw", Usage: e.say.Say("flag.raw")},
			numberFlag(e, "table", 0, 1, e.say.Say("flag.table")),
			&cli.StringFlag{Name: "page", Usage: e.say.Say("flag.page")},
			&cli.StringFlag{Name: "debug", Usage: e.say.Say("flag.debug"), TakesFile: true},
			e.encodingFlag(),
			&cli.StringFlag{Name: "password", Usage: e.say.Say("flag.password")},
		},
		Action: func(c *cli.Context) error {
			args := positional(c)
			if len(args) != 1 {
				return misuse(e, c, "error.one_file")
			}
			opts := tablesOptions{
				format: c.String("format"), raw: c.Bool("raw"), table: c.Int("table"),
				encoding: c.String("encoding"), password: c.String("password"), path: args[0],
				pages: c.String("page"), debug: c.String("debug"),
			}
			if err := opts.choosePages(e); err != nil {
				return err
			}
			return runTables(c.Context, e, opts)
		},
	}
}

func runTables(ctx context.Context, e *env, opts tablesOptions) error {
	var pages []layout.Page
	options := extract.Options{
		Encoding: opts.encoding, Password: opts.password, Until: extract.Rejoined,
		FirstPage: opts.first, LastPage: opts.last,
	}
	if opts.debug != "" {
		ctx = extract.Watch(ctx, func(p layout.Page) {
			if len(pages) > 0 && p.Number <= pages[len(pages)-1].Number {
				pages = nil // Read anew, by the more patient library.
			}
			if len(pages) < seen.MaxPages {
				pages = append(pages, p)
			}
		})
	}
	res, err := extract.ReadFile(ctx, opts.path, options)
	if err != nil {
		return unreadable(e, opts.path, err)
	}
	sayProblems(e, opts.path, res.Document)
	if opts.debug != "" {
		if err := writeSeen(e, opts, pages, res.Raw); err != nil {
			return err
		}
	}
	doc := res.Document
	if opts.raw {
		doc = res.Raw
	}
	return printTables(e, opts, doc)
}

// printTables prints the tables that were asked for.
func printTables(e *env, opts tablesOptions, doc *document.Document) error {
	out := bufio.NewWriterSize(e.stdout, 64<<10)
	n, printed := 0, 0
	for _, b := range doc.Blocks {
		t, ok := b.(*document.Table)
		if !ok {
			continue
		}
		if n++; opts.table != 0 && n != opts.table || !opts.shows(t) {
			continue
		}
		if err := printTable(out, e, opts, n, t, printed == 0); err != nil {
			return err
		}
		printed++
	}
	switch {
	case n == 0:
		return outcomeError{exitNothing, e.say.Say("tables.nothing", opts.path)}
	case printed == 0:
		return outcomeError{exitNothing, e.say.Say("tables.not_asked", opts.path, e.say.Say("count.tables", n))}
	}
	return out.Flush()
}

func printTable(out *bufio.Writer, e *env, opts tablesOptions, n int, t *document.Table, first bool) error {
	switch opts.format {
	case "json":
		return writeTableJSON(out, opts.path, n, t)
	case "csv":
		return writeTableCSV(out, t, first)
	}
	return writeTableText(out, e, n, t, first)
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

func writeTableText(w io.Writer, e *env, n int, t *document.Table, first bool) error {
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
	_, err := io.WriteString(w, trimLines(b.String()))
	return err
}
