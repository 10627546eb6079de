package rejoin

import (
	"math"
	"slices"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// A row of headings that has a cell too many or too few stands off its columns
// from there on, and each figure below it would be read for another. Which of
// its empty cells is too many, or where one is missing, is told by what the
// columns hold, as for any row; and by the form of headings of several levels,
// whose leaves repeat below each wide one.
//
// Such a row is measured against the rows of figures. Where two places suit, the
// likelier is taken and the repair says how sure it is: whoever reads the table
// must doubt its figures.

// Costs of a placing of headings, in nats.
const (
	unheaded   = 1.5 // a column that holds something has no heading
	beyond     = 2.0 // a heading stands past the last column
	orphaned   = 3.0 // a leaf has no wide heading above it, and others have
	uneven     = 2.0 // the leaves below two wide headings are not the same
	twiceNamed = 4.0 // two columns have the same headings
	percents   = 3.0 // "%" over no percentages, or another heading over them
	moveHeads  = 1.0 // another placing than the one as read
	// headedRows is how many rows are asked what a column holds, and evidence how
	// many of them count.
	headedRows = 40
	evidence   = 5.0
	// mostOdd is how many cells too many or too few are looked for.
	mostOdd = 2
)

// widestOdd is how wide a table may be that as many cells too many or too few are
// looked for in: each way to place them is read and measured.
var widestOdd = [mostOdd + 1]int{0, 60, 20}

// alignHeadings puts the cells of a header row that is wider or narrower than
// the table over their columns.
func (g *grid) alignHeadings() {
	var head []*row
	odd := -1
	for _, r := range g.rows {
		if !r.header {
			break
		}
		if !r.plain {
			return // spans say what covers what
		}
		if isNumbering(r) {
			continue
		}
		if len(r.cells) != g.width {
			if odd >= 0 {
				return
			}
			odd = len(head)
		}
		head = append(head, r)
	}
	if odd < 0 || g.width < 3 {
		return
	}
	body := g.measured()
	if len(body) < 2 {
		return
	}
	r := head[odd]
	ways := placings(r, g.width)
	if len(ways) < 2 {
		return
	}
	hold := g.held(body)
	scores := make([]float64, len(ways))
	best := 0
	for i, to := range ways {
		scores[i] = -g.misheads(head, odd, to, hold)
		if i > 0 {
			scores[i] -= moveHeads
		}
		if scores[i] > scores[best]+1e-9 {
			best = i
		}
	}
	sum := 0.0
	for _, s := range scores {
		sum += math.Exp(s - scores[best])
	}
	sure := math.Round(math.Min(0.99, 1/sum)*1000) / 1000
	switch {
	case best > 0:
		g.place(r, ways[best], sure)
	case sure < sureHeadings:
		g.note(r, len(r.cells)-1, document.CellsShifted, r.src.Place, sure, "")
	}
}

// sureHeadings is how sure it must be that a row of headings of another width
// than the table's stands as it should, or the repair says that it may not.
const sureHeadings = 0.9

// measured returns rows with figures that are as wide as the table.
func (g *grid) measured() []*row {
	var body []*row
	g.body(func(_ int, r *row) {
		if len(body) == headedRows || len(r.cells) != g.width || r.section {
			return
		}
		for i := range r.cells {
			if k := r.cells[i].kind; k == integer || k == decimal {
				body = append(body, r)
				return
			}
		}
	})
	return body
}

// placings lists the ways to put the cells of a row into so many columns: as
// they stand first, then without some of its empty cells, or with gaps. A cell's
// column is -1 where it is left out, and may lie past the last where the cells
// are as they stand.
func placings(r *row, width int) [][]int {
	n := len(r.cells)
	as := make([]int, n)
	for i := range as {
		as[i] = i
	}
	ways := [][]int{as}
	more := n - width
	if odd := max(more, -more); odd > mostOdd || width > widestOdd[odd] {
		return ways
	}
	switch {
	case more > 0 && r.blanks() >= more:
		for _, way := range subsets(n, more) {
			to, c, ok := make([]int, n), 0, true
			for i := range to {
				if slices.Contains(way, i) {
					ok = ok && r.cells[i].blank()
					to[i] = -1
					continue
				}
				to[i] = c
				c++
			}
			// Of empty cells side by side it does not matter which goes, nor does it of
			// those at the end.
			for _, i := range way {
				ok = ok && (i == 0 || !r.cells[i-1].blank() || slices.Contains(way, i-1))
			}
			ok = ok && !r.blankFrom(way[0])
			if ok {
				ways = append(ways, to)
			}
		}
	case more < 0:
		for _, gaps := range subsets(width, -more) {
			to, c := make([]int, 0, n), 0
			for c < width {
				if !slices.Contains(gaps, c) {
					to = append(to, c)
				}
				c++
			}
			if !isIdentity(to) {
				ways = append(ways, to)
			}
		}
	}
	return ways
}

// blankFrom reports whether all cells from i on are empty.
func (r *row) blankFrom(i int) bool {
	for ; i < len(r.cells); i++ {
		if !r.cells[i].blank() {
			return false
		}
	}
	return true
}

// subsets lists the sets of k of n things, k being 1 or 2.
func subsets(n, k int) [][]int {
	var out [][]int
	for i := range n {
		if k == 1 {
			out = append(out, []int{i})
			continue
		}
		for j := i + 1; j < n; j++ {
			out = append(out, []int{i, j})
		}
	}
	return out
}

// holding is what a column holds in the rows that are asked.
type holding struct {
	count   [kinds]float64
	total   float64
	percent bool // of what two other columns hold
}

// held asks the rows what each column holds.
func (g *grid) held(body []*row) []holding {
	hold := make([]holding, g.width)
	for _, r := range body {
		for i := range hold {
			hold[i].count[r.cells[i].kind]++
			hold[i].total++
		}
	}
	for i := range hold {
		hold[i].percent = g.isPercentage(body, i)
	}
	return hold
}

// misheads is the cost of headings, the odd row's cells put as to says.
func (g *grid) misheads(head []*row, odd int, to []int, hold []holding) float64 {
	levels := make([][]string, len(head))
	cost := 0.0
	for l, r := range head {
		levels[l] = make([]string, g.width)
		for i := range r.cells {
			c := i
			if l == odd {
				c = to[i]
			}
			switch {
			case c >= g.width && !r.cells[i].blank():
				cost += beyond
			case c >= 0 && c < g.width:
				levels[l][c] = r.cells[i].text
			}
		}
	}
	paths := headingPaths(levels)
	percent := false
	for c := range hold {
		percent = percent || hold[c].percent
	}
	for c := range hold {
		h := wording.ReadHeading(paths[c])
		cost += hold[c].against(h.Column)
		if len(paths[c]) == 0 {
			cost += unheaded * math.Min(1, (hold[c].total-hold[c].count[empty])/2)
		}
		if percent && len(paths[c]) > 0 && hold[c].percent != (h.Column == wording.ColumnPercent) {
			cost += percents
		}
		for d := range c {
			if len(paths[c]) > 0 && slices.Equal(paths[c], paths[d]) {
				cost += twiceNamed
			}
		}
	}
	return cost + unevenness(levels)
}

// against is the cost of a heading over the column.
func (h *holding) against(heading wording.Column) float64 {
	if h.total == 0 {
		return 0
	}
	p, known := prior(heading)
	cost := 0.0
	for k := range kinds {
		share := flat[k]
		if known {
			share = 0.9*p[k] + 0.1*flat[k]
		}
		cost -= h.count[k] * math.Log(share)
	}
	return cost * math.Min(h.total, evidence) / h.total
}

// headingPaths are the headings over each column from the top. A wide heading
// reaches over the gaps to its right where a heading stands below them.
func headingPaths(levels [][]string) [][]string {
	width := len(levels[0])
	paths := make([][]string, width)
	for l, texts := range levels {
		over := ""
		for c, s := range texts {
			if s != "" {
				over = s
			} else if l+1 == len(levels) || !slices.ContainsFunc(levels[l+1:], func(below []string) bool { return below[c] != "" }) {
				continue // nothing below: a gap of its own
			}
			if over != "" {
				paths[c] = append(paths[c], over)
			}
		}
	}
	return paths
}

// unevenness is what speaks against the last level of headings standing below
// those above it: leaves without a wide heading, and wide headings over others.
func unevenness(levels [][]string) float64 {
	if len(levels) < 2 {
		return 0
	}
	cost := 0.0
	leaves, above := levels[len(levels)-1], levels[len(levels)-2]
	var runs [][]string
	var run []string
	closeRun := func() {
		if len(run) > 0 {
			runs = append(runs, run)
		}
		run = nil
	}
	inside := false
	for c := range leaves {
		if above[c] != "" {
			closeRun()
			inside = leaves[c] != ""
		}
		switch {
		case leaves[c] == "":
			closeRun()
			inside = false
		case !inside:
			cost += orphaned
		default:
			run = append(run, leaves[c])
		}
	}
	closeRun()
	deep := func(r []string) bool { return len(r) > 1 }
	if i := slices.IndexFunc(runs, deep); i >= 0 {
		for _, r := range runs {
			if !slices.Equal(r, runs[i]) {
				cost += uneven
			}
		}
	}
	return cost
}
