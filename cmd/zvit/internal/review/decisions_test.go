package review

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"zvit/cmd/zvit/messages"
	"zvit/store"
)

// again stores another version of a document at its path, hours after the first.
func (x *site) again(path, data string, hours int) {
	x.t.Helper()
	db, err := store.Open(context.Background(), x.path)
	if err != nil {
		x.t.Fatal(err)
	}
	e := entryOf(x.t, path, data)
	e.IngestedAt = e.IngestedAt.Add(time.Duration(hours) * time.Hour)
	if err := db.Put(context.Background(), e); err != nil {
		x.t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		x.t.Fatal(err)
	}
}

func unescaped(link string) string { return strings.ReplaceAll(link, "&amp;", "&") }

// TestDecisionsSayWhatTheyAreOf: which amount, of which programme and file.
func TestDecisionsSayWhatTheyAreOf(t *testing.T) {
	x := serve(t, messages.Ukrainian, water(t, 2)...)
	list := x.doubtful()
	x.decide(list[0].AmountID, map[string]string{"do": "accept", "note": "звірено"})
	x.decide(list[1].AmountID, map[string]string{"do": "note", "note": "спитати"})
	page := x.get("/decisions")
	for _, want := range []string{
		"3 Аналіз води", "фактично", "Тиха вода 0", "/архів/вода-0.html", "/архів/вода-1.html", "«звірено»", ">лише примітка</a>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the decisions lack %q", want)
		}
	}
}

// TestLostDecisionIsFoundAgain: from the list of decisions one comes to what
// stands at the place now, and to what there is to decide.
func TestLostDecisionIsFoundAgain(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	id := x.doubtful()[0].AmountID
	x.decide(id, map[string]string{"do": "note", "note": "look at the scan"})
	x.again("/архів/вода-0.html", strings.Replace(waterReport(0), "402,9", "403,9", 1), 1)
	page := x.get("/decisions")
	for _, want := range []string{"no longer in the document", "вода-0.html", "a note only", "look at the scan"} {
		if !strings.Contains(page, want) {
			t.Errorf("the lost decision lacks %q", want)
		}
	}
	to := regexp.MustCompile(`/record\?[^"]+key=[^"]+`).FindString(page)
	if to == "" {
		t.Fatal("no link leads to what stands there now")
	}
	place := x.get(unescaped(to))
	if !strings.Contains(place, `id="here"`) || !strings.Contains(place, "403,9") {
		t.Errorf("%s does not show the cell", to)
	}
	if now := x.doubtful()[0].AmountID; !strings.Contains(place, "/amount?id="+url.QueryEscape(now)) {
		t.Errorf("%s does not lead to the amount %s", to, now)
	}
	// Where the place is no more either, the document is shown from its beginning.
	if page := x.get("/record?document=" + x.doubtful()[0].DocumentID + "&key=t9r9c9"); !strings.Contains(page, "Тиха вода") {
		t.Error("a place that is no more shows nothing")
	}
}

// TestEarlierVersion: the page of an amount that does not count any more, left
// open in a tab, says so; a decision made there goes where it counts, or nowhere.
func TestEarlierVersion(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	old := x.doubtful()[0].AmountID
	if page := x.get("/amount?id=" + url.QueryEscape(old)); strings.Contains(page, "earlier version") {
		t.Error("an amount that counts is called an earlier version")
	}
	x.again("/архів/вода-0.html", waterReport(0)+"<p>Дописано.</p>", 1)
	now := x.doubtful()[0].AmountID
	page := x.get("/amount?id=" + url.QueryEscape(old))
	if !strings.Contains(page, "This is an earlier version") || !strings.Contains(page, "/amount?id="+url.QueryEscape(now)) {
		t.Error("the earlier version does not say so")
	}
	to := x.decide(old, map[string]string{"do": "other"})
	if got := x.amountRow(now); got != "40290 reviewed 0" {
		t.Errorf("what counts is %s", got)
	}
	if !strings.Contains(x.get(to), `name="id" value="`+now+`"`) {
		t.Errorf("%s does not take back what was decided", to)
	}

	x.again("/архів/вода-0.html", strings.Replace(waterReport(0), "402,9", "403,9", 1)+"<p>Знову.</p>", 2)
	newest := x.doubtful()[0].AmountID
	before := rows(t, x.path, "SELECT count(*) FROM reviews")[0]
	w := x.send(old, map[string]string{"do": "accept"})
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d", w.Code)
	}
	page = x.get(w.Header().Get("Location"))
	if !strings.Contains(page, "another text is printed there now") || !strings.Contains(page, "/amount?id="+url.QueryEscape(newest)) {
		t.Error("a decision that would change nothing is not refused with what counts")
	}
	if after := rows(t, x.path, "SELECT count(*) FROM reviews")[0]; after != before {
		t.Errorf("%s decisions, %s before", after, before)
	}
}

// totalReport has a total that holds.
const totalReport = `<meta charset="utf-8"><h1>Звіт про виконання міської програми «Ліхтарі» за 2022 рік</h1><p>Верболозівська міська рада</p>
<table><tr><th>№ з/п</th><th>Зміст заходу</th><th>Заплановано, тис. грн</th><th>Фактично профінансовано, тис. грн</th></tr>
<tr><td>1</td><td>Заміна опор</td><td>1 210,5</td><td>1 200,0</td></tr>
<tr><td>2</td><td>Нові ліхтарі</td><td>750,0</td><td>740,5</td></tr>
<tr><td></td><td>Усього</td><td>1 960,5</td><td>1 940,5</td></tr></table>`

// TestDecisionThatBreaksATotal: a figure typed wrongly is seen at once, beside
// the way back, and on the amount's own page.
func TestDecisionThatBreaksATotal(t *testing.T) {
	x := serve(t, messages.English, entryOf(t, "/архів/ліхтарі.html", totalReport))
	id := rows(t, x.path, "SELECT amount_id FROM amounts WHERE printed = '740,5'")[0]
	to := x.decide(id, map[string]string{"do": "figure", "figure": "7 405", "unit": "uah"})
	page := x.get(to)
	if !strings.Contains(page, "A total does not hold now:") || !strings.Contains(page, `/finding?id=`) || !strings.Contains(page, `action="/undo"`) {
		t.Errorf("%s does not say that the total is broken", to)
	}
	own := x.get("/amount?id=" + url.QueryEscape(id))
	if !strings.Contains(own, "Findings about it") {
		t.Error("the amount's page does not say it")
	}
	// The figure stands, and there is nothing to accept.
	if strings.Contains(own, `value="accept"`) || !strings.Contains(own, "7\u00a0405,00") {
		t.Error("a decided amount offers to be accepted")
	}
	x.do(http.MethodPost, "/undo", url.Values{"token": {x.s.token}, "id": {id}}, nil)
	if own := x.get("/amount?id=" + url.QueryEscape(id)); !strings.Contains(own, `value="accept"`) || strings.Contains(own, "Findings about it") {
		t.Error("taken back, the amount is not as it was")
	}
	// A decision that breaks nothing says nothing.
	if to := x.decide(id, map[string]string{"do": "accept"}); strings.Contains(x.get(to), "does not hold now") {
		t.Errorf("%s speaks of a broken total", to)
	}
}

// TestFindingIsWhereItsListSays: one place, in the list and on the page.
func TestFindingIsWhereItsListSays(t *testing.T) {
	x := serve(t, messages.English, entryOf(t, "/архів/ліхтарі.html", strings.Replace(totalReport, "1 960,5", "1 970,5", 1)))
	list := x.get("/findings")
	const place = "table 1, row 4, cell 3"
	if !strings.Contains(list, place) {
		t.Fatalf("the list does not say %s", place)
	}
	to := regexp.MustCompile(`/finding\?[^"]+`).FindString(list)
	page := x.get(unescaped(to))
	if !strings.Contains(page, place) {
		t.Errorf("%s says another place", to)
	}
	if !strings.Contains(page, "1\u00a0970\u00a0500,00") {
		t.Error("a figure in the finding's words may be broken over lines")
	}
}

// TestTogetherWithANote: what is decided in one step says why.
func TestTogetherWithANote(t *testing.T) {
	x := serve(t, messages.English, thousand(t))
	id := x.doubtful()[0].AmountID
	page := x.get("/amount?id=" + url.QueryEscape(id))
	if !strings.Contains(page, `<input name="note" autocomplete="off" maxlength="1000" placeholder="Note"`) {
		t.Fatal("no note can be given")
	}
	form := url.Values{"token": {x.s.token}, "id": {id}, "note": {"letter No 5"}}
	part := page[strings.Index(page, `action="/together"`):]
	for _, name := range []string{"scope", "seen"} {
		form.Set(name, regexp.MustCompile(`name="` + name + `" value="([^"]*)"`).FindStringSubmatch(part)[1])
	}
	if w := x.do(http.MethodPost, "/together", form, nil); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if got := rows(t, x.path, "SELECT count(*), count(DISTINCT note), min(note) FROM reviews"); got[0] != "500 1 letter No 5" {
		t.Errorf("the notes: %v", got)
	}
}
