package layout

import (
	"cmp"
	"slices"

	"zvit/extract/document"
)

// Analyser takes the pages of a document in order. The zero value is ready.
type Analyser struct {
	pages []*analysed
	words lexicon
}

// analysed is one page: its tables and what stands outside them.
type analysed struct {
	number        int
	width, height float64
	turn          Turn   // by which the page was turned to be read
	items         []item // from the top
	goesOn        bool   // tables at its head go on from those side by side on the page before
}

// item is a table or a paragraph.
type item struct {
	table *found
	para  *para
}

func (it item) box() document.Box {
	if it.table != nil {
		return it.table.box
	}
	return it.para.box
}

// Add analyses a page. The page must not be changed afterwards.
func (a *Analyser) Add(p Page) {
	if a.words == nil {
		a.words = lexicon{}
	}
	turn := sideways(&p)
	if turn != Level {
		p = turnedPage(p, turn)
	}
	words, rulings := typedRulings(&p)
	words, hidden := visible(words)
	out := &analysed{number: p.Number, width: p.Width, height: p.Height, turn: turn}
	g := groupRulings(rulings)
	tables, figures, rest := ruledTables(&p, words, g, a.last(turn))
	for _, l := range linesOf(words) {
		a.words.add(l)
	}
	free, rest := openTables(&p, rest, g, tables, figures, a.last(turn))
	tables = append(tables, free...)
	for _, t := range tables {
		out.items = append(out.items, item{table: t})
	}
	for _, q := range paragraphs(rest, tables) {
		out.items = append(out.items, item{para: q})
	}
	if len(hidden) > 0 {
		q := newPara(textLines(hidden), hidden)
		q.kind = document.Furniture
		out.items = append(out.items, item{para: q})
	}
	slices.SortStableFunc(out.items, func(x, y item) int { return cmp.Compare(x.box().Y0, y.box().Y0) })
	out.markFootnotes(g.level)
	a.pages = append(a.pages, out)
}

// visible divides words into those that are seen and those that are not.
func visible(words []*Word) (seen, hidden []*Word) {
	if !slices.ContainsFunc(words, func(w *Word) bool { return w.Hidden }) {
		return words, nil
	}
	for _, w := range words {
		if w.Hidden {
			hidden = append(hidden, w)
		} else {
			seen = append(seen, w)
		}
	}
	return seen, hidden
}

// last is the page added last, if it was read in the same direction, or nil.
func (a *Analyser) last(turn Turn) *analysed {
	if n := len(a.pages); n > 0 && a.pages[n-1].turn == turn {
		return a.pages[n-1]
	}
	return nil
}

// Blocks returns the blocks of all pages added so far, with tables and
// paragraphs numbered through the document. Places have pages and boxes.
func (a *Analyser) Blocks() []document.Block {
	markFurniture(a.pages)
	markCuts(a.pages)
	var out []document.Block
	tables, paras := 0, 0
	emit := func(it placed) {
		p := it.page
		if it.para != nil {
			paras++
			q := &document.Paragraph{
				Kind: it.para.kind, Text: a.words.joinText(it.para.words),
				Place: document.Place{
					Page: p.number, Paragraph: paras, Box: it.para.box, Confidence: confidence(it.para.words),
				},
			}
			p.shown(q)
			out = append(out, q)
			return
		}
		tables++
		t := number(it.table.table(a.words.joinText), tables)
		p.shown(t)
		out = append(out, t)
	}
	// Footnotes of a page on which a table is cut are read after its next part.
	var notes []placed
	for _, it := range inOrder(a.pages) {
		if it.para != nil && it.para.note {
			notes = append(notes, it)
			continue
		}
		if it.ofText() && (it.table == nil || !it.table.cutBefore) {
			for _, n := range notes {
				emit(n)
			}
			notes = nil
		}
		emit(it)
	}
	for _, n := range notes {
		emit(n)
	}
	return out
}

// number gives a table and its cells their places in the document.
func number(t *document.Table, n int) *document.Table {
	t.Place.Table, t.Place.Row = n, 1
	for i := range t.Rows {
		row := &t.Rows[i]
		row.Place.Page, row.Place.Table, row.Place.Row = t.PageFrom, n, i+1
		for j := range row.Cells {
			for k := range row.Cells[j].Parts {
				p := &row.Cells[j].Parts[k].Place
				p.Table, p.Row, p.Cell = n, i+1, j+1
			}
		}
	}
	return t
}
