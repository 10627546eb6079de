package layout

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"zvit/extract/document"
)

// rows draws a table of two columns: a name and a sum a row, as "лава 5".
func (s *sheet) rows(x, y float64, rows ...[2]string) *sheet {
	xs, ys := []float64{x, x + 120, x + 200}, []float64{y}
	for i, r := range rows {
		top := y + 20*float64(i)
		s.text(x+5, top+5, r[0]).text(x+125, top+5, r[1])
		ys = append(ys, top+20)
	}
	return s.lattice(xs, ys)
}

// cuts writes the tables of pages in order, as "page: first cell, last cell",
// with a bar where the page cuts them.
func cuts(pages ...*sheet) string {
	var a Analyser
	for i, s := range pages {
		s.p.Number = i + 1
		a.Add(s.p)
	}
	out := ""
	for _, b := range a.Blocks() {
		t, ok := b.(*document.Table)
		if !ok {
			out += b.(*document.Paragraph).Text + "; "
			continue
		}
		mark := func(cut bool) string {
			if cut {
				return "|"
			}
			return ""
		}
		last := t.Rows[len(t.Rows)-1].Cells
		out += fmt.Sprintf("%d:%s%s-%s%s; ", t.PageFrom, mark(t.CutBefore), t.Rows[0].Cells[0].Text(), last[len(last)-1].Text(), mark(t.CutAfter))
	}
	return out
}

var (
	head = [2]string{"Стаття", "План"}
	a1   = [2]string{"лави", "11"}
	a2   = [2]string{"урни", "12"}
	a3   = [2]string{"клумби", "13"}
	b1   = [2]string{"дороги", "21"}
	b2   = [2]string{"мости", "22"}
	b3   = [2]string{"ліхтарі", "23"}
)

// TestCutsSideBySide: of tables side by side each goes on at its own place, and
// is read to its end before the next.
func TestCutsSideBySide(t *testing.T) {
	const left, right = 50, 300
	for _, c := range []struct {
		name  string
		pages []*sheet
		want  string
	}{
		{
			"a pair",
			[]*sheet{
				newSheet().rows(left, 700, head, a1).rows(right, 700, head, b1),
				newSheet().rows(left, 50, a2, a3).rows(right, 50, b2, b3).text(50, 300, "Далі йде звіт."),
			},
			"1:Стаття-11|; 2:|урни-13; 1:Стаття-21|; 2:|мости-23; Далі йде звіт.; ",
		},
		{
			"rows of other heights, and set to the middle",
			[]*sheet{
				newSheet().rows(left, 680, head, a1, a2).rows(right, 700, head, b1),
				newSheet().rows(left, 70, a3, a1).rows(right, 50, b2, b3, b1, b2),
			},
			"1:Стаття-12|; 2:|клумби-11; 1:Стаття-21|; 2:|мости-22; ",
		},
		{
			"the left one ends a page earlier",
			[]*sheet{
				newSheet().rows(left, 600, head, a1).rows(right, 600, head, b1, b2, b3, b1),
				newSheet().rows(right, 50, b2, b3),
				newSheet().text(50, 50, "Кінець."),
			},
			"1:Стаття-11; 1:Стаття-21|; 2:|мости-23; Кінець.; ",
		},
		{
			"the left one goes on alone, for two pages",
			[]*sheet{
				newSheet().rows(left, 700, head, a1).rows(right, 700, head, b1),
				newSheet().rows(left, 50, a2, a3),
				newSheet().rows(left, 50, a1, a2),
			},
			"1:Стаття-11|; 2:|урни-13|; 3:|лави-12; 1:Стаття-21; ",
		},
		{
			"a title above one of them, parted from it",
			[]*sheet{
				newSheet().text(left, 705, "Власні кошти").rows(right, 700, head, b1),
				newSheet().rows(left, 50, head, a1).rows(right, 50, b2, b3),
			},
			"Власні кошти; 2:Стаття-11; 1:Стаття-21|; 2:|мости-23; ",
		},
		{
			"one begins below the other, under a title",
			[]*sheet{
				newSheet().text(left, 703, "Власні кошти").rows(left, 722, head).rows(right, 700, head),
				newSheet().rows(left, 50, a1, a2).rows(right, 50, b1, b2),
			},
			"Власні кошти; 1:Стаття-План|; 2:|лави-12; 1:Стаття-План|; 2:|дороги-22; ",
		},
		{
			"two that follow one another, at other sides",
			[]*sheet{
				newSheet().rows(left, 640, head, a1).rows(right, 720, head, b1),
				newSheet().rows(left, 50, a2, a3).rows(right, 150, b2, b3),
			},
			"1:Стаття-11; 1:Стаття-21|; 2:|урни-13; 2:мости-23; ",
		},
		{
			"a pair below a pair that ends",
			[]*sheet{
				newSheet().rows(left, 700, head, a1).rows(right, 700, head, b1),
				newSheet().rows(left, 50, a2).rows(right, 50, b2).rows(left, 150, head, a3).rows(right, 150, head, b3),
			},
			"1:Стаття-11|; 2:|урни-12; 1:Стаття-21|; 2:|мости-22; 2:Стаття-13; 2:Стаття-23; ",
		},
		{
			"a pair after one wide table is not that table",
			[]*sheet{
				newSheet().lattice([]float64{50, 300, 500}, []float64{700, 720, 740}).
					text(55, 705, "Захід").text(305, 705, "План").text(55, 725, "лави").text(305, 725, "5"),
				newSheet().rows(left, 50, a2, a3).rows(right, 50, b2, b3),
			},
			"1:Захід-5; 2:урни-13; 2:мости-23; ",
		},
		{
			"text below ends both",
			[]*sheet{
				newSheet().rows(left, 600, head, a1).rows(right, 600, head, b1).text(50, 700, "Разом за квартал."),
				newSheet().rows(left, 50, a2, a3).rows(right, 50, b2, b3),
			},
			"1:Стаття-11; 1:Стаття-21; Разом за квартал.; 2:урни-13; 2:мости-23; ",
		},
		{
			"one table page after page",
			[]*sheet{newSheet().rows(left, 700, head, a1), newSheet().rows(left, 50, a2, a3), newSheet().rows(left, 50, b1, b2)},
			"1:Стаття-11|; 2:|урни-13|; 3:|дороги-22; ",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, cuts(c.pages...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestTouchingTables parts two tables that touch where the rows of each, or the
// page that they go on on, show them to be two. A double line within one table
// parts nothing.
func TestTouchingTables(t *testing.T) {
	const left, right = 50, 252.5
	level := func() *sheet { return newSheet().rows(left, 700, head, a1).rows(right, 700, head, b1) }
	if diff := cmp.Diff("1:Стаття-11|; 2:|урни-13; 1:Стаття-21|; 2:|мости-23; ",
		cuts(level(), newSheet().rows(left, 50, a2, a3).rows(right, 65, b2, b3))); diff != "" {
		t.Errorf("two on the next page (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff("1:Стаття-11|; 2:|урни-13; 1:Стаття-21|; 2:|мости-23; ",
		cuts(newSheet().rows(left, 685, head, a1).rows(right, 700, head, b1), newSheet().rows(left, 50, a2, a3).rows(right, 50, b2, b3))); diff != "" {
		t.Errorf("two on the page before (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff("Власні кошти; 1:Стаття-План|; 2:|лави-12; 1:Стаття-План|; 2:|дороги-22; ",
		cuts(newSheet().text(left, 703, "Власні кошти").rows(left, 718.5, head).rows(right, 700, head), newSheet().rows(left, 50, a1, a2).rows(right, 50, b1, b2))); diff != "" {
		t.Errorf("one begins beside the last row of the other (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff("1:Стаття-21|; 2:|урни-23; ", cuts(level(), newSheet().rows(left, 50, a2, a3).rows(right, 50, b2, b3))); diff != "" {
		t.Errorf("one table with a double line (-want +got):\n%s", diff)
	}
	// Rows of the left half over two of the right half's each, beside a double line.
	merged := newSheet().lattice([]float64{50, 150}, []float64{100, 140, 180, 220}).
		lattice([]float64{152.5, 250, 350}, []float64{100, 120, 140, 160, 180, 200, 220}).
		text(55, 115, "перше").text(55, 155, "друге").text(55, 195, "третє")
	for i, s := range []string{"а", "б", "в", "г", "ґ", "д"} {
		merged.text(160, 103+20*float64(i), s).text(260, 103+20*float64(i), "1")
	}
	if diff := cmp.Diff("1:перше-1; ", cuts(merged)); diff != "" {
		t.Errorf("merged cells beside a double line (-want +got):\n%s", diff)
	}
	// An upright that stands elsewhere below the heading.
	jog := newSheet().lattice([]float64{50, 150, 350}, []float64{100, 121}).lattice([]float64{50, 152.5, 350}, []float64{120, 140, 160}).
		text(55, 105, "Стаття").text(160, 105, "План").text(55, 125, "лави").text(160, 125, "11").text(55, 145, "урни").text(160, 145, "12")
	if diff := cmp.Diff("1:Стаття-12; ", cuts(jog)); diff != "" {
		t.Errorf("a column with a jog (-want +got):\n%s", diff)
	}
}

// TestColumnsOverPages: a total that stands alone on its page has the columns of
// its table, and a table of other columns keeps its own.
func TestColumnsOverPages(t *testing.T) {
	xs := []float64{50, 90, 250, 350, 450}
	table := func() *sheet {
		return newSheet().lattice(xs, []float64{700, 720, 740}).
			text(55, 705, "1").text(95, 705, "лави").text(255, 705, "10").text(355, 705, "9").
			text(55, 725, "2").text(95, 725, "урни").text(255, 725, "20").text(355, 725, "19")
	}
	rows := "|1|лави|10|9|\n|2|урни|20|19|\n"
	total := newSheet().lattice([]float64{50, 250, 350, 450}, []float64{50, 70}).
		text(55, 55, "Разом").text(255, 55, "30").text(355, 55, "28")
	if diff := cmp.Diff(rows+"|Разом{1x2}|30|28|\n", analyse(table(), total)); diff != "" {
		t.Errorf("a total (-want +got):\n%s", diff)
	}
	other := newSheet().lattice([]float64{50, 230, 350, 450}, []float64{50, 70}).
		text(55, 55, "Дерева").text(255, 55, "30").text(355, 55, "28")
	if diff := cmp.Diff(rows+"|Дерева|30|28|\n", analyse(table(), other)); diff != "" {
		t.Errorf("other columns (-want +got):\n%s", diff)
	}
	longer := newSheet().lattice([]float64{50, 250, 350, 450}, []float64{50, 70, 90, 110})
	for i, s := range []string{"Дерева", "Кущі", "Трава"} {
		longer.text(55, 55+20*float64(i), s).text(255, 55+20*float64(i), "3").text(355, 55+20*float64(i), "2")
	}
	if diff := cmp.Diff(rows+"|Дерева|3|2|\n|Кущі|3|2|\n|Трава|3|2|\n", analyse(table(), longer)); diff != "" {
		t.Errorf("a table of its own (-want +got):\n%s", diff)
	}
}

// drawPages makes pages of tables side by side whose columns meet from page to
// page, or nearly.
func drawPages(t *rapid.T) []*sheet {
	var out []*sheet
	for range rapid.IntRange(2, 4).Draw(t, "pages") {
		s := newSheet()
		for k, x := 0, 40.0; k < rapid.IntRange(0, 3).Draw(t, "tables"); k++ {
			xs := []float64{x}
			for range rapid.IntRange(1, 3).Draw(t, "columns") {
				x += float64(rapid.SampledFrom([]int{40, 60, 61}).Draw(t, "width"))
				xs = append(xs, x)
			}
			ys := []float64{float64(rapid.SampledFrom([]int{30, 45, 400, 700}).Draw(t, "top"))}
			for range rapid.IntRange(1, 5).Draw(t, "rows") {
				y := ys[len(ys)-1]
				for _, cell := range xs[:len(xs)-1] {
					if rapid.IntRange(0, 3).Draw(t, "filled") > 0 {
						s.text(cell+3, y+4, rapid.SampledFrom([]string{"7", "лави", "1,5"}).Draw(t, "text"))
					}
				}
				ys = append(ys, y+float64(rapid.SampledFrom([]int{18, 20, 30}).Draw(t, "height")))
			}
			s.lattice(xs, ys)
			x += float64(rapid.SampledFrom([]int{0, 2, 20}).Draw(t, "gap"))
		}
		out = append(out, s)
	}
	return out
}

// TestEveryWordStandsOnceOverPages: what is parted, ordered and put over other
// columns at page breaks keeps each letter and digit once.
func TestEveryWordStandsOnceOverPages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var a Analyser
		var all Page
		for i, s := range drawPages(t) {
			s.p.Number = i + 1
			all.Words = append(all.Words, s.p.Words...)
			a.Add(s.p)
		}
		if err := sound(all, a.Blocks()); err != nil {
			t.Fatal(err)
		}
	})
}
