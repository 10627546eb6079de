package rejoin

// isPercentage reports whether column c is the percentage that the figures of
// one column are of another's: to within what its decimals leave open, in three
// rows or more and nearly all.
func (g *grid) isPercentage(body []*row, c int) bool {
	cols := figured(body, g.width)
	for _, a := range cols {
		for _, b := range cols {
			if a == b || a == c || b == c {
				continue
			}
			met, failed := 0, 0
			for _, r := range body {
				switch ok, told := percentOf(&r.cells[a], &r.cells[b], &r.cells[c]); {
				case told && ok:
					met++
				case told:
					failed++
				}
				if failed > len(body)/4 {
					break
				}
			}
			if met >= fewestSums && met >= 5*failed {
				return true
			}
		}
	}
	return false
}

// mostFigures is how many columns of figures are compared with one another.
const mostFigures = 20

// figured are the columns that hold figures in some of the rows; none where they
// are too many to be compared.
func figured(body []*row, width int) []int {
	var cols []int
	for c := range width {
		n := 0
		for _, r := range body {
			if figureOf(r.at(c)) >= 0 {
				n++
			}
		}
		if n >= fewestSums {
			cols = append(cols, c)
		}
	}
	if len(cols) > mostFigures {
		return nil
	}
	return cols
}

// mostPercent is far above any execution that a report would print: a plan is
// the part divided by the percentage, too, but greater.
const mostPercent = 1000

// percentOf reports whether p is the percentage that part is of whole; told is
// false where the cells do not say.
func percentOf(part, whole, p *cell) (ok, told bool) {
	x, y, z := figureOf(part), figureOf(whole), figureOf(p)
	if x <= 0 || y <= 0 || z <= 0 || x == y {
		return false, false
	}
	if z > mostPercent || p.decimals > 2 {
		return false, true
	}
	open := 0.6
	for range p.decimals {
		open /= 10
	}
	d := 100*x/y - z
	return d <= open && d >= -open, true
}

// figureOf is the figure of a cell, or -1. It is compared, never stored.
func figureOf(x *cell) float64 {
	if x == nil || x.kind != integer && x.kind != decimal && x.kind != year {
		return -1
	}
	n, ok := x.figure()
	if !ok {
		return -1
	}
	f := float64(n.Mantissa)
	for range n.Decimals {
		f /= 10
	}
	return f
}
