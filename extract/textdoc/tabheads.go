package textdoc

import (
	"strings"
	"unicode/utf8"

	"zvit/extract/wording"
)

const (
	mostHeads   = 3   // lines without tabs in a row inside a table
	longestHead = 300 // letters of one
)

// headsInside counts the lines from i on that have no tab and yet are rows of
// the table that from begins: a cell merged over all columns ("Завдання 1. …")
// loses its tabs when a table is written as text. No blank line stands around
// them, and the table's rows go on below with figures; headings below would
// begin another table, and a bracketed line names what stands above it. Where a
// page ended above or below them one gap is allowed, for heads that are written
// like those of the table's other rows.
func headsInside(lines []line, from, i int) int {
	width := 0
	const sample = 40 // rows above that tell the width
	for j := max(from, i-sample); j < i; j++ {
		width = max(width, strings.Count(lines[j].text, "\t"))
	}
	if width < 3 {
		return 0
	}
	const sampleHeads = 200 // lines above that show how heads are written
	known := false          // the table has had such a head
	for j := max(from, i-sampleHeads); j < i && !known; j++ {
		known = !strings.Contains(lines[j].text, "\t") && (sameOpening(lines[j].text, lines[i].text) || title(lines[i].text))
	}
	broken := false // a page ended here
	breaks := func(l *line) bool {
		if l.gap == 0 && !l.paged {
			return false
		}
		was := broken
		broken = true
		return was || !known
	}
	n := 0
	for ; i+n < len(lines) && !strings.Contains(lines[i+n].text, "\t"); n++ {
		l := &lines[i+n]
		if breaks(l) || n == mostHeads || isPageMark(l.text) || strings.HasPrefix(trim(l.text), "(") || utf8.RuneCountInString(l.text) > longestHead {
			return 0
		}
	}
	const reach = 2 // rows below that may be heads themselves, with a number
	for j := i + n; j < min(len(lines), i+n+reach); j++ {
		if breaks(&lines[j]) {
			return 0
		}
		switch figures, filled := figuresOf(lines[j].text); {
		case figures > 0 && strings.Count(lines[j].text, "\t") >= width-2:
			return n
		case filled > 2:
			return 0
		}
	}
	return 0
}

// title reports whether a line is short, and begins and ends as titles do.
func title(s string) bool {
	s = trim(s)
	return utf8.RuneCountInString(s) <= 120 && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ":") && !wording.StartsInside(s)
}

// sameOpening reports whether two heads of rows begin alike: with the same word
// ("Розділ 1. …", "Розділ 7. …"), or both with a number.
func sameOpening(a, b string) bool {
	first := func(s string) string {
		word, _, _ := strings.Cut(trim(s), " ")
		if word != "" && isDigit(word[0]) {
			return "0"
		}
		return wording.Fold(word)
	}
	return first(a) == first(b)
}

// figuresOf counts the cells of a tabbed line that are figures, the first cell
// and years left out, and those that are not empty.
func figuresOf(s string) (figures, filled int) {
	for i, c := range strings.Split(s, "\t") {
		c = trim(c)
		if c == "" {
			continue
		}
		filled++
		if n, ok := wording.ParseNumeral(c); ok && i > 0 && (n.Decimals > 0 || n.Grouped || len(c) != 4) {
			figures++
		}
	}
	return figures, filled
}
