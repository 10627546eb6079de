package textdoc

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"zvit/extract/document"
)

// grid is the table that every shape must give back. Invented.
var grid = [][]string{
	{"№ з/п", "Зміст заходів", "Термін виконання", "Виконавці", "План, тис. грн", "Фактично профінансовано, тис. грн"},
	{"1", "2", "3", "4", "5", "6"},
	{"1.", "Ремонт покрівлі сільського клубу", "2021", "Відділ культури", "1 250,5", "1 198,25"},
	{"2.", "Озеленення скверу біля площі", "2021-2022", "КП «Благоустрій»", "84,0", "0,0"},
	{"3.", "Підтримка гуртків дітей", "2022", "Відділ освіти", "312,75", "-"},
	{"", "Усього", "", "", "1 647,25", "1 198,25"},
}

const (
	before = "ЗВІТ\nпро виконання програми «Зелена громада» за 2021-2022 роки\n\nПрограму виконано частково, кошти надійшли не в повному обсязі.\n\n"
	after  = "\n\nНачальник відділу економіки та фінансів\n\nО.П. Вербова\n"
)

func pad(s string, width int) string { return s + strings.Repeat(" ", width-utf8.RuneCountInString(s)) }

func widths() []int {
	w := make([]int, len(grid[0]))
	for _, r := range grid {
		for j, c := range r {
			w[j] = max(w[j], utf8.RuneCountInString(c))
		}
	}
	return w
}

// joined writes the grid with one separator.
func joined(open, sep, end string) string {
	var b strings.Builder
	for _, r := range grid {
		b.WriteString(open + strings.Join(r, sep) + end + "\n")
	}
	return b.String()
}

// boxed draws the grid; every says that a rule stands between all rows.
func boxed(h, v, x string, every bool) string {
	w := widths()
	var rule strings.Builder
	for _, n := range w {
		rule.WriteString(x + strings.Repeat(h, n+2))
	}
	rule.WriteString(x + "\n")
	var b strings.Builder
	b.WriteString(rule.String())
	for i, r := range grid {
		for j, c := range r {
			b.WriteString(v + " " + pad(c, w[j]) + " ")
		}
		b.WriteString(v + "\n")
		if every || i == 0 || i == len(grid)-1 {
			b.WriteString(rule.String())
		}
	}
	return b.String()
}

func aligned() string {
	w := widths()
	var b strings.Builder
	for _, r := range grid {
		for j, c := range r {
			if j > 0 {
				b.WriteString("   ")
			}
			b.WriteString(pad(c, w[j]))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func quoted(comma string) string {
	var b strings.Builder
	for _, r := range grid {
		for j, c := range r {
			if j > 0 {
				b.WriteString(comma)
			}
			b.WriteString(`"` + strings.ReplaceAll(c, `"`, `""`) + `"`)
		}
		b.WriteString("\r\n")
	}
	return b.String()
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

func paragraphsOf(doc *document.Document) []string {
	var found []string
	for _, b := range doc.Blocks {
		if p, ok := b.(*document.Paragraph); ok {
			found = append(found, p.Text)
		}
	}
	return found
}

// texts is a table as a grid of texts, "" where a slot has no cell.
func texts(t *document.Table) [][]string {
	var rows [][]string
	for _, r := range t.Grid() {
		row := make([]string, len(r))
		for j, c := range r {
			if c != nil {
				row[j] = c.Text()
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func readText(t *testing.T, text string) *document.Document {
	t.Helper()
	doc, err := Read(context.Background(), []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	keepsInk(t, text, doc)
	return doc
}

// anyTag finds tags where they stand; unmarked looks for brackets itself.
var anyTag = regexp.MustCompile(`(?i)` + tagForm)

func TestUnmarked(t *testing.T) {
	pieces := []string{
		"<", ">", "</", "/>", "<p>", "</P>", "<br/>", "<br />", "<b>", "</span>", `<td class="x" >`, "<h1>", "<h7>", "<пан>", "a < b", "2 > 1", "<p\n>", " ",
	}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), "")
		want := anyTag.ReplaceAllStringFunc(s, func(tag string) string {
			if breaking.MatchString(tag) {
				return mark
			}
			return ""
		})
		if got := unmarked(s); got != want {
			t.Fatalf("%q: %q, want %q", s, got, want)
		}
	})
}

// keepsInk compares the letters and digits of the document with those of the
// text without tags, which it takes out in a way of its own.
func keepsInk(t *testing.T, text string, doc *document.Document) {
	t.Helper()
	want := map[rune]int{}
	document.CountInk(want, anyTag.ReplaceAllString(text, " "))
	got := doc.Ink()
	for r, n := range want {
		if got[r] != n {
			t.Fatalf("%q: %d in the document, %d in the text\n%s", r, got[r], n, text)
		}
	}
	for r, n := range got {
		if want[r] != n {
			t.Fatalf("%q: %d in the document, %d in the text\n%s", r, n, want[r], text)
		}
	}
}

// shapesOf are texts of the grid in each shape.
func shapesOf() map[string]string {
	stackedBars := strings.ReplaceAll(joined("", " |\n", " |"), "\n |\n", "\n|\n")
	return map[string]string{
		"tabs":            joined("", "\t", ""),
		"markdown":        strings.Replace(joined("| ", " | ", " |"), "\n", "\n|---|:---|---|---|---:|---:|\n", 1),
		"markdown, brief": strings.Replace(joined("|", "|", "|"), "\n", "\n|-|-|-|:-|-|-|\n", 1),
		"markdown no end": joined("", " | ", ""),
		"ascii box":       boxed("-", "|", "+", true),
		"ascii box open":  boxed("-", "|", "+", false),
		"unicode box":     boxed("─", "│", "┼", true),
		"double box":      boxed("═", "║", "╬", false),
		"aligned":         aligned(),
		"semicolons":      joined("", ";", ""),
		"quoted commas":   quoted(","),
		"quoted":          quoted(";"),
		"quoted tabs":     quoted("\t"),
		"one a line, bar": stackedBars,
	}
}

// Dashes alone in some cells, or further down, are absent values.
func TestDashesAreValues(t *testing.T) {
	for name, text := range map[string]string{
		"a cell without": "| Захід | План | Факт |\n| - | | - |\n| Сквер | 84,0 | 80,0 |\n",
		"further down":   "| Захід | План | Факт |\n| Сквер | 84,0 | 80,0 |\n| - | - | - |\n",
	} {
		if tables := tablesOf(readText(t, text)); len(tables) != 1 || len(tables[0].Rows) != 3 || tables[0].HeaderRows != 0 {
			t.Errorf("%s: %s", name, dump(readText(t, text)))
		}
	}
}

func TestEveryShapeGivesTheSameGrid(t *testing.T) {
	for name, shape := range shapesOf() {
		t.Run(name, func(t *testing.T) {
			doc := readText(t, before+shape+after)
			tables := tablesOf(doc)
			if len(tables) != 1 {
				t.Fatalf("%d tables in\n%s\n%s", len(tables), shape, dump(doc))
			}
			if got, want := fmt.Sprintf("%q", texts(tables[0])), fmt.Sprintf("%q", grid); got != want {
				t.Errorf("got\n%s\nwant\n%s\n%s", got, want, shape)
			}
			if p := paragraphsOf(doc); len(p) != 5 || p[4] != "О.П. Вербова" {
				t.Errorf("paragraphs %q", p)
			}
			if got := doc.Blocks[0].(*document.Paragraph).Kind; got != document.Heading {
				t.Errorf("the title is %s", got)
			}
		})
	}
}

// TestOneCellALine wants the rows of a table whose empty cells have vanished:
// all of its texts in order, and the amounts in the columns of amounts.
func TestOneCellALine(t *testing.T) {
	for _, sep := range []string{"\n", "\n\n"} {
		var cells []string
		for i, r := range grid {
			if i == 1 {
				continue // Without the number row: row numbers must do.
			}
			for _, c := range r {
				if c != "" {
					cells = append(cells, c)
				}
			}
		}
		doc := readText(t, before+strings.Join(cells, sep)+after)
		tables := tablesOf(doc)
		if len(tables) != 1 || len(tables[0].Rows) != 5 || tables[0].Columns != 6 {
			t.Fatalf("%s", dump(doc))
		}
		got := texts(tables[0])
		if fmt.Sprint(got[1]) != fmt.Sprint(grid[2]) || fmt.Sprint(got[0]) != fmt.Sprint(grid[0]) {
			t.Errorf("%q", got)
		}
	}
}

// TestHeaderLevelsOfOneCellALine lays a header out over its groups.
func TestHeaderLevelsOfOneCellALine(t *testing.T) {
	cells := []string{
		"Найменування показника", "Загальний фонд", "Спеціальний фонд", "План", "Факт", "План", "Факт",
		"Освіта", "100,5", "90,1", "10,0", "9,5", "Культура", "50,0", "49,9", "5,5", "5,1",
	}
	doc := readText(t, strings.Join(cells, "\n\n")+"\n")
	tables := tablesOf(doc)
	if len(tables) != 1 || tables[0].Columns != 5 || len(tables[0].Rows) != 4 {
		t.Fatal(dump(doc))
	}
	if c := tables[0].Rows[0].Cells; len(c) != 3 || c[0].RowSpan != 2 || c[1].ColSpan != 2 || c[2].Col != 3 {
		t.Error(dump(doc))
	}
}

func TestWrappedCellsJoinAsParts(t *testing.T) {
	for name, text := range map[string]string{
		"aligned": "№    Зміст заходів             План      Факт\n" +
			"1.   Ремонт покрівлі сіль-     1 250,5   1 198,2\n" +
			"     ського клубу в селі\n" +
			"2.   Озеленення скверу         84,0      0,0\n" +
			"     Усього                    1 334,5   1 198,2\n",
		"box": "+----+-------------------------+---------+---------+\n" +
			"| №  | Зміст заходів           | План    | Факт    |\n" +
			"+----+-------------------------+---------+---------+\n" +
			"| 1. | Ремонт покрівлі сіль-   | 1 250,5 | 1 198,2 |\n" +
			"|    | ського клубу в селі     |         |         |\n" +
			"| 2. | Озеленення скверу       | 84,0    | 0,0     |\n" +
			"|    | Усього                  | 1 334,5 | 1 198,2 |\n" +
			"+----+-------------------------+---------+---------+\n",
	} {
		doc := readText(t, text)
		tables := tablesOf(doc)
		if len(tables) != 1 || len(tables[0].Rows) != 4 || tables[0].Columns != 4 {
			t.Fatalf("%s: %s", name, dump(doc))
		}
		c := tables[0].Rows[1].Cells[1]
		if c.Text() != "Ремонт покрівлі сільського клубу в селі" || len(c.Parts) != 2 || c.Parts[1].Place.Line != c.Parts[0].Place.Line+1 {
			t.Errorf("%s: %q", name, c.Text())
		}
		if got := tables[0].Rows[3].At(1).Text(); got != "Усього" {
			t.Errorf("%s: %s", name, dump(doc))
		}
	}
}

func TestQuotedFieldOverLines(t *testing.T) {
	text := "Назва;Сума, грн;Примітка\n\"Ремонт \"\"старої\"\" школи\nта садка\";1 250,50;так\n\"Сквер; площа\";84,00;ні\n"
	tables := tablesOf(readText(t, text))
	if len(tables) != 1 || len(tables[0].Rows) != 3 {
		t.Fatal(dump(readText(t, text)))
	}
	if got := tables[0].Rows[1].Cells[0].Text(); got != "Ремонт \"старої\" школи\nта садка" {
		t.Errorf("%q", got)
	}
	if got := tables[0].Rows[2].Cells[0].Text(); got != "Сквер; площа" {
		t.Errorf("%q", got)
	}
}

func TestFlattenedBySpaces(t *testing.T) {
	doc := readText(t, "Назва План Факт\n1 Підтримка театру 28 719,5 10 914,0\n2 Ремонт школи №3 34 274,2 14 473,0\n3 Музеї 229,8 943,1\nВсього 63 223,5 26 330,1\n")
	tables := tablesOf(doc)
	if len(tables) != 1 || len(tables[0].Rows) != 4 || tables[0].Columns != 4 {
		t.Fatal(dump(doc))
	}
	if got := fmt.Sprintf("%q", texts(tables[0])[1]); got != `["2" "Ремонт школи №3" "34 274,2" "14 473,0"]` {
		t.Error(got)
	}
}

// TestAlignedUnderATitle wants a heading that reaches over its gutter, a wrapped
// label and the signature under a blank line in their places.
// A later group of a number may begin with a zero; a number that stands alone may not,
// and stays with the label.
func TestFlattenedGroupsOfZeros(t *testing.T) {
	text := "1 Сад 34 274,2 14 473,0 42,2\n2 Став 38 027,0 27 043,6 47,5\n3 Школа 065 1 050 000,0 8 012\nВсього 49 543,9 19 001,0\n"
	var got []string
	for line := range strings.Lines(text) {
		r, ok := flatOf(strings.TrimSpace(line))
		if !ok {
			t.Fatalf("%q is no row", line)
		}
		got = append(got, r.label+"|"+strings.Join(r.values, "|"))
	}
	want := []string{"Сад|34 274,2|14 473,0|42,2", "Став|38 027,0|27 043,6|47,5", "Школа 065|1 050 000,0|8 012", "Всього|49 543,9|19 001,0"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestAlignedUnderATitle(t *testing.T) {
	doc := readText(t, "                ЗВІТ про виконання\n\n"+
		"                                               (тис. грн)\n"+
		" Код    Найменування показника      План        Виконано за рік\n"+
		" 0100   Управління громади          12 345,6    11 222,3   90,9\n"+
		" 0113   Забезпечення діяльності     1 000,0     900,0      90,0\n"+
		"        виконавчих органів\n"+
		" 1000   Освіта                      45 678,9    45 000,1   98,5\n"+
		"        Усього                      59 024,5    57 122,4   96,8\n\n"+
		"Начальник відділу                       І.І. Дуб\n")
	tables := tablesOf(doc)
	if len(tables) != 1 || tables[0].Columns != 5 || len(tables[0].Rows) != 5 {
		t.Fatal(dump(doc))
	}
	if got := texts(tables[0])[2]; strings.Join(got, "|") != "0113|Забезпечення діяльності виконавчих органів|1 000,0|900,0|90,0" {
		t.Errorf("%q", got)
	}
	if p := paragraphsOf(doc); len(p) != 3 || !strings.HasPrefix(p[2], "Начальник") {
		t.Errorf("%q", p)
	}
}

// TestBareRowNumbers tells rows of one cell a line by numbers that count, with
// text behind the amounts.
func TestBareRowNumbers(t *testing.T) {
	doc := readText(t, "№ з/п\nЗміст заходів\nТермін виконання\nОбсяг, тис. грн\nІнформація про виконання\n"+
		"1\nРемонт школи\n2021\n125,5\nВиконано. Замінено вікна.\n2\nРемонт садка\n2022\n15,0\nНе виконано.\nУсього\n140,5\n")
	tables := tablesOf(doc)
	if len(tables) != 1 || tables[0].Columns != 5 || len(tables[0].Rows) != 4 {
		t.Fatal(dump(doc))
	}
	if got := texts(tables[0])[2]; strings.Join(got, "|") != "2|Ремонт садка|2022|15,0|Не виконано." {
		t.Errorf("%q", got)
	}
}

// TestBoxWithSpans keeps a heading over two columns and a total over two.
func TestBoxWithSpans(t *testing.T) {
	doc := readText(t, "┌────┬─────────┬─────────────────┐\n│ №  │ Захід   │ Обсяг, тис. грн │\n│    │         ├────────┬────────┤\n│    │         │ План   │ Факт   │\n"+
		"├────┼─────────┼────────┼────────┤\n│ 1  │ Ремонт  │ 100,5  │ 99,5   │\n│ 2  │ Сквер   │ 10,5   │ 9,5    │\n├────┴─────────┼────────┼────────┤\n"+
		"│ Усього       │ 111,0  │ 109,0  │\n└──────────────┴────────┴────────┘\n")
	tables := tablesOf(doc)
	if len(tables) != 1 || tables[0].Columns != 4 || len(tables[0].Rows) != 5 {
		t.Fatal(dump(doc))
	}
	rows := tables[0].Rows
	if rows[0].Cells[2].ColSpan != 2 || rows[4].Cells[0].ColSpan != 2 || rows[4].At(2).Text() != "111,0" {
		t.Error(dump(doc))
	}
}
