package rejoin

import (
	"strconv"
	"strings"

	"zvit/extract/wording"
)

// markGroups finds the headings of groups that stand in the second column and not in
// the first: texts that stand alone in their rows, "1. Благоустрій", "2. Освіта",
// numbered one after the other, with rows of data between them. One such row alone
// may be the rest of a cell that a page cut, and the items of a list in a cell have
// no rows between them; a group's heading is never the rest of the row above it.
func (g *grid) markGroups() {
	if g.width < 3 {
		return
	}
	var heads []*row
	data := true // since the last heading
	for _, r := range g.rows {
		if !r.plain || r.header || r.gone {
			continue
		}
		n := aloneInSecond(r)
		switch {
		case n > 0 && n == len(heads)+1 && data:
			heads, data = append(heads, r), false
		case n > 0:
			return // another list
		case len(r.cells) > 0 && !r.cells[0].blank():
			data = true
		}
	}
	if len(heads) < 2 || !data {
		return
	}
	for _, r := range heads {
		r.section = true
	}
}

// aloneInSecond returns the number at the head of a text that is all that its row
// has, in the second column: 2 of "2. Освіта"; else 0.
func aloneInSecond(r *row) int {
	if len(r.cells) < 2 || !r.cells[0].blank() || r.cells[1].blank() {
		return 0
	}
	for i := 2; i < len(r.cells); i++ {
		if !r.cells[i].blank() {
			return 0
		}
	}
	const longest = 200 // bytes of a heading
	s := r.cells[1].text
	number, rest, ok := strings.Cut(s, ".")
	n, err := strconv.Atoi(strings.TrimSpace(number))
	rest = strings.TrimSpace(rest)
	if !ok || err != nil || n < 1 || n > 99 || rest == "" || len(s) > longest || wording.StartsInside(rest) || rest[0] >= '0' && rest[0] <= '9' {
		return 0
	}
	return n
}
