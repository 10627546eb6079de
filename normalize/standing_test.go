package normalize

import (
	"context"
	"strconv"
	"testing"

	"zvit/extract/record"
)

// TestDisplaced: where rejoining was not sure of a row's columns, or of the
// headings', the money is doubtful, unless a sum down the column confirms it.
func TestDisplaced(t *testing.T) {
	const table = "d/t1"
	for _, c := range []struct {
		name     string
		subject  record.Subject
		id       string
		sureness float64
		total    string
		doubtful [4]bool // three rows and their total
	}{
		{"no finding", "", "", 0, "", [4]bool{}},
		{"sure of the row", record.SubjectLine, "d/l2", 0.97, "", [4]bool{}},
		{"not sure of the row", record.SubjectLine, "d/l2", 0.7, "", [4]bool{1: true}},
		{"the row adds up", record.SubjectLine, "d/l2", 0.7, "300 900,50", [4]bool{}},
		{"the sum is another", record.SubjectLine, "d/l2", 0.7, "280 100,40", [4]bool{1: true}},
		{"not sure of the headings", record.SubjectTable, table, 0.7, "300 900,50", [4]bool{true, true, true, true}},
		{"another table's headings", record.SubjectTable, "d/t2", 0.7, "", [4]bool{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &record.Report{
				ID:       "d/report1",
				Mentions: []record.UnitMention{{Unit: record.UAH, Source: record.Beside, Text: "грн"}},
			}
			printed := []string{"118 420,50", "96 300,00", "86 180,00"}
			if c.total != "" {
				printed = append(printed, c.total)
			}
			for i, p := range printed {
				id := "d/l" + strconv.Itoa(i+1)
				r.Amounts = append(r.Amounts, record.Amount{
					ID: id + "/a", Subject: record.SubjectLine, SubjectID: id, Role: record.Actual, Printed: p,
					Mentions: []int{0}, TableID: table, Row: i, Col: 1, IsTotal: i == 3,
				})
			}
			if c.subject != "" {
				r.Findings = []record.Finding{{Code: record.CellsMoved, Confidence: c.sureness, Subject: c.subject, SubjectID: c.id}}
			}
			for range 2 { // settled again from its own output, too
				if err := Settle(context.Background(), []*record.Report{r}, nil); err != nil {
					t.Fatal(err)
				}
				for i := range r.Amounts {
					a := &r.Amounts[i]
					if a.Doubtful != c.doubtful[i] {
						t.Errorf("%s: doubtful %v, want %v: %s", a.Printed, a.Doubtful, c.doubtful[i], a.Reason.EN)
					}
					if c.doubtful[i] && (a.Confidence > c.sureness || a.Reason.UK == "" || len(a.Evidence) == 0) {
						t.Errorf("%s: confidence %v, reason %q", a.Printed, a.Confidence, a.Reason.UK)
					}
				}
			}
		})
	}
}
