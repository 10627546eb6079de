package main

import (
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"zvit/extract"
)

func versionCommand(e *env) *cli.Command {
	return &cli.Command{
		Name:        "version",
		Usage:       e.say.Say("version.usage"),
		Description: description(e, "version.description", []int{exitDone, exitUsage}, "zvit version"),
		Action: func(c *cli.Context) error {
			if args := positional(c); len(args) > 0 {
				return misuse(e, c, "error.no_args", args[0])
			}
			return runVersion(e)
		},
	}
}

// runVersion prints what a report of a defect should name, the programs that
// readers use where they are installed among it.
func runVersion(e *env) error {
	program := "devel"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		program = info.Main.Version
	}
	_, err := fmt.Fprintf(e.stdout, "zvit %s\nreaders %s\n%s %s/%s\n",
		program, extract.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	for _, name := range []string{"tesseract", "pdftoppm", "soffice"} {
		path, lookErr := exec.LookPath(name)
		if lookErr != nil {
			path = e.say.Say("version.absent")
		}
		_, printErr := fmt.Fprintf(e.stdout, "%s %s\n", name, path)
		err = errors.Join(err, printErr)
	}
	return err
}
