package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/urfave/cli/v2"
)

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
					return misuse(e, c, "error.no_args", args[0])
				}
				return runConfigShow(e, c.App)
			},
		}},
		Action: func(c *cli.Context) error {
			return misuse(e, c, "error.config_what")
		},
	}
}

// runConfigShow prints the value of every option of every command, as a file for
// --config, and where the value comes from. What the file does not set is a
// comment: naming an option can mean more than its value.
func runConfigShow(e *env, app *cli.App) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", e.say.Say("config_show.head"))
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
		for _, f := range settable(flags) {
			if name := f.Names()[0]; command != "" && (name == "lang" || name == "color") {
				continue
			}
			line, lineErr := optionLine(e, path, f)
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

// optionLine is an option as it stands in the file and where it stands there, or
// as a comment what holds without one. A password is not shown.
func optionLine(e *env, command []string, f cli.Flag) (string, error) {
	name := f.Names()[0]
	mark, value, from := "# ", unset(e, f), defaultText(f)
	if s, found := e.config.find(command, name); found {
		mark, value, from = "", s.toml, e.say.Say("config_show.from", e.config.path, s.line)
	}
	if name == "password" {
		mark, value = "# ", nil
	}
	line := mark + name + " ="
	if value != nil {
		text, err := toml.Marshal(map[string]any{name: value})
		if err != nil {
			return "", err
		}
		line = mark + strings.TrimSuffix(string(text), "\n")
	}
	if from != "" {
		line += "  # " + from
	}
	return line + "\n", nil
}

// unset is the value of an option that nobody has set; nil where it is none, or
// none that could be typed.
func unset(e *env, f cli.Flag) any {
	var value any
	switch f := f.(type) {
	case *choiceFlag:
		value = f.Value
	case *cli.StringFlag:
		value = f.Value
	case *cli.IntFlag:
		value = f.Value
	case *cli.DurationFlag:
		value = f.Value.String()
	case *cli.BoolFlag:
		value = f.Value
	}
	text := fmt.Sprint(value)
	if value == nil || text == "" || text == "0" && defaultText(f) != "" || refuse(e, f, text) != nil {
		return nil
	}
	return value
}

// defaultText says what holds without a value, where no value says it.
func defaultText(f cli.Flag) string {
	switch f := f.(type) {
	case *choiceFlag:
		return f.DefaultText
	case *cli.StringFlag:
		return f.DefaultText
	case *cli.IntFlag:
		return f.DefaultText
	}
	return ""
}
