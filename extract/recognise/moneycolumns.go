package recognise

import (
	"slices"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// layout says what the columns of a table of lines hold. It is found without a
// change to the table; apply writes it into the headings.
type layout struct {
	t      *Table
	titled bool         // the report's title was known
	money  []bool       // by column
	codes  []int        // columns of codes, the left first
	long   map[int]bool // columns with codes of six digits and more
	short  map[int]bool // columns with the last four digits of programmes' codes
	name   int          // column of the row's words, or -1
	year   int          // column of years, or -1
	unit   int          // column of units, or -1
	// named says that the column of words is sure: a row's label is there.
	named bool
	// weak says that only general words or the scope speak for money.
	weak []bool
	// strong says that a column is money by its own words.
	strong bool
	dims   map[string]rowDims // of the names that were asked for
	roles  *rowRoles          // see rowRoles
	asked  bool               // for roles
	// found headings of a table that lost its own, by column; see lostheadings.go.
	lost []lostHeading
}

// layoutOf finds what the columns of a table hold. Linear in its cells; several
// forms ask for it, before the title is known and after, so no one may change it.
func (c *Context) layoutOf(t *Table) *layout {
	if l := c.layouts[t]; l != nil && l.titled == (len(c.Title) > 0) {
		return l
	}
	if c.layouts == nil {
		c.layouts = map[*Table]*layout{}
	}
	l := c.findLayout(t)
	l.titled = len(c.Title) > 0
	c.layouts[t] = l
	return l
}

// copied returns a layout that its caller may change; that of layoutOf is shared.
func (l *layout) copied() *layout {
	c := *l
	c.money, c.weak = slices.Clone(l.money), slices.Clone(l.weak)
	c.roles, c.asked = nil, false
	return &c
}

func (c *Context) findLayout(t *Table) *layout {
	l := &layout{t: t, money: make([]bool, len(t.Columns)), weak: make([]bool, len(t.Columns)), name: -1, year: -1, unit: t.First(wording.ColumnUnit)}
	stats := make([]columnStats, len(t.Columns))
	for i := range t.Columns {
		stats[i] = t.stats(i)
		h := &t.Columns[i].Heading
		if h.Column == wording.ColumnMoney && (len(h.Units) > 0 || h.Score >= 0.7 && stats[i].figures+stats[i].money > 0) {
			l.strong = true
		}
	}
	l.readTextColumns(stats)
	l.findLong()
	scope := c.moneyInScope(t)
	for i := range t.Columns {
		l.money[i], l.weak[i] = l.isMoney(i, stats[i], scope)
	}
	if !t.headed() {
		l.lostHeadings(c, stats)
	}
	if !l.any() {
		l.namelessMoney(c, stats)
	}
	if l.name < 0 {
		for i := range t.Columns {
			if !l.money[i] && i != l.year && i != l.unit && stats[i].words*2 > stats[i].cells && stats[i].words > 0 {
				l.name = i
				break
			}
		}
	}
	return l
}

// headed reports whether the table has headings of its own.
func (t *Table) headed() bool { return t.BodyFrom > t.HeadFrom }

func (l *layout) readTextColumns(stats []columnStats) {
	for i := range l.t.Columns {
		h := &l.t.Columns[i].Heading
		s := stats[i]
		switch h.Column {
		case wording.ColumnCode:
			l.codes = append(l.codes, i)
		case wording.ColumnName, wording.ColumnTask, wording.ColumnMeasure, wording.ColumnSource:
			if l.name < 0 && s.words*2 >= s.cells {
				l.name = i
			}
		case wording.ColumnYear:
			l.year = i
		case wording.ColumnUnknown:
			if s.codeLike && (s.codeLen >= 7 || i == 0 && s.codeLen != 4) && s.cells > 1 {
				l.codes = append(l.codes, i)
			}
		}
		if l.year < 0 && s.years > 0 && h.Column != wording.ColumnMoney && h.Column != wording.ColumnTerm && h.Column != wording.ColumnCode && s.years*10 >= (s.cells-l.totalsIn(i))*6 && s.figures == 0 {
			l.year = i
		}
	}
}

// totalsIn counts the total rows that have their word in a column.
func (l *layout) totalsIn(col int) int {
	n := 0
	for r := l.t.BodyFrom; r < l.t.BodyTo; r++ {
		if l.t.kinds[r] == RowTotal && l.t.Text(r, col) != "" {
			n++
		}
	}
	return n
}

// isMoney decides for one column, by its heading, its cells and what is in scope.
func (l *layout) isMoney(col int, s columnStats, scope bool) (money, weak bool) {
	c := &l.t.Columns[col]
	h := &c.Heading
	units := len(h.Units) > 0
	switch {
	case col == l.year || col == l.unit || h.Column == wording.ColumnPercent:
		return false, false
	case !units && countsThings(c.Path):
		return false, false
	}
	figures := s.figures + s.money
	mostly := figures > 0 && figures*2 >= s.cells
	hint := scope || l.strong || len(l.codes) > 0 || s.kopecks*2 > s.figures && s.figures > 0
	switch h.Column {
	case wording.ColumnMoney:
		switch {
		case units:
			return figures > 0 || s.words == 0, false
		case h.Score >= 0.7:
			return figures > 0, false
		}
		return mostly && (hint || l.unit >= 0 || s.money > 0), true
	case wording.ColumnPlanned, wording.ColumnActual:
		return mostly && (scope || l.strong || l.unit >= 0), true
	case wording.ColumnUnknown:
		if len(c.Path) == 0 || s.codeLike && s.codeLen > 3 && contains(l.codes, col) {
			return false, false
		}
		within := h.Period != "" || h.Fund != "" || h.Source != ""
		return figures*10 >= s.cells*8 && figures > 0 && (scope && (!l.strong || within) || l.strong && within || s.money*2 > figures), true
	}
	return false, false
}

func contains(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// moneyInScope reports whether a unit of money stands above the table, in its
// caption or its title, or ends the label of a row.
func (c *Context) moneyInScope(t *Table) bool {
	for _, l := range t.Above {
		if len(l.Units()) > 0 {
			return true
		}
	}
	if len(unitsWithout(t.Caption)) > 0 {
		return true
	}
	for _, l := range c.Title {
		if len(l.Units()) > 0 {
			return true
		}
	}
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if label, _ := t.Label(r); label != "" {
			if _, ok := unitAtEnd(label); ok {
				return true
			}
		}
	}
	return false
}

// any reports whether the layout has a money column.
func (l *layout) any() bool {
	for _, m := range l.money {
		if m {
			return true
		}
	}
	return false
}

// count returns how many money columns have a role.
func (l *layout) count(role record.Role) int {
	n := 0
	for i, m := range l.money {
		if m && l.t.Columns[i].Heading.Role == role {
			n++
		}
	}
	return n
}

// firstRole is the role of the first money column that names one: of the whole
// beside which quarters and funds stand.
func (l *layout) firstRole() record.Role {
	for i, m := range l.money {
		if role := l.t.Columns[i].Heading.Role; m && role != "" && role != record.Other {
			return role
		}
	}
	return record.Planned
}

// oneYear gives all money columns of a report on one year that year, where some
// of their headings name it and others do not, and weighs their roles anew.
func (l *layout) oneYear(r *record.Report) {
	from, to := wording.Years(r.PeriodFrom), wording.Years(r.PeriodTo)
	if len(from) != 1 || len(to) != 1 || from[0] != to[0] {
		return
	}
	named, bare := false, false
	for i, m := range l.money {
		switch h := &l.t.Columns[i].Heading; {
		case !m:
		case h.Year == 0:
			bare = bare || !h.WholePeriod
		case h.Year != from[0]:
			return
		default:
			named = true
		}
	}
	if !named || !bare {
		return
	}
	for i, m := range l.money {
		if !m {
			continue
		}
		h := &l.t.Columns[i].Heading
		if again := wording.ReadHeading(l.t.Columns[i].Path); again.Column == h.Column {
			h.Role, h.Said = again.Role, again.Said
		}
		if !h.WholePeriod {
			h.Year = from[0]
		}
	}
	l.t.settleRoles()
}

// apply makes the columns of the table what the layout says.
func (l *layout) apply() {
	for i := range l.t.Columns {
		h := &l.t.Columns[i].Heading
		switch {
		case l.money[i]:
			if h.Column == wording.ColumnUnknown && h.Role == "" {
				h.Role = record.Other
				if h.Period != "" || h.Fund != "" || h.Source != "" {
					h.Role = l.firstRole()
				}
			}
			h.Column = wording.ColumnMoney
			if h.Role == record.Planned && h.Score <= 0.75 && received(l.t.Columns[i].Path) {
				h.Role = record.Actual
			}
		case h.Column == wording.ColumnMoney:
			h.Column = wording.ColumnUnknown
		case contains(l.codes, i):
			h.Column = wording.ColumnCode
		}
	}
	for _, lost := range l.lost {
		c := &l.t.Columns[lost.col]
		c.Heading, c.Path, c.Cells = lost.heading, lost.path, lost.cells
	}
}
