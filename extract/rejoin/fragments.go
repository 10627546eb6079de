package rejoin

import (
	"strings"
	"unicode"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// run is a whole table's fragments with the blocks that stand after each; a run
// without fragments is blocks alone, in between[0].
type run struct {
	fragments []fragment
	between   [][]document.Block
	width     int // columns of a whole row
	headers   int // header rows of the first fragment
	header    int // columns of the header
	widths    map[int]int
	rows      int // counted in widths
	form      []family
	formOf    int // fragments that form was taken from
}

// gather goes over the blocks once and groups the fragments of each table.
func gather(d *document.Document) []run {
	var runs []run
	open := -1 // index of the run that may still go on
	var waiting []document.Block
	flush := func() {
		if len(waiting) == 0 {
			return
		}
		if open >= 0 {
			r := &runs[open]
			r.between[len(r.between)-1] = append(r.between[len(r.between)-1], waiting...)
		} else {
			runs = append(runs, run{between: [][]document.Block{waiting}})
		}
		waiting = nil
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			waiting = append(waiting, b)
			if !isFurniture(b) {
				flush()
				open = -1
			}
		case *document.Table:
			f := readTable(b)
			goesOn := open >= 0 && runs[open].takes(&f, d.Format)
			if !goesOn {
				flush()
				runs = append(runs, run{})
				open = len(runs) - 1
			}
			flush()
			runs[open].add(f)
		default:
			waiting = append(waiting, b)
			flush()
			open = -1
		}
	}
	flush()
	return runs
}

// takes reports whether the table goes on in t: the source marks a page break
// between them or, in plain text, nothing but blank lines stands there; t does
// not stand beside the table or elsewhere on its page; it has no heading of
// another table; and its rows have the table's form.
func (r *run) takes(t *fragment, format document.Format) bool {
	last := r.fragments[len(r.fragments)-1]
	if last.Place.Sheet != t.Place.Sheet || len(t.rows) == 0 || signature(t) || standsElsewhere(last.Table, t.Table) {
		return false
	}
	marked := last.CutAfter || t.CutBefore || last.PageTo > 0 && t.PageFrom == last.PageTo+1
	if !marked && format != document.Text {
		return false
	}
	first := r.fragments[0]
	if r.headers > 0 && sameRow(&first.rows[0], &t.rows[0]) {
		return true // its own header again
	}
	if marked && r.headingOf(t) > 0 {
		return true
	}
	if h := headerRows(t, false); h > 0 && !(h == 1 && isNumbering(&t.rows[0])) {
		return false
	}
	return r.fits(t)
}

// headingOf counts the rows of a header that a page break has parted from the
// rows below it. A row or two tell too little of their columns to be known for a
// header by themselves; over the rows of t they are, as t's own would be.
func (r *run) headingOf(t *fragment) int {
	const few = 2
	first := &r.fragments[0]
	if len(r.fragments) > 1 || r.headers > 0 || len(first.rows) > few || first.Columns != t.Columns || headerRows(t, false) > 0 {
		return 0
	}
	both := fragment{Table: first.Table, rows: append(first.rows[:len(first.rows):len(first.rows)], t.rows...)}
	if n := headerRows(&both, true); n <= len(first.rows) {
		return n
	}
	return 0
}

// standsElsewhere reports whether b cannot go on where a ends, by their boxes: it
// is on the same page, or it begins where a has no column.
func standsElsewhere(a, b *document.Table) bool {
	x, y := a.Place.Box, b.Place.Box
	if x.Empty() || y.Empty() || a.PageTo == 0 {
		return false // the format has none
	}
	return b.PageFrom <= a.PageTo || y.X0 >= x.X1 || y.X1 <= x.X0
}

// fits reports whether most of t's rows have the width of the table's and, with
// a column more or less, its kinds.
func (r *run) fits(t *fragment) bool {
	if r.width == 0 {
		return false
	}
	near, rows, short := 0, 0, 0
	for i := range t.rows {
		if t.rows[i].rule {
			continue
		}
		rows++
		switch w := t.rows[i].slots; {
		case w >= r.width-1 && w <= r.width+1 || w == 1:
			near++
		case w < r.width && (w == 2 || w > 0 && t.rows[i].cells[0].blank()):
			short++ // a head with its number, or a row inside another's, without the empty cells at its end
		}
	}
	if rows == 0 {
		return true
	}
	if near > 0 {
		rows -= short
	}
	if near*3 < rows*2 {
		return false
	}
	want := r.families()
	agree, clash := 0, 0
	for i := range t.rows {
		row := &t.rows[i]
		w := len(row.cells)
		best, against := -1, 0
		for shift := -1; shift <= 1; shift++ {
			if shift != 0 && w == r.width && i > 0 {
				continue
			}
			a, c := 0, 0
			for j := range row.cells {
				f := row.cells[j].kind.family()
				if x := row.src.Cells[j].Col + shift; x >= 0 && x < len(want) && f != anything && want[x] != anything {
					if f == want[x] {
						a++
					} else {
						c++
					}
				}
			}
			if best < 0 || a-c > best-against {
				best, against = a, c
			}
		}
		agree += best
		clash += against
	}
	return clash <= agree || agree == 0 && clash <= 2
}

// families says what most cells of each column are, over a sample of rows.
func (r *run) families() []family {
	if r.form != nil && (r.formOf == len(r.fragments) || r.formOf >= 8) && len(r.form) == r.width {
		return r.form
	}
	count := make([][textual + 1]int, r.width)
	for f := range r.fragments {
		rows := r.fragments[f].rows
		for i := range min(len(rows), 40) {
			if f == 0 && i < r.headers {
				continue
			}
			if rows[i].slots != r.width || rows[i].filled()*5 < r.width*2 {
				continue
			}
			for j := range rows[i].cells {
				if col := rows[i].src.Cells[j].Col; col < r.width {
					count[col][rows[i].cells[j].kind.family()]++
				}
			}
		}
		if f >= 8 {
			break
		}
	}
	want := make([]family, r.width)
	for i := range count {
		for f := numeric; f <= textual; f++ {
			if n := count[i][f]; n > 0 && n*10 >= 7*(count[i][numeric]+count[i][temporal]+count[i][textual]) {
				want[i] = f
			}
		}
	}
	r.form, r.formOf = want, len(r.fragments)
	return want
}

// add appends a fragment and settles the number of columns of a whole row: the
// header's, or what most rows have where few rows are as wide as the header. A
// row that begins inside another's (a year, a source) may end before it: editors
// take the tabs off the ends of lines.
func (r *run) add(t fragment) {
	if len(r.fragments) == 0 {
		r.headers = headerRows(&t, true)
		r.count(&t, r.headers)
	} else {
		if n := r.headingOf(&t); n > 0 {
			r.headers, r.form = n, nil
			r.count(&r.fragments[0], n)
		}
		r.count(&t, 0)
	}
	r.fragments = append(r.fragments, t)
	r.between = append(r.between, nil)
	r.width = r.header
	if r.header > 0 && r.widths[r.header]*3 >= r.rows {
		return
	}
	for w, n := range r.widths {
		if n > r.widths[r.width] || n == r.widths[r.width] && w > r.width {
			r.width = w
		}
	}
}

// count notes how wide the rows of a fragment are, of which the first are the
// table's header. A fragment with a header is the table's first.
func (r *run) count(t *fragment, headers int) {
	if headers > 0 || r.widths == nil {
		r.widths, r.rows = map[int]int{}, 0
	}
	for i := range t.rows {
		w := t.rows[i].slots
		if i < headers {
			r.header = max(r.header, w)
			continue
		}
		if short := w > 0 && w < r.header && t.rows[i].cells[0].blank(); w > 1 && !t.rows[i].rule && !short {
			r.widths[w]++
			r.rows++
		}
	}
}

// sameRow reports whether two rows say the same, and more than a number.
func sameRow(a, b *row) bool {
	letters := 0
	if len(a.cells) != len(b.cells) {
		return false
	}
	for i := range a.cells {
		x, y := a.cells[i].text, b.cells[i].text
		if x != y && squeeze(x) != squeeze(y) {
			return false
		}
		letters += len(x)
	}
	return letters >= 2*len(a.cells)
}

// squeeze folds a text and takes its spaces and hyphens out, for comparing
// headings that were wrapped differently.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, wording.Fold(s))
}

// dropRepeated takes the header rows that a later fragment repeats out of the
// table and returns them, for each fragment, as furniture.
func (g *grid) dropRepeated(fragments int) [][]*document.Paragraph {
	furniture := make([][]*document.Paragraph, fragments)
	var head []*row
	for _, r := range g.rows {
		if r.header {
			head = append(head, r)
		}
	}
	if len(head) == 0 {
		return furniture
	}
	next, fragment := 0, 0
	for i, r := range g.rows {
		if r.fragment != fragment {
			fragment, next = r.fragment, 0
		}
		if fragment == 0 || next < 0 {
			continue
		}
		match := -1
		for k := next; k < len(head); k++ {
			if sameRow(head[k], r) || isNumbering(head[k]) && sameNumbering(head[k], r) {
				match = k
				break
			}
		}
		if match < 0 {
			next = -1
			continue
		}
		next = match + 1
		r.gone = true
		furniture[fragment] = append(furniture[fragment], asFurniture(&r.src))
		g.note(r, 0, document.RowDropped, r.src.Place, 0.99, "")
		if i+1 < len(g.rows) && g.rows[i+1].fragment == fragment {
			g.rows[i+1].cut = true
		}
	}
	return furniture
}

func sameNumbering(a, b *row) bool {
	if len(a.cells) != len(b.cells) {
		return false
	}
	for i := range a.cells {
		if a.cells[i].text != b.cells[i].text {
			return false
		}
	}
	return true
}

func asFurniture(r *document.Row) *document.Paragraph {
	var s []string
	for i := range r.Cells {
		if x := cellText(&r.Cells[i]); x != "" {
			s = append(s, x)
		}
	}
	return &document.Paragraph{Kind: document.Furniture, Text: strings.Join(s, " "), Place: r.Place}
}

// isFurniture reports whether a paragraph between two fragments belongs to the
// page and not to the text: marked so, a page number, or a note that the table
// goes on.
func isFurniture(p *document.Paragraph) bool {
	if p.Kind == document.Furniture {
		return true
	}
	s := strings.TrimSpace(p.Text)
	if len(s) > 80 {
		return false
	}
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters == 0 {
		return len(s) <= 12
	}
	folded := wording.Fold(s)
	for _, stem := range []string{"продовж", "сторінк", "стор.", "ст.", "арк", "page"} {
		if strings.HasPrefix(folded, stem) || strings.HasPrefix(folded, "закінчення") {
			return true
		}
	}
	return false
}
