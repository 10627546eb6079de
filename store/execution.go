package store

import (
	"cmp"
	"database/sql/driver"
	"slices"
	"strconv"
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// The view execution counts every hryvnia once. Here each report on execution
// gets its sums (tallies), and of the reports on one programme those are chosen
// whose periods do not meet: a final report before a budget programme's before
// an annual one; then the longer period; then documents before their
// duplicates; then as duplicates.go orders documents. A report that says no
// period is chosen where there is no other.
//
// Two reports of one kind, programme and period that share next to no number
// are two parts of it (each department reports on its own measures) and both
// counted; they are doubtful where neither one file nor two names of responsible
// executors say so. What is left out although it is no duplicate makes the
// chosen one doubtful where its sums, its executor or its period are in doubt.
//
// Where no authority is known, a programme's name alone does not make two
// reports one: then only duplicates are left out, and what meets is doubtful.

// farEnough is the share of equal numbers below which two reports are no
// versions of one another: round sums are equal by chance.
const farEnough = 0.2

// executionKinds are the reports that say what was spent, the first preferred.
// A programme or a passport is a plan alone; a budget's execution or a register
// counts the programmes' money again.
var executionKinds = []record.ReportKind{record.ProgrammeFinal, record.PassportReport, record.ProgrammeAnnual}

// tally is a report's money for its whole period, or for a year of it.
type tally struct {
	year            int
	planned, actual *record.Kopecks
	doubtful        bool
}

// sums adds amounts up by role.
type sums struct {
	planned, actual *record.Kopecks
	doubtful        bool
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

func (s *sums) empty() bool { return s.planned == nil && s.actual == nil }

// talliesOf sums a report: its measures; where they have no money, the declared
// totals; else the first total row, else the rows of the highest level. It is
// one row a year where the years add up to the whole exactly.
func talliesOf(r *record.Report) []tally {
	if !slices.Contains(executionKinds, r.Kind) {
		return nil
	}
	declared := sumAmounts(r, record.SubjectReport, nil, 0)
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
			if a.Subject == record.SubjectMeasure && a.Doubtful && (a.Role == record.Planned || a.Role == record.Actual) {
				whole.doubtful = true
			}
		}
		whole.doubtful = whole.doubtful || differ(declared.planned, whole.planned) || differ(declared.actual, whole.actual)
	case !declared.empty():
		whole, subject = declared, record.SubjectReport
	default:
		subject = record.SubjectLine
		only = mainLines(r)
		whole = sumAmounts(r, subject, only, 0)
	}
	if whole.empty() {
		return nil
	}
	if split := byYear(r, subject, only, whole); split != nil {
		return split
	}
	if subject == record.SubjectMeasure {
		if split := byYear(r, record.SubjectReport, nil, whole); split != nil {
			return split
		}
	}
	t := tally{planned: whole.planned, actual: whole.actual, doubtful: whole.doubtful}
	if from, to := yearOf(r.PeriodFrom), yearOf(r.PeriodTo); from == to {
		t.year = from
	}
	return []tally{t}
}

func differ(declared, rows *record.Kopecks) bool {
	return declared != nil && rows != nil && *declared != *rows
}

// sumAmounts adds the amounts of a subject that are for the whole (year 0) or
// for a year, and that repeat or are part of no other; where only funds or
// sources are printed, those.
func sumAmounts(r *record.Report, subject record.Subject, only map[string]bool, year int) sums {
	var whole, parts sums
	for i := range r.Amounts {
		a := &r.Amounts[i]
		if a.Subject != subject || a.Year != year || a.Period != "" || a.SameAs != "" ||
			(only != nil && !only[a.SubjectID]) || (year == 0 && a.Role == record.Annual) {
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
	for i := range r.Lines {
		l := &r.Lines[i]
		if table == "" {
			table = l.TableID
		}
		if l.TableID != table {
			continue
		}
		if l.IsTotal {
			total = l.ID
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
		list = append(list, tally{y, s.planned, s.actual, s.doubtful || whole.doubtful})
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
	in := t.inserter("execution_row", "doc, report, n, year, planned_kopecks, actual_kopecks, doubtful, chosen, contested")
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
			// Without a programme's name there is nothing to choose from.
			a.flag(r.ProgrammeKey == "")
			a.num(0)
		}
	}
	return in.flush()
}

// candidate is a report with sums.
type candidate struct {
	doc, report     int64
	kind            string
	from, to        string // ISO dates; from is empty where no period is known
	people          string // the responsible executor, folded
	authority       bool
	face            *face
	numbers         sketch
	planned, actual int64
	chosen          bool
	contested       bool
}

func (c *candidate) meets(o *candidate) bool {
	return c.from == "" || o.from == "" || c.from <= o.to && o.from <= c.to
}

// span orders periods by their length: from as late, to as early.
func (c *candidate) before(o *candidate) int {
	rank := func(c *candidate) int { return slices.Index(executionKinds, record.ReportKind(c.kind)) }
	return cmp.Or(
		cmp.Compare(rankFlag(c.from == ""), rankFlag(o.from == "")),
		cmp.Compare(rank(c), rank(o)),
		cmp.Compare(o.months(), c.months()),
		cmp.Compare(rankFlag(c.face.duplicateOf != ""), rankFlag(o.face.duplicateOf != "")),
		cmp.Compare(rankFlag(!c.face.before(o.face)), rankFlag(!o.face.before(c.face))),
		cmp.Compare(c.report, o.report),
	)
}

func (c *candidate) months() int {
	month := func(s string) int {
		if len(s) < 7 {
			return 0
		}
		m, err := strconv.Atoi(s[5:7])
		if err != nil {
			return 0
		}
		return yearOf(s)*12 + m
	}
	return month(c.to) - month(c.from)
}

// twin reports whether the two print the same numbers.
func (c *candidate) twin(o *candidate) bool {
	least := nearEnough
	if c.face.exact() && o.face.exact() {
		least = 1
	}
	return c.kind == o.kind && c.from == o.from && c.to == o.to &&
		(c.numbers.like(o.numbers) >= least || c.face.duplicateOf == o.face.id || o.face.duplicateOf == c.face.id)
}

// chooseExecution chooses anew for the programmes that a change touched.
func chooseExecution(t *tx, keys []string) error {
	for _, key := range keys {
		list, err := candidates(t, key)
		if err != nil {
			return err
		}
		type flags struct{ chosen, contested bool }
		before := make([]flags, 0, len(list))
		slices.SortFunc(list, (*candidate).before)
		for _, c := range list {
			before = append(before, flags{c.chosen, c.contested})
			c.chosen, c.contested = false, false
		}
		choose(list)
		for i, c := range list {
			if before[i] == (flags{c.chosen, c.contested}) {
				continue
			}
			if err := t.exec("UPDATE execution_row SET chosen = ?, contested = ? WHERE doc = ? AND report = ?",
				int64(rankFlag(c.chosen)), int64(rankFlag(c.contested)), c.doc, c.report); err != nil {
				return err
			}
		}
	}
	return nil
}

// choose takes candidates in their order.
func choose(list []*candidate) {
	if !slices.ContainsFunc(list, func(c *candidate) bool { return c.authority }) {
		chooseUnknown(list)
		return
	}
	var chosen []*candidate
next:
	for _, c := range list {
		var rivals, strangers []*candidate
		covered := false
		for _, o := range chosen {
			switch same := c.kind == o.kind && c.from == o.from && c.to == o.to && c.from != ""; {
			case !c.meets(o):
			case c.twin(o):
				continue next
			case same && c.apart(o):
				if c.doc != o.doc && !differentPeople(c, o) {
					strangers = append(strangers, o)
				}
			default:
				covered = true
				if c.from == "" || differentPeople(c, o) || same && (c.planned != o.planned || c.actual != o.actual) {
					rivals = append(rivals, o)
				}
			}
		}
		if !covered {
			c.chosen, c.contested = true, len(strangers) > 0
			chosen = append(chosen, c)
			rivals = strangers
		}
		for _, o := range rivals {
			o.contested = true
		}
	}
}

// apart reports whether two reports on one programme and period are of two parts
// of it, as two departments write them, and not two versions of one report,
// which share most of their numbers.
func (c *candidate) apart(o *candidate) bool {
	return c.numbers.like(o.numbers) < farEnough && (c.doc == o.doc || c.people == "" || c.people != o.people)
}

// differentPeople: both name their responsible executor, and not the same.
func differentPeople(c, o *candidate) bool {
	return c.people != "" && o.people != "" && !strings.Contains(c.people, o.people) && !strings.Contains(o.people, c.people)
}

// chooseUnknown chooses where no authority is known: all but the duplicates of
// others, and those whose periods meet are contested.
func chooseUnknown(list []*candidate) {
	var chosen []*candidate
	open := 0 // of no known period: they meet all
	for _, c := range list {
		if c.chosen = c.face.duplicateOf == ""; c.chosen {
			chosen = append(chosen, c)
			open += rankFlag(c.from == "")
		}
	}
	slices.SortFunc(chosen, func(a, b *candidate) int { return cmp.Compare(a.from, b.from) })
	last := "" // the latest end so far
	for _, c := range chosen {
		c.contested = len(chosen) > 1 && open > 0 || c.from <= last
		last = max(last, c.to)
	}
	first := "~" // the earliest begin so far, from the end
	for _, c := range slices.Backward(chosen) {
		c.contested = c.contested || c.to >= first
		first = min(first, c.from)
	}
}

func candidates(t *tx, key string) ([]*candidate, error) {
	faces := map[int64]*face{}
	docs, err := readFaces(t, "SELECT DISTINCT doc FROM report WHERE programme_key = ?", []driver.Value{key}, 0)
	if err != nil {
		return nil, err
	}
	for _, f := range docs {
		faces[f.doc] = f
	}
	var list []*candidate
	err = t.each(`SELECT r.doc, r.report, r.kind, r.period_from, r.period_to, r.authority, r.responsible,
			sum(x.planned_kopecks), sum(x.actual_kopecks), max(x.chosen), max(x.contested)
		FROM report r JOIN execution_row x ON x.doc = r.doc AND x.report = r.report
		WHERE r.programme_key = ? GROUP BY r.doc, r.report`, []driver.Value{key}, func(c *cursor) error {
		x := &candidate{
			doc: c.num64(), report: c.num64(), kind: c.text(), from: c.text(), to: c.text(),
			authority: c.text() != "", people: wording.Fold(c.text()), planned: c.num64(), actual: c.num64(), chosen: c.flag(), contested: c.flag(),
		}
		x.face = faces[x.doc]
		x.numbers = x.face.reports[x.report-1].numbers
		if len(x.from) == 4 {
			x.from += "-01-01"
		}
		if len(x.to) == 4 {
			x.to += "-12-31"
		}
		if x.from == "" || x.to == "" {
			x.from, x.to = "", ""
		}
		list = append(list, x)
		return nil
	})
	return list, err
}

// programmesOf returns the keys of the programmes that a stored document speaks of.
func programmesOf(t *tx, doc int64) (keys []string, err error) {
	err = t.each("SELECT DISTINCT programme_key FROM report WHERE doc = ? AND programme_key IS NOT NULL", []driver.Value{doc},
		func(c *cursor) error {
			keys = append(keys, c.text())
			return nil
		})
	return keys, err
}

func keysOf(reports []*record.Report) (keys []string) {
	for _, r := range reports {
		if r.ProgrammeKey != "" {
			keys = append(keys, valid(r.ProgrammeKey))
		}
	}
	return keys
}

// union returns the two lists as one sorted set.
func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}
