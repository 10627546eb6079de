package textdoc

import "strings"

// findPipes finds rows whose cells stand between bars, as in Markdown: with or
// without bars at the ends, with or without a rule under the header. A bar at a
// line's end alone makes no row: that is a table of one cell a line.
func findPipes(lines []line) []fragment {
	return findSeparated(lines, func(s string) bool {
		s = trim(s)
		return strings.Contains(strings.Trim(s, "|"), "|") || len(s) > 1 && s[0] == '|' && s[len(s)-1] == '|' && strings.Trim(s, "| ") != ""
	}, pipeRow, nil, dropEnds)
}

// pipeRow splits a line at its bars; \| is a bar inside a cell.
func pipeRow(s string, l int) row {
	r := row{line: l}
	start := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == '|' && (i == 0 || s[i-1] != '\\') {
			r.cells = append(r.cells, cellOf(strings.ReplaceAll(s[start:i], `\|`, "|"), l))
			start = i + 1
		}
	}
	return r
}

// dropEnds takes out what stands before the first bar and behind the last one,
// where the rows of a table have bars there. An empty first or last cell of a
// table without such bars stays.
func dropEnds(rows []row) {
	first, last := 0, 0
	for i := range rows {
		if len(rows[i].cells[0].pieces) == 0 {
			first++
		}
		if len(rows[i].cells[len(rows[i].cells)-1].pieces) == 0 {
			last++
		}
	}
	closed := func(n int, head *cell) bool { return len(head.pieces) == 0 && n*10 >= len(rows)*9 }
	top := rows[0].cells
	dropFirst, dropLast := closed(first, &top[0]), closed(last, &top[len(top)-1])
	for i := range rows {
		c := rows[i].cells
		if dropFirst && len(c) > 1 && len(c[0].pieces) == 0 {
			c = c[1:]
		}
		if dropLast && len(c) > 1 && len(c[len(c)-1].pieces) == 0 {
			c = c[:len(c)-1]
		}
		rows[i].cells = c
	}
}
