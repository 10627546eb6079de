package recognise

import (
	"slices"
	"strings"

	"zvit/extract/wording"
)

// RowKind tells the rows of a body apart.
type RowKind uint8

// The kinds of rows.
const (
	RowData    RowKind = iota // a record of its own, or of the row above
	RowBlank                  // no text
	RowHeading                // the headings or their numbers again
	RowSection                // one text over the table: the head of the rows below
	RowTotal                  // "Всього"
	RowPart                   // "у тому числі", "з них": parts of the row above
	RowPercent                // "% виконання": shares of the rows above, and no money
)

// Kind returns the kind of a row of the body.
func (t *Table) Kind(row int) RowKind { return t.kinds[row] }

func (t *Table) kindOf(row int) RowKind {
	texts, cols := t.texts(row)
	switch {
	case len(texts) == 0:
		return RowBlank
	case t.repeatsHeading(row, texts):
		return RowHeading
	}
	label, _ := t.Label(row)
	switch {
	case t.percentages(row, label, texts):
		return RowPercent
	case label != "" && wording.IsTotal(label) && !t.numberedName(row, label):
		return RowTotal
	case label != "" && wording.IsPart(label):
		return RowPart
	case t.isSection(row, texts, cols):
		return RowSection
	}
	return RowData
}

// percentages reports whether a row with this label and these texts is called "%
// виконання" and no more: its figures, in columns of money, are none. The label
// stands before them, for a remark right of the money of a row names nothing; and
// a percentage of something else ("Відсотки за кредитами") is paid.
func (t *Table) percentages(row int, label string, texts []string) bool {
	const longest = 60 // bytes
	if len(label) > longest || strings.ContainsAny(label, "0123456789") || !strings.Contains(label, "%") && !strings.Contains(label, "ідсот") && !strings.Contains(label, "ІДСОТ") {
		return false
	}
	if words := wording.Words(strings.ReplaceAll(wording.Fold(label), "%", " ")); len(words) > 5 ||
		!(len(words) == 0 || len(words) == 1 && strings.HasPrefix(words[0], "відсот") || slices.ContainsFunc(words, ofExecution)) {
		return false
	}
	if t.heads.Read(label).Column != wording.ColumnPercent || !t.unnumbered(row) {
		return false
	}
	for _, s := range texts {
		if s == label {
			break
		}
		if !wording.Absent(s) {
			return false
		}
	}
	return true
}

// ofExecution reports whether a word tells what a percentage of execution is of.
func ofExecution(word string) bool {
	for _, stem := range []string{"викон", "освоєн", "фінансув", "профінанс", "використ", "план", "частк", "ваг"} {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

// unnumbered reports whether a row has no number of its own.
func (t *Table) unnumbered(row int) bool {
	col := t.First(wording.ColumnNumber)
	return col < 0 || t.Own(row, col) == nil || t.Text(row, col) == ""
}

// numberedName reports whether a row has a number of its own and a name that only
// ends like a total's: "2 | Ремонт шкіл, всього" is a row with parts.
func (t *Table) numberedName(row int, label string) bool {
	col := t.First(wording.ColumnNumber)
	if col < 0 || t.Own(row, col) == nil {
		return false
	}
	_, ok := wording.RowNumber(oneLine(t.Text(row, col)))
	first, _, more := strings.Cut(oneLine(label), " ")
	return ok && more && !wording.IsTotal(first)
}

// repeatsHeading reports whether a row says a heading row, or the numbers of the
// columns, once more, as printing on each page does.
func (t *Table) repeatsHeading(row int, texts []string) bool {
	if t.BodyFrom == 0 || len(texts) < 2 {
		return false
	}
	if t.NumberRow >= 0 && t.numbersColumns(row) {
		return true
	}
	for r := t.HeadFrom; r < t.BodyFrom; r++ {
		if head, _ := t.texts(r); slices.EqualFunc(head, texts, sameWords) {
			return true
		}
	}
	return false
}

// sameWords reports whether two texts are one but for case, spaces and letters
// that look alike.
func sameWords(a, b string) bool {
	return a == b || wording.Fold(a) == wording.Fold(b)
}

// isSection reports whether a row is one text, numbered or not, that stands
// where a row begins or spans the table, with nothing beside it.
func (t *Table) isSection(row int, texts []string, cols []int) bool {
	if len(texts) == 2 {
		if _, ok := wording.RowNumber(texts[0]); !ok || len(t.Columns) < 3 {
			return false
		}
		texts, cols = texts[1:], cols[1:]
	}
	if len(texts) != 1 || len(t.Columns) < 2 {
		return false
	}
	if isFigure(texts[0]) || wording.Absent(texts[0]) {
		return false
	}
	if _, ok := wording.RowNumber(texts[0]); ok {
		return false
	}
	c := t.Cell(row, cols[0])
	return cols[0] <= 1 || c != nil && c.ColSpan*2 > len(t.Columns)
}

// Label returns the words that name a row and their column: the first text that
// is neither number, figure nor code.
func (t *Table) Label(row int) (string, int) {
	if t.labels == nil {
		t.labels = make([]rowLabel, len(t.Rows))
	}
	l := &t.labels[row]
	if !l.known {
		l.known = true
		l.text, l.col = t.findLabel(row)
	}
	return l.text, l.col
}

type rowLabel struct {
	text  string
	col   int
	known bool
}

func (t *Table) findLabel(row int) (string, int) {
	for i := range t.Rows[row].Cells {
		c := &t.Rows[row].Cells[i]
		s := t.cells.of(c)
		if s == "" || wording.Absent(s) || isFigure(s) {
			continue
		}
		if _, ok := wording.RowNumber(s); ok {
			continue
		}
		if c.Col < len(t.Columns) && t.Columns[c.Col].Heading.Column == wording.ColumnCode && !wording.IsTotal(s) {
			continue
		}
		return s, c.Col
	}
	return "", -1
}

// findTail sets BodyTo: rows at the end that sign the report, or remark on it,
// are text. A spreadsheet has its signature in the table's own columns.
func (t *Table) findTail() {
	const reach = 12
	for r := max(t.BodyFrom, t.To-reach); r < t.To; r++ {
		texts, _ := t.texts(r)
		if len(texts) == 0 || len(texts) > 4 || t.hasFigures(r) {
			continue
		}
		signs := false
		for i, s := range texts {
			if _, _, ok := wording.PersonName(s); ok || plainPerson(s) {
				rest := append(append([]string{}, texts[:i]...), texts[i+1:]...)
				signs = len(rest) > 0 && wording.IsPost(strings.Join(rest, " "))
			}
		}
		if signs || len(texts) == 1 && signedLine(texts[0]) {
			t.BodyTo = r
			return
		}
	}
}
