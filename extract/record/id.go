package record

import (
	"strconv"

	"zvit/extract/document"
)

// Ids are text made of the first 16 hex digits of the document's hash and the
// place in the source, so they are equal on every machine and survive a
// re-ingest by a newer reader that finds the same text in the same place.

const hashDigits = 16

// ReportID returns the id of a document's n-th report (1-based).
func ReportID(documentID string, n int) string {
	return short(documentID) + "/report" + strconv.Itoa(n)
}

// TableID returns the id of a whole table; number is Place.Table of its first
// fragment.
func TableID(documentID string, number int) string {
	return short(documentID) + "/t" + strconv.Itoa(number)
}

// ID returns the id of a record of the given kind ("measure", "amount") at a
// place; n tells several at one place apart and is left out where it is 0.
func ID(documentID, kind string, at document.Place, n int) string {
	b := make([]byte, 0, 64)
	b = append(append(b, short(documentID)...), '/')
	b = append(at.AppendKey(b), '/')
	b = append(b, kind...)
	if n > 0 {
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return string(b)
}

func short(documentID string) string {
	return documentID[:min(hashDigits, len(documentID))]
}
