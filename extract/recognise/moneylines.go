package recognise

import (
	"strings"
	"unicode"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// lineReader turns the rows of a table into lines with their amounts.
type lineReader struct {
	*layout
	c      *Context
	levels *leveller
	roles  *rowRoles
	shares *shares
	pair   []int // by money column: the column of words beside it, or -1
	parts  openParts
	labels bool     // no column says a role: the rows' labels may
	last   openLine // the last line that can have parts
	since  []int    // amounts since the last total, of rows, by index
}

type openLine struct {
	id    string
	row   int
	level int
}

func isLetter(r rune) bool { return unicode.IsLetter(r) }

// readLines applies a layout to its table and adds a line for each row with
// money, for each section, and for each row with a code. It returns how many
// amounts it added.
func (c *Context) readLines(l *layout) int {
	r := &lineReader{layout: l, c: c, levels: l.leveller()}
	l.apply()
	l.oneYear(c.Report)
	c.spentRoles(l)
	if found := c.headlessMoney(l.t); len(found) > 0 {
		l = l.copied()
		for _, col := range found {
			l.money[col], l.weak[col] = true, true
		}
		r.layout = l
	}
	r.roles = l.rowRoles()
	r.shares = l.sharesOf()
	r.findPairs()
	r.labels = r.roles == nil && l.rolesInLabels()
	from := len(c.Report.Amounts)
	for row := l.t.BodyFrom; row < l.t.BodyTo; row++ {
		if r.roles != nil && r.roles.role[row] != "" && r.roles.head[row] != row {
			continue // its head gives it
		}
		switch l.t.Kind(row) {
		case RowBlank, RowHeading:
		case RowTotal:
			r.total(row)
		case RowPart:
			r.part(row)
		case RowSection:
			r.head(row)
		case RowPercent:
			r.percent(row)
		case RowData:
			r.data(row)
		}
	}
	r.shareRest()
	c.fixLostMentions(l, from)
	return len(c.Report.Amounts) - from
}

// name returns the words that name a row.
func (l *layout) rowName(row int) string {
	if l.named {
		if s := oneLine(l.t.Text(row, l.name)); !wording.Absent(s) {
			return s
		}
	}
	if label, at := l.t.Label(row); at >= 0 && at != l.year && !l.money[min(at, len(l.money)-1)] && strings.ContainsFunc(label, isLetter) {
		return oneLine(label)
	}
	if l.name >= 0 {
		if s := oneLine(l.t.Text(row, l.name)); !wording.Absent(s) {
			return s
		}
	}
	figure := ""
	for col := range l.t.Columns {
		s := oneLine(l.t.Text(row, col))
		switch {
		case l.money[col] || wording.Absent(s) || l.t.Own(row, col) == nil:
		case strings.ContainsFunc(s, isLetter) && col != l.year:
			return s
		case figure == "":
			figure = s // a year, a number: the row has no words
		}
	}
	return figure
}

// head is a row of one text: the head of the rows below, unless it has a figure,
// or a code that says where it stands.
func (r *lineReader) head(row int) {
	if code, _ := r.rowCode(row); code != "" || r.rowHasMoney(row) || r.roles != nil && r.namesRoles(row) {
		r.data(row)
		return
	}
	r.parts.close()
	name := r.rowName(row)
	if name == "" || !r.moneyBelow(row) || r.t.Kind(row+1) == RowHeading {
		return // the foot of a page stands before its headings again
	}
	r.c.AddLine(r.t, row, record.Line{Name: name})
	r.levels.head()
	r.last = openLine{}
}

// moneyBelow reports whether a row with money follows before the next section.
func (r *lineReader) moneyBelow(row int) bool {
	for next := row + 1; next < r.t.BodyTo; next++ {
		switch {
		case r.rowHasMoney(next):
			return true
		case r.t.Kind(next) == RowSection && next > row+3:
			return false
		}
	}
	return false
}

func (r *lineReader) total(row int) {
	if !r.rowHasMoney(row) && !(r.roles != nil && r.namesRoles(row)) {
		r.loose(row)
		return
	}
	r.parts.close()
	line := r.c.AddLine(r.t, row, record.Line{Name: r.rowName(row), IsTotal: true})
	r.last = openLine{line.ID, row, 0}
	from := len(r.c.Report.Amounts)
	r.lineMoney(row, record.Amount{Subject: record.SubjectLine, SubjectID: line.ID, IsTotal: true})
	r.inheritYear(from)
	r.since = nil
	r.shareRows(row, line.ID)
	if r.opensParts(row) && r.rowsBefore(row) {
		r.parts.open(r.last)
	}
}

// rowsBefore reports whether rows with money stand above a total: then what
// follows "у тому числі" are its parts; a total that comes first counts them.
func (r *lineReader) rowsBefore(row int) bool {
	for up := row - 1; up >= r.t.BodyFrom; up-- {
		if r.t.Kind(up) == RowTotal {
			return false
		}
		if r.rowHasMoney(up) {
			return true
		}
	}
	return false
}

// opensParts reports whether a row's words end in "у тому числі", "з них".
func (r *lineReader) opensParts(row int) bool { return opensParts(wording.Fold(r.rowName(row))) }

// part is "у тому числі": with money, a part of the row above; without, it opens
// the parts below.
func (r *lineReader) part(row int) {
	if r.last.id == "" {
		r.data(row)
		return
	}
	if !r.parts.isOpen() {
		r.parts.open(r.last)
	}
	if r.rowHasMoney(row) {
		r.partLine(row)
	}
}

func (r *lineReader) partLine(row int) {
	if d := r.dimsOf(row); d != (rowDims{}) && !r.parts.seen[d] {
		// One fund, source or year of the whole, as a column of it would be.
		if r.parts.seen == nil {
			r.parts.seen = map[rowDims]bool{}
		}
		r.parts.seen[d] = true
		r.lineMoney(row, record.Amount{
			Subject: record.SubjectLine, SubjectID: r.parts.of.id, Level: r.parts.of.level + 1, Label: r.rowName(row),
			Year: d.year, Source: d.source, Fund: d.fund,
		})
		r.parts.took(r.layout, row)
		return
	}
	code, _ := r.rowCode(row)
	line := r.c.AddLine(r.t, row, record.Line{Name: r.rowName(row), Level: r.parts.of.level + 1, PartOf: r.parts.of.id, Code: code})
	r.c.addRowCodes(r.layout, row, record.SubjectLine, line.ID)
	r.lineMoney(row, record.Amount{Subject: record.SubjectLine, SubjectID: line.ID, Level: line.Level})
	r.parts.took(r.layout, row)
}

func (r *lineReader) data(row int) {
	has := r.rowHasMoney(row)
	code, _ := r.rowCode(row)
	named := r.roles != nil && r.namesRoles(row)
	if !has && code == "" && !named {
		r.loose(row)
		return
	}
	if r.parts.isOpen() && has && !named {
		if r.parts.takes(r.layout, row) {
			r.partLine(row)
			return
		}
		r.parts.close()
	}
	if r.shares.owner[row] >= 0 && has {
		return // its total gives it
	}
	level := r.levels.level(r.layout, row)
	name := r.rowName(row)
	if name == "" {
		name = r.t.CaptionText() // a table of figures alone says its caption
	}
	line := r.c.AddLine(r.t, row, record.Line{Name: name, Level: level, Code: code})
	r.last = openLine{line.ID, row, level}
	r.c.addRowCodes(r.layout, row, record.SubjectLine, line.ID)
	from := len(r.c.Report.Amounts)
	r.lineMoney(row, record.Amount{Subject: record.SubjectLine, SubjectID: line.ID, Level: level})
	for i := from; i < len(r.c.Report.Amounts); i++ {
		r.since = append(r.since, i)
	}
	if r.opensParts(row) {
		r.parts.open(r.last)
	}
}

// loose is a row without a figure in the money columns: what its texts say of
// money is kept, by a unit beside the number or at the end of its label.
func (r *lineReader) loose(row int) {
	label, at := r.t.Label(row)
	_, labelled := unitAtEnd(label)
	var line *record.Line
	for i := range r.t.Rows[row].Cells {
		cell := &r.t.Rows[row].Cells[i]
		text := r.t.cells.of(cell)
		if cell.Col >= len(r.money) || cell.Col == at && len(r.t.Rows[row].Cells) > 1 || !strings.ContainsAny(text, "0123456789") {
			continue
		}
		beside := len(text) < 120 && moneyOnly(text)
		if !beside && !(labelled && isFigure(text)) {
			r.c.cellProse(r.t, row, cell.Col)
			continue
		}
		if line == nil {
			line = r.c.AddLine(r.t, row, record.Line{Name: r.rowName(row), Level: r.levels.level(r.layout, row), IsTotal: r.t.Kind(row) == RowTotal})
		}
		role := or(r.t.Columns[cell.Col].Heading.Role, roleOf(label))
		r.c.AddCellAmounts(r.t, row, cell.Col, record.Amount{
			Subject: record.SubjectLine, SubjectID: line.ID, Level: line.Level, IsTotal: line.IsTotal, Role: or(role, record.Other), Source: shortSource(label), Fund: wording.FundOf(label),
		})
	}
}
