package review

import (
	"context"
	"database/sql"
	"fmt"
	"html"
	"image/png"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"zvit/cmd/zvit/messages"
	"zvit/store"
)

// TestTableBesideProse: the table that stands beside a sentence is a click away.
func TestTableBesideProse(t *testing.T) {
	e := entryOf(t, "/архів/слова.html", `<meta charset="utf-8"><h1>Звіт про виконання міської програми «Жива вода» за 2022 рік</h1>
<p>На виконання заходів Програми передбачено 402,9 тис. грн.</p>
<table><tr><th>№ з/п</th><th>Зміст заходу</th><th>Заплановано, тис. грн</th><th>Фактично, тис. грн</th></tr>
<tr><td>1</td><td>Чищення криниць</td><td>402,9</td><td>400,1</td></tr></table>`)
	x := serve(t, messages.English, e)
	id := rows(t, x.path, "SELECT amount_id FROM amounts WHERE subject = 'report' OR subject = 'prose'")[0]
	page := x.get("/amount?id=" + url.QueryEscape(id))
	m := regexp.MustCompile(`<a href="(/record\?[^"]+)">\(a table\)</a>`).FindStringSubmatch(page)
	if m == nil {
		t.Fatalf("no way to the table:\n%s", page)
	}
	if table := x.get(html.UnescapeString(m[1])); !strings.Contains(table, "Чищення криниць") {
		t.Errorf("not the table:\n%s", table)
	}
}

// TestThousand: lists are cut into pages, every amount is on one of them once,
// and none takes long.
func TestThousand(t *testing.T) {
	x := serve(t, messages.English, thousand(t))
	seen := map[string]bool{}
	row := regexp.MustCompile(`<td class="money"><a href="/amount\?id=([^&"]+)`)
	for page := 1; page <= 20; page++ {
		begin := processorTime(t)
		text := x.get(fmt.Sprintf("/amounts?page=%d", page))
		if took := processorTime(t) - begin; took > time.Second {
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
	begin := processorTime(t)
	page := x.get("/amount?n=700&id=" + url.QueryEscape(d[700].AmountID))
	if took := processorTime(t) - begin; took > time.Second {
		t.Errorf("an amount took %v", took)
	}
	for _, want := range []string{"701 of 1 000 in the queue", "n=699", "n=701"} {
		if !strings.Contains(page, want) {
			t.Errorf("the 701st amount lacks %q", want)
		}
	}
	if page := x.get("/amount?id=" + url.QueryEscape(d[900].AmountID)); !strings.Contains(page, "901 of 1 000 in the queue") {
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

// TestBesideAnotherWriter: while an ingest has the database, decisions are made
// between its documents; while something is written, the page waits, and then
// says why nothing was decided.
func TestBesideAnotherWriter(t *testing.T) {
	x := serve(t, messages.English, water(t, 2)...)
	id := x.doubtful()[0].AmountID
	other, err := store.Open(context.Background(), x.path)
	if err != nil {
		t.Fatalf("an ingest cannot run beside the page: %v", err)
	}
	defer other.Close()
	x.decide(id, map[string]string{"do": "accept"})
	raw, err := sql.Open("sqlite3", x.path) // the driver that store registers
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	conn, err := raw.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(context.Background(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	w := x.send(x.doubtful()[0].AmountID, map[string]string{"do": "accept"})
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "Another program is writing") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if _, err := conn.ExecContext(context.Background(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	x.decide(x.doubtful()[0].AmountID, map[string]string{"do": "accept"})
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
	if !framed(299, 407) || !framed(361.5, 407) || framed(297, 407) || framed(363, 407) || framed(100, 100) {
		t.Error("the box is not where the figure stands, or is wider")
	}
	for query, want := range map[string]cutting{"": onDesk, "narrow=1&": onPhone} {
		part := x.do(http.MethodGet, "/picture?"+query+"id="+url.QueryEscape(id), nil, nil)
		piece, err := png.Decode(part.Body)
		if err != nil || part.Code != http.StatusOK {
			t.Fatalf("the part around the box: %d, %v", part.Code, err)
		}
		if got := float64(piece.Bounds().Dx()) / scale; got < want.width-1 || got > want.width+1 {
			t.Errorf("the piece %q is %.0f points wide, want %.0f", query, got, want.width)
		}
	}
	if text := x.get(page); !strings.Contains(text, `media="(max-width: 800px)" srcset="/picture?id=`) {
		t.Error("a telephone gets the piece for a desk")
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
	case <-time.After(2 * time.Minute):
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
