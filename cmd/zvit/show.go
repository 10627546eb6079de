package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/normalize"
	"zvit/store"
)

type showOptions struct {
	format   string
	encoding string
	password string
	timeout  time.Duration
	paths    []string
}

func showCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "show",
		Usage:     e.say.Say("show.usage"),
		ArgsUsage: e.say.Say("args.files"),
		Description: description(e, "show.description",
			[]int{exitDone, exitFailed, exitUsage, exitPartly, exitNothing, exitInterrupted},
			"zvit show report.txt",
			"zvit show --format json report.txt"),
		Flags: []cli.Flag{
			formatFlag(e, "text", "json"),
			e.encodingFlag(),
			&cli.StringFlag{Name: "password", Usage: e.say.Say("flag.password")},
			timeoutFlag(e, 2*time.Minute, e.say.Say("flag.timeout")),
		},
		Action: func(c *cli.Context) error {
			opts := showOptions{
				format: c.String("format"), encoding: c.String("encoding"), password: c.String("password"),
				timeout: c.Duration("timeout"), paths: positional(c),
			}
			if len(opts.paths) == 0 {
				return misuse(e, c, "error.no_file")
			}
			return runShow(c.Context, e, opts)
		},
	}
}

func runShow(ctx context.Context, e *env, opts showOptions) error {
	failed, shown := 0, 0
	for _, path := range opts.paths {
		res, err := readSettled(ctx, path, opts)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			failed++
			fmt.Fprintf(e.stderr, "%s: %s\n", path, failureText(e, err))
			continue
		}
		sayProblems(e, path, res.Document)
		if opts.format == "json" {
			err = showJSON(ctx, e, path, res)
		} else {
			err = showText(e, path, res, shown == 0)
		}
		if err != nil {
			return err
		}
		shown++
	}
	switch {
	case shown == 0:
		return outcomeError{exitNothing, e.say.Say("ingest.all_failed")}
	case failed > 0:
		return outcomeError{exitPartly, e.say.Say("ingest.some_failed", failed)}
	}
	return nil
}

// readSettled is what ingest does with a document, without the database.
func readSettled(ctx context.Context, path string, opts showOptions) (*extract.Result, error) {
	res, err := extract.ReadFile(ctx, path, extract.Options{Encoding: opts.encoding, Password: opts.password, Timeout: opts.timeout})
	if err != nil {
		return nil, err
	}
	return res, normalize.Settle(ctx, res.Reports, nil)
}

// sayProblems says which parts of a document were not read.
func sayProblems(e *env, path string, doc *document.Document) {
	for _, p := range doc.Problems {
		where := path
		if p.Page > 0 {
			where += ", " + e.say.Say("word.page", p.Page)
		}
		fmt.Fprintf(e.stderr, "%s: %s\n", where, e.say.Say(categoryKey(p.Category, p.Detail), e.say.Pick(p.Detail, ukrainianDetail(p.Detail))))
	}
}

// failureDetail is the part of a failure's message that names things: a
// package to install, a limit; of what is to be reported, all that is known.
// categoryKey is the message of a category of failure; of a file that cannot be
// opened there is one for each reason that is known.
func categoryKey(c document.Category, detail string) string {
	key := "category." + string(c)
	if c == document.Unopenable && slices.Contains([]string{document.Missing, document.Folder, document.Special, document.Forbidden}, detail) {
		key += "." + detail
	}
	return key
}

// ukrainianDetail puts a failure's detail into Ukrainian, where it is one of those
// in words.
func ukrainianDetail(detail string) string {
	for _, x := range []struct {
		form *regexp.Regexp
		say  string
	}{
		{regexp.MustCompile(`^named (\S+), holds unknown content$`), "названо $1, а вміст невідомий"},
		{regexp.MustCompile(`^named (\S+), holds (.+)$`), "названо $1, а вміст — $2"},
		{regexp.MustCompile(`^over (\d+) bytes$`), "понад $1 байтів"},
	} {
		if x.form.MatchString(detail) {
			return x.form.ReplaceAllString(detail, x.say)
		}
	}
	return detail
}

func failureDetail(err error) string {
	var f *document.Failure
	if errors.As(err, &f) && (f.Detail != "" || f.Category != document.Internal) {
		return f.Detail
	}
	return err.Error()
}

// showJSON puts the document into a database of its own and prints its views,
// so that names and values are the contract's by construction.
func showJSON(ctx context.Context, e *env, path string, res *extract.Result) error {
	dir, err := os.MkdirTemp("", "zvit-show-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	db, err := store.Open(ctx, filepath.Join(dir, "show.db"))
	if err != nil {
		return err
	}
	defer closeQuietly(db)
	doc := res.Document
	entry := store.Entry{
		Document: doc, SHA256: doc.ID, Path: path, Status: document.OK,
		ReaderVersion: extract.Version(), Reports: res.Reports, Findings: res.Findings,
	}
	if len(doc.Problems) > 0 {
		first := doc.Problems[0]
		entry.Status, entry.Category = document.Partial, first.Category
		entry.Message = explainCategory()(first.Category, first.Detail)
	}
	if err := db.Put(ctx, entry); err != nil {
		return err
	}
	for _, r := range res.Reports {
		o, err := reportJSON(ctx, db, r)
		if err != nil {
			return err
		}
		if err := writeJSONLine(e.stdout, o); err != nil {
			return err
		}
	}
	return nil
}

// reportJSON is one report as the views have it: its own columns, and a list a
// view for what belongs to it.
func reportJSON(ctx context.Context, db *store.DB, r *record.Report) (object, error) {
	own, err := viewObjects(ctx, db, "reports", r.ID)
	if err != nil || len(own) != 1 {
		return nil, errors.Join(err, errIf(len(own) != 1, "report %s is there %d times", r.ID, len(own)))
	}
	o := own[0]
	for _, view := range []string{"decisions", "codes", "measures", "indicators", "lines", "amounts", "findings"} {
		list, err := viewObjects(ctx, db, view, r.ID)
		if err != nil {
			return nil, err
		}
		if view == "amounts" {
			for i := range list {
				evidence, err := queryObjects(ctx, db, "SELECT kind, weight, text, text_uk FROM evidence WHERE amount_id = ?", list[i].get("amount_id"))
				if err != nil {
					return nil, err
				}
				list[i] = append(list[i], member{"evidence", evidence})
			}
		}
		o = append(o, member{view, list})
	}
	return o, nil
}

func viewObjects(ctx context.Context, db *store.DB, view, reportID string) ([]object, error) {
	return queryObjects(ctx, db, "SELECT * FROM "+view+" WHERE report_id = ?", reportID)
}

// queryObjects returns the rows as objects; a list, never nil.
func queryObjects(ctx context.Context, db *store.DB, sql string, args ...any) ([]object, error) {
	rows, err := db.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	columns := rows.Columns()
	list := []object{}
	for rows.Next() {
		o := make(object, len(columns))
		for i, v := range rows.Values() {
			o[i] = member{columns[i], v}
		}
		list = append(list, o)
	}
	return list, rows.Err()
}

func (o object) get(name string) any {
	for _, m := range o {
		if m.name == name {
			return m.value
		}
	}
	return nil
}

func errIf(bad bool, format string, args ...any) error {
	if !bad {
		return nil
	}
	return fmt.Errorf(format, args...)
}
