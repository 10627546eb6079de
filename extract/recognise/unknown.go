package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// titleOfUnknown gives a report of no known form a title, and the period that it
// names: what a decision is on, its first heading, else the caption of its first table.
func (c *Context) titleOfUnknown() {
	r := c.Report
	if r.Title != "" {
		return
	}
	if from, to := c.decisionTitle(); from < to {
		r.Title = c.linesText(from, to)
	}
	const most = 3 // lines of a title
	for i, l := range c.Lines {
		if r.Title != "" || l.Kind != document.Heading || strings.HasSuffix(l.Text, ":") || len(l.Words()) < 2 {
			continue
		}
		r.Title = oneLine(l.Text)
		for _, next := range c.Lines[i+1 : min(i+most, len(c.Lines))] {
			if next.Kind != document.Heading || strings.HasSuffix(next.Text, ":") {
				break
			}
			r.Title += " " + oneLine(next.Text)
		}
		break
	}
	if r.Title == "" && len(c.Tables) > 0 {
		r.Title = c.Tables[0].titleAbove()
	}
	if p, ok := wording.FindPeriod(r.Title); ok && r.PeriodFrom == "" && r.Title != "" {
		p = stateYear(r.Title, p)
		r.PeriodFrom, r.PeriodTo = p.From, p.To
	}
}

// titleAbove returns the nearest line above a table that can be its title: words,
// and no sentence but for the unit that ends it.
func (t *Table) titleAbove() string {
	const longest = 250 // letters
	for i := len(t.Above) - 1; i >= 0; i-- {
		s := oneLine(t.Above[i].Text)
		bare := s
		if u := unitsWithout(s); len(u) > 0 {
			bare = strings.TrimRight(s[:u[0].Start], " ,(")
		}
		if onlyUnit(s, unitsWithout(s)) || len(wording.Words(wording.Fold(bare))) < 3 {
			continue
		}
		if len([]rune(s)) > longest || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";") || wording.EndsSentence(bare) {
			return ""
		}
		return s
	}
	return ""
}

// readUnknown takes a table of no known form: with money it becomes lines, each
// with its amounts, label and heading path; without money it stays cells, and
// what its texts say of money is kept beside them.
func (c *Context) readUnknown(t *Table) string {
	l := c.layoutOf(t)
	if l.any() || !t.headed() {
		if c.readLines(l) > 0 {
			return "lines"
		}
		return string(record.Unknown)
	}
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		for i := range t.Rows[r].Cells {
			c.cellProse(t, r, t.Rows[r].Cells[i].Col)
		}
	}
	return string(record.Unknown)
}
