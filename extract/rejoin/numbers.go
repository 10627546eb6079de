package rejoin

import (
	"strconv"
	"strings"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// dealNumbers looks at the numbers of the rows. A row without one that the
// sequence shows to be missing is noted (its cell stays as printed); numbers
// that slid down, so that the last stands in a row of its own, are dealt again
// in order, and the row that is left without content is dropped.
func (g *grid) dealNumbers() {
	col := g.numberColumn()
	if col < 0 {
		return
	}
	sections := [][]*row{nil}
	g.body(func(_ int, r *row) {
		switch {
		case r.section:
			sections = append(sections, nil)
		case col >= len(r.cells):
		case g.orphan(r, col) || g.standsAlone(r):
			last := len(sections) - 1
			sections[last] = append(sections[last], r)
		}
	})
	for _, rows := range sections {
		g.slideBack(rows, col, func(i int) (int, bool) {
			if rows[i].cells[col].blank() {
				return 0, false
			}
			return rowNumber(rows[i].cells[col].text)
		})
	}
	g.noteMissing(sections, col)
}

// numberColumn is the column of the rows' numbers, or -1: its cells are
// integers or ordinals and go up by one more often than not.
func (g *grid) numberColumn() int {
	for i := range min(2, g.width) {
		c := &g.columns[i]
		if c.holds(numeric) < 0.8 || c.heading != wording.ColumnNumber && c.heading != wording.ColumnUnknown {
			continue
		}
		steps, ups, last := 0, 0, -1
		g.body(func(_ int, r *row) {
			if x := r.at(i); x != nil && !x.blank() {
				n, ok := rowNumber(x.text)
				if !ok {
					return
				}
				if last >= 0 {
					steps++
					if n >= last && n <= last+2 || n == 1 {
						ups++
					}
				}
				last = n
			}
		})
		if c.heading == wording.ColumnNumber || steps >= 2 && ups*10 >= steps*7 {
			return i
		}
	}
	return -1
}

// rowNumber is the plain number of a row; "1.1" is none.
func rowNumber(s string) (int, bool) {
	n, ok := wording.RowNumber(strings.TrimSpace(s))
	if !ok {
		return 0, false
	}
	v, err := strconv.Atoi(n)
	return v, err == nil
}

// orphan reports whether the row holds its number and nothing else.
func (g *grid) orphan(r *row, col int) bool {
	if r.filled() != 1 || r.at(col) == nil || r.cells[col].blank() {
		return false
	}
	_, ok := rowNumber(r.cells[col].text)
	return ok
}

// standsAlone reports whether the row is one of its own and not the rest of the
// row above: it has a number, a figure, a term, a unit or a whole executor.
func (g *grid) standsAlone(r *row) bool {
	for i := range r.cells {
		x := &r.cells[i]
		switch x.kind {
		case empty, dash:
		case word, text:
			if i >= len(g.columns) {
				continue
			}
			c := &g.columns[i]
			if c.repeats && c.values[x.text] > 1 && (!c.prose() || r.filled() > 1) {
				return true
			}
			if c.heading == wording.ColumnUnit && x.kind == word {
				return true
			}
		case measured:
			if i < len(g.columns) && !g.columns[i].prose() {
				return true
			}
		default:
			if i < len(g.columns) && !g.columns[i].clashes(x.kind) {
				return true
			}
		}
	}
	return false
}

// rowOrdinal is the number of a row with what stands before its last level:
// "1." and 2 for "1.2", and nothing for a plain one.
func rowOrdinal(s string) (level string, n int, ok bool) {
	number, ok := wording.RowNumber(strings.TrimSpace(s))
	if !ok {
		return "", 0, false
	}
	i := strings.LastIndexByte(number, '.') + 1
	n, err := strconv.Atoi(number[i:])
	return number[:i], n, err == nil
}

// noteMissing notes the numbers that are missing in the source: as many rows
// without one stand between two numbers of one level as numbers are missing.
// Totals and the headings of sections stand between rows and have none, so that
// numbers may run through sections; else each section begins with its first.
// Where rows without a number stand between numbers that follow one another
// (sources, years), having none is how such rows are written.
func (g *grid) noteMissing(sections [][]*row, col int) {
	last, level := 0, "" // of the rows so far
	var without []*row   // since then
	unnumbered, noted := 0, len(g.repairs)
	for s, rows := range sections {
		begins := true // no number of this section has been met
		seen := 0
		for i, r := range rows {
			if r.gone {
				continue
			}
			if r.cells[col].blank() {
				if !isTotalRow(r) {
					without = append(without, r)
					seen++
				}
				continue
			}
			at, n, ok := rowOrdinal(r.cells[col].text)
			switch {
			case !ok:
				n = 0
			case len(without) > 0 && (last > 0 && at == level || s == 0 && last == 0) && n == last+len(without)+1:
				g.noteNumbers(without, col, at, last)
			case begins && seen == 1 && i == 1 && n == 2 && at == "":
				g.noteNumbers(without[len(without)-1:], col, at, 0)
			}
			if last > 0 && at == level && n == last+1 {
				unnumbered += len(without)
			}
			last, level, without, begins = n, at, without[:0], false
		}
		if n := len(without); n == 1 && seen == 1 && without[0] == rows[len(rows)-1] && last > 0 && g.numbered(rows, col) &&
			(s+1 == len(sections) || g.startsAnew(sections[s+1], col)) {
			g.note(without[0], col, document.NumberMissing, without[0].src.Place, 0.8, level+strconv.Itoa(last+1))
			without = without[:0]
		}
	}
	const habit = 2
	if unnumbered >= habit {
		g.repairs = g.repairs[:noted]
	}
}

// noteNumbers notes the numbers of rows without one, which go on after last.
func (g *grid) noteNumbers(rows []*row, col int, level string, last int) {
	sure := 0.97
	if len(rows) > 1 {
		sure = 0.9
	}
	for i, r := range rows {
		g.note(r, col, document.NumberMissing, r.src.Place, sure, level+strconv.Itoa(last+i+1))
	}
}

// startsAnew reports whether the first number of a section is 1.
func (g *grid) startsAnew(rows []*row, col int) bool {
	for _, r := range rows {
		if r.gone || r.cells[col].blank() {
			continue
		}
		n, ok := rowNumber(r.cells[col].text)
		return ok && n == 1
	}
	return false
}

// numbered reports whether all rows but one have their numbers, in sequence.
func (g *grid) numbered(rows []*row, col int) bool {
	n, ok, without := 0, true, 0
	for _, r := range rows {
		if r.gone {
			continue
		}
		if r.cells[col].blank() {
			without++
			continue
		}
		v, is := rowNumber(r.cells[col].text)
		ok = ok && is && (n == 0 || v == n+1)
		n = v
	}
	return ok && without <= 1 && n >= 3 && n >= len(rows)-1
}

// slideBack deals numbers that slid: between a row without a number and a row
// that is a number alone, the numbers stand one row too low, or too high.
func (g *grid) slideBack(rows []*row, col int, number func(int) (int, bool)) {
	for o, r := range rows {
		if r.gone || !g.orphan(r, col) {
			continue
		}
		own, _ := number(o)
		// Downwards: the nearest row above without a number takes the one below.
		for i := o - 1; i >= 0; i-- {
			if rows[i].gone {
				continue
			}
			if !rows[i].cells[col].blank() {
				if _, ok := number(i); ok && !g.orphan(rows[i], col) {
					continue
				}
				break
			}
			if isTotalRow(rows[i]) || own-(o-i)+1 < 1 || !g.consecutive(rows, i+1, o, number) {
				break
			}
			if i > 0 {
				before, ok := number(i - 1)
				first, _ := number(i + 1)
				if !ok || before+1 != first {
					break
				}
			}
			for j := i; j < o; j++ {
				g.deal(rows[j], rows[j+1], col)
			}
			r.gone = true
			g.note(r, col, document.RowDropped, r.src.Place, 0.95, "")
			break
		}
		if r.gone {
			continue
		}
		// A number on one page, its row on the next.
		if o+1 < len(rows) && rows[o+1].cells[col].blank() && !isTotalRow(rows[o+1]) {
			before, after := own-1, own+1
			if o > 0 {
				before, _ = number(o - 1)
			}
			if o+2 < len(rows) {
				after, _ = number(o + 2)
			}
			if before == own-1 && after == own+1 && (o > 0 || o+2 < len(rows)) {
				g.deal(rows[o+1], r, col)
				rows[o+1].cut = rows[o+1].cut || r.cut
				r.gone = true
				g.note(r, col, document.RowDropped, r.src.Place, 0.95, "")
			}
		}
	}
}

// consecutive reports whether the rows from..to are numbered one after another.
func (g *grid) consecutive(rows []*row, from, to int, number func(int) (int, bool)) bool {
	last := -1
	for i := from; i <= to; i++ {
		n, ok := number(i)
		if !ok || last >= 0 && n != last+1 {
			return false
		}
		last = n
	}
	return true
}

// deal moves the number of row b to row a.
func (g *grid) deal(a, b *row, col int) {
	parts := asMoved(b.cells[col].parts)
	g.note(a, col, document.NumberSlid, parts[0].Place, 0.95, b.cells[col].text)
	a.cells[col].set(parts)
	b.cells[col].set(nil)
	a.changed, b.changed = true, true
}

// isTotalRow reports whether the row's first texts name a total or a part of one.
func isTotalRow(r *row) bool {
	for i := range min(3, len(r.cells)) {
		if s := r.cells[i].text; len(s) <= 200 && (wording.IsTotal(s) || wording.IsPart(s)) {
			return true
		}
	}
	return false
}
