package recognise

import (
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// programmePlan is a local programme itself, or a change to it: its passport,
// its plan of measures with years and sources as columns or as rows, and its
// table of financing.
type programmePlan struct{}

func (programmePlan) Form() string { return string(record.Programme) }

// Opens knows "Програма розвитку ...", "Паспорт міської цільової програми",
// "Заходи програми", "Ресурсне забезпечення програми".
func (programmePlan) Opens(line *phrase) bool {
	folded, words := line.Folded, line.Words()
	for len(words) > 0 && (isDigits(words[0]) || words[0] == "додаток") {
		words = words[1:]
	}
	if len(words) == 0 || len(words) > 40 {
		return false
	}
	if words[0] == "паспорт" {
		return len(words) == 1 || wording.HasStems(folded, "програм") && !wording.HasStems(folded, "бюджетн", "програм") && !wording.EndsSentence(folded)
	}
	return opensProgramme(line)
}

// financingTitle knows the heads of the tables of financing.
func financingTitle(line *phrase) bool {
	folded := line.Folded
	return len(line.Words()) < 30 && (wording.HasStems(folded, "ресурсн", "забезпеч") || wording.HasStems(folded, "обсяг", "джерел", "фінансув") ||
		wording.HasStems(folded, "джерел", "фінансув", "програм") || wording.HasStems(folded, "фінансов", "забезпеч", "програм"))
}

// Claim wants a plan without a word of what was done: a title or a table of
// measures or of financing, and no column of actual money.
func (f programmePlan) Claim(c *Context) float64 {
	claim := 0.0
	for i, l := range c.Lines {
		switch {
		case l.Kind == document.Furniture:
			continue
		case l.Folded == "паспорт":
			if i+1 < len(c.Lines) && f.Opens(&phrase{Folded: "паспорт " + c.Lines[i+1].Folded}) {
				claim = max(claim, 0.5)
			}
		case (programmeReport{}).Opens(l.phrase):
			return 0
		case c.opensAt(i, f.Opens):
			claim = max(claim, 0.4)
		case financingTitle(l.phrase), changesProgramme(l.phrase) >= 0:
			claim = max(claim, 0.35)
		}
	}
	for _, t := range c.Tables {
		for i := range t.Columns {
			h := t.Columns[i].Heading
			if h.Role == record.Actual && (h.Column == wording.ColumnMoney || h.Column == wording.ColumnActual) {
				return 0
			}
			if h.Column == wording.ColumnInformation && wording.HasStems(wording.Fold(t.Columns[i].HeaderPath()), "викон") {
				return 0 // what was done
			}
		}
		switch {
		case measuresTable(t, claim > 0) || c.headless(t) >= 0:
			claim += 0.25
		case c.financingTable(t) != nil:
			claim += 0.2
		}
	}
	return min(claim, 0.9)
}

// Head fills the head; a decision that changes a programme names it in a
// sentence.
func (f programmePlan) Head(c *Context) {
	c.findTitle(f.Opens)
	c.ReadHead(record.Programme)
	r := c.Report
	defer c.periodOfYears()
	if r.Programme != "" && r.PeriodFrom != "" {
		return
	}
	for _, l := range c.Lines {
		at := changesProgramme(l.phrase)
		if at < 0 || l.Kind == document.Furniture {
			continue
		}
		name := cutWords(l.Text[at:], "затверджен")
		if n := programmeName("Зміни до " + name); n != "" && r.Programme == "" {
			r.Programme = n
			c.keyProgramme(r.Authority)
		}
		if p, ok := wording.FindPeriod(name); ok && r.PeriodFrom == "" {
			r.PeriodFrom, r.PeriodTo = p.From, p.To
		}
		return
	}
}

// periodOfYears takes the period of a plan that names none from the years of its
// money.
func (c *Context) periodOfYears() {
	if c.Report.PeriodFrom != "" {
		return
	}
	from, to := 0, 0
	for _, t := range c.Tables {
		for i := range t.Columns {
			if h := t.Columns[i].Heading; h.Column == wording.ColumnMoney && h.Year > 0 {
				if from == 0 || h.Year < from {
					from = h.Year
				}
				to = max(to, h.Year)
			}
		}
	}
	if from > 0 {
		c.Report.PeriodFrom, c.Report.PeriodTo = itoa(from), itoa(to)
	}
}

// changesProgramme returns where the word "програми" stands in a sentence that
// changes or approves one ("Внести зміни до Програми ..."); -1 where none does.
func changesProgramme(line *phrase) int {
	folded := line.Folded
	if len(folded) > 3000 || !wording.HasStems(folded, "внест", "змін", "програм") && !wording.HasStems(folded, "виклас", "програм") && !wording.HasStems(folded, "змін", "програм") {
		return -1
	}
	return programmeWord(line.Text)
}

// cutWords cuts a text before the first word that begins with a stem.
func cutWords(text, stem string) string {
	at := 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\u00a0' }) {
		i := strings.Index(text[at:], w)
		at += i
		if strings.HasPrefix(strings.TrimLeft(wording.Fold(w), "("), stem) {
			return strings.TrimSpace(text[:at])
		}
		at += len(w)
	}
	return text
}

// Table reads tables of measures, those whose headings of number and measure
// were lost among them, tables of financing, and the passport's rows.
func (programmePlan) Table(c *Context, t *Table) (string, bool) {
	if c.Report.Kind == record.Programme && !t.Has(wording.ColumnCode) {
		if col := c.headless(t); col >= 0 {
			t.Columns[col].Heading.Column = wording.ColumnMeasure
			if col > 0 && !t.Columns[0].known() && t.numbered(0) {
				t.Columns[0].Heading.Column = wording.ColumnNumber
			}
		}
		if measuresTable(t, true) {
			l := c.findLayout(t)
			for i := range l.money {
				// What the headings call money stays so among measures.
				l.money[i] = l.money[i] || t.Columns[i].Heading.Column == wording.ColumnMoney
			}
			l.apply()
			c.readMeasures(t)
			return "measures", true
		}
	}
	if l := c.financingTable(t); l != nil {
		c.readLines(l)
		return "financing", true
	}
	if c.Report.Kind == record.Programme && c.passportOfProgramme(t) {
		return "passport", true
	}
	return "", false
}

func (c *Column) known() bool { return len(c.Path) > 0 }

// numbered reports whether a column without a heading numbers the rows.
func (t *Table) numbered(col int) bool {
	n := 0
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		s := oneLine(t.Text(r, col))
		if s == "" {
			continue
		}
		if _, ok := wording.RowNumber(s); !ok && t.Kind(r) == RowData {
			return false
		} else if ok {
			n++
		}
	}
	return n > 0
}

// headless returns the column of measures of a table that has money with sources
// or executors, and words in a column that lost its heading; -1 where it has a
// heading, or is no such table.
func (c *Context) headless(t *Table) int {
	if !t.headed() || t.Has(wording.ColumnMeasure) || t.Has(wording.ColumnTask) || t.Has(wording.ColumnName) || t.Has(wording.ColumnCode) ||
		!t.Has(wording.ColumnMoney) || !t.Has(wording.ColumnSource) && !t.Has(wording.ColumnExecutor) && !t.Has(wording.ColumnTerm) {
		return -1
	}
	for i := range t.Columns {
		if t.Columns[i].known() {
			continue
		}
		if s := t.stats(i); s.words > 0 && s.words*2 > s.cells && !t.numbered(i) {
			return i
		}
	}
	return -1
}

// financingTable returns the layout of a table that splits a programme's money
// by source and year: its rows name sources, or its headings are years and
// sources, and nothing of it is spent yet.
func (c *Context) financingTable(t *Table) *layout {
	if t.Signature || !t.headed() || t.Has(wording.ColumnMeasure) || t.Has(wording.ColumnCode) || t.Has(wording.ColumnPercent) || indicatorsTable(t) {
		return nil
	}
	if !t.Has(wording.ColumnSource) && !c.titledFinancing(t) {
		return nil
	}
	l := c.layoutOf(t)
	if !l.any() || l.count(record.Actual) > 0 {
		return nil
	}
	sources := 0
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		if l.rowHasMoney(r) && (shortSource(l.rowName(r)) != "" || wording.HasStems(wording.Fold(l.rowName(r)), "бюджет")) {
			sources++
		}
	}
	years := 0
	for i, m := range l.money {
		if m && (t.Columns[i].Heading.Year > 0 || t.Columns[i].Heading.Source != "") {
			years++
		}
	}
	if sources == 0 && years == 0 {
		return nil
	}
	return l
}

// titledFinancing reports whether a line above the table, or its first heading,
// is of a table of financing.
func (c *Context) titledFinancing(t *Table) bool {
	for _, l := range t.Above {
		if financingTitle(l.phrase) {
			return true
		}
	}
	for i := range t.Columns {
		if wording.HasStems(wording.Fold(t.Columns[i].HeaderPath()), "обсяг", "кошт", "програм") {
			return true
		}
	}
	return false
}

// passportOfProgramme reads the rows of a programme's passport, a label and its
// value each: the volume of financing is the report's own plan, the sources
// below it are its parts. It returns false where the table has no such row.
func (c *Context) passportOfProgramme(t *Table) bool {
	if t.headed() || len(t.Columns) > 5 || len(t.Columns) < 2 {
		return false
	}
	open, found := false, false
	var unit *record.UnitMention // of the volume's label
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		label, at := t.Label(r)
		if at < 0 {
			continue
		}
		value := -1
		for i := range t.Rows[r].Cells {
			if cell := &t.Rows[r].Cells[i]; cell.Col > at && strings.ContainsAny(cell.Text(), "0123456789") {
				value = cell.Col
			}
		}
		volume := volumeLabel(label)
		source := shortSource(label)
		fund := wording.FundOf(label)
		if value < 0 {
			open = open && wording.IsPart(label) || volume
			continue
		}
		figures := isFigure(t.Text(r, value)) || len(wording.FindMoney(t.Text(r, value))) > 0
		year := 0
		if years := wording.Years(label); len(years) == 1 && len(wording.Words(wording.Fold(label))) < 4 {
			year = years[0]
		}
		if !figures || !volume && !(open && (source != "" || fund != "" || year > 0)) {
			open = false
			continue
		}
		a := record.Amount{
			Subject: record.SubjectReport, SubjectID: c.Report.ID, Role: record.Planned, IsTotal: true, Year: year, Label: shorten(label),
		}
		if !volume {
			a.Source, a.Fund = source, fund
		}
		if volume {
			unit = nil
			for _, u := range unitsWithout(label) {
				unit = &record.UnitMention{Unit: u.Unit, Source: record.RowLabel, Text: u.Text, Place: t.CellPlace(r, at)}
			}
		}
		from := len(c.Report.Amounts)
		c.AddCellAmounts(t, r, value, a)
		c.mentionUnit(from, unit, volume)
		open, found = true, true
	}
	return found
}

// mentionUnit gives amounts (from index from on) without a unit beside them that
// of the label of the volume: their own row's, or the one above.
func (c *Context) mentionUnit(from int, unit *record.UnitMention, own bool) {
	if unit == nil {
		return
	}
	m := *unit
	if !own {
		m.Source = record.LineAbove
	}
	for i := from; i < len(c.Report.Amounts); i++ {
		a := &c.Report.Amounts[i]
		if len(a.Mentions) > 0 && (c.Report.Mentions[a.Mentions[0]].Source == record.Beside || c.Report.Mentions[a.Mentions[0]].Source == record.RowLabel) {
			continue
		}
		a.Mentions = append([]int{c.Mention(m)}, a.Mentions...)
	}
}

// volumeLabel reports whether a label is of the programme's whole money.
func volumeLabel(label string) bool {
	f := wording.Fold(label)
	return wording.HasStems(f, "обсяг", "фінансов") || wording.HasStems(f, "обсяг", "фінансув") || wording.HasStems(f, "обсяг", "ресурс") || wording.HasStems(f, "обсяг", "кошт")
}

// Prose reads declared totals and the other amounts of the running text.
func (programmePlan) Prose(c *Context) {
	c.ReadProse()
	c.proseWords()
}
