package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"zvit/store"
)

func schemaCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:      "schema",
		Usage:     e.say.Say("schema.usage"),
		ArgsUsage: e.say.Say("args.views"),
		Description: description(e, "schema.description",
			[]int{exitDone, exitFailed, exitUsage, exitNothing},
			"zvit schema",
			"zvit schema amounts execution",
			"zvit schema --format json"),
		Flags: []cli.Flag{formatFlag(e, "text", "json")},
		Action: func(c *cli.Context) error {
			return runSchema(e, c.String("format"), positional(c))
		},
	}
}

// runSchema prints the dictionary that every database carries.
func runSchema(e *env, format string, names []string) error {
	views, err := chosen(e, store.AllViews(), names)
	if err != nil {
		return err
	}
	for i := range views {
		if format == "json" {
			err = schemaJSON(e.stdout, &views[i])
		} else {
			err = schemaText(e, &views[i], i == 0)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func chosen(e *env, views []store.View, names []string) ([]store.View, error) {
	if len(names) == 0 {
		return views, nil
	}
	var list []store.View
	for _, name := range names {
		found := false
		for _, v := range views {
			if v.Name == name {
				list, found = append(list, v), true
			}
		}
		if !found {
			return nil, failedError{exitNothing, e.say.Say("schema.unknown", name), viewHint(e, name, views)}
		}
	}
	return list, nil
}

// viewHint names the view that was meant, or says where all are listed.
func viewHint(e *env, typed string, views []store.View) string {
	names := make([]string, len(views))
	for i, v := range views {
		names[i] = v.Name
	}
	if meant := nearest(typed, names); meant != "" {
		return e.say.Say("hint.view_meant", meant)
	}
	return e.say.Say("hint.views")
}

func schemaText(e *env, v *store.View, first bool) error {
	var b strings.Builder
	if !first {
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%s: %s\n", v.Name, e.say.Pick(v.Meaning.EN, v.Meaning.UK))
	t := tabwriter.NewWriter(&b, 0, 4, 2, ' ', 0)
	for _, c := range v.Columns {
		example := ""
		if c.Example != "" {
			example = e.say.Say("schema.example", shorten(oneLine(c.Example), nameWidth))
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\n", c.Name, c.Type, strings.TrimRight(e.say.Pick(c.Meaning.EN, c.Meaning.UK)+"  "+example, " "))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := io.WriteString(e.stdout, trimLines(b.String()))
	return err
}

func schemaJSON(w io.Writer, v *store.View) error {
	columns := make([]object, len(v.Columns))
	for i, c := range v.Columns {
		columns[i] = object{
			{"name", c.Name},
			{"type", string(c.Type)},
			{"unit", text(c.Unit)},
			{"meaning", c.Meaning.EN},
			{"meaning_uk", c.Meaning.UK},
			{"example", text(c.Example)},
		}
	}
	return writeJSONLine(w, object{
		{"view", v.Name}, {"meaning", v.Meaning.EN}, {"meaning_uk", v.Meaning.UK}, {"contract", v.Contract}, {"columns", columns},
	})
}
