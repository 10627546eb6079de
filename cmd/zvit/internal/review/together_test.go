package review

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"zvit/cmd/zvit/messages"
	"zvit/store"
)

// together posts the form of the page that decides a column or a document.
func (x *site) together(id, scope, unit string) (to string, code int) {
	x.t.Helper()
	page := x.get("/amount?id=" + url.QueryEscape(id))
	form := regexp.MustCompile(`(?s)name="scope" value="` + regexp.QuoteMeta(scope) + `">\s*<input type="hidden" name="seen" value="([^"]*)"`).FindStringSubmatch(page)
	if form == nil {
		x.t.Fatalf("the page of %s cannot decide %s", id, scope)
	}
	w := x.do(http.MethodPost, "/together", url.Values{
		"token": {x.s.token}, "id": {id}, "scope": {scope}, "seen": {form[1]}, "unit": {unit},
	}, nil)
	return w.Header().Get("Location"), w.Code
}

// A column is decided in one step, and taken back in one.
func TestColumnInOneStep(t *testing.T) {
	e := thousand(t)
	x := serve(t, messages.English, e)
	first := x.doubtful()[0]
	column := regexp.MustCompile(`r\d+(c\d+)/amount$`).ReplaceAllString(first.AmountID, "$1")
	all := "SELECT amount_id, kopecks, change, doubtful FROM amounts ORDER BY 1"
	was := rows(t, x.path, all)
	to, code := x.together(first.AmountID, column, "")
	if code != http.StatusSeeOther {
		t.Fatalf("%d", code)
	}
	const decided = "SELECT count(*), count(DISTINCT decided_at) FROM reviews WHERE state = 'applied'"
	if got := rows(t, x.path, decided); got[0] != "500 1" {
		t.Errorf("decisions: %s", got)
	}
	page := x.get(to)
	if !strings.Contains(page, "500 amounts are decided.") || !strings.Contains(page, `name="at" value="2026-06-01T12:00:00Z"`) {
		t.Errorf("%s does not say what was done, with the way back", to)
	}
	if page := x.get("/decisions"); strings.Count(page, "Take back all 500 of this step") != 1 {
		t.Error("the list of decisions cannot take the step back")
	}
	w := x.do(http.MethodPost, "/undo", url.Values{"token": {x.s.token}, "id": {column}, "at": {"2026-06-01T12:00:00Z"}}, nil)
	if w.Code != http.StatusSeeOther || rows(t, x.path, "SELECT count(*) FROM reviews")[0] != "0" {
		t.Fatalf("%d: it cannot be taken back", w.Code)
	}
	if page := x.get(w.Header().Get("Location")); !strings.Contains(page, "500 decisions are taken back.") {
		t.Error("the page does not say that it was taken back")
	}
	// The fixture's doubts are not settling's own; the figures are.
	if len(rows(t, x.path, all)) != len(was) {
		t.Error("amounts are lost")
	}
}

// A document is decided in another unit.
func TestDocumentInOneUnit(t *testing.T) {
	x := serve(t, messages.English, thousand(t))
	first := x.doubtful()[0]
	if _, code := x.together(first.AmountID, first.DocumentID, "million_uah"); code != http.StatusSeeOther {
		t.Fatalf("%d", code)
	}
	got := rows(t, x.path, "SELECT settled_unit, change, sum(doubtful), count(*) FROM amounts GROUP BY 1, 2")
	if len(got) != 1 || got[0] != "million_uah reviewed 0 1000" {
		t.Errorf("settled as %q", got)
	}
}

// What has changed since the page was shown is not decided.
func TestTogetherIsWhatWasSeen(t *testing.T) {
	x := serve(t, messages.English, thousand(t))
	first := x.doubtful()[0]
	for name, form := range map[string]url.Values{
		"another state":    {"scope": {first.DocumentID}, "seen": {"0"}},
		"another document": {"scope": {strings.Repeat("0", 64)}, "seen": {""}},
		"no unit":          {"scope": {first.DocumentID}, "seen": {""}, "unit": {"usd"}},
	} {
		form.Set("token", x.s.token)
		form.Set("id", first.AmountID)
		if w := x.do(http.MethodPost, "/together", form, nil); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	noDecisions(t, x.path)
}

// Taking back a decision that replaced another restores that one.
func TestUndoOfAReplacedDecision(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	id := x.doubtful()[0].AmountID
	x.decide(id, map[string]string{"do": "other", "note": "перше"})
	x.decide(id, map[string]string{"do": "figure", "figure": "1,5"})
	for _, want := range []string{"40290 reviewed 0", "40290000 rescaled 1"} {
		w := x.do(http.MethodPost, "/undo", url.Values{"token": {x.s.token}, "id": {id}}, nil)
		if got := x.amountRow(id); w.Code != http.StatusSeeOther || got != want {
			t.Errorf("%d, settled as %q, want %q", w.Code, got, want)
		}
	}
}

// Copies and earlier versions are in no queue.
func TestQueueWithoutEarlierVersions(t *testing.T) {
	entries := water(t, 2)
	old := entries[0]
	later := entryOf(t, old.Path, waterReport(0)+" ")
	later.IngestedAt = old.IngestedAt.Add(1e9)
	x := serve(t, messages.English, old, later, entries[1])
	if n := len(x.doubtful()); n != 2 {
		t.Errorf("%d amounts in the queue", n)
	}
	if page := x.get("/amounts"); !strings.Contains(page, "2 doubtful amounts") {
		t.Error("the queue counts the earlier version")
	}
	list, err := x.s.db.Doubtful(t.Context(), store.Filter{Copies: true})
	if err != nil || len(list) != 3 {
		t.Errorf("%d amounts in all, %v", len(list), err)
	}
}
