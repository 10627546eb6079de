package textdoc

import "strings"

// findPipes finds rows whose cells stand between bars, as in Markdown: with or
// without bars at the ends, with or without a rule under the header. A bar at a
// line's end alone makes no row: that is a table of one cell a line.
func findPipes(lines []line) []fragment {
	return findSeparated(lines, func(s string) bool {
		s = trim(s)
		return strings.Contains(strings.Trim(s, "|"), "|") || len(s) > 1 && s[0] == '|' && s[len(s)-1] == '|' && strings.Trim(s, "| ") != ""
	}, pipeRow)
}

// pipeRow splits a line at its bars; \| is a bar inside a cell.
func pipeRow(s string, l int) row {
	s = trim(s)
	s = strings.TrimPrefix(s, "|")
	if strings.HasSuffix(s, "|") && !strings.HasSuffix(s, `\|`) {
		s = s[:len(s)-1]
	}
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
