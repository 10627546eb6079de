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
// but for numbers, on several of them, and lone page numbers.
func markFurniture(pages []*analysed) {
	count := map[string]int{}
	each := func(visit func(*para, string)) {
		for _, p := range pages {
			for _, it := range p.items {
				if q := it.para; q != nil && (q.box.Y1 < margin*p.height || q.box.Y0 > (1-margin)*p.height) {
					visit(q, pattern(q))
				}
			}
		}
	}
	each(func(_ *para, s string) { count[s]++ })
	each(func(q *para, s string) {
		if strings.Trim(s, "#-–— ./") == "" && len(q.words) <= 3 && s != "" || count[s] >= 2 && count[s]*3 >= len(pages) {
			q.kind = document.Furniture
		}
	})
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
