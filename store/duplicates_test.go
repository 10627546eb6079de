package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/record"
)

// misread changes the digits of some amounts, as an OCR engine does.
func misread(e Entry, amounts ...int) Entry {
	for _, i := range amounts {
		e.Reports[0].Amounts[i].Printed = "9" + e.Reports[0].Amounts[i].Printed
	}
	return e
}

func duplicates(t *testing.T, db *DB, names ...string) map[string]string {
	t.Helper()
	by := map[string]string{"-": "-"}
	for _, n := range names {
		by[hash(n)] = n
	}
	got := map[string]string{}
	for _, row := range query(t, db, "SELECT document_id || ' ' || coalesce(duplicate_of, '-') FROM documents") {
		id, of, _ := strings.Cut(row, " ")
		if of != "-" {
			got[by[id]] = by[of]
		}
	}
	return got
}

func TestDuplicates(t *testing.T) {
	many := sample{measures: 10}
	with := func(name string, format document.Format, scanned bool) sample {
		s := many
		s.name, s.format, s.scanned = name, format, scanned
		return s
	}
	for name, x := range map[string]struct {
		list []Entry
		want map[string]string
	}{
		"a scan of a DOCX, two digits misread": {
			[]Entry{with("docx", document.DOCX, false).entry(), misread(with("scan", document.PDF, true).entry(), 1, 5)},
			map[string]string{"scan": "docx"},
		},
		"a scan with too much misread to be sure": {
			[]Entry{with("docx", document.DOCX, false).entry(), misread(with("scan", document.PDF, true).entry(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)},
			map[string]string{},
		},
		"two that carry exact digits and differ in one": {
			[]Entry{with("docx", document.DOCX, false).entry(), misread(with("html", document.HTML, false).entry(), 3)},
			map[string]string{},
		},
		"three of one report": {
			[]Entry{with("docx", document.DOCX, false).entry(), with("html", document.HTML, false).entry(), with("scan", document.PDF, true).entry()},
			map[string]string{"html": "docx", "scan": "docx"},
		},
		"another year": {
			[]Entry{with("docx", document.DOCX, false).entry(), sample{name: "next", measures: 10, from: "2024", to: "2026"}.entry()},
			map[string]string{},
		},
		"another programme": {
			[]Entry{with("docx", document.DOCX, false).entry(), sample{name: "other", measures: 10, programme: "Ясні зорі"}.entry()},
			map[string]string{},
		},
		"a file of two reports has the one": {
			[]Entry{with("one", document.DOCX, false).entry(), twoReports(with("both", document.HTML, false))},
			map[string]string{"one": "both"},
		},
		"too few numbers to tell": {
			[]Entry{few("few"), few("few2")}, map[string]string{},
		},
		"equal letters and digits, no programme": {
			[]Entry{plain("txt", document.Text), plain("doc", document.Office)}, map[string]string{"txt": "doc"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			names := []string{"docx", "scan", "html", "next", "other", "one", "both", "few", "few2", "txt", "doc"}
			var first string
			for _, order := range permutations(len(x.list)) {
				db := opened(t)
				for _, i := range order {
					put(t, db, x.list[i])
				}
				if diff := cmp.Diff(x.want, duplicates(t, db, names...)); diff != "" {
					t.Errorf("order %v: %s", order, diff)
				}
				if d := dump(t, db); first == "" {
					first = d
				} else if d != first {
					t.Errorf("order %v gives another database: %s", order, cmp.Diff(first, d))
				}
			}
		})
	}
}

// When the better document goes, its duplicates find the next one.
func TestDuplicatesFindAnother(t *testing.T) {
	db := opened(t)
	a, b, c := sample{name: "docx", format: document.DOCX}, sample{name: "html"}, sample{name: "scan", format: document.PDF, scanned: true}
	put(t, db, a.entry(), b.entry(), c.entry())
	a.programme, a.version = "Ясні зорі", "test/2" // the next reader sees another programme
	put(t, db, a.entry())
	if diff := cmp.Diff(map[string]string{"scan": "html"}, duplicates(t, db, "docx", "html", "scan")); diff != "" {
		t.Error(diff)
	}
	fresh := opened(t)
	put(t, fresh, c.entry(), a.entry(), b.entry())
	if diff := cmp.Diff(dump(t, fresh), dump(t, db)); diff != "" {
		t.Error(diff)
	}
}

func twoReports(s sample) Entry {
	e := s.entry()
	s2 := s
	s2.programme = "Ясні зорі"
	second := s2.entry().Reports[0]
	second.ID, second.Ordinal = record.ReportID(e.SHA256, 2), 2
	rename := func(id *string) { *id += "/2" }
	for i := range second.Measures {
		rename(&second.Measures[i].ID)
	}
	for i := range second.Indicators {
		rename(&second.Indicators[i].ID)
	}
	for i := range second.Lines {
		rename(&second.Lines[i].ID)
	}
	for i := range second.Findings {
		rename(&second.Findings[i].ID)
	}
	for i := range second.Amounts {
		rename(&second.Amounts[i].ID)
	}
	e.Reports = append(e.Reports, second)
	return e
}

func few(name string) Entry {
	e := sample{name: name}.entry()
	e.Reports[0].Amounts = e.Reports[0].Amounts[:2]
	return e
}

func plain(name string, format document.Format) Entry {
	d := &document.Document{ID: hash(name), Format: format}
	for i := range 30 {
		d.Blocks = append(d.Blocks, &document.Paragraph{Kind: document.Body, Text: fmt.Sprintf("Рядок %d про вербові джерела.", i), Place: document.Place{Paragraph: i + 1}})
	}
	return Entry{Document: d, Status: document.OK, ReaderVersion: "test/1"}
}

func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{{}}
	}
	var list [][]int
	for _, p := range permutations(n - 1) {
		for i := range n {
			list = append(list, slices.Insert(slices.Clone(p), i, n-1))
		}
	}
	return list
}

// Documents of a few programmes in many versions, put in any order and some of
// them again, give one database.
func TestAnyOrderGivesOneDatabase(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	var list []Entry
	formats := []document.Format{document.DOCX, document.HTML, document.PDF, document.Text}
	kinds := []record.ReportKind{record.ProgrammeFinal, record.ProgrammeAnnual, record.PassportReport, record.Programme}
	years := [][2]string{{"2021", "2023"}, {"2021", "2021"}, {"2022", "2022"}, {"2022-01-01", "2022-06-30"}, {"", ""}}
	for i := range 16 {
		y := years[rng.IntN(len(years))]
		s := sample{
			name: fmt.Sprint("doc", i), format: formats[rng.IntN(4)], kind: kinds[rng.IntN(4)], from: y[0], to: y[1],
			programme: []string{"Тихі джерела", "Ясні зорі"}[rng.IntN(2)], base: int64(1+rng.IntN(2)) * 1_000_000, scanned: rng.IntN(3) == 0,
		}
		if s.from == "" {
			s.from = "-"
		}
		e := s.entry()
		if s.from == "-" {
			e.Reports[0].PeriodFrom = ""
		}
		if rng.IntN(4) == 0 {
			e.Reports[0].Authority = ""
		}
		list = append(list, e)
	}
	first := ""
	for range 4 {
		db := opened(t)
		order := rng.Perm(len(list))
		for n, i := range order {
			put(t, db, list[i])
			if rng.IntN(3) == 0 {
				put(t, db, list[order[rng.IntN(n+1)]])
			}
		}
		if d := dump(t, db); first == "" {
			first = d
		} else if d != first {
			t.Fatal(cmp.Diff(first, d))
		}
	}
	if !strings.Contains(first, "execution_row") {
		t.Error("nothing is in execution")
	}
}
