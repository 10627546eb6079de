package main

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/newfile"
	"zvit/cmd/zvit/internal/plot"
	"zvit/extract/record"
	"zvit/store"
)

type plotOptions struct {
	db, kind, out     string
	report, programme string // only this report; only programmes with these words in the name
	limit             int
	force             bool
}

var plotKinds = []string{"measures", "execution", "doubtful"}

func plotCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:  "plot",
		Usage: e.say.Say("plot.usage"),
		Description: description(e, "plot.description",
			[]int{exitDone, exitFailed, exitUsage, exitNothing, exitForeign, exitInterrupted},
			"zvit plot --out measures.svg",
			"zvit plot --kind execution --out execution.png",
			"zvit plot --db archive.db --kind measures --limit 10 --out greatest.svg"),
		Flags: []cli.Flag{
			databaseFlag(e),
			choice(e, "kind", plotKinds[0], e.say.Say("flag.kind", strings.Join(plotKinds, ", ")), plotKinds...),
			&cli.StringFlag{Name: "out", Usage: e.say.Say("flag.out"), TakesFile: true},
			&cli.StringFlag{Name: "report", Usage: e.say.Say("flag.report")},
			&cli.StringFlag{Name: "programme", Usage: e.say.Say("flag.programme")},
			numberFlag(e, "limit", 20, 1, e.say.Say("flag.plot_limit")),
			&cli.BoolFlag{Name: "force", Usage: e.say.Say("flag.force")},
		},
		Action: func(c *cli.Context) error {
			if args := positional(c); len(args) > 0 {
				return misuse(e, c, "error.no_args", args[0])
			}
			opts := plotOptions{
				db: c.String("db"), kind: c.String("kind"), out: c.String("out"), report: c.String("report"),
				programme: c.String("programme"), limit: c.Int("limit"), force: c.Bool("force"),
			}
			if opts.picture() != plot.SVG && opts.picture() != plot.PNG {
				return usageError{e.say.Say("error.plot_out"), e.say.Say("hint.plot_out")}
			}
			return runPlot(c.Context, e, opts)
		},
	}
}

// runPlot draws one picture into a file.
func runPlot(ctx context.Context, e *env, opts plotOptions) (err error) {
	db, err := store.OpenUpToDate(ctx, opts.db)
	if err != nil {
		return databaseError{opts.db, err}
	}
	defer closeQuietly(db)
	files := newfile.Set{Force: opts.force, Keep: []string{opts.db}}
	defer files.Discard()
	if err := files.Check(opts.out); err != nil {
		return outputError(e, opts.out, err)
	}
	var figure plot.Figure
	switch opts.kind {
	case "execution":
		figure, err = executionFigure(ctx, e, db, opts)
	case "doubtful":
		figure, err = doubtfulFigure(ctx, e, db, opts)
	default:
		figure, err = measuresFigure(ctx, e, db, opts)
	}
	if err != nil {
		return err
	}
	f, err := files.Create(opts.out)
	if err != nil {
		return outputError(e, opts.out, err)
	}
	if err := errors.Join(plot.Write(f, figure, opts.picture()), f.Close()); err != nil {
		return outputError(e, opts.out, err)
	}
	if err := files.Commit(); err != nil {
		return outputError(e, opts.out, err)
	}
	return nil
}

// picture is the format that the output's extension names.
func (o plotOptions) picture() plot.Format {
	return plot.Format(strings.ToLower(strings.TrimPrefix(filepath.Ext(o.out), ".")))
}

// condition chooses reports r; its arguments are the report ?1 and a part of the
// programme's name or its key ?2. What is not asked for is not in it, so that an
// index answers.
func (o plotOptions) condition() string {
	condition := "1"
	if o.report != "" {
		condition += " AND r.report_id = ?1"
	}
	if o.programme != "" {
		condition += " AND (instr(r.programme, ?2) > 0 OR r.programme_key = ?2)"
	}
	return condition
}

func (o plotOptions) args() []any { return []any{o.report, o.programme, o.limit} }

// ask runs a query of a plot; nothing found is an outcome.
func (o plotOptions) ask(ctx context.Context, e *env, db *store.DB, sql string, args ...any) ([]object, error) {
	rows, err := queryObjects(ctx, db, sql, args...)
	if err != nil {
		return nil, databaseError{o.db, err}
	}
	if len(rows) == 0 {
		return nil, outcomeError{exitNothing, e.say.Say("plot.nothing")}
	}
	return rows, nil
}

// measuresFigure is the measures with the greatest plans, of the reports that
// execution counts, so that no hryvnia stands twice.
func measuresFigure(ctx context.Context, e *env, db *store.DB, opts plotOptions) (plot.Figure, error) {
	counted := ""
	if opts.report == "" {
		counted = " AND m.report_id IN (SELECT report_id FROM execution)"
	}
	rows, err := opts.ask(ctx, e, db, `
		WITH greatest AS (
			SELECT m.measure_id, m.report_id, m.ordinal, m.number, coalesce(m.measure, m.task) AS name, m.planned_kopecks, m.actual_kopecks,
				m.doubtful, r.programme, r.authority
			FROM measures m JOIN reports r USING (report_id)
			WHERE (m.planned_kopecks IS NOT NULL OR m.actual_kopecks IS NOT NULL) AND `+opts.condition()+counted+`
			ORDER BY max(coalesce(m.planned_kopecks, 0), coalesce(m.actual_kopecks, 0)) DESC, m.measure_id LIMIT ?3)
		SELECT g.*, iif(doubtful, actual_kopecks, 0) AS unsure_kopecks,
			(SELECT count(DISTINCT report_id) FROM greatest o WHERE o.name = g.name) AS alike,
			(SELECT count(DISTINCT report_id) FROM greatest) AS reports,
			(SELECT count(DISTINCT coalesce(programme, report_id)) FROM greatest) AS programmes
		FROM greatest g`, opts.args()...)
	if err != nil {
		return nil, err
	}
	one := rows[0].get("reports") == int64(1)
	b := bars(e, e.say.Say("plot.measures"))
	b.Lying = true
	if programme, ok := rows[0].get("programme").(string); ok && rows[0].get("programmes") == int64(1) {
		b.Title += ": «" + oneLine(programme) + "»"
	}
	for _, r := range rows {
		name, _ := r.get("name").(string)
		if number, ok := r.get("number").(string); ok && one {
			name = number + " " + name
		}
		if n, _ := r.get("alike").(int64); n > 1 {
			name = shorten(oneLine(name), nameWidth) + " · " + whose(r)
		}
		b.Pairs = append(b.Pairs, pair(oneLine(name), r))
	}
	return b, nil
}

// whose tells measures of one name apart: by their council, or their programme.
func whose(r object) string {
	for _, column := range []string{"authority", "programme", "report_id"} {
		if s, ok := r.get(column).(string); ok && s != "" {
			return shorten(oneLine(s), nameWidth)
		}
	}
	return ""
}

// executionFigure is plan and actual by year; a report that knows its whole
// period only stands as the period.
func executionFigure(ctx context.Context, e *env, db *store.DB, opts plotOptions) (plot.Figure, error) {
	rows, err := opts.ask(ctx, e, db, `
		SELECT CASE WHEN r.year IS NOT NULL THEN CAST(r.year AS TEXT)
				WHEN substr(r.period_from, 1, 4) = substr(r.period_to, 1, 4) THEN substr(r.period_to, 1, 4)
				ELSE concat_ws('–', substr(r.period_from, 1, 4), substr(r.period_to, 1, 4)) END AS name,
			sum(r.planned_kopecks) AS planned_kopecks, sum(r.actual_kopecks) AS actual_kopecks,
			sum(iif(r.doubtful, r.actual_kopecks, 0)) AS unsure_kopecks
		FROM execution r
		WHERE (r.planned_kopecks IS NOT NULL OR r.actual_kopecks IS NOT NULL) AND `+opts.condition()+`
		GROUP BY 1 ORDER BY name = '', name`, opts.args()...)
	if err != nil {
		return nil, err
	}
	title := e.say.Say("plot.execution")
	if opts.programme != "" {
		title += ": «" + opts.programme + "»"
	}
	b := bars(e, title)
	for _, r := range rows {
		name, _ := r.get("name").(string)
		if name == "" {
			name = e.say.Say("plot.no_year")
		}
		b.Pairs = append(b.Pairs, pair(name, r))
	}
	return b, nil
}

// doubtfulFigure is the doubtful amounts by the confidence of their settling,
// without those of copies and of earlier versions.
func doubtfulFigure(ctx context.Context, e *env, db *store.DB, opts plotOptions) (plot.Figure, error) {
	rows, err := opts.ask(ctx, e, db, `
		SELECT max(0, min(`+strconv.Itoa(plot.Bins-1)+`, CAST(confidence * `+strconv.Itoa(plot.Bins)+` AS INTEGER))) AS bin, change,
			count(*) AS amounts, total(abs(1.0 * kopecks)) AS kopecks
		FROM reports r JOIN amounts USING (report_id) JOIN documents d USING (document_id)
		WHERE doubtful = 1 AND d.duplicate_of IS NULL AND d.superseded_by IS NULL AND `+opts.condition()+` GROUP BY 1, 2`, opts.args()...)
	if err != nil {
		return nil, err
	}
	s := plot.Shape{
		Title: e.say.Say("plot.doubtful"), Confidence: e.say.Say("plot.confidence"), Amounts: e.say.Say("plot.amounts"), Units: unitNames(e),
	}
	for _, c := range []record.Change{record.Unchanged, record.Rescaled, record.Reviewed, record.Unreadable} {
		series := plot.Series{Change: c, Name: e.say.Say("change." + string(c))}
		for _, r := range rows {
			if r.get("change") != string(c) {
				continue
			}
			bin := r.get("bin").(int64)
			series.Count[bin], series.Money[bin] = r.get("amounts").(int64), r.get("kopecks").(float64)
		}
		s.Series = append(s.Series, series)
	}
	return s, nil
}

func bars(e *env, title string) plot.Bars {
	return plot.Bars{
		Title: title, Planned: e.say.Say("role.planned"), Actual: e.say.Say("role.actual"), Doubtful: e.say.Say("plot.doubtful_actual"),
		Units: unitNames(e),
	}
}

func pair(label string, r object) plot.Pair {
	kopecks := func(column string) *int64 {
		if k, ok := r.get(column).(int64); ok {
			return &k
		}
		return nil
	}
	x := plot.Pair{Label: label, Planned: kopecks("planned_kopecks"), Actual: kopecks("actual_kopecks")}
	if k := kopecks("unsure_kopecks"); k != nil {
		x.Unsure = *k
	}
	return x
}

func unitNames(e *env) map[record.Unit]string {
	names := map[record.Unit]string{}
	for _, u := range units {
		names[u] = e.say.Say("unit." + string(u))
	}
	return names
}
