package recognise

import (
	"strings"
	"unicode"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// rowHasMoney reports whether a money column of the row has a figure.
func (l *layout) rowHasMoney(row int) bool {
	for col, m := range l.money {
		if m && !l.t.coveredFromLeft(row, col) && l.figureIn(row, col) {
			return true
		}
	}
	return false
}

// figureIn reports whether a money cell has a figure and is not running text.
func (l *layout) figureIn(row, col int) bool {
	text := l.t.Text(row, col)
	if !strings.ContainsAny(text, "0123456789") || wording.Absent(text) {
		return false
	}
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters == 0 {
		return true
	}
	if l.weak[col] && letters > 12 && len(wording.FindMoney(text)) == 0 {
		return false
	}
	return len(text) < 600 && len(wording.FindNumerals(text)) > 0
}

// namesRoles reports whether a row is the head of rows of roles.
func (r *lineReader) namesRoles(row int) bool {
	next := row + 1
	for next < r.t.BodyTo && (r.t.Kind(next) == RowHeading || r.t.Kind(next) == RowBlank) {
		next++
	}
	return r.roles != nil && r.roles.role[next] != "" && r.roles.head[next] == row
}

// lineMoney adds the figures of a row, of its rows of roles too.
func (r *lineReader) lineMoney(row int, proto record.Amount) {
	if r.roles == nil {
		r.rowMoney(row, proto)
		return
	}
	own := proto
	own.Role = r.roles.role[row]
	r.rowMoney(row, own)
	for next := row + 1; next < r.t.BodyTo; next++ {
		if r.t.Kind(next) == RowHeading || r.t.Kind(next) == RowBlank {
			continue
		}
		role := r.roles.role[next]
		if role == "" || r.roles.head[next] != row {
			return
		}
		proto.Role = role
		proto.Label = ""
		r.rowMoney(next, proto)
	}
}

// rowMoney adds the figures of one row of the table.
func (r *lineReader) rowMoney(row int, proto record.Amount) {
	if r.year >= 0 && proto.Year == 0 && !proto.IsTotal {
		if years := wording.Years(r.t.Text(row, r.year)); len(years) == 1 {
			proto.Year = years[0]
		}
	}
	if r.labels && proto.Role == "" {
		proto.Role = r.labelRole(row)
	}
	whole := true
	if r.unit >= 0 {
		if u := r.t.Text(row, r.unit); !wording.Absent(u) {
			whole = len(wording.FindUnits(u)) > 0
		}
	}
	if proto.Label == "" && !proto.IsTotal {
		proto.Label = r.programmeBeside(row)
	}
	labelled := r.labelledParts(row)
	for col := range r.t.Columns {
		h := &r.t.Columns[col].Heading
		switch {
		case h.Column == wording.ColumnPercent:
			r.c.AddRatio(r.t, row, col, proto.SubjectID)
		case r.money[col]:
			if r.t.coveredFromLeft(row, col) || !whole && len(h.Units) == 0 || r.t.countsInRow(row, col) {
				continue
			}
			if !r.figureIn(row, col) {
				r.c.cellProse(r.t, row, col)
				continue
			}
			a := proto
			if p := r.pair[col]; p >= 0 && !proto.IsTotal {
				a.Label = joinLabel(a.Label, oneLine(r.t.Text(row, p)))
			}
			from := len(r.c.Report.Amounts)
			r.c.AddCellAmounts(r.t, row, col, a)
			r.partsLike(labelled, from)
		case r.t.Own(row, col) != nil && r.t.Kind(row) != RowSection:
			r.c.cellProse(r.t, row, col)
		}
	}
}

// programmeBeside is the local programme that a row names in a column of its own,
// beside the code and the name of the budget's programme.
func (r *lineReader) programmeBeside(row int) string {
	col := r.t.First(wording.ColumnTask)
	if col < 0 || col == r.name || !r.t.listsProgrammes() {
		return ""
	}
	s := oneLine(r.t.Text(row, col))
	if wording.Absent(s) || s == r.rowName(row) {
		return ""
	}
	return s
}

// inheritYear gives the amounts of a total (added from index from on) the year
// of the rows that it counts in their column, where they are all of one.
func (r *lineReader) inheritYear(from int) {
	if r.year < 0 {
		return
	}
	for i := from; i < len(r.c.Report.Amounts); i++ {
		a := &r.c.Report.Amounts[i]
		year := 0
		for _, j := range r.since {
			b := &r.c.Report.Amounts[j]
			if b.Col != a.Col || b.Role != a.Role {
				continue
			}
			if year != 0 && b.Year != year {
				year = 0
				break
			}
			year = b.Year
		}
		a.Year = or(a.Year, year)
	}
}
