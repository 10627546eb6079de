package rejoin

import (
	"strings"
	"unicode"

	"zvit/extract/document"
	"zvit/extract/wording"
)

// sameRow reports whether two rows say the same, and more than a number.
// Empty cells do not count: one of the rows may have lost some.
func sameRow(a, b *row) bool {
	letters, j := 0, 0
	for i := range a.cells {
		x := &a.cells[i]
		if x.text == "" {
			continue
		}
		for j < len(b.cells) && b.cells[j].text == "" {
			j++
		}
		if j == len(b.cells) || x.text != b.cells[j].text && x.letters() != b.cells[j].letters() {
			return false
		}
		letters += len(x.text)
		j++
	}
	for ; j < len(b.cells); j++ {
		if b.cells[j].text != "" {
			return false
		}
	}
	return letters >= 2*len(a.cells)
}

// squeeze folds a text and takes its spaces and hyphens out, for comparing
// headings that were wrapped differently.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if isLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, wording.Fold(s))
}

// dropRepeated takes the header rows that a later fragment repeats out of the
// table and keeps them as furniture.
func (g *grid) dropRepeated() {
	var head []*row
	for _, r := range g.rows {
		if r.header {
			head = append(head, r)
		}
	}
	if len(head) == 0 {
		return
	}
	next, fragment := 0, 0
	for i, r := range g.rows {
		if r.fragment != fragment {
			fragment, next = r.fragment, 0
		}
		if fragment == 0 || next < 0 || r.header {
			continue
		}
		match := -1
		if r.again {
			match = next
		}
		for k := next; k < len(head) && match < 0; k++ {
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
		g.furniture[fragment] = append(g.furniture[fragment], asFurniture(&r.src))
		g.note(r, 0, document.RowDropped, r.src.Place, 0.99, "")
		if i+1 < len(g.rows) && g.rows[i+1].fragment == fragment {
			g.rows[i+1].cut = true
		}
	}
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
	s := trimSpace(p.Text)
	if len(s) > 80 {
		return false
	}
	letters := 0
	for _, r := range s {
		if isLetter(r) {
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
