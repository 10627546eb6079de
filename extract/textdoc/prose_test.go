package textdoc

import (
	"strings"
	"testing"
	"unicode"
)

// proses are texts without a table, each with something that looks like one.
var proses = map[string]string{
	"dashes":    "Програму виконано – повністю\n– ремонт школи;\n– озеленення скверу;\n- придбання книжок;\n--- \nУсі роботи прийнято.\n",
	"list":      "1.\tПерший захід програми виконано.\n2.\tДругий захід перенесено на наступний рік.\n3.\tТретій захід не виконано.\n",
	"numbers":   "Обсяг фінансування становить:\nу 2021 році – 1 250,5 тис. грн;\nу 2022 році – 84,0 тис. грн;\nу 2023 році – 312,75 тис. грн.\n",
	"address":   "вул. Миру, 5, м. Ясенів, 10014\nвул. Садова, 12, м. Ясенів, 10015\nтел. 48-12-19, 48-12-20, 48-12-21\n",
	"signature": "Начальник відділу\t\t\tО.П. Вербова\n\nГоловний бухгалтер                       І.С. Калина\nСільський голова                 Г.Т. Дуб\n",
	"indent":    "\tПрограму підтримки бібліотек виконано.\n\tКошти використано за призначенням.\n\tЗвіт схвалено сесією.\n",
	"justified": "Програма  підтримки   бібліотек  громади\nвиконувалася   протягом  трьох   років  і\nзавершилася  вчасно,  а її   наслідки   є\nдобрими  для   всіх  мешканців   громади.\n",
	"bars":      "Сесія | 12.05.2021 |\nПоштова скринька: rada|ясенів\n",
	"years":     "Термін реалізації програми:\n2021\n2022\n2023\n\nМета програми – розвиток громади.\n",
	"contents":  "Зміст\n\nВступ\n\n3\n\nМета програми\n\n5\n\n",
	"letter":    "Ясенівська сільська рада          Голові обласної ради\nвул. Миру, 5                      П.П. Клену\n22.01.2022 № 18\n",
	"semicolon": "придбано книжки; відремонтовано зал;\nпроведено курси; навчено вчителів;\n",
	"sentences": "У 2021 році відремонтовано 3 школи, 2 садки, 1 клуб на суму 1 250,5 тис. грн, 84,0 тис. грн та 12,5 тис. грн.\nУ 2022 році відремонтовано 4 школи, 5 садків, 2 клуби на суму 950,5 тис. грн, 184,0 тис. грн та 22,5 тис. грн.\n",
	"dates":     "рішення від 12.05.2021 № 15\nрішення від 13.06.2021 № 16\nрішення від 14.07.2021 № 17\n",
	"form":      "Установа ______________________ за ЄДРПОУ\nТериторія _____________________ за КОАТУУ\n",
}

func TestProseStaysProse(t *testing.T) {
	for name, text := range proses {
		doc := readText(t, text)
		if tables := tablesOf(doc); len(tables) > 0 {
			t.Errorf("%s: %s", name, dump(doc))
		}
		want := 0
		for _, l := range strings.Split(text, "\n") {
			if strings.Trim(l, " \t-") != "" {
				want++
			}
		}
		if got := len(paragraphsOf(doc)); got != want {
			t.Errorf("%s: %d paragraphs, want %d\n%s", name, got, want, dump(doc))
		}
	}
}

func TestPageBreaksInsideATable(t *testing.T) {
	head := "№\tЗахід\tПлан\tФакт\n1\tРемонт школи\t10,5\t9,5\n"
	tail := "2\tСквер\t4,5\t4,5\n\tклубу\t\t\n"
	for name, c := range map[string]struct {
		text      string
		fragments int
	}{
		"blank line":            {head + "\n" + tail, 2},
		"form feed":             {head + "\f" + tail, 2},
		"page number":           {head + "\n- 2 -\n\n" + tail, 2},
		"rule of other dashes":  {head + "3\tМіст\t1,0\t1,0\n‑‑\t———\t−−\t‑‑\n\n" + tail, 2},
		"rule and blank line":   {head + "3\tМіст\t1,0\t1,0\n--\t---\t--\t--\n\n" + tail, 2},
		"none":                  {head + tail, 1},
		"rows spaced by writer": {strings.ReplaceAll(head+tail, "\n", "\n\n"), 1},
	} {
		tables := tablesOf(readText(t, c.text))
		if len(tables) != c.fragments {
			t.Errorf("%s: %d fragments", name, len(tables))
			continue
		}
		for _, table := range tables {
			for _, r := range table.Rows {
				text := ""
				for i := range r.Cells {
					text += r.Cells[i].Text()
				}
				if !strings.ContainsFunc(text, unicode.IsLetter) {
					t.Errorf("%s: the row %q is left of a rule", name, text)
				}
			}
		}
		if c.fragments == 2 && (!tables[0].CutAfter || !tables[1].CutBefore || tables[0].CutBefore || tables[1].CutAfter) {
			t.Errorf("%s: cut marks", name)
		}
		if c.fragments == 1 && (tables[0].CutAfter || tables[0].CutBefore) {
			t.Errorf("%s: cut marks on a whole table", name)
		}
	}
}

func TestPlacesAndParagraphsOfCells(t *testing.T) {
	doc := readText(t, "№\tЗахід\tПлан\n1\t<p>Ремонт школи.</p> <p>Заміна вікон.</p>\t10,5\n\n\t2\tСквер\t4,5\n")
	tables := tablesOf(doc)
	if len(tables) != 2 {
		t.Fatal(dump(doc))
	}
	c := tables[0].Rows[1].Cells[1]
	if c.Text() != "Ремонт школи.\nЗаміна вікон." || len(c.Parts) != 2 {
		t.Fatalf("%q", c.Text())
	}
	if p := c.Parts[1].Place; p.Line != 2 || p.Table != 1 || p.Row != 2 || p.Cell != 2 || p.Paragraph != 2 {
		t.Errorf("%+v", p)
	}
	// A row with a cell too many keeps it, and its empty cell.
	if r := tables[1].Rows[0]; len(r.Cells) != 4 || len(r.Cells[0].Parts) != 0 || r.Cells[1].Col != 1 {
		t.Error(dump(doc))
	}
}

func TestMarkdownHeadings(t *testing.T) {
	doc := readText(t, "# Звіт\n\n**Заключний звіт\nпро виконання**\n\nТекст із **важливим** словом.\n")
	got := dump(doc)
	want := "1 heading \"Звіт\"\n3 heading \"Заключний звіт\"\n4 heading \"про виконання\"\n6 text \"Текст із важливим словом.\"\n"
	if got != want {
		t.Errorf("got\n%s", got)
	}
}
