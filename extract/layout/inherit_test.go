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
	second.text(50, 100, "Загальнобюджетне").text(300, 100, "99 345,10").text(349, 100, "91 345,10").text(50, 140, "Заходи виконано.")
	rows := "|№|Назва|План|Факт|\n|1|Ремонт лав|12 345,10|11 345,10|\n|2|Ремонт гойдалок|22 345,10|21 345,10|\n|3|Очищення ставу|2 345,10|1 345,10|\n" +
		"|4|Очищення русла|3 345,10|1 345,10|\n|5|Висаджування дерев|5 345,10|5 345,10|\n"
	want := rows + "||уздовж вулиць|||\n|6|Освітлення|32 345,10|31 345,10|\n|7|Огорожі|42 345,10|41 345,10|\n|Загальнобюджетне{1x2}|99 345,10|91 345,10|\nЗаходи виконано.\n"
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

// TestGroupHeadingAtTheFoot: the heading of a group whose rows stand on the next
// page is a row of the table; a line that stands apart from the table is none. A
// line of the page's head is none either, though the table begins with a ruling.
func TestGroupHeadingAtTheFoot(t *testing.T) {
	page := func(y float64, rows ...[3]string) *sheet {
		s := newSheet()
		for i, r := range rows {
			at := y + 15*float64(i)
			s.text(50, at, r[0])
			if r[1] != "" {
				s.text(300, at, r[1]).text(400, at, r[2])
			}
		}
		return s
	}
	rows := [][3]string{
		{"Захід", "План, грн", "Факт, грн"},
		{"Парки"},
		{"Лави", "10,00", "9,00"},
		{"Урни", "20,00", "19,00"},
		{"Клумби", "30,00", "29,00"},
		{"Разом", "60,00", "57,00"},
		{"Вулиці"},
	}
	rest := [][3]string{{"Ліхтарі", "40,00", "39,00"}, {"Лавки", "50,00", "49,00"}, {"Разом", "90,00", "88,00"}}
	want := "|Захід|План, грн|Факт, грн|\n|Парки|||\n|Лави|10,00|9,00|\n|Урни|20,00|19,00|\n|Клумби|30,00|29,00|\n|Разом|60,00|57,00|\n"
	tail := "|Ліхтарі|40,00|39,00|\n|Лавки|50,00|49,00|\n|Разом|90,00|88,00|\n"
	if diff := cmp.Diff(want+"|Вулиці|||\n"+tail, analyse(page(660, rows...), page(50, rest...))); diff != "" {
		t.Errorf("a group's heading (-want +got):\n%s", diff)
	}
	apart := page(620, rows[:6]...).text(50, 740, "Вулиці")
	if diff := cmp.Diff(want+"Вулиці\n"+tail, analyse(apart, page(50, rest...))); diff != "" {
		t.Errorf("a line apart (-want +got):\n%s", diff)
	}
	headed := page(60, rows[:6]...).level(55, 50, 450).level(73, 50, 450).text(50, 20, "01.02.2022").text(300, 20, "Звіт")
	if diff := cmp.Diff("01.02.2022 Звіт\n"+want, analyse(headed)); diff != "" {
		t.Errorf("a running head (-want +got):\n%s", diff)
	}
}
