package textdoc

import (
	"fmt"
	"testing"
)

// A bar may stand before each row too, and the one behind a cell on a line of its
// own; a heading above the first bar is no cell.
func TestBarsBeforeRows(t *testing.T) {
	const rows = "|\n№ з/п |\nНазва криниці |\nКількість |\nСума, тис. грн |\n|\n1 |\nВерхня |\n12 |\n40,5 |\n|\n1.1 |\nНижня\n|\n7 |\n18,2 |\n|\n2 |\n|\n3 |\n5,0 |\n"
	for _, text := range []string{rows, rows + "|\n", "Перелік криниць\n" + rows} {
		doc := readText(t, text)
		tables := tablesOf(doc)
		if len(tables) != 1 || tables[0].Columns != 4 {
			t.Fatalf("%q: %s", text, dump(doc))
		}
		if got := fmt.Sprint(texts(tables[0])); got != "[[№ з/п Назва криниці Кількість Сума, тис. грн] [1 Верхня 12 40,5] [1.1 Нижня 7 18,2] [2  3 5,0]]" {
			t.Errorf("%q: %s", text, got)
		}
	}
}
