package store

import (
	"cmp"
	"slices"
	"strconv"

	"zvit/extract/record"
)

// executionKinds are the reports that say what was spent, the first preferred.
// A programme or a passport is a plan alone; a budget's execution or a register
// counts the programmes' money again.
var executionKinds = []record.ReportKind{record.ProgrammeFinal, record.PassportReport, record.ProgrammeAnnual}

// moneyRoles are the roles of the amounts that a plan or an actual sum may be
// made of; the views measures and least_executed_measures name them, too.
var moneyRoles = []record.Role{record.Planned, record.Annual, record.Approved, record.Actual}

// tally is a report's money for its whole period, or for a year of it.
type tally struct {
	year            int
	planned, actual *record.Kopecks
	doubtful        bool // an amount in it is
	differs         bool // the report prints another total
}

// sums adds amounts up by role.
type sums struct {
	planned, actual   *record.Kopecks
	doubtful, differs bool
}

func (s *sums) add(role record.Role, k *record.Kopecks, doubtful bool) {
	to := &s.actual
	switch role {
	case record.Planned, record.Annual:
		to = &s.planned
	case record.Actual:
	default:
		return
	}
	s.doubtful = s.doubtful || doubtful
	if k == nil {
		return
	}
	if *to == nil {
		*to = new(record.Kopecks)
	}
	sum := **to + *k
	if (sum > **to) != (*k > 0) && *k != 0 { // past any budget: stay, and say so
		s.doubtful = true
		return
	}
	**to = sum
}

// complete takes what is missing from another witness of the same money, and
// notes where the two disagree on what both have.
func (s *sums) complete(o sums) {
	s.differs = s.differs || differ(s.planned, o.planned) || differ(s.actual, o.actual)
	if s.planned == nil && o.planned != nil {
		s.planned, s.doubtful = o.planned, s.doubtful || o.doubtful
	}
	if s.actual == nil && o.actual != nil {
		s.actual, s.doubtful = o.actual, s.doubtful || o.doubtful
	}
}

func (s *sums) empty() bool { return s.planned == nil && s.actual == nil }

// talliesOf sums a report: its measures; where they have no money, the declared
// totals; else the first total row, else the rows of the highest level. What one
// of them lacks, the plan or the actual, the next gives: a budget programme's
// passport declares its plan in words and has the actual in its table alone. It
// is one row a year where the years add up to the whole exactly.
func talliesOf(r *record.Report) []tally {
	if !slices.Contains(executionKinds, r.Kind) {
		return nil
	}
	declared := sumAmounts(r, record.SubjectReport, nil, 0)
	main := mainLines(r)
	whole := sums{}
	for i := range r.Measures {
		m := &r.Measures[i]
		whole.add(record.Planned, m.Planned, false)
		whole.add(record.Actual, m.Actual, false)
	}
	subject, only := record.SubjectMeasure, map[string]bool(nil)
	switch {
	case !whole.empty():
		for i := range r.Amounts {
			a := &r.Amounts[i]
			if a.Subject == record.SubjectMeasure && a.Doubtful && slices.Contains(moneyRoles, a.Role) {
				whole.doubtful = true
			}
		}
		whole.complete(declared)
	case !declared.empty():
		whole, subject = declared, record.SubjectReport
		whole.complete(sumAmounts(r, record.SubjectLine, main, 0))
	default:
		subject, only = record.SubjectLine, main
		whole = sumAmounts(r, subject, only, 0)
	}
	if whole.empty() {
		return nil
	}
	whole.differs = whole.differs || totalsDiffer(r)
	if split := byYear(r, subject, only, whole); split != nil {
		return split
	}
	if subject == record.SubjectMeasure {
		if split := byYear(r, record.SubjectReport, nil, whole); split != nil {
			return split
		}
	}
	t := tally{planned: whole.planned, actual: whole.actual, doubtful: whole.doubtful, differs: whole.differs}
	if from, to := yearOf(r.PeriodFrom), yearOf(r.PeriodTo); from == to {
		t.year = from
	}
	return []tally{t}
}

// totalsDiffer reports whether a total of plans or of actual money that the
// report prints, in a table or in words, is not what its parts give.
func totalsDiffer(r *record.Report) bool {
	of := map[string]bool{}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Code == record.TotalMismatch {
			of[f.SubjectID] = true
		}
	}
	return len(of) > 0 && slices.ContainsFunc(r.Amounts, func(a record.Amount) bool {
		return of[a.ID] && slices.Contains(moneyRoles, a.Role)
	})
}

func differ(declared, rows *record.Kopecks) bool {
	return declared != nil && rows != nil && *declared != *rows
}

// sumAmounts adds the amounts of a subject that are for the whole (year 0) or
// for a year, and that are part of no other and repeat none of those that are
// added; where only funds or sources are printed, those.
func sumAmounts(r *record.Report, subject record.Subject, only map[string]bool, year int) sums {
	var whole, parts sums
	counts := func(a *record.Amount) bool {
		return a.Subject == subject && a.Year == year && a.Period == "" && (only == nil || only[a.SubjectID])
	}
	added := map[string]bool{}
	for i := range r.Amounts {
		if a := &r.Amounts[i]; counts(a) {
			added[a.ID] = true
		}
	}
	for i := range r.Amounts {
		a := &r.Amounts[i]
		if !counts(a) || added[a.SameAs] || (year == 0 && a.Role == record.Annual) {
			continue
		}
		switch {
		case a.Fund != "" || a.Source != "":
			parts.add(a.Role, a.Kopecks, a.Doubtful)
		case a.PartOf == "" || year != 0:
			whole.add(a.Role, a.Kopecks, a.Doubtful)
		}
	}
	if whole.planned == nil {
		whole.planned = parts.planned
	}
	if whole.actual == nil {
		whole.actual = parts.actual
	}
	whole.doubtful = whole.doubtful || parts.doubtful
	return whole
}

// mainLines picks the lines of the first table with money to count: its last
// total row, or its rows of the highest level.
func mainLines(r *record.Report) map[string]bool {
	table, total := "", ""
	level := map[string]bool{}
	inside := map[string]bool{} // lines whose money another line has
	for i := range r.Amounts {
		if a := &r.Amounts[i]; a.Subject == record.SubjectLine && a.PartOf != "" && a.Year == 0 && a.Fund == "" && a.Source == "" {
			inside[a.SubjectID] = true
		}
	}
	for i := range r.Lines {
		l := &r.Lines[i]
		if table == "" {
			table = l.TableID
		}
		if l.TableID != table {
			continue
		}
		if l.IsTotal {
			if total == "" || !inside[l.ID] {
				total = l.ID
			}
		} else if l.Level == 0 && l.PartOf == "" {
			level[l.ID] = true
		}
	}
	if total != "" {
		return map[string]bool{total: true}
	}
	return level
}

// byYear splits the whole by years, or returns nil where the years do not add
// up to it to the kopeck.
func byYear(r *record.Report, subject record.Subject, only map[string]bool, whole sums) []tally {
	years := map[int]bool{}
	for i := range r.Amounts {
		if a := &r.Amounts[i]; a.Subject == subject && a.Year != 0 {
			years[a.Year] = true
		}
	}
	var list []tally
	var planned, actual sums
	for y := range years {
		s := sumAmounts(r, subject, only, y)
		if s.empty() {
			continue
		}
		planned.add(record.Planned, s.planned, false)
		actual.add(record.Actual, s.actual, false)
		list = append(list, tally{y, s.planned, s.actual, s.doubtful || whole.doubtful, whole.differs})
	}
	if len(list) < 2 || !equal(planned.planned, whole.planned) || !equal(actual.actual, whole.actual) {
		return nil
	}
	slices.SortFunc(list, func(a, b tally) int { return cmp.Compare(a.year, b.year) })
	return list
}

func equal(a, b *record.Kopecks) bool {
	return a == b || a != nil && b != nil && *a == *b
}

// yearOf returns the year of "2018" or "2018-07-01", 0 of anything else.
func yearOf(s string) int {
	if len(s) < 4 {
		return 0
	}
	n, err := strconv.Atoi(s[:4])
	if err != nil {
		return 0
	}
	return n
}

func writeTallies(t *tx, doc int64, reports []*record.Report) error {
	in := t.inserter("execution_row", "doc, report, n, year, planned_kopecks, actual_kopecks, doubtful, differs, chosen, contested")
	for i, r := range reports {
		for n, x := range talliesOf(r) {
			a := in.add()
			a.add(doc)
			a.num(i + 1)
			a.num(n)
			a.pos(x.year)
			a.money(x.planned)
			a.money(x.actual)
			a.flag(x.doubtful)
			a.flag(x.differs)
			// Without a programme's name there is nothing to choose from.
			a.flag(r.ProgrammeKey == "")
			a.num(0)
		}
	}
	return in.flush()
}
