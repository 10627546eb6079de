package recognise

import (
	"strings"
	"unicode"

	"zvit/extract/document"
	"zvit/extract/wording"
)

const (
	headingDepth = 5  // the most heading rows above a numbering row
	headingReach = 24 // how far down a table its headings are looked for
)

// findHeadings sets HeadFrom, BodyFrom and NumberRow. The row that numbers the
// columns says surely where the headings end; the format's own header rows come
// next; then the words.
func (t *Table) findHeadings() {
	t.HeadFrom, t.BodyFrom = t.From, t.From
	for r := t.From; r < min(t.To, t.From+headingReach); r++ {
		if t.numbersColumns(r) {
			t.NumberRow, t.BodyFrom = r, r+1
			t.HeadFrom = t.headingsUp(r)
			return
		}
	}
	// Markdown marks a first row even where a table of labels and values has none.
	if h := min(t.HeaderRows, t.To); t.From == 0 && h > 0 && h < t.To && (h > 1 || !t.countsOn(0)) {
		t.HeadFrom, t.BodyFrom = t.headingsUp(h), h
		t.headingsDown(h - 1)
		return
	}
	for r := t.From; r < min(t.To-1, t.From+headingReach); r++ {
		if t.headingLike(r) && !t.countsOn(r) {
			t.HeadFrom, t.BodyFrom = r, r+1
			t.headingsDown(r)
			return
		}
	}
}

// countsOn reports whether a row begins with the number after that of the row
// above, or before that of the row below: rows of labels and values are numbered,
// headings are not.
func (t *Table) countsOn(row int) bool {
	number := func(r int) string {
		if r < t.From || r >= t.To {
			return ""
		}
		texts, cols := t.texts(r)
		if len(texts) < 2 || cols[0] > 0 {
			return ""
		}
		n, _ := wording.RowNumber(texts[0])
		return n
	}
	n := number(row)
	return n != "" && (follows(number(row-1), n) || follows(n, number(row+1)))
}

// headingsDown takes further levels of the headings that begin at row from. A
// format may mark the first level alone: Markdown has one row above its rule.
func (t *Table) headingsDown(from int) {
	for t.BodyFrom < t.To && t.BodyFrom-from < headingDepth && t.headingGoesOn(t.BodyFrom) {
		t.BodyFrom++
	}
}

// nextTable returns the row from which another table stands below this one in
// the same grid, or -1: a row of headings that begins with the number's and is
// not this table's again, with the rows of one text right above it. Only headings
// that are numbered as a table's are count, for texts of a row may read like
// headings too.
func (t *Table) nextTable() int {
	for r := t.BodyFrom + 1; r < t.To-1; r++ {
		texts, cols := t.texts(r)
		if len(texts) < 3 || cols[0] > 1 || !strings.HasPrefix(texts[0], "№") || !t.headingLike(r) || t.repeatsHeading(r, texts) {
			continue
		}
		for r > t.BodyFrom+1 && t.distinct(r-1) < 2 {
			r--
		}
		return r
	}
	return -1
}

// headingsUp returns the first heading row above row end: rows of one text at
// the top are the table's title, its decision, its unit.
func (t *Table) headingsUp(end int) int {
	from := end
	for r := end - 1; r >= max(t.From, end-headingDepth); r-- {
		if t.distinct(r) < 2 {
			continue
		}
		if from < end && t.hasFigures(r) {
			break
		}
		from = r
	}
	return from
}

// distinct counts the different non-empty cells that cover a row.
func (t *Table) distinct(row int) int {
	n := 0
	var last *document.Cell
	for col := range t.Grid[row] {
		c := t.Grid[row][col]
		if c == nil || c == last {
			continue
		}
		last = c
		if t.cells.of(c) != "" {
			n++
		}
	}
	return n
}

// headingLike reports whether the words of a row are those of headings.
func (t *Table) headingLike(row int) bool {
	texts, _ := t.texts(row)
	if len(texts) < 2 {
		return false
	}
	known, sure := 0, false
	for _, s := range texts {
		if isFigure(s) || !isYear(s) && !strings.ContainsFunc(s, unicode.IsLetter) && len(wording.FindDates(s)) > 0 {
			return false
		}
		h := t.heads.Read(s)
		if h.Column != wording.ColumnUnknown || len(h.Units) > 0 || h.Year != 0 || h.Period != "" || shoutedField(s) {
			known++
		}
		sure = sure || h.Column == wording.ColumnMoney && len(h.Units) > 0
	}
	return known*2 >= len(texts) && (known >= 2 || len(texts) == 2 && sure && t.figuresBelow(row))
}

// figuresBelow reports whether the row below has a figure and a word: two texts
// over it, one of them of money, are headings.
func (t *Table) figuresBelow(row int) bool {
	if row+1 >= t.To {
		return false
	}
	texts, _ := t.texts(row + 1)
	return len(texts) == 2 && t.hasFigures(row+1)
}

// headingGoesOn reports whether a row is a further level of the headings above
// it: it stands under a heading that spans several columns, or fills slots that
// the row above left empty, and has no figures and no row number of its own.
func (t *Table) headingGoesOn(row int) bool {
	texts, cols := t.texts(row)
	if len(texts) == 0 || t.hasFigures(row) {
		return false
	}
	if _, ok := wording.RowNumber(texts[0]); ok && len(texts) > 1 && cols[0] == 0 && !isYear(texts[0]) {
		return false
	}
	if len(texts) > 1 && onlyUnits(texts) {
		return true
	}
	if up := t.Cell(row-1, cols[0]); len(texts) == 1 && cols[0] == 0 && (up == nil || up.ColSpan < 2) {
		return false // alone where rows begin: the head of the rows below ("Завдання 1. ...")
	}
	known, under := 0, 0
	for i, s := range texts {
		h := t.heads.Read(s)
		if h.Column != wording.ColumnUnknown || h.Year != 0 || h.Fund != "" || h.Source != "" || wording.IsPart(s) || wording.IsTotal(s) {
			known++
		}
		up := t.Cell(row-1, cols[i])
		if up != nil && (up.ColSpan > 1 || t.cells.of(up) == "") {
			under++
		}
	}
	if under == 0 {
		return false
	}
	spans := t.Cell(row, 0) != nil && t.Cell(row, 0) == t.Cell(row-1, 0)
	return known*2 > len(texts) || spans && known > 0 || spans && under == len(texts)
}

// onlyUnits reports whether the cells of a row name units and nothing else: the
// row below the headings that says what their figures are in.
func onlyUnits(texts []string) bool {
	money := false
	for _, s := range texts {
		switch folded := wording.Fold(s); {
		case onlyUnit(s, wording.FindUnits(s)):
			money = true
		case folded != "%" && !strings.HasPrefix(folded, "відсотк") && len([]rune(folded)) > 4:
			return false
		}
	}
	return money
}

// hasFigures reports whether a cell of the row holds a number that is no year.
func (t *Table) hasFigures(row int) bool {
	texts, _ := t.texts(row)
	for _, s := range texts {
		if isFigure(s) {
			return true
		}
	}
	return false
}

func isFigure(s string) bool {
	if isYear(s) {
		return false
	}
	_, ok := wording.ParseNumeral(s)
	return ok
}

var yearCell = wording.Expr(`^(?:19|20)\d\d\s*(?:р(?:\.|ік|оку)?)?$`)

func isYear(s string) bool { return yearCell.MatchString(strings.TrimSpace(s)) }
