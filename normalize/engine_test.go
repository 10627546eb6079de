package normalize

import (
	"context"
	"testing"

	"zvit/extract/record"
)

// TestMisread: a figure that the OCR engine doubts is doubtful, whatever the unit.
func TestMisread(t *testing.T) {
	for _, c := range []struct {
		name     string
		table    string
		engine   float64
		doubtful bool
	}{
		{"no engine", "d/t1", 0, false},
		{"sure", "d/t1", 0.96, false},
		{"read in two ways", "d/t1", 0.5, true},
		{"a paragraph's weakest word", "", 0.3, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &record.Report{
				ID:       "d/report1",
				Mentions: []record.UnitMention{{Unit: record.UAH, Source: record.Beside, Text: "грн"}},
			}
			for i, printed := range []string{"118 420,50", "96 300,00", "214 720,50"} {
				a := record.Amount{
					ID: "d/a" + string(rune('1'+i)), Subject: record.SubjectLine, SubjectID: "d/l", Role: record.Actual, Printed: printed,
					Mentions: []int{0}, TableID: c.table, Row: i, Col: 1,
				}
				if i == 0 {
					a.Place.Confidence = c.engine
				}
				r.Amounts = append(r.Amounts, a)
			}
			if err := Settle(context.Background(), []*record.Report{r}, nil); err != nil {
				t.Fatal(err)
			}
			a := r.Amounts[0]
			if a.Doubtful != c.doubtful {
				t.Errorf("doubtful %v, want %v: %s", a.Doubtful, c.doubtful, a.Reason.EN)
			}
			if a.Kopecks == nil || *a.Kopecks != 11_842_050 {
				t.Errorf("no digit may change: %v", a.Kopecks)
			}
			if c.doubtful && (a.Confidence > c.engine || a.Reason.UK == "") {
				t.Errorf("confidence %v, reason %q", a.Confidence, a.Reason.UK)
			}
		})
	}
}
