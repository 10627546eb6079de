package main

import (
	"bufio"
	"strconv"
	"unicode/utf8"

	"zvit/extract/document"
)

// writeTableJSON writes a table in the shape that DESIGN documents, cell by
// cell: tables of hundreds of pages are never held as one string. A slot that
// another cell's span covers is null. A cell's page is the one on which it
// begins, or null.
func writeTableJSON(w *bufio.Writer, path string, n int, t *document.Table) error {
	j := jsonWriter{w: w}
	j.raw(`{"file":`)
	j.text(path)
	j.raw(`,"table":`)
	j.int(n)
	j.raw(`,"page_from":`)
	j.number(t.PageFrom)
	j.raw(`,"page_to":`)
	j.number(t.PageTo)
	j.raw(`,"rows":[`)
	for i, line := range t.Grid() {
		j.comma(i)
		j.raw("[")
		for k, c := range line {
			j.comma(k)
			if c == nil || c != t.Rows[i].At(k) || c.Col != k {
				j.raw("null") // Covered.
				continue
			}
			j.raw(`{"text":`)
			j.text(c.Text())
			j.raw(`,"row_span":`)
			j.int(max(c.RowSpan, 1))
			j.raw(`,"col_span":`)
			j.int(max(c.ColSpan, 1))
			j.raw(`,"page":`)
			j.number(pageOf(c, &t.Rows[i]))
			j.raw("}")
		}
		j.raw("]")
	}
	j.raw("]}\n")
	return j.err
}

// pageOf is the page on which a cell begins, or 0.
func pageOf(c *document.Cell, r *document.Row) int {
	if len(c.Parts) > 0 && c.Parts[0].Place.Page > 0 {
		return c.Parts[0].Place.Page
	}
	return r.Place.Page
}

// jsonWriter writes JSON piece by piece and keeps the first error.
type jsonWriter struct {
	w   *bufio.Writer
	err error
	buf []byte
}

func (j *jsonWriter) raw(s string) {
	if j.err == nil {
		_, j.err = j.w.WriteString(s)
	}
}

// comma parts all members but the first.
func (j *jsonWriter) comma(i int) {
	if i > 0 {
		j.raw(",")
	}
}

func (j *jsonWriter) int(n int) {
	j.buf = strconv.AppendInt(j.buf[:0], int64(n), 10)
	j.raw(string(j.buf))
}

// number is n, or null where it is 0: the format has none.
func (j *jsonWriter) number(n int) {
	if n == 0 {
		j.raw("null")
		return
	}
	j.int(n)
}

// text writes a string; most need no escapes.
func (j *jsonWriter) text(s string) {
	if plainJSON(s) {
		j.raw(`"`)
		j.raw(s)
		j.raw(`"`)
		return
	}
	quoted, err := marshal(s)
	if err != nil && j.err == nil {
		j.err = err
	}
	j.raw(string(quoted))
}

// plainJSON reports whether s stands in JSON as it is (RFC 8259, 7; the two
// separators that JavaScript takes for line ends are escaped as well).
func plainJSON(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c == 0xe2 && len(s) > i+2 && s[i+1] == 0x80 && (s[i+2] == 0xa8 || s[i+2] == 0xa9) {
			return false
		}
	}
	return utf8.ValidString(s)
}
