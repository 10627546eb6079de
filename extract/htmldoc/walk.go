package htmldoc

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zvit/extract/document"
)

// walker turns the tree into blocks, in the order of the page.
type walker struct {
	ctx        context.Context
	doc        *document.Document
	main       *html.Node // the page's own main content, or nil
	paragraphs int
	tables     int
	visited    int

	text  lineBuilder            // of the paragraph that is open
	kind  document.ParagraphKind // of the text around
	later []*html.Node           // nested tables and hidden content of the table at hand
	noted map[string]struct{}    // problems that were said
	gone  []*html.Node           // struck text of the open paragraph: it stands after
}

// page walks the whole tree.
func (w *walker) page(root *html.Node) error {
	w.kind = document.Body
	if w.main != nil {
		w.kind = document.Furniture
	}
	if err := w.walk(root); err != nil {
		return err
	}
	w.flush()
	return nil
}

// walk adds the content of n. The parser bounds the depth of the recursion.
func (w *walker) walk(n *html.Node) error {
	if err := w.alive(); err != nil {
		return err
	}
	switch n.Type {
	case html.TextNode:
		w.text.add(raised(n), n.Parent != nil && n.Parent.DataAtom == atom.Pre)
		return nil
	case html.ElementNode:
		return w.element(n)
	case html.DocumentNode:
		return w.children(n)
	}
	return nil // comments and doctypes are markup
}

// alive returns an error once the context has ended; it looks now and then.
func (w *walker) alive() error {
	const between = 1024 // nodes and rows between two looks
	if w.visited++; w.visited%between == 0 && w.ctx.Err() != nil {
		return document.Interrupted("walk the page", w.ctx.Err())
	}
	return nil
}

func (w *walker) children(n *html.Node) error {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if err := w.walk(c); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) element(n *html.Node) error {
	if silent(n) {
		return nil
	}
	if struck(n) && w.kind != document.Furniture {
		w.gone = append(w.gone, n)
		return nil
	}
	switch n.DataAtom {
	case atom.Br:
		w.flush()
		return nil
	case atom.Table:
		if !hidden(n) && !layoutTable(n) {
			return w.table(n)
		}
	}
	kind := w.kind
	switch {
	case n == w.main:
		kind = document.Body
	case kind == document.Furniture: // stays so down to the main content
	case hidden(n) || furniture(n):
		kind = document.Furniture
	case heading(n):
		kind = document.Heading
	}
	apart := kind != w.kind || breaks(n)
	if apart {
		w.flush()
	}
	outer := w.kind
	w.kind = kind
	err := w.children(n)
	if apart {
		w.flush()
	}
	w.kind = outer
	return err
}

// flush ends the open paragraph. Each line of it is a paragraph, as in a text
// file, so that a letterhead broken by <br> reads the same in both.
func (w *walker) flush() {
	for _, line := range w.text.take() {
		w.paragraph(w.kind, line)
	}
	for _, n := range w.gone {
		var text lineBuilder
		for d := range n.Descendants() {
			if d.Type == html.TextNode && (d.Parent == nil || !silent(d.Parent)) {
				text.add(raised(d), false)
			}
		}
		for _, line := range text.take() {
			w.paragraph(document.Furniture, line)
		}
	}
	w.gone = nil
}

func (w *walker) paragraph(kind document.ParagraphKind, text string) {
	w.paragraphs++
	w.doc.Blocks = append(w.doc.Blocks, &document.Paragraph{
		Kind: kind, Text: text, Place: document.Place{Paragraph: w.paragraphs},
	})
}

// problem notes once that a part of the page was cut.
func (w *walker) problem(format string, args ...any) {
	detail := fmt.Sprintf(format, args...)
	if _, said := w.noted[detail]; said {
		return
	}
	if w.noted == nil {
		w.noted = map[string]struct{}{}
	}
	w.noted[detail] = struct{}{}
	w.doc.Problems = append(w.doc.Problems, document.Problem{Category: document.Truncated, Detail: detail})
}

// lineBuilder collects inline text, its white space collapsed as CSS does
// (CSS Text 3, 4.1.1), into lines. A no-break space is a letter to it.
type lineBuilder struct {
	lines []string
	b     strings.Builder
	space bool // white space is due before the next letter
}

// add appends text; preformatted text keeps its line ends.
func (l *lineBuilder) add(text string, preformatted bool) {
	for text != "" {
		i := strings.IndexAny(text, " \t\r\n\f")
		if i < 0 {
			l.word(text)
			return
		}
		if i > 0 {
			l.word(text[:i])
		}
		if preformatted && text[i] == '\n' {
			l.end()
		} else {
			l.space = true
		}
		text = text[i+1:]
	}
}

func (l *lineBuilder) word(s string) {
	if l.space && l.b.Len() > 0 {
		l.b.WriteByte(' ')
	}
	l.space = false
	l.b.WriteString(s)
}

// end ends the line at hand.
func (l *lineBuilder) end() {
	if line := strings.TrimSpace(l.b.String()); line != "" {
		l.lines = append(l.lines, line)
	}
	l.b.Reset()
	l.space = false
}

// take ends the line at hand, returns all lines and begins anew.
func (l *lineBuilder) take() []string {
	l.end()
	lines := l.lines
	l.lines = nil
	return lines
}
