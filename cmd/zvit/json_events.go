package main

import (
	"encoding/json"
	"io"
	"strings"
	"sync"
	"time"

	"zvit/cmd/zvit/internal/batch"
	"zvit/extract"
)

// jsonSchema is the version of what --json prints: json.md describes it. Fields
// may be added within a version; it is raised when one changes its meaning or
// goes.
const jsonSchema = 1

// jsonEvents prints a run for programs, an object a line: documents and the
// summary to standard output, progress and errors to standard error.
type jsonEvents struct {
	e      *env
	dryRun bool
	now    func() time.Time

	results sync.Mutex // stdout

	mu    sync.Mutex
	began time.Time
}

type jsonStart struct {
	Type     string `json:"type"`
	Schema   int    `json:"schema"`
	Readers  string `json:"readers"`
	Database string `json:"database"`
	DryRun   bool   `json:"dry_run"`
}

type jsonDocument struct {
	Type       string `json:"type"`
	Path       string `json:"path"`
	DocumentID string `json:"document_id"`
	Status     string `json:"status"`
	Category   string `json:"category,omitempty"`
	Message    string `json:"message,omitempty"`
	MessageUK  string `json:"message_uk,omitempty"`
	Detail     string `json:"detail,omitempty"`
	Known      bool   `json:"known"`
	Bytes      int64  `json:"bytes"`
	Pages      int    `json:"pages"`
	Reports    int    `json:"reports"`
	Amounts    int    `json:"amounts"`
	Doubtful   int    `json:"doubtful"`
	Findings   int    `json:"findings"`
}

type jsonLeft struct {
	Type string `json:"type"`
	Path string `json:"path"`
}

type jsonProgress struct {
	Type    string  `json:"type"`
	Files   int     `json:"files"`
	Total   int     `json:"total,omitempty"`
	Pages   int     `json:"pages"`
	Bytes   int64   `json:"bytes"`
	Seconds float64 `json:"seconds"`
}

type jsonSummary struct {
	Type        string         `json:"type"`
	ExitCode    int            `json:"exit_code"`
	Interrupted bool           `json:"interrupted"`
	Files       int            `json:"files"`
	Read        int            `json:"read"`
	Partial     int            `json:"partial"`
	Failed      int            `json:"failed"`
	NeedsOCR    int            `json:"needs_ocr"`
	Known       int            `json:"known"`
	KnownFailed int            `json:"known_failed"`
	Left        int            `json:"left"`
	Categories  map[string]int `json:"categories"`
	Pages       int            `json:"pages"`
	Bytes       int64          `json:"bytes"`
	Reports     int            `json:"reports"`
	Measures    int            `json:"measures"`
	Indicators  int            `json:"indicators"`
	Amounts     int            `json:"amounts"`
	Rescaled    int            `json:"rescaled"`
	Doubtful    int            `json:"doubtful"`
	Findings    int            `json:"findings"`
	Superseded  int            `json:"superseded"`
	Carried     int            `json:"decisions_carried"`
	Orphaned    int            `json:"decisions_orphaned"`
	Seconds     float64        `json:"seconds"`
}

type jsonError struct {
	Type     string `json:"type"`
	ExitCode int    `json:"exit_code"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

func (j *jsonEvents) start(opts ingestOptions) {
	j.mu.Lock()
	j.began = j.now()
	j.mu.Unlock()
	printJSON(j.e.stdout, jsonStart{"start", jsonSchema, extract.Version(), opts.db, j.dryRun})
}

// kind is the type of an event; in a dry run nothing happens that it tells of.
func (j *jsonEvents) kind(name string) string {
	if j.dryRun {
		return "would_" + name
	}
	return name
}

func (j *jsonEvents) document(ev batch.Event) {
	d := jsonDocument{
		Type: j.kind("document"), Path: strings.ToValidUTF8(ev.Path, "\uFFFD"), DocumentID: ev.DocumentID,
		Status: string(ev.Status), Category: string(ev.Category), Message: ev.Message.EN, MessageUK: ev.Message.UK,
		Detail: ev.Detail, Known: ev.Known, Bytes: ev.Bytes, Pages: ev.Pages, Reports: len(ev.Reports), Findings: ev.Findings,
	}
	for _, r := range ev.Reports {
		d.Amounts += len(r.Amounts)
		d.Findings += len(r.Findings)
		for i := range r.Amounts {
			if r.Amounts[i].Doubtful {
				d.Doubtful++
			}
		}
	}
	j.results.Lock()
	defer j.results.Unlock()
	printJSON(j.e.stdout, d)
}

// left comes from another goroutine than document: lines must not mix.
func (j *jsonEvents) left(path string) {
	j.results.Lock()
	defer j.results.Unlock()
	printJSON(j.e.stdout, jsonLeft{"left", strings.ToValidUTF8(path, "\uFFFD")})
}

func (j *jsonEvents) progress(files, pages int, bytes int64, found batch.Found) {
	printJSON(j.e.stderr, jsonProgress{"progress", files, found.Files, pages, bytes, j.seconds()})
}

func (j *jsonEvents) summary(t *tally, sum batch.Summary, code int) {
	s := jsonSummary{
		Type: j.kind("summary"), ExitCode: code, Interrupted: sum.Interrupted, Files: t.files,
		Read: sum.Read, Partial: sum.Partial, Failed: sum.Failed, NeedsOCR: sum.NeedsOCR,
		Known: sum.Known, KnownFailed: sum.KnownFailed, Left: sum.Left, Categories: map[string]int{},
		Pages: t.pages, Bytes: t.bytes, Reports: t.reports, Measures: t.measures, Indicators: t.indicators,
		Amounts: t.amounts, Rescaled: t.rescaled, Doubtful: t.doubtful, Findings: t.findings,
		Superseded: t.change.superseded, Carried: t.change.applied, Orphaned: t.change.orphaned, Seconds: j.seconds(),
	}
	for c, n := range sum.Categories {
		s.Categories[string(c)] = n
	}
	printJSON(j.e.stdout, s)
}

func (j *jsonEvents) seconds() float64 {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.now().Sub(j.began).Round(time.Millisecond).Seconds()
}

// printJSON prints a value on one line.
func printJSON(w io.Writer, v any) {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v) // There is nowhere to report that the output is gone.
}
