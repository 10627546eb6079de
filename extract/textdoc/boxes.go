package textdoc

import (
	"strings"
	"unicode/utf8"
)

// findBoxes finds tables drawn with rules, in ASCII (+---+ and |) or with the
// box characters of Unicode and DOS. Rules between all rows part the rows; where
// they stand under the header only, a row is a line and what goes on below it.
func findBoxes(lines []line) []fragment {
	var found []fragment
	for at := 0; at < len(lines); {
		if !drawn(lines[at].text) {
			at++
			continue
		}
		end := at
		for end < len(lines) && drawn(lines[end].text) && (end == at || lines[end].gap <= 1 && !lines[end].paged) {
			end++
		}
		if f, ok := boxRun(lines, at, end); ok {
			found = append(found, f)
		}
		at = end
	}
	markCuts(lines, found)
	return found
}

// drawn reports whether a line has a bar or is a rule.
func drawn(s string) bool {
	for _, bar := range [...]string{"|", "│", "┃", "║", "¦"} {
		if strings.Contains(s, bar) {
			return true
		}
	}
	return boxRule(s)
}

// vertical and horizontal tell the strokes of boxes.
func vertical(r rune) bool {
	switch r {
	case '|', '│', '┃', '║', '¦':
		return true
	}
	return false
}

func horizontal(r rune) bool {
	return r == '-' || r == '=' || r == '_' || strings.ContainsRune("─━═╌╍┄┅┈┉", r)
}

func junction(r rune) bool {
	return r == '+' || r >= '\u250c' && r <= '\u254b' || r >= '\u2552' && r <= '\u256c'
}

// boxRule reports whether a line is strokes alone, with a junction among them.
func boxRule(s string) bool {
	strokes, junctions := 0, 0
	for _, r := range s {
		switch {
		case r == ' ' || invisible(r):
		case horizontal(r):
			strokes++
		case junction(r):
			junctions++
		case vertical(r) || r == ':':
		default:
			return false
		}
	}
	return strokes >= 2 && junctions > 0
}

// boxRun makes a table of the drawn lines [from, to), false where they have no
// rule with a junction or no rows.
func boxRun(lines []line, from, to int) (fragment, bool) {
	var groups [][]row
	var open []row
	rules, widest := 0, 0
	edges := map[int]int{} // by position, how many lines have an edge there
	for i := from; i < to; i++ {
		if boxRule(lines[i].text) {
			rules++
			if len(open) > 0 {
				groups = append(groups, open)
				open = nil
			}
			continue
		}
		r, at := boxRow(lines[i].text, i)
		for _, p := range at {
			edges[p]++
		}
		open = append(open, r)
		widest = max(widest, len(r.cells))
	}
	if len(open) > 0 {
		groups = append(groups, open)
	}
	if rules == 0 || len(groups) == 0 || widest < 2 {
		return fragment{}, false
	}
	for g := range groups {
		for i := range groups[g] {
			spanCells(&groups[g][i], lines, widest, edges)
		}
	}
	f := fragment{from: from, to: to}
	ruled := len(groups) > 2 && ruledRows(groups[1:])
	for g, group := range groups {
		rows := wrapRows(group, ruled || g == 0 && len(groups) > 1)
		if g == 0 && len(groups) > 1 && !anyValue(rows) {
			f.header = len(rows)
		}
		f.rows = append(f.rows, rows...)
	}
	return f, len(f.rows) > 0
}

// ruledRows reports whether rules part the rows: in no group does a column hold
// two amounts.
func ruledRows(groups [][]row) bool {
	for _, group := range groups {
		seen := map[int]bool{}
		for i := range group {
			for j := range group[i].cells {
				c := &group[i].cells[j]
				if value(c) || len(c.pieces) == 1 && dotted(c.pieces[0].text) {
					if seen[c.col] {
						return false
					}
					seen[c.col] = true
				}
			}
		}
	}
	return true
}

func anyValue(rows []row) bool {
	for i := range rows {
		if hasValue(&rows[i]) {
			return true
		}
	}
	return false
}

// boxRow splits a line at its bars, and returns where they stand, in runes.
func boxRow(s string, l int) (row, []int) {
	r := row{line: l}
	var edges []int
	pos, start := 0, 0
	first := true
	for i, c := range s {
		if vertical(c) {
			edges = append(edges, pos)
			if !first || trim(s[:i]) != "" {
				r.cells = append(r.cells, boxCell(s[start:i], l))
			}
			first = false
			start = i + utf8.RuneLen(c)
		}
		pos++
	}
	if trim(s[start:]) != "" {
		r.cells = append(r.cells, boxCell(s[start:], l))
	}
	for j := range r.cells {
		r.cells[j].col = j + 1
	}
	return r, edges
}

// boxCell is a cell of a box, without the rule that a spanning neighbour leaves.
func boxCell(s string, l int) cell {
	t := trim(s)
	if strings.TrimFunc(t, func(r rune) bool { return horizontal(r) || junction(r) }) == "" && len(t) > 2 {
		return cell{}
	}
	return cellOf(s, l)
}

// spanCells gives the columns of a line that has fewer cells than the widest: by
// where its bars stand among the edges of the others.
func spanCells(r *row, lines []line, widest int, edges map[int]int) {
	if len(r.cells) == widest || len(r.cells) == 0 {
		return
	}
	var own []int
	_, own = boxRow(lines[r.line].text, r.line)
	if len(own) != len(r.cells)+1 {
		return
	}
	var all []int
	for p := range edges {
		all = append(all, p)
	}
	if len(all) != widest+1 {
		return // The bars do not stand in line.
	}
	col := 1
	for j := range r.cells {
		span := 0
		for _, p := range all {
			if p > own[j] && p <= own[j+1] {
				span++
			}
		}
		r.cells[j].col, r.cells[j].span = col, max(span, 1)
		col += max(span, 1)
	}
}
