package recognise

import (
	"strconv"
	"strings"

	"zvit/extract/document"
	"zvit/extract/record"
	"zvit/extract/wording"
)

// measureTable reads one table of measures.
type measureTable struct {
	*Table
	c                                                   *Context
	number, task, measure, term, executor, source, year int
	info                                                []int           // columns that say what was done, or why not
	open                                                string          // id of the measure whose rows go on
	openAt                                              int             // index of it in Report.Measures
	section                                             string          // text of the last section row
	partOf                                              string          // id of the total line whose parts follow
	own                                                 map[int]bool    // see ownTotals
	taskOnce                                            bool            // see printsTasksOnce
	groups                                              map[int]string  // see findGroups
	said                                                map[int]string  // what tells a row from the rest of its measure, by row
	sources                                             map[string]bool // what the column of sources says, folded
	codes                                               *layout         // of a table with codes; nil without
}

func (c *Context) readMeasures(t *Table) {
	t.oneYear(c.Report)
	c.spentMeasures(t)
	c.headlessMoney(t)
	m := &measureTable{
		Table: t, c: c,
		number: t.First(wording.ColumnNumber), task: t.First(wording.ColumnTask), measure: t.First(wording.ColumnMeasure),
		term: t.First(wording.ColumnTerm), executor: t.First(wording.ColumnExecutor),
		info: t.informing(), source: t.First(wording.ColumnSource),
		year: t.First(wording.ColumnYear),
	}
	m.own, m.said, m.taskOnce = m.ownTotals(), map[int]string{}, m.printsTasksOnce()
	m.groups, m.sources = m.findGroups(), m.namedSources()
	if t.Has(wording.ColumnCode) {
		m.codes = c.layoutOf(t)
	}
	from := len(c.Report.Amounts)
	for r := t.BodyFrom; r < t.BodyTo; r++ {
		switch t.Kind(r) {
		case RowBlank, RowHeading, RowPercent:
		case RowTotal:
			if m.own[r] && m.open != "" {
				m.whole(r)
			} else {
				m.total(r)
			}
		case RowPart:
			m.part(r)
		case RowSection:
			m.head(r)
		case RowData:
			if m.groups[r] != "" {
				m.group(r)
			} else {
				m.data(r)
			}
		}
	}
	m.settleSources(from)
}

// head is a row of one text: the task of the measures below where the table has
// no task column. A text that stands in a column of the open measure goes on
// with it.
func (m *measureTable) head(row int) {
	if m.bare(row) {
		m.data(row)
		return
	}
	label, _ := m.Label(row)
	m.section = oneLine(label)
	m.open, m.partOf = "", ""
}

// bare reports whether a numbered row of one text is a measure with nothing else
// in its row, and not the head of rows below: its number follows the open
// measure's, and no deeper number comes after it.
func (m *measureTable) bare(row int) bool {
	if m.number < 0 || m.open == "" {
		return false
	}
	number := rowNumber(m.Text(row, m.number))
	if number == "" || !follows(m.c.Report.Measures[m.openAt].Number, number) {
		return false
	}
	for r := row + 1; r < m.BodyTo; r++ {
		if next := rowNumber(m.Text(r, m.number)); next != "" {
			return follows(number, next)
		}
	}
	return true
}

// follows reports whether b is the number after a at one depth.
func follows(a, b string) bool {
	i, j := strings.LastIndexByte(a, '.'), strings.LastIndexByte(b, '.')
	if a == "" || a[:i+1] != b[:j+1] || !isDigits(a[i+1:]) || !isDigits(b[j+1:]) || len(a)+len(b) > 16 {
		return false
	}
	return atoi(b[j+1:]) == atoi(a[i+1:])+1
}

// rowYear is the year that a row's own column of years names; 0 for none.
func (m *measureTable) rowYear(row int) int {
	if m.year < 0 {
		return 0
	}
	if years := wording.Years(m.Text(row, m.year)); len(years) == 1 {
		return years[0]
	}
	return 0
}

func (m *measureTable) total(row int) {
	label, _ := m.Label(row)
	line := m.c.AddLine(m.Table, row, record.Line{Name: oneLine(label), IsTotal: true})
	m.open, m.partOf = "", line.ID
	proto := record.Amount{Subject: record.SubjectLine, SubjectID: line.ID, IsTotal: true, Role: m.roleOfRow[row]}
	if m.source >= 0 && label != m.Text(row, m.source) {
		proto.Source = m.heads.Read(oneLine(m.Text(row, m.source))).Source
	}
	m.c.AddRowMoney(m.Table, row, proto)
}

// part is "у тому числі": with money of its own, parts of the row above.
func (m *measureTable) part(row int) {
	if !m.hasMoney(row) {
		return
	}
	m.within(row)
}

// within adds the money of a row that belongs to the record above it.
func (m *measureTable) within(row int) {
	if m.roleRow(row) {
		return
	}
	label := m.partLabel(row)
	m.said[row] = label
	h := m.heads.Read(label)
	level := 1
	if m.open != "" {
		level += m.depth(m.c.Report.Measures[m.openAt].Number)
	}
	proto := record.Amount{Level: level, Label: label, Source: h.Source, Fund: h.Fund, Year: or(m.rowYear(row), h.Year)}
	if years := wording.Years(label); proto.Year == 0 && len(years) == 1 && isYear(label) {
		proto.Year = years[0]
	}
	if m.open != "" {
		m.moreInformation(row)
		m.addCodes(row)
	}
	if m.open == "" && m.partOf != "" && proto.Source == "" && m.sources[wording.Fold(label)] {
		proto.Source = record.OtherSource
	}
	switch {
	case m.open != "" && proto.Source == "" && proto.Fund == "" && proto.Year == 0 && m.Kind(row) == RowData && m.source < 0 && m.unpaid():
		// The rest of a row that a page cut before its money.
		proto.Subject, proto.SubjectID, proto.Level, proto.Label = record.SubjectMeasure, m.open, 0, ""
		delete(m.said, row)
		m.c.AddRowMoney(m.Table, row, proto)
	case m.open != "":
		proto.Subject, proto.SubjectID = record.SubjectMeasure, m.open
		m.c.AddRowMoney(m.Table, row, proto)
	case m.partOf != "" && proto.Source != "" && m.source >= 0 && oneLine(m.Text(row, m.source)) == label:
		// The same total, from another source.
		proto.Subject, proto.SubjectID, proto.Level, proto.IsTotal = record.SubjectLine, m.partOf, 0, true
		m.c.AddRowMoney(m.Table, row, proto)
	case m.partOf != "":
		line := m.c.AddLine(m.Table, row, record.Line{Level: 1, Name: label, PartOf: m.partOf})
		proto.Subject, proto.SubjectID = record.SubjectLine, line.ID
		m.c.AddRowMoney(m.Table, row, proto)
	default:
		line := m.c.AddLine(m.Table, row, record.Line{Level: 1, Name: label})
		proto.Subject, proto.SubjectID = record.SubjectLine, line.ID
		m.c.AddRowMoney(m.Table, row, proto)
	}
}

// addCodes adds the codes of a row to the open measure.
func (m *measureTable) addCodes(row int) {
	if m.codes != nil {
		m.c.addRowCodes(m.codes, row, record.SubjectMeasure, m.open)
	}
}

// unpaid reports whether the open measure has no amount yet.
func (m *measureTable) unpaid() bool {
	list := m.c.Report.Amounts
	return len(list) == 0 || list[len(list)-1].SubjectID != m.open
}

// partLabel is what tells a row from the rest of its measure: its source, else
// its own label.
func (m *measureTable) partLabel(row int) string {
	if m.source >= 0 && m.Own(row, m.source) != nil {
		if s := oneLine(m.Text(row, m.source)); s != "" {
			return s
		}
	}
	label, _ := m.Label(row)
	return oneLine(label)
}

func (m *measureTable) data(row int) {
	if m.belongs(row) || m.partOf != "" && m.roleOfRow[row] != "" && m.unnamed(row) || m.partOfTotal(row) || m.partGoesOn(row) {
		m.within(row)
		return
	}
	text := func(col int) string {
		if col < 0 {
			return ""
		}
		if s := m.Text(row, col); !wording.Absent(s) {
			return s
		}
		return ""
	}
	rec := record.Measure{
		Task: text(m.task), Measure: text(m.measure), Term: oneLine(text(m.term)),
		Executor: oneLine(text(m.executor)), Information: m.information(row),
	}
	rec.Number, rec.NumberPrinted = m.numberOf(row)
	if rec.Task == "" {
		rec.Task = or(m.taskAbove(rec.Number), m.section)
	}
	if rec.Task == "" && rec.Measure == "" && rec.Number == "" {
		m.within(row)
		return
	}
	added := m.c.AddMeasure(m.Table, row, rec)
	m.open, m.openAt, m.partOf = added.ID, len(m.c.Report.Measures)-1, ""
	m.addCodes(row)
	proto := record.Amount{Subject: record.SubjectMeasure, SubjectID: added.ID, Year: m.rowYear(row), Level: m.depth(rec.Number), Role: m.roleOfRow[row]}
	if s := text(m.source); s != "" {
		h := m.heads.Read(oneLine(s))
		proto.Source, proto.Label, m.said[row] = h.Source, oneLine(s), oneLine(s)
		if wording.IsTotal(s) {
			proto.Source = "" // "Всього" with its first source in one cell
		}
	}
	m.c.AddRowMoney(m.Table, row, proto)
	m.c.cellProse(m.Table, row, m.info...)
}

// partOfTotal reports whether a row below a total, or below parts of one, is a
// part too: it has money, and its only words, in whatever column, name a source
// or a fund ("обласний бюджет").
func (m *measureTable) partOfTotal(row int) bool {
	if m.partOf == "" || !m.hasMoney(row) {
		return false
	}
	label := ""
	for _, c := range m.Columns {
		s := ""
		if own := m.Own(row, c.Index); own != nil {
			s = oneLine(own.Text())
		}
		if c.Heading.Column == wording.ColumnMoney && !wording.Absent(s) && !strings.ContainsAny(s, "0123456789") {
			return false
		}
		if c.Heading.Column == wording.ColumnMoney || c.Heading.Column == wording.ColumnPercent || wording.Absent(s) {
			continue
		}
		if label != "" && s != label {
			return false
		}
		label = s
	}
	if label == "" || len([]rune(label)) > 60 {
		return false
	}
	h := m.heads.Read(label)
	return h.Source != "" || h.Fund != "" || m.sources[wording.Fold(label)]
}

// taskAbove returns the task of the measure before, in the same section, where
// the task is printed once for a group: its cell is blank below, or flat text lost
// the span. Numbers like "1.2" and "2.1" are of two groups, those like "1.1" and
// "1.2" surely of one.
func (m *measureTable) taskAbove(number string) string {
	if m.task < 0 || m.measure < 0 || m.open == "" {
		return ""
	}
	before := &m.c.Report.Measures[m.openAt]
	i, j := strings.LastIndexByte(number, '.'), strings.LastIndexByte(before.Number, '.')
	switch {
	case i >= 0 && j >= 0 && number[:i] != before.Number[:j]:
		return ""
	case m.taskOnce, i >= 0 && follows(before.Number, number):
		return before.Task
	}
	return ""
}

// printsTasksOnce reports whether blank cells of the task's column are the
// table's habit, one row of five or more, and no span gives a task to its rows.
func (m *measureTable) printsTasksOnce() bool {
	rows, blank := 0, 0
	for r := m.BodyFrom; r < m.BodyTo && m.task >= 0; r++ {
		if m.Kind(r) != RowData || m.measure < 0 || m.Own(r, m.measure) == nil || m.Text(r, m.measure) == "" {
			continue
		}
		rows++
		switch c := m.Own(r, m.task); {
		case c == nil:
			return false
		case m.cells.of(c) == "":
			blank++
		case c.RowSpan > 1:
			return false
		}
	}
	return blank*5 >= rows && blank > 0
}

// belongs reports whether a row is a further row of the open measure: its cells
// of measure and task come down from it by a span, or it says nothing of its own
// but a source or a year with money.
func (m *measureTable) belongs(row int) bool {
	if m.open == "" {
		return false
	}
	text := m.measure
	if text < 0 {
		text = m.task
	}
	if c := m.Cell(row, text); c != nil && m.Cell(row-1, text) == c && m.cells.of(c) != "" {
		number := m.number < 0 || m.Own(row, m.number) == nil || m.Text(row, m.number) == ""
		return number
	}
	if m.number >= 0 && m.Text(row, m.number) != "" && m.Own(row, m.number) != nil {
		return false
	}
	if m.repairAt(row, document.NumberMissing) != nil || m.repairAt(row, document.NumberSlid) != nil {
		return false
	}
	if m.task >= 0 && m.Own(row, m.task) != nil && m.Text(row, m.task) != "" || m.measure >= 0 && m.Text(row, m.measure) != "" && m.isNewMeasure(row) {
		return false
	}
	return true
}

// isNewMeasure reports whether a row without a number has a measure of its own,
// and not the name of a source in the measure's column.
func (m *measureTable) isNewMeasure(row int) bool {
	h := m.heads.Read(oneLine(m.Text(row, m.measure)))
	return h.Source == "" && h.Fund == ""
}

func (m *measureTable) hasMoney(row int) bool {
	for _, col := range m.Find(wording.ColumnMoney) {
		if len(m.CellAmounts(row, col.Index)) > 0 {
			return true
		}
	}
	return false
}

func itoa(n int) string { return strconv.Itoa(n) }
