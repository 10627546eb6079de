package recognise

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// bits are what drawn documents are made of: the words that recognising looks
// for, and what stands beside them.
var bits = []string{
	"Заключний звіт", "Звіт про виконання програми «Ясен» за 2019-2021 роки", "ЗВІТ", "УКРАЇНА", "КЛЕНІВСЬКА МІСЬКА РАДА",
	"№", "№ з/п", "Зміст заходів", "Завдання", "Виконавець", "План, тис. грн", "Факт, грн", "% виконання", "Джерела фінансування",
	"Назва показника", "Одиниця виміру", "Планове значення", "Фактичне значення", "Показники продукту", "2019", "2020",
	"Всього", "у тому числі:", "з них", "обласний бюджет", "загальний фонд", "1", "2", "1.1", "3.", "12,5", "1 250,00", "-", "х", "0,0",
	"тис.грн", "(грн)", "грн/куб.м", "рішення від 12.12.2017 № 45", "№ 3-6/VІІІ від 1.02.2018", "втратило чинність", "та зміни до неї:",
	"Обсяг фінансування програми становить 600,0 тис. грн, зокрема:", "у 2019 році – 100,0;", "Начальник відділу", "О.В. Дуб", "Іван КЛЕН",
	"Садити ясени вздовж доріг.", "КП «Ясен»", "12 місце (за 2019 рік)", "100,0+20,0=120,0", "«", "»", "\"", "**", "{c3}", "{r2}", "{r2c2}x", "",
}

// drawn is the text of a document of lines and tables in any order.
func drawn(t *rapid.T) string {
	var b strings.Builder
	for range rapid.IntRange(0, 12).Draw(t, "blocks") {
		if rapid.Bool().Draw(t, "table") {
			cols := rapid.IntRange(1, 7).Draw(t, "columns")
			for range rapid.IntRange(1, 6).Draw(t, "rows") {
				cells := make([]string, cols+rapid.IntRange(0, 1).Draw(t, "extra"))
				for i := range cells {
					cells[i] = rapid.SampledFrom(bits).Draw(t, "cell")
				}
				b.WriteString(strings.Join(cells, "\t") + "\n")
			}
		} else {
			for range rapid.IntRange(1, 4).Draw(t, "lines") {
				b.WriteString(strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 1, 3).Draw(t, "line"), " ") + "\n")
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// holds fails where a document's records break what recognising promises of any
// document: every block in one report, every table listed once, ids that no two
// records share, links that lead somewhere, every money cell of a known table
// said, and the same result again.
func holds(t interface {
	Errorf(string, ...any)
	Fatalf(string, ...any)
	Helper()
}, text string,
) {
	t.Helper()
	doc := docOf(text)
	before := doc.Ink()
	list, findings, err := Recognise(context.Background(), doc)
	if err != nil {
		t.Fatalf("%v", err)
	}
	if diff := cmp.Diff(before, doc.Ink()); diff != "" {
		t.Errorf("the document was changed: %s", diff)
	}
	again, findingsAgain, _ := Recognise(context.Background(), docOf(text))
	if diff := cmp.Diff(list, again); diff != "" || !cmp.Equal(findings, findingsAgain) {
		t.Errorf("another result the second time: %s", diff)
	}
	tables, listed := 0, map[int]int{}
	for _, b := range doc.Blocks {
		if _, ok := b.(*document.Table); ok {
			tables++
		}
	}
	ids := map[string]bool{}
	for i, r := range list {
		if r.Ordinal != i+1 {
			t.Errorf("report %d has ordinal %d", i+1, r.Ordinal)
		}
		said := map[[3]any]bool{}
		for _, a := range r.Amounts {
			said[[3]any{a.TableID, a.Row, a.Col}] = true
			if a.ID == "" || ids[a.ID] {
				t.Errorf("amount id %q is empty or given twice", a.ID)
			}
			ids[a.ID] = true
			if a.Printed == "" || a.Role == "" || a.SubjectID == "" {
				t.Errorf("an amount lacks what it must have: %+v", a)
			}
			for _, m := range a.Mentions {
				if m < 0 || m >= len(r.Mentions) {
					t.Errorf("mention %d of %d", m, len(r.Mentions))
				}
			}
		}
		for _, x := range r.Tables {
			listed[x.Number]++
		}
		for _, b := range doc.Blocks {
			table, ok := b.(*document.Table)
			if !ok {
				continue
			}
			for _, x := range r.Tables {
				if x.Number != table.Place.Table || x.Form != "measures" {
					continue
				}
				for _, a := range analyseAll(table, nil) {
					if (measuresTable(a, true) || codedMeasures(a)) && !indicatorsTable(a) {
						everyFigure(t, a, x.ID, said)
					}
				}
			}
		}
	}
	if len(listed) != tables {
		t.Errorf("%d tables listed, of %d", len(listed), tables)
	}
	for n, times := range listed {
		if times != 1 {
			t.Errorf("table %d is listed %d times", n, times)
		}
	}
}

// everyFigure fails where a figure in a money column of a table of measures, in
// a row that does not count things there, is in no amount.
func everyFigure(t interface{ Errorf(string, ...any) }, a *Table, id string, said map[[3]any]bool) {
	for r := a.BodyFrom; r < a.BodyTo; r++ {
		if k := a.Kind(r); k == RowBlank || k == RowHeading || k == RowSection || k == RowPercent {
			continue
		}
		for _, c := range a.Find(wording.ColumnMoney) {
			own := a.Own(r, c.Index)
			if own == nil || a.countsInRow(r, c.Index) {
				continue
			}
			if _, ok := wording.ParseNumeral(a.Text(r, c.Index)); !ok {
				continue
			}
			if !said[[3]any{id, r, c.Index}] {
				t.Errorf("row %d column %d of %s: %q is in no amount", r, c.Index, id, own.Text())
			}
		}
	}
}

func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { holds(t, drawn(t)) })
}

func FuzzRecognise(f *testing.F) {
	f.Add(sample(1))
	f.Add("Звіт про виконання програми «Ясен»\n\n№\tЗахід\tПлан\n{r2}1\t{c2}x\n2\t3\n")
	f.Add("рішення від 1.1.2020 №1, «»\"№№ \n{r9c9}\t\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 || strings.ContainsRune(text, 0) {
			t.Skip()
		}
		holds(t, strings.ToValidUTF8(text, "?"))
	})
}
