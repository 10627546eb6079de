package main

import (
	"fmt"
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
		Flags:                 []cli.Flag{languageFlag(e)},
		CustomAppHelpTemplate: appTemplate(e),
		HideVersion:           true,
		Commands: []*cli.Command{
			ingestCommand(e), showCommand(e), tablesCommand(e), checkCommand(e), reviewCommand(e),
			queryCommand(e), searchCommand(e), exportCommand(e), plotCommand(e), schemaCommand(e),
			planCommand(e), workCommand(e), mergeCommand(e), versionCommand(e), helpCommand(e),
		},
		// Errors are returned to finish, which alone decides on the exit code.
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   func(_ *cli.Context, err error, _ bool) error { return flagError(e, err, "zvit help") },
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return unknownCommand(e, c)
			}
			return cli.ShowAppHelp(c)
		},
	}
	for _, command := range app.Commands {
		finishCommand(e, command)
	}
	return app
}

// finishCommand gives a command what all commands have in common.
func finishCommand(e *env, command *cli.Command) {
	command.HideHelpCommand = true
	command.Flags = append(command.Flags, languageFlag(e))
	command.CustomHelpTemplate = commandTemplate(e)
	command.OnUsageError = func(_ *cli.Context, err error, _ bool) error {
		return flagError(e, err, "zvit help "+command.Name)
	}
	command.Before = func(c *cli.Context) error { return refuseLateFlags(e, c) }
}

func languageFlag(e *env) cli.Flag {
	return &cli.StringFlag{Name: "lang", Usage: e.say.Say("flag.lang")}
}

func databaseFlag(e *env) cli.Flag {
	return &cli.StringFlag{Name: "db", Value: "reports.db", Usage: e.say.Say("flag.db"), TakesFile: true}
}

func formatFlag(e *env, formats ...string) cli.Flag {
	return &cli.StringFlag{Name: "format", Value: formats[0], Usage: e.say.Say("flag.format", strings.Join(formats, ", "))}
}

// oneOf checks the value of a flag that has a closed list of values.
func oneOf(e *env, flag, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return usageError{text: e.say.Say("error.choice", flag, value, strings.Join(allowed, ", "))}
}

// langFlag finds --lang before the framework runs, for its own texts too.
func langFlag(args []string) string {
	for i, a := range args {
		if a == "--" {
			break
		}
		name, value, given := strings.Cut(a, "=")
		if name != "--lang" && name != "-lang" {
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
	return usageError{
		text: e.say.Say("error.command", name),
		hint: e.say.Say("hint.commands", strings.Join(names, ", ")),
	}
}

// flagError puts the flag package's errors into the user's language.
func flagError(e *env, err error, help string) error {
	hint := e.say.Say("hint.help", help)
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: -"); ok {
		return usageError{e.say.Say("error.flag", strings.TrimLeft(name, "-")), hint}
	}
	if name, ok := strings.CutPrefix(text, "flag needs an argument: -"); ok {
		return usageError{e.say.Say("error.flag_value", strings.TrimLeft(name, "-")), hint}
	}
	return usageError{e.say.Say("error.flag_other", text), hint}
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

// description is the body of a command's help: what it does, the exit codes it
// can end with, and examples that a test runs.
func description(e *env, key string, codes []int, examples ...string) string {
	var b strings.Builder
	b.WriteString(e.say.Say(key))
	fmt.Fprintf(&b, "\n\n%s\n", e.say.Say("help.examples"))
	for _, line := range examples {
		fmt.Fprintf(&b, "   %s\n", line)
	}
	fmt.Fprintf(&b, "\n%s\n", e.say.Say("help.codes"))
	for _, code := range codes {
		fmt.Fprintf(&b, "   %3d  %s\n", code, e.say.Say(fmt.Sprintf("help.code.%d", code)))
	}
	return strings.TrimRight(b.String(), "\n")
}

func commandTemplate(e *env) string {
	return "{{.HelpName}}: {{.Usage}}\n\n" +
		e.say.Say("help.usage") + "\n   {{.HelpName}} [" + e.say.Say("help.options_word") + "] {{.ArgsUsage}}\n\n" +
		"{{.Description}}\n\n" +
		e.say.Say("help.options") + "\n{{range .VisibleFlags}}   {{.}}\n{{end}}"
}

func appTemplate(e *env) string {
	return "{{.Name}}: {{.Usage}}\n\n{{.Description}}\n\n" +
		e.say.Say("help.commands") + "\n{{range .VisibleCommands}}   {{.Name}}\t{{.Usage}}\n{{end}}\n" +
		e.say.Say("help.more") + "\n"
}
