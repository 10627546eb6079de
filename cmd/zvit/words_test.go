package main

import "testing"

func TestShellLine(t *testing.T) {
	got := shellLine([]string{"zvit", "ingest", "my folder", "it's", "звіт.txt", ""})
	if want := `zvit ingest 'my folder' 'it'\''s' звіт.txt ''`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestShorten(t *testing.T) {
	for s, want := range map[string]string{"": "", "чотири": "чотири", "п'ять, шість": "п'ять…"} {
		if got := shorten(s, 7); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestTrimLines(t *testing.T) {
	if got, want := trimLines("a  \n b\n\nc "), "a\n b\n\nc"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
