package review

import (
	"slices"
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
)

// spot is where something stands in a document as it is stored: a row of a whole
// table, with a column or -1 for all of it, or a paragraph.
type spot struct {
	block  int // index of Document.Blocks; -1 where it was not found
	row    int // -1: the table itself
	col    int
	text   string // what to mark inside the text
	labels []label
}

// label is the place where a unit that counts for the amount is printed.
type label struct {
	place document.Place
	text  string
}

var nowhere = spot{block: -1, row: -1, col: -1}

func (l *loaded) spotOfAmount(a *record.Amount) spot {
	s := nowhere
	if a.TableID != "" {
		s = l.spotInTable(a.TableID, a.Row, a.Col)
	}
	if s.block < 0 {
		s = l.spotAt(a.Place)
	}
	s.text = a.Printed
	r := l.reportOf[a.ID]
	for _, n := range a.Mentions {
		if n >= 0 && n < len(r.Mentions) {
			s.labels = append(s.labels, label{r.Mentions[n].Place, r.Mentions[n].Text})
		}
	}
	return s
}

func (l *loaded) spotInTable(tableID string, row, col int) spot {
	for i, b := range l.doc.Blocks {
		t, ok := b.(*document.Table)
		if ok && record.TableID(l.id, t.Place.Table) == tableID && row < len(t.Rows) {
			return spot{block: i, row: row, col: col}
		}
	}
	return nowhere
}

// spotAt looks for the paragraph, or the row with the cell, that stood at a place.
func (l *loaded) spotAt(p document.Place) spot {
	if p == (document.Place{}) {
		return nowhere
	}
	for i, b := range l.doc.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			if p.Table == 0 && b.Place.Key() == p.Key() {
				return spot{block: i, row: -1, col: -1}
			}
		case *document.Table:
			if row, col, ok := partAt(b, p); ok {
				return spot{block: i, row: row, col: col}
			}
		}
	}
	return nowhere
}

func partAt(t *document.Table, p document.Place) (row, col int, ok bool) {
	if p.Table == 0 {
		return 0, 0, false
	}
	for y := range t.Rows {
		for i := range t.Rows[y].Cells {
			c := &t.Rows[y].Cells[i]
			for _, part := range c.Parts {
				at := part.Place
				switch {
				case at.Table != p.Table || at.Row != p.Row:
				case p.Cell == 0:
					return y, -1, true
				case at.Cell == p.Cell:
					return y, c.Col, true
				}
			}
		}
	}
	return 0, 0, false
}

// spotOfRecord finds a measure, indicator, line, table, paragraph or amount.
func (l *loaded) spotOfRecord(subject record.Subject, id string) spot {
	for _, r := range l.reports {
		switch subject {
		case record.SubjectMeasure:
			for i := range r.Measures {
				if m := &r.Measures[i]; m.ID == id {
					return l.spotInTable(m.TableID, m.Row, -1)
				}
			}
		case record.SubjectIndicator:
			for i := range r.Indicators {
				if x := &r.Indicators[i]; x.ID == id {
					return l.spotInTable(x.TableID, x.Row, -1)
				}
			}
		case record.SubjectLine:
			for i := range r.Lines {
				if x := &r.Lines[i]; x.ID == id {
					return l.spotInTable(x.TableID, x.Row, -1)
				}
			}
		}
	}
	switch subject {
	case record.SubjectAmount:
		if a := l.amounts[id]; a != nil {
			return l.spotOfAmount(a)
		}
	case record.SubjectTable:
		return l.spotInTable(id, -1, -1)
	case record.SubjectProse:
		key := id[strings.LastIndexByte(id, '/')+1:]
		for i, b := range l.doc.Blocks {
			if p, ok := b.(*document.Paragraph); ok && p.Place.Key() == key {
				return spot{block: i, row: -1, col: -1}
			}
		}
	}
	return nowhere
}

// spotOfKey finds what stands at a place by its key, a cell before its row's
// beginning.
func (l *loaded) spotOfKey(key string) spot {
	for i, b := range l.doc.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			if b.Place.Key() == key {
				return spot{block: i, row: -1, col: -1}
			}
		case *document.Table:
			for y := range b.Rows {
				for n := range b.Rows[y].Cells {
					c := &b.Rows[y].Cells[n]
					if slices.ContainsFunc(c.Parts, func(p document.Part) bool { return p.Place.Key() == key || cellKey(p.Place) == key }) {
						return spot{block: i, row: y, col: c.Col}
					}
				}
			}
		}
	}
	return nowhere
}

// cellKey is the key of a place without the paragraph in its cell.
func cellKey(p document.Place) string {
	p.Paragraph = 0
	return p.Key()
}

// spotOfPlace finds what stands at a place as people write it.
func (l *loaded) spotOfPlace(place string) spot {
	if place == "" {
		return nowhere
	}
	for i, b := range l.doc.Blocks {
		if t, ok := b.(*document.Table); ok {
			for y := range t.Rows {
				if t.Rows[y].Place.String() == place {
					return spot{block: i, row: y, col: -1}
				}
			}
		}
		if b.Where().String() == place {
			return spot{block: i, row: -1, col: -1}
		}
	}
	return nowhere
}
