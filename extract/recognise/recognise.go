// Package recognise turns a rejoined document into typed records, by the words
// of its headings, never by the position of a column.
package recognise

import (
	"context"

	"zvit/extract/document"
	"zvit/extract/record"
)

// Recognise returns the reports of doc in order, and the findings that belong to
// no report. doc is left untouched.
func Recognise(ctx context.Context, doc *document.Document) ([]*record.Report, []record.Finding, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	return nil, nil, nil
}
