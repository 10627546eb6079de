package recognise

import (
	"slices"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// settleRoles looks at the money columns together: a role is what a column is
// beside the others. Columns of another year, period, fund or source do not
// compete.
//
//   - A plan of the year is the plan that the row is judged by where no plan of
//     the whole period stands beside it.
//   - An approved plan is so too where there is no later one, or where it is the sum
//     of the yearly one over some years; see isSumOfYears.
//   - Of two plans with one scope, the later (the one "with changes", else the
//     one nearer to the actual) is the plan and the other the approved one.
//   - A plan that says what was wanted gives way to the approved one beside it.
//   - A column whose words give no role has the one that its figures prove, if they
//     do; see rolesByExecution.
//   - Of several actuals one is the money spent; see oneActual.
func (t *Table) settleRoles() {
	t.rolesByExecution()
	t.sourcesOfMoney()
	t.scopesFromLeft()
	t.partsBesideWhole()
	t.partsUnderWhole()
	type scope struct {
		year   int
		period string
		fund   record.Fund
		source record.MoneySource
	}
	groups := map[scope]map[record.Role][]*Column{}
	var order []scope
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Heading.Column != wording.ColumnMoney || c.Part != "" || t.runningText(i) {
			continue // words under a heading of money are no plan of it
		}
		s := scope{c.Heading.Year, c.Heading.Period, c.Heading.Fund, c.Heading.Source}
		if groups[s] == nil {
			groups[s] = map[record.Role][]*Column{}
			order = append(order, s)
		}
		groups[s][c.Heading.Role] = append(groups[s][c.Heading.Role], c)
	}
	for _, s := range order {
		g := groups[s]
		switch {
		case len(g[record.Planned]) == 0 && len(g[record.Approved]) == 1 && len(g[record.Annual]) == 1 && t.isSumOfYears(g[record.Approved][0], g[record.Annual][0]):
			promote(g, record.Approved)
		case len(g[record.Planned]) == 0 && len(g[record.Annual]) > 0:
			promote(g, record.Annual)
		case len(g[record.Planned]) == 0 && len(g[record.Approved]) > 0:
			promote(g, record.Approved)
		}
		t.surerPlans(g)
		wantedBesideApproved(g)
		if plans := g[record.Planned]; len(plans) > 1 {
			latest := plans[len(plans)-1]
			for _, c := range plans {
				if wording.HasStems(wording.Fold(c.HeaderPath()), "змін") || wording.HasStems(wording.Fold(c.HeaderPath()), "уточн") {
					latest = c
				}
			}
			for _, c := range plans {
				if c != latest {
					c.Heading.Role = record.Approved
				}
			}
		}
		oneActual(g[record.Actual], g[record.Planned])
	}
}

// surerPlans takes the role of a plan from money without a word of plan or fact
// that stands right of a plan known by its words: it is what was spent where
// nothing else is and its words allow it ("Видатки", "Оплачено"), else Other. What
// was given ("Виділено") is the plan where only what was spent stands beside it.
func (t *Table) surerPlans(g map[record.Role][]*Column) {
	if actual := g[record.Actual]; len(actual) == 2 && onlyWanted(g[record.Planned]) &&
		saysStem(actual[0].HeaderPath(), []string{"виділен"}) && !saysStem(actual[1].HeaderPath(), []string{"виділен"}) {
		for _, c := range g[record.Planned] {
			c.Heading.Role = record.Approved
		}
		actual[0].Heading.Role = record.Planned
		g[record.Planned], g[record.Actual] = actual[:1:1], actual[1:]
	}
	if plans := g[record.Planned]; len(plans) == 2 && len(g[record.Actual]) == 0 && !plans[0].saysSpent() && plans[1].paid() {
		plans[1].Heading.Role = record.Actual // "Сума договору", "Оплачено"
		g[record.Planned], g[record.Actual] = plans[:1:1], plans[1:]
	}
	sure := slices.IndexFunc(g[record.Planned], func(c *Column) bool { return c.saysPlan() && t.figuresUnder(c.Index) })
	if sure < 0 {
		return
	}
	plans := g[record.Planned]
	kept := plans[: sure+1 : sure+1]
	for _, c := range plans[sure+1:] {
		switch {
		case c.saysPlan() || wording.IsTotal(c.Path[len(c.Path)-1]):
			kept = append(kept, c)
		case len(g[record.Actual]) == 0 && c.saysSpent():
			c.Heading.Role = record.Actual
			g[record.Actual] = append(g[record.Actual], c)
		default:
			c.Heading.Role = record.Other
		}
	}
	g[record.Planned] = kept
}

// figuresUnder reports whether a column of the body has a figure: "Призначення"
// may be money, or what it is for.
func (t *Table) figuresUnder(col int) bool {
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if isFigure(t.Text(r, col)) {
			return true
		}
	}
	return false
}

// saysPlan reports whether the headings of a column have words of a plan of money.
func (c *Column) saysPlan() bool {
	folded := wording.Fold(c.HeaderPath())
	return slices.ContainsFunc(c.Path, wording.SaysRole) || wording.HasStems(folded, "обсяг", "фінансув") || wording.HasStems(folded, "обсяг", "кошт") ||
		wording.HasStems(folded, "обсяг", "ресурс")
}

// sourcesOfMoney makes money of the columns that only name a source, where they
// stand under a heading of money.
func (t *Table) sourcesOfMoney() {
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Heading.Column != wording.ColumnSource || c.Heading.Source == "" || len(c.Path) < 2 {
			continue
		}
		above := t.heads.Read(c.Path[:len(c.Path)-1]...)
		if above.Column != wording.ColumnMoney {
			continue
		}
		c.Heading.Column, c.Heading.Role = wording.ColumnMoney, above.Role
		c.Heading.Year, c.Heading.Fund = or(c.Heading.Year, above.Year), or(c.Heading.Fund, above.Fund)
	}
}

// scopesFromLeft gives a deviation or a percentage that names no year, fund or source
// those of the column of money at its left, where the same heading stands again in
// the table: each is of the pair before it.
func (t *Table) scopesFromLeft() {
	for i := 1; i < len(t.Columns); i++ {
		c, left := &t.Columns[i], &t.Columns[i-1].Heading
		h := &c.Heading
		if h.Column != wording.ColumnPercent && (h.Column != wording.ColumnMoney || h.Role != record.Deviation) || h.Year != 0 || h.Fund != "" || h.Source != "" ||
			left.Column != wording.ColumnMoney && left.Column != wording.ColumnPercent || left.Year == 0 && left.Fund == "" && left.Source == "" {
			continue
		}
		again := slices.ContainsFunc(t.Columns, func(o Column) bool { return o.Index != i && slices.Equal(o.Path, c.Path) })
		if again {
			h.Year, h.Period, h.Fund, h.Source = left.Year, or(h.Period, left.Period), left.Fund, left.Source
		}
	}
}

// promote makes the last column of a role the plan.
func promote(g map[record.Role][]*Column, role record.Role) {
	list := g[role]
	last := list[len(list)-1]
	last.Heading.Role = record.Planned
	g[role] = list[:len(list)-1]
	g[record.Planned] = append(g[record.Planned], last)
}
