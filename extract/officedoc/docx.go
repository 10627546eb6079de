package officedoc

import (
	"bufio"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"zvit/extract/document"
)

// readDOCX reads a WordprocessingML document (ECMA-376 part 1, section 17) in
// one pass, so that its size in memory is that of its text.
func readDOCX(ctx context.Context, data []byte, opts Options) (*document.Document, error) {
	a, err := openArchive(data, opts.maxUnpacked())
	if err != nil {
		return nil, err
	}
	main := "word/document.xml"
	if a.files[main] == nil { // some producers number the part
		for _, name := range a.names {
			if strings.HasPrefix(name, "word/document") && strings.HasSuffix(name, ".xml") {
				main = name
			}
		}
	}
	if a.files[main] == nil {
		return nil, &document.Failure{Category: document.Damaged, Op: "open the document", Detail: "no main part"}
	}
	r := &docx{ctx: ctx, archive: a, opts: opts}
	if r.related, err = a.relations(main); err != nil {
		return nil, failure("read the relations", err)
	}
	if r.lists, err = readNumbering(a); err != nil {
		return nil, failure("read the numbering", err)
	}
	if r.styles, err = readStyles(a); err != nil {
		return nil, failure("read the styles", err)
	}
	names := slices.Clone(a.names)
	slices.Sort(names)
	for _, p := range []struct {
		prefix string
		kind   document.ParagraphKind
	}{
		{"word/header", document.Furniture},
		{main, document.Body},
		{"word/footnotes", document.Body},
		{"word/endnotes", document.Body},
		{"word/comments.", document.Furniture},
		{"word/footer", document.Furniture},
	} {
		for _, name := range names {
			if strings.HasPrefix(name, p.prefix) && strings.HasSuffix(name, ".xml") {
				if err := r.part(a, name, p.kind); err != nil {
					return nil, failure("read "+name, err)
				}
			}
		}
	}
	return &r.doc, nil
}

// maxNesting is how deep tables and boxes may nest; no document of people does.
const maxNesting = 64

// docx reads the parts of a document into one list of blocks.
type docx struct {
	blocks
	ctx        context.Context
	archive    *archive
	opts       Options
	related    map[string]string // id: the part of the archive that the main part refers to
	objects    int               // embedded workbooks so far
	lists      *numbering
	styles     map[string]style
	kind       document.ParagraphKind
	dec        *xml.Decoder
	nesting    int
	tableDepth int
	tokens     int
}

func (r *docx) part(a *archive, name string, kind document.ParagraphKind) error {
	file, err := a.open(name)
	if err != nil || file == nil {
		return err
	}
	defer file.Close() //nolint:errcheck // reading is over; there is nothing to lose
	r.dec = xml.NewDecoder(bufio.NewReaderSize(file, 64<<10))
	r.dec.Strict = false
	r.kind = kind
	var out story
	for {
		tok, err := r.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return r.cut(name, err)
		}
		if start, ok := tok.(xml.StartElement); ok {
			err = r.block(start, &out)
		}
		r.flush(&out)
		if err != nil {
			return r.cut(name, err)
		}
	}
}

// cut keeps what was read of a part that ends early, and says so. Where nothing
// was read, or a limit was reached, it is the error itself.
func (r *docx) cut(name string, err error) error {
	if r.paragraphs+r.tables == 0 || errors.Is(err, errBomb) || r.ctx.Err() != nil {
		return err
	}
	r.problem(document.Damaged, "%s: %v", name, err)
	return nil
}

// story is what a body, a cell or a box holds, in order.
type story struct {
	items []item
	later []item // hidden text and tables nested in cells: they stand after
}

// item is a paragraph or a table.
type item struct {
	kind  document.ParagraphKind
	text  string
	table *document.Table
}

// flush moves a story of the body into the document.
func (r *docx) flush(s *story) {
	for _, it := range append(s.items, s.later...) {
		if it.table == nil {
			r.paragraph(it.kind, it.text, document.Place{})
			continue
		}
		r.tables++
		place(it.table, r.tables)
		r.doc.Blocks = append(r.doc.Blocks, it.table)
	}
	s.items, s.later = s.items[:0], s.later[:0]
}

// place gives a table, its rows and parts their places.
func place(t *document.Table, number int) {
	t.Place = document.Place{Table: number, Row: 1}
	for y := range t.Rows {
		row := &t.Rows[y]
		row.Place = document.Place{Table: number, Row: y + 1}
		for i := range row.Cells {
			parts := row.Cells[i].Parts
			for p := range parts {
				parts[p].Place = document.Place{Table: number, Row: y + 1, Cell: i + 1}
				if len(parts) > 1 {
					parts[p].Place.Paragraph = p + 1
				}
			}
		}
	}
}

func (r *docx) next() (xml.Token, error) {
	const between = 4096
	if r.tokens++; r.tokens%between == 0 && r.ctx.Err() != nil {
		return nil, document.Interrupted("read the document", r.ctx.Err())
	}
	return r.dec.RawToken()
}

// inside is next within an element, where the end of the file is a cut.
func (r *docx) inside() (xml.Token, error) {
	tok, err := r.next()
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return tok, err
}

// each calls f for every child element up to the end of the element at hand.
// f must read its element to the end.
func (r *docx) each(f func(start xml.StartElement) error) error {
	if r.nesting++; r.nesting > maxNesting*8 {
		return fmt.Errorf("elements nested deeper than %d", maxNesting*8)
	}
	defer func() { r.nesting-- }()
	for {
		tok, err := r.inside()
		if err != nil {
			return err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if err := f(tok); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip reads the element at hand to its end.
func (r *docx) skip() error {
	for depth := 1; depth > 0; {
		tok, err := r.inside()
		if err != nil {
			return err
		}
		switch tok.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// block reads one block-level element into s; elements that only wrap others
// (sdt, sdtContent, ins, customXml, body, footnote …) are looked through.
func (r *docx) block(start xml.StartElement, s *story) error {
	switch start.Name.Local {
	case "p":
		return r.para(s)
	case "tbl":
		return r.tbl(s)
	case "sectPr", "tblPr", "sdtPr", "sdtEndPr", "instrText", "Fallback", "del", "moveFrom", "tcPr", "trPr", "tblGrid":
		if start.Name.Local == "del" || start.Name.Local == "moveFrom" {
			return r.deleted(s)
		}
		return r.skip()
	}
	return r.each(func(child xml.StartElement) error { return r.block(child, s) })
}

// deleted keeps what a tracked change took out: it is not shown, and not lost.
func (r *docx) deleted(s *story) error {
	kind := r.kind
	r.kind = document.Furniture
	defer func() { r.kind = kind }()
	var inner story
	err := r.each(func(child xml.StartElement) error { return r.block(child, &inner) })
	s.later = append(append(s.later, inner.items...), inner.later...)
	return err
}

// value returns an attribute by its local name; empty where there is none.
func value(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reads a toggle property (ECMA-376 part 1, 17.17.4): present is on unless it
// says otherwise.
func on(start xml.StartElement) bool {
	switch strings.ToLower(value(start, "val")) {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
