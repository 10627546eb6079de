package rejoin

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// fragment is a table as read. Each of its cells is read once, when the
// fragment is met; the passes over the whole table go on with the same rows.
type fragment struct {
	*document.Table
	rows []row
	head int // see heads; -1 before it was asked
}

// row is one row under repair. Its cells are those of src until a pass changes
// them, and are indexed by column once aligned; a row that is not plain (it has
// spans, or is covered by one) is left as it is. What src holds is shared with
// the document as read, and never written to.
type row struct {
	src      document.Row
	cells    []cell
	slots    int // columns that it reaches over
	fragment int
	cut      bool // a page break stands right before it
	plain    bool
	rule     bool // a rule of dashes; see isRule
	header   bool
	untabbed bool // a line that lost its tabs; see asRow
	again    bool // the table's header in other words; see reworded
	section  bool // one text in its first cells: a heading inside the table
	gone     bool
	changed  bool
	open     bool // a row with content of its own, which others may continue
	into     *row // the row that it was appended to
	joined   bool // rows were appended to it
	number   int  // in the whole table, once it is built
}

// cell is the content of one cell under repair, with what its text tells. Only
// set changes it, so that each text is looked at once.
type cell struct {
	parts []document.Part
	text  string // the parts, joined, without white space around
	kind  kind
	// decimals are those of a figure.
	decimals int
	// seam is the index of the first part of a second cell that was put into
	// this one by alignment; 0 where there is none.
	seam  int
	heads wording.Headings // of the document
	read                   // found when asked for
}

// read is what is known of a cell's text once somebody asked.
type read struct {
	runes     int
	ending    ending
	ended     bool   // ending is known
	squeezed  string // see squeeze
	sentences []piece
	heading   *wording.Heading
	numeral   *wording.Numeral // noNumeral where it is none
}

// noNumeral is the numeral of a text that is none.
var noNumeral = &wording.Numeral{}

// readTable reads the cells of a table.
func readTable(t *document.Table, heads wording.Headings) fragment {
	n := 0
	for i := range t.Rows {
		n += len(t.Rows[i].Cells)
	}
	f := fragment{Table: t, rows: make([]row, len(t.Rows)), head: -1}
	cells := make([]cell, n)
	reach := reachInto(t)
	for i := range t.Rows {
		r := &f.rows[i]
		r.src = t.Rows[i]
		n := len(r.src.Cells)
		r.cells, cells = cells[:n:n], cells[n:]
		if r.plain = reach[i] == 0; n > 0 {
			r.slots = reach[i]
		}
		for j := range r.src.Cells {
			c := &r.src.Cells[j]
			r.cells[j].heads = heads
			r.cells[j].set(c.Parts)
			r.slots = max(r.slots, c.Col+max(c.ColSpan, 1))
			r.plain = r.plain && c.Col == j && c.RowSpan <= 1 && c.ColSpan <= 1
		}
		r.rule = isRule(r)
	}
	return f
}

// reachInto tells for each row up to which column spans from above reach into it;
// 0 where none does.
func reachInto(t *document.Table) []int {
	reach := make([]int, len(t.Rows))
	// Spans that may still tell: each next one ends further left, and lower down.
	type span struct{ right, below int }
	var open []span
	for i := range t.Rows {
		for len(open) > 0 && open[0].below <= i {
			open = open[1:]
		}
		if len(open) > 0 {
			reach[i] = open[0].right
		}
		for j := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[j]
			if c.RowSpan <= 1 {
				continue
			}
			s := span{c.Col + max(c.ColSpan, 1), i + min(c.RowSpan, len(reach))}
			if slices.ContainsFunc(open, func(o span) bool { return o.right >= s.right && o.below >= s.below }) {
				continue
			}
			open = slices.DeleteFunc(slices.Clone(open), func(o span) bool { return o.right <= s.right && o.below <= s.below })
			at := slices.IndexFunc(open, func(o span) bool { return o.right < s.right })
			if at < 0 {
				at = len(open)
			}
			open = slices.Insert(open, at, s)
		}
	}
	return reach
}

// isRule reports whether the row is a rule of dashes, as Markdown draws under a
// header: what remains of a page's edge, without ink.
func isRule(r *row) bool {
	seen := false
	for i := range r.cells {
		for _, p := range r.cells[i].parts {
			s := trimSpace(p.Text)
			if s == "" {
				continue
			}
			if len(s) < 2 || strings.Trim(s, "-:|=_ ") != "" {
				return false
			}
			seen = true
		}
	}
	return seen
}

// set gives the cell other parts; a seam stays where it is.
func (c *cell) set(parts []document.Part) {
	*c = cell{parts: parts, text: cellText(&document.Cell{Parts: parts}), seam: c.seam, heads: c.heads}
	c.kind, c.decimals = kindOf(c.text)
}

func cellText(c *document.Cell) string {
	if len(c.Parts) == 1 {
		return trimSpace(c.Parts[0].Text)
	}
	return trimSpace(c.Text())
}

func (c *cell) blank() bool { return c.kind == empty }

// length is how many letters and other marks the text has.
func (c *cell) length() int {
	if c.runes == 0 {
		for i := range len(c.text) {
			if utf8.RuneStart(c.text[i]) {
				c.runes++
			}
		}
	}
	return c.runes
}

// ends is how the text ends.
func (c *cell) ends() ending {
	if !c.ended {
		c.ending, c.ended = endingOf(c.text), true
	}
	return c.ending
}

// letters is the text as squeeze leaves it.
func (c *cell) letters() string {
	if c.squeezed == "" {
		c.squeezed = squeeze(c.text)
	}
	return c.squeezed
}

// whole are the pieces of the text where nothing but a sentence's end parts
// them.
func (c *cell) whole() []piece {
	if c.sentences == nil {
		c.sentences = pieces(c, habit{})
	}
	return c.sentences
}

// pieces are those that a habit allows.
func (c *cell) pieces(h habit) []piece {
	if !h.bare && !h.small {
		return c.whole()
	}
	return pieces(c, h)
}

// figure is the numeral that the text is; false where it is none.
func (c *cell) figure() (wording.Numeral, bool) {
	if c.numeral == nil {
		c.numeral = noNumeral
		if n, ok := wording.ParseNumeral(c.text); ok {
			c.numeral = &n
		}
	}
	return *c.numeral, c.numeral != noNumeral
}

// reads is what the text says as the heading of a column.
func (c *cell) reads() *wording.Heading {
	if c.heading == nil {
		h := c.heads.Read(c.text)
		c.heading = &h
	}
	return c.heading
}

// headsColumn reports whether the text is known for the heading of a column, or
// for a part of one.
func (c *cell) headsColumn() bool {
	h := c.reads()
	return h.Column != wording.ColumnUnknown || h.Source != "" || h.Fund != "" || h.Year != 0 || len(h.Units) > 0
}

// at returns the cell of a column, or nil where the row is too short.
func (r *row) at(col int) *cell {
	if col < 0 || col >= len(r.cells) {
		return nil
	}
	return &r.cells[col]
}

// over returns the cell that covers a column, spans of this row heeded, or nil.
func (r *row) over(col int) *cell {
	if r.plain {
		return r.at(col)
	}
	for i := range r.src.Cells {
		c := &r.src.Cells[i]
		if col >= c.Col && col < c.Col+max(c.ColSpan, 1) {
			return &r.cells[i]
		}
	}
	return nil
}

// spans reports whether the cell over a column, as read, covers several.
func (r *row) spans(col int) bool {
	c := r.src.At(col)
	return c != nil && c.ColSpan > 1
}

// blanks counts the empty cells.
func (r *row) blanks() int { return len(r.cells) - r.filled() }

// filled counts the cells that hold anything, dashes included.
func (r *row) filled() int {
	n := 0
	for i := range r.cells {
		if !r.cells[i].blank() {
			n++
		}
	}
	return n
}
