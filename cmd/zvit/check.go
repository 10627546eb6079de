package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/user"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/decide"
	"zvit/extract/record"
	"zvit/store"
)

type checkOptions struct {
	db             string
	format         string
	limit          int
	accept         []string // amount ids
	set            []string // AMOUNT=UNIT or AMOUNT=KOPECKS
	undo           []string // amount ids
	note, reviewer string
}

func (o checkOptions) decides() bool { return len(o.accept)+len(o.set)+len(o.undo) > 0 }

func checkCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:  "check",
		Usage: e.say.Say("check.usage"),
		Description: description(e, "check.description",
			[]int{exitDone, exitFailed, exitUsage, exitNothing, exitForeign, exitLocked, exitInterrupted},
			"zvit check",
			"zvit check --db archive.db --format json",
			`zvit check --accept AMOUNT --note "seen on the scan"`,
			"zvit check --set AMOUNT=thousand_uah --set AMOUNT=47060000"),
		Flags: []cli.Flag{
			databaseFlag(e),
			formatFlag(e, "text", "json"),
			&cli.IntFlag{Name: "limit", Usage: e.say.Say("flag.limit")},
			&cli.StringSliceFlag{Name: "accept", Usage: e.say.Say("flag.accept")},
			&cli.StringSliceFlag{Name: "set", Usage: e.say.Say("flag.set")},
			&cli.StringSliceFlag{Name: "undo", Usage: e.say.Say("flag.undo")},
			&cli.StringFlag{Name: "note", Usage: e.say.Say("flag.note")},
			&cli.StringFlag{Name: "reviewer", Value: userName(), Usage: e.say.Say("flag.reviewer")},
		},
		Action: func(c *cli.Context) error {
			if args := positional(c); len(args) > 0 {
				return usageError{e.say.Say("error.no_args", args[0]), e.say.Say("hint.help", "zvit help check")}
			}
			opts := checkOptions{
				db: c.String("db"), format: c.String("format"), limit: c.Int("limit"),
				accept: c.StringSlice("accept"), set: c.StringSlice("set"), undo: c.StringSlice("undo"),
				note: c.String("note"), reviewer: c.String("reviewer"),
			}
			if err := oneOf(e, "format", opts.format, "text", "json"); err != nil {
				return err
			}
			if opts.decides() {
				return runDecide(c.Context, e, opts, time.Now())
			}
			return runCheck(c.Context, e, opts)
		},
	}
}

func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

// runCheck lists the findings and the doubtful amounts.
func runCheck(ctx context.Context, e *env, opts checkOptions) error {
	db, err := store.OpenReadOnly(ctx, opts.db)
	if err != nil {
		return databaseError{opts.db, err}
	}
	defer closeQuietly(db)
	findings, err := db.Findings(ctx, store.Filter{Limit: opts.limit})
	if err != nil {
		return databaseError{opts.db, err}
	}
	doubtful, err := db.Doubtful(ctx, store.Filter{Limit: opts.limit})
	if err != nil {
		return databaseError{opts.db, err}
	}
	if opts.format == "json" {
		return checkJSON(e.stdout, findings, doubtful)
	}
	return checkText(e, findings, doubtful, databaseArgs(opts.db))
}

func checkText(e *env, findings []store.FindingRow, doubtful []store.DoubtfulRow, dbArgs string) error {
	var b strings.Builder
	if len(findings) > 0 {
		fmt.Fprintf(&b, "%s\n", e.say.Say("show.findings", len(findings)))
	}
	path := ""
	for i := range findings {
		f := &findings[i]
		if f.Path != path {
			path = f.Path
			fmt.Fprintln(&b, e.paint(e.stdout, bold, path))
		}
		fmt.Fprintf(&b, "  %s %s\n", severityWord(e, f.Severity), e.say.Pick(f.Message.EN, f.Message.UK))
		if f.PlaceText != "" {
			fmt.Fprintf(&b, "      %s, %s\n", f.Code, placeText(e.say, f.PlaceText))
		}
	}
	if len(findings) > 0 && len(doubtful) > 0 {
		b.WriteByte('\n')
	}
	if len(doubtful) > 0 {
		fmt.Fprintf(&b, "%s\n", e.say.Say("check.doubtful", len(doubtful)))
	}
	for i := range doubtful {
		writeDoubtful(e, &b, &doubtful[i])
	}
	if len(doubtful) > 0 {
		fmt.Fprintf(&b, "\n%s\n", e.say.Say("check.decide", dbArgs))
	}
	if len(findings)+len(doubtful) == 0 {
		fmt.Fprintln(&b, e.say.Say("check.nothing"))
	}
	_, err := io.WriteString(e.stdout, b.String())
	return err
}

func writeDoubtful(e *env, w io.Writer, d *store.DoubtfulRow) {
	unit := ""
	if d.PrintedUnit != record.NoUnit {
		unit = " " + e.say.Say("unit."+string(d.PrintedUnit))
	}
	fmt.Fprintf(w, "%s\n", d.AmountID)
	who := strings.TrimSpace(d.SubjectNumber + " " + shorten(oneLine(d.SubjectName), nameWidth))
	role := e.say.Say("role." + string(d.Role))
	if d.Year != 0 {
		role += " " + strconv.Itoa(d.Year)
	}
	fmt.Fprintf(w, "  %s\n", e.say.Say("check.amount", role, moneyOr(e.say, d.Kopecks), e.say.Say("show.printed", oneLine(d.Printed), unit)))
	if who != "" {
		fmt.Fprintf(w, "  %s\n", who)
	}
	if reason := e.say.Pick(d.Reason.EN, d.Reason.UK); reason != "" {
		fmt.Fprintf(w, "  %s\n", reason)
	}
	if d.Alternative != nil {
		fmt.Fprintf(w, "  %s\n", e.say.Say("check.alternative", money(*d.Alternative)))
	}
	where := d.Path
	if d.PlaceText != "" {
		where += ", " + placeText(e.say, d.PlaceText)
	}
	fmt.Fprintf(w, "  %s\n", where)
}

// checkJSON prints an object a finding and an object a doubtful amount, with
// the views' names.
func checkJSON(w io.Writer, findings []store.FindingRow, doubtful []store.DoubtfulRow) error {
	for i := range findings {
		f := &findings[i]
		err := writeJSONLine(w, object{
			{"type", "finding"},
			{"finding_id", f.ID},
			{"document_id", f.DocumentID},
			{"report_id", text(f.ReportID)},
			{"path", f.Path},
			{"code", string(f.Code)},
			{"severity", string(f.Severity)},
			{"confidence", f.Confidence},
			{"subject", text(string(f.Subject))},
			{"subject_id", text(f.SubjectID)},
			{"message", f.Message.EN},
			{"message_uk", f.Message.UK},
			{"expected_kopecks", f.Expected},
			{"found_kopecks", f.Found},
			{"difference_kopecks", f.Difference},
			{"page", number(f.Page)},
			{"place", text(f.PlaceText)},
		})
		if err != nil {
			return err
		}
	}
	for i := range doubtful {
		d := &doubtful[i]
		err := writeJSONLine(w, object{
			{"type", "doubtful"},
			{"amount_id", d.AmountID},
			{"report_id", d.ReportID},
			{"document_id", d.DocumentID},
			{"path", d.Path},
			{"programme", text(d.Programme)},
			{"subject", string(d.Subject)},
			{"subject_id", d.SubjectID},
			{"role", string(d.Role)},
			{"year", number(d.Year)},
			{"printed", d.Printed},
			{"printed_unit", text(string(d.PrintedUnit))},
			{"printed_kopecks", d.PrintedKopecks},
			{"settled_unit", text(string(d.Settled))},
			{"kopecks", d.Kopecks},
			{"alternative_kopecks", d.Alternative},
			{"change", string(d.Change)},
			{"confidence", d.Confidence},
			{"reason", d.Reason.EN},
			{"reason_uk", d.Reason.UK},
			{"page", number(d.Page)},
			{"place", text(d.PlaceText)},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// text is s, or null where it is empty.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// decision is what a person said of one amount.
type decision struct {
	amountID string
	undo     bool
	unit     record.Unit
	kopecks  *record.Kopecks
}

var units = []record.Unit{record.Kopeck, record.UAH, record.ThousandUAH, record.MillionUAH, record.BillionUAH}

func decisions(e *env, opts checkOptions) ([]decision, error) {
	var list []decision
	for _, id := range opts.accept {
		list = append(list, decision{amountID: id})
	}
	for _, id := range opts.undo {
		list = append(list, decision{amountID: id, undo: true})
	}
	for _, s := range opts.set {
		id, value, ok := strings.Cut(s, "=")
		d := decision{amountID: id, unit: record.Unit(value)}
		if !slices.Contains(units, d.unit) {
			n, err := strconv.ParseInt(value, 10, 64)
			if err != nil || !ok {
				return nil, usageError{e.say.Say("error.set", s), e.say.Say("hint.set")}
			}
			k := record.Kopecks(n)
			d.unit, d.kopecks = record.NoUnit, &k
		}
		list = append(list, d)
	}
	return list, nil
}

// runDecide records decisions and settles their documents again from what is
// stored.
func runDecide(ctx context.Context, e *env, opts checkOptions, now time.Time) error {
	list, err := decisions(e, opts)
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, opts.db)
	if err != nil {
		return databaseError{opts.db, err}
	}
	defer closeQuietly(db)
	for _, d := range list {
		if err := decideOne(ctx, e, db, d, opts, now); err != nil {
			return err
		}
	}
	return nil
}

func decideOne(ctx context.Context, e *env, db *store.DB, d decision, opts checkOptions, now time.Time) error {
	var done decide.Outcome
	var err error
	if d.undo {
		done, err = decide.TakeBack(ctx, db, d.amountID)
	} else {
		done, err = decide.Record(ctx, db, decide.Decision{
			AmountID: d.amountID, Unit: d.unit, Kopecks: d.kopecks, Note: opts.note, Reviewer: opts.reviewer, At: now,
		})
	}
	if errors.Is(err, decide.ErrNoAmount) {
		return outcomeError{exitNothing, e.say.Say("check.unknown", d.amountID)}
	}
	if d.undo && errors.Is(err, store.ErrUnknown) {
		return outcomeError{exitNothing, e.say.Say("check.undecided", d.amountID)}
	}
	if err != nil {
		return databaseError{opts.db, err}
	}
	fmt.Fprintf(e.stdout, "%s  %s\n", d.amountID,
		e.say.Say("check.decided", moneyOr(e.say, done.Amount.Kopecks), e.say.Say("change."+string(done.Amount.Change))))
	return nil
}
