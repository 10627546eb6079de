package textdoc

import (
	"strings"

	"zvit/extract/wording"
)

// headerLevels lays the last tokens of head out as the header of a table of the
// given width, in as many levels as they fill without rest: single columns, then
// groups, then the groups' columns, as a reader of the grid copies it out line
// by line. money is the first column of amounts. It returns false where no such
// layout is evident.
func headerLevels(head []token, width, money int) ([]row, bool) {
	head = dropEmpty(head)
	// The whole text down from the boundary, else exactly one row.
	if len(head) > width {
		for from := 0; from < len(head) && len(head)-from > width; from++ {
			if from > 0 && !headerWord(head[from].text) {
				continue
			}
			if levels, ok := layOut(head[from:], width); ok {
				return levels, true
			}
		}
	}
	if len(head) < width {
		return partial(head, width, money)
	}
	head = head[len(head)-width:]
	if !anyHeaderWord(head) {
		return nil, false
	}
	return []row{stackedRow(head)}, true
}

func dropEmpty(ts []token) []token {
	var out []token
	for _, t := range ts {
		if t.kind != empty {
			out = append(out, t)
		}
	}
	return out
}

func anyHeaderWord(ts []token) bool {
	n := 0
	for i := range ts {
		if headerWord(ts[i].text) {
			n++
		}
	}
	return n*2 >= len(ts) || n >= 3
}

// layOut solves singles + groups + leaves for two or three levels.
func layOut(head []token, width int) ([]row, bool) {
	extra := len(head) - width // groups of every level
	for singles := 0; singles < width && singles <= len(head)-extra; singles++ {
		leaves := width - singles
		if leaves < 2 {
			break
		}
		for top := 0; top*2 <= extra; top++ { // groups of the top level, of three
			middle := extra - top
			if middle == 0 || leaves%middle != 0 || top > 0 && (middle%top != 0 || middle == top) || leaves == middle {
				continue
			}
			for after := min(singles, 3); after >= 0; after-- { // single columns behind the groups
				if rows, ok := tryLevels(head, singles, after, top, middle, leaves); ok {
					return rows, true
				}
			}
		}
	}
	return nil, false
}

// tryLevels checks one solution: the leaves must be years, or repeat from group
// to group.
func tryLevels(head []token, singles, after, top, middle, leaves int) ([]row, bool) {
	first := middle
	if top > 0 {
		first = top
	}
	lead := singles - after
	last := head[len(head)-leaves:]
	if !regular(last, middle) {
		return nil, false
	}
	if after > 0 { // A group in the midst must say that it is one.
		if middle != 1 || !wordOfParts(head[lead].text) {
			return nil, false
		}
	}
	var rows []row
	level := row{line: head[0].line}
	depth := 2
	if top > 0 {
		depth = 3
	}
	add := func(r *row, t token, col, span, down int) {
		c := t.cell
		c.col, c.span, c.down = col+1, span, down
		r.cells = append(r.cells, c)
	}
	for i := range lead {
		add(&level, head[i], i, 1, depth)
	}
	for i := range first {
		add(&level, head[lead+i], lead+i*leaves/first, leaves/first, 1)
	}
	for i := range after {
		add(&level, head[lead+first+i], lead+leaves+i, 1, depth)
	}
	rows = append(rows, level)
	rest := head[lead+first+after:]
	if top > 0 {
		level = row{line: rest[0].line}
		for i := range middle {
			add(&level, rest[i], lead+i*leaves/middle, leaves/middle, 1)
		}
		rows = append(rows, level)
		rest = rest[middle:]
	}
	level = row{line: rest[0].line}
	for i := range leaves {
		add(&level, rest[i], lead+i, 1, 1)
	}
	return append(rows, level), true
}

// regular reports whether leaves are years that count up, or say the same in
// each of the groups.
func regular(leaves []token, groups int) bool {
	if groups == 1 {
		prev := 0
		for i := range leaves {
			y, ok := yearWord(leaves[i].text)
			if !ok || i > 0 && y != prev+1 {
				return false
			}
			prev = y
		}
		return true
	}
	period := len(leaves) / groups
	for i := period; i < len(leaves); i++ {
		if bare(leaves[i].text) != bare(leaves[i-period].text) {
			return false
		}
	}
	return true
}

// yearWord reads "2021", "2021 рік", "2021 р.".
func yearWord(s string) (int, bool) {
	if len(s) < 4 {
		return 0, false
	}
	y, ok := year(s[:4])
	return y, ok && (len(s) == 4 || len(s) < 24 && !strings.ContainsAny(s[4:], "0123456789"))
}

// bare is a heading without its signs and spaces, to compare.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .,:;\n\t", r) {
			return -1
		}
		return r
	}, wording.Fold(s))
}

// wordOfParts reports whether a heading announces columns under it.
func wordOfParts(s string) bool {
	f := wording.Fold(s)
	return strings.HasSuffix(strings.TrimSpace(s), ":") || wording.HasStems(f, "рок") || strings.Contains(f, "тому числі")
}

// partial places a header that has lost its first columns, as amendments print
// it: its heading of money stands over the first column of amounts, and what
// does not fit behind the last column is a row of its own, a section's.
func partial(head []token, width, money int) ([]row, bool) {
	for i := range head {
		h := wording.ReadHeading([]string{head[i].text})
		if h.Column != wording.ColumnMoney || h.Score < 0.6 || money < i {
			continue
		}
		n := min(len(head), width-(money-i))
		if len(head)-n > 1 {
			return nil, false
		}
		r := stackedRow(head[:n])
		for j := range r.cells {
			r.cells[j].col = money - i + j + 1
		}
		rows := []row{r}
		if n < len(head) {
			rows = append(rows, stackedRow(head[n:]))
		}
		return rows, true
	}
	return nil, false
}
