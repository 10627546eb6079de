package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/messages"
)

func app(lang messages.Lang) *cli.App {
	return newApp(&env{args: []string{"zvit"}, stdout: io.Discard, stderr: io.Discard, say: messages.New(lang)})
}

// TestDocumented: every command and option says what it does in both languages,
// with exit codes and examples, and the README names it.
func TestDocumented(t *testing.T) {
	readme := string(readAll(t, "../../README.md"))
	for _, lang := range []messages.Lang{messages.English, messages.Ukrainian} {
		say := messages.New(lang)
		for _, c := range app(lang).Commands {
			for what, text := range map[string]string{
				"an exit code": "     0  ", "usage errors": "     2  ", "examples": say.Say("help.examples") + "\n   zvit " + c.Name,
			} {
				if !strings.Contains(c.Description, text) {
					t.Errorf("zvit help %s (%s) lacks %s", c.Name, lang, what)
				}
			}
			if !strings.Contains(readme, "`"+c.Name+"`") && !strings.Contains(readme, "zvit "+c.Name) {
				t.Errorf("the README does not name zvit %s", c.Name)
			}
			for _, f := range c.Flags {
				usage := f.(cli.DocGenerationFlag).GetUsage()
				if usage == "" || strings.HasPrefix(usage, "flag.") {
					t.Errorf("zvit %s --%s is not documented in %s", c.Name, f.Names()[0], lang)
				}
			}
		}
	}
}

// TestHelpExamples runs every example of the help.
func TestHelpExamples(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "reports"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"report.txt", "reports/report.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), readAll(t, samplePath), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	sh := func(command string) string {
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", command, err, out)
		}
		return string(out)
	}
	sh("zvit ingest reports && zvit ingest --db archive.db reports")
	amount := strings.Fields(sh(`zvit query --format csv "SELECT amount_id FROM amounts LIMIT 1"`))[1]
	word := regexp.MustCompile(`\bAMOUNT\b`)
	ran := 0
	for _, c := range app(messages.English).Commands {
		for line := range strings.Lines(c.Description) {
			if strings.HasPrefix(line, "   zvit ") {
				ran++
				command := word.ReplaceAllString(strings.TrimSpace(line), amount)
				if c.Name == "review" { // It serves until Ctrl-C.
					command = "timeout --preserve-status -s INT 1 " + command
				}
				sh(command)
			}
		}
	}
	if ran < 10 {
		t.Errorf("only %d examples were found", ran)
	}
}
