// Package officedoc reads office files: DOCX and XLSX by themselves (ECMA-376),
// and DOC, XLS, ODT, ODS and RTF through LibreOffice where it is installed.
package officedoc

import (
	"context"
	"fmt"

	"zvit/extract/document"
)

// Options are the user's password and the limits. The zero value is the default.
type Options struct {
	Password string
	// MaxUnpacked is how many bytes the parts of one archive may unpack to; 0 is
	// DefaultMaxUnpacked. More is a document.TooLarge failure: a zip bomb.
	MaxUnpacked int64
}

// DefaultMaxUnpacked holds the largest report many times over.
const DefaultMaxUnpacked = 1 << 30

func (o Options) maxUnpacked() int64 {
	if o.MaxUnpacked > 0 {
		return o.MaxUnpacked
	}
	return DefaultMaxUnpacked
}

// Read reads data of the given format: document.DOCX, XLSX or Office. Its errors
// are *document.Failure.
func Read(ctx context.Context, data []byte, format document.Format, opts Options) (*document.Document, error) {
	var doc *document.Document
	var err error
	switch format {
	case document.DOCX:
		doc, err = readDOCX(ctx, data, opts)
	case document.XLSX:
		doc, err = readXLSX(ctx, data, opts)
	case document.Office:
		return readThroughLibreOffice(ctx, data, opts)
	default:
		return nil, &document.Failure{Category: document.Internal, Op: "read the office file", Detail: fmt.Sprintf("format %q", format)}
	}
	if err != nil {
		return nil, err
	}
	if len(doc.Blocks) == 0 {
		return nil, &document.Failure{Category: document.Empty, Op: "read the office file"}
	}
	doc.Format = format
	return doc, nil
}

// damaged wraps what a library says of a broken file, or of a context that ended.
func damaged(ctx context.Context, op string, err error) error {
	if ended := ctx.Err(); ended != nil {
		return document.Interrupted(op, ended)
	}
	return &document.Failure{Category: document.Damaged, Op: op, Err: err}
}

// blocks collects a document's blocks and counts its paragraphs and tables.
type blocks struct {
	doc        document.Document
	paragraphs int
	tables     int
}

func (b *blocks) paragraph(kind document.ParagraphKind, text string, at document.Place) {
	b.paragraphs++
	at.Paragraph = b.paragraphs
	b.doc.Blocks = append(b.doc.Blocks, &document.Paragraph{Kind: kind, Text: text, Place: at})
}

func (b *blocks) problem(category document.Category, format string, args ...any) {
	b.doc.Problems = append(b.doc.Problems, document.Problem{Category: category, Detail: fmt.Sprintf(format, args...)})
}
