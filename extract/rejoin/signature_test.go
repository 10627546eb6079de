package rejoin_test

import (
	"context"
	"testing"

	"zvit/extract/document"
	"zvit/extract/rejoin"
)

func rowsOf(t *testing.T, text string) (tables []*document.Table) {
	t.Helper()
	d, err := rejoin.Rejoin(context.Background(), fragments(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range d.Blocks {
		if table, ok := b.(*document.Table); ok {
			tables = append(tables, table)
		}
	}
	return tables
}

// A signature set in columns is no rest of the table's last row; a row that a
// page cut inside a post and a name is.
func TestSignatureIsNoRow(t *testing.T) {
	const table = `
		№|Захід|План, тис.грн|Факт, тис.грн|Стан
		1|Ремонт дахів|1,0|1,0|Завершено
		2|Ремонт стін|2,0|1,5|Роботи приймав
		Разом:|х|3,0|2,5|х
`
	for _, gap := range []string{"\n", ""} {
		tables := rowsOf(t, table+gap+"\t\tДиректор департаменту||||Василь ВЕРБА\n")
		last := tables[len(tables)-1]
		if got := last.Rows[len(last.Rows)-1].Cells[0].Text(); got != "Директор департаменту" {
			t.Errorf("gap %q: the last row begins with %q", gap, got)
		}
		if got := tables[0].Rows[3].Cells[4].Text(); got != "х" {
			t.Errorf("gap %q: the total's last cell is %q", gap, got)
		}
	}
	tables := rowsOf(t, `
		№|Захід|План, тис.грн|Факт, тис.грн|Стан
		1|Ремонт дахів|1,0|1,0|Завершено в строк.
		2|Ремонт стін|2,0|1,5|Роботи приймав від закладу

		||||директор Василь ВЕРБА
		3|Ремонт вікон|2,0|1,5|Замінено шість вікон.`)
	if len(tables) != 1 || len(tables[0].Rows) != 4 {
		t.Fatalf("%d tables, the first of %d rows, want one of 4", len(tables), len(tables[0].Rows))
	}
}

// Headings that begin with a year are headings, and the level below them is no
// continuation; a row of data with a year is data.
func TestHeadingsOfYears(t *testing.T) {
	tables := rowsOf(t, `
		№ з/п|Заходи|2021 рік, тис. грн||2022 рік, тис. грн||Примітка
		||план|факт|план|факт|
		1|Ремонт дахів|1,0|1,0|2,0|1,5|Завершено
		2|Ремонт стін|2,0|1,5|2,0|0,0|Триває`)
	if n := len(tables[0].Rows); n != 4 {
		t.Fatalf("%d rows, want 4", n)
	}
	if got := tables[0].Rows[0].Cells[2].Text(); got != "2021 рік, тис. грн" {
		t.Errorf("heading %q", got)
	}
}

// The last row's number is missing where all others have theirs; rows that stand
// without numbers below numbered heads miss none.
func TestNumbersOfHeadsAlone(t *testing.T) {
	missing := func(text string) (n int) {
		for _, table := range rowsOf(t, text) {
			for _, r := range table.Repairs {
				if r.Code == document.NumberMissing {
					n++
				}
			}
		}
		return n
	}
	if n := missing(`
		№ з/п|Показник|Одиниця виміру|План|Факт
		Пояснення до показників
		3|ефективності|||
		|витрати на один захід|грн|10,5|9,5
		4|якості|||
		|частка оглянутих ставків|відсотків|86|79`); n != 0 {
		t.Errorf("%d numbers are said to be missing below heads", n)
	}
	if n := missing(`
		№ з/п|Показник|Одиниця виміру|План|Факт
		1|кількість ставків|од.|4|4
		2|кількість лав|од.|6|5
		3|кількість урн|од.|8|8
		|кількість ліхтарів|од.|9|7`); n != 1 {
		t.Errorf("%d numbers are said to be missing, want 1", n)
	}
}
