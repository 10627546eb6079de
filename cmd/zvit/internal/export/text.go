package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"zvit/store"
)

// csvRows writes RFC 4180: lines end in CR LF, quotes are doubled. It is not
// encoding/csv, which changes the ends of lines within a field.
type csvRows struct {
	w      io.Writer
	header []string
	line   []byte
	begun  bool
}

func newCSV(w io.Writer, v store.View) *csvRows { return &csvRows{w: w, header: columnNames(v)} }

func (c *csvRows) begin() error {
	if c.begun {
		return nil
	}
	c.begun = true
	for i, name := range c.header {
		c.field(i, name)
	}
	return c.write()
}

// row writes NULL as an empty field; no view has an empty text.
func (c *csvRows) row(values []any) error {
	if err := c.begin(); err != nil {
		return err
	}
	for i, v := range values {
		s, err := plain(v)
		if err != nil {
			return err
		}
		c.field(i, s)
	}
	return c.write()
}

func (c *csvRows) end() error { return c.begin() }

func (c *csvRows) field(i int, s string) {
	if i > 0 {
		c.line = append(c.line, ',')
	}
	if !strings.ContainsAny(s, "\",\r\n") && strings.TrimSpace(s) == s {
		c.line = append(c.line, s...)
		return
	}
	c.line = append(c.line, '"')
	c.line = append(c.line, strings.ReplaceAll(s, `"`, `""`)...)
	c.line = append(c.line, '"')
}

func (c *csvRows) write() error {
	_, err := c.w.Write(append(c.line, "\r\n"...))
	c.line = c.line[:0]
	return err
}

// plain is a value as text: decimals have a dot and no exponent.
func plain(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), nil
	}
	return "", fmt.Errorf("a view has text and numbers only, not %T", v)
}

// jsonLines writes an object a line, its members in the order of the columns;
// NULL is null, a flag 1 or 0, as in the views.
type jsonLines struct {
	w    io.Writer
	keys [][]byte // `"name":`
	line bytes.Buffer
	enc  *json.Encoder
}

func newJSONLines(w io.Writer, v store.View) *jsonLines {
	j := &jsonLines{w: w}
	for _, name := range columnNames(v) {
		j.keys = append(j.keys, append(strconv.AppendQuote(nil, name), ':'))
	}
	j.enc = json.NewEncoder(&j.line)
	j.enc.SetEscapeHTML(false)
	return j
}

func (j *jsonLines) row(values []any) error {
	j.line.Reset()
	for i, v := range values {
		if i == 0 {
			j.line.WriteByte('{')
		} else {
			j.line.WriteByte(',')
		}
		j.line.Write(j.keys[i])
		if err := j.enc.Encode(v); err != nil {
			return err
		}
		j.line.Truncate(j.line.Len() - 1) // the encoder's end of line
	}
	j.line.WriteString("}\n")
	_, err := j.w.Write(j.line.Bytes())
	return err
}

func (j *jsonLines) end() error { return nil }
