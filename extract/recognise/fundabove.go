package recognise

import (
	"zvit/extract/record"
	"zvit/extract/wording"
)

// fundAbove is the fund that the line right above a table names, with its unit or
// alone ("Загальний фонд, тис. грн"), where no column and no row of the table
// names one: all of its money is of that fund.
func (t *Table) fundAbove() record.Fund {
	if t.fundKnown {
		return t.fund
	}
	t.fundKnown = true
	const longest = 5 // words: a fund and a unit
	n := len(t.Above)
	if n == 0 || len(t.Above[n-1].Words()) > longest {
		return ""
	}
	above := wording.FundOf(t.Above[n-1].Text)
	if above == "" {
		return ""
	}
	for i := range t.Columns {
		if t.Columns[i].Heading.Fund != "" {
			return ""
		}
	}
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if label, _ := t.Label(r); label != "" && wording.FundOf(label) != "" {
			return ""
		}
	}
	t.fund = above
	return t.fund
}
