package document

import (
	"iter"
	"strings"
	"unicode"
)

// Text joins the cell's parts as their Join says.
func (c *Cell) Text() string {
	switch len(c.Parts) {
	case 0:
		return ""
	case 1:
		return c.Parts[0].Text
	}
	var b strings.Builder
	size := len(c.Parts)
	for i := range c.Parts {
		size += len(c.Parts[i].Text)
	}
	b.Grow(size)
	for i := range c.Parts {
		p := &c.Parts[i]
		if i > 0 {
			switch p.Join {
			case Space:
				b.WriteByte(' ')
			case Paragraphs:
				b.WriteByte('\n')
			case Hyphen:
				joined := strings.TrimRight(b.String(), " \t\u00a0-\u00ad\u2010\u2011")
				b.Reset()
				b.WriteString(joined)
			case Glue:
			}
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// At returns the cell that covers column col (0-based) of the row, or nil where
// the row has none there (a shorter row, or a span from a row above).
func (r *Row) At(col int) *Cell {
	for i := range r.Cells {
		c := &r.Cells[i]
		if col >= c.Col && col < c.Col+max(c.ColSpan, 1) {
			return c
		}
	}
	return nil
}

// Grid lays the table out in slots: Grid()[row][col] is the cell that covers
// the slot, spans expanded, or nil where no cell does.
func (t *Table) Grid() [][]*Cell {
	grid := make([][]*Cell, len(t.Rows))
	for i := range grid {
		grid[i] = make([]*Cell, t.Columns)
	}
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[j]
			for y := i; y < min(i+max(c.RowSpan, 1), len(grid)); y++ {
				for x := c.Col; x < min(c.Col+max(c.ColSpan, 1), t.Columns); x++ {
					if grid[y][x] == nil {
						grid[y][x] = c
					}
				}
			}
		}
	}
	return grid
}

// Texts goes over every paragraph and cell part in reading order, with its place:
// all the text that the document has.
func (d *Document) Texts() iter.Seq2[string, Place] {
	return func(yield func(string, Place) bool) {
		for _, b := range d.Blocks {
			switch b := b.(type) {
			case *Paragraph:
				if !yield(b.Text, b.Place) {
					return
				}
			case *Table:
				if !b.texts(yield) {
					return
				}
			}
		}
	}
}

func (t *Table) texts(yield func(string, Place) bool) bool {
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			for _, p := range t.Rows[i].Cells[j].Parts {
				if !yield(p.Text, p.Place) {
					return false
				}
			}
		}
	}
	return true
}

// Ink counts the letters and digits of all paragraphs and cell parts. Reading
// and rejoining must keep it: a test compares it with the source's own.
func (d *Document) Ink() map[rune]int {
	ink := map[rune]int{}
	for text := range d.Texts() {
		CountInk(ink, text)
	}
	return ink
}

// CountInk adds the letters and digits of s to ink. A raised digit ("м²") counts
// as the digit that it is: formats raise it by markup, which readers write out.
func CountInk(ink map[rune]int, s string) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			ink[lowered(r)]++
		}
	}
}

func lowered(r rune) rune {
	switch {
	case r == '¹':
		return '1'
	case r == '²' || r == '³':
		return r - '²' + '2'
	case r >= '⁰' && r <= '⁹':
		return r - '⁰' + '0'
	}
	return r
}
