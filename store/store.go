// Package store keeps documents and what they say in one SQLite file: schema
// and migrations, writing, reading records back, the analysts' views, search,
// export and merge. It imports the ground only.
//
// Tables are private and may change; the views (see Views) are the public
// interface of the file and may only grow. A file is written through one handle
// and one transaction a document, so that a document is there whole or not at
// all whatever happens to the process.
package store

import (
	"time"

	"zvit/extract/document"
	"zvit/extract/record"
)

// Entry is one document with everything that was made of it.
type Entry struct {
	// Document is the rejoined document; nil where nothing could be read.
	Document *document.Document
	// SHA256 of the bytes, lower-case hex; for a file that could not even be
	// opened, of whatever stands for it (the caller's choice, stable for the
	// path). Path is one source; empty adds none.
	SHA256, Path string
	// Format, Encoding, Bytes and Pages are taken from Document where it is
	// given and they are zero here.
	Format   document.Format
	Encoding string
	Bytes    int64
	Pages    int
	Status   document.Status
	Category document.Category // why it failed or is partial; empty where OK
	Message  record.Sentence   // what to do next, in both languages
	// ReaderVersion names the readers that made it; Outcome compares it.
	ReaderVersion string
	Reports       []*record.Report // settled
	Findings      []record.Finding // of the document itself
	IngestedAt    time.Time        // of the source; the dump leaves it out
}

// sourceCategory is why the file could not be read under its name, where that
// is what was wrong.
func (e *Entry) sourceCategory() document.Category {
	if e.Category == document.WrongExtension {
		return e.Category
	}
	return ""
}

// Source is a file that a document was read from.
type Source struct {
	Path string
	At   time.Time
	// Category is why the bytes could not be read under this name though they can
	// be under another: document.WrongExtension; else empty.
	Category document.Category
}

// Outcome is what is known of a document from an earlier run.
type Outcome struct {
	Status   document.Status
	Category document.Category
	Message  record.Sentence
	Format   document.Format
}

// Filter narrows Findings and Doubtful; the zero value lists everything but
// what stands in copies and in earlier versions of documents.
type Filter struct {
	DocumentID string
	ReportID   string
	// Copies lists duplicates and earlier versions, too.
	Copies bool
	// Limit is the greatest number of rows; 0 is no limit. Offset rows before
	// them are left out.
	Limit, Offset int
}

// FindingRow is a finding with the document that it belongs to.
type FindingRow struct {
	record.Finding
	DocumentID string
	Path       string // one source of the document
	Page       int
	PlaceText  string // Place.String
}

// DoubtfulRow is an amount, mostly a doubtful one, with what a person needs to
// find it.
type DoubtfulRow struct {
	AmountID, ReportID, DocumentID, Path string
	Programme                            string
	Subject                              record.Subject
	SubjectID                            string
	SubjectNumber, SubjectName           string // of the measure, indicator or line
	Role                                 record.Role
	Year                                 int
	Printed                              string
	PrintedUnit, Settled                 record.Unit
	PrintedKopecks, Kopecks, Alternative *record.Kopecks
	Change                               record.Change
	Confidence                           float64
	Reason                               record.Sentence
	TableID                              string
	Row, Col                             int // -1 outside tables
	Page                                 int
	PlaceText                            string
}

// Hit is one result of a search.
type Hit struct {
	DocumentID, ReportID string
	Path                 string         // one source of the document
	Subject              record.Subject // measure, indicator, line, prose, table (a row of one); a finding's own
	SubjectID            string
	Finding              string // the finding's id where a finding was found
	Page                 int
	Place                string // document.Place.String
	Programme            string
	Snippet              string // the text around the words, matches between « » marks of MarkFrom and MarkTo
}

// MarkFrom and MarkTo enclose the found words in Hit.Snippet; neither occurs in
// the text of a report.
const (
	MarkFrom = "\x02"
	MarkTo   = "\x03"
)

// Merged says what Merge did with the shards.
type Merged struct {
	Shards    int
	Documents int   // written
	Known     int   // already there, equal
	Rows      int64 // written
}
