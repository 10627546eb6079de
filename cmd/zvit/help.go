package main

import "github.com/urfave/cli/v2"

// helpCommand takes the place of the framework's own, which speaks English
// only and ends an unknown topic with the code of partial success.
func helpCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:        "help",
		Usage:       e.say.Say("help.command_usage"),
		ArgsUsage:   "[COMMAND]",
		Description: description(e, "help.command_description", []int{exitDone, exitUsage}, "zvit help", "zvit help ingest"),
		Action: func(c *cli.Context) error {
			args := positional(c)
			if len(args) == 0 {
				return cli.ShowAppHelp(c)
			}
			if c.App.Command(args[0]) == nil {
				return unknownCommand(e, c)
			}
			return cli.ShowCommandHelp(c, args[0])
		},
	}
}
