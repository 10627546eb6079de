package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zvit/extract/document"
)

// openTables finds tables without a grid of rulings, by the white space between
// their columns, and takes their words.
func openTables(p *Page, words []*Word, g grouped, ruled []*found, figures []document.Box, before *analysed) (tables []*found, rest []*Word) {
	var level []*Word
	for _, w := range words {
		if w.Turn == Level && !inFigure(w, figures) {
			level = append(level, w)
		}
	}
	var rules []Ruling
	for _, h := range g.level {
		inside := false
		for _, t := range ruled {
			inside = inside || h.Y0 > t.box.Y0-2 && h.Y0 < t.box.Y1+2 && h.X0 > t.box.X0-4 && h.X1 < t.box.X1+4
		}
		if !inside {
			rules = append(rules, h)
		}
	}
	rules = append(rules, fillEdges(p)...)
	slices.SortStableFunc(rules, func(a, b Ruling) int { return cmp.Compare(a.Y0, b.Y0) })
	taken := map[*Word]bool{}
	for _, column := range columnsOf(linesOf(level)) {
		for _, part := range apart(column, ruled) {
			for _, r := range regionsOf(part, rules) {
				r.shades = p.Fills
				if len(tables)+len(ruled) == 0 {
					before.goesOnIn(p, &r, part)
				}
				r.toFoot(p, part)
				f := openTable(p, &r)
				if f == nil {
					continue
				}
				tables = append(tables, f)
				for i := range f.cells {
					for _, w := range f.cells[i].words {
						taken[w] = true
					}
				}
			}
		}
	}
	for _, w := range words {
		if !taken[w] {
			rest = append(rest, w)
		}
	}
	return tables, rest
}

// apart divides lines where a ruled table stands between them.
func apart(lines []*line, ruled []*found) [][]*line {
	var out [][]*line
	var run []*line
	for _, l := range lines {
		if n := len(run); n > 0 {
			for _, t := range ruled {
				if m := midY(t.box); m > midY(run[n-1].box) && m < midY(l.box) {
					out = append(out, run)
					run = nil
					break
				}
			}
		}
		run = append(run, l)
	}
	return append(out, run)
}

// openTable makes a table of a region, or returns nil where its text is not
// explained better by columns than by running lines.
func openTable(p *Page, r *region) *found {
	cols := columnSpans(r)
	if len(cols) < 2 {
		return nil
	}
	lines := divide(r, cols)
	if !plausible(r, lines, cols) || isAxis(lines, len(cols)) {
		return nil
	}
	if n := captionLines(lines, r.above); n > 0 {
		lines = lines[n:]
		r.lines = r.lines[n:]
		r.box.Y0 = r.lines[0].box.Y0
	}
	f := &found{page: p.Number, cols: len(cols), box: r.box}
	head, rows := centredRows(lines)
	if rows == nil {
		head = headerLines(lines, r)
		rows = bodyRows(lines[head:], r, cols)
	}
	blocks := headerBlocks(lines[:head], r, cols)
	if len(blocks) > 0 {
		f.rows = levels(blocks)
	}
	edges := columnEdges(r, cols)
	for _, b := range blocks {
		f.cells = append(f.cells, cell{
			row: b.row, col: b.a, rows: 1, cols: b.b - b.a + 1, words: b.words,
			box: document.Box{X0: edges[b.a], X1: edges[b.b+1], Y0: b.y0, Y1: b.y1},
		})
	}
	for _, row := range rows {
		f.addRow(row, edges)
	}
	f.spans = cols
	f.mergeSigns()
	return f
}

// columnEdges are the middles of the gutters, with the region's sides.
func columnEdges(r *region, cols []span) []float64 {
	e := []float64{r.box.X0}
	for i := 1; i < len(cols); i++ {
		e = append(e, (cols[i-1].x1+cols[i].x0)/2)
	}
	return append(e, max(r.box.X1, cols[len(cols)-1].x1))
}

// addRow adds the lines of one row: pieces of the same columns are one cell.
func (f *found) addRow(row []tableLine, edges []float64) {
	y0, y1 := math.Inf(1), math.Inf(-1)
	at := len(f.cells)
	for _, t := range row {
		y0, y1 = min(y0, t.l.box.Y0), max(y1, t.l.box.Y1)
		for _, p := range t.pieces {
			placed := false
			for i := at; i < len(f.cells); i++ {
				c := &f.cells[i]
				if c.col <= p.b && c.col+c.cols > p.a {
					lo, hi := min(c.col, p.a), max(c.col+c.cols-1, p.b)
					c.col, c.cols = lo, hi-lo+1
					c.words = append(c.words, p.words...)
					placed = true
					break
				}
			}
			if !placed {
				f.cells = append(f.cells, cell{row: f.rows, col: p.a, rows: 1, cols: p.b - p.a + 1, words: slices.Clone(p.words)})
			}
		}
	}
	for i := at; i < len(f.cells); i++ {
		c := &f.cells[i]
		c.box = document.Box{X0: edges[c.col], X1: edges[c.col+c.cols], Y0: y0, Y1: y1}
	}
	f.mergeOverlaps(at)
	f.rows++
}

// mergeOverlaps joins cells of the last row that have come to cover the same column.
func (f *found) mergeOverlaps(at int) {
	for i := at; i < len(f.cells); i++ {
		for j := i + 1; j < len(f.cells); {
			a, b := &f.cells[i], &f.cells[j]
			if a.col < b.col+b.cols && b.col < a.col+a.cols {
				lo, hi := min(a.col, b.col), max(a.col+a.cols, b.col+b.cols)
				a.col, a.cols = lo, hi-lo
				a.words = append(a.words, b.words...)
				a.box = union(a.box, b.box)
				f.cells = slices.Delete(f.cells, j, j+1)
				continue
			}
			j++
		}
	}
}

// mergeSigns joins columns that hold nothing but signs to the numbers that they
// belong to: currency signs to the right, percent and note marks to the left.
func (f *found) mergeSigns() {
	for c := f.cols - 1; c >= 0; c-- {
		to := 0
		n := 0
		for i := range f.cells {
			k := &f.cells[i]
			if k.col != c || k.cols != 1 || len(k.words) == 0 {
				continue
			}
			n++
			d := signSide(k.words)
			if d == 0 || to != 0 && d != to {
				to = 0
				n = -1 << 20
				break
			}
			to = d
		}
		if n <= 0 || c+to < 0 || c+to >= f.cols {
			continue
		}
		f.joinColumns(min(c, c+to))
	}
}

// signSide tells to which side a lone sign belongs: 1 right, -1 left, 0 it is no sign.
func signSide(words []*Word) int {
	if len(words) != 1 {
		return 0
	}
	switch s := words[0].Text; {
	case s == "$" || s == "€" || s == "£" || s == "(":
		return 1
	case s == "%" || s == ")" || s == "*" || s == "**" || s == "†" || s == "‡":
		return -1
	}
	return 0
}

// joinColumns makes one column of c and c+1.
func (f *found) joinColumns(c int) {
	var out []cell
	byRow := map[int]int{}
	for _, k := range f.cells {
		switch {
		case k.col > c:
			k.col--
		case k.col+k.cols > c+1:
			k.cols--
		}
		if k.col <= c && k.col+k.cols > c {
			if i, ok := byRow[k.row]; ok && out[i].col <= c && out[i].col+out[i].cols > c {
				o := &out[i]
				lo, hi := min(o.col, k.col), max(o.col+o.cols, k.col+k.cols)
				o.col, o.cols = lo, hi-lo
				o.words = append(o.words, k.words...)
				o.box = union(o.box, k.box)
				continue
			}
			byRow[k.row] = len(out)
		}
		out = append(out, k)
	}
	f.cells = out
	f.cols--
}

// plausible tells tables from lists, forms of address and text in columns.
func plausible(r *region, lines []tableLine, cols []span) bool {
	tab, cells, values, long, words, goesOn := 0, 0, 0, 0, 0, 0
	for i, t := range lines {
		n := len(t.pieces)
		if n < 2 {
			if i > 0 && t.pieces[0].a == t.pieces[0].b && closeBelow(lines[i-1].l, t.l) {
				goesOn++
			}
			continue
		}
		tab++
		cells += n
		values += t.values
		for _, p := range t.pieces {
			words += len(p.words)
			if len(p.words) >= 7 {
				long++
			}
		}
	}
	if tab < 2 && !r.goesOn || tab < 3 && !r.framed && !r.goesOn {
		return false
	}
	if values*2 < tab {
		goesOn = 0
	}
	if 3*tab < len(lines)-goesOn && !r.framed {
		return false
	}
	fillRate := float64(cells) / float64(tab*len(cols))
	if fillRate < 0.35 {
		return false
	}
	if len(cols) == 2 {
		if listMarks(lines) {
			return false
		}
		if !r.framed && values*2 < tab {
			return false
		}
		if leaders(lines) {
			return false
		}
	}
	// Text in columns: long pieces on every line.
	if values*4 < tab && long*3 > cells && !r.framed {
		return false
	}
	return true
}

// listMarks reports whether the first column holds marks of a list.
func listMarks(lines []tableLine) bool {
	marks, n := 0, 0
	for _, t := range lines {
		if t.pieces[0].a != 0 || len(t.pieces) < 2 {
			continue
		}
		n++
		if len(t.pieces[0].words) == 1 && mark(t.pieces[0].words[0].Text) {
			marks++
		}
	}
	return n > 0 && marks*3 >= n*2
}

func mark(s string) bool {
	if utf8.RuneCountInString(s) > 5 {
		return false
	}
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, ")") {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s)
	return utf8.RuneCountInString(s) == 1 && !unicode.IsDigit(r)
}

// leaders reports a table of contents: dots lead to the last column.
func leaders(lines []tableLine) bool {
	n := 0
	for _, t := range lines {
		for _, p := range t.pieces {
			for _, w := range p.words {
				if strings.HasSuffix(w.Text, "....") || strings.HasSuffix(w.Text, "……") {
					n++
				}
			}
		}
	}
	return 2*n > len(lines)
}
