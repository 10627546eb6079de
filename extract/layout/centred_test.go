package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// label sets lines of a label, twelve points apart, so that their middle is at y.
func (s *sheet) label(x, y float64, lines ...string) *sheet {
	y -= 6 * float64(len(lines)-1)
	for i, l := range lines {
		s.text(x, y+12*float64(i), l)
	}
	return s
}

// TestCentredRows: rows of tables without rulings whose cells are set to the
// middle are whole, their headings too; the same rows set to the top stay what
// they are.
func TestCentredRows(t *testing.T) {
	row := func(s *sheet, y float64, number, plan, fact string, label ...string) {
		s.text(50, y, number).label(80, y, label...).text(300, y, plan).text(400, y, fact)
	}
	centred := newSheet()
	centred.label(50, 112, "№", "з/п").text(80, 112, "Назва заходу").label(300, 112, "План", "на рік,", "тис. грн").text(400, 112, "Факт")
	row(centred, 150, "1", "10,5", "9,5", "Облаштування", "дитячих майданчиків")
	row(centred, 200, "2", "20,5", "19,5", "Висаджування дерев", "уздовж вулиць", "і на площі", "біля школи")
	row(centred, 250, "3", "30,5", "29,5", "Ремонт")
	row(centred, 280, "4", "40,5", "39,5", "Очищення ставу", "від мулу", "та очерету")
	want := "|№ з/п|Назва заходу|План на рік, тис. грн|Факт|\n" +
		"|1|Облаштування дитячих майданчиків|10,5|9,5|\n|2|Висаджування дерев уздовж вулиць і на площі біля школи|20,5|19,5|\n" +
		"|3|Ремонт|30,5|29,5|\n|4|Очищення ставу від мулу та очерету|40,5|39,5|\n"
	if diff := cmp.Diff(want, analyse(centred)); diff != "" {
		t.Errorf("set to the middle (-want +got):\n%s", diff)
	}

	top := newSheet().text(50, 100, "№").text(80, 100, "Назва заходу").text(300, 100, "План").text(400, 100, "Факт")
	y := 120.0
	for _, r := range [][]string{
		{"1", "10,5", "9,5", "Облаштування", "дитячих майданчиків"},
		{"2", "20,5", "19,5", "Висаджування дерев", "уздовж вулиць"},
		{"3", "30,5", "29,5", "Ремонт лав", "і гойдалок"},
		{"4", "40,5", "39,5", "Очищення ставу", "від мулу"},
	} {
		top.text(50, y, r[0]).text(300, y, r[1]).text(400, y, r[2])
		for _, l := range r[3:] {
			top.text(80, y, l)
			y += 12
		}
	}
	want = "|№|Назва заходу|План|Факт|\n|1|Облаштування дитячих майданчиків|10,5|9,5|\n|2|Висаджування дерев уздовж вулиць|20,5|19,5|\n" +
		"|3|Ремонт лав і гойдалок|30,5|29,5|\n|4|Очищення ставу від мулу|40,5|39,5|\n"
	if diff := cmp.Diff(want, analyse(top)); diff != "" {
		t.Errorf("set to the top (-want +got):\n%s", diff)
	}
}
