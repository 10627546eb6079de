package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// newApp puts the commands together. What differs from the framework's own
// behaviour is here: flags after the paths are refused (it ignores them), an
// unknown command and a bad flag exit 2 (it exits 3 and 1).
func newApp(e *env) *cli.App {
	app := &cli.App{
		Name:                  "zvit",
		HelpName:              "zvit",
		Usage:                 e.say.Say("app.usage"),
		Description:           e.say.Say("app.description"),
		Writer:                e.stdout,
		ErrWriter:             e.stderr,
		Flags:                 programFlags(e),
		CustomAppHelpTemplate: appTemplate(e),
		HideVersion:           true,
		HideHelp:              true, // Its own flag speaks English only.
		Commands: []*cli.Command{
			ingestCommand(e), showCommand(e), tablesCommand(e), checkCommand(e), reviewCommand(e),
			queryCommand(e), searchCommand(e), exportCommand(e), plotCommand(e), schemaCommand(e),
			planCommand(e), workCommand(e), mergeCommand(e), configCommand(e), generateCommand(e),
			versionCommand(e), helpCommand(e),
		},
		// Errors are returned to finish, which alone decides on the exit code.
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   func(_ *cli.Context, err error, _ bool) error { return flagError(e, err, "zvit help", programFlags(e)) },
		Action: func(c *cli.Context) error {
			if c.Bool("version") {
				return runVersion(e)
			}
			if c.Args().Present() {
				return unknownCommand(e, c)
			}
			return cli.ShowAppHelp(c)
		},
	}
	for _, command := range app.Commands {
		finishCommand(e, command, "zvit help "+command.Name)
	}
	return app
}

// finishCommand gives a command, and those under it, what all commands have in
// common. help is the command line that documents it.
func finishCommand(e *env, command *cli.Command, help string) {
	command.HideHelp = true
	command.Flags = append(command.Flags, commonFlags(e)...)
	command.CustomHelpTemplate = commandTemplate(e, command)
	command.OnUsageError = func(_ *cli.Context, err error, _ bool) error {
		return flagError(e, err, help, command.Flags)
	}
	path := strings.Fields(help)[2:] // without "zvit help"
	command.Before = func(c *cli.Context) error {
		if err := refuseLateFlags(e, c); err != nil {
			return err
		}
		return e.config.apply(c, path)
	}
	for _, under := range command.Subcommands {
		finishCommand(e, under, help+" "+under.Name)
	}
}

// earlyFlag finds the value of an option before the framework runs, for what
// the framework's own texts depend on.
func earlyFlag(args []string, flag string) string {
	for i, a := range args {
		if a == "--" {
			break
		}
		name, value, given := strings.Cut(a, "=")
		if name != "--"+flag && name != "-"+flag {
			continue
		}
		if given {
			return value
		}
		if i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}

func unknownCommand(e *env, c *cli.Context) error {
	name := c.Args().First()
	var names []string
	for _, command := range c.App.VisibleCommands() {
		names = append(names, command.Name)
	}
	hint := e.say.Say("hint.commands", strings.Join(names, ", "))
	if meant := nearest(name, names); meant != "" {
		hint = e.say.Say("hint.meant", meant)
	} else if isThere(name) {
		hint = e.say.Say("hint.meant", shellLine([]string{"ingest", name}))
	}
	return usageError{text: e.say.Say("error.command", name), hint: hint}
}

// nearest is the word that is at most two letters away from what was typed, and
// shares its first; empty where there is none.
func nearest(typed string, words []string) string {
	best, least := "", 3
	for _, w := range words {
		if typed == "" || w[0] != typed[0] {
			continue
		}
		if d := distance(typed, w); d < least {
			best, least = w, d
		}
	}
	return best
}

// distance is how many letters must be put in, left out or changed (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, before+1, row[j]+1)
		}
	}
	return row[len(b)]
}

// positional returns the arguments after the flags; a "--" that ends the flags
// is taken out.
func positional(c *cli.Context) []string {
	args := c.Args().Slice()
	if i := slices.Index(args, "--"); i >= 0 {
		return slices.Delete(args, i, i+1)
	}
	return args
}

// refuseLateFlags refuses what looks like a flag after the first path: the
// framework would silently take it for one more path, and a dry run would write.
func refuseLateFlags(e *env, c *cli.Context) error {
	args := c.Args().Slice()
	if slices.ContainsFunc(c.Command.Subcommands, func(s *cli.Command) bool { return s.HasName(c.Args().First()) }) {
		return nil // The flags that follow are the subcommand's.
	}
	if before := len(e.args) - len(args) - 1; before >= 0 && e.args[before] == "--" {
		return nil // The user said that no flags follow.
	}
	var flags, rest []string
	for i := 0; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			rest = append(rest, args[i:]...)
			break
		}
		if len(a) < 2 || a[0] != '-' {
			rest = append(rest, a)
			continue
		}
		flags = append(flags, a)
		if takesValue(c.Command, a) && i+1 < len(args) {
			i++
			flags = append(flags, args[i])
		}
	}
	if len(flags) == 0 {
		return nil
	}
	typed := slices.Clone(e.args[1 : len(e.args)-len(args)])
	corrected := slices.Concat([]string{"zvit"}, typed, flags, rest)
	return usageError{
		text: e.say.Say("error.late_flag", flags[0]),
		hint: e.say.Say("hint.corrected", shellLine(corrected)),
	}
}

func takesValue(command *cli.Command, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	if strings.Contains(name, "=") {
		return false
	}
	for _, f := range command.Flags {
		if slices.Contains(f.Names(), name) {
			_, isBool := f.(*cli.BoolFlag)
			return !isBool
		}
	}
	return false
}

// shellLine quotes arguments so that the line can be typed again.
func shellLine(args []string) string {
	quoted := make([]string, len(args))
	for i, a := range args {
		if a == "" || strings.ContainsAny(a, " \t\n\"'`$&|;<>()*?[]{}~#!\\") {
			a = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
		quoted[i] = a
	}
	return strings.Join(quoted, " ")
}
