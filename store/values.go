package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/record"
)

// args builds a row's values; cursor takes them apart again. Absent (empty
// text, nil) is NULL in both directions.
type args struct{ vals []driver.Value }

func (a *args) add(v driver.Value) { a.vals = append(a.vals, v) }

// text adds s, or NULL where it is empty.
func (a *args) text(s string) {
	if s == "" {
		a.add(nil)
		return
	}
	a.must(s)
}

// must adds s, the empty text as such.
func (a *args) must(s string) { a.add(valid(s)) }

func (a *args) num(n int) { a.add(int64(n)) }

// pos adds n, or NULL where it is 0: "the format has none".
func (a *args) pos(n int) {
	if n == 0 {
		a.add(nil)
		return
	}
	a.add(int64(n))
}

// slot adds a 0-based row or column, or NULL where it is -1: outside tables.
func (a *args) slot(n int) {
	if n < 0 {
		a.add(nil)
		return
	}
	a.add(int64(n))
}

func (a *args) flag(b bool) {
	if b {
		a.add(int64(1))
	} else {
		a.add(int64(0))
	}
}

// float adds f; NaN, which SQLite has not, becomes 0.
func (a *args) float(f float64) {
	if math.IsNaN(f) {
		f = 0
	}
	a.add(f)
}

func (a *args) money(k *record.Kopecks) {
	if k == nil {
		a.add(nil)
		return
	}
	a.add(int64(*k))
}

func (a *args) ints(list []int) {
	if len(list) == 0 {
		a.add(nil)
		return
	}
	b := make([]byte, 1, 64)
	b[0] = '['
	for i, n := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	a.add(string(append(b, ']')))
}

// named adds a sentence's arguments as JSON.
func (a *args) named(list []record.Arg) {
	if len(list) == 0 {
		a.add(nil)
		return
	}
	b := append(make([]byte, 0, 128), '[')
	for i, arg := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendJSON(append(b, '['), arg.Name), ',')
		b = append(appendJSON(b, arg.Value), ']')
	}
	a.add(string(append(b, ']')))
}

// appendJSON appends s as JSON writes it; most texts have nothing to escape.
func appendJSON(b []byte, s string) []byte {
	if validUTF8(s) && !strings.ContainsFunc(s, escapedInJSON) {
		return append(append(append(b, '"'), s...), '"')
	}
	text, err := json.Marshal(valid(s))
	if err != nil {
		panic(err) // a string
	}
	return append(b, text...)
}

func escapedInJSON(r rune) bool {
	switch r {
	case '"', '\\', '<', '>', '&', '\u2028', '\u2029':
		return true
	}
	return r < ' '
}

// placeColumns are the columns of @place in the schema; they stand last in
// every row, and last among them those that only a format with pages, sheets or
// boxes has.
const (
	placeColumns    = "line, frag, frag_row, frag_cell, para, page, sheet, x0, y0, x1, y1, ocr"
	pagedColumns    = 7
	lastPlaceColumn = "ocr"
)

func (a *args) place(p document.Place) {
	a.pos(p.Line)
	a.pos(p.Table)
	a.pos(p.Row)
	a.pos(p.Cell)
	a.pos(p.Paragraph)
	a.pos(p.Page)
	a.text(p.Sheet)
	if p.Box == (document.Box{}) {
		a.vals = append(a.vals, nil, nil, nil, nil)
	} else {
		a.float(p.Box.X0)
		a.float(p.Box.Y0)
		a.float(p.Box.X1)
		a.float(p.Box.Y1)
	}
	if p.Confidence == 0 {
		a.add(nil)
	} else {
		a.float(p.Confidence)
	}
}

// orNull is s as a statement's value, NULL where it is empty.
func orNull(s string) driver.Value {
	if s == "" {
		return nil
	}
	return s
}

// rankFlag is a flag as a number: false is less.
func rankFlag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// valid returns s as UTF-8: other bytes (in a file's name) become \xNN, so that
// any program can read the database and names stay apart.
func valid(s string) string {
	if validUTF8(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			fmt.Fprintf(&b, `\x%02x`, s[i])
		} else {
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// cursor reads a row's values in order.
type cursor struct {
	vals []driver.Value
	i    int
}

func (c *cursor) next() driver.Value {
	c.i++
	return c.vals[c.i-1]
}

func (c *cursor) text() string {
	switch v := c.next().(type) {
	case string:
		return v
	case []byte:
		return string(v)
	}
	return ""
}

func (c *cursor) num64() int64 {
	n, _ := c.next().(int64)
	return n
}

func (c *cursor) num() int   { return int(c.num64()) }
func (c *cursor) flag() bool { return c.num64() != 0 }

func (c *cursor) slot() int {
	if n, ok := c.next().(int64); ok {
		return int(n)
	}
	return -1
}

func (c *cursor) float() float64 {
	f, _ := c.next().(float64)
	return f
}

func (c *cursor) money() *record.Kopecks {
	n, ok := c.next().(int64)
	if !ok {
		return nil
	}
	k := record.Kopecks(n)
	return &k
}

func (c *cursor) ints() []int {
	s := c.text()
	if s == "" {
		return nil
	}
	var list []int
	if json.Unmarshal([]byte(s), &list) != nil {
		return nil
	}
	return list
}

func (c *cursor) named() []record.Arg {
	s := c.text()
	if s == "" {
		return nil
	}
	var pairs [][2]string
	if json.Unmarshal([]byte(s), &pairs) != nil {
		return nil
	}
	list := make([]record.Arg, len(pairs))
	for i, p := range pairs {
		list[i] = record.Arg{Name: p[0], Value: p[1]}
	}
	return list
}

func (c *cursor) place() document.Place {
	return document.Place{
		Line: c.num(), Table: c.num(), Row: c.num(), Cell: c.num(), Paragraph: c.num(), Page: c.num(), Sheet: c.text(),
		Box:        document.Box{X0: c.float(), Y0: c.float(), X1: c.float(), Y1: c.float()},
		Confidence: c.float(),
	}
}
