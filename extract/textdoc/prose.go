package textdoc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/document"
)

// prose makes paragraphs of the lines that no shape took. It must be asked in
// the order of the lines: bold that opens on one line closes on a later one.
type prose struct {
	lines []line
	paged bool
	count int
	bold  bool
}

func newProse(lines []line, paged bool) *prose { return &prose{lines: lines, paged: paged} }

// add appends the paragraphs of lines [from, to); table says that a table
// follows them.
func (p *prose) add(blocks []document.Block, from, to int, table bool) []document.Block {
	for i := from; i < to; i++ {
		kind := document.Body
		switch {
		case p.furniture(i, from, to, table):
			kind = document.Furniture
		case p.marked(i) || p.evident(i):
			kind = document.Heading
		}
		text := p.lines[i].text
		if strings.Contains(text, "#") {
			text = heading.ReplaceAllString(text, "")
		}
		text = plain(text)
		if text == "" || dashes(text) {
			continue // A rule, or markup alone: nothing that is said.
		}
		p.count++
		place := document.Place{Line: p.lines[i].num, Paragraph: p.count}
		if p.paged {
			place.Page = p.lines[i].page
		}
		blocks = append(blocks, &document.Paragraph{Kind: kind, Text: text, Place: place})
	}
	return blocks
}

// heading is the mark of a heading in Markdown.
var heading = regexp.MustCompile(`^\s{0,3}#{1,6}(?:\s+|$)`)

// marked reports whether Markdown marks line i as a heading: by #, or by bold
// that holds all of it. Bold goes on until it is closed or a blank line ends it.
func (p *prose) marked(i int) bool {
	l := &p.lines[i]
	if l.gap > 0 {
		p.bold = false
	}
	if strings.Contains(l.text, "#") && heading.MatchString(l.text) {
		return true
	}
	s := trim(l.text)
	n := strings.Count(s, "**")
	open := p.bold
	if n%2 == 1 {
		p.bold = !p.bold
	}
	return n == 0 && open ||
		n == 1 && !open && strings.HasPrefix(s, "**") ||
		n == 1 && open && strings.HasSuffix(s, "**") ||
		n == 2 && strings.HasPrefix(s, "**") && strings.HasSuffix(s, "**")
}

// section is the number that opens a section's heading.
var section = regexp.MustCompile(`^(?:\d{1,2}|[IVXІХ]{1,5})(?:\.\d{1,2})*\.\s*\p{Lu}`)

// evident reports whether line i is a heading without a mark: short and all in
// capitals, or a section's number with a short title, alone among its kind.
func (p *prose) evident(i int) bool {
	s := trim(p.lines[i].text)
	const longest = 160 // letters and marks
	if len(s) > longest*utf8.UTFMax {
		return false
	}
	n := utf8.RuneCountInString(s)
	if n > longest {
		return false
	}
	if capitals(s) {
		return true
	}
	if !section.MatchString(s) || n > 100 || strings.Contains(s, ": ") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, ":") {
		return false
	}
	// Items of a list stand side by side; a section's heading stands alone.
	near := func(j int) bool {
		return j >= 0 && j < len(p.lines) && section.MatchString(trim(p.lines[j].text)) && !strings.Contains(p.lines[j].text, ": ")
	}
	return !near(i-1) && !near(i+1)
}

// capitals reports whether the letters of s are capitals, four at the least, and
// few digits are among them.
func capitals(s string) bool {
	upper, digits := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			upper++
		case unicode.IsDigit(r):
			digits++
		}
	}
	return upper >= 4 && digits*2 < upper
}

// furniture reports whether line i, among the prose [from, to), is what a page
// break leaves: a page's number beside a form feed or between two tables.
func (p *prose) furniture(i, from, to int, table bool) bool {
	if !isPageMark(p.lines[i].text) {
		return false
	}
	if p.lines[i].paged || i+1 < len(p.lines) && p.lines[i+1].paged {
		return true
	}
	return table && from > 0 && to-from <= furnitureGap
}
