package officedoc

import (
	"strings"
	"unicode"

	"zvit/extract/wording"
)

// end returns the last column (0-based) that a cell of a row covers.
func (s *sheetShape) end(row int, c scell) int {
	if last, ok := s.merged[[2]int{row, c.col + 1}]; ok {
		return last[1] - 1
	}
	return c.col
}

// unhide parts the cells that a person sees from those of hidden columns. A
// merged cell is seen where it reaches a column that is.
func (s *sheetShape) unhide(rows []srow) (seen, unseen []srow) {
	if len(s.unseen) == 0 {
		return rows, nil
	}
	for _, r := range rows {
		shown, rest := r, r
		shown.cells, rest.cells = nil, nil
		for _, c := range r.cells {
			visible := false
			for col := c.col; col <= s.end(r.number, c) && !visible; col++ {
				visible = !s.unseen[col]
			}
			if visible {
				shown.cells = append(shown.cells, c)
			} else {
				rest.cells = append(rest.cells, c)
			}
		}
		if len(shown.cells) > 0 || len(rest.cells) == 0 {
			seen = append(seen, shown)
		}
		if len(rest.cells) > 0 {
			unseen = append(unseen, rest)
		}
	}
	return seen, unseen
}

// unitLine reports whether a row over a table's first one is text: two cells, one
// of them a unit of money and no more, over more cells than two.
func (s *sheetShape) unitLine(row, next srow) bool {
	if len(row.cells) != 2 || len(next.cells) < 3 {
		return false
	}
	unit := false
	for _, c := range row.cells {
		if last, ok := s.merged[[2]int{row.number, c.col + 1}]; ok && last[0] > row.number {
			return false // a heading of two levels
		}
		unit = unit || bareUnit(c.text)
	}
	return unit
}

func bareUnit(text string) bool {
	units := wording.FindUnits(text)
	if len(units) != 1 {
		return false
	}
	rest := text[:units[0].Start] + text[units[0].End:]
	return !strings.ContainsFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// apart finds two tables side by side: columns that nothing fills, and a column
// of numbers right of them, as its heading says, that begins another table.
func (s *sheetShape) apart(rows []srow) (left, right []srow, ok bool) {
	filled := map[int]bool{}
	from, to := -1, 0
	for _, r := range rows {
		for _, c := range r.cells {
			last := min(s.end(r.number, c), maxSheetColumns)
			for col := c.col; col <= last; col++ {
				filled[col] = true
			}
			if from < 0 || c.col < from {
				from = c.col
			}
			to = max(to, c.col)
		}
	}
	for col := from + 1; from >= 0 && col <= to; col++ {
		if !filled[col] || filled[col-1] || !beginsTable(rows, col) {
			continue
		}
		for _, r := range rows {
			at := 0
			for at < len(r.cells) && r.cells[at].col < col {
				at++
			}
			l, x := r, r
			l.cells, x.cells = r.cells[:at], r.cells[at:]
			if len(l.cells) > 0 {
				left = append(left, l)
			}
			if len(x.cells) > 0 {
				right = append(right, x)
			}
		}
		return left, right, len(left) > 1 && len(right) > 1
	}
	return nil, nil, false
}

// beginsTable reports whether the first text of a column is the heading of
// numbers, with another heading beside it.
func beginsTable(rows []srow, col int) bool {
	for _, r := range rows {
		for i, c := range r.cells {
			if c.col == col {
				return i+1 < len(r.cells) && wording.ReadHeading([]string{c.text}).Column == wording.ColumnNumber
			}
		}
	}
	return false
}
