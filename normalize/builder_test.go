package normalize

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"zvit/extract/document"
	"zvit/extract/record"
)

// builder makes reports as recognising gives them.
type builder struct {
	r      *record.Report
	tables int
}

func newReport() *builder {
	return &builder{r: &record.Report{ID: "doc/report1", DocumentID: "doc", Ordinal: 1, Kind: record.ProgrammeFinal, Authority: "Лозівська міська рада", PeriodFrom: "2018", PeriodTo: "2020"}}
}

func (b *builder) mention(u record.Unit, s record.MentionSource) int {
	text := map[record.Unit]string{record.UAH: "грн", record.ThousandUAH: "тис.грн", record.MillionUAH: "млн грн", record.Kopeck: "коп."}[u]
	b.r.Mentions = append(b.r.Mentions, record.UnitMention{Unit: u, Source: s, Text: text})
	return len(b.r.Mentions) - 1
}

// col is a money column of a table.
type col struct {
	role    record.Role
	year    int
	fund    record.Fund
	source  record.MoneySource
	mention int // -1 for none
}

// table adds rows of cells "540,0 | 162 331,35"; a row that begins with "=" is a
// total, with ">" a part ("у тому числі") of the last row that is none.
func (b *builder) table(subject record.Subject, cols []col, rows ...string) string {
	b.tables++
	id := fmt.Sprintf("doc/t%d", b.tables)
	b.r.Tables = append(b.r.Tables, record.Table{ID: id, Number: b.tables, Ordinal: b.tables})
	last := ""
	for i, row := range rows {
		subject, total, part := subject, strings.HasPrefix(row, "="), strings.HasPrefix(row, ">")
		level := len(row) - len(strings.TrimLeft(row, "."))
		row = strings.TrimLeft(row, "=>.")
		place := document.Place{Table: b.tables, Row: i + 1, Cell: 1}
		if total || part {
			subject = record.SubjectLine
		}
		sid := record.ID("doc", string(subject), place, 0)
		switch subject {
		case record.SubjectMeasure:
			b.r.Measures = append(b.r.Measures, record.Measure{ID: sid, TableID: id, Row: i, Ordinal: len(b.r.Measures) + 1, Number: fmt.Sprint(i + 1), Place: place})
		case record.SubjectLine:
			l := record.Line{ID: sid, TableID: id, Row: i, Ordinal: len(b.r.Lines) + 1, IsTotal: total, Level: level, Name: fmt.Sprintf("рядок %d", i+1), Place: place}
			if part {
				l.PartOf = last
			}
			b.r.Lines = append(b.r.Lines, l)
		case record.SubjectIndicator:
			b.r.Indicators = append(b.r.Indicators, record.Indicator{ID: sid, TableID: id, Row: i, Section: record.Cost, Place: place})
		}
		if !part {
			last = sid
		}
		for j, printed := range strings.Split(row, "|") {
			printed = strings.TrimSpace(printed)
			if printed == "" || printed == "-" {
				continue
			}
			c := cols[j]
			place := document.Place{Table: b.tables, Row: i + 1, Cell: j + 2}
			a := record.Amount{
				ID: record.ID("doc", "amount", place, 0), Subject: subject, SubjectID: sid, Role: c.role, Year: c.year, Fund: c.fund, Source: c.source,
				Printed: printed, TableID: id, Row: i, Col: j + 1, Place: place, IsTotal: total, Level: level, HeaderPath: fmt.Sprintf("графа %d", j+1),
			}
			if c.mention >= 0 {
				a.Mentions = []int{c.mention}
			}
			b.r.Amounts = append(b.r.Amounts, a)
		}
	}
	return id
}

// declare adds a total of the prose, its unit beside it.
func (b *builder) declare(role record.Role, year int, printed string, unit record.Unit) {
	place := document.Place{Paragraph: len(b.r.Amounts) + 100}
	a := record.Amount{
		ID: record.ID("doc", "amount", place, 0), Subject: record.SubjectReport, SubjectID: b.r.ID, Role: role, Year: year, Printed: printed,
		Row: -1, Col: -1, Place: place, IsTotal: true,
	}
	if unit != record.NoUnit {
		a.Mentions = []int{b.mention(unit, record.Beside)}
	}
	b.r.Amounts = append(b.r.Amounts, a)
}

func (b *builder) settle(t testing.TB, reviews ...record.Review) *record.Report {
	t.Helper()
	if err := Settle(context.Background(), []*record.Report{b.r}, reviews); err != nil {
		t.Fatal(err)
	}
	return b.r
}

// amountAt finds the amount of a table's row and money column, both 1-based.
func amountAt(t testing.TB, r *record.Report, table, row, col int) *record.Amount {
	t.Helper()
	for i := range r.Amounts {
		a := &r.Amounts[i]
		if a.TableID == fmt.Sprintf("doc/t%d", table) && a.Row == row-1 && a.Col == col {
			return a
		}
	}
	t.Fatalf("no amount in table %d, row %d, column %d", table, row, col)
	return nil
}

func declaredAmount(t testing.TB, r *record.Report, role record.Role, year int) *record.Amount {
	t.Helper()
	for i := range r.Amounts {
		a := &r.Amounts[i]
		if a.Subject == record.SubjectReport && a.Role == role && a.Year == year {
			return a
		}
	}
	t.Fatalf("no declared %s of %d", role, year)
	return nil
}

func wantKopecks(t testing.TB, what string, a *record.Amount, want int64) {
	t.Helper()
	if a.Kopecks == nil || int64(*a.Kopecks) != want {
		got := "nothing"
		if a.Kopecks != nil {
			got = fmt.Sprint(int64(*a.Kopecks))
		}
		t.Errorf("%s: %q (%s) settled as %s kopecks (%s, %.3f), want %d: %s", what, a.Printed, a.PrintedUnit, got, a.Settled, a.Confidence, want, a.Reason.EN)
	}
}

func findingsOf(r *record.Report, code record.FindingCode) []record.Finding {
	var out []record.Finding
	for _, f := range r.Findings {
		if f.Code == code {
			out = append(out, f)
		}
	}
	return out
}

// wantHealthy asserts that every amount stays as printed, without a doubt and
// without a finding that something is wrong.
func wantHealthy(t testing.TB, r *record.Report) {
	t.Helper()
	for i := range r.Amounts {
		a := &r.Amounts[i]
		if a.Change != record.Unchanged {
			t.Errorf("%s: %q was changed: %s", a.ID, a.Printed, a.Reason.EN)
		}
		if a.PrintedUnit != record.NoUnit && (a.Kopecks == nil || a.PrintedKopecks == nil || *a.Kopecks != *a.PrintedKopecks) {
			t.Errorf("%s: %q is not as printed", a.ID, a.Printed)
		}
		if a.Doubtful {
			t.Errorf("%s: %q is doubtful (%.3f): %s", a.ID, a.Printed, a.Confidence, a.Reason.EN)
		}
	}
	for _, f := range r.Findings {
		if f.Code != record.RepeatedAmount && f.Code != record.OverExecution {
			t.Errorf("finding %s: %s", f.Code, f.Message.EN)
		}
	}
}
