package recognise

import (
	"math"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// rolesByExecution tells plan from fact where the heading of one or both says
// neither ("Сума", a word that scanning left unreadable), by the percentages of
// execution right of them: in nearly all rows the fact is that share of the plan,
// and of no two other columns is it so. Words stand above figures: columns that
// say their role keep it.
func (t *Table) rolesByExecution() {
	const most = 5 // columns that may be the plan; of more, two fit by chance
	from := 0
	for p := range t.Columns {
		h := &t.Columns[p].Heading
		if h.Column != wording.ColumnPercent || h.Role != record.Actual {
			continue
		}
		var plans, actuals []int
		unsaid := false
		for i := from; i < p; i++ {
			c := &t.Columns[i]
			switch h := &c.Heading; {
			case h.Column == wording.ColumnMoney && h.Said && (h.Role == record.Planned || h.Role == record.Approved || h.Role == record.Annual):
				plans = append(plans, i)
			case h.Column == wording.ColumnMoney && h.Said && h.Role == record.Actual:
				actuals = append(actuals, i)
			case (h.Column == wording.ColumnMoney && !h.Said && h.Role != record.Tariff || h.Column == wording.ColumnUnknown && len(c.Path) > 0) && t.figuresUnder(i):
				plans, actuals, unsaid = append(plans, i), append(actuals, i), true
			}
		}
		if unsaid && len(plans) <= most {
			t.giveRolesByExecution(p, plans, actuals)
		}
		from = p + 1
	}
}

// giveRolesByExecution gives the one pair of columns of which the percentages of
// column p are the execution the roles that their headings do not say.
func (t *Table) giveRolesByExecution(p int, plans, actuals []int) {
	plan, actual := -1, -1
	for _, y := range plans {
		for _, x := range actuals {
			if x == y || !t.executes(p, y, x) {
				continue
			}
			if plan >= 0 {
				return
			}
			plan, actual = y, x
		}
	}
	if plan < 0 {
		return
	}
	t.Columns[plan].proved(record.Planned)
	t.Columns[actual].proved(record.Actual)
}

// proved gives a column whose heading says no role the one that its figures prove.
func (c *Column) proved(role record.Role) {
	if h := &c.Heading; !h.Said {
		h.Column, h.Role, h.Said, h.Score = wording.ColumnMoney, role, true, 0.8
	}
}

// executes reports whether the percentages of column p are those of the column
// actual to the column plan, within their printed decimals, in nearly all rows and
// in two different ones at least.
func (t *Table) executes(p, plan, actual int) bool {
	rows, fit := 0, 0
	first, different := wording.Numeral{}, false
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		share, ok := wording.ParseNumeral(strings.TrimRight(t.Text(r, p), " %"))
		y, ok2 := wording.ParseNumeral(t.Text(r, plan))
		x, ok3 := wording.ParseNumeral(t.Text(r, actual))
		if !ok || !ok2 || !ok3 || y.Mantissa == 0 || x.Mantissa == 0 || share.Mantissa == 0 {
			continue
		}
		rows++
		want := 100 * decimal(x) / decimal(y)
		if math.Abs(want-decimal(share)) > 0.51*math.Pow10(-share.Decimals) {
			continue
		}
		fit++
		if want < 99.5 || want > 100.5 {
			different = different || first.Mantissa != 0 && first != share
			first = share
		}
	}
	return fit >= 2 && different && fit*10 >= rows*9
}

func decimal(n wording.Numeral) float64 { return float64(n.Mantissa) * math.Pow10(-n.Decimals) }
