package rejoin_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

// fragments makes a text document of tables in rows of cells between bars; a
// blank line begins a new fragment, and a line without bars is a paragraph.
func fragments(s string) *document.Document {
	d := &document.Document{ID: "test", Format: document.Text}
	var t *document.Table
	n, tables := 0, 0
	for l := range strings.SplitSeq(strings.Trim(s, "\n"), "\n") {
		n++
		l = strings.TrimSpace(l)
		switch {
		case l == "":
			t = nil
		case !strings.Contains(l, "|"):
			t = nil
			d.Blocks = append(d.Blocks, &document.Paragraph{Kind: document.Body, Text: l, Place: document.Place{Line: n}})
		default:
			if t == nil {
				tables++
				t = &document.Table{Place: document.Place{Line: n, Table: tables, Row: 1}}
				d.Blocks = append(d.Blocks, t)
			}
			row := document.Row{Place: document.Place{Line: n, Table: tables, Row: len(t.Rows) + 1}}
			for i, c := range strings.Split(l, "|") {
				x := document.Cell{Col: i, RowSpan: 1, ColSpan: 1}
				for j, p := range strings.Split(strings.TrimSpace(c), "¶") {
					if p == "" {
						continue
					}
					at := row.Place
					at.Cell, at.Paragraph = i+1, j+1
					join := document.Space
					if j > 0 {
						join = document.Paragraphs
					}
					x.Parts = append(x.Parts, document.Part{Text: p, Place: at, Join: join})
				}
				row.Cells = append(row.Cells, x)
			}
			t.Rows = append(t.Rows, row)
			t.Columns = max(t.Columns, len(row.Cells))
		}
	}
	return d
}

// healthy are tables that look damaged to a rule that asks for too little.
var healthy = map[string]string{
	"rows of sources without numbers": `
		№|Захід|Виконавець|Обсяг, тис.грн|Виконано
		1|Ремонт покрівлі школи|Відділ освіти|120,0|100,0
		|обласний бюджет||70,0|60,0
		|місцевий бюджет||50,0|40,0
		2|Утеплення садка|Відділ освіти|80,0|80,0
		|обласний бюджет||30,0|30,0
		|місцевий бюджет||50,0|50,0`,
	"parts and totals": `
		№|Захід|Обсяг|Факт|Стан
		1|Придбання ліків|45,0|40,5|Придбано за потребою
		|у тому числі:|||
		|для дітей|15,0|10,0|
		2|Оплата проїзду|12,5|12,5|Виконано
		|Разом|57,5|53,0|`,
	"groups in the second column": `
		№|Заходи|План, грн|Факт, грн|Результат
		|Розділ 1. Дороги|||
		1|Ямковий ремонт вулиць|100000|98000|Відремонтовано дві вулиці
		2|Розмітка переходів|20000|20000|Нанесено
		|Розділ 2. Мости|||
		3|Огляд мостів|5000|0|Не проводився
		4|Ремонт містка|70000|70000|Завершено`,
	"words where others have money": `
		№|Захід|План, тис.грн|Факт, тис.грн|Стан виконання
		1|Навчання вчителів|10,0|9,5|Проведено
		2|Видання довідника|не передбачено кошторисом|не потребує коштів бюджету|
		3|Зустріч випускників|5,0|згідно з договором про співпрацю|
		4|Олімпіада|7,0|7,0|Проведено`,
	"texts that begin small and end open": `
		№|Завдання|Заходи|План|Факт
		1|поліпшення стану доріг та|ремонт покриття і|10,0|9,0
		2|будівництво тротуарів та|укладання плитки і|11,0|9,0
		3|освітлення вулиць та|заміна ламп і|12,0|9,0
		4|озеленення скверів та|висадка лип і|13,0|9,0`,
	"years that go back": `
		№|Захід|План|Факт|Інформація
		1|Ремонт дахів|1,0|1,0|У 2021 році завершено перший дах. У 2019 році розпочато.
		2|Ремонт стін|1,0|1,0|У 2020 році пофарбовано. У 2018 році оштукатурено.
		3|Ремонт вікон|1,0|1,0|У 2021 році замінено. У 2020 році замовлено.`,
	"empty cells at the end are left out": `
		№|Захід|План|Факт|Примітка
		1|Ремонт дахів|1,0|1,0
		2|Ремонт стін|2,0
		3|Ремонт вікон|3,0|3,0|Завершено
		4|Ремонт дверей|4,0|4,0`,
	"an empty unit in one section": `
		№|Показник|Одиниця виміру|План|Факт|Причини
		ПОКАЗНИКИ ЗАТРАТ|||||
		1|Обсяг видатків|тис.грн|10,0|9,0|Економія за торгами
		2|Кількість закладів|од.|4|4|-
		ПОКАЗНИКИ ЯКОСТІ|||||
		1|Рівень охоплення||90|85|Не всі звернулися
		2|Місце у рейтингу||3|5|Дані уточнюються`,
	"a number left for later": `
		№|Захід|План|Факт|Стан
		1|Ремонт дахів|1,0|1,0|Завершено
		2|Ремонт стін|2,0|2,0|Завершено
		3||||`,
	"codes and years": `
		Код|Найменування|2019|2020|Відхилення
		0110150|Організаційне забезпечення|1500,5|1600,0|99,5
		0111010|Дошкільна освіта|2500,5|2600,0|99,5
		0112144|Лікування хворих|500,5|600,0|99,5`,
	"a register without numbers": `
		Предмет закупівлі|Постачальник|Сума, грн|Договір
		Папір офісний|ТОВ Аркуш|15000,00|від 12.01.2021 № 4
		Пальне дизельне|ТОВ Шлях|99000,00|від 14.01.2021 № 5
		Пальне дизельне|ТОВ Шлях|98000,00|від 15.01.2021 № 6`,
}

// stays fails where a document of whole tables, written as fragments reads it, is
// touched.
func stays(t *testing.T, s string) {
	t.Helper()
	in := fragments(s)
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(in, out) {
		t.Errorf("was touched: %+v\n%s", repairsOf(out), strings.Join(tableRows(out, 0), "\n"))
	}
}

// TestHealthyTablesStay is the promise: every rule needs evidence of damage.
func TestHealthyTablesStay(t *testing.T) {
	for name, s := range healthy {
		t.Run(name, func(t *testing.T) { stays(t, s) })
	}
}

// TestHealthyAcrossPages puts a page break between each two rows: the table
// becomes whole, and every row stays as it was.
func TestHealthyAcrossPages(t *testing.T) {
	for name, s := range healthy {
		t.Run(name, func(t *testing.T) {
			whole := tableRows(fragments(s), 0)
			lines := strings.Split(strings.TrimSpace(s), "\n")
			for at := 3; at < len(lines); at++ {
				in := fragments(strings.Join(lines[:at], "\n") + "\n\n" + strings.Join(lines[at:], "\n"))
				out, err := rejoin.Rejoin(context.Background(), in)
				if err != nil {
					t.Fatal(err)
				}
				got := tableRows(out, 0)
				if !reflect.DeepEqual(whole, got) {
					t.Errorf("cut before row %d: %+v\n%s", at, repairsOf(out), strings.Join(got, "\n"))
				}
			}
		})
	}
}

// TestOtherTables keeps tables of another heading, or behind text, apart.
func TestOtherTables(t *testing.T) {
	for name, s := range map[string]string{
		"another heading": `
			№|Захід|План|Факт
			1|Ремонт дахів|1,0|1,0
			2|Ремонт стін|2,0|2,0

			Код|Найменування показника|Одиниця виміру|Значення
			1|Площа дахів|кв.м|120`,
		"text between": `
			№|Захід|План|Факт
			1|Ремонт дахів|1,0|1,0
			2|Ремонт стін|2,0|2,0
			Крім того, виконано інші роботи за рахунок субвенції.
			3|Ремонт вікон|1,0|1,0
			4|Ремонт дверей|2,0|2,0`,
	} {
		t.Run(name, func(t *testing.T) {
			in := fragments(s)
			out, err := rejoin.Rejoin(context.Background(), in)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(in, out) {
				t.Errorf("was touched: %+v", repairsOf(out))
			}
		})
	}
}

// TestRepeatedHeader takes a header that a page repeats out of the table; it
// stays in the document, where it stood, as furniture.
func TestRepeatedHeader(t *testing.T) {
	in := fragments(`
		№|Захід|План, тис.грн|Факт
		1|2|3|4
		1|Ремонт дахів|1,0|1,0
		2|Ремонт стін та|2,0|2,0

		- 2 -

		№|Захід|План, тис. грн|Факт
		1|2|3|4
		|заміна дверей||
		3|Ремонт вікон|3,0|3,0`)
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	sameInk(t, in, out)
	var kinds []string
	for _, b := range out.Blocks {
		switch b := b.(type) {
		case *document.Table:
			kinds = append(kinds, "table")
		case *document.Paragraph:
			kinds = append(kinds, string(b.Kind)+": "+b.Text)
		}
	}
	want := []string{"table", "text: - 2 -", "furniture: № Захід План, тис. грн Факт", "furniture: 1 2 3 4"}
	if !reflect.DeepEqual(kinds, want) {
		t.Errorf("blocks %q, want %q", kinds, want)
	}
	rows := []string{"№¦Захід¦План, тис.грн¦Факт", "1¦2¦3¦4", "1¦Ремонт дахів¦1,0¦1,0", "2¦Ремонт стін та заміна дверей¦2,0¦2,0", "3¦Ремонт вікон¦3,0¦3,0"}
	if got := tableRows(out, 0); !reflect.DeepEqual(got, rows) {
		t.Errorf("rows %q, want %q", got, rows)
	}
}

// TestPlaces keeps the place of what was moved, and says that it was.
func TestPlaces(t *testing.T) {
	in := fragments(`
		№|Захід|План, тис.грн|Факт|Інформація про виконання
		1|Ремонт дахів|1,0|1,0|Відремонтовано дах ліцею.
		2|Ремонт стін|2,0|2,0|Пофарбовано стіни спортивної

		3|Ремонт вікон|3,0|3,0|зали.¶Замінено вікна майстерні.
		4|Ремонт дверей|4,0|4,0|Замінено двері.`)
	out, err := rejoin.Rejoin(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	table := out.Blocks[0].(*document.Table)
	cell := table.Rows[2].Cells[4]
	if cell.Text() != "Пофарбовано стіни спортивної зали." || len(cell.Parts) != 2 {
		t.Fatalf("cell %q", cell.Text())
	}
	if p := cell.Parts[1]; !p.Moved || p.Place.Line != 5 || p.Place.Cell != 5 || p.Place.Paragraph != 1 {
		t.Errorf("moved part %+v", p)
	}
	if p := table.Rows[3].Cells[4].Parts[0]; p.Moved || p.Text != "Замінено вікна майстерні." || p.Place.Paragraph != 2 {
		t.Errorf("part that stays %+v", p)
	}
	for _, r := range table.Repairs {
		if r.Code == document.TailMoved {
			if r.Row != 2 || r.Col != 4 || r.Confidence < 0.6 || r.From.Line != 5 {
				t.Errorf("repair %+v", r)
			}
			return
		}
	}
	t.Error("no repair says that a tail was moved")
}
