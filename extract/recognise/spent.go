package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// The words by which a heading or the lines above a table say that money was had
// or spent, and those that speak of a plan.
var (
	spentStems   = []string{"витрачан", "витрачен", "використан", "освоєн", "сплачен", "фактичн", "касов", "надійшл", "отриман", "одержан", "придбан"}
	plannedStems = []string{"план", "затвердж", "передбач", "заплан", "орієнтов", "прогноз", "потреб", "обсяг", "кошторис", "призначен", "асигнув", "уточнен", "напрям", "очікув", "вартіст"}
)

// spentRoles makes the money of columns that only say "Сума" actual where the
// report or the table is on what was spent, and nothing speaks of a plan.
func (c *Context) spentRoles(l *layout) {
	switch c.Report.Kind {
	case record.Unknown, record.BudgetExecution:
	default:
		return
	}
	for i, m := range l.money {
		h := &l.t.Columns[i].Heading
		if m && h.Role != record.Planned && h.Role != record.Other {
			return // the table tells plan and fact apart itself
		}
	}
	text := c.Report.Title + " " + l.t.Caption
	for _, line := range l.t.Above {
		text += " " + line.Text
	}
	if !saysStem(text, spentStems) || saysStem(text, plannedStems) {
		return
	}
	for i, m := range l.money {
		h := &l.t.Columns[i].Heading
		if m && h.Role == record.Planned && h.Score <= 0.75 && !h.Amended && !h.WholePeriod && !saysStem(l.t.Columns[i].HeaderPath(), plannedStems) {
			h.Role = record.Actual
		}
	}
}

// spentMeasures makes the only money of a table of measures actual where its
// heading is "Сума" and no more, in a report whose title and lines above the table
// speak of no plan: what a report gives without a plan was spent.
func (c *Context) spentMeasures(t *Table) {
	if c.Report.Kind != record.ProgrammeAnnual && c.Report.Kind != record.ProgrammeFinal || !reportsInTitle(wording.Fold(c.Report.Title)) || t.roleOfRow != nil {
		return
	}
	money := t.Find(wording.ColumnMoney)
	if len(money) != 1 || money[0].Heading.Role != record.Planned || money[0].Heading.Score > 0.75 || saysStem(money[0].HeaderPath(), plannedStems) || !t.figuresUnder(money[0].Index) {
		return
	}
	text := c.Report.Title
	for _, line := range t.Above {
		text += " " + line.Text
	}
	if !saysStem(text, []string{"план", "заплан", "передбач", "потреб", "наступн"}) {
		money[0].Heading.Role = record.Actual
	}
}

func saysStem(text string, stems []string) bool {
	for _, w := range wording.Words(wording.Fold(text)) {
		for _, stem := range stems {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}
