package rejoin

// A form often sets the same columns side by side: the general fund, the
// special one, and both together, each with its plan and its execution. A row
// that lost an empty cell in one block stands a column too far left in all that
// follow, and the kinds of its cells do not show it, for all are figures. The
// form's own sums do: alignBlocks opens the gap with which the blocks of the row
// add up to the total block, as those of the whole rows do.
func (g *grid) alignBlocks() {
	var short, whole []*row
	g.body(func(_ int, r *row) {
		switch {
		case r.section || r.filled()*2 < g.width:
		case len(r.cells) == g.width-1:
			short = append(short, r)
		case len(r.cells) == g.width:
			whole = append(whole, r)
		}
	})
	if len(short) == 0 || len(whole) < fewestSums {
		return
	}
	sums := g.blockSums(whole)
	for _, r := range short {
		if gap, met := g.gap(r, sums); gap > 0 {
			to := make([]int, len(r.cells))
			for i := range to {
				if to[i] = i; i >= gap {
					to[i]++
				}
			}
			sure := 0.85
			if met > 1 {
				sure = 0.95
			}
			g.place(r, to, sure)
		}
	}
}

// fewestSums is in how many rows, and three quarters of them, the blocks must
// add up before a row is measured by it.
const fewestSums = 3

// blockSum says that a column is the sum of others.
type blockSum struct {
	total int
	parts []int
}

// blockSums finds the columns of one block that are the sums of those of the
// others, by the wide headings and by the figures of the whole rows.
func (g *grid) blockSums(whole []*row) []blockSum {
	var sums []blockSum
	for _, r := range g.rows {
		if !r.header {
			break
		}
		starts, width := blocks(r)
		for t := range starts {
			for k := range width {
				s := blockSum{total: starts[t] + k}
				for i, start := range starts {
					if i != t {
						s.parts = append(s.parts, start+k)
					}
				}
				met, failed := 0, 0
				for _, r := range whole {
					switch ok, told := s.holds(r.at); {
					case told && ok:
						met++
					case told:
						failed++
					}
				}
				if met >= fewestSums && met >= 3*failed {
					sums = append(sums, s)
				}
			}
		}
	}
	return sums
}

// blocks are the first columns of the headings of a row that stand side by side
// and are equally wide, where there are three or more of them.
func blocks(head *row) (starts []int, width int) {
	for i := range head.src.Cells {
		c := &head.src.Cells[i]
		if n := len(starts); n > 0 && c.ColSpan == width && c.Col == starts[n-1]+width {
			starts = append(starts, c.Col)
			continue
		}
		if len(starts) >= 3 {
			break
		}
		starts, width = nil, 0
		if c.ColSpan > 1 {
			starts, width = []int{c.Col}, c.ColSpan
		}
	}
	if len(starts) < 3 {
		return nil, 0
	}
	return starts, width
}

// holds reports whether the sum is met in a row, within what the decimals of its
// figures leave open; told is false where the row does not say.
func (s *blockSum) holds(at func(col int) *cell) (ok, told bool) {
	total, ok := tally{}.with(at(s.total))
	if !ok || total.sum == 0 {
		return false, false
	}
	parts := tally{}
	open := rounding(at(s.total))
	for _, col := range s.parts {
		if parts, ok = parts.with(at(col)); !ok {
			return false, false
		}
		open += rounding(at(col))
	}
	off := parts.sum - total.sum
	return off <= open && -off <= open, true
}

// rounding is half a unit of the figure's last decimal, as tally counts.
func rounding(x *cell) int64 {
	if x == nil || x.kind != integer && x.kind != decimal {
		return 0
	}
	half := int64(5)
	for range mostDecimals - 1 - x.decimals {
		half *= 10
	}
	return half
}

// gap finds the cell of a short row before which a cell is lost: with the gap
// there, the row meets the most sums and fails none. It returns how many it
// meets, and 0 where the row meets one as it is, or there is no such cell. Of
// several cells it is the last, for what stands before it stays.
func (g *grid) gap(r *row, sums []blockSum) (gap, met int) {
	if n, failed := meets(sums, r.at); n > 0 || failed == 0 {
		return 0, 0
	}
	for at := len(r.cells) - 1; at > 0; at-- {
		n, failed := meets(sums, func(col int) *cell {
			switch {
			case col < at:
				return r.at(col)
			case col == at:
				return nil
			}
			return r.at(col - 1)
		})
		if failed == 0 && n > met {
			gap, met = at, n
		}
	}
	return gap, met
}

// meets counts the sums that cells meet and fail.
func meets(sums []blockSum, at func(col int) *cell) (met, failed int) {
	for i := range sums {
		switch ok, told := sums[i].holds(at); {
		case told && ok:
			met++
		case told:
			failed++
		}
	}
	return met, failed
}
