package recognise

import (
	"strconv"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// reportedYear gives a column whose heading names its year by the one reported
// ("за попередній рік"), or a part of a year without it ("за I квартал"), the year
// that is meant, where the report is on one year; then the roles are weighed anew.
// Beside a column of another year, those without one are of the year reported, for
// nothing is the whole of both; a part is, where another column names the year, and
// what was spent is of the time of another column of it, see spentColumn. In a report
// on several years nobody can tell.
func (c *Context) reportedYear(t *Table) {
	from, to := wording.Years(c.Report.PeriodFrom), wording.Years(c.Report.PeriodTo)
	if len(from) != 1 || len(to) != 1 || from[0] != to[0] {
		return
	}
	other, part, named := false, false, false
	for i := range t.Columns {
		if h := &t.Columns[i].Heading; h.Column == wording.ColumnMoney {
			other, part, named = other || h.YearsAfter != 0, part || strings.HasPrefix(h.Period, "--"), named || h.Year == from[0]
		}
	}
	spent := t.spentColumn(from[0], c.Report.PeriodFrom+"/"+c.Report.PeriodTo)
	if !other && !part && spent == nil {
		return
	}
	for i := range t.Columns {
		col := &t.Columns[i]
		h := t.heads.Read(col.Path...)
		if col.Heading.Column != wording.ColumnMoney || h.Column != wording.ColumnMoney {
			continue // made money by its neighbours
		}
		within := strings.HasPrefix(h.Period, "--")
		h.Period = strings.ReplaceAll(h.Period, "--", strconv.Itoa(from[0]+h.YearsAfter)+"-")
		whole := h.WholePeriod || wording.HasStems(wording.Fold(col.HeaderPath()), "програм")
		if h.Year == 0 && (h.YearsAfter != 0 || within && named || other && !whole) {
			h.Year = from[0] + h.YearsAfter
		}
		if spent != nil && bareSpent(col, &h) {
			h.Year, h.Period = spent.Year, spent.Period
		}
		h.Fund, h.Source = or(h.Fund, col.Heading.Fund), or(h.Source, col.Heading.Source)
		col.Heading = h
	}
	t.settleRoles()
}

// spentColumn returns the heading of money spent in the year, or the part of it,
// that is reported, where another column of money spent names no time and all
// plans are of that year; else nil.
func (t *Table) spentColumn(year int, reported string) *wording.Heading {
	var spent *wording.Heading
	bare := false
	for i := range t.Columns {
		c := &t.Columns[i]
		h := &c.Heading
		switch {
		case h.Column != wording.ColumnMoney:
		case h.Role == record.Planned && h.Year != year:
			return nil
		case bareSpent(c, h):
			bare = true
		case h.Role == record.Actual && h.Year == year && (h.Period == "" || h.Period == reported):
			spent = h
		}
	}
	if !bare {
		return nil
	}
	return spent
}

// bareSpent reports whether a heading of money spent names no time.
func bareSpent(c *Column, h *wording.Heading) bool {
	return h.Role == record.Actual && h.Year == 0 && h.Period == "" && !h.WholePeriod && !saysSinceBeginning(c.HeaderPath())
}
