package rejoin

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// deepestHeader is how many rows a header takes at most, its numbering row
// included: four levels, a title, a unit line and the numbers.
const deepestHeader = 7

// headerRows counts the leading rows of a fragment that are its header, the row
// of column numbers included. first says that nothing stands before it: then a
// row of words over columns of figures is a header in any wording.
func headerRows(t *document.Table, first bool) int {
	if t.HeaderRows > 0 {
		n := min(t.HeaderRows, len(t.Rows))
		for n > 0 && n < min(deepestHeader, len(t.Rows)) && subheads(&t.Rows[n-1], &t.Rows[n]) {
			n++ // Markdown marks one row alone
		}
		if n < len(t.Rows) && isNumbering(&t.Rows[n]) {
			n++
		}
		return n
	}
	for i := range min(deepestHeader, len(t.Rows)) {
		if isNumbering(&t.Rows[i]) && (i > 0 || !first) {
			return i + 1
		}
	}
	if len(t.Rows) == 0 {
		return 0
	}
	if namesColumns(&t.Rows[0]) || first && len(t.Rows) > 2 && contrasts(t) {
		n := 1
		for n < min(deepestHeader, len(t.Rows)) && subheads(&t.Rows[n-1], &t.Rows[n]) {
			n++
		}
		return n
	}
	return 0
}

// subheads reports whether a row is a further level of the headings above it:
// short words that are each a heading ("план", "факт"), more of them than in the
// row above under its gaps, and none in the column of numbers.
func subheads(above, r *document.Row) bool {
	known, gaps := 0, 0
	for i := range r.Cells {
		s := cellText(&r.Cells[i])
		if s == "" {
			continue
		}
		if i == 0 || len(s) > 120 || kindOf(s).family() == numeric {
			return false
		}
		h := wording.ReadHeading([]string{s})
		if h.Column != wording.ColumnMoney && h.Column != wording.ColumnPercent && h.Column != wording.ColumnPlanned && h.Column != wording.ColumnActual &&
			h.Source == "" && h.Fund == "" && h.Year == 0 {
			return false
		}
		known++
		if c := above.At(r.Cells[i].Col); c == nil || cellText(c) == "" {
			gaps++
		}
	}
	return known >= 2 && gaps > 0
}

// isNumbering reports whether a row numbers the columns: "1 2 3 ...". It may
// skip, repeat and carry formulas ("6=3+4"), as printed forms do.
func isNumbering(r *document.Row) bool {
	filled, rising, last := 0, 0, 0
	for i := range r.Cells {
		s := cellText(&r.Cells[i])
		if s == "" {
			continue
		}
		filled++
		n, digits := 0, 0
		for _, c := range s {
			if c < '0' || c > '9' {
				break
			}
			n = n*10 + int(c-'0')
			if digits++; digits > 2 {
				return false
			}
		}
		if digits == 0 {
			if filled == 1 { // "№", "А", or a Roman one
				continue
			}
			return false
		}
		if rest := s[digits:]; rest != "" && rest != "." && rest[0] != '=' && rest[0] != ' ' {
			return false
		}
		if n >= last && n <= last+4 {
			rising++
		}
		last = n
	}
	return filled >= 3 && rising >= filled-1 && last >= filled-1
}

// namesColumns reports whether the row's texts are headings of columns.
func namesColumns(r *document.Row) bool {
	var texts []string
	for i := range r.Cells {
		s := cellText(&r.Cells[i])
		if s == "" {
			continue
		}
		if len(s) > 400 {
			return false
		}
		switch kindOf(s) {
		case ordinal, integer, decimal:
			return false
		case measured, period:
			if h := wording.ReadHeading([]string{s}); h.Year == 0 || len(h.Units) == 0 {
				return false // "2021 рік, тис. грн" heads a column, "12 осіб" does not
			}
		}
		texts = append(texts, s)
	}
	filled, known := len(texts), 0
	if filled*10 < len(r.Cells)*6 {
		return false
	}
	seen := map[wording.Column]bool{}
	for _, s := range texts {
		if h := wording.ReadHeading([]string{s}); h.Column != wording.ColumnUnknown {
			known++
			seen[h.Column] = true
			if known*2 >= filled && len(seen) >= 3 {
				return true
			}
		}
	}
	width := len(r.Cells)
	return known*2 >= filled && len(seen) >= 2 && (len(seen) >= 3 || width < 5)
}

// contrasts reports whether the first row has words where most of the rows
// below have figures, in two columns or more, and no figure of its own.
func contrasts(t *document.Table) bool {
	head := &t.Rows[0]
	words := 0
	for i := range head.Cells {
		switch kindOf(cellText(&head.Cells[i])) {
		case empty:
		case word, text:
			words++
		default:
			return false
		}
	}
	if words*10 < len(head.Cells)*7 {
		return false
	}
	over := 0
	for i := range head.Cells {
		figures, all := 0, 0
		for j := 1; j < min(len(t.Rows), 12); j++ {
			if c := t.Rows[j].At(head.Cells[i].Col); c != nil {
				switch kindOf(cellText(c)) {
				case ordinal, integer, decimal, period, year:
					figures++
					all++
				case word, text, measured:
					all++
				}
			}
		}
		if all > 0 && figures*2 > all {
			over++
		}
	}
	return over >= 2
}

// headingPath returns the header's texts over a column, top level first.
func headingPath(rows []*row, col int) []string {
	var path []string
	for _, r := range rows {
		if c := r.src.At(col); c != nil {
			s := cellText(c)
			if s != "" && (len(path) == 0 || path[len(path)-1] != s) && !startsWithDigit(s) {
				path = append(path, s)
			}
		}
	}
	return path
}

func cellText(c *document.Cell) string { return strings.TrimSpace(c.Text()) }
