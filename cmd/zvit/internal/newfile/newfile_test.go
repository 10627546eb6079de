package newfile

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func write(t *testing.T, s *Set, path, text string) {
	t.Helper()
	f, err := s.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(text); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, dir string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestNothingIsThereBeforeCommit(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	var s Set
	if err := s.Folder(dir); err != nil {
		t.Fatal(err)
	}
	a := filepath.Join(dir, "a.csv")
	write(t, &s, a, "text")
	if _, err := os.Stat(a); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file stands there too early: %v", err)
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	s.Discard()
	if got, _ := os.ReadFile(a); string(got) != "text" || len(names(t, dir)) != 1 {
		t.Errorf("%q, %v", got, names(t, dir))
	}
}

func TestDiscardLeavesNothing(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "out")
	var s Set
	if err := s.Folder(dir); err != nil {
		t.Fatal(err)
	}
	write(t, &s, filepath.Join(dir, "a.csv"), "text")
	s.Discard()
	if got := names(t, parent); got != nil {
		t.Errorf("left: %v", got)
	}
}

func TestOverwriting(t *testing.T) {
	dir := t.TempDir()
	a, kept := filepath.Join(dir, "a"), filepath.Join(dir, "kept")
	for _, path := range []string{a, kept} {
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := new(Set).Create(a); !errors.As(err, new(ExistsError)) {
		t.Errorf("overwriting: %v", err)
	}
	s := Set{Force: true, Keep: []string{kept}}
	if _, err := s.Create(kept); !errors.As(err, new(InUseError)) {
		t.Errorf("overwriting what is read: %v", err)
	}
	if _, err := s.Create(dir); !errors.As(err, new(ExistsError)) {
		t.Errorf("overwriting a folder: %v", err)
	}
	write(t, &s, a, "new")
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(a); string(got) != "new" {
		t.Errorf("got %q", got)
	}
}
