package officedoc

import (
	"encoding/xml"
	"fmt"
	"slices"

	"zvit/extract/document"
)

// Word's own limit of columns is 63; spans beyond this are hostile.
const maxColumns = 1000

// tcell is a cell with what only the table as a whole can resolve.
type tcell struct {
	document.Cell
	goesOn bool   // w:vMerge continue (17.4.84): part of the cell above
	across bool   // w:hMerge continue (17.4.22): part of the cell to the left
	items  []item // what it holds, in order
}

// grid is a table as it is being read.
type grid struct {
	*document.Table
	above map[int]*document.Cell // column: the cell that a vMerge goes on from
	later []item                 // nested tables and what is hidden: they stand after
	// A table of one column that holds tables is a frame around text: flow is
	// that text, in order.
	flow          []item
	wide, holding bool
}

// tbl reads w:tbl (17.4.37) into s.
func (r *docx) tbl(s *story) error {
	if r.tableDepth++; r.tableDepth > maxNesting {
		return fmt.Errorf("tables nested deeper than %d", maxNesting)
	}
	defer func() { r.tableDepth-- }()
	t := &grid{Table: &document.Table{}, above: map[int]*document.Cell{}}
	err := r.rows(t)
	for t.HeaderRows < len(t.Rows) && t.Rows[t.HeaderRows].Header {
		t.HeaderRows++
	}
	switch {
	case t.holding && !t.wide:
		s.items = append(s.items, t.flow...)
		return err
	case len(t.Rows) > 0:
		s.items = append(s.items, item{table: t.Table})
	}
	s.items = append(s.items, t.later...)
	return err
}

// rows reads the rows of a table, looking through wrappers.
func (r *docx) rows(t *grid) error {
	return r.each(func(start xml.StartElement) error {
		switch start.Name.Local {
		case "tr":
			return r.tr(t)
		case "sdt", "sdtContent", "customXml", "ins", "smartTag", "AlternateContent", "Choice":
			return r.rows(t)
		}
		return r.skip()
	})
}

// tr reads w:tr (17.4.79).
func (r *docx) tr(t *grid) error {
	row := document.Row{}
	col, gone := 0, false // gone: a tracked change took the row out (17.13.5.13)
	var cells []tcell
	var content func(start xml.StartElement) error
	content = func(start xml.StartElement) error {
		switch start.Name.Local {
		case "trPr":
			return r.each(func(p xml.StartElement) error {
				switch p.Name.Local {
				case "gridBefore":
					col = min(number(value(p, "val")), maxColumns)
				case "tblHeader":
					row.Header = on(p)
				case "hidden":
					row.Hidden = on(p)
				case "del":
					gone = true
				}
				return r.skip()
			})
		case "tc":
			c, err := r.tc(&t.later)
			c.Col = col
			col += c.ColSpan
			cells = append(cells, c)
			if col > maxColumns {
				return fmt.Errorf("a row of more than %d columns", maxColumns)
			}
			return err
		case "sdt", "sdtContent", "customXml", "ins", "smartTag":
			return r.each(content)
		}
		return r.skip()
	}
	err := r.each(content)
	t.wide = t.wide || len(cells) > 1
	if !t.wide && len(cells) == 1 {
		t.flow = append(t.flow, cells[0].items...)
		t.holding = t.holding || slices.ContainsFunc(cells[0].items, func(it item) bool { return it.table != nil })
	}
	if gone && !slices.ContainsFunc(cells, func(c tcell) bool { return len(c.Parts) > 0 }) {
		for _, c := range cells {
			if !c.goesOn {
				delete(t.above, c.Col) // what goes on from here has lost its beginning
			}
		}
		return err
	}
	row.Cells = make([]document.Cell, 0, len(cells)) // never grown: above points into it
	for _, c := range cells {
		from := t.above[c.Col]
		switch n := len(row.Cells); {
		case c.across && n > 0:
			row.Cells[n-1].ColSpan += c.ColSpan
			row.Cells[n-1].Parts = append(row.Cells[n-1].Parts, c.Parts...)
			continue
		case c.goesOn && from != nil:
			from.RowSpan++
			for _, p := range c.Parts { // Word does not show them
				t.later = append(t.later, item{kind: document.Furniture, text: p.Text})
			}
			continue
		}
		row.Cells = append(row.Cells, c.Cell)
		t.above[c.Col] = &row.Cells[len(row.Cells)-1]
	}
	t.Columns = max(t.Columns, col)
	if len(cells) > 0 || err == nil {
		t.Rows = append(t.Rows, row)
	}
	return err
}

// tc reads w:tc (17.4.66). Tables in it, and what is hidden, go to later.
func (r *docx) tc(later *[]item) (tcell, error) {
	c := tcell{Cell: document.Cell{RowSpan: 1, ColSpan: 1}}
	var s story
	err := r.each(func(start xml.StartElement) error {
		if start.Name.Local != "tcPr" {
			return r.block(start, &s)
		}
		return r.each(func(p xml.StartElement) error {
			switch p.Name.Local {
			case "gridSpan":
				c.ColSpan = max(1, min(number(value(p, "val")), maxColumns))
			case "vMerge":
				c.goesOn = value(p, "val") != "restart"
			case "hMerge":
				c.across = value(p, "val") != "restart"
			}
			return r.skip()
		})
	})
	for _, it := range s.items {
		switch {
		case it.table != nil, it.kind == document.Furniture && r.kind != document.Furniture:
			*later = append(*later, it)
		default:
			c.Parts = append(c.Parts, document.Part{Text: it.text, Join: document.Paragraphs})
		}
	}
	*later = append(*later, s.later...)
	c.items = append(s.items, s.later...)
	return c, err
}
