package main

import (
	"bufio"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"zvit/cmd/zvit/messages"
	"zvit/store"
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
		for line, c := range commandLines(app(lang)) {
			for what, text := range map[string]string{
				"an exit code": "     0  ", "usage errors": "     2  ", "examples": say.Say("help.examples") + "\n   ", "an example of its own": "   " + line,
			} {
				if !strings.Contains(c.Description, text) && !strings.Contains(c.Description, "| "+line) {
					t.Errorf("zvit help %s (%s) lacks %s", line, lang, what)
				}
			}
			if !strings.Contains(readme, line) {
				t.Errorf("the README does not name %s", line)
			}
			for _, f := range c.Flags {
				usage := f.(cli.DocGenerationFlag).GetUsage()
				if usage == "" || strings.HasPrefix(usage, "flag.") {
					t.Errorf("%s --%s is not documented in %s", line, f.Names()[0], lang)
				}
			}
		}
	}
}

// commandLines are the commands and those under them, by how they are typed, in
// the order of the help: examples of one need what those of another have made.
func commandLines(a *cli.App) iter.Seq2[string, *cli.Command] {
	return func(yield func(string, *cli.Command) bool) {
		var under func(parent string, list []*cli.Command) bool
		under = func(parent string, list []*cli.Command) bool {
			for _, c := range list {
				if line := parent + " " + c.Name; !yield(line, c) || !under(line, c.Subcommands) {
					return false
				}
			}
			return true
		}
		under("zvit", a.Commands)
	}
}

// TestViewsDocumented: both READMEs name every view, and the dictionary says
// what each column means in both languages.
func TestViewsDocumented(t *testing.T) {
	for _, name := range []string{"../../README.md", "../../README.uk.md"} {
		readme := string(readAll(t, name))
		for _, v := range store.AllViews() {
			if !strings.Contains(readme, "`"+v.Name+"`") {
				t.Errorf("%s does not name the view %s", name, v.Name)
			}
			for _, c := range v.Columns {
				if c.Meaning.EN == "" || c.Meaning.UK == "" {
					t.Errorf("%s.%s is not documented in both languages", v.Name, c.Name)
				}
			}
		}
	}
}

// TestOptionLines: what is said of options is in the user's language, the
// framework's words too.
func TestOptionLines(t *testing.T) {
	for line, c := range commandLines(app(messages.Ukrainian)) {
		for _, english := range []string{"(default", "show help", "value "} {
			if strings.Contains(c.CustomHelpTemplate, english) {
				t.Errorf("zvit --lang uk help %s says %q", line, english)
			}
		}
	}
}

// TestHelpExamples runs every example of the help.
func TestHelpExamples(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "reports"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"report.txt", "reports/report.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), readAll(t, samplePath), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	printed := readAll(t, filepath.Join("..", "..", "extract", "pdfdoc", "testdata", "printed", "bordered.libreoffice.pdf"))
	if err := os.WriteFile(filepath.Join(dir, "report.pdf"), printed, 0o600); err != nil {
		t.Fatal(err)
	}
	doubtful, err := filepath.Abs("../../testdata/cases/unknown/pond-gifts/document.html")
	if err != nil {
		t.Fatal(err)
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
	sh("zvit plan --out plan --shards 2 reports && zvit work --shard 0 --out shards && zvit work --shard 1 --out shards")
	amount := strings.Fields(sh(`zvit query --format csv "SELECT amount_id FROM amounts LIMIT 1"`))[1]
	sh("zvit ingest " + doubtful)
	column := strings.Fields(sh(`zvit query --format csv "SELECT table_id || 'c' || (col + 1) AS c FROM amounts WHERE doubtful AND col > 1"`))[1]
	words := strings.NewReplacer("AMOUNT", amount, "COLUMN", column)
	ran := 0
	for _, c := range commandLines(app(messages.English)) {
		for line := range strings.Lines(c.Description) {
			if strings.HasPrefix(line, "   zvit ") {
				ran++
				command := words.Replace(strings.TrimSpace(line))
				if c.Name == "review" { // It serves until Ctrl-C.
					serveUntilInterrupted(t, dir, command)
					continue
				}
				sh(command)
			}
		}
	}
	if ran < 10 {
		t.Errorf("only %d examples were found", ran)
	}
}

// serveUntilInterrupted runs a command that prints where it serves, sends it
// Ctrl-C once it has, however long that took, and asks for an orderly end.
func serveUntilInterrupted(t *testing.T, dir, command string) {
	t.Helper()
	cmd := exec.Command("sh", "-c", "exec "+command)
	cmd.Dir = dir
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || !strings.HasPrefix(line, "http://127.0.0.1:") {
		t.Errorf("%s: %q, %v", command, line, err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("%s: %v", command, err)
	}
}
