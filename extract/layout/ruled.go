package layout

import (
	"cmp"
	"slices"

	"zvit/extract/document"
)

// ruledTables finds the tables whose cells are drawn, and takes their words.
// Figures are the areas of grids that hold no table: charts. A grid that tells
// too little of itself is a table where its columns are those of a table of the
// page before, which it may go on.
func ruledTables(p *Page, words []*Word, g grouped, before *analysed) (tables []*found, figures []document.Box, rest []*Word) {
	var grids []*grid
	for _, n := range apartAtSeams(g.networks()) {
		if gr := gridOf(n); gr != nil {
			grids = append(grids, gr)
		}
	}
	// Inner grids first: a frame around a page must not take a table's words.
	slices.SortStableFunc(grids, func(a, b *grid) int { return cmp.Compare(area(a.box()), area(b.box())) })
	taken := make([]bool, len(words))
	for _, gr := range grids {
		f, used := fillGrid(p, gr, words, taken)
		if !isTable(f) && !before.hasColumnsOf(f) {
			if len(gr.xs)+len(gr.ys) > 7 {
				figures = append(figures, gr.box())
			}
			continue
		}
		if t := refine(p, f, g); t != nil {
			f = t
		} else {
			f.splitSpans(gr)
			f.prune()
			f.trim()
			f.peel()
		}
		kept := map[*Word]bool{}
		for i := range f.cells {
			for _, w := range f.cells[i].words {
				kept[w] = true
			}
		}
		for _, i := range used {
			taken[i] = kept[words[i]]
		}
		tables = append(tables, f)
	}
	for i, w := range words {
		if !taken[i] {
			rest = append(rest, w)
		}
	}
	return tables, figures, rest
}

func area(b document.Box) float64 { return (b.X1 - b.X0) * (b.Y1 - b.Y0) }

// fillGrid puts the words that stand in a grid into its cells.
func fillGrid(p *Page, g *grid, words []*Word, taken []bool) (*found, []int) {
	f := &found{
		page: p.Number, box: g.box(), rows: len(g.ys) - 1, cols: len(g.xs) - 1, ruled: true,
		cutBefore: g.openTop, cutAfter: g.openBottom,
	}
	at := make([][]int, f.rows)
	for i := range at {
		at[i] = make([]int, f.cols)
	}
	for i, s := range g.slots {
		f.cells = append(f.cells, cell{row: s.row, col: s.col, rows: s.rows, cols: s.cols, box: s.box})
		for y := s.row; y < s.row+s.rows; y++ {
			for x := s.col; x < s.col+s.cols; x++ {
				at[y][x] = i
			}
		}
	}
	g.overPage(p, words)
	f.box = g.box()
	var used []int
	for i, w := range words {
		if taken[i] {
			continue
		}
		x, y := midX(w.Box), midY(w.Box)
		if x < f.box.X0 || x > f.box.X1 || y < f.box.Y0 || y > f.box.Y1 {
			continue
		}
		c := &f.cells[at[lane(g.ys, y)][lane(g.xs, x)]]
		c.words = append(c.words, w)
		used = append(used, i)
	}
	return f, used
}

// overPage widens a grid that runs over the side of the page to the words that
// begin in its last column: their cells are cut, but their text is whole.
func (g *grid) overPage(p *Page, words []*Word) {
	n := len(g.xs) - 1
	if g.xs[n] < p.Width-3 {
		return
	}
	for _, w := range words {
		if m := midY(w.Box); w.Box.X1 > g.xs[n] && w.Box.X0 > g.xs[n-1] && m > g.ys[0] && m < g.ys[len(g.ys)-1] {
			g.xs[n] = w.Box.X1 + 1
		}
	}
}

// lane is the interval of the edges that x lies in.
func lane(edges []float64, x float64) int {
	i, _ := slices.BinarySearch(edges, x)
	return min(max(i-1, 0), len(edges)-2)
}

// isTable tells grids from frames around text, and from the axes of charts.
func isTable(f *found) bool {
	n := f.filled()
	if len(f.cells) < 2 || n < 2 || f.cols < 2 && f.rows < 2 {
		return false
	}
	if f.cols <= 2 && n <= 4 && mostlyOneText(f) || f.cols > 3 && tall(f) {
		return false
	}
	return hasFullRow(f) && !sparse(f)
}

// sparse reports whether most rows and nearly all cells of a wide grid are
// empty: the lines of a chart.
func sparse(f *found) bool {
	if f.rows < 6 || f.cols < 3 {
		return false
	}
	rows := map[int]bool{}
	for i := range f.cells {
		if c := &f.cells[i]; len(c.words) > 0 {
			for y := c.row; y < c.row+c.rows; y++ {
				rows[y] = true
			}
		}
	}
	return 5*len(rows) < 3*f.rows && 4*f.filled() < f.rows*f.cols
}

// mostlyOneText reports whether one cell holds running text and most of the words.
func mostlyOneText(f *found) bool {
	all, most := 0, 0
	for i := range f.cells {
		all += len(f.cells[i].words)
		most = max(most, len(f.cells[i].words))
	}
	return most > 60 && 2*most > all
}

// hasFullRow reports whether a row has text over half of the columns. The lines
// of a chart have labels here and there.
func hasFullRow(f *found) bool {
	covered, cells := make([]int, f.rows), make([]int, f.rows)
	for i := range f.cells {
		c := &f.cells[i]
		if len(c.words) == 0 {
			continue
		}
		for y := c.row; y < c.row+c.rows; y++ {
			covered[y] += c.cols
			cells[y]++
		}
	}
	for y := range covered {
		if 2*covered[y] >= f.cols && (cells[y] >= 2 || f.cols == 1) {
			return true
		}
	}
	return false
}

// tall reports whether most of the text stands in cells of several rows, and
// most of the grid is empty: the bars of a chart.
func tall(f *found) bool {
	high := 0
	for i := range f.cells {
		if c := &f.cells[i]; len(c.words) > 0 && c.rows > 1 {
			high++
		}
	}
	n := f.filled()
	return 2*high > n && 3*n < f.rows*f.cols
}

// DrawnCells are the cells of the grids that are drawn on a page, also of
// those that hold no words.
func DrawnCells(p *Page) []document.Box {
	var out []document.Box
	for _, n := range apartAtSeams(groupRulings(p.Rulings).networks()) {
		if g := gridOf(n); g != nil {
			for _, s := range g.slots {
				out = append(out, s.box)
			}
		}
	}
	return out
}
