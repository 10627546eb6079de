// Package htmldoc reads web pages: the blocks of the page in order, tables by
// the table model of the HTML standard, and the page's main content told from
// menus, headers and footers, which are kept as furniture.
package htmldoc

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"zvit/extract/charset"
	"zvit/extract/document"
)

// Options are the limits and the user's word on the encoding. The zero value is
// the default.
type Options struct {
	Encoding string // overrides detection; an IANA or WHATWG name
	MaxBytes int64  // of the file; 0 is no limit: the pipeline has one
}

// Read reads a page. Its errors are *document.Failure. Spans, columns and
// nesting beyond the limits below are cut, with a document.Problem for each.
func Read(ctx context.Context, data []byte, opts Options) (*document.Document, error) {
	if opts.MaxBytes > 0 && int64(len(data)) > opts.MaxBytes {
		return nil, &document.Failure{Category: document.TooLarge, Op: "read the page"}
	}
	text, encoding, _, err := charset.Decode(data, opts.Encoding, charset.Declared(data))
	if err != nil {
		return nil, fmt.Errorf("decode the page: %w", err)
	}
	root, cut, err := parse(ctx, text)
	if err != nil {
		return nil, err
	}
	w := &walker{ctx: ctx, doc: &document.Document{Format: document.HTML, Encoding: encoding}}
	if cut {
		w.problem("tags nested deeper than %d are left out; their text is kept", maxDepth)
	}
	w.main = mainContent(goquery.NewDocumentFromNode(root))
	if err := w.page(root); err != nil {
		return nil, err
	}
	if len(w.doc.Blocks) == 0 {
		return nil, &document.Failure{Category: document.Empty, Op: "read the page"}
	}
	return w.doc, nil
}

// parse builds the tree. A page nested deeper than the parser allows is parsed
// again without the tags that are too deep.
func parse(ctx context.Context, text string) (root *html.Node, cut bool, err error) {
	root, err = parseTree(text)
	if err != nil {
		if ctx.Err() != nil {
			return nil, false, document.Interrupted("parse the page", ctx.Err())
		}
		cut = true
		root, err = parseTree(flatten(text))
	}
	if err != nil {
		return nil, cut, &document.Failure{Category: document.Damaged, Op: "parse the page", Err: err}
	}
	return root, cut, nil
}

// parseTree parses with scripting off, so that <noscript> holds text like any
// other element and none of it is lost.
func parseTree(text string) (root *html.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, errors.New(fmt.Sprint(r))
		}
	}()
	return html.ParseWithOptions(strings.NewReader(text), html.ParseOptionEnableScripting(false))
}
