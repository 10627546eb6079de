package recognise

import (
	"slices"
	"strings"

	"zvit/extract/wording"
)

// informing returns the columns that say what was done, or why not: the state of
// the work, its result, the reasons, the remarks. What was expected is said where
// nothing else is.
func (t *Table) informing() []int {
	var list, expected []int
	for _, c := range t.Find(wording.ColumnInformation, wording.ColumnReason, wording.ColumnRemedy) {
		if wording.HasStems(wording.Fold(c.HeaderPath()), "очікуван") {
			expected = append(expected, c.Index)
		} else {
			list = append(list, c.Index)
		}
	}
	if len(list) == 0 {
		return expected
	}
	return list
}

// information joins what the columns of information say of a row, each once.
func (m *measureTable) information(row int) string {
	var list []string
	for _, col := range m.info {
		if s := m.Text(row, col); !wording.Absent(s) && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return strings.Join(list, "\n")
}

// moreInformation adds what a further row of the open measure says of itself.
func (m *measureTable) moreInformation(row int) {
	open := &m.c.Report.Measures[m.openAt]
	for _, col := range m.info {
		if m.Own(row, col) == nil {
			continue
		}
		if s := m.Text(row, col); !wording.Absent(s) && !strings.Contains(open.Information, s) {
			open.Information = strings.TrimPrefix(open.Information+"\n"+s, "\n")
		}
		m.c.cellProse(m.Table, row, col)
	}
}

// textColumns finds the columns of running text without a figure that say what was
// done: those whose heading speaks of money by a general word alone ("Виконано",
// "Використано"), and, where no heading says it, those right of the money whose
// heading is not known. Numbered measures have such a column; elsewhere words
// beside figures are as often what the money bought, but for those that only say
// whether it was done.
func (t *Table) textColumns() {
	if !t.Has(wording.ColumnMeasure) && !t.Has(wording.ColumnTask) {
		return
	}
	numbered := t.Has(wording.ColumnNumber)
	for i := range t.Columns {
		h := &t.Columns[i].Heading
		if h.Column == wording.ColumnMoney && len(h.Units) == 0 && h.Score < 0.9 && (numbered || t.saysDone(i)) && t.runningText(i) {
			h.Column, h.Role = t.meaningOfText(i), ""
		}
	}
	if !numbered || t.Has(wording.ColumnInformation) || t.Has(wording.ColumnReason) {
		return
	}
	for i := max(t.First(wording.ColumnMoney), 0); i < len(t.Columns); i++ {
		c := &t.Columns[i]
		if c.Heading.Column == wording.ColumnUnknown && len(c.Path) > 0 && t.runningText(i) {
			c.Heading.Column = wording.ColumnInformation
		}
	}
}

// meaningOfText says what a column of words under a heading of money holds: left
// of the money, whose budget it is from, or else the measures where nothing names
// them; right of it, what was done.
func (t *Table) meaningOfText(col int) wording.Column {
	sources, cells := 0, 0
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if s := t.Text(r, col); !wording.Absent(s) {
			cells++
			if shortSource(s) != "" {
				sources++
			}
		}
	}
	switch {
	case t.rightOfMoney(col):
		return wording.ColumnInformation
	case sources*2 > cells:
		return wording.ColumnSource
	case !t.Has(wording.ColumnMeasure):
		return wording.ColumnMeasure
	}
	return wording.ColumnInformation
}

// rightOfMoney reports whether a column of figures of money stands left of one.
func (t *Table) rightOfMoney(col int) bool {
	return slices.ContainsFunc(t.Columns[:col], func(c Column) bool {
		return c.Heading.Column == wording.ColumnMoney && t.figuresUnder(c.Index)
	})
}

// saysDone reports whether the cells of a column right of money say whether a
// measure was done, and nothing else: "виконано", "так", "не виконувався".
func (t *Table) saysDone(col int) bool {
	if !t.rightOfMoney(col) {
		return false
	}
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		words := wording.Words(wording.Fold(t.Text(r, col)))
		if len(words) == 0 {
			continue
		}
		if len(words) > 3 || !slices.ContainsFunc(words, func(w string) bool {
			return w == "так" || w == "ні" || strings.HasPrefix(w, "викон") || strings.HasPrefix(w, "заверш")
		}) {
			return false
		}
	}
	return true
}

// runningText reports whether at least half of a column's cells are words, and
// none is a figure or says little more than an amount.
func (t *Table) runningText(col int) bool {
	const amountWithWords = 120 // bytes
	prose, cells := 0, 0
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		c := t.Own(r, col)
		if c == nil || t.kinds[r] == RowHeading || wording.Absent(c.Text()) {
			continue
		}
		cells++
		s := c.Text()
		if isFigure(s) || len(s) < amountWithWords && len(wording.FindMoney(s)) > 0 {
			return false
		}
		if wordy(s) {
			prose++
		}
	}
	return cells > 0 && prose*2 >= cells
}

// wordy reports whether a text has two words of three letters, or is one of five
// ("виконано"): no misread figure has.
func wordy(s string) bool {
	n, long := 0, false
	words := wording.Words(wording.Fold(s))
	for _, w := range words {
		if letters := len([]rune(w)); letters >= 3 && !strings.ContainsAny(w, "0123456789") {
			n++
			long = long || letters >= 5
		}
	}
	return n >= 2 || long && len(words) == 1 || len(words) == 1 && (words[0] == "так" || words[0] == "ні")
}
