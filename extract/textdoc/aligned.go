package textdoc

import (
	"strings"
	"unicode/utf8"

	"zvit/extract/wording"
)

// Limits of an aligned table.
const (
	maxAlignedLine = 600 // runes
	maxInsert      = 3   // lines without a gutter between two that have one
)

// chunk is text between gutters of two spaces or more: runes [from, to).
type chunk struct {
	from, to int
	text     string
}

// chunksOf splits a line at gutters.
func chunksOf(s string) []chunk {
	var chunks []chunk
	pos, spaces := 0, 2
	start, startByte, endByte, end := -1, 0, 0, 0
	for i, r := range s {
		if r == ' ' || r == '\u2003' || r == '\u3000' {
			spaces++
		} else {
			if spaces >= 2 {
				if start >= 0 {
					chunks = append(chunks, chunk{start, end, s[startByte:endByte]})
				}
				start, startByte = pos, i
			}
			spaces = 0
			end, endByte = pos+1, i+utf8.RuneLen(r)
		}
		pos++
	}
	if start >= 0 {
		chunks = append(chunks, chunk{start, end, s[startByte:endByte]})
	}
	return chunks
}

// findAligned finds tables whose columns stand one under another between gutters
// of spaces. A gutter must run through the whole table, and a column must hold
// values: justified prose, signatures and letterheads have no such thing.
func findAligned(lines []line) []fragment {
	var found []fragment
	for at := 0; at < len(lines); {
		if !guttered(lines[at].text) {
			at++
			continue
		}
		end, last := at+1, at
		for end < len(lines) && lines[end].gap <= 1 && !lines[end].paged && end-last <= maxInsert && len(lines[end].text) <= 4*maxAlignedLine {
			if guttered(lines[end].text) {
				last = end
			} else if standsApart(lines, at, end) {
				break
			}
			end++
		}
		end = last + 1
		found = append(found, alignedRuns(lines, at, end)...)
		at = end
	}
	markCuts(lines, found)
	return found
}

// standsApart reports whether line i, which has no gutter, stands between blank
// lines, and lines above it in the run do not: it heads what follows, and is no
// row.
func standsApart(lines []line, from, i int) bool {
	if lines[i].gap == 0 || i+1 < len(lines) && lines[i+1].gap == 0 {
		return false
	}
	for k := from + 1; k < i; k++ {
		if lines[k].gap == 0 {
			return true
		}
	}
	return false
}

// alignedRuns makes a table of a run, or, where no gutters run through all of it,
// of the parts between its blank lines.
func alignedRuns(lines []line, from, to int) []fragment {
	to = lastValues(lines, from, to)
	if f, ok := alignedRun(lines, from, to); ok {
		return []fragment{f}
	}
	var found []fragment
	for at := from; at < to; {
		end := at + 1
		for end < to && lines[end].gap == 0 {
			end++
		}
		last := end
		for at < last && !guttered(lines[at].text) {
			at++
		}
		if end-at < to-from {
			if f, ok := alignedRun(lines, at, last); ok {
				found = append(found, f)
			}
		}
		at = end
	}
	return found
}

// lastValues ends a run before the blank line behind which no values stand: a
// signature under a table is no row of it.
func lastValues(lines []line, from, to int) int {
	for end := to; end > from; {
		start, values := end-1, false
		for ; start >= from; start-- {
			if chunks := chunksOf(lines[start].text); len(chunks) > 1 {
				for _, c := range chunks[1:] {
					values = values || isAmount(c.text)
				}
			}
			if lines[start].gap > 0 {
				break
			}
		}
		if values || start <= from {
			return end
		}
		end = start
	}
	return to
}

// guttered reports whether a line has a gutter inside.
func guttered(s string) bool {
	if len(s) > 4*maxAlignedLine || !strings.Contains(s, "  ") && !strings.Contains(s, "\u2003") && !strings.Contains(s, "\u3000") {
		return false
	}
	return len(chunksOf(s)) > 1
}

// alignedRun makes a table of lines [from, to), which begin and end with
// guttered ones, false where no gutters run through.
func alignedRun(lines []line, from, to int) (fragment, bool) {
	if to-from < 2 {
		return fragment{}, false
	}
	split := make([][]chunk, to-from)
	rules := make([]bool, to-from)
	for i := range split {
		split[i] = chunksOf(lines[from+i].text)
		rules[i] = dashes(lines[from+i].text)
	}
	columns := columnsOf(split, rules)
	if len(columns) < 2 {
		return fragment{}, false
	}
	var rows []row
	rule := -1
	crossed := 0
	for i := range split {
		if rules[i] {
			if rule < 0 {
				rule = len(rows)
			}
			continue
		}
		r := row{line: from + i, cells: make([]cell, 0, len(columns))}
		next := 0
		for _, c := range split[i] {
			first, last := overlap(columns, c)
			first, last = max(first, next), max(last, next)
			if first >= len(columns) { // No column is left: it goes on in the last one.
				wrap(&r.cells[len(r.cells)-1], cellOf(c.text, from+i))
				continue
			}
			for ; next < first; next++ {
				r.cells = append(r.cells, cell{col: next + 1})
			}
			made := cellOf(c.text, from+i)
			made.col, made.span = first+1, last-first+1
			if last > first && len(split[i]) > 1 {
				crossed++
			}
			r.cells = append(r.cells, made)
			next = last + 1
		}
		for ; next < len(columns); next++ {
			r.cells = append(r.cells, cell{col: next + 1})
		}
		rows = append(rows, r)
	}
	if crossed*4 > len(rows) || !columnOfValues(rows, len(columns)) {
		return fragment{}, false
	}
	head := 0
	for head < len(rows) && !dataRow(&rows[head]) {
		head++
	}
	if rule > 0 && rule < head {
		head = rule
	}
	for head > 1 && sectionRow(&rows[head-1]) {
		head--
	}
	f := fragment{from: from, to: to}
	f.rows = append(f.rows, headerRows(rows[:head])...)
	if rule == head {
		f.header = len(f.rows)
	}
	f.rows = append(f.rows, wrapRows(rows[head:], false)...)
	return f, len(f.rows) > 1
}

// interval is a column: runes [from, to).
type interval struct{ from, to int }

// columnsOf finds the columns: what stands between the positions that nearly no
// guttered line has anything at. Lines with values say it, where there are enough
// of them: a heading may reach over the gutter beside its column.
func columnsOf(split [][]chunk, rules []bool) []interval {
	valued, all := make([]bool, len(split)), 0
	n := 0
	for i, chunks := range split {
		if len(chunks) < 2 || rules[i] {
			continue
		}
		all++
		for _, c := range chunks[1:] {
			valued[i] = valued[i] || isAmount(c.text)
		}
		if valued[i] {
			n++
		}
	}
	if n < 3 || n*5 < all*2 {
		for i := range valued {
			valued[i] = true
		}
	}
	var count [maxAlignedLine*4 + 1]int
	n = 0
	widest := 0
	for i, chunks := range split {
		if len(chunks) < 2 || rules[i] || !valued[i] {
			continue
		}
		n++
		for _, c := range chunks {
			for p := c.from; p < c.to; p++ {
				count[p]++
			}
			widest = max(widest, c.to)
		}
	}
	if n < 2 {
		return nil
	}
	var columns []interval
	least := n / 20
	for p := 0; p < widest; p++ {
		if count[p] <= least {
			continue
		}
		q := p
		for q < widest && count[q] > least {
			q++
		}
		columns = append(columns, interval{p, q})
		p = q
	}
	return columns
}

// overlap returns the first and last column that a chunk stands over; the
// nearest where it stands over none.
func overlap(columns []interval, c chunk) (first, last int) {
	first, last = -1, -1
	for i, col := range columns {
		if c.from < col.to && c.to > col.from {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first >= 0 {
		return first, last
	}
	for i, col := range columns {
		if c.from < col.to {
			return i, i
		}
	}
	return len(columns) - 1, len(columns) - 1
}

// columnOfValues reports whether a column behind the first holds values, most of
// its cells, or the first one row numbers beside two more columns.
func columnOfValues(rows []row, columns int) bool {
	for col := 1; col <= columns; col++ {
		values, filled, numbers := 0, 0, 0
		for i := range rows {
			for j := range rows[i].cells {
				c := &rows[i].cells[j]
				if c.col != col || len(c.pieces) == 0 {
					continue
				}
				filled++
				if value(c) {
					values++
				}
				if _, ok := wording.RowNumber(c.pieces[0].text); ok {
					numbers++
				}
			}
		}
		if col > 1 && values >= 2 && values*2 >= filled || col == 1 && columns >= 3 && numbers >= 2 && numbers*2 >= filled {
			return true
		}
	}
	return false
}

// dataRow reports whether a row holds a value or a row's number, years aside:
// it is no header's.
func dataRow(r *row) bool {
	for j := range r.cells {
		c := &r.cells[j]
		if !value(c) {
			if j == 0 && len(c.pieces) == 1 && dotted(c.pieces[0].text) {
				return true
			}
			continue
		}
		if _, ok := year(c.pieces[0].text); !ok {
			return true
		}
	}
	return false
}

// sectionRow reports whether a row is one text that begins in the first column
// and reaches over the next: the name of a section, no line of a header cell.
func sectionRow(r *row) bool {
	for j := range r.cells {
		if filled := len(r.cells[j].pieces) > 0; filled != (j == 0) {
			return false
		}
	}
	return len(r.cells) > 0 && r.cells[0].col == 1 && r.cells[0].span > 1
}

// headerRows joins the lines of a header: those down to the last one with a cell
// over several columns, and the rest.
func headerRows(lines []row) []row {
	if len(lines) == 0 {
		return nil
	}
	cut := 0
	for i := range lines {
		for j := range lines[i].cells {
			if lines[i].cells[j].span > 1 {
				cut = i + 1
			}
		}
	}
	var rows []row
	if cut > 0 {
		rows = wrapRows(lines[:cut], true)
	}
	return append(rows, wrapRows(lines[cut:], true)...)
}

// dashes reports a line of rules: runs of two dashes or more, and nothing else.
func dashes(s string) bool {
	run, longest := 0, 0
	for _, r := range s {
		switch {
		case horizontal(r):
			run++
			longest = max(longest, run)
		case r == ' ' || invisible(r) || r == ':' || r == '+' || vertical(r) || r == '–' || r == '—':
			run = 0
		default:
			return false
		}
	}
	return longest >= 2
}
