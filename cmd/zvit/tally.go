package main

import (
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"slices"

	"zvit/cmd/zvit/internal/batch"
	"zvit/extract/document"
	"zvit/extract/record"
)

// fewReports is up to how many reports the summary lists one by one.
const fewReports = 12

// tally counts what the documents of a run say.
type tally struct {
	files, pages int
	documents    map[[8]byte]struct{} // by the beginnings of their ids
	bytes        int64
	list         []*record.Report // the first few
	reports, measures, indicators, amounts,
	rescaled, doubtful, findings int
	change standing // since the run began
}

func (t *tally) add(ev batch.Event) {
	t.files++
	if t.documents == nil {
		t.documents = map[[8]byte]struct{}{}
	}
	var id [8]byte
	_, _ = hex.Decode(id[:], []byte(ev.DocumentID[:min(16, len(ev.DocumentID))]))
	t.documents[id] = struct{}{}
	t.pages += ev.Pages
	t.bytes += ev.Bytes
	t.findings += ev.Findings
	for _, r := range ev.Reports {
		t.reports++
		t.measures += len(r.Measures)
		t.indicators += len(r.Indicators)
		t.amounts += len(r.Amounts)
		t.findings += len(r.Findings)
		for i := range r.Amounts {
			if r.Amounts[i].Change == record.Rescaled {
				t.rescaled++
			}
			if r.Amounts[i].Doubtful {
				t.doubtful++
			}
		}
		if len(t.list) <= fewReports {
			t.list = append(t.list, r)
		}
	}
}

// summary is what a run ends with, for a person.
func (t *tally) summary(e *env, opts ingestOptions, sum batch.Summary) {
	say, w := e.say, e.stdout
	if len(t.list) <= fewReports {
		t.listReports(e)
	}
	if opts.dryRun {
		fmt.Fprintln(w, say.Say("ingest.dry"))
	}
	fmt.Fprintf(w, "%s\n", opts.db)
	line := func(key string, n int) {
		if n > 0 {
			fmt.Fprintf(w, "  %s\n", say.Say(key, n))
		}
	}
	line("ingest.read", sum.Read)
	line("ingest.partial", sum.Partial)
	printCategories(w, sum.PartialCategories)
	line("ingest.known", sum.Known)
	line("ingest.failed", sum.Failed)
	line("ingest.needs_ocr", sum.NeedsOCR)
	line("ingest.known_failed", sum.KnownFailed)
	printCategories(w, sum.BadCategories)
	line("ingest.left", sum.Left)
	for _, path := range sum.LeftPaths {
		fmt.Fprintf(w, "    %s\n", path)
	}
	if sum.Left > len(sum.LeftPaths) {
		fmt.Fprintln(w, "    …")
	}
	if n := len(t.documents); n < t.files {
		fmt.Fprintf(w, "  %s\n", say.Say("ingest.same_bytes", say.Say("count.files", t.files), say.Say("count.documents", n)))
	}
	t.change.print(e)
	if t.reports > 0 {
		fmt.Fprintf(w, "%s\n", say.Say("ingest.contents",
			say.Say("count.reports", t.reports), say.Say("count.measures", t.measures),
			say.Say("count.indicators", t.indicators), say.Say("count.amounts", t.amounts)))
		fmt.Fprintf(w, "%s\n", say.Say("ingest.units",
			say.Say("count.rescaled", t.rescaled), say.Say("count.doubtful", t.doubtful),
			say.Say("count.findings", t.findings)))
		if !opts.dryRun && !opts.shard {
			fmt.Fprintf(w, "%s\n", say.Say("ingest.next", databaseArgs(opts.db)))
		}
	}
}

func printCategories(w io.Writer, counts map[document.Category]int) {
	for _, c := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(w, "    %-16s %d\n", c, counts[c])
	}
}

// listReports prints a line or two a report.
func (t *tally) listReports(e *env) {
	say, w := e.say, e.stdout
	for _, r := range t.list {
		plan, actual := totals(r)
		fmt.Fprintf(w, "%s\n", reportName(say, r))
		fmt.Fprintf(w, "  %s\n", say.Say("ingest.report",
			say.Say("count.measures", len(r.Measures)), say.Say("count.indicators", len(r.Indicators)),
			moneyOr(say, plan), moneyOr(say, actual)))
	}
	if len(t.list) > 0 {
		fmt.Fprintln(w)
	}
}
