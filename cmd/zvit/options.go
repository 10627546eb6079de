package main

import (
	"flag"
	"io"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/batch"
	"zvit/cmd/zvit/messages"
)

// The options that several commands have, and what all options have in common:
// each refuses by itself what cannot be its value, in the user's language. The
// same words serve the command line and the file of --config.

// commonFlags are what every command and the program itself understand.
func commonFlags(e *env) []cli.Flag {
	lang := choice(e, "lang", "", e.say.Say("flag.lang"), "en", "uk")
	lang.DefaultText = e.say.Say("default.lang")
	lang.Action = func(_ *cli.Context, name string) error { // LANG's own forms are not choices.
		if _, known := messages.Choose(name, func(string) string { return "" }); !known {
			return usageError{text: e.say.Say("error.lang", name)}
		}
		return nil
	}
	return []cli.Flag{
		lang,
		choice(e, "color", colorAuto, e.say.Say("flag.color"), colorAuto, colorAlways, colorNever),
		&cli.StringFlag{Name: "config", Usage: e.say.Say("flag.config"), TakesFile: true},
		&cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: e.say.Say("flag.help")},
	}
}

// programFlags are what the program itself understands beyond that.
func programFlags(e *env) []cli.Flag {
	return append(commonFlags(e), &cli.BoolFlag{Name: "version", Aliases: []string{"v"}, Usage: e.say.Say("version.usage")})
}

// choiceFlag is a string flag with a closed list of values, which completion
// offers.
type choiceFlag struct {
	*cli.StringFlag
	choices []string
}

func choice(e *env, name, value, usage string, choices ...string) *choiceFlag {
	return &choiceFlag{&cli.StringFlag{
		Name: name, Value: value, Usage: usage,
		Action: func(_ *cli.Context, v string) error { return oneOf(e, name, v, choices...) },
	}, choices}
}

func databaseFlag(e *env) cli.Flag {
	return &cli.StringFlag{
		Name: "db", Value: "reports.db", Usage: e.say.Say("flag.db"), TakesFile: true,
		Action: func(_ *cli.Context, name string) error {
			if name == "" || name == ":memory:" { // SQLite's names for what is gone at the end
				return usageError{text: e.say.Say("error.db_name", name)}
			}
			return nil
		},
	}
}

func formatFlag(e *env, formats ...string) cli.Flag {
	return choice(e, "format", formats[0], e.say.Say("flag.format", strings.Join(formats, ", ")), formats...)
}

func reviewerFlag(e *env) cli.Flag {
	return &cli.StringFlag{
		Name: "reviewer", Value: userName(), Usage: e.say.Say("flag.reviewer"), DefaultText: e.say.Say("default.reviewer"),
	}
}

// patternFlag is an option of names in folders that may be repeated.
func patternFlag(e *env, name, usage string) cli.Flag {
	return &cli.StringSliceFlag{Name: name, Usage: usage, Action: func(_ *cli.Context, patterns []string) error {
		for _, p := range patterns {
			if !batch.ValidPattern(p) {
				return usageError{text: e.say.Say("error.pattern", name, p)}
			}
		}
		return nil
	}}
}

// numberFlag is an option of whole numbers that are least or more: 1, or 0.
func numberFlag(e *env, name string, value, least int, usage string) *cli.IntFlag {
	return &cli.IntFlag{Name: name, Value: value, Usage: usage, Action: func(_ *cli.Context, n int) error {
		switch {
		case n >= least:
			return nil
		case least == 1:
			return usageError{text: e.say.Say("error.at_least_one", name)}
		}
		return usageError{text: e.say.Say("error.not_negative", name)}
	}}
}

// jobsFlag is how many things are done at the same time.
func jobsFlag(e *env, usage string) cli.Flag {
	f := numberFlag(e, "jobs", runtime.NumCPU(), 1, usage)
	f.DefaultText = e.say.Say("default.jobs")
	return f
}

// timeoutFlag is a limit of time; 0 is none.
func timeoutFlag(e *env, value time.Duration, usage string) cli.Flag {
	return &cli.DurationFlag{Name: "timeout", Value: value, Usage: usage, Action: func(_ *cli.Context, d time.Duration) error {
		if d < 0 {
			return usageError{text: e.say.Say("error.not_negative", "timeout")}
		}
		return nil
	}}
}

// misuse is a command line with which the command can do nothing; its help says
// more.
func misuse(e *env, c *cli.Context, key string, args ...any) error {
	return usageError{e.say.Say(key, args...), e.say.Say("hint.help", "zvit help "+strings.TrimPrefix(c.Command.HelpName, "zvit "))}
}

// oneOf checks the value of a flag that has a closed list of values.
func oneOf(e *env, flag, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	if len(allowed) == 1 {
		return usageError{text: e.say.Say("error.only_choice", flag, value, allowed[0])}
	}
	return usageError{text: e.say.Say("error.choice", flag, value, strings.Join(allowed, ", "))}
}

// refuse says why the values cannot stand for the option, nil where they can.
// Only an option that may be repeated takes more than one.
func refuse(e *env, f cli.Flag, values ...string) error {
	set := flag.NewFlagSet("", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	if err := f.Apply(set); err != nil {
		return err
	}
	for _, v := range values {
		if err := set.Set(f.Names()[0], v); err != nil {
			return usageError{text: badValue(e, f, v)}
		}
	}
	if rule, ok := f.(cli.ActionableFlag); ok {
		return rule.RunAction(cli.NewContext(nil, set, nil))
	}
	return nil
}

// badValue says what is needed instead of a value that cannot be parsed.
func badValue(e *env, f cli.Flag, value string) string {
	name := f.Names()[0]
	switch f.(type) {
	case *cli.DurationFlag:
		return e.say.Say("error.flag_duration", name, value)
	case *cli.BoolFlag:
		return e.say.Say("error.flag_bool", name, value)
	}
	return e.say.Say("error.flag_number", name, value)
}

// unparsed is what the flag package says of a value that it cannot parse.
var unparsed = regexp.MustCompile(`^invalid (?:boolean )?value "(.*)" for (?:flag )?-([^:]*): `)

// flagError puts the flag package's errors into the user's language. flags are
// those of the command.
func flagError(e *env, err error, help string, flags []cli.Flag) error {
	hint := e.say.Say("hint.help", help)
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: -"); ok {
		return usageError{e.say.Say("error.flag", strings.TrimLeft(name, "-")), hint}
	}
	if name, ok := strings.CutPrefix(text, "flag needs an argument: -"); ok {
		return usageError{e.say.Say("error.flag_value", strings.TrimLeft(name, "-")), hint}
	}
	if m := unparsed.FindStringSubmatch(text); m != nil {
		if i := slices.IndexFunc(flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), m[2]) }); i >= 0 {
			return usageError{badValue(e, flags[i], m[1]), hint}
		}
	}
	return usageError{e.say.Say("error.flag_other", text), hint}
}
