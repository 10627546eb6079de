package extract

import (
	"context"
	"math"

	"zvit/extract/document"
	"zvit/extract/htmldoc"
	"zvit/extract/ocr"
	"zvit/extract/officedoc"
	"zvit/extract/pdfdoc"
	"zvit/extract/textdoc"
)

// Reader reads one format family. It honours ctx, keeps every letter and digit
// of the decoded text, and repairs nothing; its errors are *document.Failure.
// It leaves the document's ID, Bytes and Format to the pipeline.
type Reader func(ctx context.Context, data []byte, opts Options) (*document.Document, error)

// reader returns the reader of a format, or nil: the one place where a new reader
// is named.
func reader(format document.Format) Reader {
	switch format {
	case document.Text:
		return readText
	case document.HTML:
		return readHTML
	case document.PDF:
		return readPDF
	case document.HOCR, document.ALTO, document.TesseractTSV:
		return readOCR(format)
	case document.DOCX, document.XLSX, document.Office:
		return readOffice(format)
	}
	return nil
}

func readText(ctx context.Context, data []byte, opts Options) (*document.Document, error) {
	return textdoc.Read(ctx, data, textdoc.Options{Encoding: opts.Encoding, MaxBytes: opts.readerLimit()})
}

func readHTML(ctx context.Context, data []byte, opts Options) (*document.Document, error) {
	return htmldoc.Read(ctx, data, htmldoc.Options{Encoding: opts.Encoding, MaxBytes: opts.readerLimit()})
}

func readPDF(ctx context.Context, data []byte, opts Options) (*document.Document, error) {
	return pdfdoc.Read(ctx, data, pdfdoc.Options{
		Password: opts.Password, FirstPage: opts.FirstPage, LastPage: opts.LastPage, Debug: watched(ctx),
	})
}

func readOffice(format document.Format) Reader {
	return func(ctx context.Context, data []byte, opts Options) (*document.Document, error) {
		return officedoc.Read(ctx, data, format, officedoc.Options{Password: opts.Password})
	}
}

func readOCR(format document.Format) Reader {
	return func(ctx context.Context, data []byte, opts Options) (*document.Document, error) {
		return ocr.Read(ctx, data, format, ocr.Options{Encoding: opts.Encoding})
	}
}

// readerLimit is the size limit for readers that have their own: the pipeline
// has checked the size already.
func (o Options) readerLimit() int64 {
	if limit := o.maxBytes(); limit >= 0 {
		return limit
	}
	return math.MaxInt64
}
