package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/urfave/cli/v2"
)

// config is what the file of --config says: values for options by their names,
// and in a table of a command's name for that command alone. What stands on the
// command line goes before the file, the command's table before the rest of it.
type config struct {
	path   string
	values map[string]any
}

// readConfig reads the file; a nil config, where there is none, says nothing.
func readConfig(e *env, path string) (*config, error) {
	if path == "" {
		return nil, nil
	}
	c := &config{path: path}
	if _, err := toml.DecodeFile(path, &c.values); err != nil {
		var bad toml.ParseError
		if errors.As(err, &bad) {
			return nil, usageError{text: e.say.Say("error.config_syntax", path, bad.Position.Line, bad.Message)}
		}
		return nil, usageError{text: e.say.Say("error.config_open", path, err)}
	}
	return c, nil
}

// text is a value at the top of the file, "" where there is none.
func (c *config) text(name string) string {
	if c == nil {
		return ""
	}
	s, _ := c.values[name].(string)
	return s
}

// check refuses what no command understands: a misspelt option must not be
// silently ignored.
func (c *config) check(e *env, app *cli.App) error {
	if c == nil {
		return nil
	}
	var known []string
	each(app, func(_, _ string, flags []cli.Flag, _ []string) { known = append(known, settable(flags)...) })
	return c.checkTable(e, "", c.values, known, app.Commands)
}

func (c *config) checkTable(e *env, at string, values map[string]any, known []string, commands []*cli.Command) error {
	for _, name := range slices.Sorted(maps.Keys(values)) {
		table, ok := values[name].(map[string]any)
		if !ok {
			if !slices.Contains(known, name) {
				return usageError{e.say.Say("error.config_key", c.path, at+name), e.say.Say("hint.config_key")}
			}
			continue
		}
		i := slices.IndexFunc(commands, func(command *cli.Command) bool { return command.Name == name })
		if i < 0 {
			return usageError{e.say.Say("error.config_key", c.path, "["+at+name+"]"), e.say.Say("hint.config_key")}
		}
		// A command's options also serve the commands under it.
		options := settable(commands[i].Flags)
		for _, under := range commands[i].Subcommands {
			options = append(options, settable(under.Flags)...)
		}
		if err := c.checkTable(e, at+name+".", table, options, commands[i].Subcommands); err != nil {
			return err
		}
	}
	return nil
}

// settable are the options that the file may set.
func settable(flags []cli.Flag) []string {
	var list []string
	for _, f := range flags {
		if name := f.Names()[0]; name != "help" && name != "config" {
			list = append(list, name)
		}
	}
	return list
}

// lookup is the value of a command's option: that of the innermost table.
func (c *config) lookup(command []string, option string) (value any, found bool) {
	if c == nil {
		return nil, false
	}
	table := c.values
	for {
		if v, ok := table[option]; ok {
			if _, isTable := v.(map[string]any); !isTable {
				value, found = v, true
			}
		}
		if len(command) == 0 {
			return value, found
		}
		table, _ = table[command[0]].(map[string]any)
		command = command[1:]
	}
}

// apply sets the options that the command line does not name.
func (c *config) apply(e *env, ctx *cli.Context, command []string) error {
	for _, name := range settable(ctx.Command.Flags) {
		value, found := c.lookup(command, name)
		if !found || ctx.IsSet(name) {
			continue
		}
		list, ok := value.([]any)
		if !ok {
			list = []any{value}
		}
		for _, v := range list {
			if err := ctx.Set(name, fmt.Sprint(v)); err != nil {
				return usageError{text: e.say.Say("error.config_value", c.path, name, fmt.Sprint(v))}
			}
		}
	}
	return nil
}

func configCommand(e *env) *cli.Command {
	codes := []int{exitDone, exitFailed, exitUsage}
	return &cli.Command{
		Name:        "config",
		Usage:       e.say.Say("config.usage"),
		Description: description(e, "config.description", codes, "zvit config show"),
		Subcommands: []*cli.Command{{
			Name:        "show",
			Usage:       e.say.Say("config_show.usage"),
			Description: description(e, "config_show.description", codes, "zvit config show > zvit.toml", "zvit config show --config zvit.toml"),
			Action: func(c *cli.Context) error {
				if args := positional(c); len(args) > 0 {
					return usageError{e.say.Say("error.no_args", args[0]), e.say.Say("hint.help", "zvit help config show")}
				}
				return runConfigShow(e, c.App)
			},
		}},
		Action: func(*cli.Context) error {
			return usageError{e.say.Say("error.config_what"), e.say.Say("hint.help", "zvit help config")}
		},
	}
}

// runConfigShow prints the value of every option of every command, as a file for
// --config. What the file does not set is a comment: naming an option can mean
// more than its value.
func runConfigShow(e *env, app *cli.App) error {
	var b strings.Builder
	b.WriteString("# " + e.say.Say("config_show.head") + "\n")
	var err error
	each(app, func(command, sub string, flags []cli.Flag, _ []string) {
		if command == "help" || command == "config" || command == "generate" || command == "version" {
			return
		}
		var path []string
		if command != "" {
			path = strings.Fields(command + " " + sub)
			fmt.Fprintf(&b, "\n[%s]\n", strings.Join(path, "."))
		}
		for _, f := range flags {
			name := f.Names()[0]
			if name == "help" || name == "config" || command != "" && (name == "lang" || name == "color") {
				continue
			}
			line, lineErr := e.config.line(path, f)
			b.WriteString(line)
			err = errors.Join(err, lineErr)
		}
	})
	if err != nil {
		return fmt.Errorf("write the options: %w", err)
	}
	_, err = io.WriteString(e.stdout, b.String())
	return err
}

// line is an option as it stands in the file, or the value that holds without
// one as a comment. A password is not shown.
func (c *config) line(command []string, f cli.Flag) (string, error) {
	name := f.Names()[0]
	value, found := c.lookup(command, name)
	mark := ""
	if !found {
		mark, value = "# ", unset(f)
	}
	if value == nil || name == "password" {
		return "# " + name + " =\n", nil
	}
	text, err := toml.Marshal(map[string]any{name: value})
	return mark + string(text), err
}

// unset is the value of an option that nobody has set; nil where it is none.
func unset(f cli.Flag) any {
	switch f := f.(type) {
	case *choiceFlag:
		return orNil(f.Value)
	case *cli.StringFlag:
		return orNil(f.Value)
	case *cli.IntFlag:
		return f.Value
	case *cli.Int64Flag:
		return f.Value
	case *cli.DurationFlag:
		return f.Value.String()
	case *cli.BoolFlag:
		return f.Value
	}
	return nil
}

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}
