package textdoc

import "testing"

// A line without tabs between the rows of one table is a row of it: a heading
// that was merged over the columns, an explanation. A caption of another table,
// a page's number and prose are not.
func TestLinesInsideTables(t *testing.T) {
	const head = "№ з/п\tЗахід\tСтрок\tПлан, тис. грн\tФакт, тис. грн\n"
	for name, c := range map[string]struct {
		text         string
		tables, rows int // rows of the first table
		paragraphs   int
	}{
		"tasks":               {head + "Завдання 1. Ставки\n1.1\tПоглиблення\t2021\t10,0\t9,0\nРазом за завданням 1\t\t10,0\t9,0\nЗавдання 2. Береги\n2.1\tОгляд\t2021\t4,0\t4,0\n", 1, 6, 0},
		"explanation":         {head + "1\tПоглиблення\t2021\t10,0\t9,0\nПояснення: подорожчало пальне\n2\tякості\t\t\t\n\tОгляд\t2021\t4,0\t4,0\n", 1, 5, 0},
		"a caption":           {head + "1\tПоглиблення\t2021\t10,0\t9,0\nРезультати програми\n№\tПоказник\tОдиниця\tПлан\tФакт\n1\tСтавків\tод.\t4\t4\n", 2, 2, 1},
		"a page number":       {head + "1\tПоглиблення\t2021\t10,0\t9,0\n14\n2\tОгляд\t2021\t4,0\t4,0\n", 2, 2, 1},
		"a page below a head": {head + "Розділ 1. Ставки\n1\tПоглиблення\t2021\t10,0\t9,0\nРозділ 2. Береги\n\n2\tОгляд\t2021\t4,0\t4,0\n", 2, 4, 0},
		"a page above a head": {head + "Розділ 1. Ставки\n1\tПоглиблення\t2021\t10,0\t9,0\n\nРозділ 2. Береги\n2\tОгляд\t2021\t4,0\t4,0\n", 2, 3, 0},
		"an end and a line":   {head + "Розділ 1. Ставки\n1\tПоглиблення\t2021\t10,0\t9,0\nКошти надійшли пізно.\n\n2\tОгляд\t2021\t4,0\t4,0\n", 2, 3, 1},
		"prose apart":         {head + "1\tПоглиблення\t2021\t10,0\t9,0\n\nКошти надійшли пізно.\n\n2\tОгляд\t2021\t4,0\t4,0\n3\tОгорожа\t2021\t4,0\t4,0\n", 2, 2, 1},
	} {
		doc := readText(t, c.text)
		tables := tablesOf(doc)
		if len(tables) != c.tables || len(tables[0].Rows) != c.rows || len(paragraphsOf(doc)) != c.paragraphs {
			t.Errorf("%s: %d tables, the first of %d rows, %d paragraphs; want %d, %d, %d",
				name, len(tables), len(tables[0].Rows), len(paragraphsOf(doc)), c.tables, c.rows, c.paragraphs)
		}
	}
}
