package recognise

import (
	"slices"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// rowRoles is a table with plan and fact as rows: under the head of a programme,
// or beside its name in a cell that spans them, stand "затверджено на рік", "з
// урахуванням змін", "виконано".
type rowRoles struct {
	col  int                 // where the roles stand
	role map[int]record.Role // by row
	head map[int]int         // row that names the line, by row
}

// rowRoles finds the form; nil where the table has another one. Most rows with
// money must name a role, plan and fact among them.
func (l *layout) rowRoles() *rowRoles {
	if !l.asked {
		l.asked, l.roles = true, l.findRowRoles()
	}
	return l.roles
}

// roleColumns is how many columns a table's rows may begin with before the one that
// has their roles.
const roleColumns = 4

// mayHaveRowRoles is false where no row has the words of a role: then rowRoles is
// nil, whatever the columns hold.
func (t *Table) mayHaveRowRoles() bool {
	for row := t.BodyFrom; row < t.BodyTo; row++ {
		for col := range min(len(t.Columns), roleColumns) {
			if t.Own(row, col) != nil && rowRole(t.Text(row, col)) != "" {
				return true
			}
		}
	}
	return false
}

func (l *layout) findRowRoles() *rowRoles {
	t := l.t
	best := &rowRoles{col: -1}
	for col := range min(len(t.Columns), roleColumns) {
		if l.money[col] {
			continue
		}
		r := &rowRoles{col: col, role: map[int]record.Role{}}
		for row := t.BodyFrom; row < t.BodyTo; row++ {
			if t.kinds[row] == RowHeading || t.Own(row, col) == nil {
				continue
			}
			if role := rowRole(t.Text(row, col)); role != "" {
				r.role[row] = role
			}
		}
		if len(r.role) > len(best.role) {
			best = r
		}
	}
	plans, facts, money := 0, 0, 0
	for row := t.BodyFrom; row < t.BodyTo; row++ {
		if len(best.role) > 1 && best.role[row] == "" && l.rowHasMoney(row) && t.Own(row, best.col) != nil {
			if role := misreadRowRole(t.Text(row, best.col)); role != "" {
				best.role[row] = role
			}
		}
		switch best.role[row] {
		case record.Planned, record.Approved:
			plans++
		case record.Actual:
			facts++
		}
		if l.rowHasMoney(row) {
			money++
		}
	}
	if plans == 0 || facts == 0 || len(best.role)*10 < money*7 {
		return nil
	}
	best.findHeads(l)
	best.settle(t)
	return best
}

// longestRole is how many bytes the words of a role may have: fourteen long ones.
const longestRole = 600

// rowRoleStems are the beginnings of the words that a role begins with.
var rowRoleStems = [...]string{"затвердж", "план", "заплан", "уточнен", "факт", "викон", "касов", "профінанс", "використ", "передбач", "відхилен", "з", "із"}

// beginsRole reports whether the first word of a text begins as one of a role
// does: nearly all rows begin otherwise, which their first letter or the first of
// their words tells.
func beginsRole(s string) bool {
	if !strings.ContainsRune("зпуфвкі", wording.FirstLetter(s)) {
		return false
	}
	const first = 80 // bytes that have the first word, were its letters set apart or it cut by a line's end
	if len(s) > first {
		if i := strings.LastIndexByte(s[:first], ' '); i > 0 {
			s = s[:i]
		}
	}
	words := wording.Words(wording.Fold(s))
	return len(words) > 0 && slices.ContainsFunc(rowRoleStems[:], func(stem string) bool { return strings.HasPrefix(words[0], stem) })
}

// rowRole reads the role that a row's words begin with; "" where they do not.
func rowRole(s string) record.Role {
	if len(s) > longestRole || !beginsRole(s) {
		return ""
	}
	folded := wording.Fold(s)
	words := wording.Words(folded)
	if len(words) == 0 || len(words) > 14 || strings.Contains(folded, "%") {
		return ""
	}
	for _, stem := range rowRoleStems {
		if !strings.HasPrefix(words[0], stem) || len(stem) < 3 && words[0] != stem {
			continue
		}
		if len(stem) < 3 {
			if wording.HasStems(folded, "урахув", "змін") {
				return record.Planned
			}
			return ""
		}
		if strings.HasPrefix(words[0], "виконав") || strings.HasPrefix(words[0], "виконанн") && len(words) > 1 && !strings.Contains(folded, "за ") {
			return ""
		}
		switch h := wording.ReadHeading([]string{s}); h.Role {
		case record.Planned, record.Approved, record.Actual, record.Deviation:
			return h.Role
		}
	}
	return ""
}

// misreadRowRole is rowRole for words of which one has a letter wrong. It is for
// rows between others that say their roles.
func misreadRowRole(s string) record.Role {
	const longest = 160 // bytes
	if len(s) > longest {
		return ""
	}
	right, ok := wording.Respelled(s)
	if !ok {
		return ""
	}
	return rowRole(right)
}

// findHeads gives every row of a role the row that names its line: the last row
// above without a role, or itself where a cell beside it names the line.
func (r *rowRoles) findHeads(l *layout) {
	r.head = map[int]int{}
	head := -1
	for row := l.t.BodyFrom; row < l.t.BodyTo; row++ {
		if r.role[row] == "" {
			if l.t.kinds[row] != RowHeading && l.t.kinds[row] != RowBlank {
				head = row
			}
			continue
		}
		if name := r.beside(l, row); name != "" {
			head = row
		}
		r.head[row] = head
	}
}

// beside returns the words of a cell at the left that begins in the row.
func (r *rowRoles) beside(l *layout, row int) string {
	for col := range r.col {
		if c := l.t.Own(row, col); c != nil && !l.money[col] {
			s := l.t.cells.of(c)
			if strings.ContainsFunc(s, isLetter) && !wording.Absent(s) {
				return s
			}
		}
	}
	return ""
}

// settle makes the approved plan of a line the plan where it has no later one.
func (r *rowRoles) settle(t *Table) {
	later := map[int]bool{}
	for row, role := range r.role {
		if role == record.Planned {
			later[r.head[row]] = true
		}
	}
	for row, role := range r.role {
		if role == record.Approved && !later[r.head[row]] {
			r.role[row] = record.Planned
		}
	}
	_ = t
}

// rolesInLabels reports whether the rows' labels say plan and fact while no
// column does: "Передбачено програмою, тис. грн" and "Профінансовано, тис. грн"
// over columns of years.
func (l *layout) rolesInLabels() bool {
	for i := range l.t.Columns {
		if !l.money[i] {
			continue
		}
		for _, s := range l.t.Columns[i].Path {
			if roleOf(s) != "" {
				return false
			}
		}
	}
	plan, fact := l.saysRoles(rowRole)
	if plan != fact {
		p, f := l.saysRoles(misreadRowRole)
		plan, fact = plan || p, fact || f
	}
	return plan && fact
}

// saysRoles reports whether the label of a row with money says a plan, and whether
// one says what was spent.
func (l *layout) saysRoles(roleOf func(string) record.Role) (plan, fact bool) {
	for row := l.t.BodyFrom; row < l.t.BodyTo; row++ {
		if !l.rowHasMoney(row) {
			continue
		}
		switch roleOf(l.rowName(row)) {
		case record.Planned, record.Approved:
			plan = true
		case record.Actual:
			fact = true
		}
	}
	return plan, fact
}

// labelRole is the role that a row's label says or, of a part, the nearest label
// above it that says one.
func (l *layout) labelRole(row int) record.Role {
	const reach = 24 // parts of one row
	for r := row; r >= max(l.t.BodyFrom, row-reach); r-- {
		name := l.rowName(r)
		if role := rowRole(name); role != "" {
			return role
		}
		if r == row {
			if role := misreadRowRole(name); role != "" {
				return role
			}
		}
		if k := l.t.Kind(r); k == RowSection || k == RowTotal && r < row {
			return ""
		}
	}
	return ""
}

// percent adds the line of a row of percentages, without its figures.
func (r *lineReader) percent(row int) {
	r.parts.close()
	r.c.AddLine(r.t, row, record.Line{Name: r.rowName(row), Level: r.levels.level(r.layout, row)})
}
