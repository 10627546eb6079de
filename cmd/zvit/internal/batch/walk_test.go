package batch

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func walked(t *testing.T, opts Options, paths ...string) []string {
	t.Helper()
	var got []string
	if err := Walk(context.Background(), paths, opts, func(p string) error {
		got = append(got, filepath.ToSlash(p))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestWalkPatterns(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"a.txt", "B.TXT", "c.pdf", "old/d.txt", "old/deep/e.txt", "new/f.txt", "new/g.zip", ".h/i.txt"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join("in", name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join("in", name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		name             string
		include, exclude []string
		paths, want      []string
	}{
		{"everything", nil, nil, []string{"in"}, []string{"in/B.TXT", "in/a.txt", "in/c.pdf", "in/new/f.txt", "in/old/d.txt", "in/old/deep/e.txt"}},
		{"names, without case", []string{"*.Txt"}, nil, []string{"in"}, []string{"in/B.TXT", "in/a.txt", "in/new/f.txt", "in/old/d.txt", "in/old/deep/e.txt"}},
		{"a folder left out", nil, []string{"old"}, []string{"in"}, []string{"in/B.TXT", "in/a.txt", "in/c.pdf", "in/new/f.txt"}},
		{"below the folder", []string{"old/*.txt"}, nil, []string{"in"}, []string{"in/old/d.txt"}},
		{"what is named is read", []string{"*.pdf"}, []string{"a*"}, []string{"in/a.txt", "in/new/g.zip", "in/none"}, []string{"in/a.txt", "in/new/g.zip", "in/none"}},
		{"the folder itself is named", nil, []string{"in"}, []string{"in/new"}, []string{"in/new/f.txt"}},
	} {
		if diff := cmp.Diff(test.want, walked(t, Options{Include: test.include, Exclude: test.exclude}, test.paths...)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
	found, err := Count(context.Background(), []string{"in", FromList}, Options{})
	if err != nil || found.Files != 6 {
		t.Errorf("%+v: %v", found, err)
	}
}

func TestWalkList(t *testing.T) {
	long := strings.Repeat("довга назва ", 3000)
	for list, want := range map[string][]string{
		"":                       nil,
		"a\nb c\r\n\n\nd":        {"a", "b c", "d"},
		"a\x00line\nbreak\x00":   {"a", "line\nbreak"},
		long + "\n" + long + "x": {long, long + "x"},
	} {
		got := walked(t, Options{List: strings.NewReader(list)}, "first", FromList, "last")
		if want := slices.Concat([]string{"first"}, want, []string{"last"}); !slices.Equal(got, want) {
			t.Errorf("%.40q gives %.80q, want %.80q", list, got, want)
		}
	}
}

// TestListIsNotWaitedFor: a run that is ended does not wait for a program that
// has found nothing more to say.
func TestListIsNotWaitedFor(t *testing.T) {
	paths := folder(t, 1)
	ctx, cancel := context.WithCancel(context.Background())
	list, found := io.Pipe()
	defer func() { _ = found.Close() }()
	go func() { _, _ = io.WriteString(found, paths[0]+"\n") }()
	opts := options()
	opts.List = list
	opts.Done = func(Event) { cancel() }
	sum, err := Run(ctx, open(t), []string{FromList}, opts)
	if err != nil || !sum.Interrupted || sum.Read != 1 {
		t.Errorf("%+v: %v", sum, err)
	}
}
