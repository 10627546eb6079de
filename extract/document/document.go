// Package document holds what a reader found in one input file: pages,
// paragraphs, tables and cells, each with its place. It is the ground of the
// program and imports nothing of ours.
//
// A reader fills a Document and repairs nothing. Package rejoin turns the table
// fragments of a Document into whole tables; what it moves keeps the Place that
// it came from. Nothing is lost on the way: every letter and digit of the
// decoded text stands in exactly one Paragraph or cell Part (see Ink).
package document

// Format names the kind of file that a document was read from.
type Format string

// The formats that have a reader.
const (
	Text         Format = "text"          // plain text of any table shape, CSV and Markdown among them
	HTML         Format = "html"          // web page
	PDF          Format = "pdf"           // with a text layer, or scanned
	DOCX         Format = "docx"          // Office Open XML text
	XLSX         Format = "xlsx"          // Office Open XML spreadsheet
	Office       Format = "office"        // DOC, XLS, ODT, ODS, RTF: read through LibreOffice
	HOCR         Format = "hocr"          // HTML with OCR boxes
	ALTO         Format = "alto"          // ALTO XML, versions 2 to 4
	TesseractTSV Format = "tesseract_tsv" // `tesseract ... tsv`
)

// Document is one input file as it was read, or as it was rejoined.
type Document struct {
	ID       string // SHA-256 of the bytes, lower-case hex
	Format   Format
	Encoding string // IANA name of the text encoding; empty for binary formats
	Bytes    int64
	Pages    int       // 0 where the format has no pages
	Blocks   []Block   // in reading order
	Problems []Problem // what was not read; the rest is sound
}

// Block is a *Paragraph or a *Table.
type Block interface {
	// Where returns the place at which the block begins.
	Where() Place
	block()
}

// ParagraphKind tells text from headings and from page furniture.
type ParagraphKind string

// The closed list of paragraph kinds.
const (
	Heading   ParagraphKind = "heading"
	Body      ParagraphKind = "text"
	Furniture ParagraphKind = "furniture" // page headers and footers, menus, hidden content
)

// Paragraph is a run of text outside tables: a line of a text file, a block of
// a web page, a paragraph of an office file or of a page.
type Paragraph struct {
	Kind  ParagraphKind
	Text  string // without markup; line breaks inside are '\n'
	Place Place
}

// Where returns the paragraph's place.
func (p *Paragraph) Where() Place { return p.Place }

func (*Paragraph) block() {}

// Table is a fragment as read, or a whole table after rejoining.
type Table struct {
	Place   Place  // of its first row; Place.Table is its number in the document as read
	Caption string // text that the format itself calls the caption; also a Paragraph
	Rows    []Row
	// HeaderRows is how many leading rows the format itself marks as header
	// (thead, th, repeated title rows); 0 where the format does not say.
	HeaderRows int
	// Columns is the number of grid columns; rows may be ragged before rejoining.
	Columns int
	// PageFrom and PageTo are 1-based; 0 where the format has no pages.
	PageFrom, PageTo int
	// CutBefore and CutAfter say that the source marks a page break at the
	// table's edge: another fragment may go on from here.
	CutBefore, CutAfter bool
	// Repairs lists what rejoining changed; empty as read.
	Repairs []Repair
}

// Where returns the place of the table's first row.
func (t *Table) Where() Place { return t.Place }

func (*Table) block() {}

// Row is one row of cells, in order of Cell.Col. A slot covered by another
// cell's span has no cell. An empty cell that the source has is a Cell without
// parts; a row with fewer or more cells than the table's columns is kept so.
type Row struct {
	Cells  []Cell
	Place  Place
	Header bool // the format marks it as header
	Hidden bool // hidden in a spreadsheet or by style; kept
}

// Cell is one cell. Its text is its parts, joined.
type Cell struct {
	Col              int // 0-based column of its first slot
	RowSpan, ColSpan int // 1 or more
	Parts            []Part
}

// Join says how a part is joined to the part before it in the same cell.
type Join uint8

const (
	// Space joins with one space: the rest of a sentence.
	Space Join = iota
	// Paragraphs joins with a line break: a new paragraph of the cell.
	Paragraphs
	// Glue joins without anything: a word that was cut.
	Glue
	// Hyphen joins without anything and leaves out the hyphen that ends the
	// part before: a word that was hyphenated. The hyphen stays in that part.
	Hyphen
)

// Part is a piece of a cell that stood in one place of the source.
type Part struct {
	Text string
	// Exact is the number that the file itself holds for Text, in the unit that
	// Text shows, as a plain decimal with a dot: "251.192" for "251,19". Only
	// formats that keep numbers apart from their texts (spreadsheets) give it, and
	// only where Text is rounded or could be read in two ways; empty else.
	Exact string
	Place Place // where it stood as read
	Join  Join  // to the part before it; the first part's is not used
	Moved bool  // it stood in another cell as read
}

// Repair is one change that rejoining made.
type Repair struct {
	Code       RepairCode
	Row, Col   int     // 0-based, in the whole table: where the text stands now
	From       Place   // where it stood
	Confidence float64 // probability that the change is right, 0 to 1
	Detail     string  // the text or number in question, as printed
}

// RepairCode is the closed list of repairs.
type RepairCode string

// What rejoining does.
const (
	FragmentJoined RepairCode = "fragment_joined" // a table went on over a page
	RowContinued   RepairCode = "row_continued"   // a row cut by a page break
	TailMoved      RepairCode = "tail_moved"      // a cell's tail stood at the head of the next row's cell
	CellsShifted   RepairCode = "cells_shifted"   // a row or a section stood one or more columns off
	TextMoved      RepairCode = "text_moved"      // a text stood in a column of another kind
	NumberMissing  RepairCode = "number_missing"  // a row without its number; inferred
	NumberSlid     RepairCode = "number_slid"     // a number that stood at another row
	WordJoined     RepairCode = "word_joined"     // a word cut in two
	RowDropped     RepairCode = "row_dropped"     // a repeated header, or a row left without content of its own
)

// Problem is a part of a document that was not read.
type Problem struct {
	Category Category
	Page     int    // 1-based; 0 for the whole document
	Detail   string // technical, English: for the log and the message's end
}
