package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"zvit/extract/document"
)

const em = 10.0

// sheet builds pages for tests: text by place, rulings by ends.
type sheet struct{ p Page }

func newSheet() *sheet { return &sheet{Page{Number: 1, Width: 600, Height: 800}} }

// text sets words from x on at height y, half an em a letter.
func (s *sheet) text(x, y float64, text string) *sheet {
	for _, w := range strings.Fields(text) {
		width := 0.5 * em * float64(len([]rune(w)))
		s.p.Words = append(s.p.Words, Word{
			Text: w, FontSize: em,
			Box: document.Box{X0: x, X1: x + width, Y0: y, Y1: y + em},
		})
		x += width + 0.25*em
	}
	return s
}

func (s *sheet) level(y, x0, x1 float64) *sheet {
	s.p.Rulings = append(s.p.Rulings, Ruling{X0: x0, X1: x1, Y0: y, Y1: y, Width: 0.5})
	return s
}

func (s *sheet) upright(x, y0, y1 float64) *sheet {
	s.p.Rulings = append(s.p.Rulings, Ruling{X0: x, X1: x, Y0: y0, Y1: y1, Width: 0.5})
	return s
}

// lattice draws all rulings of a grid.
func (s *sheet) lattice(xs, ys []float64) *sheet {
	for _, y := range ys {
		s.level(y, xs[0], xs[len(xs)-1])
	}
	for _, x := range xs {
		s.upright(x, ys[0], ys[len(ys)-1])
	}
	return s
}

// show writes blocks: paragraphs as they are, rows of tables with bars, spans as {rows x columns}.
func show(blocks []document.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		switch block := block.(type) {
		case *document.Paragraph:
			if block.Kind == document.Furniture {
				b.WriteString("~")
			}
			b.WriteString(block.Text + "\n")
		case *document.Table:
			for _, row := range block.Rows {
				for i := range row.Cells {
					c := &row.Cells[i]
					b.WriteString("|" + c.Text())
					if c.RowSpan > 1 || c.ColSpan > 1 {
						fmt.Fprintf(&b, "{%dx%d}", c.RowSpan, c.ColSpan)
					}
				}
				b.WriteString("|\n")
			}
		}
	}
	return b.String()
}

func analyse(pages ...*sheet) string {
	var a Analyser
	for i, s := range pages {
		s.p.Number = i + 1
		a.Add(s.p)
	}
	return show(a.Blocks())
}

func TestTables(t *testing.T) {
	xs, ys := []float64{50, 150, 250, 350}, []float64{100, 120, 140, 160}
	cells := func(s *sheet) *sheet {
		return s.text(55, 105, "Захід").text(155, 105, "План").text(255, 105, "Факт").
			text(55, 125, "Дерева").text(155, 125, "10,0").text(255, 125, "9,5").
			text(55, 145, "Разом").text(155, 145, "10,0").text(255, 145, "9,5")
	}
	want := "|Захід|План|Факт|\n|Дерева|10,0|9,5|\n|Разом|10,0|9,5|\n"
	for _, c := range []struct {
		name string
		page *sheet
		want string
	}{
		{"grid", cells(newSheet().lattice(xs, ys)), want},
		{"double borders", cells(newSheet().lattice(xs, ys).lattice([]float64{48, 352}, []float64{98, 162})), want},
		{"dashes", cells(func() *sheet {
			s := newSheet()
			for _, y := range ys {
				for x := xs[0]; x < xs[3]; x += 6 {
					s.level(y, x, x+3)
				}
			}
			for _, x := range xs {
				for y := ys[0]; y < ys[3]; y += 6 {
					s.upright(x, y, y+3)
				}
			}
			return s
		}()), want},
		{"open at the foot", cells(func() *sheet {
			s := newSheet()
			for _, y := range ys[:3] {
				s.level(y, 50, 350)
			}
			for _, x := range xs {
				s.upright(x, 100, 160)
			}
			return s
		}()), want},
		{"open at the sides", cells(func() *sheet {
			s := newSheet()
			for _, y := range ys {
				s.level(y, 50, 350)
			}
			return s.upright(150, 100, 160).upright(250, 100, 160)
		}()), want},
		{
			"merged cells", newSheet().
				level(100, 50, 350).level(120, 150, 350).level(140, 50, 350).
				upright(50, 100, 140).upright(150, 100, 140).upright(250, 120, 140).upright(350, 100, 140).
				text(55, 115, "Захід").text(155, 105, "Обсяг").text(155, 125, "План").text(255, 125, "Факт"),
			"|Захід{2x1}|Обсяг{1x2}|\n|План|Факт|\n",
		},
		{
			"lines of a cell", newSheet().lattice([]float64{50, 130, 350}, []float64{100, 140}).
				text(55, 105, "облашту-").text(55, 117, "вання скверу").text(135, 105, "10,0"),
			"|облаштування скверу|10,0|\n",
		},
		{
			"columns by white space", newSheet().
				text(50, 100, "Назва заходу").text(250, 100, "План").text(350, 100, "Факт").
				text(50, 115, "Висаджування дерев").text(250, 115, "10,0").text(350, 115, "9,5").
				text(50, 130, "Освітлення").text(250, 130, "7,25").text(350, 130, "7,0").
				text(50, 145, "Ремонт мереж").text(250, 145, "128,5").text(350, 145, "100,0"),
			"|Назва заходу|План|Факт|\n|Висаджування дерев|10,0|9,5|\n|Освітлення|7,25|7,0|\n|Ремонт мереж|128,5|100,0|\n",
		},
		{
			"heading over columns and a label of two lines", newSheet().
				text(255, 100, "Обсяг коштів").level(112, 245, 400).
				text(50, 115, "Назва").text(250, 115, "План").text(350, 115, "Факт").level(127, 45, 400).
				text(50, 130, "Дерева").text(250, 130, "10,0").text(350, 130, "9,5").
				text(50, 145, "Утримання і ремонт мереж").text(50, 156, "вуличного освітлення").text(250, 156, "7,0").text(350, 156, "7,0").
				text(50, 171, "Сквери").text(250, 171, "5,0").text(350, 171, "1,0").level(183, 45, 400),
			"||Обсяг коштів{1x2}|\n|Назва|План|Факт|\n|Дерева|10,0|9,5|\n|Утримання і ремонт мереж вуличного освітлення|7,0|7,0|\n|Сквери|5,0|1,0|\n",
		},
		{
			"a box around the body hides its rows and columns", newSheet().
				lattice([]float64{50, 200, 400}, []float64{100, 120, 190}).
				text(55, 105, "Назва").text(210, 105, "План").text(310, 105, "Факт").
				text(55, 125, "Дерева").text(210, 125, "10,0").text(310, 125, "9,5").
				text(55, 140, "Освітлення").text(210, 140, "7,2").text(310, 140, "7,0").
				text(55, 155, "Сквери").text(210, 155, "5,0").text(310, 155, "1,0").
				text(55, 170, "Мережі").text(210, 170, "8,0").text(310, 170, "8,0"),
			"|Назва|План|Факт|\n|Дерева|10,0|9,5|\n|Освітлення|7,2|7,0|\n|Сквери|5,0|1,0|\n|Мережі|8,0|8,0|\n",
		},
		{
			"a list is no table", newSheet().
				text(50, 100, "1.").text(80, 100, "Висадити дерева").text(50, 115, "2.").text(80, 115, "Оновити сквер").
				text(50, 130, "3.").text(80, 130, "Освітити вулицю").text(50, 145, "4.").text(80, 145, "Полагодити мережу"),
			"1. Висадити дерева\n2. Оновити сквер\n3. Освітити вулицю\n4. Полагодити мережу\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, analyse(c.page)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestRowsOfWordyCellsStayWhole: cells of several lines side by side look like
// rows of their own to a reader of white space; drawn rows must win.
func TestRowsOfWordyCellsStayWhole(t *testing.T) {
	s := newSheet().lattice([]float64{50, 200, 350, 450}, []float64{100, 160, 220, 280})
	for i := range 3 {
		y := 105 + 60*float64(i)
		for k := range 3 {
			s.text(55, y+12*float64(k), "слово про захід").text(205, y+12*float64(k), "ще рядок тексту")
		}
		s.text(355, y, "100,0").text(355, y+12, "200,0").text(355, y+24, "300,0")
	}
	row := "|слово про захід слово про захід слово про захід|ще рядок тексту ще рядок тексту ще рядок тексту|100,0 200,0 300,0|\n"
	if diff := cmp.Diff(strings.Repeat(row, 3), analyse(s)); diff != "" {
		t.Error(diff)
	}
}

func TestColumnsOfTextAreNoTable(t *testing.T) {
	s := newSheet()
	for i := range 14 {
		s.text(50, 100+12*float64(i), "ліва колонка має рядки звичайного тексту тут")
		s.text(320, 100+12*float64(i), "права колонка також має рядки тексту поруч")
	}
	got := analyse(s)
	if strings.Contains(got, "|") || strings.Index(got, "права") < strings.LastIndex(got, "ліва") {
		t.Errorf("columns were not read one after the other:\n%s", got)
	}
}

func TestFurnitureAndCuts(t *testing.T) {
	page := func(n int) *sheet {
		return newSheet().text(50, 20, "Звіт виконкому").text(300, 780, fmt.Sprint(n)).
			lattice([]float64{50, 150, 250}, []float64{100, 120, 140}).
			text(55, 105, "а").text(155, 105, "б").text(55, 125, "в").text(155, 125, "г")
	}
	var a Analyser
	for i := range 3 {
		s := page(i + 1)
		s.p.Number = i + 1
		a.Add(s.p)
	}
	furniture, tables := 0, 0
	for _, b := range a.Blocks() {
		switch b := b.(type) {
		case *document.Paragraph:
			if b.Kind == document.Furniture {
				furniture++
			}
		case *document.Table:
			tables++
			if b.CutBefore != (tables > 1) || b.CutAfter != (tables < 3) {
				t.Errorf("table %d: cut before %v, after %v", tables, b.CutBefore, b.CutAfter)
			}
			if b.Place.Table != tables || b.Rows[1].Cells[1].Parts[0].Place.Key() != fmt.Sprintf("t%dr2c2", tables) {
				t.Errorf("table %d has place %v", tables, b.Rows[1].Cells[1].Parts[0].Place)
			}
		}
	}
	if furniture != 6 {
		t.Errorf("%d paragraphs of furniture, want a head and a number on each of three pages", furniture)
	}
}

func TestUprightTextInACell(t *testing.T) {
	s := newSheet().lattice([]float64{50, 80, 150}, []float64{100, 200})
	for i, w := range []string{"план", "на", "рік"} {
		y := 190 - 30*float64(i)
		s.p.Words = append(s.p.Words, Word{Text: w, FontSize: em, Turn: Up, Box: document.Box{X0: 60, X1: 70, Y0: y - 20, Y1: y}})
	}
	s.text(90, 150, "100")
	if got, want := analyse(s), "|план на рік|100|\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTablePrintedSideways: the same table, on a page whose text runs up or down,
// has the same cells, and boxes on the page as shown.
func TestTablePrintedSideways(t *testing.T) {
	upright := newSheet().lattice([]float64{50, 150, 350, 450}, []float64{100, 120, 160, 180}).
		text(55, 105, "Захід програми").text(155, 105, "План року").text(355, 105, "Факт").
		text(55, 125, "Дерева на вулиці").text(155, 125, "10,0").text(355, 125, "9,5").
		text(55, 165, "Разом").text(155, 165, "10,0").text(355, 165, "9,5")
	want := analyse(upright)
	for _, turn := range []Turn{Up, Down} {
		side := newSheet()
		side.p.Width, side.p.Height = 800, 600
		p := upright.p
		for _, w := range p.Words {
			w.Turn = turn
			w.Box = turnBack(w.Box, turn, 800, 600)
			side.p.Words = append(side.p.Words, w)
		}
		for _, r := range p.Rulings {
			b := turnBack(document.Box{X0: r.X0, Y0: r.Y0, X1: r.X1, Y1: r.Y1}, turn, 800, 600)
			side.p.Rulings = append(side.p.Rulings, Ruling{X0: b.X0, Y0: b.Y0, X1: b.X1, Y1: b.Y1})
		}
		var a Analyser
		a.Add(side.p)
		blocks := a.Blocks()
		if diff := cmp.Diff(want, show(blocks)); diff != "" {
			t.Errorf("turn %d: %s", turn, diff)
		}
		shown := turnBack(document.Box{X0: 50, Y0: 100, X1: 450, Y1: 180}, turn, 800, 600)
		if got := blocks[0].Where().Box; got != shown {
			t.Errorf("turn %d: the table stands at %v, want %v", turn, got, shown)
		}
	}
}

// drawPage makes a page of any words and rulings.
func drawPage(t *rapid.T) Page {
	p := Page{Number: 1, Width: 600, Height: 800}
	at := rapid.Float64Range(-50, 900)
	for i := range rapid.IntRange(0, 60).Draw(t, "words") {
		x, y := at.Draw(t, "x"), float64(rapid.IntRange(0, 60).Draw(t, "line"))*13
		p.Words = append(p.Words, Word{
			Text: fmt.Sprintf("w%d", i), FontSize: rapid.Float64Range(0, 30).Draw(t, "size"),
			Turn: Turn(rapid.IntRange(0, 3).Draw(t, "turn")),
			Box:  document.Box{X0: x, X1: x + rapid.Float64Range(0, 90).Draw(t, "w"), Y0: y, Y1: y + rapid.Float64Range(0, 20).Draw(t, "h")},
		})
	}
	for range rapid.IntRange(0, 25).Draw(t, "rulings") {
		a, b, c := at.Draw(t, "a"), at.Draw(t, "b"), at.Draw(t, "c")
		if rapid.Bool().Draw(t, "level") {
			p.Rulings = append(p.Rulings, Ruling{X0: min(a, b), X1: max(a, b), Y0: c, Y1: c, Width: 1})
		} else {
			p.Rulings = append(p.Rulings, Ruling{Y0: min(a, b), Y1: max(a, b), X0: c, X1: c, Width: 1})
		}
	}
	return p
}

// sound checks what every result must hold: each letter and digit once, and
// cells that overlap neither one another nor the table's edge.
func sound(p Page, blocks []document.Block) error {
	want := map[rune]int{}
	for _, w := range p.Words {
		document.CountInk(want, w.Text)
	}
	d := document.Document{Blocks: blocks}
	if diff := cmp.Diff(want, d.Ink()); diff != "" {
		return fmt.Errorf("letters lost or doubled: %s", diff)
	}
	for _, b := range blocks {
		t, ok := b.(*document.Table)
		if !ok {
			continue
		}
		taken := map[[2]int]bool{}
		for r, row := range t.Rows {
			for _, c := range row.Cells {
				if c.Col+c.ColSpan > t.Columns || r+c.RowSpan > len(t.Rows) || c.ColSpan < 1 || c.RowSpan < 1 {
					return fmt.Errorf("cell at row %d column %d leaves the table", r, c.Col)
				}
				for y := r; y < r+c.RowSpan; y++ {
					for x := c.Col; x < c.Col+c.ColSpan; x++ {
						if taken[[2]int{y, x}] {
							return fmt.Errorf("two cells at row %d column %d", y, x)
						}
						taken[[2]int{y, x}] = true
					}
				}
			}
		}
	}
	return nil
}

func TestEveryWordStandsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPage(t)
		var a Analyser
		a.Add(p)
		if err := sound(p, a.Blocks()); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzGrid(f *testing.F) {
	f.Add([]byte{1, 10, 90, 50, 0, 20, 80, 40, 2, 30, 30, 3})
	f.Fuzz(func(t *testing.T, b []byte) {
		pages := [2]Page{{Number: 1, Width: 255, Height: 255}, {Number: 2, Width: 255, Height: 255}}
		for i := 0; i+3 < len(b) && i < 400; i += 4 {
			p := &pages[b[i]/3%2]
			x, y, z := float64(b[i+1]), float64(b[i+2]), float64(b[i+3])
			switch b[i] % 3 {
			case 0:
				p.Rulings = append(p.Rulings, Ruling{X0: min(x, y), X1: max(x, y), Y0: z, Y1: z})
			case 1:
				p.Rulings = append(p.Rulings, Ruling{X0: z, X1: z, Y0: min(x, y), Y1: max(x, y)})
			case 2:
				p.Words = append(p.Words, Word{Text: "7", FontSize: 9, Box: document.Box{X0: x, X1: x + z/8, Y0: y, Y1: y + 9}})
			}
		}
		var a Analyser
		a.Add(pages[0])
		a.Add(pages[1])
		if err := sound(Page{Words: append(pages[0].Words, pages[1].Words...)}, a.Blocks()); err != nil {
			t.Fatal(err)
		}
	})
}
