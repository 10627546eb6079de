// Package ocr reads the saved output of OCR programs: hOCR, ALTO XML and
// Tesseract's TSV. Each gives words with boxes and confidence; package layout
// makes lines, columns and tables of them.
package ocr

import (
	"context"
	"errors"
	"fmt"

	"zvit/extract/charset"
	"zvit/extract/document"
	"zvit/extract/layout"
	"zvit/extract/tesseract"
)

// Options are the user's word on the encoding.
type Options struct {
	Encoding string // overrides detection
}

// Read reads data of the given format: document.HOCR, ALTO or TesseractTSV. Its
// errors are *document.Failure; what comes before a break in the data is kept,
// with a document.Problem.
func Read(ctx context.Context, data []byte, format document.Format, opts Options) (*document.Document, error) {
	text, encoding, _, err := charset.Decode(data, opts.Encoding, charset.Declared(data))
	if err != nil {
		return nil, fmt.Errorf("decode the OCR output: %w", err)
	}
	doc := &document.Document{Format: format, Encoding: encoding}
	var pages []layout.Page
	var around []string // text that is no word of a page
	switch format {
	case document.HOCR:
		pages, around, err = hocrPages(ctx, text)
	case document.ALTO:
		pages, around, err = altoPages(ctx, text)
	case document.TesseractTSV:
		pages, err = tesseract.Pages(ctx, []byte(text), 0)
	default:
		return nil, &document.Failure{Category: document.Internal, Op: "read OCR output", Detail: fmt.Sprintf("format %q", format)}
	}
	words := 0
	for _, p := range pages {
		words += len(p.Words)
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return nil, document.Interrupted("read OCR output", err)
	case err != nil && words == 0:
		return nil, &document.Failure{Category: document.Damaged, Op: "read OCR output", Err: err}
	case err != nil:
		doc.Problems = append(doc.Problems, document.Problem{Category: document.Damaged, Page: len(pages), Detail: err.Error()})
	}
	var an layout.Analyser
	for _, p := range pages {
		if ctx.Err() != nil {
			return nil, document.Interrupted("lay out the pages", ctx.Err())
		}
		an.Add(p)
	}
	doc.Pages = len(pages)
	doc.Blocks = an.Blocks()
	paragraphs := 0
	for _, b := range doc.Blocks {
		if p, ok := b.(*document.Paragraph); ok {
			paragraphs = max(paragraphs, p.Place.Paragraph)
		}
	}
	for _, s := range around {
		paragraphs++
		doc.Blocks = append(doc.Blocks, &document.Paragraph{
			Kind: document.Furniture, Text: s, Place: document.Place{Paragraph: paragraphs},
		})
	}
	if len(doc.Blocks) == 0 {
		return nil, &document.Failure{Category: document.Empty, Op: "read OCR output"}
	}
	return doc, nil
}
