package rejoin

import "zvit/extract/wording"

// continueHeading appends to a header that ends its page what the page cut off
// its cells ("План," / "грн"): the first row of the next page holds texts alone,
// each under a heading that it goes on with, over rows of figures.
func (g *grid) continueHeading() {
	for i := 1; i+1 < len(g.rows); i++ {
		head, r := g.rows[i-1], g.rows[i]
		if !head.header || r.header {
			continue
		}
		if r.cut && g.headingGoesOn(head, r, g.rows[i+1]) {
			g.append(head, r, 0)
		}
		return // the header ends here
	}
}

// headingGoesOn reports whether r is what a page cut off the heading above it.
func (g *grid) headingGoesOn(head, r, below *row) bool {
	if !head.plain || !r.plain || len(r.cells) != g.width || len(head.cells) != g.width || !r.loose() || isNumbering(head) {
		return false
	}
	inside, figures := false, false
	for i := range r.cells {
		x := &r.cells[i]
		if x.blank() {
			continue
		}
		if head.cells[i].blank() || wording.EndsSentence(head.cells[i].text) || opensWithCapital(x.text) {
			return false
		}
		inside = inside || wording.StartsInside(x.text)
		if y := below.at(i); y != nil {
			figures = figures || y.kind.family() == numeric
		}
	}
	return inside && figures
}
