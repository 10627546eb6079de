package officedoc

import (
	"fmt"
	"io"
	"strings"

	"zvit/extract/document"
)

// maxObjects is how many workbooks of a document are read.
const maxObjects = 64

// object reads a workbook that stands in the text as a picture (w:object,
// 17.3.3.19): its sheets stand after the paragraph. Of what cannot be read the
// document says so: a table may be missing.
func (r *docx) object(program, id string, t *runText) {
	if !strings.HasPrefix(program, "Excel.") {
		return // formulas and pictures
	}
	book, err := r.workbook(id)
	if err != nil {
		r.problem(document.NotText, "an embedded workbook (%s): %v", program, err)
		return
	}
	for _, b := range book.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			t.boxes = append(t.boxes, item{kind: b.Kind, text: b.Text})
		case *document.Table:
			t.boxes = append(t.boxes, item{table: b})
		}
	}
	r.doc.Problems = append(r.doc.Problems, book.Problems...)
}

func (r *docx) workbook(id string) (*document.Document, error) {
	if r.objects++; r.objects > maxObjects {
		return nil, fmt.Errorf("more than %d of them", maxObjects)
	}
	file, err := r.archive.open(r.related[id])
	if err != nil {
		return nil, err
	}
	if file == nil {
		return nil, fmt.Errorf("no part of the archive has it")
	}
	defer file.Close() //nolint:errcheck // reading is over; there is nothing to lose
	data, err := io.ReadAll(file)
	if err != nil {
		return nil, fmt.Errorf("unpack it: %w", err)
	}
	opts := r.opts
	opts.MaxUnpacked = max(1, r.archive.left)
	return readXLSX(r.ctx, data, opts)
}
