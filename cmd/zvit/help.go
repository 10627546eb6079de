package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"
)

// helpCommand takes the place of the framework's own, which speaks English
// only and ends an unknown topic with the code of partial success.
func helpCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:        "help",
		Usage:       e.say.Say("help.command_usage"),
		ArgsUsage:   e.say.Say("args.command"),
		Description: description(e, "help.command_description", []int{exitDone, exitUsage}, "zvit help", "zvit help ingest", "zvit help plan status"),
		Action: func(c *cli.Context) error {
			args := positional(c)
			if len(args) == 0 {
				return cli.ShowAppHelp(c)
			}
			topic := c.App.Command(args[0])
			if topic == nil {
				return unknownCommand(e, c)
			}
			for _, name := range args[1:] {
				under := topic.Command(name)
				if under == nil {
					return usageError{
						text: e.say.Say("error.command", strings.Join(args, " ")),
						hint: e.say.Say("hint.help", "zvit help "+args[0]),
					}
				}
				under.HelpName = topic.HelpName + " " + under.Name
				topic = under
			}
			cli.HelpPrinter(e.stdout, topic.CustomHelpTemplate, topic)
			return nil
		},
	}
}

// description is the body of a command's help: what it does, the exit codes it
// can end with, and examples that a test runs.
func description(e *env, key string, codes []int, examples ...string) string {
	var b strings.Builder
	b.WriteString(e.say.Say(key))
	fmt.Fprintf(&b, "\n\n%s\n", e.say.Say("help.examples"))
	meant := strings.NewReplacer("AMOUNT", e.say.Say("args.amount"), "COLUMN", e.say.Say("args.column"))
	for _, line := range examples {
		fmt.Fprintf(&b, "   %s\n", meant.Replace(line))
	}
	fmt.Fprintf(&b, "\n%s\n", e.say.Say("help.codes"))
	for _, code := range codes {
		fmt.Fprintf(&b, "   %3d  %s\n", code, e.say.Say(fmt.Sprintf("help.code.%d", code)))
	}
	return strings.TrimRight(b.String(), "\n")
}

func commandTemplate(e *env, command *cli.Command) string {
	text := "{{.HelpName}}: {{.Usage}}\n\n" +
		e.say.Say("help.usage") + "\n   {{.HelpName}} [" + e.say.Say("help.options_word") + "]{{with .ArgsUsage}} {{.}}{{end}}\n\n" +
		"{{.Description}}\n\n"
	if len(command.Subcommands) > 0 {
		text += e.say.Say("help.commands") + "\n{{range .VisibleCommands}}   {{.Name}}\t{{.Usage}}\n{{end}}\n"
	}
	return text + e.say.Say("help.options") + "\n" + optionLines(e, command.Flags)
}

func appTemplate(e *env) string {
	return "{{.Name}}: {{.Usage}}\n\n{{.Description}}\n\n" +
		e.say.Say("help.commands") + "\n{{range .VisibleCommands}}   {{.Name}}\t{{.Usage}}\n{{end}}\n" +
		e.say.Say("help.options") + "\n" + optionLines(e, programFlags(e)) + "\n" +
		e.say.Say("help.more") + "\n"
}

// optionLines lists options as the framework does, in the user's language.
func optionLines(e *env, flags []cli.Flag) string {
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 4, 2, ' ', 0)
	for _, f := range flags {
		doc, ok := f.(cli.DocGenerationFlag)
		if !ok {
			continue
		}
		value, usage := placeholder(doc.GetUsage())
		if value == "" {
			value = e.say.Say("help.value")
		}
		line := "--" + strings.Join(f.Names(), ", -")
		if doc.TakesValue() {
			line += " " + value
			if d := doc.GetDefaultText(); d != "" && d != "0" && d != "0s" {
				usage += " " + e.say.Say("help.default", d)
			}
		}
		fmt.Fprintf(t, "   %s\t%s\n", line, usage)
	}
	_ = t.Flush()
	return b.String()
}

// placeholder is the first word in back quotes, and the text without quotes.
func placeholder(usage string) (value, text string) {
	if _, after, ok := strings.Cut(usage, "`"); ok {
		value, _, _ = strings.Cut(after, "`")
	}
	return value, strings.ReplaceAll(usage, "`", "")
}
