package store

import (
	"strings"
)

// Rows of one INSERT: many share the statement's cost. Powers of two, so that a
// rest of any size needs few statements and few are kept.
var batches = [...]int{64, 32, 16, 8, 4, 2, 1}

// inserter gathers rows of one table. A row that SQLite refuses ends the whole
// transaction: SQLite then need not be ready to take back the rows before it
// alone, for which it would copy every page before it changes it.
type inserter struct {
	tx            *tx
	table         string
	columns       []string
	whole, narrow [len(batches)]string // statements, see send
	a             args
	n             int
	err           error
}

// inserter returns the table's inserter, empty; there is one of each.
func (t *tx) inserter(table, columns string) *inserter {
	key := table + "(" + columns
	in := t.inserters[key]
	if in == nil {
		in = &inserter{table: table, columns: strings.Split(columns, ", ")}
		t.inserters[key] = in
	}
	in.tx, in.a.vals, in.n, in.err = t, in.a.vals[:0], 0, nil
	return in
}

// add begins a row; the caller gives its values in the order of the columns
// before it calls add or flush again.
func (in *inserter) add() *args {
	if in.n == batches[0] {
		in.send()
	}
	in.n++
	return &in.a
}

// send writes the rows gathered. Most of what a place can say, no place in a
// text file says: those columns, the last ones, are left out where no row has
// them, as an absent value costs as much to bind as a number.
func (in *inserter) send() {
	in.tx.rows += int64(in.n)
	vals, width, queries := in.a.vals, len(in.columns), &in.whole
	if in.flat() {
		width, queries = width-pagedColumns, &in.narrow
		vals = vals[:0]
		for y := range in.n {
			vals = append(vals, in.a.vals[y*len(in.columns):][:width]...)
		}
	}
	for i, from := 0, 0; from < in.n && in.err == nil; {
		n := batches[i]
		if n > in.n-from {
			i++
			continue
		}
		if queries[i] == "" {
			row := ", (" + strings.TrimSuffix(strings.Repeat("?,", width), ",") + ")"
			queries[i] = "INSERT OR ROLLBACK INTO " + in.table + " (" + strings.Join(in.columns[:width], ", ") + ") VALUES " +
				strings.Repeat(row, n)[2:]
		}
		in.err = in.tx.exec(queries[i], vals[from*width:(from+n)*width]...)
		from += n
	}
	clear(in.a.vals) // the texts are the document's
	in.a.vals, in.n = in.a.vals[:0], 0
}

// flat: the rows end in places, and none of them has a page, a sheet or a box.
func (in *inserter) flat() bool {
	width := len(in.columns)
	if width < pagedColumns || in.columns[width-1] != lastPlaceColumn {
		return false
	}
	for y := range in.n {
		for _, v := range in.a.vals[(y+1)*width-pagedColumns : (y+1)*width] {
			if v != nil {
				return false
			}
		}
	}
	return true
}

// flush writes what is left and returns the first error of all.
func (in *inserter) flush() error {
	in.send()
	return in.err
}
