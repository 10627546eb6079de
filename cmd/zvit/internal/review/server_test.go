package review

import (
	"context"
	"fmt"
	"image/png"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"zvit/cmd/zvit/messages"
	"zvit/extract/record"
	"zvit/store"
)

// site is a server with its database, asked without a network.
type site struct {
	t    testing.TB
	path string
	s    *Server
	h    http.Handler
}

func serve(t testing.TB, lang messages.Lang, entries ...store.Entry) *site {
	t.Helper()
	path := database(t, entries...)
	s := opened(t, path, lang)
	return &site{t, path, s, s.Handler(testPort)}
}

var host = fmt.Sprintf("127.0.0.1:%d", testPort)

func (x *site) do(method, target string, form url.Values, change func(*http.Request)) *httptest.ResponseRecorder {
	x.t.Helper()
	var r *http.Request
	if form == nil {
		r = httptest.NewRequest(method, target, nil)
	} else {
		r = httptest.NewRequest(method, target, strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", "http://"+host)
	}
	r.Host = host
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	x.h.ServeHTTP(w, r)
	return w
}

// get returns a page that must be there.
func (x *site) get(target string) string {
	x.t.Helper()
	w := x.do(http.MethodGet, target, nil, nil)
	if w.Code != http.StatusOK {
		x.t.Fatalf("GET %s: %d\n%s", target, w.Code, w.Body)
	}
	return w.Body.String()
}

var field = regexp.MustCompile(`<input type="hidden" name="(\w+)" value="([^"]*)">`)

// form are the hidden fields of an amount's page.
func (x *site) form(id string) url.Values {
	x.t.Helper()
	page := x.get("/amount?id=" + url.QueryEscape(id))
	_, page, _ = strings.Cut(page, `action="/decide"`)
	page, _, _ = strings.Cut(page, "</form>")
	form := url.Values{}
	for _, m := range field.FindAllStringSubmatch(page, -1) {
		form.Set(m[1], m[2])
	}
	return form
}

// decide sends the amount's form and returns where it leads.
func (x *site) decide(id string, with map[string]string) string {
	x.t.Helper()
	w := x.send(id, with)
	if w.Code != http.StatusSeeOther {
		x.t.Fatalf("%v: %d\n%s", with, w.Code, w.Body)
	}
	return w.Header().Get("Location")
}

func (x *site) send(id string, with map[string]string) *httptest.ResponseRecorder {
	x.t.Helper()
	form := x.form(id)
	form.Set("unit", "uah")
	for k, v := range with {
		form.Set(k, v)
	}
	return x.do(http.MethodPost, "/decide", form, nil)
}

func (x *site) doubtful() []store.DoubtfulRow {
	x.t.Helper()
	list, err := x.s.db.Doubtful(context.Background(), store.Filter{})
	if err != nil {
		x.t.Fatal(err)
	}
	return list
}

func (x *site) amountRow(id string) string {
	x.t.Helper()
	return strings.Join(rows(x.t, x.path, "SELECT kopecks, change, doubtful FROM amounts WHERE amount_id = ?", id), "\n")
}

func TestForeignRequestsAreRefused(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	id := x.doubtful()[0].AmountID
	for name, change := range map[string]func(*http.Request){
		"another site's name bound to this computer": func(r *http.Request) { r.Host = fmt.Sprintf("reports.example:%d", testPort) },
		"another port":               func(r *http.Request) { r.Host = "127.0.0.1:1" },
		"no port":                    func(r *http.Request) { r.Host = "127.0.0.1" },
		"no host":                    func(r *http.Request) { r.Host = "" },
		"another site's page":        func(r *http.Request) { r.Header.Set("Origin", "http://reports.example") },
		"another program's page":     func(r *http.Request) { r.Header.Set("Origin", "http://127.0.0.1:1") },
		"a page of no origin":        func(r *http.Request) { r.Header.Set("Origin", "null") },
		"an origin over TLS":         func(r *http.Request) { r.Header.Set("Origin", "https://"+host) },
		"a foreign host that agrees": func(r *http.Request) { r.Host = "a.example"; r.Header.Set("Origin", "http://a.example") },
	} {
		form := x.form(id)
		form.Set("do", "accept")
		for _, w := range []*httptest.ResponseRecorder{
			x.do(http.MethodGet, "/amounts", nil, change), x.do(http.MethodPost, "/decide", form, change),
		} {
			if w.Code != http.StatusForbidden || strings.Contains(w.Body.String(), "Тиха") {
				t.Errorf("%s: %d %s", name, w.Code, w.Body)
			}
		}
	}
	for name, h := range map[string]string{"localhost": "localhost", "IPv6": "[::1]"} {
		if w := x.do(http.MethodGet, "/amounts", nil, func(r *http.Request) { r.Host = fmt.Sprintf("%s:%d", h, testPort) }); w.Code != http.StatusOK {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	if n := rows(t, x.path, "SELECT count(*) FROM reviews"); n[0] != "0" {
		t.Errorf("%s decisions came from outside", n)
	}
}

func TestChangesNeedTheToken(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	id := x.doubtful()[0].AmountID
	for _, token := range []string{"", "x", x.s.token[1:], x.s.token + "a"} {
		form := x.form(id)
		form.Set("do", "accept")
		form.Set("token", token)
		for _, target := range []string{"/decide", "/undo", "/decide?token=" + x.s.token} {
			if w := x.do(http.MethodPost, target, form, nil); w.Code != http.StatusForbidden {
				t.Errorf("%s with token %q: %d", target, token, w.Code)
			}
		}
	}
	// Nothing is changed by a link.
	for _, target := range []string{"/decide", "/undo"} {
		if w := x.do(http.MethodGet, target+"?do=accept&id="+id+"&token="+x.s.token, nil, nil); w.Code == http.StatusOK || w.Code == http.StatusSeeOther {
			t.Errorf("GET %s: %d", target, w.Code)
		}
	}
	long := x.form(id)
	long.Set("note", strings.Repeat("а", maxForm))
	if w := x.do(http.MethodPost, "/decide", long, nil); w.Code == http.StatusSeeOther {
		t.Errorf("a form of %d bytes was taken", maxForm)
	}
	if n := rows(t, x.path, "SELECT count(*) FROM reviews"); n[0] != "0" {
		t.Errorf("%s decisions without a token", n)
	}
}

func TestPolicyHeaders(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	for _, target := range []string{"/amounts", "/assets/keys.js", "/nothing", "/picture?id=x"} {
		head := x.do(http.MethodGet, target, nil, nil).Header()
		policy := head.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", target, policy)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin"} {
			if got := head.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", target, name, got, want)
			}
		}
	}
}

// pagesOf are the addresses of every kind of page.
func pagesOf(x *site) []string {
	d := x.doubtful()[0]
	finding := rows(x.t, x.path, "SELECT finding_id FROM findings LIMIT 1")[0]
	q := url.QueryEscape
	return []string{
		"/amounts", "/amount?id=" + q(d.AmountID), "/amount?whole=1&id=" + q(d.AmountID), "/findings", "/finding?id=" + q(finding),
		"/decisions", "/charts", "/search", "/search?q=" + q("вод"), "/search?q=" + q("<script>alert(1)</script>"),
		"/record?subject=measure&document=" + d.DocumentID + "&id=" + q(d.SubjectID),
	}
}

// TestTextIsShownAsText: nothing of a report becomes markup.
func TestTextIsShownAsText(t *testing.T) {
	for _, lang := range []messages.Lang{messages.English, messages.Ukrainian} {
		x := serve(t, lang, water(t, 1)...)
		x.decide(x.doubtful()[0].AmountID, map[string]string{"do": "note", "note": `"><script>alert(2)</script>`})
		shown := 0
		for _, target := range pagesOf(x) {
			page := x.get(target)
			if n := strings.Count(page, "<script"); n != 1 || !strings.Contains(page, `<script src="/assets/keys.js" defer></script>`) {
				t.Errorf("%s has %d scripts", target, n)
			}
			if strings.Contains(page, "<img src=x") || strings.Contains(page, "Олена <b>") || strings.Contains(page, "ZgotmplZ") {
				t.Errorf("%s: text became markup", target)
			}
			if strings.Contains(page, "review.") || strings.Contains(page, "%!") {
				t.Errorf("%s lacks a message: %s", target, regexp.MustCompile(`.{20}(review\.|%!).{20}`).FindString(page))
			}
			shown += strings.Count(page, "&lt;script&gt;")
			if !strings.Contains(page, fmt.Sprintf("<html lang=%q>", lang)) {
				t.Errorf("%s is not in %s", target, lang)
			}
		}
		if shown == 0 {
			t.Error("the text itself is shown nowhere")
		}
	}
}

func TestAmountPage(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	page := x.get("/amount?n=0&id=" + url.QueryEscape(x.doubtful()[0].AmountID))
	for what, want := range map[string]string{
		"the settled reading":     "402\u00a0900,00",
		"the alternative":         "402,90",
		"the source's own figure": "printed: 402,9",
		"the marked cell":         `class="here" id="here"><div><mark>402,9</mark></div>`,
		"a row above":             "Чищення криниць",
		"a row below":             "Озеленення берега",
		"the table's heading":     "Фактично профінансовано",
		"the text above":          "На насоси",
		"the reason in words":     "this row is in thousands, its column in hryvnias",
		"the place":               "table 1, row 4, cell 5",
		"the file":                "/архів/вода-0.html",
		"its place in the queue":  "1 of 1 in the queue",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not shown: %q", what, want)
		}
	}
	if n := strings.Count(page, `id="here"`); n != 1 {
		t.Errorf("%d cells are marked", n)
	}
}

func TestProseIsShownWithItsParagraph(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	id := rows(t, x.path, "SELECT amount_id FROM amounts WHERE table_id IS NULL AND kopecks = 1830000")[0]
	page := x.get("/amount?id=" + url.QueryEscape(id))
	for _, want := range []string{`витрачено <mark>18 300</mark>`, `<mark class="unit">грн</mark>`, "Верболозівська міська рада"} {
		if !strings.Contains(page, want) {
			t.Errorf("not shown: %q", want)
		}
	}
}

func TestDecide(t *testing.T) {
	for name, tc := range map[string]struct {
		form map[string]string
		want string
	}{
		"accept":               {map[string]string{"do": "accept"}, "40290000 reviewed 0"},
		"the other":            {map[string]string{"do": "other"}, "40290 reviewed 0"},
		"a figure":             {map[string]string{"do": "figure", "figure": "402 900,05"}, "40290005 reviewed 0"},
		"a figure in a unit":   {map[string]string{"do": "figure", "figure": "402,93", "unit": "thousand_uah"}, "40293000 reviewed 0"},
		"Enter after a figure": {map[string]string{"do": "enter", "figure": "1,5"}, "150 reviewed 0"},
	} {
		t.Run(name, func(t *testing.T) {
			x := serve(t, messages.English, water(t, 2)...)
			list := x.doubtful()
			tc.form["note"] = "бачила на скані"
			to := x.decide(list[0].AmountID, tc.form)
			if got := x.amountRow(list[0].AmountID); got != tc.want {
				t.Errorf("settled as %q, want %q", got, tc.want)
			}
			if got, want := rows(t, x.path, "SELECT note, reviewer, decided_at, state FROM reviews"), "бачила на скані Олена <b> 2026-06-01T12:00:00Z applied"; len(got) != 1 || got[0] != want {
				t.Errorf("decisions %q, want %q", got, want)
			}
			// The next doubtful amount follows, with the way back.
			page := x.get(to)
			for _, want := range []string{`name="id" value="` + list[1].AmountID + `"`, "1 of 2 decided", `action="/undo"`, "1 of 1 in the queue"} {
				if !strings.Contains(page, want) {
					t.Errorf("%s lacks %q", to, want)
				}
			}
			if page := x.get("/decisions"); !strings.Contains(page, "бачила на скані") || !strings.Contains(page, "Олена &lt;b&gt;") || !strings.Contains(page, "2026-06-01") {
				t.Error("the list of decisions lacks who, when or the note")
			}
		})
	}
}

func TestLastDecisionEndsTheQueue(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	to := x.decide(x.doubtful()[0].AmountID, map[string]string{"do": "accept"})
	if page := x.get(to); !strings.Contains(page, "No doubtful amount is left.") || !strings.Contains(page, `action="/undo"`) {
		t.Errorf("%s does not end the queue", to)
	}
}

func TestNoteAlone(t *testing.T) {
	x := serve(t, messages.English, water(t, 2)...)
	list := x.doubtful()
	to := x.decide(list[0].AmountID, map[string]string{"do": "note", "note": "спитати бухгалтерію"})
	if got := x.amountRow(list[0].AmountID); got != "40290000 rescaled 1" {
		t.Errorf("a note settled the amount: %s", got)
	}
	if got := rows(t, x.path, "SELECT decided_kopecks, decided_unit, note FROM reviews"); len(got) != 1 || got[0] != "<nil> <nil> спитати бухгалтерію" {
		t.Errorf("decisions %q", got)
	}
	if page := x.get(to); !strings.Contains(page, list[1].AmountID) || !strings.Contains(page, "0 of 2 decided") {
		t.Errorf("%s is not the next amount", to)
	}
	// The note stays with the decision that follows.
	if page := x.get("/amount?id=" + url.QueryEscape(list[0].AmountID)); !strings.Contains(page, `value="спитати бухгалтерію"`) {
		t.Error("the note is not shown again")
	}
}

// TestNoteOnADecision: a note that comes later leaves the decision as it is.
func TestNoteOnADecision(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	id := x.doubtful()[0].AmountID
	x.decide(id, map[string]string{"do": "other"})
	x.decide(id, map[string]string{"do": "note", "note": "лист № 5"})
	if got := x.amountRow(id); got != "40290 reviewed 0" {
		t.Errorf("settled as %q", got)
	}
	if got := rows(t, x.path, "SELECT decided_kopecks, note FROM reviews"); len(got) != 1 || got[0] != "40290 лист № 5" {
		t.Errorf("decisions %q", got)
	}
}

// TestOrphanedDecision: a decision whose text is no more is listed as that, and
// can be taken back.
func TestOrphanedDecision(t *testing.T) {
	entries := water(t, 1)
	x := serve(t, messages.English, entries...)
	id := x.doubtful()[0].AmountID
	x.decide(id, map[string]string{"do": "accept"})
	db, err := store.Open(context.Background(), x.path)
	if err != nil {
		t.Fatal(err)
	}
	again := entries[0]
	again.Reports, again.ReaderVersion = nil, "test 2"
	if err := db.Put(context.Background(), again); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if page := x.get("/decisions"); !strings.Contains(page, "no longer in the document") {
		t.Error("the decision is not shown as orphaned")
	}
	w := x.do(http.MethodPost, "/undo", url.Values{"token": {x.s.token}, "id": {id}}, nil)
	if w.Code != http.StatusSeeOther || rows(t, x.path, "SELECT count(*) FROM reviews")[0] != "0" {
		t.Errorf("it cannot be taken back: %d", w.Code)
	}
}

func TestUndo(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	id := x.doubtful()[0].AmountID
	before := x.amountRow(id)
	all := "SELECT amount_id, kopecks, change, doubtful, confidence FROM amounts ORDER BY 1"
	was := rows(t, x.path, all)
	x.decide(id, map[string]string{"do": "other"})
	if got := x.amountRow(id); got == before {
		t.Fatal("nothing was decided")
	}
	w := x.do(http.MethodPost, "/undo", url.Values{"token": {x.s.token}, "id": {id}}, nil)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if now := rows(t, x.path, all); strings.Join(now, "\n") != strings.Join(was, "\n") {
		t.Errorf("the document is not as it was:\n%s\n%s", was, now)
	}
	if n := rows(t, x.path, "SELECT count(*) FROM reviews"); n[0] != "0" {
		t.Errorf("%s decisions are left", n)
	}
	if page := x.get(w.Header().Get("Location")); !strings.Contains(page, "taken back") || !strings.Contains(page, id) {
		t.Error("the amount is not shown again")
	}
	if w := x.do(http.MethodPost, "/undo", url.Values{"token": {x.s.token}, "id": {id}}, nil); w.Code != http.StatusNotFound {
		t.Errorf("a second undo: %d", w.Code)
	}
}

// TestSettlesAgain: a decision on one amount settles the rest of its document.
func TestSettlesAgain(t *testing.T) {
	x := serve(t, messages.English, thousand(t))
	to := x.decide(x.doubtful()[500].AmountID, map[string]string{"do": "accept"})
	if !strings.Contains(to, "also=999") {
		t.Errorf("decided: %s", to)
	}
	if page := x.get(to); !strings.Contains(page, "999 other amounts of the document were settled anew") {
		t.Error("the page does not say what followed")
	}
}

func TestWhatIsNoDecision(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	id := x.doubtful()[0].AmountID
	for name, tc := range map[string]struct {
		form map[string]string
		says string
	}{
		"nothing":                    {map[string]string{"do": "enter"}, "Enter a figure or a note"},
		"an empty note":              {map[string]string{"do": "note", "note": "  "}, "Enter a figure or a note"},
		"words":                      {map[string]string{"do": "figure", "figure": "сто"}, "no sum of money"},
		"half a kopeck":              {map[string]string{"do": "figure", "figure": "1,555"}, "no sum of money"},
		"an unknown unit":            {map[string]string{"do": "figure", "figure": "1", "unit": "usd"}, "no sum of money"},
		"too much":                   {map[string]string{"do": "figure", "figure": "999999999999999999", "unit": "billion_uah"}, "no sum of money"},
		"a page of an earlier state": {map[string]string{"do": "accept", "seen": "1;2;3;"}, "has changed"},
		"no such reading":            {map[string]string{"do": "printed", "seen": ""}, "has changed"},
	} {
		w := x.send(id, tc.form)
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), tc.says) {
			t.Errorf("%s: %d, want to read %q", name, w.Code, tc.says)
		}
		if f := tc.form["figure"]; f != "" && !strings.Contains(w.Body.String(), `value="`+f+`"`) {
			t.Errorf("%s: what was typed is lost", name)
		}
	}
	if n := rows(t, x.path, "SELECT count(*) FROM reviews"); n[0] != "0" {
		t.Errorf("%s decisions were recorded", n)
	}
	if w := x.do(http.MethodGet, "/amount?id=nothing", nil, nil); w.Code != http.StatusNotFound {
		t.Errorf("an unknown amount: %d", w.Code)
	}
}

func TestFigure(t *testing.T) {
	for _, tc := range []struct {
		text string
		unit record.Unit
		want record.Kopecks
		ok   bool
	}{
		{"47 060,50", record.UAH, 4706050, true},
		{"47060.5", record.UAH, 4706050, true},
		{"140,138", record.ThousandUAH, 14013800, true},
		{"140.138", record.ThousandUAH, 14013800, true},
		{"140,138", record.UAH, 0, false},
		{"140,130", record.UAH, 14013, true},
		{"1,23456789", record.MillionUAH, 123456789, true},
		{"1,234567891", record.MillionUAH, 0, false},
		{"1,2345678", record.MillionUAH, 123456780, true},
		{"-12", record.UAH, -1200, true},
		{"12", record.Kopeck, 12, true},
		{"12,5", record.Kopeck, 0, false},
		{"0", record.UAH, 0, true},
		{"", record.UAH, 0, false},
		{"12 грн", record.UAH, 0, false},
		{"92233720368547758", record.UAH, 9223372036854775800, true},
		{"92233720368547759", record.UAH, 0, false},
		{"1", record.NoUnit, 0, false},
	} {
		if got, ok := figure(tc.text, tc.unit); got != tc.want || ok != tc.ok {
			t.Errorf("figure(%q, %s) = %d %v, want %d %v", tc.text, tc.unit, got, ok, tc.want, tc.ok)
		}
	}
}

// TestThousand: lists are cut into pages, every amount is on one of them once,
// and none takes long.
func TestThousand(t *testing.T) {
	x := serve(t, messages.English, thousand(t))
	seen := map[string]bool{}
	row := regexp.MustCompile(`<td class="money"><a href="/amount\?id=([^&"]+)`)
	for page := 1; page <= 20; page++ {
		begin := time.Now()
		text := x.get(fmt.Sprintf("/amounts?page=%d", page))
		if took := time.Since(begin); took > time.Second {
			t.Errorf("page %d took %v", page, took)
		}
		found := row.FindAllStringSubmatch(text, -1)
		if len(found) != pageSize {
			t.Errorf("page %d has %d amounts", page, len(found))
		}
		for _, m := range found {
			seen[m[1]] = true
		}
	}
	if len(seen) != 1000 {
		t.Errorf("%d amounts on all pages, want 1000", len(seen))
	}
	if first, past := x.get("/amounts?page=-3"), x.get("/amounts?page=99"); !strings.Contains(first, "page 1 of 20") || !strings.Contains(past, "page 20 of 20") {
		t.Error("a page before the first or past the last")
	}
	d := x.doubtful()
	begin := time.Now()
	page := x.get("/amount?n=700&id=" + url.QueryEscape(d[700].AmountID))
	if took := time.Since(begin); took > time.Second {
		t.Errorf("an amount took %v", took)
	}
	for _, want := range []string{"701 of 1,000 in the queue", "n=699", "n=701"} {
		if !strings.Contains(page, want) {
			t.Errorf("the 701st amount lacks %q", want)
		}
	}
	if page := x.get("/amount?id=" + url.QueryEscape(d[900].AmountID)); !strings.Contains(page, "901 of 1,000 in the queue") {
		t.Error("an amount that a search led to does not say where it stands")
	}
	if n := strings.Count(page, "<tr"); n > 20 {
		t.Errorf("%d rows of the table are shown", n)
	}
}

func TestSearchAndCharts(t *testing.T) {
	x := serve(t, messages.Ukrainian, water(t, 2)...)
	page := x.get("/search?q=" + url.QueryEscape("чищення"))
	if !strings.Contains(page, "<mark>Чищення</mark>") {
		t.Error("the word found is not marked")
	}
	to := regexp.MustCompile(`/record\?[^"]+`).FindString(page)
	if source := x.get(strings.ReplaceAll(to, "&amp;", "&")); !strings.Contains(source, `<tr class="here">`) || !strings.Contains(source, "Суми") {
		t.Errorf("%s does not show the row with its amounts", to)
	}
	if page := x.get("/search?q=" + url.QueryEscape("немаєтакого")); !strings.Contains(page, "Ніде немає") {
		t.Error("a search without a result says nothing")
	}
	charts := x.get("/charts")
	if n := strings.Count(charts, "<svg viewBox"); n != 3 {
		t.Errorf("%d charts, want 3", n)
	}
	for _, want := range []string{"2022", "Тиха вода", `class="planned"`, `class="actual"`, "грн</text>"} {
		if !strings.Contains(charts, want) {
			t.Errorf("the charts lack %q", want)
		}
	}
}

func TestLanguageIsKept(t *testing.T) {
	x := serve(t, messages.English, water(t, 1)...)
	w := x.do(http.MethodGet, "/language?to=uk&back=%2Ffindings", nil, nil)
	if w.Header().Get("Location") != "/findings" || len(w.Result().Cookies()) != 1 {
		t.Fatalf("%v", w.Header())
	}
	w2 := x.do(http.MethodGet, "/findings", nil, func(r *http.Request) { r.AddCookie(w.Result().Cookies()[0]) })
	if !strings.Contains(w2.Body.String(), "Зауваження") {
		t.Error("the page is not in Ukrainian")
	}
	for _, back := range []string{"http://a.example/", "//a.example/", `/\a.example/`, ""} {
		if w := x.do(http.MethodGet, "/language?to=uk&back="+url.QueryEscape(back), nil, nil); w.Header().Get("Location") != "/amounts" {
			t.Errorf("back to %q leads to %q", back, w.Header().Get("Location"))
		}
	}
}

// TestBesideAnotherWriter: while an ingest has the database, the page can be
// read and says why nothing can be decided.
func TestBesideAnotherWriter(t *testing.T) {
	x := serve(t, messages.English, water(t, 2)...)
	id := x.doubtful()[0].AmountID
	other, err := store.Open(context.Background(), x.path)
	if err != nil {
		t.Fatalf("an ingest cannot run beside the page: %v", err)
	}
	w := x.send(id, map[string]string{"do": "accept"})
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "Another program is writing") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	x.decide(id, map[string]string{"do": "accept"})
}

func TestPicture(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed (package poppler-utils)")
	}
	dir := t.TempDir()
	e := printed(t, dir)
	x := serve(t, messages.English, e)
	id := x.doubtful()[0].AmountID
	page := "/amount?id=" + url.QueryEscape(id)
	if !strings.Contains(x.get(page), `<img src="/picture?id=`) {
		t.Fatal("the page's picture is not shown")
	}
	w := x.do(http.MethodGet, "/picture?full=1&id="+url.QueryEscape(id), nil, nil)
	img, err := png.Decode(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() < 900 || b.Dy() < 1200 {
		t.Errorf("the page is %v", b)
	}
	// The frame stands around the figure, and nowhere else.
	scale := float64(resolution) / pointsInch
	framed := func(x, y float64) bool {
		r, g, b, _ := img.At(int(x*scale), int(y*scale)).RGBA()
		return r>>8 == uint32(markLine.R) && g>>8 == uint32(markLine.G) && b>>8 == uint32(markLine.B)
	}
	if !framed(296.5, 407) || !framed(363.5, 407) || framed(100, 100) {
		t.Error("the box is not where the figure stands")
	}
	if part := x.do(http.MethodGet, "/picture?id="+url.QueryEscape(id), nil, nil); part.Body.Len() == 0 || part.Code != http.StatusOK {
		t.Errorf("the part around the box: %d", part.Code)
	}

	// Another file in its place is not shown for it.
	path := filepath.Join(dir, "вода.pdf")
	if err := os.WriteFile(path, onePage("0 0 10 10 re f % another"), 0o600); err != nil {
		t.Fatal(err)
	}
	if text := x.get(page); strings.Contains(text, "<img") || !strings.Contains(text, "has changed") {
		t.Error("another file is shown")
	}
	if w := x.do(http.MethodGet, "/picture?id="+url.QueryEscape(id), nil, nil); w.Code != http.StatusNotFound {
		t.Errorf("a picture of another file: %d", w.Code)
	}
	x.s.pictures.program = ""
	if text := x.get(page); !strings.Contains(text, "poppler-utils") {
		t.Error("the page does not say what to install")
	}
}

// TestServe: it listens on this computer alone, and its end is orderly.
func TestServe(t *testing.T) {
	s := opened(t, database(t, water(t, 1)...), messages.English)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	res, err := http.Get("http://" + l.Addr().String() + "/")
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Errorf("status %d", res.StatusCode)
	}
	stop()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("ended with %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it does not end")
	}
	all, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Skip("no listener on all addresses here: ", err)
	}
	defer all.Close()
	if err := s.Serve(context.Background(), all); err == nil {
		t.Error("it serves the network")
	}
}
