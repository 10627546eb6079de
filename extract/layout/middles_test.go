package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Values that stand level with the middle of labels of several lines.
func TestValuesLevelWithTheMiddle(t *testing.T) {
	s := newSheet().text(50, 80, "Захід").text(300, 80, "План").text(400, 80, "Факт")
	y := 100.0
	var want strings.Builder
	want.WriteString("|Захід|План|Факт|\n")
	for i, label := range [][]string{
		{"Утримання парків", "та скверів міста"},
		{"Заміна ліхтарів на", "вулицях і площах", "біля шкіл"},
		{"Ремонт"},
		{"Очищення ставків", "у нижній частині"},
		{"Посадка дерев уздовж", "дороги до озера", "та лісу"},
		{"Прокладання стежок", "до джерела"},
	} {
		for k, line := range label {
			s.text(50, y+12*float64(k), line)
		}
		value := fmt.Sprint(1200 + 37*i)
		middle := y + 6*float64(len(label)-1)
		s.text(300, middle, value).text(400, middle, "88,5")
		fmt.Fprintf(&want, "|%s|%s|88,5|\n", strings.Join(label, " "), value)
		y += 12*float64(len(label)) + 5
	}
	if diff := cmp.Diff(want.String(), analyse(s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
