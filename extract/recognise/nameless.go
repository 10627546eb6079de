package recognise

import (
	"strings"

	"zvit/extract/wording"
)

// namelessMoney makes money of the columns of figures of a table that lost all of
// its headings, in a report that speaks of money: cells with decimals or groups of
// thousands. Their role is not known, and nothing near them says their unit.
// Numbers of rows, years, codes and columns that may be percentages are left.
func (l *layout) namelessMoney(c *Context, stats []columnStats) {
	if !c.onProgramme() || l.t.To-l.t.From < 2 || !l.t.nameless() {
		return
	}
	for i := range l.t.Columns {
		s := stats[i]
		if i == l.year || contains(l.codes, i) || s.figures < 2 || s.figures*10 < s.cells*8 || l.numbersRows(i) {
			continue
		}
		l.money[i] = l.t.moneyShaped(i)
		l.weak[i] = l.money[i]
	}
}

// nameless reports whether no column has a heading.
func (t *Table) nameless() bool {
	for i := range t.Columns {
		if len(t.Columns[i].Path) > 0 {
			return false
		}
	}
	return true
}

// moneyShaped reports whether most figures of a column have decimals or groups,
// and one of them is over a hundred.
func (t *Table) moneyShaped(col int) bool {
	shaped, figures, large := 0, 0, false
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		n, ok := wording.ParseNumeral(t.Text(r, col))
		if !ok || n.Mantissa == 0 {
			continue
		}
		figures++
		if n.Decimals > 0 || n.Grouped {
			shaped++
		}
		whole, _, _ := strings.Cut(strings.TrimLeft(n.String(), "-"), ",")
		large = large || len(whole) > 2 && whole != "100"
	}
	return figures > 0 && shaped*2 > figures && large
}
