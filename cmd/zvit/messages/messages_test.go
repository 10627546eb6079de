package messages

import (
	"regexp"
	"slices"
	"testing"
)

func TestEveryMessageHasBothLanguages(t *testing.T) {
	en, uk := New(English), New(Ukrainian)
	seen := map[string]bool{}
	for _, e := range entries() {
		if seen[e.key] {
			t.Errorf("%s stands twice", e.key)
		}
		seen[e.key] = true
		for _, p := range []*Printer{en, uk} {
			if got := p.Say(e.key, 1, 2, 3, 4); got == "" || got == e.key {
				t.Errorf("%s has no %s text: %q", e.key, p.Lang, got)
			}
		}
	}
}

// TestSameVerbs: a translation that leaves an argument out would lie.
func TestSameVerbs(t *testing.T) {
	for _, e := range entries() {
		args := []any{"\x01", "\x02", "\x03", "\x04"}
		verb := regexp.MustCompile("[\x01-\x04]")
		en := verb.FindAllString(New(English).Say(e.key, args...), -1)
		uk := verb.FindAllString(New(Ukrainian).Say(e.key, args...), -1)
		slices.Sort(en)
		slices.Sort(uk)
		if !slices.Equal(en, uk) {
			t.Errorf("%s: English shows arguments %q, Ukrainian %q", e.key, en, uk)
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
