package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/urfave/cli/v2"
)

// config is what the file of --config says: values for options by their names,
// and in a table of a command's name for that command alone. What stands on the
// command line goes before the file, the command's table before the rest of it.
type config struct {
	path string
	section
}

// section is a table of the file, or what stands before the first one.
type section struct {
	settings map[string]setting
	under    map[string]section // by command
	line     int
}

// setting is the value of one option; an option that may be repeated has a list.
type setting struct {
	name string
	toml any // as the library reads it
	line int
}

// readConfig reads the file; a nil config, where there is none, says nothing.
func readConfig(e *env, path string) (*config, error) {
	if path == "" {
		return nil, nil
	}
	var file map[string]toml.Primitive
	meta, err := toml.DecodeFile(path, &file)
	c := &config{path: path}
	if err == nil {
		c.section, err = readSection(&meta, nil, file)
	}
	var bad toml.ParseError
	switch {
	case errors.As(err, &bad):
		return nil, usageError{text: e.say.Say("error.config_syntax", path, bad.Position.Line, bad.Message)}
	case errors.Is(err, os.ErrNotExist):
		return nil, usageError{text: e.say.Say("error.missing", path)}
	case err != nil:
		return nil, usageError{text: e.say.Say("error.config_open", path, err)}
	}
	return c, nil
}

func readSection(meta *toml.MetaData, at toml.Key, table map[string]toml.Primitive) (section, error) {
	s := section{settings: map[string]setting{}, under: map[string]section{}}
	for name, raw := range table {
		value := located{}
		if err := value.read(meta, raw); err != nil {
			return s, err
		}
		key := append(slices.Clone(at), name)
		if meta.Type(key...) != "Hash" {
			s.settings[name] = setting{name, value.toml, value.line}
			continue
		}
		var inner map[string]toml.Primitive
		err := meta.PrimitiveDecode(raw, &inner)
		if err == nil {
			s.under[name], err = readSection(meta, key, inner)
		}
		if err != nil {
			return s, err
		}
		under := s.under[name]
		under.line = value.line
		s.under[name] = under
	}
	return s, nil
}

// located is a value and its line, which the library tells with errors alone.
type located struct {
	toml any
	line int
}

var errLocated = errors.New("located")

// UnmarshalTOML keeps the value and fails, so that the line is told.
func (l *located) UnmarshalTOML(value any) error {
	l.toml = value
	return errLocated
}

func (l *located) read(meta *toml.MetaData, raw toml.Primitive) error {
	err := meta.PrimitiveDecode(raw, l)
	var told toml.ParseError
	if errors.As(err, &told) && told.Message == errLocated.Error() {
		l.line, err = told.Position.Line, nil
	}
	return err
}

// texts are the values as they would stand on the command line; none where the
// file has a date or a table instead.
func (s setting) texts() []string {
	list, ok := s.toml.([]any)
	if !ok {
		list = []any{s.toml}
	}
	texts := make([]string, 0, len(list))
	for _, v := range list {
		switch v.(type) {
		case string, bool, int64, float64:
			texts = append(texts, fmt.Sprint(v))
		default:
			return nil
		}
	}
	return texts
}

// text is a value before the first table, "" where there is none.
func (c *config) text(name string) string {
	if c == nil {
		return ""
	}
	s, _ := c.settings[name].toml.(string)
	return s
}

// find is the value of a command's option: that of the innermost table.
func (c *config) find(command []string, option string) (found setting, ok bool) {
	if c == nil {
		return found, false
	}
	table := c.section
	for {
		if s, here := table.settings[option]; here {
			found, ok = s, true
		}
		if len(command) == 0 {
			return found, ok
		}
		table, command = table.under[command[0]], command[1:]
	}
}

// apply sets the options that the command line does not name.
func (c *config) apply(ctx *cli.Context, command []string) error {
	for _, f := range settable(ctx.Command.Flags) {
		name := f.Names()[0]
		s, found := c.find(command, name)
		if !found || ctx.IsSet(name) {
			continue
		}
		for _, text := range s.texts() {
			if err := ctx.Set(name, text); err != nil {
				return fmt.Errorf("%s, line %d: %w", c.path, s.line, err) // check has refused it.
			}
		}
	}
	return nil
}

// settable are the options that the file may set: neither help nor a decision
// is a setting.
func settable(flags []cli.Flag) []cli.Flag {
	return slices.DeleteFunc(slices.Clone(flags), func(f cli.Flag) bool {
		return slices.Contains([]string{"help", "version", "config", "accept", "set", "undo"}, f.Names()[0])
	})
}

// taker is a command that has an option.
type taker struct {
	command string // as it is typed, "zvit" for the program itself
	option  cli.Flag
}

// takers are the commands that a setting in the table of at is for: that
// command and those under it, at the top of the file all.
func takers(app *cli.App, at []string, option string) []taker {
	var list []taker
	each(app, func(command, sub string, flags []cli.Flag, _ []string) {
		path := strings.Fields(command + " " + sub)
		if len(path) < len(at) || !slices.Equal(path[:len(at)], at) {
			return
		}
		for _, f := range settable(flags) {
			if f.Names()[0] == option {
				list = append(list, taker{strings.Join(append([]string{"zvit"}, path...), " "), f})
			}
		}
	})
	return list
}

// check refuses what no command understands and what cannot be an option's
// value, each with its line: neither must be silently ignored, nor wait for the
// command that meets it.
func (c *config) check(e *env, app *cli.App) error {
	if c == nil {
		return nil
	}
	return c.checkSection(e, app, nil, c.section)
}

func (c *config) checkSection(e *env, app *cli.App, at []string, s section) error {
	inOrder := func(a, b setting) int { return cmp.Or(a.line-b.line, strings.Compare(a.name, b.name)) }
	for _, set := range slices.SortedFunc(maps.Values(s.settings), inOrder) {
		if err := c.checkSetting(e, at, set, takers(app, at, set.name)); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.under)) {
		under := append(slices.Clone(at), name)
		known := false
		each(app, func(command, sub string, _ []cli.Flag, _ []string) {
			known = known || slices.Equal(strings.Fields(command+" "+sub), under)
		})
		if !known {
			return c.refused(e, s.under[name].line, e.say.Say("error.config_key", "["+strings.Join(under, ".")+"]"), e.say.Say("hint.config_key"))
		}
		if err := c.checkSection(e, app, under, s.under[name]); err != nil {
			return err
		}
	}
	return nil
}

func (c *config) checkSetting(e *env, at []string, s setting, takers []taker) error {
	if len(takers) == 0 {
		key := strings.Join(append(slices.Clone(at), s.name), ".")
		return c.refused(e, s.line, e.say.Say("error.config_key", key), e.say.Say("hint.config_key"))
	}
	var first error
	taken := ""
	for _, t := range takers {
		err := c.refuse(e, t, s)
		switch {
		case err == nil && taken == "":
			taken = t.command
		case err != nil && first == nil:
			first = err
		}
	}
	if first == nil {
		return nil
	}
	hint := ""
	if taken != "" { // Good for one command, not for all.
		hint = e.say.Say("hint.config_table", strings.Join(strings.Fields(taken)[1:], "."), taken)
	}
	return c.refused(e, s.line, first.Error(), hint)
}

// refuse says why a setting cannot be the option's value.
func (c *config) refuse(e *env, t taker, s setting) error {
	texts := s.texts()
	_, repeats := t.option.(*cli.StringSliceFlag)
	if _, list := s.toml.([]any); texts == nil || list && !repeats {
		return usageError{text: e.say.Say("error.config_kind", s.name)}
	}
	return refuse(e, t.option, texts...)
}

func (c *config) refused(e *env, line int, text, hint string) error {
	return usageError{e.say.Say("error.config_line", c.path, line, text), hint}
}
