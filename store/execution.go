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
// period is chosen where there is no other. Earlier versions of documents are
// never chosen.
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
	*reportFace
	report   int // 1-based
	face     *face
	from, to string // ISO dates; from is empty where no period is known
	people   string // the responsible executor, folded
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
		(c.face.duplicateOf == o.face.id || o.face.duplicateOf == c.face.id || c.numbers.like(o.numbers) >= least)
}

// chooseExecution chooses anew for the programmes that a change touched.
func chooseExecution(t *tx, keys []string) error {
	for _, key := range keys {
		t.boundFaces()
		list, err := candidates(t, key)
		if err != nil {
			return err
		}
		type flags struct{ chosen, contested bool }
		before := make([]flags, 0, len(list))
		for _, c := range list {
			before = append(before, flags{c.chosen, c.contested})
			c.chosen, c.contested = false, false
		}
		choose(slices.DeleteFunc(slices.Clone(list), func(c *candidate) bool { return c.face.supersededBy != "" }))
		for i, c := range list {
			if before[i] == (flags{c.chosen, c.contested}) {
				continue
			}
			if err := t.exec("UPDATE execution_row SET chosen = ?, contested = ? WHERE doc = ? AND report = ?",
				int64(rankFlag(c.chosen)), int64(rankFlag(c.contested)), c.face.doc, int64(c.report)); err != nil {
				return err
			}
		}
	}
	return nil
}

// chooseNameless counts a document's reports that name no programme, so that
// there is nothing to choose from, where it is no copy and no earlier version.
func chooseNameless(t *tx, doc int64) error {
	return t.exec(`UPDATE execution_row SET chosen = (SELECT duplicate_of IS NULL AND superseded_by IS NULL FROM document d WHERE d.doc = execution_row.doc)
		WHERE doc = ? AND report IN (SELECT report FROM report r WHERE r.doc = execution_row.doc AND programme_key IS NULL)`, doc)
}

// choose takes candidates in their order.
func choose(list []*candidate) {
	if !slices.ContainsFunc(list, func(c *candidate) bool { return c.authority != "" }) {
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
				if c.face != o.face && !differentPeople(c, o) {
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
	return c.numbers.like(o.numbers) < farEnough && (c.face == o.face || c.people == "" || c.people != o.people)
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

// candidates returns the reports on a programme's execution, the first preferred.
func candidates(t *tx, key string) ([]*candidate, error) {
	docs, err := t.faces().programme(t, key)
	if err != nil {
		return nil, err
	}
	var list []*candidate
	for _, f := range docs {
		for i := range f.reports {
			r := &f.reports[i]
			if r.key != key || !r.tallied {
				continue
			}
			c := &candidate{reportFace: r, report: i + 1, face: f, from: r.from, to: r.to, people: wording.Fold(r.responsible)}
			if len(c.from) == 4 {
				c.from += "-01-01"
			}
			if len(c.to) == 4 {
				c.to += "-12-31"
			}
			if c.from == "" || c.to == "" {
				c.from, c.to = "", ""
			}
			list = append(list, c)
		}
	}
	slices.SortFunc(list, (*candidate).before)
	return list, nil
}

// programmesOf returns the keys of the programmes that a stored document speaks of.
func programmesOf(t *tx, doc int64) (keys []string, err error) {
	err = t.each("SELECT programme_key FROM report WHERE doc = ? AND programme_key IS NOT NULL", []driver.Value{doc},
		func(c *cursor) error {
			keys = append(keys, c.text())
			return nil
		})
	slices.Sort(keys)
	return slices.Compact(keys), err
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
