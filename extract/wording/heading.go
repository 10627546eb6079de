package wording

import "zvit/extract/record"

// Column is what a column of a table holds, by the words of its heading.
type Column string

// The closed list of column meanings.
const (
	ColumnUnknown     Column = ""
	ColumnNumber      Column = "number"
	ColumnTask        Column = "task"
	ColumnMeasure     Column = "measure"
	ColumnTerm        Column = "term"
	ColumnExecutor    Column = "executor"
	ColumnSource      Column = "source"
	ColumnMoney       Column = "money" // Heading.Role says which
	ColumnPercent     Column = "percent"
	ColumnInformation Column = "information" // what was done, or why not
	ColumnName        Column = "name"        // of an indicator or a line
	ColumnUnit        Column = "unit"
	ColumnPlanned     Column = "planned" // of an indicator
	ColumnActual      Column = "actual"  // of an indicator
	ColumnReason      Column = "reason"
	ColumnRemedy      Column = "remedy"
	ColumnCode        Column = "code"
	ColumnYear        Column = "year"
	ColumnDecision    Column = "decision"
)

// Heading is the meaning of a column's heading path.
type Heading struct {
	Column Column
	Role   record.Role // for money and percent
	Year   int
	Period string
	Fund   record.Fund
	Source record.MoneySource
	Units  []UnitSpan // of every level, the leaf's first
	Code   record.CodeKind
	Score  float64 // 0 to 1: how sure
	// Amended: a plan "з урахуванням змін". WholePeriod: for the programme's
	// whole term. Both let the plans of one table be weighed.
	Amended, WholePeriod bool
	// Said: its words, or those of a level above, say the role of the money.
	Said bool
	// YearsAfter: the year is named by the one reported: -1 is "минулого року", 1
	// "наступного". Year is 0 then.
	YearsAfter int
}

// ReadHeading reads a column's heading path, top level first, by stems of its
// words, never by position. The leaf decides, and what it leaves open (the
// fund, the year, plan or actual, the meaning of "Сума" or "%") the levels above
// do, nearest first. Words may be cut by hyphens, glued, have a footnote's
// digit, one wrong letter, or letters of the other alphabet.
//
// The role is what the heading alone says; whoever knows the other columns of the
// table compares them. Score is about 0.9 where the words are plain, 0.8 where a
// level above decides, 0.6 where only a general word ("План", "Сума") stands, 0.4
// for a bare year, and 0 for an unknown column.
//
// Wordings: the reports of councils, the passport forms of order 836 of the
// Ministry of Finance, the budget execution tables of open-budget sites.
func ReadHeading(path []string) Heading {
	levels := levelsOf(path, true)
	readUnits(levels)
	var h Heading
	for i := len(levels) - 1; i >= 0; i-- {
		h.Units = append(h.Units, levels[i].units...)
	}
	h.readScope(levels)
	for i := len(levels) - 1; i >= 0; i-- {
		l := &levels[i]
		if c, code := textColumn(l); c != ColumnUnknown {
			if i < len(levels)-1 && (c == ColumnSource || c == ColumnMeasure || c == ColumnTask || c == ColumnNumber || c == ColumnTerm) &&
				(len(h.Units) > 0 || h.Source != "" || h.Year > 0 || anyMoney(levels)) {
				continue // "Джерела фінансування / Обласний бюджет" is money
			}
			h.Column, h.Code = c, code
			h.Score = levelScore(len(levels)-1-i, 0.95)
			return h
		}
		if h.readMoney(levels, i) {
			return h
		}
	}
	h.leftover(levels)
	return h
}

func levelScore(above int, score float64) float64 {
	if above > 0 {
		return score - 0.1
	}
	return score
}

// leftover reads what no word decides: bare years, totals, sources and funds.
func (h *Heading) leftover(levels []level) {
	if len(levels) == 0 {
		return
	}
	leaf := &levels[len(levels)-1]
	switch {
	case len(h.Units) > 0:
		h.money(record.Planned, 0.6)
	case h.Fund != "" || h.Source != "":
		h.money(record.Planned, 0.55)
	case leaf.percent:
		h.Column, h.Role, h.Score = ColumnPercent, record.Actual, 0.6
	case h.Year > 0 && (IsPeriod(leaf.text) || leaf.said != "" && IsPeriod(leaf.said)):
		h.money(record.Planned, 0.4)
	case leaf.word("всього", "усього", "разом", "сума") || len(leaf.words) > 0 && isTotalWord(leaf.words[0]):
		h.money(record.Planned, 0.5)
	}
}

func (h *Heading) money(role record.Role, score float64) {
	h.Column, h.Role, h.Score = ColumnMoney, role, score
	for _, u := range h.Units {
		if u.Per != "" {
			h.Role = record.Tariff
		}
	}
}
