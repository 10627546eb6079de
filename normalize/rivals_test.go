package normalize

import (
	"testing"

	"zvit/extract/record"
)

// executorRows is a plan in which the rows after the first are the same measure's.
func executorRows(total string, rows ...string) *builder {
	b := newReport()
	m := b.mention(record.ThousandUAH, record.Heading)
	b.table(record.SubjectMeasure, []col{{role: record.Planned, mention: m}}, append(rows, "677,2", "845,0", total)...)
	list := []sourceRow{{}}
	for range rows[1:] {
		list = append(list, sourceRow{of: 1})
	}
	b.sources(append(list, sourceRow{}, sourceRow{})...)
	return b
}

// TestRivalWholes: of several amounts that are each printed as a measure's whole
// none is taken silently.
func TestRivalWholes(t *testing.T) {
	for name, c := range map[string]struct {
		total    string
		rows     []string
		want     record.Kopecks
		basis    record.Basis
		doubtful bool
	}{
		"shares that the total counts": {"=1642,7", []string{"100,5", "20,0"}, 12050000, record.Sum, false},
		"a whole and its shares":       {"=1642,7", []string{"120,5", "100,5", "20,0"}, 12050000, record.Printed, false},
		"nothing tells":                {"", []string{"100,5", "20,0"}, 12050000, record.Sum, true},
		"one amount":                   {"=1642,7", []string{"120,5"}, 12050000, record.Printed, false},
	} {
		t.Run(name, func(t *testing.T) {
			b := executorRows(c.total, c.rows...)
			if c.total == "" {
				b = executorRows("12,0", c.rows...)
			}
			r := b.settle(t)
			m := r.Measures[0]
			if m.Planned == nil || *m.Planned != c.want || m.PlannedBasis != c.basis {
				t.Errorf("planned %v %s, want %d %s", m.Planned, m.PlannedBasis, c.want, c.basis)
			}
			rivals := 0
			for _, a := range r.Amounts {
				if a.SubjectID == m.ID && a.Doubtful && a.Reason.EN != "" && len(a.Evidence) > 0 && a.Evidence[0].Kind == "rivals" {
					rivals++
				}
			}
			if (rivals == len(c.rows)) != c.doubtful {
				t.Errorf("%d rivals, want doubtful %v", rivals, c.doubtful)
			}
		})
	}
}
