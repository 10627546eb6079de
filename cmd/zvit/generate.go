package main

import (
	"errors"
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
				Action: func(c *cli.Context) error { return runCompletion(e, c) },
			},
			{
				Name:        "man",
				Usage:       e.say.Say("man.usage"),
				ArgsUsage:   e.say.Say("args.folder"),
				Description: description(e, "man.description", codes, "zvit generate man ."),
				Action:      func(c *cli.Context) error { return runMan(e, c) },
			},
		},
		Action: func(c *cli.Context) error {
			return misuse(e, c, "error.generate")
		},
	}
}

func runCompletion(e *env, c *cli.Context) error {
	app, args := c.App, positional(c)
	shell := ""
	if len(args) == 1 {
		shell = args[0]
	}
	var text string
	switch shell {
	case "bash":
		text = bashCompletion(app)
	case "zsh":
		text = zshCompletion(app)
	case "fish":
		text = fishCompletion(app)
	default:
		return misuse(e, c, "error.shell")
	}
	_, err := fmt.Fprint(e.stdout, text)
	return err
}

func runMan(e *env, c *cli.Context) error {
	args := positional(c)
	if len(args) != 1 {
		return misuse(e, c, "error.one_man_folder")
	}
	text, err := manPage(c.App)
	if err != nil {
		return fmt.Errorf("write the manual: %w", err)
	}
	// A manual is made anew with each version: what stands there is replaced.
	files := newfile.Set{Force: true}
	defer files.Discard()
	return outputError(e, args[0], writeMan(&files, args[0], text))
}

func writeMan(files *newfile.Set, folder, text string) error {
	if err := files.Folder(folder); err != nil {
		return err
	}
	f, err := files.Create(filepath.Join(folder, "zvit.1"))
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return files.Commit()
}
