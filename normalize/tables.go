package normalize

import (
	"cmp"
	"slices"
	"strconv"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// dims are what tells the amounts of one row apart, beside the role. Periods are
// numbered, so that two dims are compared at once.
type dims struct {
	year, period int32 // the problem numbers periods from 1
	fund, source uint8 // in order of record's lists, from 1; 0 for the whole
}

// refines reports whether an amount with these dims is a part of one with d by
// its year, fund or source.
func (x dims) refines(d dims) bool {
	return x != d && x.period == d.period && (d.year == 0 || x.year == d.year) &&
		(d.fund == 0 || x.fund == d.fund) && (d.source == 0 || x.source == d.source)
}

const special, development = 2, 3 // of dims.fund

const otherSource = 4 // of dims.source

func fundCode(f record.Fund) uint8 {
	switch f {
	case "":
		return 0
	case record.General:
		return 1
	case record.Special:
		return special
	case record.Development:
		return development
	}
	return 4
}

func sourceCode(s record.MoneySource) uint8 {
	switch s {
	case "":
		return 0
	case record.StateBudget:
		return 1
	case record.OblastBudget:
		return 2
	case record.LocalBudget:
		return 3
	}
	return otherSource
}

// dimsOf reads an amount's dims.
func (p *problem) dimsOf(a *record.Amount) dims {
	d := dims{year: int32(a.Year), fund: fundCode(a.Fund), source: sourceCode(a.Source)}
	if a.Period != "" {
		if p.periods == nil {
			p.periods = map[string]int32{}
		}
		n, ok := p.periods[a.Period]
		if !ok {
			n = int32(len(p.periods) + 1)
			p.periods[a.Period] = n
		}
		d.period = n
	}
	return d
}

// moneyTable is the money of one table that can be summed.
type moneyTable struct {
	id      string
	rows    []*tableRow // from the top
	columns []*moneyColumn
	choice  int // the number of the last choice of rows; see choose
}

// tableRow is a row with money of one table.
type tableRow struct {
	row    int
	cells  []*cell // one of each column, role and dims
	total  bool
	level  int
	id     string // of its line
	partOf string // id of the line that it is inside of
	// subject is what its amounts say something of; rows without one have their own.
	subject string
	// group is set on a row that is the sum of the rows that follow it.
	group bool
	// inner rows are counted by the group above them.
	inner  bool
	choice int // the last choice that it was in

	named      uint8 // source that the row's label names, as in dims
	namedKnown bool
}

// moneyColumn is the amounts of one role in one column, whatever their year,
// fund or source.
type moneyColumn struct {
	col     int
	role    record.Role
	cells   []*cell // from the top
	sourced bool    // some of them say whose budget they are of
	sums    []*relation
}

// source is the source that the row's label names.
func (r *tableRow) source() uint8 {
	if !r.namedKnown {
		r.namedKnown = true
		r.named = sourceCode(wording.SourceOf(r.cells[0].amount.Label))
	}
	return r.named
}

// at returns the row's amount of a column with these dims, or nil.
func (r *tableRow) at(col *moneyColumn, d dims) *cell {
	for _, c := range r.cells {
		if c.column == col && c.dims == d {
			return c
		}
	}
	return nil
}

// add puts an amount into the row and its column, unless one like it is there.
func (t *moneyTable) add(r *tableRow, c *cell) {
	var col *moneyColumn
	for _, x := range t.columns {
		if x.col == c.amount.Col && x.role == c.amount.Role {
			col = x
			break
		}
	}
	if col == nil {
		col = &moneyColumn{col: c.amount.Col, role: c.amount.Role}
		t.columns = append(t.columns, col)
	}
	if r.at(col, c.dims) != nil {
		return
	}
	c.line, c.column = r, col
	r.cells = append(r.cells, c)
	col.cells = append(col.cells, c)
	col.sourced = col.sourced || c.dims.source != 0
}

func (p *problem) moneyTables() []*moneyTable {
	if p.tables != nil {
		return p.tables
	}
	lines := make(map[string]*record.Line, len(p.report.Lines))
	for i := range p.report.Lines {
		lines[p.report.Lines[i].ID] = &p.report.Lines[i]
	}
	type place struct {
		table string
		row   int
	}
	index := map[string]*moneyTable{}
	rows := map[place]*tableRow{}
	var t *moneyTable
	var r *tableRow
	for _, c := range p.cells {
		a := c.amount
		if a.TableID == "" || c.kind == unreadable || a.Role == record.Tariff || a.Subject == record.SubjectIndicator || a.Subject == record.SubjectProse {
			continue
		}
		if t == nil || t.id != a.TableID {
			if t = index[a.TableID]; t == nil {
				t = &moneyTable{id: a.TableID}
				index[a.TableID] = t
				p.tables = append(p.tables, t)
			}
			r = nil
		}
		if r == nil || r.row != a.Row {
			if r = rows[place{a.TableID, a.Row}]; r == nil {
				r = &tableRow{row: a.Row, level: a.Level, subject: a.SubjectID}
				if r.subject == "" {
					r.subject = "row " + strconv.Itoa(a.Row)
				}
				rows[place{a.TableID, a.Row}] = r
				t.rows = append(t.rows, r)
			}
		}
		r.total = r.total || a.IsTotal
		if l := lines[a.SubjectID]; l != nil {
			r.id, r.partOf = l.ID, l.PartOf
		}
		t.add(r, c)
	}
	for _, t := range p.tables {
		slices.SortStableFunc(t.rows, func(a, b *tableRow) int { return cmp.Compare(a.row, b.row) })
		for _, col := range t.columns {
			slices.SortStableFunc(col.cells, func(a, b *cell) int { return cmp.Compare(a.line.row, b.line.row) })
		}
	}
	return p.tables
}

// choose makes the rows the present choice, which addends picks from.
func (t *moneyTable) choose(rows []*tableRow) {
	t.choice++
	for _, r := range rows {
		r.choice = t.choice
	}
}

// addends appends to parts what an amount of the chosen rows adds to a total of
// a column with dims d: the row's whole where it is printed, and else the parts
// of it that are ("local 180,0", "state 2 400,0" in two rows of one measure).
// It reports whether that is sure: a whole that only its years or funds give may
// be no sum, and rows that do not say whose money they are may be of any source.
func (t *moneyTable) addends(parts []*cell, col *moneyColumn, d dims, total *cell) ([]*cell, bool) {
	if d.source == 0 && total != nil && total.line != nil && col.sourced {
		d.source = t.soleSource(col, total)
	}
	bare := d
	bare.source = 0
	begin := len(parts)
	var finer, unsaid []*cell
	for _, c := range col.cells {
		switch {
		case c.line.choice != t.choice || c == total:
		case c.dims == d:
			parts = append(parts, c)
		case c.dims.refines(d):
			finer = append(finer, c)
		case d.source != 0 && c.dims == bare:
			unsaid = append(unsaid, c)
		}
	}
	if len(finer)+len(unsaid) == 0 {
		return parts, true
	}
	sure := true
	whole := map[string]bool{}
	for _, c := range parts[begin:] {
		whole[c.line.subject] = true
	}
	printed := map[string][]dims{} // of each subject, what it prints of parts
	for _, c := range finer {
		if x := printed[c.line.subject]; !slices.Contains(x, c.dims) {
			printed[c.line.subject] = append(x, c.dims)
		}
	}
	for _, c := range finer {
		if whole[c.line.subject] || within(c.dims, printed[c.line.subject]) {
			continue
		}
		parts = append(parts, c)
		sure = sure && c.dims.year == d.year && c.dims.fund == d.fund
	}
	if len(unsaid) > 0 {
		said := map[string]bool{}
		for _, c := range col.cells {
			if c.dims.source != 0 && c.line.choice == t.choice {
				said[c.line.subject] = true
			}
		}
		for _, c := range unsaid {
			switch {
			case said[c.line.subject]: // it is the whole of its sources
			case c.line.source() == d.source:
				parts = append(parts, c)
			case c.line.source() == 0:
				sure = false
			}
		}
	}
	slices.SortStableFunc(parts[begin:], func(a, b *cell) int { return cmp.Compare(a.line.row, b.line.row) })
	return parts, sure
}

// soleSource is the source that a total's label names where the total says none
// and some of the rows it is to count do: a row's only source is its whole.
func (t *moneyTable) soleSource(col *moneyColumn, total *cell) uint8 {
	for _, c := range col.cells {
		if c.line.choice == t.choice && c.dims.source != 0 && c.line.subject != total.line.subject {
			return total.line.source()
		}
	}
	return 0
}

// within reports whether dims are a part of others of the same subject; the
// development budget is one of the special fund.
func within(d dims, all []dims) bool {
	return slices.ContainsFunc(all, func(x dims) bool {
		if d.fund == development && x.fund == special {
			x.fund = development
			return d == x
		}
		return d.refines(x)
	})
}
