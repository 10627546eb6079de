package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestColumnsOfThePageBefore: the last rows of a table without rulings have the
// columns that it had on the page before, and so has what was cut off its last
// row; another table has its own.
func TestColumnsOfThePageBefore(t *testing.T) {
	row := func(s *sheet, y float64, number, label, plan, fact string) {
		s.text(50, y, number).text(80, y, label).text(300, y, plan).text(349, y, fact)
	}
	first := newSheet()
	row(first, 620, "№", "Назва", "План", "Факт")
	row(first, 640, "1", "Ремонт лав", "12 345,10", "11 345,10")
	row(first, 660, "2", "Ремонт гойдалок", "22 345,10", "21 345,10")
	row(first, 680, "3", "Очищення ставу", "2 345,10", "1 345,10")
	row(first, 700, "4", "Очищення русла", "3 345,10", "1 345,10")
	row(first, 720, "5", "Висаджування дерев", "5 345,10", "5 345,10")
	second := newSheet().text(80, 40, "уздовж вулиць")
	row(second, 60, "6", "Освітлення", "32 345,10", "31 345,10")
	row(second, 80, "7", "Огорожі", "42 345,10", "41 345,10")
	second.text(50, 120, "Заходи виконано.")
	rows := "|№|Назва|План|Факт|\n|1|Ремонт лав|12 345,10|11 345,10|\n|2|Ремонт гойдалок|22 345,10|21 345,10|\n|3|Очищення ставу|2 345,10|1 345,10|\n" +
		"|4|Очищення русла|3 345,10|1 345,10|\n|5|Висаджування дерев|5 345,10|5 345,10|\n"
	want := rows + "||уздовж вулиць|||\n|6|Освітлення|32 345,10|31 345,10|\n|7|Огорожі|42 345,10|41 345,10|\nЗаходи виконано.\n"
	if diff := cmp.Diff(want, analyse(first, second)); diff != "" {
		t.Errorf("the table's last rows (-want +got):\n%s", diff)
	}

	other := newSheet().text(50, 100, "Назва").text(290, 100, "Разом").text(50, 120, "Лави для парку").text(290, 120, "12 345,10 грн").
		text(50, 140, "Урни для парку").text(290, 140, "22 345,10 грн").text(50, 160, "Клумби").text(290, 160, "32 345,10 грн")
	want = rows + "|Назва|Разом|\n|Лави для парку|12 345,10 грн|\n|Урни для парку|22 345,10 грн|\n|Клумби|32 345,10 грн|\n"
	if diff := cmp.Diff(want, analyse(first, other)); diff != "" {
		t.Errorf("another table (-want +got):\n%s", diff)
	}
}
