package main

import (
	"context"
	"fmt"
	"io"
	"os/user"
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
	limit          int      // 0: no limit
	copies         bool     // list duplicates and earlier versions, too
	accept         []string // scopes
	set            []string // SCOPE=UNIT or AMOUNT=KOPECKS
	undo           []string // scopes
	note, reviewer string
}

// screenful is how many findings, and how many amounts, a terminal is given
// where --limit says nothing else: the first are the gravest.
const screenful = 10

func (o checkOptions) decides() bool { return len(o.accept)+len(o.set)+len(o.undo) > 0 }

func checkCommand(e *env) *cli.Command {
	limit := numberFlag(e, "limit", 0, 0, e.say.Say("flag.limit"))
	limit.DefaultText = e.say.Say("default.limit", screenful)
	return &cli.Command{
		Name:  "check",
		Usage: e.say.Say("check.usage"),
		Description: description(e, "check.description",
			[]int{exitDone, exitFailed, exitUsage, exitNothing, exitForeign, exitLocked, exitInterrupted},
			"zvit check",
			"zvit check --db archive.db --format json",
			`zvit check --accept AMOUNT --note "seen on the scan"`,
			"zvit check --set AMOUNT=thousand_uah --set AMOUNT=47060000",
			"zvit check --set COLUMN=uah --note 'confirmed by the council'"),
		Flags: []cli.Flag{
			databaseFlag(e),
			formatFlag(e, "text", "json"),
			limit,
			&cli.BoolFlag{Name: "copies", Usage: e.say.Say("flag.copies")},
			&cli.StringSliceFlag{Name: "accept", Usage: e.say.Say("flag.accept")},
			&cli.StringSliceFlag{Name: "set", Usage: e.say.Say("flag.set")},
			&cli.StringSliceFlag{Name: "undo", Usage: e.say.Say("flag.undo")},
			&cli.StringFlag{Name: "note", Usage: e.say.Say("flag.note")},
			reviewerFlag(e),
		},
		Action: func(c *cli.Context) error {
			if args := positional(c); len(args) > 0 {
				return misuse(e, c, "error.no_args", args[0])
			}
			opts := checkOptions{
				db: c.String("db"), format: c.String("format"), limit: c.Int("limit"), copies: c.Bool("copies"),
				accept: c.StringSlice("accept"), set: c.StringSlice("set"), undo: c.StringSlice("undo"),
				note: c.String("note"), reviewer: c.String("reviewer"),
			}
			if !c.IsSet("limit") && opts.format == "text" && isTerminal(e.stdout) {
				opts.limit = screenful
			}
			if !opts.decides() && earlyFlag(e.args, "note") != "" {
				return misuse(e, c, "error.note_alone")
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

// checked is what check lists.
type checked struct {
	findings []store.FindingRow
	doubtful []store.DoubtfulRow
	orphans  []orphan
	columns  []column
	// How many there are without a limit, and in copies and earlier versions.
	allFindings, allDoubtful, copiedDoubtful int
}

// runCheck lists the findings and the doubtful amounts.
func runCheck(ctx context.Context, e *env, opts checkOptions) error {
	db, err := store.OpenUpToDate(ctx, opts.db)
	if err != nil {
		return databaseError{opts.db, err}
	}
	defer closeQuietly(db)
	found, err := look(ctx, db, opts)
	if err != nil {
		return databaseError{opts.db, err}
	}
	if opts.format == "json" {
		return checkJSON(e.stdout, found)
	}
	return checkText(e, found, databaseArgs(opts.db))
}

func look(ctx context.Context, db *store.DB, opts checkOptions) (c checked, err error) {
	f := store.Filter{Limit: opts.limit, Copies: opts.copies}
	if c.findings, err = db.Findings(ctx, f); err != nil {
		return c, err
	}
	if c.doubtful, err = db.Doubtful(ctx, f); err != nil {
		return c, err
	}
	if c.allFindings, c.allDoubtful, err = db.Counts(ctx, f); err != nil {
		return c, err
	}
	if !opts.copies {
		if _, c.copiedDoubtful, err = db.Counts(ctx, store.Filter{Copies: true}); err != nil {
			return c, err
		}
		c.copiedDoubtful -= c.allDoubtful
	}
	if c.orphans, err = orphans(ctx, db); err != nil {
		return c, err
	}
	c.columns, err = columns(ctx, db)
	return c, err
}

// checkText prints for a person: what was found, what became of decisions, and
// how to decide.
func checkText(e *env, c checked, dbArgs string) error {
	var b strings.Builder
	if c.allFindings > 0 {
		fmt.Fprintf(&b, "%s\n", e.ofAll(len(c.findings), c.allFindings, e.say.Say("show.findings", c.allFindings)))
	}
	path := ""
	for i := range c.findings {
		f := &c.findings[i]
		if f.Path != path {
			path = f.Path
			fmt.Fprintln(&b, e.paint(e.stdout, bold, path))
		}
		fmt.Fprintf(&b, "  %s %s\n", severityWord(e, f.Severity), e.say.Pick(f.Message.EN, f.Message.UK))
		if f.PlaceText != "" {
			fmt.Fprintf(&b, "      %s, %s\n", f.Code, placeText(e.say, f.PlaceText))
		}
	}
	if len(c.findings) > 0 && len(c.doubtful) > 0 {
		b.WriteByte('\n')
	}
	if c.allDoubtful > 0 {
		fmt.Fprintf(&b, "%s\n", e.ofAll(len(c.doubtful), c.allDoubtful, e.say.Say("check.doubtful", c.allDoubtful)))
	}
	for i := range c.doubtful {
		writeDoubtful(e, &b, &c.doubtful[i])
	}
	writeColumns(e, &b, c.columns, dbArgs)
	writeOrphans(e, &b, c.orphans, dbArgs)
	if c.copiedDoubtful > 0 {
		fmt.Fprintf(&b, "\n%s\n", e.say.Say("check.copies", c.copiedDoubtful))
	}
	if c.allDoubtful > 0 {
		fmt.Fprintf(&b, "\n%s\n", e.say.Say("check.decide", dbArgs))
	}
	if len(c.findings) < c.allFindings || len(c.doubtful) < c.allDoubtful {
		fmt.Fprintln(&b, e.say.Say("check.limited", dbArgs))
	}
	if c.allFindings+c.allDoubtful == 0 {
		fmt.Fprintln(&b, e.say.Say("check.nothing"))
	}
	_, err := io.WriteString(e.stdout, b.String())
	return err
}

// ofAll says of how many things a list is the beginning, where it is not all.
func (e *env) ofAll(listed, all int, what string) string {
	if listed == all {
		return what
	}
	return e.say.Say("check.of", listed, what)
}

func writeDoubtful(e *env, w io.Writer, d *store.DoubtfulRow) {
	unit := ""
	if d.PrintedUnit != record.NoUnit {
		unit = " " + e.say.Say("unit."+string(d.PrintedUnit))
	}
	id := d.AmountID
	if of := decide.Column(d.TableID, d.Col); of != "" {
		id += "  " + e.say.Say("check.column", string(of))
	}
	fmt.Fprintln(w, id)
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
		fmt.Fprintf(w, "  %s\n", e.say.Say("check.alternative", moneyOr(e.say, d.Alternative)))
	}
	where := d.Path
	if d.PlaceText != "" {
		where += ", " + placeText(e.say, d.PlaceText)
	}
	fmt.Fprintf(w, "  %s\n", where)
}
