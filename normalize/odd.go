package normalize

import (
	"math"
	"slices"

	"zvit/extract/record"
)

// oddRow is the log prior of one given cell in another unit than its block's.
const (
	oddPrior      = -3.8 // of either of the two neighbouring units
	oddTotalPrior = -4.2
	oddProsePrior = -7.0 // of a sum in the running text, whose unit stands beside it
)

// shifts are what an odd row's exponent may differ by from its column's.
var shifts = [...]int{3, -3, -6}

// likely leaves out shifts that are not worth a search: from millions down to
// hryvnias is the only step of two units that is ever taken.
func (b *block) likely(shift int) bool {
	return shift != -6 || b.exp == expMillion && !b.free
}

// known reports whether the exponent is that of a unit.
func known(exp int) bool { return unitOf(exp) != record.NoUnit }

// allowed reports whether the cell can be read with the exponent.
func (c *cell) allowed(exp int) bool {
	if !known(exp) && !c.block.free {
		return false
	}
	v := c.at(exp)
	return v > -huge && v < huge
}

// local is the cell's own log score under the present reading: the prior of an
// odd row, its size and decimals within its block.
func (p *problem) local(c *cell) float64 {
	if c.block == nil || c.shift == 0 || c.kind != money {
		return p.fit(c, 0)
	}
	return p.fit(c, c.shift)
}

// oddOf is the log prior of one cell's being odd: rows in hryvnias or thousands
// are what happens, rows in millions hardly ever.
func oddOf(c *cell, shift int) float64 {
	s := oddPrior
	switch {
	case c.amount.IsTotal || c.amount.Subject == record.SubjectReport:
		s = oddTotalPrior
	case c.row == nil && c.block.printed >= 0:
		s = oddProsePrior
	}
	switch e := c.exp(); {
	case e != expUAH && e != expThousand && !c.block.free:
		s -= 5
	}
	if shift > 3 || shift < -3 {
		s -= 6
	}
	return s
}

// oddity is the shift of a cell against its block, the search's or a person's,
// and whether the cell has one.
func (c *cell) oddity() (shift int, ok bool) {
	switch {
	case c.block == nil || c.kind != money:
		return 0, false
	case c.decided:
		return c.pinnedExp - c.block.exp, true
	}
	return c.shift, c.live()
}

// prior is the log prior of the odd cells of a row: a row was typed from one
// source, so that its cells are odd together more often than one by one. What a
// person decided is a cell like the others: it is paid for once.
func (r *typedRow) prior() float64 {
	odd, live, same := 0, 0, true
	s, shift, size := 0.0, 0, 0.0
	for _, c := range r.cells {
		is, ok := c.oddity()
		if !ok {
			continue
		}
		live++
		if is == 0 {
			continue
		}
		if odd++; odd == 1 {
			s, shift = oddOf(c, is), is
		} else {
			s = math.Min(s, oddOf(c, is))
		}
		same = same && is == shift
		size += c.sizeFit(is) - c.sizeFit(0)
	}
	switch {
	case odd == 0:
		return 0
	}
	if r.tally != nil && (r.tally.rows > 1 || r.tally.rows == 1 && !r.counted) {
		s += company
	}
	switch {
	case odd == live && odd > 1 && same:
		// A large measure is large in every column: its size is one clue.
		return s - math.Max(0, 1-3/float64(odd))*math.Max(0, size)
	}
	return s - 2.5*float64(odd-1)
}

// sizeFit is how well the cell's size suits its column. A row of which a person
// says that it is in another unit than its columns shows nothing by its size.
func (c *cell) sizeFit(shift int) float64 {
	b := c.block
	if c.amount.IsTotal || len(b.cells) < 2 || b.inText() || c.amount.Role == record.Deviation || c.row != nil && c.row.decided && c.row.apart() {
		return 0
	}
	return c.sizeTrust() * logStudent6(c.size()+float64(shift), b.middle, b.spread)
}

// retoldSize is what is left of the weight of a spent amount's size where the row has
// its plan: a measure of which one per cent was spent is small by its ratio already,
// and being small in its column, too, it was taken for thousands among hryvnias.
const retoldSize = 0.15

// sizeTrust is the weight of the cell's size.
func (c *cell) sizeTrust() float64 {
	for _, q := range c.pairs {
		if q.kind == execution && q.a == c && q.b.kind == money {
			return retoldSize
		}
	}
	return 1
}

// fit is how well size and decimals of a cell suit its block when it is read
// with the given shift.
func (p *problem) fit(c *cell, shift int) float64 {
	if c.kind != money || c.block == nil {
		return 0
	}
	s := 0.0
	b := c.block
	n := c.numeral()
	s += c.sizeFit(shift)
	if !b.free {
		x := c.size() + float64(b.exp+shift)
		s -= 2.5 * math.Max(0, x-(p.council.cap-1.8))
		if c.amount.Role == record.Planned {
			s -= 1.2 * math.Max(0, 4.5-x) // nobody plans a hundred hryvnias
		}
	}
	// Decimals: an odd row keeps the habit of its own unit.
	d := min(n.Decimals, 6)
	switch {
	case b.free:
		return s
	case shift == 0:
		s += 0.9 * math.Log(b.habit(d)+0.008)
	default:
		s += 0.9 * math.Log(decimalsGiven(d, b.exp+shift)+0.008)
	}
	if n.Decimals > b.exp+shift {
		s -= 5
	}
	if c.inWords && kopecks(c.at(b.exp+shift)) == c.words {
		s += 14
	}
	return s
}

// habit is the probability that a regular cell has d decimals: as many as the
// others of its column and, half as much as one of them, as usual in its unit.
// Amounts whose own words say their unit follow no column, and a column of one has
// been heard for its decimals already.
func (b *block) habit(d int) float64 {
	n, given := float64(len(b.cells)), decimalsGiven(d, b.exp)
	if n < 2 || b.key.unit != record.NoUnit {
		return 0.8*b.decimals[d] + 0.2*given
	}
	return (math.Max(0, b.decimals[d]*n-1) + given/2) / (n - 0.5)
}

// typedRow is the cells that were typed as one row: a row of the table, or the
// rows of one subject where each holds a single amount (plan and actual below one
// another).
type typedRow struct {
	cells   []*cell
	decided bool // a person decided one of them
	tally   *oddTally
	counted bool // in the tally
	seen    int  // the last question of around that it was in
	// gains is what reading all of it with each of the shifts adds, while decisions
	// are made.
	gains [1 + len(shifts)]float64
	known [1 + len(shifts)]bool
}

// oddTally is how many rows of a table are odd.
type oddTally struct{ rows int }

// company is what it adds to the log prior of an odd row that others of its table
// are: one table in six has odd rows, and then one row in ten is (as in the
// generator; the real report has one of 18).
const company = 1.5

// tallyOdd counts the odd rows of each table under the present reading.
func (p *problem) tallyOdd() {
	for _, c := range p.cells {
		if c.row != nil && c.row.tally != nil {
			c.row.tally.rows, c.row.counted = 0, false
		}
	}
	for _, c := range p.cells {
		if c.row != nil && c.row.tally != nil && c.shift != 0 && !c.row.counted {
			c.row.counted = true
			c.row.tally.rows++
		}
	}
}

func (p *problem) buildRows() {
	type place struct {
		table, subject string
		row            int
	}
	index := map[place]*typedRow{}
	find := func(k place) *typedRow {
		r := index[k]
		if r == nil {
			r = p.rowSlab.one()
			index[k] = r
		}
		return r
	}
	count := func(r *typedRow, c *cell) {
		if r.cells == nil {
			r.cells = p.cellLists.take(4)
		}
		r.cells = append(r.cells, c)
	}
	tallies := map[string]*oddTally{}
	last := place{row: -1}
	var r *typedRow
	for _, c := range p.cells {
		if a := c.amount; !c.inText() {
			if k := (place{table: a.TableID, row: a.Row}); k != last {
				last, r = k, find(k)
				if r.tally = tallies[a.TableID]; r.tally == nil {
					r.tally = &oddTally{}
					tallies[a.TableID] = r.tally
				}
			}
			c.row = r
			count(r, c)
		}
	}
	for _, c := range p.cells {
		if a := c.amount; c.row != nil && a.SubjectID != "" && len(c.row.cells) == 1 && c.row.cells[0] == c {
			r := find(place{table: a.TableID, subject: a.SubjectID})
			r.tally = c.row.tally
			c.row = r
			count(r, c)
		}
	}
}

// size is the number of the row's cells; none outside tables.
func (r *typedRow) size() int {
	if r == nil {
		return 0
	}
	return len(r.cells)
}

// apart reports whether a person decided one of the row's amounts otherwise than its
// column.
func (r *typedRow) apart() bool {
	return slices.ContainsFunc(r.cells, func(c *cell) bool { return c.decided && c.block != nil && c.pinnedExp != c.block.exp })
}

// live lists the row's cells with money in them: a row may be in another unit as a
// whole.
func (r *typedRow) live(out []*cell) []*cell {
	if r == nil {
		return out
	}
	for _, o := range r.cells {
		if o.live() && o.block != nil {
			out = append(out, o)
		}
	}
	return out
}
