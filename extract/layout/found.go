package layout

import (
	"cmp"
	"slices"
	"strings"

	"zvit/extract/document"
)

// cell of a table that was found, with the words that stand in it.
type cell struct {
	row, col, rows, cols int
	box                  document.Box
	words                []*Word
}

// found is a table of one page, before its text is put together.
type found struct {
	page       int
	box        document.Box
	rows, cols int
	cells      []cell // by row, then column
	ruled      bool
	spans      []span // of its columns' text, where it has no grid
	// cutBefore and cutAfter say that the table reaches the page's edge.
	cutBefore, cutAfter bool
}

func (f *found) filled() (n int) {
	for i := range f.cells {
		if len(f.cells[i].words) > 0 {
			n++
		}
	}
	return n
}

// prune drops rows and columns that hold no text and are too thin to hold any:
// the space between double rulings, and edges drawn twice.
func (f *found) prune() {
	f.cols = drop(f, f.cols, func(c *cell) (*int, *int) { return &c.col, &c.cols },
		func(c *cell) float64 { return c.box.X1 - c.box.X0 }, 5)
	f.rows = drop(f, f.rows, func(c *cell) (*int, *int) { return &c.row, &c.rows },
		func(c *cell) float64 { return c.box.Y1 - c.box.Y0 }, 4.5)
}

// trim takes off the rows at the ends that are one empty cell from side to side:
// what is left of a frame, or of a table beside this one.
func (f *found) trim() {
	for f.rows > 1 {
		end := slices.IndexFunc(f.cells, func(c cell) bool {
			return c.cols == f.cols && len(c.words) == 0 && (c.row == 0 || c.row+c.rows == f.rows) && c.rows < f.rows
		})
		if end < 0 {
			return
		}
		c := f.cells[end]
		f.cells = slices.Delete(f.cells, end, end+1)
		f.rows -= c.rows
		if c.row > 0 {
			f.box.Y1 = c.box.Y0
			continue
		}
		f.box.Y0 = c.box.Y1
		for i := range f.cells {
			f.cells[i].row -= c.rows
		}
	}
}

// drop removes the lanes in which every cell either spans further or is empty
// and thinner than least. It returns the number of lanes that remain.
func drop(f *found, n int, lane func(*cell) (at, span *int), size func(*cell) float64, least float64) int {
	removed := 0
	for k := n - 1; k >= 0 && n-removed > 1; k-- {
		own, thin := 0, true
		for i := range f.cells {
			c := &f.cells[i]
			at, span := lane(c)
			if *at == k && *span == 1 {
				own++
				thin = thin && len(c.words) == 0 && size(c) < least
			}
		}
		if !thin || own == 0 && !unneeded(f, k, lane) {
			continue
		}
		kept := f.cells[:0]
		for _, c := range f.cells {
			at, span := lane(&c)
			if *at == k && *span == 1 {
				continue
			}
			if *at > k {
				*at--
			} else if *at+*span > k {
				*span--
			}
			kept = append(kept, c)
		}
		f.cells = kept
		removed++
	}
	return n - removed
}

// unneeded reports whether no cell begins or ends at lane k alone: the lane is
// spanned by every cell that reaches it.
func unneeded(f *found, k int, lane func(*cell) (at, span *int)) bool {
	for i := range f.cells {
		at, span := lane(&f.cells[i])
		if *at == k || *at+*span-1 == k && *span == 1 {
			return false
		}
	}
	return true
}

// table makes the document's table; text joins a cell's words.
func (f *found) table(text func([]*Word) string) *document.Table {
	slices.SortStableFunc(f.cells, func(a, b cell) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
	f.part()
	f.fill()
	t := &document.Table{
		Columns: f.cols, PageFrom: f.page, PageTo: f.page,
		CutBefore: f.cutBefore, CutAfter: f.cutAfter,
		Rows:  make([]document.Row, f.rows),
		Place: document.Place{Page: f.page, Box: f.box},
	}
	for i := range f.cells {
		c := &f.cells[i]
		out := document.Cell{Col: c.col, RowSpan: c.rows, ColSpan: c.cols}
		if s := unled(text(c.words)); s != "" {
			box, conf := c.box, confidence(c.words)
			out.Parts = []document.Part{{Text: s, Place: document.Place{Page: f.page, Box: box, Confidence: conf}}}
		}
		row := &t.Rows[c.row]
		switch {
		case c.box == (document.Box{}):
		case row.Place.Page == 0:
			row.Place = document.Place{Page: f.page, Box: c.box}
		default:
			row.Place.Box = union(row.Place.Box, c.box)
		}
		row.Cells = append(row.Cells, out)
	}
	return t
}

// part makes every slot belong to one cell, whatever the steps before did to the
// spans: a span ends where another cell stands, and words whose slot is taken
// go to the cell that has it.
func (f *found) part() {
	owner := make([][]int, f.rows)
	for i := range owner {
		owner[i] = make([]int, f.cols)
	}
	out := f.cells[:0:0]
	for _, c := range f.cells {
		c.row, c.col = min(max(c.row, 0), f.rows-1), min(max(c.col, 0), f.cols-1)
		if i := owner[c.row][c.col]; i > 0 {
			out[i-1].words = append(out[i-1].words, c.words...)
			continue
		}
		width, height := 1, 1
		for width < c.cols && c.col+width < f.cols && owner[c.row][c.col+width] == 0 {
			width++
		}
		for height < c.rows && c.row+height < f.rows && vacant(owner[c.row+height][c.col:c.col+width]) {
			height++
		}
		c.cols, c.rows = width, height
		out = append(out, c)
		for y := c.row; y < c.row+height; y++ {
			for x := c.col; x < c.col+width; x++ {
				owner[y][x] = len(out)
			}
		}
	}
	f.cells = out
}

// fill gives each slot that no cell covers an empty cell, without a place: where
// nothing is drawn, nothing stands in most of them.
func (f *found) fill() {
	taken := make([]bool, f.rows*f.cols)
	for i := range f.cells {
		for c, y := &f.cells[i], 0; y < c.rows; y++ {
			for x := range c.cols {
				taken[(c.row+y)*f.cols+c.col+x] = true
			}
		}
	}
	for i, t := range taken {
		if !t {
			f.cells = append(f.cells, cell{row: i / f.cols, col: i % f.cols, rows: 1, cols: 1})
		}
	}
	slices.SortStableFunc(f.cells, func(a, b cell) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
}

func vacant(slots []int) bool {
	for _, o := range slots {
		if o != 0 {
			return false
		}
	}
	return true
}

// confidence of words read by an engine: that of the weakest that has a letter
// or digit; 0 where no engine spoke.
func confidence(words []*Word) float64 {
	least := 0.0
	for _, w := range words {
		if w.Confidence > 0 && (least == 0 || w.Confidence < least) && strings.TrimSpace(w.Text) != "" {
			least = w.Confidence
		}
	}
	return least
}
