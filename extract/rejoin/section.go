package rejoin

// alignSections finds sections of the table in which a column's cells are gone
// and all that follows stands one column to the left, as a scan does with a
// column that it took for empty. One empty cell proves nothing, so the rows of
// a section decide together, by the kinds of their cells: a section whose cells
// are merely empty keeps its figures where they belong, and is left alone. It
// reports whether a section was moved.
func (g *grid) alignSections() bool {
	if g.width < 3 {
		return false
	}
	moved := false
	var all []*row
	starts := []int{0}
	for _, r := range g.rows {
		switch {
		case r.section:
			starts = append(starts, len(all))
		case r.plain && !r.header && !r.gone && !r.loose() && r.filled()*3 >= g.width:
			all = append(all, r)
		}
	}
	starts = append(starts, len(all))
	whole := g.columns
	var headed []column // as the headings alone would have them
	for i := 1; i < len(starts); i++ {
		from, to := starts[i-1], starts[i]
		if from == to {
			continue
		}
		// A section is judged by the others, for a large one that lost its
		// column would otherwise be the rule; then by the headings alone, for
		// all sections may have lost it.
		if len(starts) <= maxSections && len(all)-(to-from) >= 2 {
			g.columns = g.profile(append(append([]*row(nil), all[:from]...), all[to:]...))
		}
		here := g.alignSection(all[from:to], true)
		if !here && len(starts) <= maxSections {
			if headed == nil {
				headed = g.profile(nil)
			}
			g.columns = headed
			here = g.alignSection(all[from:to], false)
		}
		moved = moved || here
		g.columns = whole
	}
	if !moved {
		g.columns = whole
		return false
	}
	g.columns = g.profile(all)
	return true
}

// maxSections bounds the work: of many sections, one is no rule.
const maxSections = 12

// sectionMargin is by how many nats a row, and a section, must fit better with
// a column left empty.
const (
	rowMargin     = 1.0
	sectionMargin = 4.0
)

// alignSection reports whether it moved the rows of a section. merge allows two
// texts of a row to be put into one column.
func (g *grid) alignSection(rows []*row, merge bool) bool {
	foreign := make([]int, g.width)
	misplaced := false
	for _, r := range rows {
		for i := range r.cells {
			if i < g.width && g.columns[i].clashes(r.cells[i].kind) {
				foreign[i]++
				misplaced = true
			}
		}
	}
	if !misplaced {
		return false
	}
	best, margin := -1, 0.0
	var plans [][]int
	// The lost column is at the first foreign one, or before it where the
	// columns between hold the same kinds.
	for lost := 1; lost < g.width-1; lost++ {
		if foreign[lost]*2 < len(rows) {
			continue
		}
		sum, better, worse := 0.0, 0, 0
		to := make([][]int, len(rows))
		for i, r := range rows {
			if !g.clash(r) {
				continue
			}
			t, cost := g.align(r, lost)
			gain := g.identity(r) - cost
			if t == nil || gain < -rowMargin || !rightwards(t) || !merge && merges(t) || !g.mends(r, t) {
				worse++
				continue
			}
			if gain > rowMargin {
				better++
				to[i] = t
			}
			sum += gain
		}
		if sum > margin && worse == 0 && better*3 >= len(rows)*2 {
			best, margin, plans = lost, sum, to
		}
	}
	if best < 0 || margin < sectionMargin {
		return false
	}
	for i, r := range rows {
		if plans[i] != nil && !isIdentity(plans[i]) {
			g.place(r, plans[i], confidence(margin))
		}
	}
	return true
}

// mends reports whether fewer cells of the row are foreign to their columns when
// put into those of to: a move that leaves figures among texts explains nothing.
func (g *grid) mends(r *row, to []int) bool {
	before, after := 0, 0
	for i, c := range to {
		k := r.cells[i].kind
		if i < g.width && g.columns[i].clashes(k) {
			before++
		}
		if c >= 0 && g.columns[c].clashes(k) {
			after++
		}
	}
	return after < before
}

// merges reports whether two cells go to one column.
func merges(to []int) bool {
	for i := 1; i < len(to); i++ {
		if to[i] >= 0 && to[i] == to[i-1] {
			return true
		}
	}
	return false
}

// rightwards reports whether no cell moves to the left: what a lost column
// leaves behind stands too far left, never too far right.
func rightwards(to []int) bool {
	for i, c := range to {
		if c >= 0 && c < i {
			return false
		}
	}
	return true
}
