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
//   - An approved plan is so too where there is no later one.
//   - Of two plans with one scope, the later (the one "with changes", else the
//     one nearer to the actual) is the plan and the other the approved one.
//   - What was financed is the same money on its way where what was spent of it
//     stands beside it: the spent is the actual, the financed is Other.
func (t *Table) settleRoles() {
	t.sourcesOfMoney()
	t.partsBesideWhole()
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
		if c.Heading.Column != wording.ColumnMoney || c.Part != "" {
			continue
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
		case len(g[record.Planned]) == 0 && len(g[record.Annual]) > 0:
			promote(g, record.Annual)
		case len(g[record.Planned]) == 0 && len(g[record.Approved]) > 0:
			promote(g, record.Approved)
		}
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
		financedBesideSpent(g[record.Actual])
	}
}

// financedBesideSpent makes Other of the actual columns of one scope that are
// what was financed, where others are what was spent.
func financedBesideSpent(actual []*Column) {
	spent := func(c *Column) bool {
		return saysStem(c.HeaderPath(), []string{"касов", "витрачен", "витрат", "використан", "освоєн", "сплачен"})
	}
	if !slices.ContainsFunc(actual, spent) {
		return
	}
	for _, c := range actual {
		if !spent(c) && saysStem(c.HeaderPath(), []string{"профінансов", "фінансуван"}) {
			c.Heading.Role = record.Other
		}
	}
}

// sourcesOfMoney makes money of the columns that only name a source, where they
// stand under a heading of money.
func (t *Table) sourcesOfMoney() {
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Heading.Column != wording.ColumnSource || c.Heading.Source == "" || len(c.Path) < 2 {
			continue
		}
		above := t.heads.read(c.Path[:len(c.Path)-1]...)
		if above.Column != wording.ColumnMoney {
			continue
		}
		c.Heading.Column, c.Heading.Role = wording.ColumnMoney, above.Role
		c.Heading.Year, c.Heading.Fund = or(c.Heading.Year, above.Year), or(c.Heading.Fund, above.Fund)
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
