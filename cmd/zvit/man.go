package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// manDate is the date of the manual's shape: a page made twice is the same.
const manDate = "2026-11-23"

// manPage is the whole manual, section 1, in the language of the program.
func manPage(app *cli.App) (string, error) {
	page := *app
	page.Commands = manCommands(app.Commands, "zvit")
	text, err := page.ToManWithSection(1)
	if err != nil {
		return "", err
	}
	return strings.Replace(text, ".TH zvit 1\n", `.TH "ZVIT" "1" "`+manDate+`" "zvit" "zvit"`+"\n", 1), nil
}

// manCommands gives each command the text that its help has: the framework puts
// UsageText alone into a page.
func manCommands(commands []*cli.Command, parent string) []*cli.Command {
	list := make([]*cli.Command, len(commands))
	for i, c := range commands {
		page := *c
		page.UsageText = strings.TrimRight(parent+" "+c.Name+" [...] "+c.ArgsUsage, " ") + "\n\n" + c.Description
		page.Subcommands = manCommands(c.Subcommands, parent+" "+c.Name)
		list[i] = &page
	}
	return list
}
