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
// what was spent is in the very part of the year that is reported, where a column
// names that. In a report on several years nobody can tell.
func (c *Context) reportedYear(t *Table) {
	from, to := wording.Years(c.Report.PeriodFrom), wording.Years(c.Report.PeriodTo)
	if len(from) != 1 || len(to) != 1 || from[0] != to[0] {
		return
	}
	reported := c.Report.PeriodFrom + "/" + c.Report.PeriodTo
	other, part, named, same, spent := false, false, false, false, 0
	for i := range t.Columns {
		h := &t.Columns[i].Heading
		if h.Column != wording.ColumnMoney {
			continue
		}
		other, part, named = other || h.YearsAfter != 0, part || strings.HasPrefix(h.Period, "--"), named || h.Year == from[0]
		same = same || h.Period == reported
		if h.Role == record.Actual {
			spent++
		}
	}
	same = same && spent > 1
	if !other && !part && !same {
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
		if same && h.Role == record.Actual && h.Year == 0 && h.Period == "" {
			h.Year, h.Period = from[0], reported
		}
		h.Fund, h.Source = or(h.Fund, col.Heading.Fund), or(h.Source, col.Heading.Source)
		col.Heading = h
	}
	t.settleRoles()
}
