package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// budgetExecution is what a council publishes on its budget as a year goes on:
// plan, plan with changes, actual, percent, by code and fund, often several
// blocks side by side, or plan and fact as rows under each programme.
type budgetExecution struct{}

func (budgetExecution) Form() string { return string(record.BudgetExecution) }

// Opens knows "Звіт про виконання бюджету", "Інформація про виконання видаткової
// частини", "Таблиця 3. Структура видатків бюджету", "Аналіз фінансування
// установ", "про надходження та використання коштів (форма № 2м)".
func (budgetExecution) Opens(line *phrase) bool {
	folded, words := line.Folded, line.Words()
	for len(words) > 0 && (isDigits(words[0]) || strings.HasPrefix(words[0], "табл") || words[0] == "додаток" || strings.Contains(words[0], ".")) {
		words = words[1:]
	}
	if len(words) < 2 || len(words) > 40 || strings.HasSuffix(folded, ";") || strings.HasSuffix(folded, ":") {
		return false
	}
	switch w := words[0]; w {
	case "звіт", "інформація", "довідка", "відомості", "дані", "показники", "стан", "про", "моніторинг":
		rest := budgetTitle(words)
		return (executed(rest) || wording.HasStems(rest, "надходжен", "використан", "кошт")) && !(w == "про" && strings.Contains(rest, "внесення змін"))
	case "виконання":
		rest := budgetTitle(words)
		return (wording.HasStems(rest, "бюджет") || wording.HasStems(rest, "видатк") || wording.HasStems(rest, "доход")) && !wording.EndsSentence(folded)
	case "структура", "аналіз", "видатки", "доходи", "надходження", "фінансування":
		rest := budgetTitle(words)
		return (wording.HasStems(rest, "видатк", "бюджет") || wording.HasStems(rest, "доход", "бюджет") || executed(rest) ||
			wording.HasStems(rest, "фінансуван", "видатк")) && !wording.EndsSentence(folded) && len(line.Read().Money()) == 0
	}
	return false
}

// budgetTitle returns a title's words as one text; "" where it is a passport's,
// or speaks of a programme first.
func budgetTitle(words []string) string {
	title := strings.Join(words, " ")
	if strings.Contains(title, "паспорт") || programmeFirst(words) {
		return ""
	}
	return title
}

// executed reports whether a title says that a budget was executed.
func executed(title string) bool {
	return wording.HasStems(title, "викон", "бюджет") || wording.HasStems(title, "викон", "видатк") || wording.HasStems(title, "викон", "доход") ||
		wording.HasStems(title, "викон", "кошторис") || wording.HasStems(title, "касов", "видатк")
}

// programmeFirst reports whether a title speaks of a programme before it speaks
// of the budget.
func programmeFirst(words []string) bool {
	for _, w := range words {
		switch {
		case strings.HasPrefix(w, "бюджет"), strings.HasPrefix(w, "видатк"), strings.HasPrefix(w, "кошт"):
			return false
		case strings.HasPrefix(w, "програм"), strings.HasPrefix(w, "заход"):
			return true
		}
	}
	return false
}

// Claim looks for the title and for tables of plan and actual by code or fund.
func (f budgetExecution) Claim(c *Context) float64 {
	claim := 0.0
	for _, l := range c.Lines {
		if l.Kind != document.Furniture && f.Opens(l.phrase) {
			claim = 0.6
			break
		}
	}
	if claim == 0 {
		if from, to := c.decisionTitle(); from < to && f.Opens(newPhrase(c.linesText(from, to))) {
			claim = 0.6
		}
	}
	for _, t := range c.Tables {
		if _, ok := c.executionTable(t); ok {
			return min(claim+0.35, 0.85)
		}
	}
	return claim
}

// Head fills the head; the period of a report without a title is that of the
// first line that has one.
func (f budgetExecution) Head(c *Context) {
	c.findTitle(f.Opens)
	if from, to := c.decisionTitle(); len(c.Title) == 0 && from < to {
		c.titleAt, c.TitleEnd, c.Title = from, to, c.Lines[from:to]
	}
	c.ReadHead(record.BudgetExecution)
	c.Report.Programme, c.Report.ProgrammeKey = "", "" // a budget has many
	if c.Report.PeriodFrom == "" {
		c.periodAbove()
	}
}

// periodAbove takes the period from the lines above the first table, the
// nearest that names one.
func (c *Context) periodAbove() {
	if len(c.Tables) == 0 {
		return
	}
	for _, l := range c.Tables[0].Above {
		if p, ok := wording.FindPeriod(l.Text); ok && p.From != "" {
			p = stateYear(l.Text, p)
			c.Report.PeriodFrom, c.Report.PeriodTo = p.From, p.To
		}
	}
}

// executionTable reports whether a table gives plan and actual of a budget.
func (c *Context) executionTable(t *Table) (*layout, bool) {
	if t.Signature || indicatorsTable(t) {
		return nil, false
	}
	measures := t.Has(wording.ColumnMeasure) || t.Has(wording.ColumnTask) || t.Has(wording.ColumnInformation)
	if measures && !t.mayHaveRowRoles() {
		return nil, false
	}
	l := c.layoutOf(t)
	if !l.any() {
		return nil, false
	}
	roles := l.rowRoles()
	if roles == nil && measures {
		return nil, false
	}
	plans := l.count(record.Planned) + l.count(record.Approved) + l.count(record.Annual)
	facts := l.count(record.Actual)
	for _, lost := range l.lost {
		switch lost.heading.Role {
		case record.Planned, record.Approved:
			plans++
		case record.Actual:
			facts++
		}
	}
	if roles == nil && (plans == 0 || facts == 0) {
		return nil, false
	}
	return l, roles != nil && (len(l.codes) > 0 || t.Has(wording.ColumnPercent)) || len(l.codes) > 0 || l.speaksOfBudget() || roles != nil && len(roles.role) > 3
}

// speaksOfBudget reports whether the headings have the words of a budget's
// execution: cash, allotments, funds, a year's plan done by a date.
func (l *layout) speaksOfBudget() bool {
	var paths []string
	for i, m := range l.money {
		if m {
			paths = append(paths, l.t.Columns[i].HeaderPath())
		}
	}
	for _, lost := range l.lost {
		paths = append(paths, strings.Join(lost.path, " "))
	}
	done, year := false, false
	for _, p := range paths {
		f := wording.Fold(p)
		for _, stem := range []string{"касов", "асигнув", "розпис", "бюджет", "видатк", "профінанс", "кошторис", "загальний фонд", "спеціальний фонд"} {
			if strings.Contains(f, stem) {
				return true
			}
		}
		done = done || strings.Contains(f, "виконано")
		year = year || strings.Contains(f, "на рік") || strings.Contains(f, "початку року") || strings.Contains(f, "період")
	}
	return done && year
}

// Table takes the tables of plan and actual; in a report of this form also those
// of one of the two.
func (budgetExecution) Table(c *Context, t *Table) (string, bool) {
	l, ok := c.executionTable(t)
	if !ok {
		return "", false
	}
	c.readLines(l)
	return string(record.BudgetExecution), true
}

// Prose reads the amounts and codes of the running text.
func (budgetExecution) Prose(c *Context) {
	from := len(c.Report.Amounts)
	c.ReadProse()
	c.headedAmounts(from)
	c.proseCodes()
}

// headedAmounts gives amounts of the running text (from index from on) that begin
// their line the role of the line above, where that is a heading: "Виконано за І
// півріччя" over "46,2 тис. грн".
func (c *Context) headedAmounts(from int) {
	at := map[string]int{}
	for i, l := range c.Lines {
		if _, ok := at[l.Place.Key()]; !ok {
			at[l.Place.Key()] = i
		}
	}
	for i := from; i < len(c.Report.Amounts); i++ {
		a := &c.Report.Amounts[i]
		n, ok := at[a.Place.Key()]
		if !ok || n == 0 || a.Subject != record.SubjectProse || !strings.HasPrefix(c.Lines[n].Text, a.Printed) {
			continue
		}
		above := c.Lines[n-1]
		if strings.ContainsAny(above.Text, "0123456789") || len(above.Words()) > 12 {
			continue
		}
		if h := wording.ReadHeading([]string{above.Text}); h.Column == wording.ColumnMoney {
			a.Role, a.Label, a.Period, a.Fund = h.Role, oneLine(above.Text), or(a.Period, h.Period), or(a.Fund, h.Fund)
		}
	}
}
