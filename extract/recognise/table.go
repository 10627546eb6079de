package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// Table is a whole table with its parts told apart: rows above the headings,
// heading rows, the row that numbers the columns, the body, rows below it.
type Table struct {
	*document.Table
	ID      string
	Ordinal int
	Grid    [][]*document.Cell // Grid[row][col], spans expanded; nil where no cell is
	Above   []*Line            // lines right above the table, the nearest last

	From, To  int // its rows: all, but for tables one below the other in one grid
	HeadFrom  int // first heading row; rows above are text
	BodyFrom  int // first row of the body
	BodyTo    int // after the last row of the body; rows below are text
	NumberRow int // the row that numbers the columns, or -1
	Columns   []Column

	// Signature says that the table is only the lines of a signature; all of its
	// rows are text.
	Signature bool

	heads  wording.Headings
	cells  *cellTexts // of the whole grid
	block  int        // index in Context.Blocks
	kinds  []RowKind  // by row; of rows outside the body not used
	labels []rowLabel // by row; filled when asked for
	scope  [][]int    // see columnUnits

	fund      record.Fund // see fundAbove
	fundKnown bool
	roleOfRow map[int]record.Role // of tables of measures with plan and fact as rows

	roleColumn int // where roleOfRow stands; 0 where there is none

	records   map[int]subjectRef // which record a row became
	repairsAt map[repairKey]*document.Repair

	rowUnitsAt   int         // row+1 of rowUnitsHave
	counts       unitKind    // what its unit cells name; unitMissing until it is asked
	plain        []plainness // of its columns; nil until it is asked
	rowUnitsHave []rowUnit
}

// Column is one grid column with its heading.
type Column struct {
	Index   int
	Path    []string         // texts of its headings, top first, none twice in a row
	Cells   []*document.Cell // whose texts Path has
	Heading wording.Heading
	// Number is what the numbering row has for it: "6", "6=3+4".
	Number string
	// Part is the words of a part of the column called "всього" beside it, where
	// they name no source that is known; empty for any other column.
	Part string
}

// HeaderPath joins the column's headings from the top by " / ".
func (c *Column) HeaderPath() string { return strings.Join(c.Path, " / ") }

// analyseAll tells the parts of a table apart. Where tables stand one below the
// other in one grid, as on the sheet of a spreadsheet, each is one of the result,
// with rows and columns of the whole.
func analyseAll(t *document.Table, heads wording.Headings) []*Table {
	grid, kinds, cells := t.Grid(), make([]RowKind, len(t.Rows)), newCellTexts(t)
	var list []*Table
	for from := 0; ; {
		a := &Table{Table: t, Grid: grid, kinds: kinds, From: from, To: len(t.Rows), NumberRow: -1, heads: heads, cells: cells}
		a.BodyTo = a.To
		list = append(list, a)
		if signature(t) {
			a.Signature, a.BodyTo = true, 0
			a.readColumns()
			return list
		}
		a.findHeadings()
		next := a.nextTable()
		if next >= 0 {
			a.To, a.BodyTo = next, next
		}
		a.findTail()
		a.readColumns()
		for r := a.BodyFrom; r < a.BodyTo; r++ {
			kinds[r] = a.kindOf(r)
		}
		a.findIndicatorColumns()
		a.findPlanFactRows()
		a.textColumns()
		if next < 0 {
			return list
		}
		from = next
	}
}

// Text returns the text of the cell that covers a slot, one line a paragraph,
// trimmed; "" where there is none.
func (t *Table) Text(row, col int) string {
	c := t.Cell(row, col)
	if c == nil {
		return ""
	}
	return t.cells.of(c)
}

// Cell returns the cell that covers a slot, or nil.
func (t *Table) Cell(row, col int) *document.Cell {
	if row < 0 || row >= len(t.Grid) || col < 0 || col >= len(t.Grid[row]) {
		return nil
	}
	return t.Grid[row][col]
}

// Own returns the cell that begins in this row at the slot, or nil where a span
// from above or from the left covers it.
func (t *Table) Own(row, col int) *document.Cell {
	c := t.Cell(row, col)
	if c == nil || c.Col != col || t.Cell(row-1, col) == c {
		return nil
	}
	return c
}

// CellPlace is where the text of a cell begins, or the row where it is empty.
func (t *Table) CellPlace(row, col int) document.Place {
	if c := t.Cell(row, col); c != nil && len(c.Parts) > 0 {
		return c.Parts[0].Place
	}
	return t.RowPlace(row)
}

// RowPlace is where a row stands.
func (t *Table) RowPlace(row int) document.Place { return t.Rows[row].Place }

// CaptionText is the format's caption, or the nearest line above that is a
// heading or short enough to be one, or "".
func (t *Table) CaptionText() string {
	if t.Caption != "" {
		return t.Caption
	}
	const longest = 200 // letters; a caption is shorter, a paragraph longer
	for i := len(t.Above) - 1; i >= 0; i-- {
		l := t.Above[i]
		if onlyUnit(l.Text, l.Units()) {
			continue
		}
		if len([]rune(l.Text)) <= longest && !wording.EndsSentence(l.Text) || l.Kind == document.Heading {
			return l.Text
		}
		return ""
	}
	return ""
}

// Find returns the columns whose heading has one of the meanings, from the left.
func (t *Table) Find(meanings ...wording.Column) []*Column {
	var list []*Column
	for i := range t.Columns {
		for _, m := range meanings {
			if t.Columns[i].Heading.Column == m {
				list = append(list, &t.Columns[i])
			}
		}
	}
	return list
}

// First returns the index of the first column with the meaning, or -1.
func (t *Table) First(meaning wording.Column) int {
	for i := range t.Columns {
		if t.Columns[i].Heading.Column == meaning {
			return i
		}
	}
	return -1
}

// Has reports whether a column has the meaning.
func (t *Table) Has(meaning wording.Column) bool { return t.First(meaning) >= 0 }

// textRows returns the rows that are text: above the headings and below the body.
func (t *Table) textRows() []int {
	var rows []int
	for r := t.From; r < t.To; r++ {
		if r < t.HeadFrom || r >= t.BodyTo {
			rows = append(rows, r)
		}
	}
	return rows
}

// texts returns the non-empty texts of a row's own cells, with their columns; no
// one may change them.
func (t *Table) texts(row int) (texts []string, cols []int) {
	r := &t.cells.rows[row]
	return r.texts, r.cols
}
