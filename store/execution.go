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
