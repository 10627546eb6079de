package htmldoc

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
)

// sketch prints a table's slots: a cell's text in its first slot, "<" where it
// goes on to the right, "^" where it goes on from above, "." where nothing is.
func sketch(t *document.Table) string {
	var b strings.Builder
	for y, row := range t.Grid() {
		for x, c := range row {
			if x > 0 {
				b.WriteByte(' ')
			}
			switch {
			case c == nil:
				b.WriteByte('.')
			case c.Col < x:
				b.WriteByte('<')
			case y > 0 && t.Grid()[y-1][x] == c:
				b.WriteByte('^')
			default:
				fmt.Fprintf(&b, "%s", strings.ReplaceAll(c.Text(), "\n", "/"))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestTableModel(t *testing.T) {
	tests := []struct {
		rule string // the section of the HTML standard
		html string
		want string
	}{
		{
			"4.9.12.1 step 13: a cell covers its colspan and rowspan",
			`<tr><td colspan=2>а<td rowspan=2>б<tr><td>в<td>г`,
			"а < б\nв г ^\n",
		},
		{
			"4.9.12.1 processing rows, step 6: a cell goes to the next slot that is free",
			`<tr><td rowspan=2>а<td>б<td rowspan=3>в<tr><td>г<tr><td>д<td>е`,
			"а б в\n^ г ^\nд е ^\n",
		},
		{
			"4.9.12.1 processing rows, step 10: rowspan=0 is the rest of the row group",
			`<tbody><tr><td rowspan=0>а<td>б<tr><td>в<tbody><tr><td>г<td>д`,
			"а б\n^ в\nг д\n",
		},
		{
			"4.9.12.1 ending a row group: a span ends with its group",
			`<thead><tr><td rowspan=5>а<td>б<tbody><tr><td>в<td>г`,
			"а б\nв г\n",
		},
		{
			"4.9.12.1 step 15: tfoot stands last, wherever it is written",
			`<tfoot><tr><td>разом<tbody><tr><td>а`,
			"а\nразом\n",
		},
		{
			"4.9.12.1 step 13: cells may overlap; both keep their text",
			`<tr><td>а<td rowspan=2>б<td>в<tr><td colspan=2>г<td>д`,
			"а б в\nг ^ д\n", // Grid shows the first of the two
		},
		{
			"4.9.11 colspan: zero and errors are 1",
			`<tr><td colspan=0>а<td colspan=x>б<td colspan=-2>в<td colspan="">г`,
			"а б в г\n",
		},
		{
			"4.9.11 rowspan: an error is 1",
			`<tr><td rowspan=x>а<td>б<tr><td>в<td>г`,
			"а б\nв г\n",
		},
		{
			"2.3.4.2 non-negative integers: white space, a plus and what follows the digits are let pass",
			`<tr><td colspan=" +2px">а<td>б<tr><td>в<td>г<td>д`,
			"а < б\nв г д\n",
		},
		{
			"4.9.11 colspan: above 1000 is 1000, and no wider than the columns in which a cell begins (4.9.12.1 step 20)",
			`<tr><td colspan=5000>а<tr><td>б<td>в`,
			"а <\nб в\n",
		},
		{
			"4.9.5: rows stand in the table or in groups, in their order",
			`<tr><td>а<tbody><tr><td>б<tbody><tr><td>в`,
			"а\nб\nв\n",
		},
		{
			"4.9.10: th is a cell like td",
			`<tr><th>а<th>б<tr><th>в<td>г`,
			"а б\nв г\n",
		},
		{
			"4.5.27 and 4.4.1: br and p end a line of the cell",
			`<tr><td>а<br>б<td><p>в</p><p>г</p>`,
			"а/б в/г\n",
		},
		{
			"6.1 hidden: a cell that is not shown takes no slot",
			`<tr><td>а<td hidden>б<td>в<tr><td>г<td style="display : none">ґ<td>д`,
			"а в\nг д\n",
		},
		{
			"4.9.12.1: a row without cells is a row",
			`<tr><td>а<tr><tr><td>б`,
			"а\n.\nб\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			doc := read(t, "<table>"+tt.html+"</table>")
			tables := tablesOf(doc)
			if len(tables) != 1 {
				// A single cell is layout to the reader; the model is what is tested here.
				t.Fatalf("%d tables", len(tables))
			}
			if d := cmp.Diff(tt.want, sketch(tables[0])); d != "" {
				t.Error(d)
			}
			sameInk(t, tt.html, doc)
		})
	}
}

func TestHeaderRows(t *testing.T) {
	for html, want := range map[string]int{
		`<thead><tr><td>а<td>б<tr><td>1<td>2<tbody><tr><td>в<td>г`: 2,
		`<tr><th>а<th>б<tr><td>в<td>г`:                             1,
		`<tr><th>а<td>б<tr><td>в<td>г`:                             0,
	} {
		if got := tablesOf(read(t, "<table>"+html+"</table>"))[0].HeaderRows; got != want {
			t.Errorf("%s: %d header rows, want %d", html, got, want)
		}
	}
}

func TestCaption(t *testing.T) {
	doc := read(t, `<table><caption>Видатки, тис. грн<caption>друга<tr><td>а<td>б</table>`)
	if got := tablesOf(doc)[0].Caption; got != "Видатки, тис. грн" {
		t.Errorf("caption %q", got)
	}
	want := []string{"text Видатки, тис. грн", "table", "text друга"}
	if d := cmp.Diff(want, outline(doc)); d != "" {
		t.Error(d)
	}
}

// A table in a cell stands after its table, and the cell keeps its own text.
func TestNestedTable(t *testing.T) {
	doc := read(t, `<table><tr><td>захід<td>сума <table><tr><td>2019<td>2020<tr><td>1,0<td>2,0</table> усього<tr><td>а<td>б</table>`)
	tables := tablesOf(doc)
	if len(tables) != 2 {
		t.Fatalf("%d tables", len(tables))
	}
	if got, want := sketch(tables[0]), "захід сума/усього\nа б\n"; got != want {
		t.Errorf("outer: %s", cmp.Diff(want, got))
	}
	if got, want := sketch(tables[1]), "2019 2020\n1,0 2,0\n"; got != want {
		t.Errorf("inner: %s", cmp.Diff(want, got))
	}
	if tables[0].Place.Table != 1 || tables[1].Place.Table != 2 {
		t.Errorf("places %v, %v", tables[0].Place, tables[1].Place)
	}
}

// A table that arranges the page gives its content in the page's order.
func TestLayoutTable(t *testing.T) {
	for _, page := range []string{
		`<table><tr><td><h1>Звіт</h1><table><tr><td>а<td>б</table><p>кінець</table>`,
		`<table role=presentation><tr><td><h1>Звіт</h1><td><table><tr><td>а<td>б</table><p>кінець</table>`,
	} {
		want := []string{"heading Звіт", "table", "text кінець"}
		if d := cmp.Diff(want, outline(read(t, page))); d != "" {
			t.Errorf("%s: %s", page, d)
		}
	}
}

// The issue's own case: a cell of 1 000 columns and 65 534 rows.
func TestHugeSpanIsCheapAndSaid(t *testing.T) {
	page := `<table><tr><td colspan=1000 rowspan=65534>а<td>б<tr><td>в<td>г</table>`
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	doc := read(t, page)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 50<<20 {
		t.Errorf("allocated %d bytes", used)
	}
	if took > time.Second {
		t.Errorf("took %v", took)
	}
	if len(doc.Problems) == 0 || doc.Problems[0].Category != document.Truncated {
		t.Errorf("problems %v: the cut is not said", doc.Problems)
	}
	sameInk(t, page, doc)
}
