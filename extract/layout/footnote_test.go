package layout

import (
	"strings"
	"testing"
)

// noted is a page with a table down to its foot and notes of that size below it.
func noted(number int, size float64, rule bool, notes ...string) *sheet {
	s := newSheet()
	s.p.Number = number
	s.lattice([]float64{50, 300, 550}, []float64{60, 90, 120, 650}).
		text(55, 65, "Назва").text(305, 65, "Сума").text(55, 95, "Ремонт доріг").text(305, 95, "120,5").
		text(55, 125, "Освітлення").text(305, 125, "88,4")
	y := 670.0
	if rule {
		s.level(y-4, 50, 190)
	}
	for _, n := range notes {
		from := len(s.p.Words)
		s.text(50, y, n)
		for i := from; i < len(s.p.Words); i++ {
			s.p.Words[i].FontSize = size
			s.p.Words[i].Box.Y1 = y + size
		}
		y += 1.3 * size
	}
	return s
}

// raised makes the first word of the page's last n words a raised mark.
func (s *sheet) raised(n int) *sheet {
	w := &s.p.Words[len(s.p.Words)-n]
	w.FontSize *= 0.6
	w.Box.Y1 = w.Box.Y0 + w.FontSize
	return s
}

func TestFootnotesStandAfterTheTable(t *testing.T) {
	after := func() *sheet {
		s := newSheet()
		s.p.Number = 2
		return s.lattice([]float64{50, 300, 550}, []float64{60, 90, 120}).
			text(55, 65, "Сквер").text(305, 65, "7,0").text(55, 95, "Разом").text(305, 95, "215,9").text(50, 300, "Далі текст.")
	}
	for _, c := range []struct {
		name string
		page *sheet
		note bool
	}{
		{"a star and smaller type", noted(1, 8, false, "* без урахування субвенції"), true},
		{"a raised numeral under a rule", noted(1, 10, true, "1 за даними казначейства").raised(4), true},
		{"smaller type under a rule", noted(1, 8, true, "За даними казначейства станом на кінець року"), true},
		{"two notes", noted(1, 8, false, "* без субвенції", "** за даними казначейства"), true},
		{"a paragraph of the text's size", noted(1, 10, false, "Залишок коштів повернуто до бюджету громади"), false},
		{"a list with stars", noted(1, 10, false, "* ремонт даху", "* ремонт вікон"), false},
		{"a signature under its rule", noted(1, 10, true, "Начальник управління"), false},
		{"smaller type alone", noted(1, 8, false, "Виконавець Галина Верба, телефон 5-14-60"), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var a Analyser
			a.Add(c.page.p)
			a.Add(after().p)
			got := show(a.Blocks())
			last := strings.TrimSpace(c.page.p.Words[len(c.page.p.Words)-1].Text)
			moved := strings.Index(got, last) > strings.Index(got, "|Разом")
			if moved != c.note {
				t.Errorf("read after the next part of the table: %v, want %v:\n%s", moved, c.note, got)
			}
			if strings.Index(got, last) > strings.Index(got, "Далі текст") {
				t.Errorf("a note belongs before the text that follows:\n%s", got)
			}
		})
	}
}
