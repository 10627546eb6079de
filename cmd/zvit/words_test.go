package main

import (
	"math"
	"testing"

	"zvit/extract/record"
)

func TestMoney(t *testing.T) {
	for k, want := range map[record.Kopecks]string{
		0: "0,00", 5: "0,05", 99: "0,99", 100: "1,00", -150: "-1,50", 99_999: "999,99", 100_000: "1 000,00",
		340_997_785: "3 409 977,85", math.MaxInt64: "92 233 720 368 547 758,07", math.MinInt64: "-92 233 720 368 547 758,08",
	} {
		if got := money(k); got != want {
			t.Errorf("%d kopecks: got %q, want %q", k, got, want)
		}
	}
}

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
