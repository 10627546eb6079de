package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"zvit/cmd/zvit/internal/decide"
	"zvit/extract/record"
	"zvit/store"
)

// decision is what a person said of the amounts of a scope.
type decision struct {
	of      decide.Scope
	undo    bool
	unit    record.Unit
	kopecks *record.Kopecks
}

var units = []record.Unit{record.Kopeck, record.UAH, record.ThousandUAH, record.MillionUAH, record.BillionUAH}

func unitList() string {
	names := make([]string, len(units))
	for i, u := range units {
		names[i] = string(u)
	}
	return strings.Join(names, ", ")
}

func decisions(e *env, opts checkOptions) ([]decision, error) {
	var list []decision
	for _, id := range opts.accept {
		list = append(list, decision{of: decide.Scope(id)})
	}
	for _, id := range opts.undo {
		list = append(list, decision{of: decide.Scope(id), undo: true})
	}
	hint := e.say.Say("hint.set", unitList())
	for _, s := range opts.set {
		id, value, ok := strings.Cut(s, "=")
		d := decision{of: decide.Scope(id), unit: record.Unit(value)}
		if !slices.Contains(units, d.unit) {
			n, err := strconv.ParseInt(value, 10, 64)
			if err != nil || !ok {
				return nil, usageError{e.say.Say("error.set", s), hint}
			}
			if !d.of.One() {
				return nil, usageError{e.say.Say("error.set_wide", s), hint}
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
	db, err := store.OpenToDecide(ctx, opts.db)
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
		done, err = decide.TakeBack(ctx, db, d.of, "")
	} else {
		done, err = decide.Record(ctx, db, decide.Decision{
			Of: d.of, Unit: d.unit, Kopecks: d.kopecks, Note: opts.note, Reviewer: opts.reviewer, At: now,
		})
	}
	unknown := "check.unknown"
	switch {
	case d.undo && d.of.One():
		unknown = "check.undecided"
	case d.undo:
		unknown = "check.undecided_wide"
	case !d.of.One():
		unknown = "check.unknown_wide"
	}
	switch {
	case errors.Is(err, decide.ErrNoAmount), d.undo && errors.Is(err, store.ErrUnknown):
		return failedError{exitNothing, e.say.Say(unknown, string(d.of)), e.say.Say("hint.amounts")}
	case err != nil:
		return databaseError{opts.db, err}
	}
	said := ""
	switch {
	case len(done.Amounts) == 0:
		said = e.say.Say("check.forgotten")
	case d.of.One():
		a := &done.Amounts[0]
		said = e.say.Say("check.decided", moneyOr(e.say, a.Kopecks), e.say.Say("change."+string(a.Change)))
	case d.undo:
		said = e.say.Say("check.undone_all", len(done.Amounts))
	default:
		said = e.say.Say("check.decided_all", len(done.Amounts))
	}
	for _, others := range done.Others.Say() {
		said += "; " + e.say.Say(others.Key, others.N)
	}
	fmt.Fprintf(e.stdout, "%s  %s\n", done.Of, said)
	if done.Of != d.of {
		fmt.Fprintf(e.stdout, "  %s\n", e.say.Say("check.instead", string(d.of)))
	}
	for i := range done.Broken {
		fmt.Fprintf(e.stdout, "  %s %s\n", e.say.Say("check.broken"), e.say.Pick(done.Broken[i].Message.EN, done.Broken[i].Message.UK))
	}
	return nil
}
