package extract

import (
	"context"

	"zvit/extract/document"
)

// Reader reads one format family. It honours ctx, keeps every letter and digit
// of the decoded text, and repairs nothing; its errors are *document.Failure.
// It leaves the document's ID, Bytes and Format to the pipeline.
type Reader func(ctx context.Context, data []byte, opts Options) (*document.Document, error)

// readers has the reader of each format: the one place where a new reader is
// named. It is never written to.
var readers = map[document.Format]Reader{}

// rejoinStage puts fragments, rows and cells back together.
func rejoinStage(_ context.Context, doc *document.Document) (*document.Document, error) {
	return doc, nil
}
