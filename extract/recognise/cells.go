package recognise

import (
	"strings"
	"unicode"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// CellAmount is one figure of money in a cell.
type CellAmount struct {
	Printed string // the numeral, or the whole text where no numeral is in it
	Exact   string // see record.Amount.Exact
	Words   string // the amount in words beside it
	Label   string // words of the cell that stand before it
	Beside  *record.UnitMention
	Per     string // what the money is for one of; then it is a tariff
	// Part says that another figure of the cell is the sum, or the first: this
	// one is said beside it.
	Part  bool
	Place document.Place
}

// CellAmounts reads the figures of a cell that holds money: a numeral; numerals
// with their units, words or labels; a sum written out ("2394,00+417,00=2811,00").
// Absent cells give none, nor those that say so in words; another text without a
// numeral gives itself.
func (t *Table) CellAmounts(row, col int) []CellAmount {
	cell := t.Cell(row, col)
	if cell == nil {
		return nil
	}
	text := t.cells.of(cell)
	if wording.Absent(text) || wording.SaysNoMoney(text) {
		return nil
	}
	at := t.CellPlace(row, col)
	if _, ok := wording.ParseNumeral(text); ok {
		return []CellAmount{{Printed: text, Exact: exact(cell), Place: at}}
	}
	list, others := figuresIn(wording.Read(text), at)
	if len(list) == 0 || garbled(text, list, others) {
		return []CellAmount{{Printed: oneLine(text), Place: at}}
	}
	t.labelByLines(row, col, list)
	if runTogether(text, list) {
		return []CellAmount{{Printed: oneLine(text), Place: at}}
	}
	if len(list) == 1 && len(others) == 0 {
		list[0].Exact = exact(cell)
	}
	sum := strings.LastIndexByte(text, '=')
	for i := range list {
		switch {
		case sum >= 0 && strings.ContainsRune(text[:sum], '+'):
			list[i].Part = list[i].start < sum
		case i > 0 && list[i].Label == "":
			list[i].Part = true
		}
	}
	out := make([]CellAmount, len(list))
	for i := range list {
		out[i] = list[i].CellAmount
	}
	return out
}

// exact is the number that the file holds for a cell of one piece.
func exact(c *document.Cell) string {
	if len(c.Parts) != 1 {
		return ""
	}
	return c.Parts[0].Exact
}

type foundAmount struct {
	CellAmount
	start, end int
}

// labelByLines gives the figures of a cell the labels that the row's source cell
// has, line by line, where the two have as many.
func (t *Table) labelByLines(row, col int, list []foundAmount) {
	at := t.First(wording.ColumnSource)
	if at < 0 || at == col || len(list) < 2 {
		return
	}
	var lines []string
	for _, l := range strings.Split(t.Text(row, at), "\n") {
		if l = oneLine(l); l != "" {
			lines = append(lines, l)
		}
	}
	if len(lines) != len(list) {
		return
	}
	for i := range list {
		if list[i].Label != "" {
			return
		}
	}
	for i := range list {
		list[i].Label = lines[i]
	}
}

// amountsIn finds the figures of a text, with units or without, in order.
func amountsIn(text *wording.Text, at document.Place) []foundAmount {
	list, _ := figuresIn(text, at)
	return list
}

// figuresIn finds the figures of money of a text, and the other figures in it:
// years and percentages.
func figuresIn(said *wording.Text, at document.Place) (list, others []foundAmount) {
	text, money := said.String(), said.Money()
	for _, m := range money {
		list = append(list, foundAmount{CellAmount{
			Printed: m.Printed, Words: m.Words, Place: at,
			Beside: &record.UnitMention{Unit: m.Unit, Source: record.Beside, Text: m.UnitText, Place: at},
		}, m.Start, m.End})
	}
	for _, n := range said.Numerals() {
		inside := false
		for _, m := range money {
			inside = inside || n.Start < m.End && n.End > m.Start
		}
		if inside {
			continue
		}
		f := foundAmount{CellAmount{Printed: text[n.Start:n.End], Place: at}, n.Start, n.End}
		if isYear(f.Printed) || percentAfter(text[n.End:]) {
			others = append(others, f)
			continue
		}
		i := len(list)
		for i > 0 && list[i-1].start > f.start {
			i--
		}
		list = append(list[:i], append([]foundAmount{f}, list[i:]...)...)
	}
	end := 0
	for i := range list {
		list[i].Label = labelOf(text[end:list[i].start])
		end = list[i].end
	}
	return list, others
}

func percentAfter(s string) bool {
	return strings.HasPrefix(strings.TrimLeft(s, " \u00a0"), "%")
}

// labelOf takes the words that lead to a figure from the text before it.
func labelOf(s string) string {
	if i := strings.LastIndexAny(s, "\n;"); i >= 0 {
		if rest := strings.TrimSpace(s[i+1:]); rest != "" {
			s = rest
		}
	}
	s = oneLine(strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("-–—:;,.()+=•", r)
	}))
	if !strings.ContainsFunc(s, unicode.IsLetter) && !strings.ContainsFunc(s, unicode.IsDigit) {
		return ""
	}
	return s
}

// AddCellAmounts adds the figures of a money cell. proto gives the subject, and
// what the row says (source, year, label, total, level); the column's heading
// says the rest. It returns how many it added.
func (c *Context) AddCellAmounts(t *Table, row, col int, proto record.Amount) int {
	h := &t.Columns[col].Heading
	n := 0
	type scope struct {
		year   int
		role   record.Role
		fund   record.Fund
		source record.MoneySource
	}
	said := map[scope]bool{}
	fundAbove := t.fundAbove()
	list, roles, ok := t.planAndFactIn(row, col)
	if !ok {
		list = c.cellAmounts(t, row, col, proto.SubjectID)
	}
	units := t.unitOfEach(col, list)
	for i, f := range list {
		a := proto
		a.Printed, a.Exact, a.Words, a.Place = f.Printed, f.Exact, f.Words, f.Place
		a.TableID, a.Row, a.Col = t.ID, row, col
		a.HeaderPath = t.Columns[col].HeaderPath()
		switch {
		case a.Role != "":
		case ok:
			a.Role = roles[i]
		default:
			a.Role = h.Role
		}
		a.Year, a.Period = or(h.Year, a.Year), or(h.Period, a.Period)
		a.Fund, a.Source = or(h.Fund, a.Fund), or(h.Source, a.Source)
		if h.Source == "" && a.Source != "" && t.wholeOfSources(col) {
			a.Source = ""
		}
		a.Fund = or(a.Fund, fundAbove)
		a.Label = or(a.Label, t.Columns[col].Part)
		if f.Label != "" {
			in := t.heads.Read(f.Label)
			a.Year, a.Fund, a.Source = or(in.Year, a.Year), or(in.Fund, a.Fund), or(in.Source, a.Source)
			if a.Year == 0 && isYear(f.Label) {
				a.Year = wording.Years(f.Label)[0]
			}
			if in.Said && !h.Said && proto.Role == "" && !f.Part {
				a.Role = in.Role // "План: 100,0", "Факт: 98,5" under "Обсяги фінансування"
			}
			a.Label = joinWords(a.Label, f.Label)
		}
		beside := f.Beside
		if i < len(units) {
			beside = &units[i]
		}
		a.Mentions = c.units(t, row, col, beside)
		in := scope{a.Year, a.Role, a.Fund, a.Source}
		switch {
		case f.Per != "" || t.tariff(row, col):
			a.Role = record.Tariff
		case ok:
		case f.Part || said[in]:
			// A second figure of one scope is said beside the first, not added to it.
			a.Role = record.Other
		case a.Role == "":
			a.Role = record.Other
		}
		if a.Role == record.Other && a.Label == "" && len(t.Columns[col].Path) > 0 {
			a.Label = t.Columns[col].Path[len(t.Columns[col].Path)-1]
		}
		said[in] = said[in] || !f.Part
		c.AddAmount(a)
		n++
	}
	return n
}

// cellAmounts is CellAmounts of a cell, whose share of the plan, where its heading
// says that there is one, is kept as a percentage of its subject.
func (c *Context) cellAmounts(t *Table, row, col int, subjectID string) []CellAmount {
	money, share, ok := t.moneyAndShare(row, col)
	if !ok {
		return t.CellAmounts(row, col)
	}
	if t.Columns[col].Heading.Role == record.Actual {
		c.addRatio(t, row, col, subjectID, share)
	}
	return []CellAmount{money}
}

// AddRowMoney adds the amounts of all money columns of a row, and its printed
// percentages. It returns how many amounts it added.
func (c *Context) AddRowMoney(t *Table, row int, proto record.Amount) int {
	n := 0
	for col := range t.Columns {
		switch t.Columns[col].Heading.Column {
		case wording.ColumnMoney:
			if t.coveredFromLeft(row, col) || t.countsInRow(row, col) {
				continue
			}
			n += c.AddCellAmounts(t, row, col, proto)
		case wording.ColumnPercent:
			c.AddRatio(t, row, col, proto.SubjectID)
		}
	}
	return n
}

// AddRatio keeps a printed percentage of execution.
func (c *Context) AddRatio(t *Table, row, col int, subjectID string) {
	text := t.Text(row, col)
	if t.Own(row, col) == nil || wording.Absent(text) {
		return
	}
	c.addRatio(t, row, col, subjectID, oneLine(text))
}

func (c *Context) addRatio(t *Table, row, col int, subjectID, printed string) {
	h := &t.Columns[col].Heading
	c.Report.Ratios = append(c.Report.Ratios, record.Ratio{
		SubjectID: subjectID, TableID: t.ID, Row: row, Col: col, Year: h.Year, Fund: h.Fund,
		HeaderPath: t.Columns[col].HeaderPath(), Printed: printed, Place: t.CellPlace(row, col),
	})
}

// coveredFromLeft reports whether the slot belongs to a cell that another slot
// already gives: a span over several money columns is one figure, and one that
// comes down from the row above was read there.
func (t *Table) coveredFromLeft(row, col int) bool {
	cell := t.Cell(row, col)
	return cell != nil && (cell.Col < col || t.Cell(row-1, col) == cell && row > t.BodyFrom)
}

// or returns a where it is set, else b.
func or[T comparable](a, b T) T {
	var zero T
	if a != zero {
		return a
	}
	return b
}

func joinWords(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// moneyOnly reports whether a text is an amount with its unit and no more.
func moneyOnly(text string) bool {
	list := wording.FindMoney(text)
	if len(list) != 1 {
		return false
	}
	rest := text[:list[0].Start] + text[list[0].End:]
	return len([]rune(strings.TrimFunc(rest, func(r rune) bool { return !isInk(r) }))) == 0
}

func joinLabel(a, b string) string {
	if b == "" || wording.Absent(b) || isFigure(b) {
		return a
	}
	return joinWords(a, b)
}
