package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write golden output anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"zvit": poisonedMain})
}

// TestScripts runs the whole command line: exit codes, standard output and
// standard error, files. $CASES is testdata/cases, $DAMAGED testdata/damaged.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup:         scriptEnv,
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "bigline": bigLine},
	})
}

func scriptEnv(env *testscript.Env) error {
	root, err := filepath.Abs("../..")
	if err != nil {
		return err
	}
	env.Setenv("CASES", filepath.Join(root, "testdata", "cases"))
	env.Setenv("DAMAGED", filepath.Join(root, "testdata", "damaged"))
	env.Setenv("SAMPLE", filepath.Join(root, "testdata", "cases", "programme_report", "green-yards", "report.txt"))
	env.Setenv("PRINTED", filepath.Join(root, "extract", "pdfdoc", "testdata", "printed"))
	env.Setenv("LANG", "C.UTF-8")
	return nil
}

// exits runs a command that must end with the given exit code; stdout and
// stderr can be inspected afterwards.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// bigLine writes a file of one line: bigline FILE MEBIBYTES.
func bigLine(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bigline FILE MEBIBYTES")
	}
	mebibytes, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	chunk := make([]byte, 1<<20)
	for i := range chunk {
		chunk[i] = 'a' + byte(i%26)
		if i%9 == 0 {
			chunk[i] = ' '
		}
	}
	for range mebibytes {
		_, err = f.Write(chunk)
		ts.Check(err)
	}
	ts.Check(f.Close())
}
