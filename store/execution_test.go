package store

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/record"
)

// report is a report whose measures have the given plans and facts, in kopecks.
type plainReport struct {
	name, from, to string
	kind           record.ReportKind
	format         document.Format
	scanned        bool
	authority      string
	rows           [][2]int64
	declared       *[2]int64
	years          map[int][2]int64 // declared by year
	doubtful       bool
	programme      string
	responsible    string
}

func (p plainReport) entry() Entry {
	id := hash(p.name)
	ocr := 0.0
	if p.scanned {
		ocr = 0.9
	}
	if p.authority == "" {
		p.authority = "Вербова рада"
	} else if p.authority == "-" {
		p.authority = ""
	}
	if p.programme == "" {
		p.programme = "Тихі джерела"
	}
	r := &record.Report{
		ID: record.ReportID(id, 1), DocumentID: id, Ordinal: 1, Kind: p.kind, PeriodFrom: p.from, PeriodTo: p.to,
		Programme: p.programme, ProgrammeKey: p.programme + "|" + p.authority, Authority: p.authority,
		Responsible: p.responsible,
	}
	n := 0
	add := func(subject record.Subject, subjectID string, role record.Role, year int, k int64) {
		n++
		r.Amounts = append(r.Amounts, record.Amount{
			ID: fmt.Sprint(id[:16], "/a", n), Subject: subject, SubjectID: subjectID, Role: role, Year: year, Row: -1, Col: -1,
			Printed: fmt.Sprint(k), Kopecks: kop(k), Doubtful: p.doubtful, Place: document.Place{Paragraph: n, Confidence: ocr},
		})
	}
	for i, row := range p.rows {
		m := record.Measure{ID: fmt.Sprint(id[:16], "/m", i), Ordinal: i + 1, Planned: kop(row[0]), Actual: kop(row[1])}
		r.Measures = append(r.Measures, m)
		add(record.SubjectMeasure, m.ID, record.Planned, 0, row[0])
		add(record.SubjectMeasure, m.ID, record.Actual, 0, row[1])
	}
	if p.declared != nil {
		add(record.SubjectReport, r.ID, record.Planned, 0, p.declared[0])
		add(record.SubjectReport, r.ID, record.Actual, 0, p.declared[1])
	}
	for year, x := range p.years {
		add(record.SubjectReport, r.ID, record.Planned, year, x[0])
		add(record.SubjectReport, r.ID, record.Actual, year, x[1])
	}
	d := &document.Document{ID: id, Format: p.format, Blocks: []document.Block{
		&document.Paragraph{Kind: document.Body, Text: p.name, Place: document.Place{Paragraph: 1, Confidence: ocr}},
	}}
	return Entry{Document: d, Status: document.OK, ReaderVersion: "test/1", Reports: []*record.Report{r}}
}

// passport is the report on a budget programme's passport: a plan in words, by
// fund too, and a table whose total row gives it again beside the actual.
func passport(declared, planned int64) Entry {
	e := plainReport{name: "passport", kind: record.PassportReport, from: "2021", to: "2021", format: document.DOCX}.entry()
	r := e.Reports[0]
	id := e.Document.ID[:16]
	line := record.Line{ID: id + "/total", TableID: record.TableID(e.Document.ID, 1), IsTotal: true}
	r.Lines = []record.Line{line}
	amount := func(name string, subject record.Subject, subjectID string, role record.Role, fund record.Fund, k int64) *record.Amount {
		n := len(r.Amounts) + 1
		r.Amounts = append(r.Amounts, record.Amount{
			ID: id + "/" + name, Subject: subject, SubjectID: subjectID, Role: role, Fund: fund, Row: -1, Col: -1,
			Printed: fmt.Sprint(k), Kopecks: kop(k), Place: document.Place{Paragraph: n},
		})
		return &r.Amounts[n-1]
	}
	amount("whole", record.SubjectReport, r.ID, record.Planned, "", declared).SameAs = id + "/row"
	amount("general", record.SubjectReport, r.ID, record.Planned, record.General, declared-50).PartOf = id + "/whole"
	amount("special", record.SubjectReport, r.ID, record.Planned, record.Special, 50).PartOf = id + "/whole"
	amount("row", record.SubjectLine, line.ID, record.Planned, "", planned)
	amount("fact", record.SubjectLine, line.ID, record.Actual, "", 1238)
	return e
}

func TestExecutionCountsEveryHryvniaOnce(t *testing.T) {
	annual := func(year, plan, fact int64) plainReport {
		y := fmt.Sprint(year)
		return plainReport{name: "annual" + y, kind: record.ProgrammeAnnual, from: y, to: y, format: document.DOCX, rows: [][2]int64{{plan, fact}, {plan * 2, fact * 2}}}
	}
	final := plainReport{name: "final", kind: record.ProgrammeFinal, from: "2021", to: "2023", format: document.DOCX, rows: [][2]int64{{600, 590}, {1200, 1100}}}
	scan := final
	scan.name, scan.format, scan.scanned = "scan", document.PDF, true
	programme := plainReport{name: "programme", kind: record.Programme, from: "2021", to: "2023", rows: [][2]int64{{600, 0}, {1200, 0}}}
	half := plainReport{name: "half", kind: record.ProgrammeAnnual, from: "2022-01-01", to: "2022-06-30", rows: [][2]int64{{100, 50}}}
	other := annual(2021, 100, 90)
	other.name, other.authority = "other", "Сусідня рада"
	nobody, nobody2 := annual(2021, 100, 90), annual(2021, 55, 44)
	nobody.name, nobody.authority, nobody2.name, nobody2.authority = "nobody", "-", "nobody2", "-"
	rival := annual(2021, 100, 80)
	rival.name = "rival"
	unnamed := annual(2021, 7, 7)
	unsure := annual(2023, 10, 9)
	unsure.doubtful = true
	short := annual(2023, 10, 9)
	short.declared = &[2]int64{31, 27}
	byYear := final
	byYear.years = map[int][2]int64{2021: {600, 600}, 2022: {600, 500}, 2023: {600, 590}}
	notByYear := byYear
	notByYear.years = map[int][2]int64{2021: {600, 600}, 2022: {600, 500}, 2023: {600, 591}}
	declaredOnly := plainReport{name: "declared", kind: record.ProgrammeAnnual, from: "2021", to: "2021", declared: &[2]int64{500, 400}}

	e := func(list ...plainReport) (entries []Entry) {
		for _, p := range list {
			entries = append(entries, p.entry())
		}
		return entries
	}
	water, roads := annual(2021, 100, 90), annual(2021, 555, 444)
	water.responsible, roads.name, roads.responsible = "Відділ води", "roads", "Відділ доріг"
	somebody := roads
	somebody.responsible = ""
	finalRoads := final
	finalRoads.responsible = "Відділ доріг"
	both, bothScanned := annual(2021, 100, 90), annual(2021, 100, 90)
	both.name, bothScanned.name, bothScanned.format, bothScanned.scanned = "both", "both scanned", document.PDF, true
	inOneFile := func(p plainReport) Entry {
		e, o := p.entry(), p
		o.rows = [][2]int64{{777, 666}, {555, 444}}
		r := o.entry().Reports[0]
		r.ID, r.Ordinal = record.ReportID(e.Document.ID, 2), 2
		for i := range r.Measures {
			r.Measures[i].ID += "/2"
		}
		for i := range r.Amounts {
			r.Amounts[i].ID += "/2"
		}
		e.Reports = append(e.Reports, r)
		return e
	}
	keyless := unnamed.entry()
	keyless.Reports[0].ProgrammeKey = ""
	for name, x := range map[string]struct {
		list []Entry
		want []string // year, planned, actual, doubtful
	}{
		"a programme, its annual reports, its final one and a scan of that": {
			e(programme, annual(2021, 200, 190), annual(2022, 200, 200), annual(2023, 200, 170), final, scan), []string{"- 1800 1690 0"},
		},
		"annual reports alone":              {e(annual(2021, 200, 190), annual(2022, 200, 200)), []string{"2021 600 570 0", "2022 600 600 0"}},
		"an annual report after the final":  {e(final, annual(2024, 10, 9)), []string{"- 1800 1690 0", "2024 30 27 0"}},
		"a half year within a year":         {e(half, annual(2022, 200, 190)), []string{"2022 600 570 0"}},
		"a half year alone":                 {e(half, annual(2021, 200, 190)), []string{"2021 600 570 0", "2022 100 50 0"}},
		"one name, two councils":            {e(annual(2021, 100, 90), other), []string{"2021 300 270 0", "2021 300 270 0"}},
		"one name, councils unknown":        {e(nobody, nobody2), []string{"2021 165 132 1", "2021 300 270 1"}},
		"two reports that disagree":         {e(annual(2021, 100, 90), rival), []string{"2021 300 - 1"}},
		"two departments, each its part":    {e(water, roads), []string{"2021 300 270 0", "2021 1665 1332 0"}},
		"two parts, one by nobody":          {e(water, somebody), []string{"2021 300 270 1", "2021 1665 1332 1"}},
		"a year of one, the final of other": {e(water, finalRoads), []string{"- 1800 1690 1"}},
		"two parts in one file, and its scan": {
			[]Entry{inOneFile(both), inOneFile(bothScanned)}, []string{"2021 300 270 0", "2021 1332 1110 0"},
		},
		"no programme's name":           {[]Entry{keyless, e(annual(2022, 1, 1))[0]}, []string{"2021 21 21 0", "2022 3 3 0"}},
		"a doubtful amount":             {e(unsure), []string{"2023 30 27 1"}},
		"a declared total that differs": {e(short), []string{"2023 30 27 1"}},
		"years that add up":             {e(byYear), []string{"2021 600 600 0", "2022 600 500 0", "2023 600 590 0"}},
		"years that do not":             {e(notByYear), []string{"- 1800 1690 0"}},
		"declared totals alone":         {e(declaredOnly), []string{"2021 500 400 0"}},
		"a plan alone":                  {e(programme), nil},
		"a plan in words, the actual in the table": {
			[]Entry{passport(1250, 1250)}, []string{"2021 1250 1238 0"},
		},
		"a plan in words that the table contradicts": {
			[]Entry{passport(1250, 1350)}, []string{"2021 1250 1238 1"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			first := ""
			for _, order := range permutations(min(len(x.list), 3)) {
				db := opened(t)
				for _, i := range order {
					put(t, db, x.list[i])
				}
				put(t, db, x.list[len(order):]...)
				actual := "actual_kopecks"
				if name == "two reports that disagree" { // which one, the hash decides
					actual = "NULL"
				}
				got := query(t, db, "SELECT year, planned_kopecks, "+actual+", doubtful FROM execution ORDER BY 1, 2")
				if diff := cmp.Diff(x.want, got); diff != "" {
					t.Fatalf("order %v: %s", order, diff)
				}
				if d := dump(t, db); first == "" {
					first = d
				} else if d != first {
					t.Fatalf("order %v gives another database", order)
				}
			}
		})
	}
}

// Why a sum is doubtful stands beside it: an amount in it, a printed total that
// differs, another report.
func TestExecutionSaysWhyItIsDoubtful(t *testing.T) {
	report := plainReport{name: "a", kind: record.ProgrammeAnnual, from: "2021", to: "2021", rows: [][2]int64{{100, 90}, {200, 180}}}
	mismatch := func(role record.Role) Entry { // in the table: its total line and what is found about it
		e := report.entry()
		r := e.Reports[0]
		line := record.Line{ID: r.ID[:16] + "/total", IsTotal: true}
		r.Lines = []record.Line{line}
		total := record.Amount{
			ID: r.ID[:16] + "/total/amount", Subject: record.SubjectLine, SubjectID: line.ID, Role: role, Row: -1, Col: -1,
			Printed: "310", Kopecks: kop(310), IsTotal: true, Place: document.Place{Paragraph: 99},
		}
		r.Amounts = append(r.Amounts, total)
		r.Findings = []record.Finding{{
			ID: r.ID + "/total_mismatch1", ReportID: r.ID, Code: record.TotalMismatch, Severity: record.Serious, Confidence: 0.97,
			Subject: record.SubjectAmount, SubjectID: total.ID, Expected: kop(300), Found: kop(310), Difference: kop(10),
		}}
		return e
	}
	declared, holds, unsure, rival := report, report, report, report
	declared.declared, holds.declared = &[2]int64{310, 270}, &[2]int64{300, 270}
	unsure.doubtful = true
	rival.name, rival.rows = "rival", [][2]int64{{100, 90}, {200, 150}}
	for name, x := range map[string]struct {
		list []Entry
		want string // doubtful, amount_doubtful, differs, contested
	}{
		"nothing is wrong":                 {[]Entry{report.entry()}, "0 0 0 0"},
		"a declared total that holds":      {[]Entry{holds.entry()}, "0 0 0 0"},
		"a doubtful amount":                {[]Entry{unsure.entry()}, "1 1 0 0"},
		"another total in words":           {[]Entry{declared.entry()}, "1 0 1 0"},
		"another total in the table":       {[]Entry{mismatch(record.Planned)}, "1 0 1 0"},
		"a total of what is not counted":   {[]Entry{mismatch(record.Deviation)}, "0 0 0 0"},
		"another report that says another": {[]Entry{report.entry(), rival.entry()}, "1 0 0 1"},
	} {
		t.Run(name, func(t *testing.T) {
			db := opened(t)
			put(t, db, x.list...)
			got := query(t, db, "SELECT doubtful, amount_doubtful, differs, contested FROM execution")
			if diff := cmp.Diff([]string{x.want}, got); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]string{x.want[:1]}, query(t, db, "SELECT doubtful FROM execution_by_year")); diff != "" {
				t.Errorf("by year: %s", diff)
			}
			if got := query(t, db, "SELECT * FROM execution JOIN totals_that_do_not_hold USING (report_id) JOIN amounts USING (report_id)\n"+
				"JOIN findings f USING (finding_id) WHERE amount_id = f.subject_id AND role <> 'deviation' AND NOT execution.doubtful"); len(got) > 0 {
				t.Errorf("not doubtful, though a total does not hold: %v", got)
			}
		})
	}
}

// A measure is as doubtful as the amounts that it is made of.
func TestMeasuresSayThatTheyAreDoubtful(t *testing.T) {
	db := opened(t)
	e := plainReport{name: "a", kind: record.ProgrammeAnnual, from: "2021", to: "2021", rows: [][2]int64{{100, 90}, {200, 10}, {300, 300}}}.entry()
	r := e.Reports[0]
	r.Amounts[3].Doubtful = true // the second measure's actual money
	other := r.Amounts[5]        // the third one's deviation, which is no part of its sums
	other.ID, other.Role, other.Doubtful, other.Place = other.ID+"/deviation", record.Deviation, true, document.Place{Paragraph: 50}
	r.Amounts = append(r.Amounts, other)
	put(t, db, e)
	if diff := cmp.Diff([]string{"1 0", "2 1", "3 0"}, query(t, db, "SELECT ordinal, doubtful FROM measures ORDER BY ordinal")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"190 1", "10 0", "0 0"}, query(t, db, "SELECT unspent_kopecks, doubtful FROM least_executed_measures")); diff != "" {
		t.Error(diff)
	}
}

// A percentage is the same in every version of SQLite: 84.725 is 84.73.
func TestPercentagesAreRoundedHalfUp(t *testing.T) {
	db := opened(t)
	put(t, db, plainReport{name: "a", kind: record.ProgrammeAnnual, from: "2021", to: "2021", rows: [][2]int64{{40_000_000, 33_890_000}}}.entry())
	for _, view := range []string{"execution_by_year", "least_executed_measures"} {
		if got := query(t, db, "SELECT percent FROM "+view); got[0] != "84.73" {
			t.Errorf("%s: %v", view, got)
		}
	}
}

// A decision changes what is counted.
func TestExecutionFollowsReviews(t *testing.T) {
	ctx := context.Background()
	db := opened(t)
	e := plainReport{name: "a", kind: record.ProgrammeAnnual, from: "2021", to: "2021", rows: [][2]int64{{100, 90}}, doubtful: true}.entry()
	put(t, db, e)
	r := e.Reports[0]
	for i := range r.Amounts {
		r.Amounts[i].Doubtful = false
	}
	r.Measures[0].Planned, r.Amounts[0].Kopecks = kop(200), kop(200)
	if err := db.UpdateSettled(ctx, e.Document.ID, e.Reports); err != nil {
		t.Fatal(err)
	}
	if got := query(t, db, "SELECT planned_kopecks, doubtful FROM execution"); got[0] != "200 0" {
		t.Error(got)
	}
}

// Two reports on one programme and period with other figures contest each
// other in each of their years, whichever was stored first, and both stay doubtful.
func TestContestedYearsWhateverTheOrder(t *testing.T) {
	years := func(name string, plan int64) Entry {
		p := plainReport{
			name: name, kind: record.ProgrammeFinal, from: "2021", to: "2023", format: document.DOCX,
			rows: [][2]int64{{3 * plan, 3 * plan / 2}}, years: map[int][2]int64{},
		}
		for year := 2021; year <= 2023; year++ {
			p.years[year] = [2]int64{plan, plan / 2}
		}
		return p.entry()
	}
	a, b := years("one", 1000), years("two", 3000)
	for _, order := range [][]Entry{{a, b}, {b, a}} {
		db := opened(t)
		put(t, db, order...)
		want := []string{"2021 1", "2021 1", "2022 1", "2022 1", "2023 1", "2023 1"}
		if diff := cmp.Diff(want, query(t, db, "SELECT x.year, x.contested FROM execution_row x WHERE x.chosen = 1 ORDER BY x.year")); diff != "" {
			t.Errorf("%s first: %s", order[0].Document.ID[:4], diff)
		}
	}
}

// Whose money it is: the whole of a source where it is printed, else its years,
// and each of them once.
func TestExecutionBySource(t *testing.T) {
	db := opened(t)
	e := plainReport{name: "a", kind: record.ProgrammeFinal, from: "2021", to: "2022", rows: [][2]int64{{300, 250}, {500, 400}}}.entry()
	r := e.Reports[0]
	n := 0
	add := func(measure int, source record.MoneySource, year int, partOf string, k int64) string {
		n++
		id := fmt.Sprint(r.ID[:16], "/s", n)
		r.Amounts = append(r.Amounts, record.Amount{
			ID: id, Subject: record.SubjectMeasure, SubjectID: r.Measures[measure].ID, Role: record.Planned, Year: year, Source: source,
			PartOf: partOf, Row: -1, Col: -1, Printed: fmt.Sprint(k), Kopecks: kop(k), Place: document.Place{Paragraph: 200 + n},
		})
		return id
	}
	first, second := r.Amounts[0].ID, r.Amounts[2].ID
	local := add(0, record.LocalBudget, 0, first, 200)
	add(0, record.LocalBudget, 2021, local, 120)
	add(0, record.LocalBudget, 2022, local, 80)
	add(0, record.StateBudget, 0, first, 100)
	add(1, record.LocalBudget, 2021, second, 350) // of the years alone
	add(1, record.LocalBudget, 2022, second, 150)
	put(t, db, e)
	want := []string{"local 700 - 0", "state 100 - 0"}
	if diff := cmp.Diff(want, query(t, db, "SELECT source, planned_kopecks, actual_kopecks, doubtful FROM execution_by_source")); diff != "" {
		t.Error(diff)
	}
}
