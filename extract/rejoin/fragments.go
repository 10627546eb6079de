package rejoin

import (
	"slices"

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

// gatherer goes over a document's blocks.
type gatherer struct {
	doc     *document.Document
	runs    []run
	open    int              // index of the run that may still go on; -1 for none
	waiting []document.Block // behind it
	// Of what waits: lines that may be the page's, and which is the rest of a row,
	// or -1.
	framing []*document.Paragraph
	rest    int
	lines   running
	heads   wording.Headings
}

// mostFraming is how many lines a page has at its head and foot.
const mostFraming = 4

// gather goes over the blocks once and groups the fragments of each table.
func gather(d *document.Document) []run {
	g := gatherer{doc: d, open: -1, rest: -1, lines: running{doc: d}, heads: wording.Headings{}}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			g.paragraph(b)
		case *document.Table:
			g.table(b)
		default:
			g.waiting = append(g.waiting, b)
			g.shut()
		}
	}
	g.flush()
	return g.runs
}

// flush puts what waits behind the open run's last fragment.
func (g *gatherer) flush() {
	if len(g.waiting) == 0 {
		return
	}
	if g.open >= 0 {
		r := &g.runs[g.open]
		r.between[len(r.between)-1] = append(r.between[len(r.between)-1], g.waiting...)
	} else {
		g.runs = append(g.runs, run{between: [][]document.Block{g.waiting}})
	}
	g.waiting = nil
}

// shut ends the open run.
func (g *gatherer) shut() {
	g.flush()
	g.open, g.rest, g.framing = -1, -1, nil
}

func (g *gatherer) paragraph(p *document.Paragraph) {
	g.waiting = append(g.waiting, p)
	switch {
	case isFurniture(p):
	case g.open >= 0 && g.rest < 0 && g.doc.Format == document.Text && g.runs[g.open].unfinished(p):
		g.rest = len(g.waiting) - 1
	case g.open >= 0 && len(g.framing) < mostFraming && mayFrame(p):
		g.framing = append(g.framing, p)
	case g.open >= 0:
		g.shut()
	}
}

func (g *gatherer) table(t *document.Table) {
	f := readTable(t, g.heads)
	if !g.goesOn(&f) {
		g.shut()
		g.runs = append(g.runs, run{})
		g.open = len(g.runs) - 1
	} else if g.rest >= 0 {
		line := readTable(asRow(g.waiting[g.rest].(*document.Paragraph), t), g.heads)
		line.rows[0].untabbed = true
		g.waiting = slices.Delete(g.waiting, g.rest, g.rest+1)
		g.flush()
		g.runs[g.open].add(line)
	}
	g.flush()
	g.rest, g.framing = -1, nil
	g.runs[g.open].add(f)
}

// goesOn reports whether the open run goes on in t.
func (g *gatherer) goesOn(t *fragment) bool {
	if g.open < 0 {
		return false
	}
	r := &g.runs[g.open]
	if !r.takes(t, g.doc.Format) || g.rest >= 0 && !r.numbersGoOn(t.rows) || len(g.framing) > 0 && !r.goesOn(t) {
		return false
	}
	for _, p := range g.framing {
		if !g.lines.frames(p) {
			return false
		}
	}
	return true
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
	if r.reworded(t) > 0 {
		return true
	}
	if marked && (r.headingOf(t) > 0 || r.restOfHeading(t) > 0) {
		return true
	}
	if h := t.heads(); h > 0 && !(h == 1 && isNumbering(&t.rows[0])) || headsAmounts(t) {
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
	if len(r.fragments) > 1 || r.headers > 0 || len(first.rows) > few || first.Columns != t.Columns || t.heads() > 0 {
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
		rest := r.restOfHeading(&t)
		if rest > 0 {
			r.headers, r.form = len(r.fragments[0].rows), nil
		}
		for i := range rest {
			t.rows[i].header = true
		}
		r.count(&t, rest)
		for i := range r.reworded(&t) {
			t.rows[i].again = true
		}
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
	if headers > 0 {
		r.header = t.headed(headers)
	}
	for i := headers; i < len(t.rows); i++ {
		w := t.rows[i].slots
		if short := w > 0 && w < r.header && t.rows[i].cells[0].blank(); w > 1 && !t.rows[i].rule && !short {
			r.widths[w]++
			r.rows++
		}
	}
}

// headed is how many columns the header has: those that its row of numbers
// counts, where rows below are as wide, or those of its widest row.
func (f *fragment) headed(headers int) int {
	widest, numbered := 0, 0
	for i := range headers {
		r := &f.rows[i]
		widest = max(widest, r.slots)
		if isNumbering(r) {
			numbered = r.slots
		}
	}
	if numbered > 0 && numbered < widest && slices.ContainsFunc(f.rows[headers:], func(r row) bool { return r.slots == numbered }) {
		return numbered
	}
	return widest
}
