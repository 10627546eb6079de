package layout

import (
	"strings"
	"unicode"

	"zvit/extract/document"
)

// margin is the part of a page's height, at either end, in which running heads
// and page numbers stand.
const margin = 0.09

// markFurniture marks what stands in the margins of the pages and is repeated,
// but for numbers, on several of them, and lone page numbers. Where tables of
// other pages reach as far into the margin, it is text: titles between tables
// come to stand there, too.
func markFurniture(pages []*analysed) {
	in := map[string]*marginal{}
	each := func(visit func(*analysed, *para, string)) {
		for _, p := range pages {
			for _, it := range p.items {
				if q := it.para; q != nil && (q.box.Y1 < margin*p.height || q.box.Y0 > (1-margin)*p.height) {
					visit(p, q, pattern(q))
				}
			}
		}
	}
	each(func(p *analysed, q *para, s string) {
		if in[s] == nil {
			in[s] = &marginal{at: map[*analysed]document.Box{}}
		}
		in[s].count++
		in[s].at[p] = q.box
	})
	each(func(p *analysed, q *para, s string) {
		number := strings.Trim(s, "#-–— ./") == "" && len(q.words) <= 3 && s != ""
		if m := in[s]; number || m.count >= 2 && m.count*3 >= len(pages) && !m.amongTables(pages) {
			q.kind = document.Furniture
		}
	})
}

// marginal is a text that stands in the margins of pages.
type marginal struct {
	count  int
	at     map[*analysed]document.Box
	tables int // 1 and the pages without it that have a table at its height; 0: not counted
}

// amongTables reports whether tables stand at the text's height on more than
// half as many other pages.
func (m *marginal) amongTables(pages []*analysed) bool {
	if m.tables == 0 {
		m.tables = 1
		foot, head := 0.0, 1.0 // the nearest to the text's edges, in parts of the page's height
		for p, b := range m.at {
			foot, head = max(foot, b.Y0/p.height), min(head, b.Y1/p.height)
		}
		for _, p := range pages {
			if _, ok := m.at[p]; ok {
				continue
			}
			for _, it := range p.items {
				if b := it.box(); it.table != nil && (head < 0.5 && b.Y0 < head*p.height-edgeSlack || foot > 0.5 && b.Y1 > foot*p.height+edgeSlack) {
					m.tables++
					break
				}
			}
		}
	}
	return 2*(m.tables-1) > m.count
}

// pattern is the text with every run of digits as one sign.
func pattern(q *para) string {
	var b strings.Builder
	digits := false
	for _, w := range q.words {
		b.WriteByte(' ')
		digits = false
		for _, r := range w.Text {
			if unicode.IsDigit(r) {
				if !digits {
					b.WriteByte('#')
				}
				digits = true
				continue
			}
			digits = false
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.TrimSpace(b.String())
}
