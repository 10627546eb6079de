package review

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zvit/cmd/zvit/messages"
	"zvit/extract"
	"zvit/extract/document"
	"zvit/extract/recognise"
	"zvit/extract/record"
	"zvit/normalize"
	"zvit/store"
)

const testPort = 8373

// waterReport is an invented report with one amount that cannot be sure: row 3
// spent 402,9, in thousands like its plan or in hryvnias like its column. Its
// text tries to be a script.
func waterReport(n int) string {
	return fmt.Sprintf(`<html><meta charset="utf-8"><body><h1>Звіт про виконання міської програми «Тиха вода %d» за 2022 рік</h1>
<p>Верболозівська міська рада</p>
<p>На насоси &lt;script&gt;document.title='prose'&lt;/script&gt; витрачено 18 300 грн у 2022 році.</p>
<table><tr><th>№ з/п</th><th>Зміст заходу</th><th>Виконавець</th><th>Заплановано</th><th>Фактично профінансовано</th></tr>
<tr><td>1</td><td>Ремонт насосів</td><td>Водоканал</td><td>210,0</td><td>196300,00</td></tr>
<tr><td>2</td><td>Чищення криниць</td><td>Водоканал</td><td>150</td><td>1%d00000</td></tr>
<tr><td>3</td><td>Аналіз води &lt;script&gt;document.title='cell'&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;</td><td>Водоканал</td><td>480,0</td><td>402,9</td></tr>
<tr><td>4</td><td>Озеленення берега</td><td>Лісгосп</td><td>96,0</td><td>103 250,00</td></tr>
</table></body></html>`, n, n%10)
}

// entryOf reads, recognises and settles a document.
func entryOf(t testing.TB, name, data string) store.Entry {
	t.Helper()
	res, err := extract.ReadBytes(context.Background(), name, []byte(data), extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return settled(t, name, res.Document, res.Reports)
}

func settled(t testing.TB, path string, d *document.Document, reports []*record.Report) store.Entry {
	t.Helper()
	if err := normalize.Settle(context.Background(), reports, nil); err != nil {
		t.Fatal(err)
	}
	return store.Entry{
		Document: d, SHA256: d.ID, Path: path, Status: document.OK, ReaderVersion: "test", Reports: reports,
		IngestedAt: time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC),
	}
}

// database stores entries in a new file and returns its path.
func database(t testing.TB, entries ...store.Entry) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "reports.db")
	db, err := store.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := db.Put(context.Background(), e); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// water are n invented documents with a doubtful amount each.
func water(t testing.TB, n int) []store.Entry {
	t.Helper()
	var list []store.Entry
	for i := range n {
		e := entryOf(t, fmt.Sprintf("/архів/вода-%d.html", i), waterReport(i))
		if doubtful := countDoubtful(e); doubtful != 1 {
			t.Fatalf("the fixture has %d doubtful amounts, want 1: the tests need another", doubtful)
		}
		list = append(list, e)
	}
	return list
}

func countDoubtful(e store.Entry) (n int) {
	for _, r := range e.Reports {
		for i := range r.Amounts {
			if r.Amounts[i].Doubtful {
				n++
			}
		}
	}
	return n
}

// thousand is one document with 1 000 doubtful amounts, as a queue may be.
func thousand(t testing.TB) store.Entry {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<meta charset="utf-8"><h1>Звіт про виконання міської програми «Довга вода» за 2022 рік</h1>
<table><tr><th>№ з/п</th><th>Зміст заходу</th><th>Виконавець</th><th>Заплановано</th><th>Фактично профінансовано</th></tr>`)
	for i := 1; i <= 500; i++ {
		fmt.Fprintf(&b, "<tr><td>%d</td><td>Ремонт колодязя №%d на вулиці Джерельній</td><td>КП</td><td>%d,%d</td><td>%d,%d</td></tr>", i, i, 100+i*7%900, i%10, 90+i*7%900, i*3%10)
	}
	b.WriteString("</table>")
	e := entryOf(t, "/архів/довга.html", b.String())
	for _, r := range e.Reports {
		for i := range r.Amounts {
			a := &r.Amounts[i]
			other := *a.Kopecks / 1000
			a.Doubtful, a.Confidence, a.Alternative = true, 0.62, &other
		}
	}
	if n := countDoubtful(e); n != 1000 {
		t.Fatalf("%d doubtful amounts, want 1000", n)
	}
	return e
}

// printed is a PDF file of one page with a frame where the figure stands, and
// the document that a reader would make of it.
func printed(t testing.TB, dir string) store.Entry {
	t.Helper()
	box := document.Box{X0: 300, Y0: 400, X1: 360, Y1: 414}
	data := onePage(fmt.Sprintf("BT /F1 12 Tf %g %g Td (402,9) Tj ET", box.X0+4, 842-box.Y1+3))
	path := filepath.Join(dir, "вода.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	res, err := extract.ReadBytes(context.Background(), "w.html", []byte(waterReport(7)), extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := res.Document
	d.ID, d.Format, d.Pages, d.Bytes = fmt.Sprintf("%x", sha256.Sum256(data)), document.PDF, 1, int64(len(data))
	for _, b := range d.Blocks {
		if tb, ok := b.(*document.Table); ok {
			for y := range tb.Rows {
				for x := range tb.Rows[y].Cells {
					for i := range tb.Rows[y].Cells[x].Parts {
						p := &tb.Rows[y].Cells[x].Parts[i].Place
						p.Page, p.Box = 1, box
					}
				}
			}
		}
	}
	reports, _, err := recognise.Recognise(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return settled(t, path, d, reports)
}

// onePage is a PDF file of one A4 page with the given content.
func onePage(content string) []byte {
	var b bytes.Buffer
	var at []int
	b.WriteString("%PDF-1.4\n")
	for i, object := range []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content),
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj%s\nendobj\n", i+1, object)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

// opened returns a server on the database; decisions are Олена's, at noon.
func opened(t testing.TB, path string, lang messages.Lang) *Server {
	t.Helper()
	s, err := New(context.Background(), Config{
		Path: path, Reviewer: "Олена <b>", Lang: lang,
		Now: func() time.Time { return time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// noDecisions fails where anything was decided in the database.
func noDecisions(t testing.TB, path string) {
	t.Helper()
	if n := rows(t, path, "SELECT count(*) FROM reviews"); n[0] != "0" {
		t.Errorf("%s decisions were recorded", n[0])
	}
}

// rows runs a query on the database's views.
func rows(t testing.TB, path, query string, args ...any) (list []string) {
	t.Helper()
	db, err := store.OpenReadOnly(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	r, err := db.Query(context.Background(), query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for r.Next() {
		list = append(list, strings.TrimSpace(fmt.Sprintln(r.Values()...)))
	}
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}
