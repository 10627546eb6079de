package messages

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// keys are the keys of all tables, in their order.
func keys() []string {
	var list []string
	for _, t := range tables {
		for _, m := range t.texts {
			list = append(list, m.key)
		}
		for _, m := range t.counts {
			list = append(list, m.key)
		}
	}
	return list
}

func TestEveryMessageHasBothLanguages(t *testing.T) {
	en, uk := New(English), New(Ukrainian)
	seen := map[string]bool{}
	for _, key := range keys() {
		if seen[key] {
			t.Errorf("%s stands twice", key)
		}
		seen[key] = true
		for _, p := range []*Printer{en, uk} {
			if got := p.Say(key, 1, 2, 3, 4); got == "" || got == key {
				t.Errorf("%s has no %s text: %q", key, p.Lang, got)
			}
		}
	}
}

// TestSameVerbs: a translation that leaves an argument out would lie.
func TestSameVerbs(t *testing.T) {
	for _, key := range keys() {
		args := []any{"\x01", "\x02", "\x03", "\x04"}
		verb := regexp.MustCompile("[\x01-\x04]")
		en := verb.FindAllString(New(English).Say(key, args...), -1)
		uk := verb.FindAllString(New(Ukrainian).Say(key, args...), -1)
		slices.Sort(en)
		slices.Sort(uk)
		if !slices.Equal(en, uk) {
			t.Errorf("%s: English shows arguments %q, Ukrainian %q", key, en, uk)
		}
	}
}

// TestSaidAndWritten: what the program says has a text, and every text is said:
// by its key, or by the beginning of one that a code follows ("role." + ...).
func TestSaidAndWritten(t *testing.T) {
	source := programText(t)
	there := keys()
	for _, said := range regexp.MustCompile(`(?:\bSay\(|\bmisuse\(e, c, |\bsay )"([^"]+)"`).FindAllStringSubmatch(source, -1) {
		key := said[1]
		isKey := func(k string) bool { return k == key || strings.HasSuffix(key, ".") && strings.HasPrefix(k, key) }
		if !slices.ContainsFunc(there, isKey) {
			t.Errorf("%s is said, but has no text", key)
		}
	}
	for _, key := range there {
		said := strings.Contains(source, `"`+key+`"`)
		for i := range key {
			begins := `"` + key[:i+1]
			said = said || key[i] == '.' && (strings.Contains(source, begins+`" +`) || strings.Contains(source, begins+`"+`) ||
				strings.Contains(source, begins+`%`) || strings.Contains(source, begins+`",`))
		}
		if !said {
			t.Errorf("nobody says %s", key)
		}
	}
}

// TestEveryCodeHasWords: a code that is added to the ground is not shown as such.
func TestEveryCodeHasWords(t *testing.T) {
	there := keys()
	for _, ground := range []struct {
		file  string
		words map[string]string // the beginning of a key, by the type of its codes
	}{
		{"document/failure.go", map[string]string{"Category": "category."}},
		{"document/document.go", map[string]string{"RepairCode": "repair."}},
		{"../store/shard.go", map[string]string{"ShardFault": "shard."}},
		{"record/finding.go", map[string]string{"Severity": "severity."}},
		{"record/report.go", map[string]string{"ReportKind": "kind.", "DecisionRole": "decision.", "Section": "section."}},
		{"record/amount.go", map[string]string{
			"Unit": "unit.", "Role": "role.", "Fund": "fund.", "MoneySource": "source.", "Change": "change.", "Subject": "review.subject.",
		}},
	} {
		source, err := os.ReadFile(filepath.Join("..", "..", "..", "extract", ground.file))
		if err != nil {
			t.Fatal(err)
		}
		met := map[string]bool{}
		for _, m := range regexp.MustCompile(`(?m)^\t\w+ +(\w+) += "(\w+)"`).FindAllStringSubmatch(string(source), -1) {
			if begins, shown := ground.words[m[1]]; shown {
				met[m[1]] = true
				if !slices.Contains(there, begins+m[2]) {
					t.Errorf("%s %s has no text %s", m[1], m[2], begins+m[2])
				}
			}
		}
		if len(met) != len(ground.words) {
			t.Errorf("%s: codes of %v were found only", ground.file, met)
		}
	}
}

// programText is the source of the program and the templates of its pages,
// without tests and without this package.
func programText(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "messages":
			return fs.SkipDir
		case strings.HasSuffix(path, "_test.go") || filepath.Ext(path) != ".go" && filepath.Ext(path) != ".html":
			return nil
		}
		text, err := os.ReadFile(path)
		b.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestCountsShowTheNumber: the form for one serves 21 and 31 in Ukrainian, too.
func TestCountsShowTheNumber(t *testing.T) {
	for _, table := range tables {
		for _, m := range table.counts {
			for _, form := range append(m.en[1:], m.uk[:]...) {
				if !strings.Contains(form, "%d") && !strings.Contains(form, "%[1]d") {
					t.Errorf("%s: %q does not say how many", m.key, form)
				}
			}
		}
	}
}

func TestPlurals(t *testing.T) {
	uk := New(Ukrainian)
	for n, want := range map[int]string{
		0: "0 документів", 1: "1 документ", 2: "2 документи", 4: "4 документи", 5: "5 документів",
		11: "11 документів", 12: "12 документів", 21: "21 документ", 22: "22 документи", 111: "111 документів",
	} {
		if got := uk.Say("count.documents", n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
	en := New(English)
	if got := en.Say("count.documents", 1) + ", " + en.Say("count.documents", 2); got != "1 document, 2 documents" {
		t.Errorf("got %q", got)
	}
}

func TestChoose(t *testing.T) {
	for _, tc := range []struct {
		flag string
		env  map[string]string
		want Lang
		ok   bool
	}{
		{"", nil, English, true},
		{"", map[string]string{"LANG": "uk_UA.UTF-8"}, Ukrainian, true},
		{"", map[string]string{"LANG": "de_DE.UTF-8"}, English, true},
		{"", map[string]string{"LANG": "uk_UA.UTF-8", "LC_ALL": "C"}, English, true},
		{"", map[string]string{"LANG": "C", "LC_MESSAGES": "uk_UA"}, Ukrainian, true},
		{"en", map[string]string{"LANG": "uk_UA.UTF-8"}, English, true},
		{"UK", nil, Ukrainian, true},
		{"fr", nil, English, false},
	} {
		got, ok := Choose(tc.flag, func(name string) string { return tc.env[name] })
		if got != tc.want || ok != tc.ok {
			t.Errorf("--lang %q, %v: got %v %v, want %v %v", tc.flag, tc.env, got, ok, tc.want, tc.ok)
		}
	}
}
