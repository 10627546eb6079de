// Package textdoc reads plain text of every table shape into a
// document.Document: cells between tabs, Markdown pipes, ASCII and Unicode
// boxes, columns aligned by spaces, one cell a line, CSV, and tables flattened
// with single spaces. What is no table stays prose, one Paragraph a line.
//
// The shapes are found in the whole text, region by region; each has a file of
// its own. A reader repairs nothing: rows keep the number of cells that they
// have, and a table that a page break cut is as many fragments.
package textdoc

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"zvit/extract/charset"
	"zvit/extract/document"
)

// Limits that hold for every text. A table of a million rows is no report.
const (
	// DefaultMaxBytes is the size limit where Options gives none, in bytes.
	DefaultMaxBytes = 64 << 20
	maxLines        = 1_000_000
	maxCells        = 2_000_000
)

// Options say what is known of a text beside its bytes.
type Options struct {
	// Encoding overrules detection (IANA name); an unknown name is an error.
	Encoding string
	// Declared is the encoding that the file's surroundings name; it is
	// believed only where the bytes agree.
	Declared string
	// MaxBytes is the size limit in bytes; DefaultMaxBytes where it is 0.
	MaxBytes int64
}

// Read reads data as text. Its errors are *document.Failure: TooLarge, Empty,
// NotText, Cancelled.
func Read(ctx context.Context, data []byte, opts Options) (*document.Document, error) {
	limit := opts.MaxBytes
	if limit <= 0 {
		limit = DefaultMaxBytes
	}
	if int64(len(data)) > limit {
		return nil, &document.Failure{
			Category: document.TooLarge,
			Op:       "read text",
			Detail:   fmt.Sprintf("%d bytes; the limit is %d", len(data), limit),
		}
	}
	text, encoding, _, err := charset.Decode(data, opts.Encoding, opts.Declared)
	if err != nil {
		return nil, fmt.Errorf("decode text: %w", err)
	}
	sum := sha256.Sum256(data)
	doc := &document.Document{
		ID:       hex.EncodeToString(sum[:]),
		Format:   document.Text,
		Encoding: encoding,
		Bytes:    int64(len(data)),
	}
	if err := read(ctx, doc, text); err != nil {
		return nil, err
	}
	return doc, nil
}

// read fills doc with the blocks of text.
func read(ctx context.Context, doc *document.Document, text string) error {
	// Before anything is built of them: hostile texts are separators alone.
	for _, separator := range []string{"\t", "|", ";", ","} {
		if strings.Count(text, separator) > maxCells {
			return tooMany("cells", maxCells)
		}
	}
	lines, pages, err := split(text)
	if err != nil {
		return err
	}
	if pages > 1 {
		doc.Pages = pages
	}
	regions, err := findRegions(ctx, lines)
	if err != nil {
		return err
	}
	blocks, err := assemble(ctx, lines, regions, pages > 1)
	if err != nil {
		return err
	}
	doc.Blocks = blocks
	return nil
}

// cancelled returns the failure of a done context, or nil.
func cancelled(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return document.Interrupted("read text", err)
	}
	return nil
}

// tooMany is the failure of a text over a limit of lines or cells.
func tooMany(what string, limit int) error {
	return &document.Failure{
		Category: document.TooLarge,
		Op:       "read text",
		Detail:   fmt.Sprintf("more than %d %s", limit, what),
	}
}
