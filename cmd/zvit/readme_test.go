package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadme runs every example of the README, in order, in one folder, and
// compares what is printed with what stands there. -update writes it anew.
func TestReadme(t *testing.T) {
	for name, lang := range map[string]string{"README.md": "C.UTF-8", "README.uk.md": "uk_UA.UTF-8"} {
		t.Run(name, func(t *testing.T) { runReadme(t, filepath.Join("..", "..", name), lang) })
	}
}

func runReadme(t *testing.T, path, lang string) {
	t.Setenv("LC_ALL", "")
	t.Setenv("LC_MESSAGES", "")
	t.Setenv("LANG", lang)
	// Shards are made in the system's temporary folder, by names that another run
	// of this test would use as well.
	t.Setenv("TMPDIR", t.TempDir())
	before := string(readAll(t, path))
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(filepath.Join(root, "testdata"), filepath.Join(dir, "testdata")); err != nil {
		t.Fatal(err)
	}
	var after strings.Builder
	commands := 0
	var block []example // of the open block
	inBlock := false
	for line := range strings.Lines(before) {
		switch text := strings.TrimRight(line, "\n"); {
		case !inBlock:
			inBlock = text == "```console"
			after.WriteString(line)
		case text == "```":
			commands += len(block)
			after.WriteString(runBlock(t, dir, block))
			after.WriteString(line)
			inBlock, block = false, nil
		case strings.HasPrefix(text, "$ "):
			block = append(block, example{command: strings.TrimPrefix(text, "$ "), shown: -1})
		case len(block) > 0:
			block[len(block)-1].line(text)
		}
	}
	if commands == 0 {
		t.Fatal("no example was run")
	}
	if *update {
		if err := os.WriteFile(path, []byte(after.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(strings.Split(before, "\n"), strings.Split(after.String(), "\n")); diff != "" {
		t.Errorf("%s does not say what the program prints (-stands +prints); go test ./cmd/zvit -update\n%s", path, diff)
	}
}

// example is a command with the output that stands under it. A line "..." cuts
// the output short: what stands above it is compared.
type example struct {
	command string
	lines   int
	shown   int // lines above "...", or -1 for all
}

func (x *example) line(text string) {
	if text == "..." && x.shown < 0 {
		x.shown = x.lines
	}
	x.lines++
}

// cut is the output as the README shows it.
func (x *example) cut(out string) string {
	lines := strings.SplitAfter(out, "\n")
	if x.shown < 0 || x.shown >= len(lines) {
		return out
	}
	return strings.Join(lines[:x.shown], "") + "...\n"
}

// runBlock runs the commands of one block in one shell session and returns the
// block with their output.
func runBlock(t *testing.T, dir string, block []example) string {
	t.Helper()
	var b strings.Builder
	var session strings.Builder // what came before, for its variables
	for _, x := range block {
		b.WriteString("$ " + x.command + "\n")
		run := strings.Replace(x.command, "go run ./cmd/zvit", "zvit", 1)
		cmd := exec.Command("sh", "-e", "-c", session.String()+run)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", x.command, err, out)
		}
		if name, _, ok := strings.Cut(run, "="); ok && !strings.ContainsAny(name, " -\"'") {
			session.WriteString(run + "\n")
		}
		b.WriteString(x.cut(string(out)))
	}
	return b.String()
}

// TestDependenciesDocumented: every module that go.mod requires for our own code
// has its reason in the README.
func TestDependenciesDocumented(t *testing.T) {
	readme := string(readAll(t, "../../README.md"))
	seen := 0
	for line := range strings.Lines(string(readAll(t, "../../go.mod"))) {
		module, _, found := strings.Cut(strings.TrimSpace(strings.TrimPrefix(line, "require ")), " v")
		if !found || strings.Contains(line, "// indirect") {
			continue
		}
		seen++
		if !strings.Contains(readme, "`"+module+"`") {
			t.Errorf("the README does not say why %s is needed", module)
		}
	}
	if seen < 10 {
		t.Errorf("only %d modules were found", seen)
	}
}
