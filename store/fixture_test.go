package store

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"zvit/extract/document"
	"zvit/extract/record"
)

// opened returns a new database in a folder of its own.
func opened(t testing.TB) *DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "reports.db")
	if err := os.WriteFile(path, empty(), 0o666); err != nil {
		t.Fatal(err)
	}
	db, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// empty is a new database's file: copied, it spares each test the schema.
var empty = sync.OnceValue(func() []byte {
	dir, err := os.MkdirTemp("", "zvit")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "empty.db")
	db, err := Open(context.Background(), path)
	if err != nil {
		panic(err)
	}
	if err := db.Close(); err != nil {
		panic(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	return data
})

func put(t testing.TB, db *DB, list ...Entry) {
	t.Helper()
	for _, e := range list {
		if err := db.Put(context.Background(), e); err != nil {
			t.Fatal(err)
		}
	}
}

func dump(t testing.TB, db *DB) string {
	t.Helper()
	var b strings.Builder
	if err := db.Dump(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// query returns the rows of a reading statement, one line each.
func query(t testing.TB, db *DB, sql string, args ...any) []string {
	t.Helper()
	rows, err := db.Query(context.Background(), sql, args...)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	defer rows.Close()
	var list []string
	for rows.Next() {
		s := strings.TrimSuffix(fmt.Sprintln(rows.Values()...), "\n")
		list = append(list, strings.ReplaceAll(s, "<nil>", "-"))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

func hash(name string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(name))) }

func kop(n int64) *record.Kopecks {
	k := record.Kopecks(n)
	return &k
}

// sourced says of each measure's money in turn that it is of one source.
func sourced(e Entry) Entry {
	for i := range e.Reports[0].Amounts {
		if a := &e.Reports[0].Amounts[i]; a.Subject == record.SubjectMeasure {
			a.Source = []record.MoneySource{record.LocalBudget, record.StateBudget}[i%2]
		}
	}
	return e
}

// sample is a document about one invented programme with every kind of record
// and every field of it filled.
type sample struct {
	name      string // the bytes' stand-in
	format    document.Format
	kind      record.ReportKind
	programme string
	from, to  string
	measures  int
	base      int64 // kopecks of the first measure's plan
	version   string
	scanned   bool
}

func (s sample) entry() Entry {
	if s.format == "" {
		s.format = document.HTML
	}
	if s.kind == "" {
		s.kind = record.ProgrammeFinal
	}
	if s.programme == "" {
		s.programme = "Тихі джерела"
	}
	if s.from == "" {
		s.from, s.to = "2021", "2023"
	}
	if s.measures == 0 {
		s.measures = 4
	}
	if s.base == 0 {
		s.base = 1_250_000
	}
	if s.version == "" {
		s.version = "test/1"
	}
	id := hash(s.name)
	ocr := 0.0
	if s.scanned {
		ocr = 0.875
	}
	d := &document.Document{
		ID: id, Format: s.format, Encoding: "utf-8", Bytes: 4096, Pages: 2,
		Problems: []document.Problem{{Category: document.Truncated, Page: 2, Detail: "a span was cut"}},
	}
	paragraph := func(kind document.ParagraphKind, text string) document.Place {
		p := document.Place{Page: 1, Line: len(d.Blocks) + 1, Paragraph: len(d.Blocks) + 1, Confidence: ocr}
		d.Blocks = append(d.Blocks, &document.Paragraph{Kind: kind, Text: text, Place: p})
		return p
	}
	title := paragraph(document.Heading, "Звіт про виконання програми «"+s.programme+"» ("+s.name+")")
	prose := paragraph(document.Body, "З місцевого бюджету використано 7,5 млн грн на пам’ятку природи у с. Вербова Лука.")
	paragraph(document.Furniture, "Сторінка 1")

	tableID := record.TableID(id, 3)
	tb := &document.Table{
		Place: document.Place{Page: 1, Line: 4, Table: 3, Row: 1}, Caption: "Заходи", HeaderRows: 1, Columns: 5,
		PageFrom: 1, PageTo: 2, CutAfter: true,
	}
	r := &record.Report{
		ID: record.ReportID(id, 1), DocumentID: id, Ordinal: 1, Kind: s.kind, Title: "Звіт",
		Programme: s.programme, ProgrammeKey: strings.ToLower(s.programme) + "|вербова рада", Authority: "Вербова сільська рада",
		Issuer: "Відділ води", Addressee: "Голові", Responsible: "Відділ води", Territory: "Вербова громада",
		LetterNumber: "12-05", LetterDate: "2024-02-01", PeriodFrom: s.from, PeriodTo: s.to, Signer: "О. Лелека",
		SignerPosition: "Начальник", Place: title,
		Decisions: []record.Decision{{Role: record.Approves, Number: "77", DecidedOn: "2020-12-20", Printed: "від 20.12.2020 № 77", Place: prose}},
		Codes:     []record.Code{{Subject: record.SubjectReport, SubjectID: record.ReportID(id, 1), Kind: record.TPKVKMB, Code: "0117310", Valid: true, Place: title}},
		Tables:    []record.Table{{ID: tableID, Number: 3, Ordinal: 1, Form: "measures", Caption: "Заходи програми"}},
		Ratios:    []record.Ratio{{SubjectID: "x", TableID: tableID, Row: 1, Col: 4, Year: 2022, Fund: record.General, HeaderPath: "%", Printed: "80,00%", Place: title}},
		Mentions: []record.UnitMention{
			{Unit: record.ThousandUAH, Source: record.Heading, Text: "тис.грн", Place: document.Place{Page: 1, Table: 3, Row: 1, Cell: 3}},
			{Unit: record.MillionUAH, Source: record.Beside, Text: "млн грн", Place: prose},
		},
	}
	cell := func(y, x int, texts ...string) document.Cell {
		c := document.Cell{Col: x, RowSpan: 1, ColSpan: 1}
		for i, text := range texts {
			p := document.Place{Page: 1 + i, Line: 4 + y, Table: 3 + i, Row: y + 1, Cell: x + 1, Confidence: ocr}
			if s.format == document.PDF {
				p.Box = document.Box{X0: 10.5, Y0: float64(y) * 12, X1: 90.3, Y1: float64(y)*12 + 10}
			}
			c.Parts = append(c.Parts, document.Part{Text: text, Place: p, Join: document.Join(i % 4), Moved: i > 0})
		}
		return c
	}
	row := func(y int, cells ...document.Cell) {
		tb.Rows = append(tb.Rows, document.Row{
			Cells: cells, Header: y == 0, Hidden: y == 2, Place: document.Place{Page: 1, Line: 4 + y, Table: 3, Row: y + 1},
		})
	}
	row(0, cell(0, 0, "№"), cell(0, 1, "Захід"), cell(0, 2, "План, тис.грн"), cell(0, 3, "Факт"), cell(0, 4, "Виконання"))
	planned, actual := int64(0), int64(0)
	amount := func(y, x int, subject record.Subject, id, subjectID string, role record.Role, kopecks int64, doubtful bool) record.Amount {
		p := document.Place{Page: 1, Line: 4 + y, Table: 3, Row: y + 1, Cell: x + 1, Confidence: ocr}
		change := record.Unchanged
		if doubtful {
			change = record.Rescaled
		}
		return record.Amount{
			ID: record.ID(id, "amount", p, 0), Subject: subject, SubjectID: subjectID, Role: role, HeaderPath: "Обсяги / " + string(role),
			Label: "разом", Printed: fmt.Sprintf("%d,%02d", kopecks/100, kopecks%100), Words: "сто", Mentions: []int{0}, TableID: tableID,
			Row: y, Col: x, Place: p, Level: 1, PrintedUnit: record.ThousandUAH, PrintedKopecks: kop(kopecks * 1000),
			Settled: record.UAH, Kopecks: kop(kopecks), Change: change, Doubtful: doubtful, Confidence: 0.97, Alternative: kop(kopecks * 1000),
			InTotal: record.InTotalYes, Reason: record.Sentence{EN: "rows agree with the total", UK: "рядки дають підсумок"},
			Evidence: []record.Evidence{
				{Kind: "sum", Weight: 3.25, Args: []record.Arg{{Name: "total", Value: "5000"}}, Text: record.Sentence{EN: "the sum holds", UK: "сума сходиться"}},
				{Kind: "heading", Weight: -1.5, Text: record.Sentence{EN: "the heading says thousands", UK: "у шапці тисячі"}},
			},
		}
	}
	for i := range s.measures {
		y := i + 1
		plan := s.base * int64(i+1)
		fact := plan * 9 / 10
		planned, actual = planned+plan, actual+fact
		row(y, cell(y, 0, fmt.Sprint(y)), cell(y, 1, "Очищення дже-", "рел та криниць №"+fmt.Sprint(y)),
			cell(y, 2, fmt.Sprint(plan)), cell(y, 3, fmt.Sprint(fact)), cell(y, 4))
		place := document.Place{Page: 1, Line: 4 + y, Table: 3, Row: y + 1, Cell: 1}
		m := record.Measure{
			ID: record.ID(id, "measure", place, 0), TableID: tableID, Row: y, Ordinal: y, Number: fmt.Sprint(y), NumberPrinted: fmt.Sprint(y, "."),
			Task: "Чиста вода", Measure: "Очищення джерел та криниць", Term: "2021-2023", Executor: "Відділ води",
			Information: "Роботи завершено у с. Вербова Лука", Planned: kop(plan), PlannedBasis: record.Printed,
			Actual: kop(fact), ActualBasis: record.Sum, Place: place,
		}
		r.Measures = append(r.Measures, m)
		r.Amounts = append(r.Amounts,
			amount(y, 2, record.SubjectMeasure, id, m.ID, record.Planned, plan, false),
			amount(y, 3, record.SubjectMeasure, id, m.ID, record.Actual, fact, false))
	}
	tb.Repairs = []document.Repair{{Code: document.WordJoined, Row: 1, Col: 1, From: document.Place{Page: 2, Table: 4, Row: 1, Cell: 2}, Confidence: 0.75, Detail: "дже-"}}
	d.Blocks = append(d.Blocks, tb)
	place := document.Place{Page: 2, Line: 40, Table: 3, Row: 9, Cell: 1}
	r.Indicators = []record.Indicator{{
		ID: record.ID(id, "indicator", place, 0), TableID: tableID, Row: 8, Ordinal: 1, Section: record.Quality, Number: "1",
		NumberPrinted: "1.", Name: "Частка очищених джерел", Unit: "%", PlannedPrinted: "90", PlannedValue: "90", ActualPrinted: "85,5",
		ActualValue: "85.5", ActualNote: "станом на грудень", Reason: "дощі", Remedy: "наступного року", Place: place,
	}}
	place.Row = 10
	r.Lines = []record.Line{{
		ID: record.ID(id, "line", place, 0), TableID: tableID, Row: 9, Ordinal: 1, Level: 1, Code: "2240", Name: "Усього", IsTotal: true,
		PartOf: "other", Place: place,
	}}
	total := amount(s.measures+9, 2, record.SubjectReport, id, r.ID, record.Planned, planned, true)
	total.IsTotal, total.SameAs, total.PartOf, total.Year, total.Period = true, "a", "b", 2023, "I півріччя"
	total.Fund, total.Source = record.Special, record.StateBudget
	r.Amounts = append(r.Amounts, total)
	unread := record.Amount{
		ID: record.ID(id, "amount", prose, 1), Subject: record.SubjectProse, SubjectID: prose.Key(), Role: record.Other, Printed: "7,5",
		Mentions: []int{1, 0}, Row: -1, Col: -1, Place: prose, Change: record.Unreadable, Doubtful: true, InTotal: record.InTotalUnknown,
	}
	r.Amounts = append(r.Amounts, unread)
	r.Findings = []record.Finding{{
		ID: r.ID + "/total", ReportID: r.ID, Code: record.TotalMismatch, Severity: record.Serious, Confidence: 0.99,
		Subject: record.SubjectReport, SubjectID: r.ID, Args: []record.Arg{{Name: "rows", Value: "1, 2"}, {Name: "role", Value: "planned"}},
		Expected: kop(planned), Found: kop(planned + 100), Difference: kop(100), Place: title,
		Message: record.Sentence{EN: "the rows give another sum", UK: "рядки дають іншу суму"},
	}}
	return Entry{
		Document: d, SHA256: id, Path: "/архів/" + s.name, Status: document.Partial, Category: document.Truncated,
		Message: record.Sentence{EN: "a part was cut", UK: "частину відрізано"}, ReaderVersion: s.version,
		Reports: []*record.Report{r}, IngestedAt: time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC),
		Findings: []record.Finding{{
			ID: record.ID(id, "finding", title, 0), Code: record.LettersLost, Severity: record.Info, Confidence: 0.5,
			Subject: record.SubjectDocument, SubjectID: id, Place: title, Message: record.Sentence{EN: "letters are missing", UK: "бракує літер"},
		}},
	}
}
