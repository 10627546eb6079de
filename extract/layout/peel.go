package layout

import (
	"slices"
	"strings"
)

// captionWords begin the title of a table when a number follows.
var captionWords = []string{"таблиця", "табл", "table", "exhibit", "figure", "рисунок", "рис"}

// noteWords begin the notes under a table.
var noteWords = []string{"примітка", "примітки", "джерело", "джерела", "note", "notes", "source", "sources"}

// peel takes the title and the notes out of a grid that frames them with the
// table: full-width rows at its ends that say what they are. They become
// paragraphs.
func (f *found) peel() {
	for f.rows > 2 {
		c := f.fullRow(0)
		if c == nil || !isCaption(c.words) {
			break
		}
		f.removeRow(0)
		f.box.Y0 = c.box.Y1
	}
	for f.rows > 2 {
		c := f.fullRow(f.rows - 1)
		if c == nil || !isNote(c.words) {
			break
		}
		f.removeRow(f.rows - 1)
		f.box.Y1 = c.box.Y0
	}
}

// fullRow is the row's only cell, where it spans the whole width.
func (f *found) fullRow(row int) *cell {
	if f.cols < 2 {
		return nil
	}
	for i := range f.cells {
		c := f.cells[i]
		if c.row <= row && c.row+c.rows > row {
			if c.row == row && c.rows == 1 && c.cols == f.cols && len(c.words) > 0 {
				return &c
			}
			return nil
		}
	}
	return nil
}

func (f *found) removeRow(row int) {
	f.cells = slices.DeleteFunc(f.cells, func(c cell) bool { return c.row == row })
	for i := range f.cells {
		if f.cells[i].row > row {
			f.cells[i].row--
		}
	}
	f.rows--
}

func isCaption(words []*Word) bool {
	first, second := opening(words)
	return slices.Contains(captionWords, first) && strings.ContainsAny(second, "0123456789№")
}

func isNote(words []*Word) bool {
	first, second := opening(words)
	if slices.Contains(noteWords, first) {
		return true
	}
	return slices.Contains(captionWords, first) && second == "reads"
}

// opening is the first two words in reading order, bare.
func opening(words []*Word) (string, string) {
	var all []*Word
	for _, l := range textLines(words) {
		all = append(all, l.words...)
		if len(all) > 1 {
			break
		}
	}
	trim := func(i int) string {
		if i >= len(all) {
			return ""
		}
		return strings.ToLower(strings.Trim(all[i].Text, ".:,*“”\"«»"))
	}
	return trim(0), trim(1)
}

// splitSpans divides cells over several columns whose text stands in parts over
// them, with an edge of the grid in each gap: headings whose uprights are not
// drawn.
func (f *found) splitSpans(g *grid) {
	var out []cell
	for _, c := range f.cells {
		parts := spanParts(&c, g)
		if parts == nil {
			out = append(out, c)
			continue
		}
		out = append(out, parts...)
	}
	f.cells = out
}

func spanParts(c *cell, g *grid) []cell {
	if c.cols < 2 || len(c.words) < 2 {
		return nil
	}
	lines := textLines(c.words)
	if len(lines) != 1 || lines[0].words[0].Turn != Level {
		return nil
	}
	cs := lines[0].chunks(1.5)
	if len(cs) < 2 {
		return nil
	}
	cuts := []int{c.col}
	for i := 1; i < len(cs); i++ {
		a, b := cs[i-1].box.X1, cs[i].box.X0
		best := -1
		for e := c.col + 1; e < c.col+c.cols; e++ {
			if x := g.xs[e]; x > a && x < b && (best < 0 || abs(x-(a+b)/2) < abs(g.xs[best]-(a+b)/2)) {
				best = e
			}
		}
		if best < 0 {
			return nil
		}
		cuts = append(cuts, best)
	}
	cuts = append(cuts, c.col+c.cols)
	var out []cell
	for i, k := range cs {
		p := *c
		p.col, p.cols = cuts[i], cuts[i+1]-cuts[i]
		p.words = k.words
		p.box.X0, p.box.X1 = g.xs[cuts[i]], g.xs[cuts[i+1]]
		out = append(out, p)
	}
	return out
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}
