package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"zvit/store"
)

type searchOptions struct {
	db, format, words string
	limit             int
}

func searchCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "search",
		Usage:     e.say.Say("search.usage"),
		ArgsUsage: e.say.Say("search.args"),
		Description: description(e, "search.description",
			[]int{exitDone, exitFailed, exitUsage, exitNothing, exitForeign, exitInterrupted},
			"zvit search контейнер",
			"zvit search --limit 5 --format json контейнер паперу"),
		Flags: []cli.Flag{
			databaseFlag(e),
			formatFlag(e, "text", "json"),
			numberFlag(e, "limit", 20, 0, e.say.Say("flag.search_limit")),
		},
		Action: func(c *cli.Context) error {
			words := strings.Join(positional(c), " ")
			if strings.TrimSpace(words) == "" {
				return misuse(e, c, "error.no_words")
			}
			opts := searchOptions{db: c.String("db"), format: c.String("format"), words: words, limit: c.Int("limit")}
			return runSearch(c.Context, e, opts)
		},
	}
}

// runSearch prints what was found, or ends with exitNothing.
func runSearch(ctx context.Context, e *env, opts searchOptions) error {
	db, err := store.OpenUpToDate(ctx, opts.db)
	if err != nil {
		return databaseError{opts.db, err}
	}
	defer closeQuietly(db)
	ask := opts.limit
	if ask > 0 {
		ask++ // one more tells whether there are more
	}
	hits, err := db.Search(ctx, opts.words, ask)
	if err != nil {
		return databaseError{opts.db, err}
	}
	if len(hits) == 0 {
		return outcomeError{exitNothing, e.say.Say("search.nothing", opts.words)}
	}
	more := opts.limit > 0 && len(hits) > opts.limit
	if more {
		hits = hits[:opts.limit]
	}
	if opts.format == "json" {
		err = searchJSON(e.stdout, hits)
	} else {
		err = searchText(e, hits)
	}
	if err == nil && more {
		fmt.Fprintln(e.stderr, e.say.Say("search.more", opts.limit))
	}
	return err
}

func searchText(e *env, hits []store.Hit) error {
	marks := strings.NewReplacer(store.MarkFrom, "", store.MarkTo, "")
	if e.colored(e.stdout) {
		marks = strings.NewReplacer(store.MarkFrom, "\x1b["+string(red)+"m", store.MarkTo, "\x1b[0m")
	}
	var b strings.Builder
	for i := range hits {
		h := &hits[i]
		what := string(h.Subject)
		if h.Finding != "" {
			what = "finding"
		}
		where := h.Path
		if h.Place != "" {
			where += ", " + placeText(e.say, h.Place)
		}
		fmt.Fprintln(&b, e.paint(e.stdout, bold, where))
		fmt.Fprintf(&b, "  %s", e.say.Say("found."+what))
		if h.Programme != "" {
			fmt.Fprintf(&b, ", «%s»", shorten(oneLine(h.Programme), nameWidth))
		}
		fmt.Fprintf(&b, "\n  %s\n", marks.Replace(h.Snippet))
	}
	_, err := io.WriteString(e.stdout, b.String())
	return err
}

// searchJSON prints an object a hit, with the views' names; matches are the words
// of the snippet that were found.
func searchJSON(w io.Writer, hits []store.Hit) error {
	marks := strings.NewReplacer(store.MarkFrom, "", store.MarkTo, "")
	for i := range hits {
		h := &hits[i]
		err := writeJSONLine(w, object{
			{"document_id", h.DocumentID},
			{"report_id", text(h.ReportID)},
			{"path", h.Path},
			{"subject", text(string(h.Subject))},
			{"subject_id", text(h.SubjectID)},
			{"finding_id", text(h.Finding)},
			{"page", number(h.Page)},
			{"place", text(h.Place)},
			{"programme", text(h.Programme)},
			{"snippet", marks.Replace(h.Snippet)},
			{"matches", matches(h.Snippet)},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func matches(snippet string) []string {
	list := []string{}
	for {
		_, rest, ok := strings.Cut(snippet, store.MarkFrom)
		if !ok {
			return list
		}
		word, after, _ := strings.Cut(rest, store.MarkTo)
		list, snippet = append(list, word), after
	}
}
