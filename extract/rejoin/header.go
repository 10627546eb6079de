package rejoin

import (
	"strings"

	"zvit/extract/wording"
)

// deepestHeader is how many rows a header takes at most, its numbering row
// included: four levels, a title, a unit line and the numbers.
const deepestHeader = 7

// headerRows counts the leading rows of a fragment that are its header, the row
// of column numbers included. first says that nothing stands before it: then a
// row of words over columns of figures is a header in any wording.
func headerRows(t *fragment, first bool) int {
	if t.HeaderRows > 0 {
		n := min(t.HeaderRows, len(t.rows))
		for n > 0 && n < min(deepestHeader, len(t.rows)) && deepens(&t.rows[n-1], &t.rows[n]) {
			n++ // Markdown marks one row alone
		}
		if n < len(t.rows) && isNumbering(&t.rows[n]) {
			n++
		}
		return n
	}
	for i := range min(deepestHeader, len(t.rows)) {
		if isNumbering(&t.rows[i]) && (i > 0 || !first) {
			return i + 1
		}
	}
	if len(t.rows) == 0 {
		return 0
	}
	var below *row
	if len(t.rows) > 1 {
		below = &t.rows[1]
	}
	if namesColumns(&t.rows[0], below) || first && len(t.rows) > 2 && contrasts(t) {
		n := 1
		for n < min(deepestHeader, len(t.rows)) && deepens(&t.rows[n-1], &t.rows[n]) {
			n++
		}
		return n
	}
	return 0
}

// heads is headerRows of a fragment that stands below others, found once.
func (f *fragment) heads() int {
	if f.head < 0 {
		f.head = headerRows(f, false)
	}
	return f.head
}

// deepens reports whether a row is a further level of the header row above it,
// by its words or by its form.
func deepens(above, r *row) bool {
	return subheads(above, r) || divides(above, r) || fillsGaps(above, r) || leavesOf(above, r)
}

// leavesOf reports whether a row is the lowest level under a row that holds wide
// headings alone: two of its headings or more stand under each, and beside them
// those of columns that belong to none.
func leavesOf(above, r *row) bool {
	wide, known := 0, 0
	for i := range above.cells {
		src := &above.src.Cells[i]
		if above.cells[i].blank() {
			continue
		}
		if src.ColSpan < 2 || above.cells[i].kind.family() == numeric {
			return false
		}
		wide++
		leaves := 0
		for col := src.Col; col < src.Col+src.ColSpan; col++ {
			x := r.over(col)
			if x == nil || x.blank() || r.spans(col) {
				continue
			}
			leaves++
			if x.headsColumn() {
				known++
			}
		}
		if leaves < 2 {
			return false
		}
	}
	return wide > 0 && known >= 2 && known >= wide && r.saysWords()
}

// fillsGaps reports whether a row without spans is a further level by its form:
// the columns where rows begin are empty, and two short texts or more, of which
// one is a heading, all stand in gaps of the headings above or under the heading
// that the gaps follow. The rest of a cut row stands under headings of its own.
func fillsGaps(above, r *row) bool {
	if len(r.cells) < 4 || !r.cells[0].blank() || !above.plain || !r.plain {
		return false
	}
	gapAt := func(i int) bool { return i >= len(above.cells) || above.cells[i].blank() } // ends of rows may be left out
	filled, known := 0, 0
	for i := 1; i < len(r.cells); i++ {
		x := &r.cells[i]
		if x.blank() {
			continue
		}
		under := gapAt(i) && headedFrom(above, i) || !gapAt(i) && i+1 < len(r.cells) && gapAt(i+1)
		if !under || len(x.text) > 80 || x.kind.family() == numeric {
			return false
		}
		filled++
		if h := x.reads(); h.Column != wording.ColumnUnknown || h.Source != "" || h.Fund != "" || h.Year != 0 {
			known++
		}
	}
	return filled >= 2 && known > 0
}

// headedFrom reports whether the gap at a column follows a heading that is not
// the row's first, across gaps alone.
func headedFrom(r *row, col int) bool {
	col = min(col, len(r.cells)-1)
	for col > 0 && r.cells[col].blank() {
		col--
	}
	return col > 0
}

// divides reports whether a row stands inside a header row: some headings reach
// down over it, and all that it holds stands under wide ones.
func divides(above, r *row) bool {
	down := false
	for i := range above.src.Cells {
		down = down || above.src.Cells[i].RowSpan > 1
	}
	filled := 0
	for i := range r.cells {
		x := &r.cells[i]
		if x.kind.family() == numeric || !above.spans(r.src.Cells[i].Col) {
			return false
		}
		if !x.blank() {
			filled++
		}
	}
	return down && filled >= 2
}

// subheads reports whether a row is a further level of the headings above it:
// short words that are each a heading ("план", "факт"), some of them under its
// gaps or its wide cells, and none in the column of numbers.
func subheads(above, r *row) bool {
	known, gaps := 0, 0
	for i := range r.cells {
		x := &r.cells[i]
		if x.blank() {
			continue
		}
		col := r.src.Cells[i].Col
		if col == 0 || len(x.text) > 120 || x.kind.family() == numeric {
			return false
		}
		h := x.reads()
		if h.Column != wording.ColumnMoney && h.Column != wording.ColumnPercent && h.Column != wording.ColumnPlanned && h.Column != wording.ColumnActual &&
			h.Source == "" && h.Fund == "" && h.Year == 0 {
			return false
		}
		known++
		if c := above.over(col); c == nil || c.blank() || above.spans(col) {
			gaps++
		}
	}
	return known >= 2 && gaps > 0
}

// isNumbering reports whether a row numbers the columns: "1 2 3 ...". It may
// skip, repeat and carry formulas ("6=3+4"), as printed forms do.
func isNumbering(r *row) bool {
	filled, rising, last := 0, 0, 0
	for i := range r.cells {
		s := r.cells[i].text
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
			if filled == 1 && len(s) <= 6 { // "№", "А", or a Roman one
				continue
			}
			return false
		}
		if rest := strings.TrimLeft(s[digits:], " "); rest != "" && rest != "." && rest[0] != '=' && rest[0] != '(' {
			return false
		}
		if n >= last && n <= last+4 {
			rising++
		}
		last = n
	}
	return filled >= 3 && rising >= filled-1 && last >= filled-1
}

// namesColumns reports whether the row's texts are headings of columns: of most
// of them, or of those between which the headings of the row below stand.
func namesColumns(r, below *row) bool {
	filled, width := r.filled(), len(r.cells)
	levels := below != nil && (subheads(r, below) || fillsGaps(r, below) || leavesOf(r, below))
	if filled*10 < width*6 && !levels {
		return false
	}
	for i := range r.cells {
		x := &r.cells[i]
		if len(x.text) > 400 {
			return false
		}
		switch x.kind {
		case ordinal, integer, decimal:
			return false
		}
	}
	for i := range r.cells {
		switch x := &r.cells[i]; x.kind {
		case measured, period:
			if h := x.reads(); h.Year == 0 || len(h.Units) == 0 && !levels {
				return false // "2021 рік, тис. грн" heads a column, "12 осіб" does not
			}
		}
	}
	known := 0
	seen := map[wording.Column]bool{}
	for i := range r.cells {
		x := &r.cells[i]
		if x.blank() {
			continue
		}
		if h := x.reads(); h.Column != wording.ColumnUnknown {
			known++
			seen[h.Column] = true
			if known*2 >= filled && len(seen) >= 3 {
				return true
			}
		}
	}
	return known*2 >= filled && len(seen) >= 2 && (len(seen) >= 3 || width < 5)
}

// headsAmounts reports whether the first row of a fragment that goes on another
// by its place heads a table of its own, in words that no column is known by:
// they stand over figures, and two of them give the figures' unit or year. A row
// may say in words that it has no figures ("не фінансувався").
func headsAmounts(t *fragment) bool {
	if len(t.rows) < 3 || !contrasts(t) {
		return false
	}
	given := 0
	for i := range t.rows[0].cells {
		if h := t.rows[0].cells[i].reads(); len(h.Units) > 0 || h.Year != 0 {
			given++
		}
	}
	return given >= 2
}

// contrasts reports whether the first row has words where most of the rows
// below have figures, in two columns or more, and no figure of its own.
func contrasts(t *fragment) bool {
	head := &t.rows[0]
	words := 0
	for i := range head.cells {
		switch head.cells[i].kind {
		case empty:
		case word, text:
			words++
		default:
			return false
		}
	}
	if words*10 < len(head.cells)*7 {
		return false
	}
	over := 0
	for i := range head.cells {
		figures, all := 0, 0
		for j := 1; j < min(len(t.rows), 12); j++ {
			if c := t.rows[j].over(head.src.Cells[i].Col); c != nil {
				switch c.kind {
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

// headingOf reads the header's texts over a column, top level first.
func headingOf(head []*row, col int) wording.Column {
	var cells []*cell
	for _, r := range head {
		c := r.over(col)
		if c == nil || c.blank() || startsWithDigit(c.text) || len(cells) > 0 && cells[len(cells)-1].text == c.text {
			continue
		}
		cells = append(cells, c)
	}
	switch len(cells) {
	case 0:
		return wording.ColumnUnknown
	case 1:
		return cells[0].reads().Column
	}
	path := make([]string, len(cells))
	for i, c := range cells {
		path[i] = c.text
	}
	return wording.ReadHeading(path).Column
}
