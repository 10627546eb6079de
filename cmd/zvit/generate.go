package main

import (
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/internal/newfile"
)

// generateCommand makes what a packager installs beside the program.
func generateCommand(e *env) *cli.Command {
	codes := []int{exitDone, exitFailed, exitUsage}
	return &cli.Command{
		Name:  "generate",
		Usage: e.say.Say("generate.usage"),
		Description: description(e, "generate.description", codes,
			"zvit generate completion bash > zvit.bash",
			"zvit generate man ."),
		Subcommands: []*cli.Command{
			{
				Name:      "completion",
				Usage:     e.say.Say("completion.usage"),
				ArgsUsage: "bash|zsh|fish",
				Description: description(e, "completion.description", codes,
					"zvit generate completion bash > zvit.bash",
					"zvit generate completion zsh > _zvit",
					"zvit generate completion fish > zvit.fish"),
				Action: func(c *cli.Context) error { return runCompletion(e, c.App, positional(c)) },
			},
			{
				Name:        "man",
				Usage:       e.say.Say("man.usage"),
				ArgsUsage:   e.say.Say("args.folder"),
				Description: description(e, "man.description", codes, "zvit generate man ."),
				Action:      func(c *cli.Context) error { return runMan(e, c.App, positional(c)) },
			},
		},
		Action: func(*cli.Context) error {
			return usageError{e.say.Say("error.generate"), e.say.Say("hint.help", "zvit help generate")}
		},
	}
}

func runCompletion(e *env, app *cli.App, args []string) error {
	shell := ""
	if len(args) == 1 {
		shell = args[0]
	}
	var text string
	var err error
	switch shell {
	case "bash":
		text = bashCompletion(app)
	case "zsh":
		text = zshCompletion(app)
	case "fish":
		text, err = fishCompletion(app)
	default:
		return usageError{e.say.Say("error.shell"), e.say.Say("hint.help", "zvit help generate completion")}
	}
	if err != nil {
		return fmt.Errorf("write the completion: %w", err)
	}
	_, err = fmt.Fprint(e.stdout, text)
	return err
}

func runMan(e *env, app *cli.App, args []string) error {
	if len(args) != 1 {
		return usageError{e.say.Say("error.one_man_folder"), e.say.Say("hint.help", "zvit help generate man")}
	}
	text, err := manPage(app)
	if err != nil {
		return fmt.Errorf("write the manual: %w", err)
	}
	// A manual is made anew with each version: what stands there is replaced.
	files := newfile.Set{Force: true}
	defer files.Discard()
	if err := files.Folder(args[0]); err != nil {
		return err
	}
	path := filepath.Join(args[0], "zvit.1")
	f, err := files.Create(path)
	if err != nil {
		return err
	}
	if _, err := f.WriteString(text); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return files.Commit()
}
