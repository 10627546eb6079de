package recognise

import (
	"slices"
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// register is a list of programmes with the decisions that approve and change
// them, with or without their money.
type register struct{}

func (register) Form() string { return string(record.Register) }

// Opens knows "Перелік діючих програм", "Реєстр місцевих програм", "Список
// чинних програм", and refuses lists within a programme.
func (register) Opens(line *phrase) bool {
	folded, words := line.Folded, line.Words()
	if len(words) < 2 || len(words) > 25 || wording.EndsSentence(folded) || strings.HasSuffix(folded, ":") {
		return false
	}
	for i, w := range words[:min(len(words), 4)] {
		switch {
		case w == "перелік", w == "реєстр", w == "список", w == "розподіл":
			for _, next := range words[i+1:] {
				if strings.HasPrefix(next, "заход") || strings.HasPrefix(next, "показник") || strings.HasPrefix(next, "об'єкт") || strings.HasPrefix(next, "видатк") {
					return false
				}
				if next == "програм" || strings.HasPrefix(next, "рішен") {
					return true
				}
			}
			return false
		case strings.HasPrefix(w, "діюч") || strings.HasPrefix(w, "чинн"):
			return i+1 < len(words) && len(words) <= 8 && strings.Contains(strings.Join(words[i+1:], " "), "програм")
		}
	}
	return false
}

// Claim looks for a table of programmes and decisions.
func (f register) Claim(c *Context) float64 {
	for _, t := range c.Tables {
		if registerTable(t) {
			return 0.75
		}
	}
	return f.listed(c)
}

// listed claims a list of programmes in lines of text under its title.
func (f register) listed(c *Context) float64 {
	const least = 3 // programmes of a list
	titled, programmes := false, 0
	for _, l := range c.Lines {
		switch {
		case l.Kind == document.Furniture:
		case f.Opens(l.phrase):
			titled = true
		case titled && strings.Contains(l.Folded, "програм") && len(findDecisions("рішення: "+l.Text)) > 0:
			programmes++
		}
	}
	if titled && programmes >= least {
		return 0.55
	}
	return 0
}

// registerTable reports whether a table lists programmes with their decisions:
// most of its rows name a programme, most have a decision's number and date.
func registerTable(t *Table) bool {
	if t.Signature || t.BodyTo-t.BodyFrom < 2 || t.fieldNames() {
		return false
	}
	if t.Has(wording.ColumnMeasure) && !t.Has(wording.ColumnDecision) {
		return false
	}
	const (
		sample  = 80  // rows that tell a register
		longest = 900 // bytes of a cell that names a programme or a decision
	)
	says := func(row int, what func(text string) bool) bool {
		texts, _ := t.texts(row)
		return slices.ContainsFunc(texts, func(s string) bool { return len(s) <= longest && what(s) })
	}
	var rows, decisions []int
	for r := t.BodyFrom; r < min(t.BodyTo, t.BodyFrom+sample); r++ {
		if t.Kind(r) != RowData {
			continue
		}
		rows = append(rows, r)
		if says(r, namesDecision) {
			decisions = append(decisions, r)
		}
	}
	if len(decisions) < 2 {
		return false
	}
	named, both := 0, 0
	for _, r := range rows {
		if says(r, namesProgramme) {
			named++
			if slices.Contains(decisions, r) {
				both++
			}
		}
	}
	decided := len(decisions)
	// Rows of chief managers may stand between those of their programmes.
	return named*10 >= decided*6 && decided*10 >= len(rows)*6 || both == decided && decided*10 >= len(rows)*3 && len(t.Columns) > 4
}

func namesProgramme(text string) bool { return strings.Contains(wording.Fold(text), "програм") }

// namesDecision reports whether a cell of decisions has a decision's number.
func namesDecision(text string) bool {
	return hasNumberSign(text) && len(findDecisions("рішення: "+text)) > 0 || bareDecision(text)
}

// bareDecision reports whether a cell is a decision's number and date without a
// number sign: "27-10/VIII від 18.11.2022".
func bareDecision(text string) bool {
	if len(text) >= 60 {
		return false
	}
	dates := wording.FindDates(text)
	return len(dates) == 1 && strings.ContainsAny(text[:dates[0].Start]+text[dates[0].End:], "0123456789")
}

// Head fills the head.
func (f register) Head(c *Context) {
	c.findTitle(f.Opens)
	if c.Title == nil {
		c.findTitle(programmeReport{}.Opens) // a report on several programmes
	}
	c.ReadHead(record.Register)
	c.Report.Programme, c.Report.ProgrammeKey = "", "" // it lists many
	if c.Report.Title == "" {
		for _, l := range c.Lines {
			if l.Kind == document.Heading {
				c.Report.Title = oneLine(l.Text)
				break
			}
		}
	}
}

// Table makes a line of each programme, with the money that its row has, and
// gives the decisions of its row their roles: that of the column of decisions
// approves, those of the column of changes amend.
func (register) Table(c *Context, t *Table) (string, bool) {
	if !registerTable(t) {
		return "", false
	}
	l := c.layoutOf(t).copied()
	if col := programmeColumn(t); col >= 0 {
		l.name, l.named = col, true
	}
	if l.any() {
		c.readLines(l)
	} else {
		for r := t.BodyFrom; r < t.BodyTo; r++ {
			if k := t.Kind(r); k == RowBlank || k == RowHeading || k == RowTotal {
				continue
			}
			line := c.AddLine(t, r, record.Line{Name: l.rowName(r)})
			c.addRowCodes(l, r, record.SubjectLine, line.ID)
		}
	}
	c.registerDecisions(t)
	return string(record.Register), true
}

// programmeColumn is the column that names the programmes: the one whose heading
// says so, and no code's.
func programmeColumn(t *Table) int {
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Heading.Column == wording.ColumnCode || c.Heading.Column == wording.ColumnMoney || len(c.Path) == 0 || c.Heading.Column == wording.ColumnDecision {
			continue
		}
		if f := wording.Fold(c.Path[len(c.Path)-1]); wording.HasStems(f, "назв", "програм") || wording.HasStems(f, "найменув", "програм") || strings.HasPrefix(f, "програм") {
			return i
		}
	}
	return -1
}

// registerDecisions reads the decisions of a register anew, cell by cell: the
// words that say what a decision is to its programme are those of its column,
// and a number and its date may stand in two paragraphs, without a number sign.
func (c *Context) registerDecisions(t *Table) {
	inside := map[document.Place]bool{}
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		for i := range t.Rows[r].Cells {
			for _, p := range t.Rows[r].Cells[i].Parts {
				inside[p.Place] = true
			}
		}
	}
	kept := c.Report.Decisions[:0]
	for _, d := range c.Report.Decisions {
		if !inside[d.Place] {
			kept = append(kept, d)
		}
	}
	c.Report.Decisions = kept
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if t.Kind(r) == RowHeading {
			continue
		}
		approved := false
		for i := range t.Rows[r].Cells {
			cell := &t.Rows[r].Cells[i]
			if len(cell.Parts) == 0 || cell.Col >= len(t.Columns) {
				continue
			}
			text := oneLine(t.cells.of(cell))
			role := columnRole(&t.Columns[cell.Col])
			for j, d := range registered(text) {
				own := role
				if own == "" {
					own, _ = roleWords(newPhrase(outsideQuotes(text[:d.start])))
				}
				switch {
				case own == "" && !approved:
					own = record.Approves
				case own == "", own == record.Approves && j > 0:
					own = record.Amends
				}
				approved = approved || own == record.Approves
				c.Report.Decisions = append(c.Report.Decisions, record.Decision{
					Role: own, Number: d.number, DecidedOn: d.date, Printed: text[d.start:d.end], Place: cell.Parts[0].Place,
				})
			}
		}
	}
}

// columnRole is what the heading of a column says of the decisions below it.
func columnRole(c *Column) record.DecisionRole {
	h := wording.Fold(c.HeaderPath())
	switch {
	case strings.Contains(h, "скасув") || strings.Contains(h, "втрат"):
		return record.Repealed
	case strings.HasPrefix(h, "змін") || wording.HasStems(h, "змін") && !wording.HasStems(h, "затвердж"):
		return record.Amends
	case c.Heading.Column == wording.ColumnDecision:
		return record.Approves
	}
	return ""
}

// unsigned is a decision's number without its sign before its date.
var unsigned = wording.Expr(`^\s*(\d+(?:\s?[-–/]\s?[\dIVXLCІХМA-ZА-ЯҐЄІЇ]{1,5})+)\s+від\s+`)

// registered returns the decisions of a register's cell.
func registered(text string) []decisionSpan {
	const said = "рішення: "
	list := findDecisions(said + text)
	for i := range list {
		list[i].start, list[i].end = max(list[i].start-len(said), 0), list[i].end-len(said)
	}
	if len(list) == 0 {
		if m := unsigned.FindStringSubmatchIndex(text); m != nil {
			for _, d := range wording.FindDates(text) {
				if d.Start == m[1] {
					return []decisionSpan{{number: tight(text[m[2]:m[3]]), date: d.ISO, start: m[2], end: d.End}}
				}
			}
		}
	}
	return list
}

// Prose reads the amounts and codes of the running text.
func (register) Prose(c *Context) {
	c.ReadProse()
	c.proseCodes()
}
