package textdoc

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// Limits of a flattened table.
const (
	minFlatRows = 3
	maxFlatLine = 600 // runes
)

// flatRow is a line that ends in values: an optional row number, a label, values.
type flatRow struct {
	number, label string
	values        []string
}

// findFlat finds tables that were flattened with single spaces: lines side by
// side that end in the same number of values. The label has no mark at its end,
// so that only lines whose values can be told from it, and from one another, are
// rows; a header without values stays prose.
func findFlat(lines []line) []fragment {
	var found []fragment
	for at := 0; at < len(lines); {
		var rows []flatRow
		end := at
		for end < len(lines) && (end == at || lines[end].gap <= 1 && !lines[end].paged) {
			r, ok := flatOf(lines[end].text)
			if !ok {
				break
			}
			rows = append(rows, r)
			end++
		}
		if f, ok := flatTable(rows, at); ok {
			found = append(found, f)
		}
		at = max(end, at+1)
	}
	return found
}

// flatOf reads a line from its end: the values, then the label.
func flatOf(s string) (flatRow, bool) {
	s = strings.TrimRight(s, " ")
	if last := s[strings.LastIndexByte(s, ' ')+1:]; !figure(last) && !thousands(last) {
		return flatRow{}, false // As nearly all lines of prose.
	}
	if len(s) > 2*maxFlatLine || utf8.RuneCountInString(s) > maxFlatLine || strings.ContainsAny(s, "\t|<") {
		return flatRow{}, false
	}
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' })
	first := len(fields)
	for first > 0 && (figure(fields[first-1]) || laterGroup(fields, first-1)) {
		first--
	}
	if len(fields)-first < 2 || first == 0 {
		return flatRow{}, false
	}
	r := flatRow{values: group(fields[first:])}
	label := fields[:first]
	if len(label) > 1 {
		if n, ok := wording.RowNumber(label[0]); ok && n != "" {
			r.number, label = label[0], label[1:]
		}
	}
	r.label = strings.Join(label, " ")
	return r, len(r.values) >= 2
}

// figure reports a field that can be a value or a part of one.
func figure(f string) bool {
	f = strings.TrimSuffix(f, "%")
	if f == "-" || f == "–" {
		return true
	}
	if f == "" || len(f) > 24 {
		return false
	}
	points := 0
	for i, r := range f {
		switch {
		case r >= '0' && r <= '9':
		case (r == '-' || r == '\u2212') && i == 0:
		case r == ',' || r == '.' || r == '\u00a0' || r == '\u202f':
			points++
		default:
			return false
		}
	}
	_, ok := wording.ParseNumeral(f)
	return ok && points <= 3
}

// laterGroup reports whether fields[i] can only be a later group of a number, since
// no number begins so: the "043,6" of "27 043,6".
func laterGroup(fields []string, i int) bool {
	return i > 0 && thousands(fields[i]) && len(fields[i-1]) <= 3 && isDigits(fields[i-1])
}

// group joins the fields of a number whose thousands stand apart: one to three
// digits, then threes; decimals end it.
func group(fields []string) []string {
	var values []string
	for i := 0; i < len(fields); {
		j := i + 1
		if lead := strings.TrimLeft(fields[i], "-\u2212"); len(lead) <= 3 && isDigits(lead) && lead[0] != '0' {
			for j < len(fields) && thousands(fields[j]) {
				j++
				if !isDigits(fields[j-1]) {
					break
				}
			}
		}
		values = append(values, strings.Join(fields[i:j], " "))
		i = j
	}
	return values
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// thousands reports three digits, with decimals or without.
func thousands(s string) bool {
	return len(s) >= 3 && isDigits(s[:3]) && (len(s) == 3 || (s[3] == ',' || s[3] == '.') && isDigits(s[4:]))
}

// flatTable makes a table of rows from line at on, where they agree.
func flatTable(rows []flatRow, at int) (fragment, bool) {
	if len(rows) < minFlatRows {
		return fragment{}, false
	}
	counts := map[int]int{}
	numbered, money, values := 0, 0, 0
	for i, r := range rows {
		counts[len(r.values)]++
		if n, err := strconv.Atoi(strings.TrimRight(r.number, ".)")); err == nil && (i == 0 || n > 0) {
			numbered++
		}
		for _, v := range r.values {
			values++
			if strings.ContainsAny(v, ",. ") || len(v) > 4 {
				money++
			}
		}
	}
	width, most := 0, 0
	for w, n := range counts {
		if n > most || n == most && w > width {
			width, most = w, n
		}
	}
	if most*3 < len(rows)*2 || money*2 < values {
		return fragment{}, false
	}
	withNumber := numbered*2 >= len(rows)
	f := fragment{from: at, to: at + len(rows)}
	for i, r := range rows {
		l := at + i
		if len(r.values) > width || !withNumber && r.number != "" {
			// A number at the label's end or start belongs to it.
			if len(r.values) > width {
				extra := len(r.values) - width
				r.label += " " + strings.Join(r.values[:extra], " ")
				r.values = r.values[extra:]
			}
			if !withNumber && r.number != "" {
				r.label, r.number = r.number+" "+r.label, ""
			}
		}
		out := row{line: l}
		add := func(s string) {
			c := cell{}
			if s != "" {
				c.pieces = []piece{{text: s, line: l, join: document.Paragraphs}}
			}
			out.cells = append(out.cells, c)
		}
		if withNumber {
			add(r.number)
		}
		add(r.label)
		for _, v := range r.values {
			add(v)
		}
		f.rows = append(f.rows, out)
	}
	return f, true
}
