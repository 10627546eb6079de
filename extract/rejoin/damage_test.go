package rejoin_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/wording"
)

// damaged is a clean table after defects, with what a reader should make of it.
type damaged struct {
	*clean
	want    [][]string
	lines   []line
	touched map[int]string // row: the defect
	unknown map[int]bool   // rows that no reader could decide
}

// cut is a page break within a row.
type cut struct {
	tails  map[int]string // by column, a paragraph a line
	heads  map[int]string
	next   bool // the tails stand at the head of the next row's cells; else in a row of their own
	marked bool // as paragraphs of their own
	page   bool // the source marks the page break
	beside bool // the only tail stands in a cell of its own, before the next row's
	shift  int  // a continuation row's text stands a column to the left (-1), or right of an extra cell (1)
}

// damage breaks a clean table by one to four defects.
func damage(r *rand.Rand, c *clean) *damaged {
	d := &damaged{clean: c, touched: map[int]string{}, unknown: map[int]bool{}}
	for _, row := range c.rows {
		d.want = append(d.want, slices.Clone(row))
	}
	printed := make([][]string, len(c.rows))
	for i := range c.rows {
		printed[i] = slices.Clone(c.rows[i])
	}
	cuts := map[int]*cut{}
	orphans := map[int]string{}
	narrow := map[int]int{} // rows that lost an empty cell, and its column
	wide := map[int]int{}   // rows with an extra empty cell, and where
	edges := map[int]bool{} // page breaks between rows
	for range 1 + r.IntN(4) {
		switch k := r.IntN(100); {
		case k < 52:
			d.cutPage(r, cuts)
		case k < 66:
			i := d.row(r)
			wide[i] = []int{0, 0, len(c.roles), r.IntN(len(c.roles) + 1)}[r.IntN(4)]
			d.touch(i, "extra cell")
		case k < 75:
			if n := c.column(roleNumber); n >= 0 {
				i := d.row(r)
				if d.touched[i] != "slid numbers" {
					printed[i][n], d.want[i][n] = "", ""
					d.touch(i, "lost number")
				}
			}
		case k < 84:
			d.slide(r, printed, orphans)
		case k < 94:
			d.loseUnits(r, printed)
		default:
			i := d.row(r)
			for j := 1; j+1 < len(c.roles); j++ {
				if printed[i][j] == "" && narrow[i] == 0 {
					narrow[i] = j
					d.touch(i, "swallowed cell")
				}
			}
		}
	}
	for range r.IntN(4) {
		edges[1+r.IntN(len(c.rows)-1)] = true
	}
	d.compose(r, printed, cuts, orphans, narrow, wide, edges)
	return d
}

func (d *damaged) touch(i int, what string) {
	if d.touched[i] == "" {
		d.touched[i] = what
	} else if d.touched[i] != what {
		d.touched[i] = "several"
	}
}

// row draws a row with data.
func (d *damaged) row(r *rand.Rand) int {
	for {
		if i := r.IntN(len(d.rows)); !d.titles[i] {
			return i
		}
	}
}

// widths are how many letters a line of a column's cells holds.
var widths = map[role]int{
	roleTask: 24, roleMeasure: 30, roleExecutor: 22, roleInformation: 46, roleName: 34, roleReason: 28, roleRemedy: 28,
}

func (d *damaged) cutPage(r *rand.Rand, cuts map[int]*cut) {
	for range 20 {
		i := d.row(r)
		if cuts[i] != nil {
			continue
		}
		most := 0
		breaks := map[int][]int{}
		for c := range d.roles {
			if !d.prose(c) {
				continue
			}
			breaks[c] = wrap(d.rows[i][c], widths[d.roles[c]])
			most = max(most, len(breaks[c]))
		}
		if most == 0 {
			continue
		}
		at := r.IntN(most)
		k := &cut{tails: map[int]string{}, heads: map[int]string{}, next: r.IntN(5) < 3, marked: r.IntN(5) < 3, page: r.IntN(12) > 0}
		if i+1 == len(d.rows) || d.titles[i+1] {
			k.next = false
		}
		for c, b := range breaks {
			if at < len(b) {
				s := d.rows[i][c]
				k.heads[c], k.tails[c] = strings.TrimSpace(s[:b[at]]), strings.TrimSpace(s[b[at]:])
				if i+1 < len(d.rows) && (d.rows[i+1][c] == "-" || d.rows[i+1][c] == "") {
					k.next = false
				}
			}
		}
		if len(k.tails) == 1 {
			k.beside = k.next && r.IntN(6) == 0
			k.shift = []int{0, 0, 0, 0, -1, 1}[r.IntN(6)]
			for c := range k.tails {
				if d.roles[c] != roleInformation || c == 0 || d.prose(c-1) {
					k.beside, k.shift = false, max(k.shift, 0)
				}
			}
		}
		what := "page cut, own row"
		if k.next {
			what = "page cut, next cell"
			if !k.page {
				what = "unmarked cut, next cell"
			}
		}
		if r.IntN(6) == 0 && d.cutWord(r, i, k) {
			what = "cut word"
		}
		cuts[i] = k
		d.touch(i, what)
		if !k.next {
			return
		}
		d.touch(i+1, what)
		for c := range k.tails {
			if wording.EndsSentence(k.heads[c]) && !wording.StartsInside(k.tails[c]) && (!k.marked && !k.beside || d.several || !k.page) {
				d.unknown[i], d.unknown[i+1] = true, true
			}
		}
		return
	}
}

// wrap returns the byte offsets at which the lines of a cell end, but the last.
func wrap(s string, width int) []int {
	var out []int
	n, space := 0, -1
	for i, r := range s {
		if r == '\n' {
			out = append(out, i)
			n, space = 0, -1
			continue
		}
		if r == ' ' {
			space = i
		}
		if n++; n > width && space > 0 {
			out = append(out, space)
			n, space = utf8.RuneCountInString(s[space+1:i+1]), -1
		}
	}
	return out
}

// cutWord moves the cut of one cell into a word: with a hyphen, or without one
// where the whole word stands elsewhere in the table.
func (d *damaged) cutWord(r *rand.Rand, i int, k *cut) bool {
	for c := range d.roles {
		tail, ok := k.tails[c]
		if !ok {
			continue
		}
		w := tail
		if j := strings.IndexFunc(tail, func(r rune) bool { return !unicode.IsLetter(r) }); j >= 0 {
			w = tail[:j]
		}
		letters := []rune(w)
		if len(letters) < 8 || !unicode.IsLower(letters[0]) {
			continue
		}
		at := len(string(letters[:3+r.IntN(len(letters)-6)]))
		hyphen := "-"
		if r.IntN(4) == 0 {
			all := ""
			for j, row := range d.rows {
				if j != i {
					all += " " + strings.Join(row, " ")
				}
			}
			if !strings.Contains(strings.ToLower(all), " "+w) {
				return false
			}
			hyphen = ""
		}
		k.heads[c] += " " + w[:at] + hyphen
		k.tails[c] = tail[at:]
		return true
	}
	return false
}

// slide lets the numbers of some rows slide down by one.
func (d *damaged) slide(r *rand.Rand, printed [][]string, orphans map[int]string) {
	n := d.column(roleNumber)
	i := d.row(r)
	if n < 0 || len(orphans) > 0 {
		return
	}
	to := i + 1
	for to+1 < len(d.rows) && !d.titles[to] && !d.titles[to+1] && r.IntN(4) > 0 {
		to++
	}
	if to >= len(d.rows) || d.titles[to] {
		return
	}
	for j := i; j <= to; j++ {
		if d.touched[j] == "lost number" || printed[j][n] == "" {
			return
		}
	}
	last := printed[to][n]
	for j := to; j > i; j-- {
		printed[j][n] = printed[j-1][n]
	}
	printed[i][n] = ""
	orphans[to] = last
	for j := i; j <= to; j++ {
		d.touch(j, "slid numbers")
	}
}

// loseUnits takes the unit column out of a section.
func (d *damaged) loseUnits(r *rand.Rand, printed [][]string) {
	u := d.column(roleUnit)
	if u < 0 {
		return
	}
	from := d.row(r)
	for !d.titles[from-1] {
		from--
	}
	for i := from; i < len(d.rows) && !d.titles[i]; i++ {
		if d.want[i][u] == "" {
			return
		}
	}
	for i := from; i < len(d.rows) && !d.titles[i]; i++ {
		d.want[i][u] = ""
		printed[i] = append(slices.Delete(printed[i], u, u+1), "")
		d.touch(i, "lost column")
	}
	_ = r
}

// compose lays the broken table out.
func (d *damaged) compose(r *rand.Rand, printed [][]string, cuts map[int]*cut, orphans map[int]string, narrow, wide map[int]int, edges map[int]bool) {
	n := len(d.roles)
	shifted := func(i, c int) int { // where a lost column puts the cell
		if u := d.column(roleUnit); u >= 0 && c > u && d.want[i][u] == "" && d.rows[i][u] != "" {
			return c - 1
		}
		return c
	}
	for i := range printed {
		l := line{cut: edges[i]}
		for _, s := range printed[i] {
			l.cells = append(l.cells, paragraphs(s))
		}
		if k := cuts[i]; k != nil {
			for c, s := range k.heads {
				l.cells[shifted(i, c)] = paragraphs(s)
			}
		}
		extra := -1
		if k := cuts[i-1]; i > 0 && k != nil && k.next {
			l.cut = k.page
			for c, s := range k.tails {
				c = shifted(i, c)
				tail, own := paragraphs(s), l.cells[c]
				switch {
				case k.beside && wide[i] == 0 && narrow[i] == 0:
					l.cells = slices.Insert(l.cells, c, tail)
					extra = c
				case k.marked || k.beside || len(own) == 0:
					l.cells[c] = append(slices.Clone(tail), own...)
				default:
					joined := append(slices.Clone(tail[:len(tail)-1]), tail[len(tail)-1]+" "+own[0])
					l.cells[c] = append(joined, own[1:]...)
				}
			}
		}
		if at, ok := wide[i]; ok && extra < 0 {
			l.cells = slices.Insert(l.cells, min(at, len(l.cells)), []string(nil))
		} else if c, ok := narrow[i]; ok && extra < 0 && c < len(l.cells) && len(l.cells[c]) == 0 {
			l.cells = slices.Delete(l.cells, c, c+1)
		}
		d.lines = append(d.lines, l)
		if s, ok := orphans[i]; ok {
			o := line{cells: make([][]string, n)}
			o.cells[d.column(roleNumber)] = paragraphs(s)
			d.lines = append(d.lines, o)
		}
		if k := cuts[i]; k != nil && !k.next {
			o := line{cells: make([][]string, n), cut: k.page}
			for c, s := range k.tails {
				c = shifted(i, c)
				if k.shift < 0 {
					c--
				}
				o.cells[c] = paragraphs(s)
			}
			if k.shift > 0 {
				o.cells = slices.Insert(o.cells, 0, []string(nil))
			}
			d.lines = append(d.lines, o)
		}
	}
	_ = r
}
