package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// lostHeading is the heading of a column that flattening put above the table.
type lostHeading struct {
	col     int
	heading wording.Heading
	path    []string
	cells   []*document.Cell // stand for the lines that the path is from
}

// lostHeadingOf makes a heading of a line, with the unit of the line below it.
func lostHeadingOf(text string, at document.Place, unit *record.UnitMention) lostHeading {
	h := lostHeading{}
	add := func(text string, at document.Place) {
		h.path = append(h.path, text)
		h.cells = append(h.cells, &document.Cell{RowSpan: 1, ColSpan: 1, Parts: []document.Part{{Text: text, Place: at}}})
	}
	add(text, at)
	h.heading = wording.ReadHeading(h.path)
	if unit != nil && len(h.heading.Units) == 0 {
		score := h.heading.Score
		add(unit.Text, unit.Place)
		units := wording.ReadHeading(h.path).Units
		h.heading.Units, h.heading.Score = units, max(score, 0.8)
	}
	return h
}

// lostHeadings looks in the lines right above a table without headings for those
// of its columns of figures: lines that are each a heading, or the unit of the
// heading above them, in order. Columns beyond the last heading that give the
// same money once more, in another unit, repeat the roles.
func (l *layout) lostHeadings(c *Context, stats []columnStats) {
	var cols []int
	for i := range l.t.Columns {
		if s := stats[i]; s.figures > 0 && s.figures*10 >= s.cells*8 && i != l.year && !contains(l.codes, i) && !l.numbersRows(i) {
			cols = append(cols, i)
		}
	}
	list := c.headingsAbove(l.t)
	if len(list) == 0 || len(cols) < len(list) {
		return
	}
	for i, h := range list {
		h.col = cols[i]
		l.lost = append(l.lost, h)
		l.money[h.col] = h.heading.Column == wording.ColumnMoney
	}
	for block := len(list); block+len(list) <= len(cols); block += len(list) {
		for i, h := range list {
			if !l.repeats(cols[i], cols[block+i]) {
				return
			}
			h.heading.Units = nil
			h.path, h.cells = h.path[:1], h.cells[:1]
			h.col = cols[block+i]
			l.lost = append(l.lost, h)
			l.money[h.col] = h.heading.Column == wording.ColumnMoney
		}
	}
}

// numbersRows reports whether a column numbers the rows: 1, 2, 3.
func (l *layout) numbersRows(col int) bool {
	last, n := 0, 0
	for r := l.t.BodyFrom; r < l.t.BodyTo; r++ {
		s := l.t.Text(r, col)
		if s == "" {
			continue
		}
		num, ok := wording.RowNumber(s)
		if !ok || !isDigits(num) || len(num) > 4 || atoi(num) != last+1 {
			return false
		}
		last, n = last+1, n+1
	}
	return n > 0
}

// headingsAbove reads the lines above a table from the nearest up, as far as
// each is a heading of figures or a unit.
func (c *Context) headingsAbove(t *Table) []lostHeading {
	const most = 12
	var list []lostHeading
	var unit *record.UnitMention
	n := 0
	for i := len(c.Lines) - 1; i >= 0 && n < most; i-- {
		l := c.Lines[i]
		if l.Block >= t.block {
			continue
		}
		if l.Table != nil || c.tableBetween(l.Block, t.block) {
			break
		}
		n++
		if onlyUnit(l.Text, l.Units()) && unit == nil {
			u := l.Units()[0]
			unit = &record.UnitMention{Unit: u.Unit, Source: record.Heading, Text: u.Text, Place: l.Place}
			continue
		}
		text := afterFigures(l.Text)
		h := wording.ReadHeading([]string{text})
		if h.Column != wording.ColumnMoney && h.Column != wording.ColumnPercent || len(wording.Words(wording.Fold(text))) > 12 {
			break
		}
		lost := lostHeadingOf(text, l.Place, unit)
		unit = nil
		list = append([]lostHeading{lost}, list...)
		if text != l.Text || l.Gap {
			break
		}
	}
	money := false
	for _, h := range list {
		money = money || h.heading.Column == wording.ColumnMoney
	}
	if !money || len(list) < 2 {
		return nil
	}
	return list
}

// afterFigures cuts what stands before a heading in its line: an amount with its
// unit, and the heading of the column of names.
func afterFigures(s string) string {
	if list := wording.FindMoney(s); len(list) > 0 {
		s = strings.TrimLeft(s[list[len(list)-1].End:], " .;:,")
	}
	for _, name := range []string{"Назва ", "Найменування ", "Показник ", "Показники "} {
		if rest, ok := strings.CutPrefix(s, name); ok && strings.ContainsFunc(rest, isLetter) && wording.ReadHeading([]string{rest}).Column == wording.ColumnMoney {
			return rest
		}
	}
	return s
}

// repeats reports whether column b gives column a's figures again: as they are,
// or a thousand or a million times as large, within their rounding.
func (l *layout) repeats(a, b int) bool {
	for _, factor := range []int64{1, 1000, 1_000_000} {
		n, same := 0, true
		for r := l.t.BodyFrom; r < l.t.BodyTo && same; r++ {
			x, ok1 := wording.ParseNumeral(l.t.Text(r, a))
			y, ok2 := wording.ParseNumeral(l.t.Text(r, b))
			if !ok1 || !ok2 {
				continue
			}
			n++
			same = timesOf(x, y, factor)
		}
		if same && n > 1 {
			return true
		}
	}
	return false
}

// timesOf reports whether y is factor times x within the printed decimals of x.
func timesOf(x, y wording.Numeral, factor int64) bool {
	scale := max(x.Decimals, y.Decimals)
	up := func(v int64, from int) (int64, bool) {
		for range scale - from {
			if v > 1<<59 || v < -1<<59 {
				return 0, false
			}
			v *= 10
		}
		return v, true
	}
	a, ok1 := up(x.Mantissa, x.Decimals)
	b, ok2 := up(y.Mantissa, y.Decimals)
	last, ok3 := up(1, x.Decimals)
	if !ok1 || !ok2 || !ok3 || a > (1<<62)/factor || last > (1<<62)/factor {
		return false
	}
	d := b - a*factor
	return d <= last*factor && -d <= last*factor
}

// fixLostMentions gives the amounts of a table (from index from on) whose
// headings stood above it the unit of their own heading alone; the other
// headings' units are not theirs.
func (c *Context) fixLostMentions(l *layout, from int) {
	if len(l.lost) == 0 {
		return
	}
	for i := from; i < len(c.Report.Amounts); i++ {
		a := &c.Report.Amounts[i]
		if a.TableID != l.t.ID {
			continue
		}
		for _, h := range l.lost {
			if h.col != a.Col {
				continue
			}
			var list []int
			for _, m := range a.Mentions {
				switch c.Report.Mentions[m].Source {
				case record.Beside, record.UnitCell, record.RowLabel, record.Heading, record.Title:
					list = appendNew(list, m)
				}
			}
			a.Mentions = list
		}
	}
}
