package textdoc

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// wrap appends the pieces of b to a as the rest of its sentence, a line lower.
func wrap(a *cell, b cell) {
	for i, p := range b.pieces {
		if i == 0 {
			p.join = document.Space
			if n := len(a.pieces); n > 0 && hyphenated(a.pieces[n-1].text, p.text) {
				p.join = document.Hyphen
			}
		}
		a.pieces = append(a.pieces, p)
	}
}

// hyphenated reports whether the line that ends in a goes on, inside a word, in b.
func hyphenated(a, b string) bool {
	head := strings.TrimRight(a, "-\u00ad\u2010\u2011")
	if head == a {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(head)
	first, _ := utf8.DecodeRuneInString(b)
	return unicode.IsLower(last) && unicode.IsLower(first)
}

// wrapRows makes rows of the lines of a grid whose cells may go on over several
// lines; ruled says that rules stand between the rows, so that all lines are one.
func wrapRows(lines []row, ruled bool) []row {
	var rows []row
	for i := range lines {
		if len(rows) > 0 && (ruled || !startsRow(lines, i, &rows[len(rows)-1])) {
			join(&rows[len(rows)-1], &lines[i])
			continue
		}
		rows = append(rows, lines[i])
	}
	return rows
}

// join puts the cells of a line under those of the row, column by column.
func join(r, l *row) {
	for j := range l.cells {
		c := &l.cells[j]
		if len(c.pieces) == 0 {
			continue
		}
		at := -1
		for k := range r.cells {
			if other := &r.cells[k]; c.col >= other.col && c.col < other.col+max(other.span, 1) {
				at = k
			}
		}
		if at >= 0 {
			wrap(&r.cells[at], *c)
			continue
		}
		k := len(r.cells)
		for k > 0 && r.cells[k-1].col > c.col {
			k--
		}
		added := *c
		if k < len(r.cells) {
			added.span = min(max(added.span, 1), r.cells[k].col-added.col)
		}
		r.cells = append(r.cells[:k], append([]cell{added}, r.cells[k:]...)...)
	}
}

// startsRow reports whether line i begins a row after the open one: it has a
// value where that one has a value already, or it is no rest of a sentence.
func startsRow(lines []row, i int, open *row) bool {
	l := &lines[i]
	filled, values := 0, 0
	var first *cell
	for j := range l.cells {
		c := &l.cells[j]
		if len(c.pieces) == 0 {
			continue
		}
		filled++
		if first == nil {
			first = c
		}
		if value(c) {
			values++
		}
	}
	if first == nil {
		return false
	}
	if values > 0 {
		if !hasValue(open) {
			return !lower(first) // Values may stand beside a label's last line.
		}
		return true
	}
	if first.col == l.cells[0].col && !lower(first) {
		// A label alone is a row, a section's say, unless the one before is open.
		return filled > 1 || !lastIsOpen(open)
	}
	return false
}

// value reports whether a cell holds an amount.
func value(c *cell) bool { return len(c.pieces) == 1 && isAmount(c.pieces[0].text) }

func hasValue(r *row) bool {
	for j := range r.cells {
		if value(&r.cells[j]) && r.cells[j].col > r.cells[0].col {
			return true
		}
	}
	return false
}

// lower reports whether a cell begins inside a sentence.
func lower(c *cell) bool {
	if len(c.pieces) == 0 {
		return false
	}
	s := c.pieces[0].text
	return wording.StartsInside(s) || strings.HasPrefix(s, "(")
}

// lastIsOpen reports whether the row's first text ends inside a sentence.
func lastIsOpen(r *row) bool {
	for j := range r.cells {
		if n := len(r.cells[j].pieces); n > 0 {
			s := r.cells[j].pieces[n-1].text
			return strings.HasSuffix(s, ",") || strings.HasSuffix(s, "-")
		}
	}
	return false
}
