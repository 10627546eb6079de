package recognise

import (
	"zvit/extract/record"
	"zvit/extract/wording"
)

// oneYear gives plan and fact of a report on one year that year, where one of
// them names it and the other does not: both are of the year, and can be joined
// by it. A plan beside the plan of the year, or of the programme, is of another
// time.
func (t *Table) oneYear(r *record.Report) {
	from, to := wording.Years(r.PeriodFrom), wording.Years(r.PeriodTo)
	if len(from) != 1 || len(to) != 1 || from[0] != to[0] {
		return
	}
	named := map[record.Role]bool{}
	for _, c := range t.Find(wording.ColumnMoney) {
		switch h := &c.Heading; {
		case h.Year == 0:
		case h.Year != from[0]:
			return
		default:
			named[h.Role] = true
		}
	}
	if len(named) == 0 {
		return
	}
	for _, c := range t.Find(wording.ColumnMoney, wording.ColumnPercent) {
		h := &c.Heading
		if h.Year != 0 || h.WholePeriod || named[h.Role] || wording.HasStems(wording.Fold(c.HeaderPath()), "програм") {
			continue
		}
		if plan := h.Role == record.Approved || h.Role == record.Planned; plan && (named[record.Planned] || named[record.Annual] || named[record.Approved]) {
			continue
		}
		h.Year = from[0]
	}
}
