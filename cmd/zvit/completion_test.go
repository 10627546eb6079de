package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/cmd/zvit/messages"
)

// TestBashCompletion asks a real bash what it would offer.
func TestBashCompletion(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("bash is not installed")
	}
	script := filepath.Join(t.TempDir(), "zvit.bash")
	if err := os.WriteFile(script, []byte(bashCompletion(app(messages.English))), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ typed, want string }{
		{"zvit in", "ingest"},
		{"zvit --lang ", "en uk"},
		{"zvit --lang uk qu", "query"},
		{"zvit ingest --db", "--db"},
		{"zvit show --format ", "text json"},
		{"zvit show --format json rep", ""}, // bash offers files
		{"zvit ingest --db pla", ""},        // a file
		{"zvit plan st", "status"},
		{"zvit plan status --mi", "--missing"},
		{"zvit generate completion ", "bash zsh fish --lang --color --config --help"},
		{"zvit generate completion --color n", "never"},
		{"zvit help inges", "ingest"},
	} {
		cmd := exec.Command(bash, "--norc", "-c", `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _zvit; echo "${COMPREPLY[@]}"`, "bash", script)
		cmd.Args = append(cmd.Args, strings.Split(tc.typed, " ")...)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", tc.typed, err, out)
		}
		if diff := cmp.Diff(tc.want, strings.TrimSpace(string(out))); diff != "" {
			t.Errorf("%q<TAB> (-want +got)\n%s", tc.typed, diff)
		}
	}
}

// TestFishCompletion asks a real fish what it would offer.
func TestFishCompletion(t *testing.T) {
	fish, err := exec.LookPath("fish")
	if err != nil {
		t.Skip("fish is not installed")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "zvit.fish"), []byte(fishCompletion(app(messages.English))), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ typed, want string }{
		{"zvit in", "ingest"},
		{"zvit --lang ", "en uk"},
		{"zvit --lang uk qu", "query"},
		{"zvit query --format ", "csv json table"},
		{"zvit query --format=j", "--format=json"},
		{"zvit ingest --db zv", "zvit.fish"},
		{"zvit show zv", "zvit.fish"},
		{"zvit ingest --jobs zv", ""},
		{"zvit plan status --mi", "--missing"},
		{"zvit plan status --sha", ""},
		{"zvit generate completion ", "bash fish zsh"},
		{"zvit help inges", "ingest"},
	} {
		cmd := exec.Command(fish, "--no-config", "-c", "source zvit.fish; complete -C $argv[1] | string split -f 1 \\t", tc.typed)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "HOME="+dir)
		out, err := cmd.Output()
		var nothing *exec.ExitError // string split found nothing to split
		if err != nil && !errors.As(err, &nothing) {
			t.Fatalf("%s: %v\n%s", tc.typed, err, out)
		}
		if diff := cmp.Diff(tc.want, strings.Join(strings.Fields(string(out)), " ")); diff != "" {
			t.Errorf("%q<TAB> (-want +got)\n%s", tc.typed, diff)
		}
	}
}

// TestShellsAccept: the shells that are here take the scripts without errors,
// in both languages.
func TestShellsAccept(t *testing.T) {
	for _, lang := range []messages.Lang{messages.English, messages.Ukrainian} {
		for shell, script := range map[string]string{"bash": bashCompletion(app(lang)), "zsh": zshCompletion(app(lang)), "fish": fishCompletion(app(lang))} {
			program, err := exec.LookPath(shell)
			if err != nil {
				t.Logf("%s is not installed", shell)
				continue
			}
			path := filepath.Join(t.TempDir(), shell)
			if err := os.WriteFile(path, []byte(script), 0o600); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command(program, "-n", path).CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%s -n: %v\n%s", shell, err, out)
			}
		}
	}
}
