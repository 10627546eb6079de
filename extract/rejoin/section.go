package rejoin

// alignSections finds sections of the table in which a column's cells are gone
// and all that follows stands one column to the left, as a scan does with a
// column that it took for empty. One empty cell proves nothing, so the rows of
// a section decide together, by the kinds of their cells: a section whose cells
// are merely empty keeps its figures where they belong, and is left alone.
func (g *grid) alignSections() {
	if g.width < 3 {
		return
	}
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
	for i := 1; i < len(starts); i++ {
		from, to := starts[i-1], starts[i]
		if from == to {
			continue
		}
		// A section is judged by the others: a large one that lost its column
		// would otherwise be the rule.
		if len(starts) <= maxSections && len(all)-(to-from) >= 2 {
			others := append(append([]*row(nil), all[:from]...), all[to:]...)
			g.columns = g.profile(others)
		}
		g.alignSection(all[from:to])
	}
	g.columns = g.profile(all)
	if len(all) == 0 {
		g.columns = whole
	}
}

// maxSections bounds the work: of many sections, one is no rule.
const maxSections = 12

// sectionMargin is by how many nats a row, and a section, must fit better with
// a column left empty.
const (
	rowMargin     = 1.0
	sectionMargin = 4.0
)

func (g *grid) alignSection(rows []*row) {
	foreign := make([]int, g.width)
	any := false
	for _, r := range rows {
		for i := range r.cells {
			if i < g.width && g.columns[i].clashes(r.cells[i].kind) {
				foreign[i]++
				any = true
			}
		}
	}
	if !any {
		return
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
			if t == nil || gain < -rowMargin || !rightwards(t) {
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
		return
	}
	for i, r := range rows {
		if plans[i] != nil && !isIdentity(plans[i]) {
			g.place(r, plans[i], confidence(margin))
		}
	}
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
