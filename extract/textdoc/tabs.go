package textdoc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isRule reports a row of dashes between separators, as Markdown puts under a
// header. Programs that read page by page put one under the first row of every
// page, so that it marks a page's table rather than a header. A single dash in a
// cell is a value that is absent; only under the first row, and in all its
// cells, is it the delimiter row of GitHub Flavored Markdown (4.10), which one
// hyphen a cell is enough for.
func isRule(r *row, second bool) bool {
	filled, single := 0, false
	for j := range r.cells {
		for _, p := range r.cells[j].pieces {
			s := strings.Trim(p.text, ": ")
			if s == "" || strings.TrimFunc(s, stroke) != "" {
				return false
			}
			single = single || utf8.RuneCountInString(s) < 2
			filled++
		}
	}
	if single {
		ends := 2 // before the first bar and behind the last one
		return second && filled >= 2 && filled+ends >= len(r.cells)
	}
	return filled > 0
}

// stroke reports what a rule is drawn with: any dash of Unicode, non-breaking
// hyphens too, which word processors put for hyphens.
func stroke(r rune) bool {
	return unicode.Is(unicode.Pd, r) || r == '\u2212' || r == '_' || r == '='
}

// listMark is what opens an item of a list: it makes no column of a table.
var listMark = regexp.MustCompile(`^(?:[-–—•·*▪➢✓o]|\(?[\d]{1,3}(?:\.\d{1,3})*[.)]|\(?\p{L}[.)])$`)

// pageMark is a line that page breaks leave: a page's number, or words that say
// that a table goes on.
var pageMark = regexp.MustCompile(`(?i)^(?:[-–—]?\s*(?:стор(?:інка|\.)?\s*)?\d{1,4}(?:\s*(?:з|із|/)\s*\d{1,4})?\s*[-–—]?|продовження\s+(?:таблиц\p{L}*|додатк\p{L}*|табл\.).{0,40})$`)

func isPageMark(s string) bool { return len(s) < 200 && pageMark.MatchString(trim(s)) }

// maxGap is how many blank lines may stand inside a run.
const maxGap = 4

// furnitureGap is how many page marks may stand between two fragments.
const furnitureGap = 2

// findTabs finds rows whose cells stand between tabs. A blank line inside a run
// of them is where a page ended, so a new fragment begins there, unless all
// rows stand so: then it is the writer's spacing.
func findTabs(lines []line) []fragment {
	return findSeparated(lines, func(s string) bool { return strings.Contains(s, "\t") }, tabRow, headsInside, nil)
}

// findSeparated finds runs of lines that have a separator, as split cuts them;
// tidy, where it is given, sees all rows of a run.
func findSeparated(lines []line, has func(string) bool, split func(string, int) row, heads func([]line, int, int) int, tidy func([]row)) []fragment {
	var found []fragment
	for at := 0; at < len(lines); {
		if !has(lines[at].text) {
			at++
			continue
		}
		end := at + 1
		for end < len(lines) && lines[end].gap <= maxGap {
			if has(lines[end].text) {
				end++
				continue
			}
			n := 0
			if heads != nil {
				n = heads(lines, at, end)
			}
			if n == 0 {
				break
			}
			end += n
		}
		found = append(found, separatedRun(lines, at, end, split, tidy)...)
		at = end
	}
	markCuts(lines, found)
	return found
}

// separatedRun makes fragments of the lines [from, to), none where they are
// indented prose, a list or a line of signatures.
func separatedRun(lines []line, from, to int, split func(string, int) row, tidy func([]row)) []fragment {
	var rows []row
	rules := 0
	spaced := to-from > 2
	for i := from; i < to; i++ {
		if i > from && lines[i].gap == 0 && !lines[i].paged {
			spaced = false
		}
		r := split(lines[i].text, i)
		if isRule(&r, len(rows) == 1) {
			rules++
			continue
		}
		rows = append(rows, r)
	}
	if tidy != nil && len(rows) > 0 {
		tidy(rows)
	}
	if len(rows) == 0 || !tabular(rows) {
		return nil
	}
	if rules > 0 {
		spaced = false
	}
	var found []fragment
	f := fragment{from: from}
	next := 0
	ruled := false
	flush := func(to int) {
		f.to = to
		if len(f.rows) > 0 {
			found = append(found, f)
		} else if len(found) > 0 {
			found[len(found)-1].to = to
		}
		f = fragment{from: to}
		ruled = false
	}
	for i := from; i < to; i++ {
		if i > f.from && (lines[i].paged || lines[i].gap > 0 && !spaced) {
			flush(i)
		}
		if next < len(rows) && rows[next].line == i {
			if ruled && len(f.rows) == 1 && f.header == 0 {
				f.header = 1
			}
			f.rows = append(f.rows, rows[next])
			next++
		} else {
			ruled = true
		}
	}
	flush(to)
	return found
}

// tabRow splits a line at its tabs.
func tabRow(s string, l int) row {
	n := strings.Count(s, "\t") + 1
	r := row{line: l, cells: make([]cell, 0, n)}
	pieces := make([]piece, 0, n+strings.Count(s, mark)) // of all cells
	for {
		before, after, more := strings.Cut(s, "\t")
		from := len(pieces)
		pieces = appendPieces(pieces, before, l)
		to := len(pieces)
		r.cells = append(r.cells, cell{marked: strings.Contains(before, mark), pieces: pieces[from:to:to]})
		if !more {
			return r
		}
		s = after
	}
}

// tabular reports whether rows of tabbed text are a table's: several rows of
// one width, and not an indent or the mark of a list item before prose.
func tabular(rows []row) bool {
	widths := map[int]int{}
	lists, filled := 0, 0
	for i := range rows {
		n, first := 0, -1
		for j := range rows[i].cells {
			if len(rows[i].cells[j].pieces) > 0 {
				n++
				if first < 0 {
					first = j
				}
			}
		}
		if n >= 2 {
			widths[len(rows[i].cells)]++
		}
		if n == 2 && listMark.MatchString(rows[i].cells[first].pieces[0].text) {
			lists++
		}
		filled = max(filled, n)
	}
	if filled < 2 || filled == 2 && lists > 0 && lists*10 >= len(rows)*9 {
		return false
	}
	if len(rows) == 1 {
		return filled >= 3
	}
	if len(rows) == 2 && filled < 3 && len(rows[0].cells) != len(rows[1].cells) {
		return false
	}
	most, real := 0, 0
	for w, n := range widths {
		real += n
		most = max(most, n+widths[w-1], n+widths[w+1])
	}
	return real >= 2 && most*2 >= real || filled >= 4
}

// markCuts says where one fragment ends and another begins at a page break:
// nothing, or only what page breaks leave, stands between them.
func markCuts(lines []line, found []fragment) {
	for i := 1; i < len(found); i++ {
		a, b := &found[i-1], &found[i]
		if b.from-a.to > furnitureGap {
			continue
		}
		between := true
		for l := a.to; l < b.from; l++ {
			between = between && isPageMark(lines[l].text)
		}
		if between {
			a.cutAfter, b.cutBefore = true, true
			b.header = 0 // A rule under a page's first row makes it no header.
		}
	}
}
