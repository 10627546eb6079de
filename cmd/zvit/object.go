package main

import (
	"context"
	"encoding/json"
	"io"
	"strings"

	"zvit/store"
)

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

func (o object) get(name string) any {
	for _, m := range o {
		if m.name == name {
			return m.value
		}
	}
	return nil
}

// MarshalJSON writes the members in order.
func (o object) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, m := range o {
		if i > 0 {
			b = append(b, ',')
		}
		name, err := json.Marshal(m.name)
		if err != nil {
			return nil, err
		}
		value, err := marshal(m.value)
		if err != nil {
			return nil, err
		}
		b = append(append(append(b, name...), ':'), value...)
	}
	return append(b, '}'), nil
}

// marshal leaves '<' and '&' as they are: reports are full of them.
func marshal(v any) ([]byte, error) {
	if raw, ok := v.([]byte); ok {
		v = string(raw)
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return []byte(strings.TrimSuffix(b.String(), "\n")), nil
}

func writeJSONLine(w io.Writer, v any) error {
	line, err := marshal(v)
	if err != nil {
		return err
	}
	_, err = w.Write(append(line, '\n'))
	return err
}

// text is s, or null where it is empty.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// number is n, or null where it is 0: the format has none.
func number(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// queryObjects returns the rows as objects; a list, never nil.
func queryObjects(ctx context.Context, db *store.DB, sql string, args ...any) ([]object, error) {
	rows, err := db.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	columns := rows.Columns()
	list := []object{}
	for rows.Next() {
		o := make(object, len(columns))
		for i, v := range rows.Values() {
			o[i] = member{columns[i], v}
		}
		list = append(list, o)
	}
	return list, rows.Err()
}
