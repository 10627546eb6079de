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
	// whole term. Both let SettleRoles weigh the plans of one table.
	Amended, WholePeriod bool
}

// ReadHeading reads a column's heading path, top level first, by stems of its
// words, never by position. The leaf decides, and what it leaves open (the
// fund, the year, plan or actual, the meaning of "Сума" or "%") the levels above
// do, nearest first. Words may be cut by hyphens, glued, have a footnote's
// digit, one wrong letter, or letters of the other alphabet.
//
// The role is what the heading alone says; SettleRoles compares it with the other
// columns of the table. Score is about 0.9 where the words are plain, 0.8 where a
// level above decides, 0.6 where only a general word ("План", "Сума") stands, 0.4
// for a bare year, and 0 for an unknown column.
//
// Wordings: the reports of councils, the passport forms of order 836 of the
// Ministry of Finance, the budget execution tables of open-budget sites.
func ReadHeading(path []string) Heading {
	levels := headingLevels(path)
	var h Heading
	for i := len(levels) - 1; i >= 0; i-- {
		h.Units = append(h.Units, levels[i].units...)
	}
	h.readScope(levels)
	for i := len(levels) - 1; i >= 0; i-- {
		l := levels[i]
		if c, code := textColumn(l); c != ColumnUnknown {
			if i < len(levels)-1 && (c == ColumnSource || c == ColumnMeasure || c == ColumnTask || c == ColumnNumber) &&
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
	leaf := levels[len(levels)-1]
	switch {
	case len(h.Units) > 0:
		h.money(record.Planned, 0.6)
	case h.Fund != "" || h.Source != "":
		h.money(record.Planned, 0.55)
	case leaf.percent:
		h.Column, h.Role, h.Score = ColumnPercent, record.Actual, 0.6
	case h.Year > 0 && IsPeriod(leaf.text):
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

// SettleRoles compares the plans of one table's columns, in place: where a year,
// fund and source has several, the whole-period or else the amended one stays
// Planned and the others become Annual or Approved; where it has only an approved
// or an annual one, that one is Planned, since the row is judged by it.
func SettleRoles(columns []Heading) {
	type scope struct {
		year   int
		period string
		fund   record.Fund
		source record.MoneySource
	}
	scopeOf := func(h Heading) scope { return scope{h.Year, h.Period, h.Fund, h.Source} }
	rank := func(h Heading) int {
		switch {
		case h.Role == record.Annual:
			return 1
		case h.Role == record.Approved:
			return 2
		case h.Amended && h.WholePeriod:
			return 6
		case h.WholePeriod:
			return 5
		case h.Amended:
			return 4
		}
		return 3
	}
	isPlan := func(h Heading) bool {
		return h.Column == ColumnMoney && (h.Role == record.Planned || h.Role == record.Approved || h.Role == record.Annual)
	}
	for i := range columns {
		if !isPlan(columns[i]) {
			continue
		}
		best, seen := i, false
		for j := range columns {
			if !isPlan(columns[j]) || scopeOf(columns[j]) != scopeOf(columns[i]) {
				continue
			}
			if j < i {
				seen = true
			}
			if rank(columns[j]) > rank(columns[best]) {
				best = j
			}
		}
		if seen {
			continue // settled with the first column of its scope
		}
		whole := columns[best].WholePeriod
		for j := range columns {
			switch {
			case j == best || !isPlan(columns[j]) || scopeOf(columns[j]) != scopeOf(columns[i]):
			case rank(columns[j]) == rank(columns[best]):
			case columns[j].Role != record.Planned:
			case whole && !columns[j].WholePeriod:
				columns[j].Role = record.Annual
			default:
				columns[j].Role = record.Approved
			}
		}
		columns[best].Role = record.Planned
	}
}
