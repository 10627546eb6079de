package review

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"zvit/cmd/zvit/messages"
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
	noDecisions(t, x.path)
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
	// No other kind of form is parsed at all.
	parts := func(r *http.Request) { r.Header.Set("Content-Type", "multipart/form-data; boundary=x") }
	if w := x.do(http.MethodPost, "/decide", x.form(id), parts); w.Code != http.StatusUnsupportedMediaType {
		t.Errorf("a form of parts: %d", w.Code)
	}
	long := x.form(id)
	long.Set("note", strings.Repeat("а", maxForm))
	if w := x.do(http.MethodPost, "/decide", long, nil); w.Code == http.StatusSeeOther {
		t.Errorf("a form of %d bytes was taken", maxForm)
	}
	noDecisions(t, x.path)
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
	for _, want := range []string{`витрачено <mark>18 300</mark>`, `<mark class="unit">грн</mark>`, "Верболозівська міська рада"} {
		if !strings.Contains(page, want) {
			t.Errorf("not shown: %q", want)
		}
	}
}
