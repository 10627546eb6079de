package htmldoc

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"zvit/extract/charset"
	"zvit/extract/document"
)

func read(t testing.TB, page string) *document.Document {
	t.Helper()
	doc, err := Read(context.Background(), []byte(page), Options{Encoding: "utf-8"})
	if err != nil {
		t.Fatalf("%.200s: %v", page, err)
	}
	return doc
}

func tablesOf(doc *document.Document) []*document.Table {
	var tables []*document.Table
	for _, b := range doc.Blocks {
		if t, ok := b.(*document.Table); ok {
			tables = append(tables, t)
		}
	}
	return tables
}

// outline lists the blocks: a paragraph's kind and text, and "table".
func outline(doc *document.Document) []string {
	var out []string
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			out = append(out, string(b.Kind)+" "+b.Text)
		case *document.Table:
			out = append(out, "table")
		}
	}
	return out
}

// sameInk compares the document's letters and digits with the page's own text,
// taken by the tokenizer: what is neither tag, comment, script nor style.
func sameInk(t testing.TB, page string, doc *document.Document) {
	t.Helper()
	want := map[rune]int{}
	z := html.NewTokenizer(strings.NewReader(page))
	skip := ""
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		tok := z.Token()
		switch {
		case kind == html.StartTagToken && (tok.Data == "script" || tok.Data == "style"):
			skip = tok.Data
		case kind == html.EndTagToken && tok.Data == skip:
			skip = ""
		case kind == html.TextToken && skip == "":
			document.CountInk(want, tok.Data)
		}
	}
	if d := cmp.Diff(want, doc.Ink()); d != "" {
		t.Errorf("letters lost or doubled (-page +document): %s", d)
	}
}

const site = `<!doctype html><html><head><title>Звіт | Громада</title><style>p{color:red}</style><script>var x = "код"</script></head>
<body><header><h1>Громада</h1><nav><ul><li><a href=1>Головна</a><li><a href=2>Новини</a></ul></nav></header>
<div class=menu><ul><li><a>Рада</a><li><a>Бюджет</a><li><a>Програми</a><li><a>Контакти</a></ul></div>
<div><h2>Звіт про виконання програми</h2><p>за 2021 рік,<br>тис. грн</p>
<table><tr><th>Захід<th>Сума<tr><td>Освітлення<td>12,5</table>
<p>Детальніше <a>тут</a>.</p><p style="display:none">прихований текст</p></div>
<noscript>Увімкніть скрипти</noscript>
<footer>Усі права</footer></body></html>`

func TestMainContentAndFurniture(t *testing.T) {
	doc := read(t, site)
	want := []string{
		"furniture Звіт | Громада", "furniture Громада", "furniture Головна", "furniture Новини",
		"furniture Рада", "furniture Бюджет", "furniture Програми", "furniture Контакти",
		"heading Звіт про виконання програми", "text за 2021 рік,", "text тис. грн", "table",
		"text Детальніше тут.", "furniture прихований текст", "text Увімкніть скрипти", "furniture Усі права",
	}
	if d := cmp.Diff(want, outline(doc)); d != "" {
		t.Error(d)
	}
	sameInk(t, site, doc)
}

// A list of links inside a text, and a page of short paragraphs, are content.
func TestHealthyTextIsNoFurniture(t *testing.T) {
	page := `<body><p>1. Захід <a>перший</a>.<ul><li>виконано<li><a>рішення</a> від 01.02.2021<li>а<li>б</ul><div><header>вступ</header></div>`
	for _, line := range outline(read(t, "<article>"+page+"</article>")) {
		if strings.HasPrefix(line, "furniture") {
			t.Errorf("%s", line)
		}
	}
}

func TestNamedMainContent(t *testing.T) {
	doc := read(t, `<div>зверху</div><main><header>вступ</header><p>`+strings.Repeat("текст ", 20)+`</main><div>знизу</div>`)
	want := []string{"furniture зверху", "text вступ", "text " + strings.TrimSpace(strings.Repeat("текст ", 20)), "furniture знизу"}
	got := outline(doc)
	got[1] = strings.Replace(got[1], "furniture", "text", 1) // an inner header may be either
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestNothingToRead(t *testing.T) {
	_, err := Read(context.Background(), []byte("<html><body><script>x</script></body></html>"), Options{})
	if got := document.CategoryOf(err); got != document.Empty {
		t.Errorf("category %s of %v", got, err)
	}
}

// Ten thousand tags, or tables, deep: cut, said, and nothing lost.
func TestDeepNesting(t *testing.T) {
	for _, tag := range []string{"div", "b", "table><tr><td", "ul><li", "font"} {
		t.Run(tag, func(t *testing.T) {
			page := "<p>початок" + strings.Repeat("<"+tag+">а", 10_000) + "кінець"
			start := time.Now()
			doc := read(t, page)
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
			sameInk(t, page, doc)
			if len(doc.Problems) == 0 {
				t.Error("the cut is not said")
			}
		})
	}
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	page := "<table>" + strings.Repeat("<tr><td>а<td>б", 5000) + "</table>"
	_, err := Read(ctx, []byte(page), Options{Encoding: "utf-8"})
	var f *document.Failure
	if !errors.As(err, &f) {
		t.Errorf("no failure: %v", err)
	}
}

// The real pages: each table with its true rows and columns, nothing lost.
func TestRealPages(t *testing.T) {
	dir := os.Getenv("ZVIT_REFERENCE")
	if dir == "" {
		t.Skip("ZVIT_REFERENCE is not set")
	}
	want := map[string]string{
		"05-kyiv-passport-0110170-2016-1.html":        "10x16",
		"05-kyiv-passport-0110170-2016-2.html":        "4x5",
		"05-kyiv-passport-0110170-2016-3.html":        "32x5",
		"06-analysis-of-financing-plan-cash.html":     "156x13",
		"41-nvk125-school-finance-2013-2017.html":     "41x12",
		"43-drabiv-active-programmes-list.html":       "43x3",
		"48-drabiv-regulatory-impact-taxes-2021.html": "5x3 3x2 3x3 3x3 3x6 3x3 3x2 3x3 3x4 3x3 7x4",
		"49-drabiv-roads-2022.html":                   "28x4",
	}
	for name, shapes := range want {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(dir, "real", name))
			if err != nil {
				t.Fatal(err)
			}
			doc := read(t, string(data))
			var got []string
			for _, table := range tablesOf(doc) {
				got = append(got, fmt.Sprintf("%dx%d", len(table.Rows), table.Columns))
			}
			if d := cmp.Diff(shapes, strings.Join(got, " ")); d != "" {
				t.Error(d)
			}
			sameInk(t, string(data), doc)
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(site)
	f.Add(`<table><tr><td colspan=3 rowspan=0>а<table><caption>б<tr><td hidden>в</table>`)
	f.Add(`<table>foster<tr>parent<td>а</table><select><option>б<svg><title>в</title></svg><template><td>г</template>`)
	f.Add("<pre>\n а\n\tб</pre><textarea>\nв</textarea>")
	f.Fuzz(func(t *testing.T, page string) {
		doc, err := Read(context.Background(), []byte(page), Options{Encoding: "utf-8"})
		if err != nil {
			return
		}
		page, _, _, err = charset.Decode([]byte(page), "utf-8", "")
		if err != nil {
			t.Fatalf("read, but not decoded: %v", err)
		}
		// What the parser made of the page is the page; the tree's own text is
		// the measure, since the standard lets a parser drop what is malformed.
		root, cut, err := parse(context.Background(), page)
		if err != nil || cut {
			return
		}
		want := map[rune]int{}
		for n := range root.Descendants() {
			if n.Type == html.TextNode && !silent(n.Parent) {
				document.CountInk(want, n.Data)
			}
		}
		if d := cmp.Diff(want, doc.Ink()); d != "" {
			t.Errorf("letters lost or doubled: %s", d)
		}
	})
}

// page returns a page of about size bytes with tables of money in it.
func page(size int) string { return pageOf(size, 50) }

// pageOf returns a page of about size bytes whose tables have the given rows.
func pageOf(size, rows int) string {
	var b strings.Builder
	b.WriteString("<html><body><h1>Звіт про виконання програми</h1>")
	for i := 0; b.Len() < size; i++ {
		if i%rows == 0 {
			b.WriteString("</table><p>Таблиця, тис. грн</p><table><tr><th>№ з/п<th>Захід<th>План<th>Факт")
		}
		fmt.Fprintf(&b, "<tr><td>%d</td><td>Поточний ремонт мережі освітлення</td><td>%d,5</td><td>%d 300,00</td></tr>\n", i%rows+1, i*7%900, i%97)
	}
	return b.String()
}

func BenchmarkRead(b *testing.B) {
	for _, size := range []int{2 << 10, 250 << 10, 5 << 20} {
		data := []byte(page(size))
		b.Run(fmt.Sprintf("%dkB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Read(context.Background(), data, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Digits that are raised, or struck out, are not the number's; struck text does
// not cut its paragraph and is not lost.
func TestMarksInNumbers(t *testing.T) {
	page := `<html><body><p>Обсяг <s>100</s> 110 тис. грн на 5 м<sup>2</sup></p><table><tr><td>Ремонт</td><td>100,5<sup>1</sup></td></tr>` +
		`<tr><td>Освітлення</td><td><del>7,5</del> 8,5</td></tr><tr><td>Озеленення</td><td><span style="text-decoration: line-through">1</span>2</td></tr><tr><td>Усе</td><td><span style="text-decoration:line-through">3</span></td></tr></table></body></html>`
	doc, err := Read(context.Background(), []byte(page), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for text := range doc.Texts() {
		got = append(got, text)
	}
	want := []string{"Обсяг 110 тис. грн на 5 м²", "100", "Ремонт", "100,5¹", "Освітлення", "8,5", "Озеленення", "2", "Усе", "7,5", "1", "3"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
