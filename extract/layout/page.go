// Package layout turns the words, rulings and fills of a page into paragraphs
// and tables. It knows nothing of file formats: PDF, hOCR, ALTO, TSV and scans
// all come to it as boxes.
//
// An Analyser takes the pages of one document in order and gives back the
// document's blocks. A table that ends at a page's edge is left as a fragment
// and marked CutBefore or CutAfter; package rejoin puts fragments together.
// Every word of the pages stands in exactly one block.
package layout

import "zvit/extract/document"

// Turn is the direction that text runs in, as shown.
type Turn uint8

// Text that is not level is read in its own direction and kept apart from
// the level text around it.
const (
	Level Turn = iota // left to right
	Up                // bottom to top
	Down              // top to bottom
	Askew             // any other
)

// Word is a run of characters without a gap. Its box goes from the ascent to
// the descent of the font, in points from the page's top left as shown.
type Word struct {
	Text       string
	Box        document.Box
	FontSize   float64 // points; 0 where unknown
	Bold       bool
	Turn       Turn
	Hidden     bool    // drawn where a clip keeps it from being seen: a cell has no room for it
	Confidence float64 // the OCR engine's, above 0 up to 1; 0 where no engine spoke
	// Group is the engine's own line, counted from 1; 0 where it gives none.
	Group int
}

// Ruling is a level or upright line. Either X0 == X1 or Y0 == Y1; it goes from
// the smaller to the larger coordinate.
type Ruling struct {
	X0, Y0, X1, Y1 float64
	Width          float64 // points
}

func (r Ruling) level() bool { return r.Y0 == r.Y1 }

// Page is one page as a reader saw it. All coordinates are points from the top
// left corner as shown.
type Page struct {
	Number        int // 1-based
	Width, Height float64
	Words         []Word // in the source's order
	Rulings       []Ruling
	Fills         []document.Box // coloured areas: header bands, shaded rows
	Images        []document.Box
}
