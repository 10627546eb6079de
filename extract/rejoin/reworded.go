package rejoin

import (
	"slices"

	"zvit/extract/wording"
)

// reworded counts the rows at the head of t that are the table's own header in
// other words, as who types a page anew shortens them: each column reads as the
// table's does, none names another unit, and the rows' numbers go on.
func (r *run) reworded(t *fragment) int {
	first := &r.fragments[0]
	if r.headers == 0 || len(t.rows) == 0 || sameRow(&first.rows[0], &t.rows[0]) {
		return 0 // none, or in the same words
	}
	h := t.heads()
	if h == 0 || h == len(t.rows) || h == 1 && isNumbering(&t.rows[0]) || t.headed(h) != r.header {
		return 0
	}
	const fewest = 3
	known := 0
	for c := range r.header {
		a, b := readColumn(first.rows[:r.headers], c), readColumn(t.rows[:h], c)
		if a.Column == wording.ColumnUnknown || b.Column == wording.ColumnUnknown {
			continue
		}
		if a.Column != b.Column || a.Role != b.Role || a.Year != b.Year || a.Period != b.Period || a.Fund != b.Fund || a.Source != b.Source || !sameUnits(a, b) {
			return 0
		}
		known++
	}
	if known < fewest || known*2 < r.header || !r.numbersGoOn(t.rows[h:]) {
		return 0
	}
	return h
}

// readColumn reads the headings over a column.
func readColumn(head []row, col int) wording.Heading {
	var path []string
	for i := range head {
		if c := head[i].over(col); c != nil && !c.blank() && !isNumbering(&head[i]) {
			path = append(path, c.text)
		}
	}
	return wording.ReadHeading(path)
}

// sameUnits reports whether b names no unit that a does not.
func sameUnits(a, b wording.Heading) bool {
	for _, u := range b.Units {
		if !slices.ContainsFunc(a.Units, func(v wording.UnitSpan) bool { return u.Unit == v.Unit && u.Per == v.Per }) {
			return false
		}
	}
	return true
}

// numbersGoOn reports whether the first number of some rows follows the last of
// the table.
func (r *run) numbersGoOn(rows []row) bool {
	last := -1
	for f := len(r.fragments) - 1; f >= 0 && last < 0; f-- {
		above := r.fragments[f].rows
		for i := len(above) - 1; i >= 0 && last < 0; i-- {
			last = numberOf(&above[i])
		}
	}
	for i := range rows {
		if n := numberOf(&rows[i]); n >= 0 {
			return last >= 0 && n == last+1
		}
	}
	return false
}

// numberOf is the number in the first cell of a row, or -1.
func numberOf(r *row) int {
	if len(r.cells) == 0 || isNumbering(r) {
		return -1
	}
	if n, ok := rowNumber(r.cells[0].text); ok {
		return n
	}
	return -1
}
