package document

import (
	"fmt"
	"strconv"
	"strings"
)

// Box is a rectangle on a page, in points (1/72 inch), from the page's top left
// corner as it is shown (after rotation and cropping).
type Box struct{ X0, Y0, X1, Y1 float64 }

// Empty reports whether the box has no area.
func (b Box) Empty() bool { return b.X1 <= b.X0 || b.Y1 <= b.Y0 }

// Place is where something stands in the source as read. All numbers are
// 1-based; 0 means that the format has none.
type Place struct {
	Page      int
	Line      int    // of the decoded text
	Sheet     string // of a spreadsheet
	Table     int    // fragments counted through the document as read
	Row       int    // in that fragment
	Cell      int    // in that row, counted as read
	Paragraph int    // inside the cell; outside tables, through the document
	Box       Box    // zero where the format has none
	// Confidence is the OCR engine's, above 0 up to 1; 0 where no engine spoke.
	Confidence float64
}

// Key is the short form that ids are made of: "t3r5c6p1" inside a table,
// "p29" outside. It depends on the order of things in the source alone.
func (p Place) Key() string {
	return string(p.AppendKey(make([]byte, 0, 24)))
}

// AppendKey appends Key to b.
func (p Place) AppendKey(b []byte) []byte {
	if p.Table > 0 {
		b = strconv.AppendInt(append(b, 't'), int64(p.Table), 10)
		b = strconv.AppendInt(append(b, 'r'), int64(p.Row), 10)
		b = strconv.AppendInt(append(b, 'c'), int64(p.Cell), 10)
		if p.Paragraph <= 0 {
			return b
		}
	}
	return strconv.AppendInt(append(b, 'p'), int64(p.Paragraph), 10)
}

// String is the form for people: "line 43, cell 9, paragraph 1".
func (p Place) String() string {
	var s []string
	add := func(name string, n int) {
		if n > 0 {
			s = append(s, fmt.Sprintf("%s %d", name, n))
		}
	}
	add("page", p.Page)
	if p.Sheet != "" {
		s = append(s, "sheet "+p.Sheet)
	}
	add("line", p.Line)
	if p.Line == 0 && p.Table > 0 {
		add("table", p.Table)
		add("row", p.Row)
	}
	add("cell", p.Cell)
	if p.Table > 0 || p.Line == 0 {
		add("paragraph", p.Paragraph)
	}
	if !p.Box.Empty() {
		s = append(s, fmt.Sprintf("box %.1f,%.1f,%.1f,%.1f", p.Box.X0, p.Box.Y0, p.Box.X1, p.Box.Y1))
	}
	return strings.Join(s, ", ")
}
