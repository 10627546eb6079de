package recognise

import (
	"strings"

	"zvit/extract/wording"
)

// columnStats counts the cells of a column's body.
type columnStats struct {
	cells, figures, kopecks, years, words, money int
	codeLike                                     bool // digits of one length, four and more, or a leading zero
	codeLen                                      int
}

func (t *Table) stats(col int) columnStats {
	s := columnStats{codeLike: true}
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if t.kinds[r] == RowHeading || t.kinds[r] == RowBlank {
			continue
		}
		cell := t.Own(r, col)
		if cell == nil || len(cell.Parts) == 0 {
			continue
		}
		text := t.cells.of(cell)
		if wording.Absent(text) {
			continue
		}
		s.cells++
		if !isDigits(text) || len(text) < 4 || s.codeLen > 0 && len(text) != s.codeLen && text[0] != '0' {
			s.codeLike = false
		} else {
			s.codeLen = len(text)
		}
		if len(text) < 40 {
			if years := wording.Years(text); len(years) == 1 && strings.HasPrefix(text, itoa(years[0])) {
				s.years++
			}
		}
		if n, ok := wording.ParseNumeral(text); ok {
			if !isYear(text) {
				s.figures++
			}
			if n.Decimals == 2 {
				s.kopecks++
			}
			continue
		}
		if len(text) < 400 && len(wording.FindMoney(text)) > 0 {
			s.money++
		}
		if strings.ContainsFunc(text, isLetter) {
			s.words++
		}
	}
	s.codeLike = s.codeLike && s.cells > 0 && s.codeLen > 0
	return s
}
