// Command zvit reads Ukrainian local-government programme reports into typed
// records, settles the unit of every amount and says why, and stores the lot in
// SQLite. This package is the command line alone: one file a command, each with
// its options and a run function; errors become exit codes in exit.go, and the
// program ends only here.
package main

import (
	"cmp"
	"context"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"zvit/cmd/zvit/internal/batch"
	"zvit/cmd/zvit/internal/batch/isolate"
	"zvit/cmd/zvit/messages"
	"zvit/normalize"
)

func main() {
	if len(os.Args) == 2 && os.Args[1] == isolate.Command {
		os.Exit(isolate.Serve(os.Stdin, os.Stdout, batch.Reading(normalize.Settle)))
	}
	end := func() {}
	if len(os.Args) > 1 && slices.Contains(readingCommands, os.Args[1]) {
		end = isolate.CollectLess()
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second Ctrl-C ends the program at once.
	context.AfterFunc(ctx, stop)
	code := run(ctx, os.Args, os.Stdout, os.Stderr, os.Getenv)
	end()
	os.Exit(code)
}

var readingCommands = []string{"ingest", "work", "tables", "show"}

// env is what a command may use of the world.
type env struct {
	args           []string // as typed, the program's name first
	stdout, stderr io.Writer
	say            *messages.Printer
	json           bool   // errors are for programs, too
	color          string // one of the values of --color
	noColor        bool   // the environment says NO_COLOR
	config         *config
}

// run runs one command line and returns its exit code. Results go to stdout,
// all else to stderr.
func run(ctx context.Context, args []string, stdout, stderr io.Writer, getenv func(string) string) int {
	e := &env{args: args, stdout: stdout, stderr: stderr, noColor: getenv("NO_COLOR") != ""}
	return finish(ctx, e, e.run(ctx, getenv))
}

// run settles what the framework's own texts depend on, and starts it.
func (e *env) run(ctx context.Context, getenv func(string) string) error {
	lang := earlyFlag(e.args, "lang")
	chosen, known := messages.Choose(lang, getenv)
	e.say = messages.New(chosen)
	e.color = earlyFlag(e.args, "color")
	file, err := readConfig(e, earlyFlag(e.args, "config"))
	if err != nil {
		return err
	}
	e.config = file
	if !known {
		return usageError{text: e.say.Say("error.lang", lang)}
	}
	if lang == "" {
		chosen, _ = messages.Choose(file.text("lang"), getenv)
		e.say = messages.New(chosen)
	}
	e.color = cmp.Or(e.color, file.text("color"), colorAuto)
	app := newApp(e)
	if err := file.check(e, app); err != nil {
		return err
	}
	return app.RunContext(ctx, e.args)
}
