package store

import (
	"context"
	"strings"
	"testing"

	"zvit/extract/record"
)

func search(t *testing.T, db *DB, words string) []Hit {
	t.Helper()
	hits, err := db.Search(context.Background(), words, 50)
	if err != nil {
		t.Fatalf("%q: %v", words, err)
	}
	return hits
}

func TestSearchFindsUkrainian(t *testing.T) {
	db := opened(t)
	put(t, db, sample{name: "a"}.entry())
	for words, want := range map[string]record.Subject{
		"ОЧИЩЕННЯ КРИНИЦЬ":   record.SubjectMeasure,
		"криниц":             record.SubjectMeasure, // a word's beginning
		"частка очищених":    record.SubjectIndicator,
		"дощі":               record.SubjectIndicator,
		"усього":             record.SubjectLine,
		"пам'ятк":            record.SubjectProse, // another apostrophe than printed
		"пам’ятку природи":   record.SubjectProse,
		"рядки дають іншу":   record.SubjectReport, // a finding's subject
		"another sum":        record.SubjectReport,
		"бракує літер":       record.SubjectDocument,
		"завершено вербова":  record.SubjectMeasure,
		`"лука" OR -* NEAR(`: "", // nothing of the user's is an operator
		"дощі криниць":       "", // all the words
		"ощі":                "", // no word's beginning
		"їжак":               "",
		"":                   "",
		"…":                  "",
	} {
		hits := search(t, db, words)
		if want == "" {
			if len(hits) > 0 {
				t.Errorf("%q finds %v", words, hits)
			}
			continue
		}
		if len(hits) == 0 || hits[0].Subject != want {
			t.Errorf("%q: %+v", words, hits)
			continue
		}
		h := hits[0]
		if h.DocumentID != hash("a") || h.SubjectID == "" || h.Page == 0 || h.Place == "" || h.Path != "/архів/a" {
			t.Errorf("%q: %+v", words, h)
		}
		if !strings.Contains(h.Snippet, MarkFrom) || strings.Count(h.Snippet, MarkFrom) != strings.Count(h.Snippet, MarkTo) {
			t.Errorf("%q: snippet %q", words, h.Snippet)
		}
		if (h.Finding != "") != (want == record.SubjectReport || want == record.SubjectDocument) {
			t.Errorf("%q: finding %q", words, h.Finding)
		}
		if h.ReportID == "" && (want == record.SubjectMeasure || want == record.SubjectIndicator) {
			t.Errorf("%q: no report", words)
		}
	}
	if hits := search(t, db, "сторінка"); len(hits) > 0 {
		t.Errorf("page furniture is found: %v", hits)
	}
}

func TestSearchForgetsWhatWasReplaced(t *testing.T) {
	db := opened(t)
	put(t, db, sample{name: "a", programme: "Ясні зорі"}.entry())
	put(t, db, sample{name: "a", programme: "Тихі джерела", version: "test/2"}.entry())
	if hits := search(t, db, "зорі"); len(hits) > 0 {
		t.Errorf("found: %v", hits)
	}
	if hits := search(t, db, "тихі"); len(hits) != 1 {
		t.Errorf("found: %v", hits)
	}
}

// Tables that no record was made of are found by their rows.
func TestSearchFindsRowsOfUnknownTables(t *testing.T) {
	db := opened(t)
	e := sample{name: "a"}.entry()
	e.Reports = nil
	put(t, db, e)
	hits := search(t, db, "криниць 3")
	if len(hits) != 1 || hits[0].Subject != record.SubjectTable || hits[0].SubjectID != record.TableID(e.SHA256, 3) || hits[0].Place == "" {
		t.Errorf("%+v", hits)
	}
	if hits := search(t, db, "сторінка"); len(hits) > 0 {
		t.Errorf("page furniture is found: %v", hits)
	}
}

func TestSnippet(t *testing.T) {
	long := strings.Repeat("до того ", 40) + "очищено джерело " + strings.Repeat("після того ", 40)
	s := snippet(long, []string{"джерел"})
	if !strings.Contains(s, "очищено "+MarkFrom+"джерело"+MarkTo) || !strings.HasPrefix(s, "…") || !strings.HasSuffix(s, "…") {
		t.Errorf("%q", s)
	}
	if n := len([]rune(s)); n > snippetRunes+4 {
		t.Errorf("%d runes", n)
	}
	if s := snippet("коротко", nil); s != "коротко" {
		t.Errorf("%q", s)
	}
}
